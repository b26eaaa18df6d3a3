"""Texts -> which of them are copies: one wire story, printed by several outlets, is one source and not several.

The texts pass by once. A sketch of each stays, in a file that is gone with the process, so that millions of texts cost
a hundred bytes of memory each; then only those that share a run of words are compared.
"""

import re
import zlib
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from tempfile import TemporaryFile
from typing import IO, Self

import numpy as np

from geo.model import Report

SHINGLE = 5  # words that are compared together
SKETCH = 128  # smallest hashes that stand for a text: the error of the likeness is about 4 % (Broder 1997)
KEYS = 8  # of these, by which copies find each other
COMMON = 3  # keys that two must have in common to be compared; texts alike to 0.8 have fewer in one case of a thousand
ALIKE = 0.8  # share of shingles in common
SAME_DAYS, ALIKE_DAYS = 3, 1  # between copies; a form filled in anew every week is no copy
MOST_COMPARED = 16  # texts that share a key, so that boilerplate in thousands of texts costs no more
PADDING = 2**64 - 1  # after the hashes of a short text
PRIME, MIXER = np.uint64(0x100000001B3), np.uint64(0xFF51AFD7ED558CCD)
UNDATED = date.max.toordinal()

_WORD = re.compile(r"\w+")


def plain(text: str) -> str:
    """Return the words of a text in lower case, one space between them: what copies have in common."""
    return " ".join(_WORD.findall(text.casefold()))


@dataclass(slots=True)
class Copies:
    """Takes the reports one by one, in any order, and then says which are copies of which.

    A copy has the same words as the first, or four fifths of its runs of five words in common, and came out within
    days. The first is the one that came out first, and of one day that with the smallest id.
    """

    ids: list[str] = field(default_factory=list)
    days: "array[int]" = field(default_factory=lambda: array("l"))  # on which they came out; `UNDATED`
    _keys: "array[int]" = field(default_factory=lambda: array("Q"))  # `KEYS` of each
    _file: IO[bytes] = field(default_factory=TemporaryFile)  # the hash of the whole and `SKETCH` more, for each

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, report: Report) -> None:
        """Take in a report."""
        words = plain(report.text)
        sketch = _sketch(words)
        self.ids.append(report.id)
        self.days.append(report.published.toordinal() if report.published else UNDATED)
        self._keys.extend((sketch * KEYS)[:KEYS])
        padded = [_hash(words), *sketch, *[PADDING] * (SKETCH - len(sketch))]
        self._file.write(array("Q", padded).tobytes())

    def ranks(self) -> list[int]:
        """Return for each report its place in their order by day and id, whatever order they came in."""
        ranks = [0] * len(self.ids)
        for rank, number in enumerate(sorted(range(len(self.ids)), key=lambda n: (self.days[n], self.ids[n]))):
            ranks[number] = rank
        return ranks

    def first(self) -> list[int]:
        """Return for each report the number of the first one that it is a copy of; its own if it is none."""
        first = list(range(len(self.ids)))
        if not first:
            return first
        holders: dict[int, list[int]] = {}
        for number, keys in self._shared():
            near = Counter(one for key in keys for one in holders.get(key, ()))
            likely = (one for one, common in near.items() if common >= min(COMMON, len(self._own(number))))
            found = next((one for one in likely if self._is_copy(one, number)), None)
            if found is not None:
                first[number] = found
                continue
            for key in keys:
                holders.setdefault(key, []).append(number)
                del holders[key][:-MOST_COMPARED]
        return first

    def _shared(self) -> Iterator[tuple[int, list[int]]]:
        """Yield the reports that share keys with others, in the order of their days and ids, with those keys."""
        keys = np.frombuffer(self._keys, dtype=np.uint64)
        ordered = np.sort(keys)
        twice = np.unique(ordered[1:][ordered[1:] == ordered[:-1]])
        of_report = np.isin(keys, twice).reshape(-1, KEYS)
        sharing = np.flatnonzero(of_report.any(axis=1)).tolist()
        for number in sorted(sharing, key=lambda n: (self.days[n], self.ids[n])):
            own = self._own(number)
            shared = [key for key, several in zip(own, of_report[number].tolist(), strict=False) if several]
            if len(shared) >= min(COMMON, len(own)):
                yield number, shared

    def _own(self, number: int) -> list[int]:
        """Return the keys of a report; a short text has fewer than `KEYS`."""
        return list(dict.fromkeys(self._keys[number * KEYS : (number + 1) * KEYS]))

    def _is_copy(self, one: int, other: int) -> bool:
        apart = abs(self.days[one] - self.days[other]) if UNDATED not in {self.days[one], self.days[other]} else 0
        if apart > SAME_DAYS:
            return False
        (whole, *these), (same, *those) = self._stored(one), self._stored(other)
        return whole == same or (apart <= ALIKE_DAYS and _likeness(these, those) >= ALIKE)

    def _stored(self, number: int) -> list[int]:
        """Return what is in the file of a report: the hash of the whole, and its sketch."""
        size = 8 * (SKETCH + 1)
        self._file.seek(number * size)
        stored: list[int] = np.frombuffer(self._file.read(size), dtype=np.uint64).tolist()
        return stored[: bisect_left(stored, PADDING, lo=1)]


def _sketch(words: str) -> list[int]:
    """Return the smallest hashes of all runs of `SHINGLE` words."""
    codes = np.fromiter(map(zlib.crc32, words.encode(errors="surrogatepass").split()), dtype=np.uint64)
    runs = max(1, len(codes) - SHINGLE + 1)
    hashes = np.zeros(runs, dtype=np.uint64)
    for nth in range(min(SHINGLE, len(codes))):  # a polynomial in the words' codes, modulo 2 ** 64
        hashes = hashes * PRIME + codes[nth : nth + runs]
    hashes = (
        hashes ^ hashes >> np.uint64(33)
    ) * MIXER  # as MurmurHash3 ends, so that the smallest are of all runs alike
    return np.unique(hashes ^ hashes >> np.uint64(33))[:SKETCH].tolist()  # type: ignore[no-any-return]


def _hash(words: str) -> int:
    return int.from_bytes(blake2b(words.encode(errors="surrogatepass"), digest_size=8).digest())


def _likeness(one: list[int], other: list[int]) -> float:
    """Return the share of runs in common, as the smallest hashes of both together estimate it (Broder 1997)."""
    both = {*one} & {*other}
    union = sorted({*one, *other})[: max(len(one), len(other))]
    return sum(value in both for value in union) / len(union)
