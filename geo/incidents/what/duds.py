"""Words that a bomb did not go off -> the event of the sentence before, which then was only tried."""

from collections.abc import Sequence
from dataclasses import replace

from geo.incidents.what.events import Event
from geo.incidents.who.arms import is_weapon
from geo.model import Parse, Trigger
from geo.syntax import is_known, is_negated, subjects

BACK = 2  # sentences over which "it failed to explode" reaches
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
        at = parse.tokens[trigger.index].sentence
        told = next((n for n in range(at - 1, at - 1 - BACK, -1) if n >= 0 and found[n]), None)
        if told is not None and _may_have_failed(found[told][-1]):
            tried = replace(found[told][-1].assertion, stage="attempted")
            found[told][-1] = replace(found[told][-1], assertion=tried)
    return found


def _fizzles(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether a verb says that what was told of did not go off: "it did not explode", "failed to explode"."""
    token = parse.tokens[trigger.index]
    fails = token.dep == "xcomp" and parse.tokens[token.head].lemma == "fail"
    if trigger.noun or trigger.type != "bombing" or not (fails or is_negated(parse, trigger.index)):
        return False
    return all(_points_back(parse, i) for i in subjects(parse, trigger.index))


def _points_back(parse: Parse, noun: int) -> bool:
    known = is_known(parse, noun) and is_weapon(parse, noun)
    ordered = any(parse.tokens[c].tag == "JJ" for c in parse.tokens[noun].children)  # "the second bomb", "the other"
    return parse.tokens[noun].lemma in POINTING or (known and not ordered)


def _may_have_failed(event: Event) -> bool:
    harmed = any(t.count.best for t in event.tolls)
    return event.main.type in {"bombing", "arson", "attack"} and not harmed
