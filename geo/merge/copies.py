"""Texts -> which of them are copies: one wire story, printed by several outlets, is one source and not several."""

import re
import zlib
from collections.abc import Sequence
from datetime import date

from geo.model import Report

SHINGLE = 5  # words that are compared together
SKETCH = 128  # smallest hashes that stand for a text: the error of the likeness is about 4 % (Broder 1997)
KEYS = 8  # of these, by which copies find each other; texts alike to 0.8 miss all eight in less than one case of 10^5
ALIKE = 0.8  # share of shingles in common
SAME_DAYS, ALIKE_DAYS = 3, 1  # between copies; a form filled in anew every week is no copy
MOST_COMPARED = 16  # texts that share a key, so that boilerplate in thousands of texts costs no more

_WORD = re.compile(r"\w+")


def plain(text: str) -> str:
    """Return the words of a text in lower case, one space between them: what copies have in common."""
    return " ".join(_WORD.findall(text.casefold()))


def copies(reports: Sequence[Report]) -> list[int]:
    """Return for each report the index of the first one that it is a copy of; its own if it is none.

    Parameters
    ----------
    reports
        In any order. A copy has the same words, or four fifths of its runs of five words in common, and came out
        within days.
    """
    first = list(range(len(reports)))
    same: dict[str, list[int]] = {}
    alike: dict[int, list[int]] = {}
    sketches: dict[int, tuple[int, ...]] = {}
    for number, report in enumerate(reports):
        words = plain(report.text)
        found = _same(number, same.setdefault(words, []), reports)
        if found is None:
            sketches[number] = _sketch(words)
            found = _alike(number, sketches, alike, reports)
        if found is None:
            _enter(number, same[words], sketches[number], alike)
        else:
            first[number] = found
            if found not in same[words]:
                same[words].append(found)
    return first


def _same(number: int, twins: Sequence[int], reports: Sequence[Report]) -> int | None:
    return next((n for n in twins if _days_apart(reports[n], reports[number]) <= SAME_DAYS), None)


def _alike(
    number: int, sketches: dict[int, tuple[int, ...]], alike: dict[int, list[int]], reports: Sequence[Report]
) -> int | None:
    mine = sketches[number]
    near = dict.fromkeys(n for key in mine[:KEYS] for n in alike.get(key, ()))
    return next(
        (
            n
            for n in near
            if _days_apart(reports[n], reports[number]) <= ALIKE_DAYS and _likeness(sketches[n], mine) >= ALIKE
        ),
        None,
    )


def _enter(number: int, twins: list[int], sketch: tuple[int, ...], alike: dict[int, list[int]]) -> None:
    twins.append(number)
    for key in sketch[:KEYS]:
        if len(alike.setdefault(key, [])) < MOST_COMPARED:
            alike[key].append(number)


def _sketch(words: str) -> tuple[int, ...]:
    """Return the smallest hashes of all runs of `SHINGLE` words."""
    listed = words.encode().split()
    runs = (b" ".join(listed[i : i + SHINGLE]) for i in range(max(1, len(listed) - SHINGLE + 1)))
    return tuple(sorted({zlib.crc32(run) for run in runs})[:SKETCH])


def _likeness(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Return the share of runs in common, as the smallest hashes of both together estimate it (Broder 1997)."""
    both = set(one) & set(other)
    union = sorted({*one, *other})[: max(len(one), len(other))]
    return sum(value in both for value in union) / len(union)


def _days_apart(one: Report, other: Report) -> int:
    """Return the days between two reports, 0 where a day is not known."""
    days: list[date | None] = [one.published, other.published]
    return 0 if None in days else abs((days[0] - days[1]).days)  # type: ignore[operator]
