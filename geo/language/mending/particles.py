"""Particles that parsers take for prepositions: "finished off a wounded man" finished the man off, not off the man.

So they do with the death of "hacked to death six women", to which they hang the women, and "shot a man dead" shot no
dead man.
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
    if token.lemma == "dead" and token.dep == "amod":
        return _shot_dead(tokens, token)
    return _to_death(tokens, token) if token.lemma == "death" and token.dep == "compound" else {}


def _shot_dead(tokens: Sequence[Token], dead: Token) -> Hung:
    """Return a "dead" behind those whom a deed befell as what it left them."""
    whom = tokens[dead.head]
    befell = whom.index < dead.index and whom.dep == "dobj" and whom.pos != "NUM"  # "the hospital counted four dead"
    return {dead.index: ("oprd", whom.head)} if befell else {}


def _to_death(tokens: Sequence[Token], death: Token) -> Hung:
    """Return a death as that to which people were hacked, and the noun behind it as whom that befell."""
    to, whom = tokens[death.index - 1], tokens[death.head]
    if to.text.lower() != "to" or whom.head != to.index:
        return {}
    return {death.index: ("pobj", to.index), whom.index: ("dobj", to.head)}
