"""Texts -> the numbers of their words in one list of words, and those as planes of bytes.

Deflate looks back 32 KB and spells each word anew; reports of one conflict use the same few thousand words, so a number
for each, frequent words a short one, takes about half. A blank between two words is not written (the "spaceless words"
of Moura, Navarro, Ziviani and Baeza-Yates 2000); all else between words is a word of the list itself.
"""

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable
from itertools import count

import numpy as np
from numpy.typing import NDArray

END, MISSING = 0, 1  # after each text; in place of one that is missing
RESERVED = 2
ONE, TWO = 128, 64 << 8  # how many numbers take one byte, and how many two; what is left takes four

Numbers = NDArray[np.int32]

# A blank between two words is passed over.
_TOKEN = re.compile(r"\w+|(?!(?<=\w) \b)\W+")


class Words:
    """A list of words: numbered as they come, and again, frequent ones first, once all have come."""

    def __init__(self) -> None:
        self._numbers: defaultdict[str, int] = defaultdict(count(RESERVED).__next__)
        self._uses = np.zeros(RESERVED, np.int64)

    def coded(self, texts: Iterable[str | None]) -> "array[int]":
        """Return texts as the numbers of their words as they came, an `END` after each."""
        numbers = array("i")
        number = self._numbers.__getitem__
        for text in texts:
            numbers.extend(map(number, _TOKEN.findall(text)) if text is not None else (MISSING,))
            numbers.append(END)
        self._count(numbers)
        return numbers

    def _count(self, numbers: "array[int]") -> None:
        uses = np.bincount(np.frombuffer(numbers, np.int32), minlength=len(self._uses))
        uses[: len(self._uses)] += self._uses
        self._uses = uses

    def ranked(self) -> tuple[dict[str, list[object]], Numbers]:
        """Return the list, with the numbers of those that are no words but stand between them, and the ranks.

        The rank of a word, its number in the list, stands at its number as it came.
        """
        words = [*self._numbers]
        order = sorted(range(len(words)), key=lambda came: (-self._uses[came + RESERVED], words[came]))
        ranks = np.arange(len(words) + RESERVED, dtype=np.int32)
        ranks[np.array(order, np.int32) + RESERVED] = np.arange(RESERVED, len(ranks), dtype=np.int32)
        listed = [words[came] for came in order]
        gaps = [rank for rank, word in enumerate(listed, RESERVED) if not _is_word(word)]
        return {"words": [None, None, *listed], "gaps": [*gaps]}, ranks


def planes(numbers: Numbers) -> bytes:
    """Return numbers as bytes: all first bytes, then the second bytes of those that have one, then the rest likewise.

    A first byte below 128 is the number; from 128 it holds the upper 6 bits of a number of 14, from 192 of one of 30,
    whose lowest byte is the second.
    """
    middle, large = numbers - ONE, numbers - ONE - TWO
    two, four = (middle >= 0) & (large < 0), large >= 0
    first = np.select([four, two], [192 | large >> 24, 128 | middle >> 8], numbers)
    second = np.where(four, large, middle)[two | four]
    rest = large[four]
    return b"".join((plane & 255).astype(np.uint8).tobytes() for plane in (first, second, rest >> 8, rest >> 16))


def _is_word(token: str) -> bool:
    return re.match(r"\w", token) is not None
