"""Words that a bomb did not go off -> the event told before them, which then was only tried."""

from collections.abc import Sequence
from dataclasses import replace

from geo.incidents.what.events import Event
from geo.incidents.who.nouns.arms import is_weapon
from geo.model import Parse, Trigger
from geo.syntax import is_known, is_negated, subjects

BACK = 2  # sentences over which "it failed to explode" reaches
BURSTS = frozenset({"bombing", "shelling", "arson", "attack"})
POINTING = frozenset({"it", "they", "both", "neither", "this", "that"})


def with_duds(parse: Parse, fresh: Sequence[list[Event]], triggers: Sequence[Trigger]) -> list[list[Event]]:
    """Return the events of each sentence, those tried of which a later one says that they failed ("did not explode").

    Parameters
    ----------
    parse, fresh
        The text, and the events of each sentence, in the order of the text.
    triggers
        All of the text's.
    """
    found = [list(events) for events in fresh]
    for trigger in triggers:
        if not _fizzles(parse, trigger):
            continue
        event = _told_before(parse, found, trigger)
        if event is not None and _may_have_failed(event) and _failed(parse, trigger, event):
            tried = replace(event, assertion=replace(event.assertion, stage="attempted"))
            found[event.sentence] = [tried if e is event else e for e in found[event.sentence]]
    return found


def _told_before(parse: Parse, found: Sequence[list[Event]], trigger: Trigger) -> Event | None:
    """Return the last event before a word, in its sentence or in one shortly before it."""
    at = parse.tokens[trigger.index].sentence
    own = [e for e in found[at] if e.main.index < trigger.index and not _is_of_it(parse, e)]
    near = [*(event for n in range(max(0, at - BACK), at) for event in found[n]), *own]
    return near[-1] if near else None


def _is_of_it(parse: Parse, event: Event) -> bool:
    """Tell whether a verb goes on about what was told of: "it landed in a yard and did not explode"."""
    doers = subjects(parse, event.main.index)
    return bool(doers) and all(parse.tokens[i].lemma in POINTING for i in doers)


def _fizzles(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether a verb says that something did not go off: "it did not explode", "failed to explode"."""
    token = parse.tokens[trigger.index]
    fails = token.dep == "xcomp" and parse.tokens[token.head].lemma == "fail"
    return not trigger.noun and trigger.type == "bombing" and (fails or is_negated(parse, trigger.index))


def _failed(parse: Parse, trigger: Trigger, event: Event) -> bool:
    """Tell whether what did not go off is what an event was done with: "it", "the bomb", or the event's own grenade."""
    own = {*event.arguments.weapons, *event.main.tokens}
    return all(i in own or _points_back(parse, i) for i in subjects(parse, trigger.index))


def _points_back(parse: Parse, noun: int) -> bool:
    known = is_known(parse, noun) and is_weapon(parse, noun)
    ordered = any(parse.tokens[c].tag == "JJ" for c in parse.tokens[noun].children)  # "the second bomb", "the other"
    return parse.tokens[noun].lemma in POINTING or (known and not ordered)


def _may_have_failed(event: Event) -> bool:
    harmed = any(t.count.best for t in event.tolls)
    return event.main.type in BURSTS and not harmed
