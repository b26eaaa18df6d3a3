"""Short sentences in which somebody gives a number for what was told right before: "The rebels said 40"."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from geo.numerals import number_words

if TYPE_CHECKING:
    from spacy.tokens import Doc

SAYS = frozenset({"said", "says", "say", "reported", "reports", "report", "gave", "gives", "count"})
LONGEST = 14  # words
Piece = tuple[int, int]


def with_figures(doc: "Doc", pieces: Sequence[Piece], told: Sequence[bool]) -> Iterator[Piece]:
    """Yield the sentences that are worth parsing, and short ones after them in which somebody says a number.

    Parameters
    ----------
    doc
        The text.
    pieces
        Its sentences, as tokens ``[first, last)``.
    told
        For each, whether it is worth it by itself.
    """
    after = False
    for (first, last), tells in zip(pieces, told, strict=True):
        if tells or (after and last - first <= LONGEST and _gives_figure(doc, first, last)):
            yield first, last
        after = tells


def _gives_figure(doc: "Doc", first: int, last: int) -> bool:
    words = [doc[i].lower_ for i in range(first, last)]
    return not SAYS.isdisjoint(words) and any(word[0].isdigit() or word in number_words() for word in words)
