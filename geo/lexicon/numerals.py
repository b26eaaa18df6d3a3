"""Numbers as reports write them: "30", "1,200", "twenty-two", "two dozen", "a hundred and five"."""

import re
from collections.abc import Iterable
from functools import cache

from geo.lexicon import Row, load_rows

FIGURES = re.compile(r"\d{1,3}(?:[,.\s]\d{3})+|\d+")
MOST = 10**12  # what a report counts is less; a longer row of digits is an account, a telephone or a trick
# "twentytwo", as cables write it
FUSED = re.compile(
    r"^((?:twen|thir|for|four|fif|six|seven|eigh|nine)ty)(?=(?:one|two|three|four|five|six|seven|eight|nine)$)"
)
PARTS = re.compile(r"[^\W\d_]+|\d[\d,.]*")


@cache
def number_words() -> dict[str, tuple[int, str]]:
    """Return the value and the kind of each number word of the lexicon."""
    rows = load_rows("numerals", ("word", "value", "kind"), _no_number, kind=("unit", "scale", "one"))
    return {word: (int(value), kind) for word, value, kind in rows}


def _no_number(row: Row) -> str | None:
    return None if row[1].isdecimal() else f"{row[1]!r} is no whole number"


def read_number(words: Iterable[str]) -> int | None:
    """Return the whole number up to `MOST` that words or figures spell, or None if they spell none.

    Parameters
    ----------
    words
        Any case; hyphens and a linking "and" are allowed: ``["twenty-two"]``, ``["two", "hundred", "and", "five"]``.
    """
    parts = _behind_hour([part for word in words for part in _parts(word) if part != "and"])
    total = group = 0
    for part in parts:
        value, kind = _value(part)
        if kind == "scale":
            group = max(group, 1) * value
            if value >= 1000:
                total, group = total + group, 0
        elif kind:
            group += value
        else:
            return None
        if total + group > MOST:
            return None
    return total + group if parts else None


def _behind_hour(parts: list[str]) -> list[str]:
    """Return the parts of a number without the hour before it: "at 1400 one of the wounded died"."""
    hour = len(parts) > 1 and parts[0].isdigit() and _value(parts[1])[1] in {"unit", "one"}
    return parts[1:] if hour and not parts[1].isdigit() else parts


def _parts(word: str) -> list[str]:
    return [word] if FIGURES.fullmatch(word) else PARTS.findall(FUSED.sub(r"\1 ", word.lower()))


def _value(part: str) -> tuple[int, str]:
    if FIGURES.fullmatch(part):
        digits = re.sub(r"\D", "", part)
        return (int(digits), "unit") if len(digits) <= len(str(MOST)) else (0, "")
    return number_words().get(part, (0, ""))
