"""Nouns that parsers hang on the point of the compass behind them: "launched an assault west of the airport"."""

from collections.abc import Sequence

from geo.language.mending.hanging import Hung, mending
from geo.model import Token

POINTS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})


@mending
def with_compass(tokens: Sequence[Token], point: Token) -> Hung:
    """Return such a noun in the place of the point, which then says where it was."""
    if point.lemma not in POINTS or point.pos != "NOUN" or all(tokens[i].lemma != "of" for i in point.children):
        return {}
    noun = tokens[point.index - 1]
    if noun.head != point.index or noun.dep != "compound":
        return {}
    above = noun.index if point.dep == "ROOT" else point.head
    before = {i: (tokens[i].dep, noun.index) for i in point.children if i < noun.index}
    after = {i: (tokens[i].dep, noun.index) for i in point.children if i > point.index + 1}
    return {**before, **after, noun.index: (point.dep, above), point.index: ("advmod", noun.index)}
