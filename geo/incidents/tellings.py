"""A parsed text with its places, times, numbers and speakers -> every telling of an incident in it.

Tellings of the same incident are joined afterwards, by `merge`.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from geo.incidents.claims import claim, own_doer, standing
from geo.incidents.items import are_listed, joined_in_items
from geo.incidents.what.bareness import says_nothing
from geo.incidents.what.conquest import without_ground
from geo.incidents.what.events import Event, events, points_back, with_results, with_tolls
from geo.incidents.what.figures import is_figure
from geo.incidents.what.incident_types import incident_type
from geo.incidents.what.news import News
from geo.incidents.what.parting import own_placing, parted
from geo.incidents.what.telltale import telltale
from geo.incidents.what.triggers import find as find_triggers
from geo.incidents.what.voices import by_speaker
from geo.incidents.when.day_around import day_around, is_set_apart
from geo.incidents.when.timing import is_update, time_of
from geo.incidents.where.place_before import place_before
from geo.incidents.where.placing import Placing, place, where_of
from geo.incidents.where.titles import is_title
from geo.incidents.who.captives import HowMany, with_captives
from geo.incidents.who.casting import cast
from geo.incidents.who.comments import said_by_others
from geo.incidents.who.identifying import identified
from geo.incidents.who.laid import Laid
from geo.incidents.who.laying import laid
from geo.incidents.who.participants import participants, weapons
from geo.incidents.who.sides import countries_named
from geo.incidents.who.unharmed import with_unharmed
from geo.model import (
    Attribution,
    Document,
    Incident,
    Parse,
    Span,
    Telling,
    TimeExpression,
    Toll,
    Toponym,
)
from geo.syntax import ancestors, children, is_passive, name_span, subjects


@dataclass(frozen=True, slots=True)
class _Text:
    """A document, parsed, with what the earlier stages found in it."""

    document: Document
    parse: Parse
    toponyms: tuple[Toponym, ...]
    times: tuple[TimeExpression, ...]
    attributions: tuple[Attribution, ...]
    paragraphs: tuple[int, ...]
    countries: Mapping[str, str]


POINTERS = frozenset({"the", "this", "that", "these", "those", "both"})
LARGER = frozenset({"initial", "ensuing", "subsequent", "follow-up", "secondary"})


def find(
    parse: Parse,
    *,
    toponyms: tuple[Toponym, ...],
    times: tuple[TimeExpression, ...],
    tolls: tuple[Toll, ...],
    how_many: HowMany,
    attributions: tuple[Attribution, ...],
    document: Document,
) -> tuple[Telling, ...]:
    """Return each telling of an incident, in the order of the text.

    Parameters
    ----------
    parse, toponyms, times, tolls, attributions
        The text and what the earlier stages found in it.
    how_many
        Says how many people a noun speaks of.
    document
        Where the text comes from: its source speaks where nobody else is named.
    """
    triggers = with_tolls(find_triggers(parse), tolls)
    news = News(parse, times, document)
    countries = countries_named(toponyms)
    text = _Text(document, parse, toponyms, times, attributions, news.paragraphs, countries)
    counted: dict[int, list[Toll]] = defaultdict(list)
    for toll in tolls:
        counted[parse.tokens[toll.trigger].sentence].append(toll)
    fresh: list[list[Event]] = []
    for sentence in parse.sentences:
        first, end = (bisect_left(triggers, at, key=lambda t: t.index) for at in (sentence.first, sentence.last))
        inside = triggers[first:end]
        found = events(parse, inside, tuple(counted[sentence.index]), sentence.index) if inside else []
        found = [with_captives(parse, event, how_many) for event in found]
        found = [part for event in found for part in by_speaker(parse, event, attributions)]
        found = [event for event in found if not is_figure(parse, event, toponyms)]
        whole = _with_their_results(parse, found, toponyms)
        fresh.append(news.fresh(sentence, [part for event in whole for part in parted(parse, event, toponyms)]))
    fresh = joined_in_items(parse, fresh, toponyms, attributions)
    told = [_telling(text, event) for events_told in with_unharmed(parse, fresh, tolls) for event in events_told]
    pointing = [_pointing(text, each) for each in laid(parse, {telling.sentence for telling in told})]
    naming = [_naming(text, each) for sentence in parse.sentences for each in identified(parse, sentence)]
    return tuple(sorted((*told, *pointing, *naming), key=lambda telling: telling.sentence))


# ---------------------------------------------------------------- results told in another clause


def _with_their_results(parse: Parse, found: list[Event], toponyms: tuple[Toponym, ...]) -> list[Event]:
    """Join what befell people to the event that it came of: "a car bomb exploded in Kirkuk; nine people died"."""
    kept: list[Event] = []
    for event in found:
        cause = next((k for k in reversed(kept) if _is_result_of(parse, event, k, toponyms)), None)
        result = next((k for k in kept if _holds(parse, k, event) and _is_result_of(parse, k, event, toponyms)), None)
        if cause is not None:
            kept[kept.index(cause)] = with_results(cause, event)
        elif result is not None:
            kept[kept.index(result)] = with_results(event, result)
        else:
            kept.append(event)
    return kept


def _holds(parse: Parse, result: Event, cause: Event) -> bool:
    """Tell whether a cause stands in the clause of its result, or after a colon: "12 dead: a bomb exploded"."""
    if any(t.index == result.main.index for t in ancestors(parse, cause.main.index)):
        return True
    between = parse.tokens[result.main.index : cause.main.index]
    return any(t.text in {":", ";"} for t in between) or are_listed(parse, result, cause)


def _is_result_of(parse: Parse, event: Event, cause: Event, toponyms: tuple[Toponym, ...]) -> bool:
    others = set(event.arguments.perpetrators) - set(cause.arguments.perpetrators)
    results = cause.is_result and not are_listed(parse, event, cause)
    if not event.is_result or results or others or event.arguments.weapons:
        return False
    alike = {t.effect for t in event.tolls} & {t.effect for t in cause.tolls}
    if (alike and not are_listed(parse, event, cause)) or not cause.supported:
        return False
    own, other = _clause_place(parse, event, toponyms), _clause_place(parse, cause, toponyms)
    return own is None or other is None or own == other


def _clause_place(parse: Parse, event: Event, toponyms: tuple[Toponym, ...]) -> Placing | None:
    return place(parse, event.main.index, toponyms)


# ---------------------------------------------------------------- one telling


def _telling(text: _Text, event: Event) -> Telling:
    parse, toponyms = text.parse, text.toponyms
    event, conquers = without_ground(parse, event, toponyms)
    kind = "battle" if conquers else incident_type(parse, event)
    event = _with_own_doer(parse, event)
    said = claim(parse, event, text.attributions, text.document, text.countries)
    parts = cast(parse, event, toponyms)
    told = (place(parse, t.index, toponyms) for t in (event.main, *event.triggers))
    placing = own_placing(parse, event, toponyms) or next(filter(None, told), None)
    incident = Incident(
        id="",
        part_of=None,
        type=kind,
        stage=event.assertion.stage,
        modality=standing(parse, event, said),
        trigger=_span(parse, event.main.tokens),
        when=time_of(parse, event, text.times),
        where=where_of(parse, placing, toponyms),
        participants=participants(parse, event, kind, parts),
        weapons=weapons(parse, parts),
        killed=said.killed,
        injured=said.injured,
        captured=said.captured,
        claims=(said, *said_by_others(parse, parse.sentences[event.sentence], event.main.index)),
    )
    return Telling(
        incident=incident,
        sentence=event.sentence,
        definite=points_back(parse, event.main),
        phase=_is_phase(parse, event),
        update=is_update(event),
        bare=not event.supported or says_nothing(parse, event, incident),
        general=(kind == "attack" and (event.main.noun or event.main.type == "effect")) or event.is_beside,
        noun=event.main.noun,
        known=any(_is_pointed_at(parse, i) for i in event.arguments.patients),
        means=frozenset(parse.tokens[i].lemma for i in event.arguments.weapons if _is_pointed_at(parse, i)),
        result=event.is_result and not is_title(parse, parse.sentences[event.sentence]),
        paragraph=text.paragraphs[event.sentence],
        place_said=placing.name if placing else None,
        signs=telltale(parse, event, incident, text.document.published),
        before=place_before(parse, event.sentence, toponyms, text.paragraphs),
        around=day_around(parse, event.main.index, text.times),
        apart=is_set_apart(parse, parse.sentences[event.sentence]),
        same_doers=_is_by_known(parse, event),
        headed=any(t.until and t.when is incident.when for t in text.times),
    )


def _pointing(text: _Text, laid_on: Laid) -> Telling:
    """Return the telling of words that only say who did what was told; where they stand is not where it was."""
    plain = _telling(text, laid_on.event)
    by = next((_named(text, i) for i in laid_on.by), plain.incident.claims[0].asserted_by)
    said = replace(plain.incident.claims[0], asserted_by=by, modality=laid_on.modality)
    incident = replace(plain.incident, modality="fact", where=None, when=None, claims=(said,))
    return replace(plain, incident=incident, definite=True, general=True, bare=True, place_said=None)


def _named(text: _Text, index: int) -> str | None:
    """Return a speaker's name; for "it" and "she", that of whoever spoke last before."""
    token = text.parse.tokens[index]
    if token.tag != "PRP":
        return name_span(text.parse, index).text
    return next((a.asserted_by for a in reversed(text.attributions) if a.end <= token.start and a.asserted_by), None)


