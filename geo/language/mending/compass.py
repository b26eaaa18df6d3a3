"""Points of the compass that parsers hang nouns on or take for doers or things: "an assault west of the airport"."""

from collections.abc import Sequence

from geo.language.mending.hanging import Hung, mending, place_of
from geo.model import Token
from geo.syntax.tags import NOUN_SUBJECTS

POINTS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})


@mending
def with_compass(tokens: Sequence[Token], point: Token) -> Hung:
    """Return such a noun in the place of the point, which then says where it was.

    So it does before a subject: "Further north, in Kirkuk, gunmen held a judge", and where it was taken for a thing:
    "driven north to Lindi".
    """
    if point.lemma not in POINTS or point.pos != "NOUN":
        return {}
    if point.dep in NOUN_SUBJECTS:
        others = (tokens[i] for i in tokens[point.head].children if i > point.index)
        return {point.index: ("npadvmod", point.head)} if any(t.dep in NOUN_SUBJECTS for t in others) else {}
    if point.dep == "dobj" and not point.children:
        return {point.index: ("npadvmod", point.head)}
    if all(tokens[i].lemma != "of" for i in point.children):
        return {}
    noun = tokens[point.index - 1]
    if noun.head != point.index or noun.dep != "compound":
        return {}
    before = {i: (tokens[i].dep, noun.index) for i in point.children if i < noun.index}
    after = {i: (tokens[i].dep, noun.index) for i in point.children if i > point.index + 1}
    return {**before, **after, noun.index: place_of(point, noun), point.index: ("advmod", noun.index)}
