"""Results told in another clause than their cause: "a car bomb exploded in Kirkuk; nine people died"."""

from geo.incidents.items import are_listed
from geo.incidents.what.events import Event, with_results
from geo.incidents.what.one_event.answered import is_avenged
from geo.incidents.what.voices import speaker_of
from geo.incidents.where.placing import place
from geo.model import Attribution, Parse, Toponym
from geo.syntax import ancestors


def with_their_results(
    parse: Parse, found: list[Event], toponyms: tuple[Toponym, ...], said: tuple[Attribution, ...]
) -> list[Event]:
    """Join what befell people to the event that it came of: "a car bomb exploded in Kirkuk; nine people died".

    What somebody says of it where the rest is told plainly stays apart, as his: "…; the mayor said nine had died".
    """
    kept: list[Event] = []
    for event in found:
        before = [k for k in kept if not _is_said_of(parse, event, k, said)]
        cause = next((k for k in reversed(before) if _is_result_of(parse, event, k, toponyms)), None)
        result = next((k for k in kept if _holds(parse, k, event) and _is_result_of(parse, k, event, toponyms)), None)
        if cause is not None:
            kept[kept.index(cause)] = with_results(cause, event)
        elif result is not None:
            kept[kept.index(result)] = with_results(event, result)
        else:
            kept.append(event)
    return kept


def _is_said_of(parse: Parse, event: Event, cause: Event, said: tuple[Attribution, ...]) -> bool:
    """Tell whether somebody tells of an event what came of another that is told plainly."""
    plain = speaker_of(parse, cause.main.index, said) is None
    return plain and speaker_of(parse, event.main.index, said) is not None


def _holds(parse: Parse, result: Event, cause: Event) -> bool:
    """Tell whether a cause stands in the clause of its result, or after a colon: "12 dead: a bomb exploded"."""
    if any(t.index == result.main.index for t in ancestors(parse, cause.main.index)):
        return True
    between = parse.tokens[result.main.index : cause.main.index]
    return any(t.text in {":", ";"} for t in between) or are_listed(parse, result, cause)


def _is_result_of(parse: Parse, event: Event, cause: Event, toponyms: tuple[Toponym, ...]) -> bool:
    """Tell whether an event is only what befell people by a cause: no other doer, weapon, number or place is given."""
    others = set(event.arguments.perpetrators) - set(cause.arguments.perpetrators)
    results = cause.is_result and not are_listed(parse, event, cause)
    if not event.is_result or results or others or event.arguments.weapons or is_avenged(parse, event.main):
        return False
    alike = {t.effect for t in event.tolls} & {t.effect for t in cause.tolls}
    if (alike and not are_listed(parse, event, cause)) or not cause.supported:
        return False
    own, other = (place(parse, e.main.index, toponyms) for e in (event, cause))
    return own is None or other is None or own == other
