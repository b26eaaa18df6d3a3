"""Arithmetic on days: which days a month, a week, a weekday or a span of time covers. Knows nothing of texts.

Weeks begin on Monday, as in ISO 8601.
"""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from geo.model import TimePrecision


@dataclass(frozen=True, slots=True)
class Days:
    """An interval of days, both ends included; None is an open end, and both None an unknown time."""

    start: date | None
    end: date | None
    precision: TimePrecision


UNKNOWN = Days(None, None, "unknown")


def one_day(day: date) -> Days:
    """Return a single day as an interval."""
    return Days(day, day, "day")


def plus(day: date, number: int) -> date:
    """Return the day `number` days later, earlier where negative, kept within the years that a date can hold."""
    return date.fromordinal(min(max(day.toordinal() + number, 1), date.max.toordinal()))


def between(start: date, end: date) -> Days:
    """Return the interval with the precision that its length has: a day, 2-6 days, a week, a month, else a year."""
    length = (end - start).days + 1
    steps: tuple[tuple[int, TimePrecision], ...] = ((1, "day"), (6, "days"), (7, "week"), (31, "month"))
    return Days(start, end, next((name for most, name in steps if length <= most), "year"))


def make_date(year: int, month: int, day: int) -> date | None:
    """Return the date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_days(year: int, month: int) -> Days:
    """Return the days of a month."""
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")


def year_days(year: int) -> Days:
    """Return the days of a year."""
    return Days(date(year, 1, 1), date(year, 12, 31), "year")


def third_of(days: Days, third: int) -> Days:
    """Return the first, middle or last third (0, 1, 2) of a month (of ten days) or year (of four months)."""
    if days.start is None or days.end is None:
        return days
    if days.precision == "month":
        first = days.start.replace(day=10 * third + 1)
        return replace(days, start=first, end=days.end if third == 2 else first + timedelta(9))
    year = days.start.year
    return Days(date(year, 4 * third + 1, 1), month_days(year, 4 * third + 4).end, "year")


def week_of_month(month: Days, number: int | None) -> Days:
    """Return the first, second … seven days of a month, its last seven where `number` is None; a year as it is."""
    if month.start is None or month.end is None or month.precision != "month":
        return month
    start = plus(month.end, -6) if number is None else plus(month.start, 7 * (number - 1))
    return Days(start, plus(start, 6), "week")


def week_of(day: date) -> Days:
    """Return the week from Monday to Sunday that holds a day."""
    monday = plus(day, -day.weekday())
    return Days(monday, plus(monday, 6), "week")


def weekend_of(day: date, *, forward: bool) -> Days:
    """Return the weekend that holds a day, else the one before it, or after it where `forward`."""
    saturday = plus(week_of(day).end or day, -1)
    if day < saturday and not forward:
        saturday = plus(saturday, -7)
    return Days(saturday, plus(saturday, 1), "days")


def months_from(day: date, number: int) -> Days:
    """Return the days of the month that lies `number` months after a day's own, before it where negative."""
    months = min(max(day.year * 12 + day.month - 1 + number, 12), 9999 * 12 + 11)
    return month_days(months // 12, months % 12 + 1)


def year_from(day: date, number: int) -> Days:
    """Return the days of the year that lies `number` years after a day's own, before it where negative."""
    return year_days(min(max(day.year + number, 1), 9999))


def nearest_weekday(day: date, weekday: int, *, forward: bool, strict: bool = False) -> date:
    """Return the last such weekday on or before a day, or the first on or after it; `strict` leaves the day out."""
    if forward:
        distance = (weekday - day.weekday()) % 7
        return plus(day, distance or (7 if strict else 0))
    distance = (day.weekday() - weekday) % 7
    return plus(day, -(distance or (7 if strict else 0)))


def nearest_year(anchor: date, month: int, day: int, *, forward: bool) -> date | None:
    """Return the last such day of the year on or before `anchor`, or the first on or after it."""
    years = range(anchor.year, anchor.year + 9) if forward else range(anchor.year, anchor.year - 9, -1)
    found = (make_date(year, month, day) for year in years if 1 <= year <= 9999)
    return next((d for d in found if d and (d >= anchor if forward else d <= anchor)), None)
