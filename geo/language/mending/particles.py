"""Particles that parsers take for prepositions: "finished off a wounded man" finished the man off, not off the man.

So they do with the death of "hacked to death six women", to which they hang the women.
"""

from collections.abc import Sequence

from geo.language.mending.hanging import Hung, mending
from geo.model import Token


@mending
def with_particles(tokens: Sequence[Token], token: Token) -> Hung:
    """Return what is tagged as a particle as one of its verb, whose object follows it."""
    objects = [i for i in token.children if tokens[i].dep == "pobj"] if token.tag == "RP" else []
    named = any(tokens[i].pos == "PROPN" for i in objects)  # "abducted off Jolo"
    if objects and tokens[token.head].pos == "VERB" and not named:
        return {token.index: ("prt", token.head), **dict.fromkeys(objects, ("dobj", token.head))}
    return _to_death(tokens, token) if token.lemma == "death" and token.dep == "compound" else {}


def _to_death(tokens: Sequence[Token], death: Token) -> Hung:
    """Return a death as that to which people were hacked, and the noun behind it as whom that befell."""
    to, whom = tokens[death.index - 1], tokens[death.head]
    if to.text.lower() != "to" or whom.head != to.index:
        return {}
    return {death.index: ("pobj", to.index), whom.index: ("dobj", to.head)}
