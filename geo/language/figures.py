"""Short sentences in which somebody answers what was told right before: "The rebels said 40", "He called it a lie"."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from geo.lexicon import word_class
from geo.lexicon.numerals import number_words

if TYPE_CHECKING:
    from spacy.tokens import Doc

NOT = frozenset({"no", "not", "nobody", "nothing", "none", "never"})
LONGEST = 16  # words
Piece = tuple[int, int]


def with_figures(doc: "Doc", pieces: Sequence[Piece], told: Sequence[bool]) -> Iterator[Piece]:
    """Yield the sentences that are worth parsing, and short ones after them in which somebody answers.

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
        if tells or (after and last - first <= LONGEST and _answers(doc, first, last)):
            yield first, last
        after = tells


def _answers(doc: "Doc", first: int, last: int) -> bool:
    """Tell whether somebody says a number or that something is not so, or is named."""
    words = [doc[i].lower_ for i in range(first, last)]
    if words[0] == "(":  # "(Governor Ivan Koval)"
        return True
    told = any(w[0].isdigit() or w in number_words() or w in NOT for w in words)
    return told and not word_class("gives_figure").isdisjoint(words)
