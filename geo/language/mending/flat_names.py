"""Names of bodies whose words parsers hang one by one on the noun behind: "a New People's Army raid" is one army's."""

from collections.abc import Sequence

from geo.language.mending.hanging import Hung, mending
from geo.model import Token
from geo.syntax.tags import MODIFIERS

OWN = MODIFIERS | {"poss"}
BODIES = frozenset({"ORG", "LOC", "FAC", "PERSON"})  # as which the recogniser takes them


@mending
def with_whole_names(tokens: Sequence[Token], last: Token) -> Hung:
    """Return the words of such a name before its last, which hang on the same noun, as hung on the last."""
    if last.dep not in MODIFIERS or last.head <= last.index or last.pos != "PROPN":
        return {}
    first = last.index
    if last.entity in BODIES and tokens[first + 1].entity != last.entity:
        while first and tokens[first - 1].entity == last.entity:
            first -= 1
    words = (w for w in tokens[first : last.index] if w.head == last.head and w.dep in OWN)
    return {word.index: ("compound", last.index) for word in words}
