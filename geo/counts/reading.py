"""The words of a number -> the range and best value that they say: "at least 30", "20 to 25", "several hundred"."""

import re
from functools import cache
from itertools import pairwise

from geo.lexicon import Row, load_rows
from geo.lexicon.numerals import number_words, read_number
from geo.model import Count, Token

RANGE = re.compile(r"(?:between |from )?(.+?) (?:to|or|and|-|–|—) (.+)")
FIGURE_RANGE = re.compile(r"(\d+)[-–—](\d+)")
HALF_DOZEN = re.compile(r"half[ -]a[ -]dozen|(?:a )?half[ -]dozen")
CONNECTORS = frozenset({"to", "or", "and", "-", "–", "—"})
SOME = frozenset({"several", "few"})


@cache
def bounds() -> dict[str, str]:
    """Return the words before a number that bound it, longest first."""
    rows = load_rows("number_bounds", ("phrase", "bound"), bound=("floor", "about", "ceiling", "below"))
    return dict(sorted(rows, key=lambda row: -len(row[0])))  # type: ignore[arg-type]


@cache
def vague_numbers() -> dict[str, Count]:
    """Return the ranges of words such as "dozens"."""
    rows = load_rows("vague_numbers", ("word", "low", "best", "high"), _wrong_range)
    return {word: Count(int(low), int(best), int(high)) for word, low, best, high in rows}


def _wrong_range(row: Row) -> str | None:
    if not all(cell.isdecimal() for cell in row[1:]):
        return "low, best and high must be whole numbers"
    return None if all(int(a) <= int(b) for a, b in pairwise(row[1:])) else "low, best and high must rise"


def is_vague(text: str) -> bool:
    """Tell whether a word is a vague number: a plural ("dozens"), or one such as "several" or "few"."""
    word = text.removesuffix("s")
    return (text != word and word in vague_numbers()) or (text in vague_numbers() and text not in number_words())


def read_count(words: list[str]) -> Count | None:
    """Return the count that the words of a number say, those that bound it included.

    Parameters
    ----------
    words
        In small letters: ``["at", "least", "30"]``, ``["several", "hundred"]``.
    """
    text = HALF_DOZEN.sub("6", " ".join(words))
    bound = next((phrase for phrase in bounds() if text.startswith(f"{phrase} ")), None)
    rest = text.removeprefix(f"{bound} ") if bound else text
    count = _read_vague(rest) or _read_range(rest) or _read_exact(rest)
    return _bounded(count, bounds()[bound]) if count and bound else count


def _read_vague(text: str) -> Count | None:
    """Read "dozens", "a few", "several hundred" (two of them at least), "tens of thousands" (their product)."""
    words = text.removeprefix("a ").split()
    if not any(is_vague(word) for word in words):
        return None
    if words[0] in SOME and len(words) > 1:
        return _some(" ".join(words[1:]))
    known = [vague_numbers()[w] for word in words for w in {word, word.removesuffix("s")} if w in vague_numbers()]
    if len(words) == 3 and words[1] == "of" and len(known) == 2:
        first, scale = known[0], known[1].low
        return Count(first.low * scale, first.best * scale, (first.high + 1) * scale - 1)
    return max(known, key=lambda count: count.high)


def _some(scale: str) -> Count | None:
    """Return what "several" or "a few" of a large number are: two or more, and fewer than the next larger word."""
    one = _read_vague(scale) or vague_numbers().get(scale)
    number = one.low if one else read_number(scale.split())
    return Count(2 * number, 2 * number, one.high if one else 10 * number - 1) if number else None


def _read_range(text: str) -> Count | None:
    match = FIGURE_RANGE.fullmatch(text) or RANGE.fullmatch(text)
    ends = [read_number(group.split()) for group in match.groups()] if match else []
    if len(ends) != 2 or ends[0] is None or ends[1] is None or ends[0] >= ends[1]:
        return None
    return Count(ends[0], ends[0], ends[1])


def _read_exact(text: str) -> Count | None:
    number = read_number(text.split())
    return None if number is None else Count(number, number, number)


def _bounded(count: Count, bound: str) -> Count:
    """Return what a bound makes of a number; see the lexicon."""
    if bound == "ceiling":
        return Count(min(1, count.low), count.best, count.high)
    if bound == "below":
        most = max(count.high - 1, 0)
        return Count(min(1, most), most, most)
    return count


def is_number(token: Token) -> bool:
    """Tell whether a token is a number, exact or vague: "12", "five", "dozens"."""
    text = token.text.lower()
    if FIGURE_RANGE.fullmatch(text) or is_vague(text):
        return True
    if ":" in text or (token.entity == "DATE" and re.fullmatch(r"(?:19|20)\d\d", text)):  # "**14:25** 14 people"
        return False
    return number_words().get(text, (0, ""))[1] != "one" and read_number([text]) is not None


@cache
def _number_phrase_words() -> frozenset[str]:
    bound_words = {word for phrase in bounds() for word in phrase.split()}
    return frozenset(bound_words | CONNECTORS | {"between", "from", "half"} | number_words().keys())


def goes_on(token: Token) -> bool:
    """Tell whether a token may stand inside the words of a number: "at", "least", "to", "half"."""
    return token.text.lower() in _number_phrase_words() or is_number(token)


def begins(run: list[Token]) -> bool:
    """Tell whether words begin as those of a number do."""
    text = " ".join(token.text.lower() for token in run)
    first = run[0].text.lower()
    opens = ("between ", "half a ", "half dozen", "half - dozen", *(f"{phrase} " for phrase in bounds()))
    one = number_words().get(first, (0, ""))[1] == "one"
    return text.startswith(opens) or is_number(run[0]) or one
