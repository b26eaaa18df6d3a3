"""Texts -> the numbers of their words in one list of words, and those as planes of bytes.

Deflate looks back 32 KB and spells each word anew; reports of one conflict use the same few thousand words, so a number
for each, frequent words a short one, takes about half. A blank between two words is not written (the "spaceless words"
of Moura, Navarro, Ziviani and Baeza-Yates 2000); all else between words is a word of the list itself.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

END, MISSING = 0, 1  # after each text; in place of one that is missing
RESERVED = 2
ONE, TWO = 128, 64 << 8  # how many numbers take one byte, and how many two; what is left takes three

_TOKEN = re.compile(r"\w+|\W+")


class Words:
    """A list of words that grows by counting, and is then fixed, frequent ones first."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._numbers: dict[str, int] = {}

    def count(self, texts: Iterable[str | None]) -> None:
        """Count the words of some texts."""
        for text in texts:
            if text is not None:
                self._counts.update(_tokens(text))

    def listed(self) -> dict[str, list[object]]:
        """Fix the list and return it, with the numbers of those that are no words but stand between them."""
        order = [token for token, _ in sorted(self._counts.items(), key=lambda item: (-item[1], item[0]))]
        self._numbers = {token: number for number, token in enumerate(order, RESERVED)}
        gaps = [number for token, number in self._numbers.items() if not _is_word(token)]
        return {"words": [None, None, *order], "gaps": [*gaps]}

    def coded(self, texts: Sequence[str | None]) -> list[int]:
        """Return texts as numbers, an `END` after each."""
        numbers: list[int] = []
        for text in texts:
            if text is None:
                numbers.append(MISSING)
            else:
                numbers.extend(map(self._numbers.__getitem__, _tokens(text)))
            numbers.append(END)
        return numbers


def planes(numbers: Iterable[int]) -> bytes:
    """Return numbers as bytes: all first bytes, then the second bytes of those that have one, then the third.

    A first byte below 128 is the number; from 128 it holds the upper 6 bits of a number of 14, from 192 of one of 22.
    """
    first, second, third = bytearray(), bytearray(), bytearray()
    for number in numbers:
        if number < ONE:
            first.append(number)
        elif (rest := number - ONE) < TWO:
            first.append(128 | rest >> 8)
            second.append(rest & 255)
        else:
            rest -= TWO
            first.append(192 | rest >> 16)
            second.append(rest >> 8 & 255)
            third.append(rest & 255)
    return bytes(first + second + third)


def _tokens(text: str) -> list[str]:
    """Return the words of a text and what stands between them, without the blanks between two words."""
    tokens = _TOKEN.findall(text)
    last = len(tokens) - 1
    return [one for i, one in enumerate(tokens) if one != " " or i in {0, last}]


def _is_word(token: str) -> bool:
    return re.match(r"\w", token) is not None
