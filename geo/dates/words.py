"""The calendar's words and their values, and what an expression of them is read from."""

import re
from dataclasses import dataclass
from datetime import date

from geo.lexicon.numerals import read_number
from geo.lexicon.shared import calendar_words


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is resolved against.

    `told` is the last day or month named before it with its year, `beside` whether that stands in the same paragraph,
    `year` the last year named.
    """

    anchor: date | None
    forward: bool
    told: date | None = None
    beside: bool = False
    year: int | None = None


def month_number(name: str) -> int:
    """Return 1 to 12 for the name of a month, short or long."""
    return calendar_words("month", "month_word")[name.lower().rstrip(".")]


def full_year(text: str | None, anchor: date | None) -> int | None:
    """Return the year of two or four digits; two mean the last such year up to the next one, or 1930 to 2029."""
    if not text:
        return None
    number = int(text.lstrip("'’"))
    latest = anchor.year + 1 if anchor else 2029
    return number if number > 99 else latest - (latest - number) % 100


def day_number(text: str) -> int:
    """Return the number of a day of the month: "3", "3rd", "twenty-first"."""
    digits = re.sub(r"\D", "", text)
    if digits:
        return int(digits)
    return sum(calendar_words("ordinal", "tens")[part] for part in re.findall(r"\w+", text.lower()))


def amount(text: str | None) -> int | None:
    """Return the number that stands before a unit of time, None for a vague one ("several")."""
    vague = {"couple", "few", "several", "some", "many"}
    spelt = re.findall(r"[\w,]+", (text or "1").lower())
    return None if vague.intersection(spelt) else read_number(spelt)


def modifier(match: re.Match[str]) -> str:
    """Return the word that narrows or moves an expression: "early", "last"."""
    return re.sub(r"\W+(?:in|of|on)?\W*$", "", (match["modifier"] or "").lower())
