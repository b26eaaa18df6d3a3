"""Names of bodies whose words parsers hang one by one on the noun behind: "a New People's Army raid" is one army's."""

from collections.abc import Sequence

from geo.language.mending.hanging import Hung, rehung
from geo.lexicon.shared import words_of_side
from geo.model import Token
from geo.syntax.tags import MODIFIERS

OWN = MODIFIERS | {"poss"}
BODIES = frozenset({"ORG", "LOC", "FAC"})  # as which the recogniser takes them


def with_whole_names(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return tokens, the words of such a name hung on its last.

    Parameters
    ----------
    tokens
        A document's.
    """
    hung: Hung = {}
    for last in tokens:
        if last.dep in MODIFIERS and last.head > last.index and last.pos == "PROPN":
            hung.update(_words_before(tokens, last))
    return rehung(tokens, hung) if hung else tuple(tokens)


def _words_before(tokens: Sequence[Token], last: Token) -> Hung:
    """Return the words of a name before its last that hang on the same noun."""
    hung: Hung = {}
    first = last.index
    if last.entity in BODIES and tokens[first + 1].entity != last.entity:
        while first and tokens[first - 1].entity == last.entity:
            first -= 1
    if first and f"{tokens[first - 1].text} {last.text}".lower() in words_of_side("name"):
        first -= 1
    for word in tokens[first : last.index]:
        if word.head == last.head and word.dep in OWN:
            hung[word.index] = ("compound", last.index)
    return hung
