"""A noun for a deed that another deed of its sentence came after or answered: "held 300 after Sunday's attack".

It is another event than the one that the sentence tells: "the ambush was to avenge the death of their commander". So
is what a deed led to: "nine were killed, prompting a raid in which 40 died".
"""

from itertools import groupby

from geo.incidents.reprisals import answers
from geo.lexicon import word_class
from geo.model import Parse, Token, Trigger
from geo.syntax import ancestors
from geo.syntax.tags import OBJECTS

AFTER = frozenset({"after", "following", "since"})
PAYS_BACK = frozenset({"avenge", "revenge"})
FOLLOWS = PAYS_BACK | {"follow"}
THROUGH = frozenset({"of", "in", "on", "against", "by", "at"})  # "following the death of 60 rebels in a clash"


def is_answered(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether a noun's deed is what another deed came after, followed, avenged or answered."""
    if not trigger.noun:
        return False
    below, above = _link(parse, trigger)
    after = above.text.lower() in AFTER or (below.dep in OBJECTS and above.lemma in FOLLOWS)
    after = after or (above.lemma == "to" and parse.tokens[above.head].lemma == "respond")  # police to a robbery
    return after or is_avenged(parse, trigger)


def is_avenged(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether a noun's deed is one for which another was done: "to avenge the death of", "in reprisal for"."""
    if not trigger.noun:
        return False
    below, above = _link(parse, trigger)
    paid_back = above.lemma in PAYS_BACK and below.dep in OBJECTS
    return paid_back or answers(parse, above)


def _link(parse: Parse, trigger: Trigger) -> tuple[Token, Token]:
    """Return the last of the nouns that a noun is part of, and the verb or preposition that links it to the rest."""
    below = parse.tokens[trigger.index]
    for above in ancestors(parse, trigger.index):
        if above.pos == "VERB" or (above.dep == "prep" and above.lemma not in THROUGH):
            return below, above
        below = above
    return below, below


def by_spark(parse: Parse, triggers: tuple[Trigger, ...]) -> list[tuple[Trigger, ...]]:
    """Return the triggers of a sentence apart: those of a deed, and those of what it is said to have led to."""
    return [tuple(members) for _, members in groupby(triggers, lambda t: _spark(parse, t))]


def _spark(parse: Parse, trigger: Trigger) -> int | None:
    """Return the participle by which one deed led to another, above a trigger: "sparking clashes"; None for none."""
    above = (t for t in ancestors(parse, trigger.index) if t.lemma in word_class("leads_to"))
    return next((t.index for t in above if t.tag == "VBG" and t.dep in {"advcl", "acl", "conj"}), None)
