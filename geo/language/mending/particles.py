"""Particles that parsers take for prepositions: "finished off a wounded man" finished the man off, not off the man.

So they do with the death of "hacked to death six women", to which they hang the women.
"""

from collections.abc import Sequence

from geo.language.mending.hanging import Hung, rehung
from geo.model import Token


def with_particles(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return tokens, what is tagged as a particle as one of its verb, whose object follows it.

    Parameters
    ----------
    tokens
        A document's.
    """
    hung: Hung = {}
    for token in tokens:
        objects = [i for i in token.children if tokens[i].dep == "pobj"] if token.tag == "RP" else []
        named = any(tokens[i].pos == "PROPN" for i in objects)  # "abducted off Jolo"
        if objects and tokens[token.head].pos == "VERB" and not named:
            hung[token.index] = ("prt", token.head)
            hung.update(dict.fromkeys(objects, ("dobj", token.head)))
        elif token.lemma == "death" and token.dep == "compound" and tokens[token.index - 1].text.lower() == "to":
            hung.update(_to_death(tokens, token))
    return rehung(tokens, hung) if hung else tuple(tokens)


def _to_death(tokens: Sequence[Token], death: Token) -> Hung:
    """Return a death as that to which people were hacked, and the noun behind it as whom that befell."""
    to, whom = tokens[death.index - 1], tokens[death.head]
    if whom.head != to.index:
        return {}
    return {death.index: ("pobj", to.index), whom.index: ("dobj", to.head)}
