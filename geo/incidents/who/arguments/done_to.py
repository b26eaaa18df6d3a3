"""Whom a verb befalls where neither an auxiliary nor an object shows it: "Judge dragged from car"."""

from geo.incidents.who.nouns.kinds import FIGHTERS, is_armed, kind_of
from geo.lexicon import word_class
from geo.model import Parse
from geo.syntax import children, conjuncts, is_passive, prepositional, subjects
from geo.syntax.tags import PAST, VERBS

APPEARS = frozenset({"turn", "surface"})  # what was hidden does: "opium turned up in the spare wheels"


def is_done_to(parse: Parse, verb: int) -> bool:
    """Tell whether a verb says what befell its subject, also where headlines leave "were" out.

    "Judges dragged from car by militiamen" names who did it; else it takes a verb that people do not do by themselves:
    "Headman snatched from his bed".
    """
    token = parse.tokens[verb]
    if is_passive(parse, verb):
        return True
    if token.tag not in PAST or children(parse, verb, "dobj", "aux", "auxpass"):
        return False
    if token.lemma in APPEARS:
        return True
    by = prepositional(parse, verb, ("by",))
    if any(is_armed(parse, i) or kind_of(parse, i) in FIGHTERS for i in by):
        return True
    people = not any(is_armed(parse, i) for i in subjects(parse, verb))
    return token.lemma in word_class("drag") and people and bool(prepositional(parse, verb, ("from", "off", "of")))


def held_so(parse: Parse, verb: int) -> tuple[int, ...]:
    """Return who is said to be held in a state, where parsers make a clause of both: "held a dozen guests captive"."""
    states = (t for t in children(parse, verb, "ccomp") if t.pos not in VERBS and t.lemma in word_class("held_as"))
    held = (t.index for state in states for t in children(parse, state.index, "nsubj"))
    return tuple(i for noun in held for i in conjuncts(parse, noun))