def _naming(text: _Text, event: Event) -> Telling:
    """Return the telling of words that only say who the victims were; it makes no incident and says no place or day."""
    plain = _telling(text, event)
    incident = replace(plain.incident, where=None, when=None)
    return replace(plain, incident=incident, definite=True, bare=True, place_said=None)


def _with_own_doer(parse: Parse, event: Event) -> Event:
    """Return the event with the speaker among its doers where he tells of his own deed."""
    doer = own_doer(parse, event)
    if doer is None:
        return event
    return replace(event, arguments=replace(event.arguments, perpetrators=(doer, *event.arguments.perpetrators)))


def _is_phase(parse: Parse, event: Event) -> bool:
    modifiers = {t.lemma for t in children(parse, event.main.index, "amod", "compound")}
    return event.main.noun and bool(modifiers & LARGER)


def _is_by_known(parse: Parse, event: Event) -> bool:
    """Tell whether a verb's doers are spoken of as known: "they also burned", "the gunmen shot"."""
    if event.main.noun or is_passive(parse, event.main.index):
        return False
    doers = (parse.tokens[i] for i in subjects(parse, event.main.index))
    return any(t.lemma == "they" or (t.tag == "NNS" and _is_pointed_at(parse, t.index)) for t in doers)


def _is_pointed_at(parse: Parse, index: int) -> bool:
    """Tell whether a noun is spoken of as known: "the priests"."""
    return any(t.lemma in POINTERS for t in children(parse, index, "det"))


def _span(parse: Parse, tokens: Iterable[int]) -> Span:
    indices = sorted(tokens)
    start, end = parse.tokens[indices[0]].start, parse.tokens[indices[-1]].end
    return Span(start, end, parse.text[start:end])
