"""Nouns that parsers hang on the point of the compass behind them: "launched an assault west of the airport"."""

from collections.abc import Sequence

from geo.language.mending.hanging import Hung, rehung
from geo.model import Token

POINTS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})


def with_compass(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return tokens, such a noun in the place of the point, which then says where it was.

    Parameters
    ----------
    tokens
        A document's.
    """
    hung: Hung = {}
    for point in tokens:
        if point.lemma in POINTS and point.pos == "NOUN" and any(tokens[i].lemma == "of" for i in point.children):
            hung.update(_noun_first(tokens, point, tokens[point.index - 1]))
    return rehung(tokens, hung) if hung else tuple(tokens)


def _noun_first(tokens: Sequence[Token], point: Token, noun: Token) -> Hung:
    if noun.head != point.index or noun.dep != "compound":
        return {}
    above = noun.index if point.dep == "ROOT" else point.head
    before = {i: (tokens[i].dep, noun.index) for i in point.children if i < noun.index}
    after = {i: (tokens[i].dep, noun.index) for i in point.children if i > point.index + 1}
    return {**before, **after, noun.index: (point.dep, above), point.index: ("advmod", noun.index)}
