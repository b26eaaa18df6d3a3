"""Prepositions that open a sentence and are taken for a part of the name behind them: "Outside Kano, gunmen killed"."""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

OPENING = frozenset({"At", "In", "Near", "Inside", "Outside", "Around", "Across", "Along", "Off", "Over"})


def openings(doc: "Doc", starts: Collection[int]) -> Iterator[int]:
    """Yield the tokens of prepositions that open a sentence.

    Parameters
    ----------
    doc
        spaCy's document.
    starts
        The first tokens of its sentences.
    """
    return (start for start in starts if doc[start].text in OPENING)
