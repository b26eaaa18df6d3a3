"""What stands in a correction -> what reports hold: days, numbers, people. A wrong value is a ValueError."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from geo.corrections.tables import Check
from geo.dates.days import UNKNOWN, Days, between, month_days, one_day, year_days
from geo.model import Count, When
from geo.records import MOST

NOT_KNOWN = "unknown"  # said of a value that nobody knows
DAY = 'needs a day such as 2031-05-07, "2031-05" or "2031", two days [2031-05-05, 2031-05-07], or "unknown"'
COUNT = 'needs a whole number of people, [lowest, best, highest], or "unknown"'
PEOPLE = "needs words in quotation marks, or a list of them: [] for nobody"
WRITTEN = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
Convert = Callable[[Any], Any]


def checked(convert: Convert, needs: str) -> Check:
    """Return a check that a value can be converted, and says what it needs to be if not."""

    def check(value: Any) -> str | None:
        try:
            convert(value)
        except ValueError:
            return needs
        return None

    return check


def one_of(known: Iterable[str]) -> Check:
    """Return a check that a value is one of some words."""
    every = tuple(known)
    return lambda value: None if value in every else f"needs one of {', '.join(every)}"


def when_of(value: Any) -> When:
    """Return the days of a TOML date, of YYYY, YYYY-MM or YYYY-MM-DD, of two of these, or of "unknown"."""
    if value == NOT_KNOWN:
        days = UNKNOWN
    elif isinstance(value, list):
        first, last = map(_days, value)  # of more or fewer: a ValueError
        days = between(_known(first.start), _known(last.end))
    else:
        days = _days(value)
    if days.start and days.end and days.start > days.end:
        raise ValueError(value)
    return When(days.start, days.end, days.precision, None)


def _known(day: date | None) -> date:
    if day is None:
        raise ValueError(day)
    return day


def _days(value: Any) -> Days:
    if type(value) is date:  # a datetime is one, too
        return one_day(value)
    parts = WRITTEN.fullmatch(value) if isinstance(value, str) else None
    if parts is None:
        raise ValueError(value)
    year, month, day = (int(part) if part else None for part in parts.groups())
    assert year is not None  # noqa: S101  # the pattern has it
    if month is None:
        return year_days(year)
    return month_days(year, month) if day is None else one_day(date(year, month, day))


def count_of(value: Any) -> Count | None:
    """Return the count of a whole number, of a lowest, best and highest one, or of "unknown"."""
    if value == NOT_KNOWN:
        return None
    numbers = value if isinstance(value, list) else [value] * 3
    if len(numbers) != 3 or not all(type(one) is int for one in numbers):
        raise ValueError(value)
    low, best, high = numbers
    if not 0 <= low <= best <= high <= MOST:
        raise ValueError(value)
    return Count(low, best, high)


def people_of(value: Any) -> tuple[str, ...]:
    """Return the words of each that is named, once each."""
    named = value if isinstance(value, list) else [value]
    if not all(isinstance(one, str) and one.strip() for one in named):
        raise ValueError(value)
    return tuple(dict.fromkeys(one.strip() for one in named))
