"""A noun for a deed that another deed of its sentence came after or answered: "held 300 after Sunday's attack".

It is another event than the one that the sentence tells: "the ambush was to avenge the death of their commander".
"""

from geo.incidents.reprisals import answers
from geo.model import Parse, Token, Trigger
from geo.syntax import ancestors

AFTER = frozenset({"after", "following", "since"})
PAYS_BACK = frozenset({"avenge", "revenge"})
FOLLOWS = PAYS_BACK | {"follow"}
THROUGH = frozenset({"of", "in", "on", "against", "by", "at"})  # "following the death of 60 rebels in a clash"


def is_answered(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether a noun's deed is what another deed came after, followed, avenged or answered.

    Parameters
    ----------
    parse, trigger
        The text, and an event's main word.
    """
    if not trigger.noun:
        return False
    below, above = _link(parse, trigger)
    after = above.text.lower() in AFTER or (below.dep in {"dobj", "nsubjpass"} and above.lemma in FOLLOWS)
    after = after or (above.lemma == "to" and parse.tokens[above.head].lemma == "respond")  # police to a robbery
    return after or is_avenged(parse, trigger)


def is_avenged(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether a noun's deed is one for which another was done: "to avenge the death of", "in reprisal for".

    Parameters
    ----------
    parse, trigger
        The text, and one of its triggers.
    """
    if not trigger.noun:
        return False
    below, above = _link(parse, trigger)
    paid_back = above.lemma in PAYS_BACK and below.dep in {"dobj", "nsubjpass"}
    return paid_back or answers(parse, above)


def _link(parse: Parse, trigger: Trigger) -> tuple[Token, Token]:
    """Return the last of the nouns that a noun is part of, and the verb or preposition that links it to the rest."""
    below = parse.tokens[trigger.index]
    for above in ancestors(parse, trigger.index):
        if above.pos == "VERB" or (above.dep == "prep" and above.lemma not in THROUGH):
            return below, above
        below = above
    return below, below
