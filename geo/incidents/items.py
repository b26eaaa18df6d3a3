"""The sentences of one item of a list or log -> what only tells what came of its event joins it.

"Mrauk-U – Artillery fire hit a market. One killed, four injured." tells of one event in three clauses; so do the lines
of a form: "Type: ambush", "Killed: 3".
"""

from collections.abc import Sequence
from dataclasses import replace

from geo.incidents.what.events import Event, with_results
from geo.incidents.where.list_heads import list_head
from geo.incidents.where.placing import place
from geo.incidents.who.nouns.arms import is_weapon
from geo.layout.fields import form_around
from geo.layout.lines import line_start
from geo.model import Attribution, Parse, Toponym
from geo.model.within import starting_in
from geo.syntax import children
from geo.syntax.tags import FINITE, NOUNS

STOPS = frozenset({".", ";", ":"})


def joined_in_items(
    parse: Parse, fresh: Sequence[list[Event]], toponyms: tuple[Toponym, ...], said: tuple[Attribution, ...]
) -> list[list[Event]]:
    """Return the events of each sentence, results in a line with a head joined to what the line told last.

    What somebody else says of it stays apart, for his name to stand beside it.

    Parameters
    ----------
    parse, fresh
        The text, and the events of each sentence.
    toponyms, said
        The document's places and who is said to say what.
    """
    found = [[_with_means(parse, event) for event in events] for events in fresh]
    last: tuple[int, int] | None = None  # the sentence and the place in it of the event told last
    for number, events in enumerate(found):
        if last is not None and _item(parse, number) != _item(parse, number - 1):
            last = None
        for event in list(events):
            told = found[last[0]][last[1]] if last is not None else None
            own = last is not None and last[0] != number and _is_told_by_somebody(parse, event, said)
            if last is not None and told is not None and not own and _adds(parse, told, event, toponyms):
                outcome = replace(event, arguments=replace(event.arguments, perpetrators=()))
                found[last[0]][last[1]] = with_results(told, outcome)
                events.remove(event)
            elif list_head(parse, event.main.index) or _form(parse, number) is not None:
                last = (number, events.index(event))
    return found


def are_listed(parse: Parse, result: Event, other: Event) -> bool:
    """Tell whether what came of an event stands in one list with it: "One killed, four injured in Kupwara shelling".

    Parameters
    ----------
    parse, result
        The text, and what befell people.
    other
        Another event of its sentence.
    """
    first, last = sorted((result.main.index, other.main.index))
    between = parse.tokens[first + 1 : last]
    own = {i for event in (result, other) for t in event.triggers for i in t.tokens}
    parted = any(t.text in STOPS or (t.tag in FINITE and t.index not in own) for t in between)
    return not parted and not _is_clause(parse, result) and (not other.is_result or not _is_clause(parse, other))


def _is_clause(parse: Parse, event: Event) -> bool:
    """Tell whether the words of harm have a verb for the past: "were killed", "has died"; notes have none."""
    return any(children(parse, t.index, "aux", "auxpass", "dobj", "mark") for t in event.triggers if not t.noun)


def _is_told_by_somebody(parse: Parse, event: Event, said: tuple[Attribution, ...]) -> bool:
    """Tell whether an event's sentence names who tells it."""
    sentence, at = parse.sentences[event.sentence], parse.tokens[event.main.index].start
    return any(a.asserted_by and at < a.end for a in starting_in(said, sentence.start, at + 1))


def _item(parse: Parse, sentence: int) -> int:
    """Return where the form or the line begins in which a sentence stands."""
    form = _form(parse, sentence)
    return line_start(parse.text, parse.sentences[sentence].start) if form is None else form


def _form(parse: Parse, sentence: int) -> int | None:
    return form_around(parse.text, parse.sentences[sentence].start)


def _with_means(parse: Parse, event: Event) -> Event:
    """Return what came of an entry's event with the weapon that the entry names: "IED on a convoy: 15 killed"."""
    head = list_head(parse, event.main.index) if event.is_result and not event.arguments.weapons else None
    if head is None:
        return event
    named = parse.between(head.end, parse.sentences[event.sentence].end)
    nouns = (t for t in named if t.pos in NOUNS or t.text.isupper())
    means = tuple(t.index for t in nouns if is_weapon(parse, t.index))
    return replace(event, arguments=replace(event.arguments, weapons=means))


def _adds(parse: Parse, one: Event, more: Event, toponyms: tuple[Toponym, ...]) -> bool:
    """Tell whether an event only says what came of another: of whom there are no numbers yet, at no other place."""
    known = {t.effect for t in one.tolls}
    if any(t.type != "effect" for t in more.triggers) or any(t.effect in known for t in more.tolls):
        return False
    own, other = place(parse, more.main.index, toponyms), place(parse, one.main.index, toponyms)
    return own is None or other is None or (own.toponym, own.name) == (other.toponym, other.name)
