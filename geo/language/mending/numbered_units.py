"""Numbers that name a unit, which parsers hang as if they stood for something else: "Unit 8200", "Battalion 101"."""

from collections.abc import Sequence

from geo.language.mending.hanging import Hung, mending
from geo.lexicon import word_class
from geo.model import Token
from geo.syntax.tags import NOUN_TAGS


@mending
def with_numbered_units(tokens: Sequence[Token], unit: Token) -> Hung:
    """Return the number right behind a unit's word, in capitals, as the unit's own: not that of "Brigade 12 men"."""
    if unit.lemma not in word_class("unit") or not unit.text[0].isupper() or unit.tag not in NOUN_TAGS:
        return {}
    number, after = tokens[unit.index + 1 : unit.index + 3] if unit.index + 2 < len(tokens) else (unit, unit)
    own = number.tag == "CD" and number.sentence == unit.sentence and after.tag not in NOUN_TAGS
    return {number.index: ("nummod", unit.index)} if own and unit.head != number.index else {}
