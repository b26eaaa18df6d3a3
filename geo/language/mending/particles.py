"""Particles that parsers take for prepositions: "finished off a wounded man" finished the man off, not off the man."""

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
        if objects and tokens[token.head].pos == "VERB" and not any(_is_name(tokens[i]) for i in objects):
            hung[token.index] = ("prt", token.head)
            hung.update(dict.fromkeys(objects, ("dobj", token.head)))
    return rehung(tokens, hung) if hung else tuple(tokens)


def _is_name(noun: Token) -> bool:
    return noun.pos == "PROPN"  # "abducted off Jolo"
