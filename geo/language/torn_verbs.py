"""Verbs that parsers hang on a noun close by, though they say what came of something told further before.

In "a bomb hidden in a motorcycle wounded eleven" the motorcycle is wounded, and in "blew himself up among men who were
queuing for bread, killing nine" the men who queue do the killing.
"""

from collections.abc import Sequence

from geo.language.hanging import Hung, rehung
from geo.model import Token
from geo.tags import FINITE

PAST = frozenset({"VBN", "VBD"})
TRAILING = frozenset({"conj", "advcl"})
OF_NOUNS = frozenset({"acl", "relcl"})
# What came of something, as a participle at its end tells it.
HARMS = frozenset({"kill", "wound", "injure", "hurt", "leave", "maim", "destroy", "damage"})
SAYS = frozenset({"say", "report", "tell", "add", "claim", "announce", "state", "confirm"})
HIGHEST = 6  # links up the tree to the verb of the clause


def with_torn_verbs(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return tokens, such verbs at the head of their sentence or on the verb of their clause.

    Parameters
    ----------
    tokens
        A document's.
    """
    hung: Hung = {}
    for verb in tokens:
        if verb.dep == "acl" and verb.tag in PAST:
            hung.update(_heading(tokens, verb))
        elif verb.tag == "VBG" and verb.dep in TRAILING and verb.lemma in HARMS:
            hung.update(_trailing(tokens, verb))
    return rehung(tokens, hung) if hung else tuple(tokens)


def _heading(tokens: Sequence[Token], verb: Token) -> Hung:
    """Return a verb with an object as what its sentence says of the noun at its head, if all before is of that noun."""
    noun = tokens[verb.head]
    preposition = tokens[noun.head]
    participle = tokens[preposition.head]
    subject = tokens[participle.head]
    chain = noun.dep == "pobj" and participle.dep == "acl" and participle.tag == "VBN" and subject.dep == "ROOT"
    if not chain or noun.index != verb.index - 1 or not _has_object(tokens, verb):
        return {}
    return {verb.index: ("ROOT", verb.index), subject.index: ("nsubj", verb.index)}


def _has_object(tokens: Sequence[Token], verb: Token) -> bool:
    return any(tokens[i].dep == "dobj" for i in verb.children)


def _trailing(tokens: Sequence[Token], verb: Token) -> Hung:
    """Return a participle after a comma as of the clause whose verb told of the deed."""
    above = tokens[verb.head]
    if above.dep not in OF_NOUNS or tokens[verb.index - 1].text != ",":
        return {}
    for _ in range(HIGHEST):
        above = tokens[above.head]
        if above.pos == "VERB" and above.dep not in OF_NOUNS:
            told = above.tag in {*FINITE, "VBN"} and above.lemma not in SAYS
            return {verb.index: ("advcl", above.index)} if told else {}
    return {}
