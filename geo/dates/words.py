"""What words for days mean: a matched expression and the day it is read from -> an interval of days.

Each function returns None where the words cannot be resolved: for want of an anchor, or because they name no day.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from geo.dates import days
from geo.dates.days import UNKNOWN, Days
from geo.lexicon import Row, load_rows
from geo.numerals import read_number


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is resolved against; `near` is a full date before it, where nothing else tells the year."""

    anchor: date | None
    forward: bool
    near: date | None = None


@cache
def words(*kinds: str) -> dict[str, int]:
    """Return the calendar's words of some kinds, with their values."""
    rows = load_rows("calendar", ("word", "kind", "value"), _wrong)
    return {word: int(value) for word, kind, value in rows if kind in kinds}


def _wrong(row: Row) -> str | None:
    return None if row[2].isdecimal() else f"{row[2]!r} is no whole number"


def month_number(name: str) -> int:
    """Return 1 to 12 for the name of a month, short or long."""
    return words("month", "month_word")[name.lower().rstrip(".")]


def full_year(text: str | None) -> int | None:
    """Return the year of two or four digits; two mean 1969 to 2068, as in POSIX strptime."""
    if not text:
        return None
    number = int(text.lstrip("'’"))
    return number if number > 99 else number + (1900 if number >= 69 else 2000)


HALF_A_YEAR = 183  # days


def _day_of(month: int, day: str, year: int | None, context: Context) -> date | None:
    number = int(re.sub(r"\D", "", day))
    if year:
        return days.make_date(year, month, number)
    if context.anchor:
        return days.nearest_year(context.anchor, month, number, forward=context.forward)
    found = days.make_date(context.near.year, month, number) if context.near else None
    # "On 30 December 2021 … on 3 January": which year's is in doubt
    return found if found and context.near and abs(found - context.near).days <= HALF_A_YEAR else None


def resolve_day(match: re.Match[str], context: Context) -> Days | None:
    """Resolve "3 February 1990", "February 3", "3-5 March"."""
    month, year = month_number(match["month"]), full_year(match["year"])
    last = _day_of(month, match["last"] or match["day"], year, context)
    first = _day_of(month, match["day"], last.year if last else year, context)
    return days.between(first, last) if first and last and first <= last else None


def resolve_iso(match: re.Match[str], _context: Context) -> Days | None:
    """Resolve "1990-02-03"."""
    day = days.make_date(*map(int, match.group("year", "month", "day")))
    return days.one_day(day) if day else None


def resolve_group(match: re.Match[str], _context: Context) -> Days | None:
    """Resolve "051430Z APR 91", the day and time of a military message."""
    day = days.make_date(full_year(match["year"]) or 0, month_number(match["month"]), int(match["day"]))
    return days.one_day(day) if day else None


def resolve_figures(match: re.Match[str], context: Context) -> Days | None:
    """Resolve "25/12/2003" and "12/25/2003"; of two small numbers which is the month only the day of writing tells.

    What is told in the past was not after it: "10/05/2024" in a report of May 2024 is no day in October.
    """
    first, second, year = int(match["first"]), int(match["second"]), full_year(match["year"]) or 0
    read = {days.make_date(year, second, first), days.make_date(year, first, second)} - {None}
    if len(read) > 1 and context.anchor and not context.forward:
        read = {day for day in read if day and day <= context.anchor}
    return days.one_day(day) if len(read) == 1 and (day := read.pop()) else None


def resolve_month(match: re.Match[str], context: Context) -> Days | None:
    """Resolve "March 2003", "early May", "last June", "March"."""
    month, year, modifier = month_number(match["month"]), full_year(match["year"]), _modifier(match)
    if not year:
        if not context.anchor:
            return None
        before = context.anchor.replace(day=1) if modifier in {"last", "past"} else context.anchor
        forward = context.forward or modifier in {"next", "coming"}
        start = days.nearest_year(
            days.plus(before, -1) if before != context.anchor else before, month, 1, forward=forward
        )
        year = start.year if start else None
    return _third(days.month_days(year, month), modifier) if year else None


def resolve_year(match: re.Match[str], _context: Context) -> Days | None:
    """Resolve "2003", "early 2003", "1990s"."""
    year = int(match["year"])
    if match["decade"]:
        return Days(date(year, 1, 1), date(year + 9, 12, 31), "year")
    return _third(days.year_days(year), _modifier(match))


def _modifier(match: re.Match[str]) -> str:
    return re.sub(r"\W+(?:in|of|on)?\W*$", "", (match["modifier"] or "").lower())


def _third(interval: Days, modifier: str) -> Days:
    third = words("third").get(re.split(r"\W", modifier, maxsplit=1)[0])
    return interval if third is None else days.third_of(interval, third)


def resolve_weekday(match: re.Match[str], context: Context) -> Days | None:
    """Resolve "Wednesday", "last Friday", "Monday night"."""
    if not context.anchor:
        return None
    modifier = _modifier(match)
    forward = modifier in {"next", "coming"} or (context.forward and modifier not in {"last", "past"})
    strict = modifier in {"last", "past", "previous", "next", "coming"}
    day = days.nearest_weekday(
        context.anchor, words("weekday")[match["weekday"].lower()], forward=forward, strict=strict
    )
    return _with_part(day, match["part"], context.anchor)


def resolve_weekday_of_last_week(match: re.Match[str], context: Context) -> Days | None:
    """Resolve "last week, on Thursday" and "Thursday last week"; a week begins on Monday."""
    if not context.anchor:
        return None
    name = (match["weekday"] or match["other"]).lower()
    monday = days.plus(context.anchor, -context.anchor.weekday() - 7)
    return days.one_day(days.plus(monday, words("weekday")[name]))


def _with_part(day: date, part: str | None, anchor: date) -> Days:
    """Return a day, and the next one with it if it was its night and the next has come."""
    if part and words("part")[part.lower()] and day != anchor:
        return Days(day, days.plus(day, 1), "day")
    return days.one_day(day)


DAY_WORDS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def resolve_day_word(match: re.Match[str], context: Context) -> Days | None:
    """Resolve "today", "yesterday evening", "this morning"."""
    if not context.anchor:
        return None
    day = days.plus(context.anchor, DAY_WORDS.get(match["word"].lower(), 0))
    return _with_part(day, match["part"], context.anchor)


def resolve_last_night(match: re.Match[str], context: Context) -> Days | None:
    """Resolve "last night" and "overnight": a night belongs to two days."""
    if not context.anchor:
        return None
    yesterday = days.plus(context.anchor, -1)
    return Days(yesterday, yesterday if match["evening"] else context.anchor, "day")


def resolve_ago(match: re.Match[str], context: Context) -> Days | None:
    """Resolve "two days ago", "a week ago"; of a vague number only that it lies before the anchor."""
    if not context.anchor:
        return None
    number, unit = _amount(match["number"]), match["unit"].lower().rstrip("s")
    if unit in CLOCK_UNITS:
        return _hours_ago(context.anchor, unit, number)
    if unit in ROUGH:  # "two decades ago" may be of eighteen years ago
        years = ROUGH[unit] * (number or 1) - ROUGH[unit] // 4
        return Days(None, date(max(1, context.anchor.year - years), 12, 31), "unknown")
    if number is None:  # "some years ago" is of any time before
        return Days(None, context.anchor, "unknown")
    return _away(context.anchor, unit, -number)


ROUGH = {"decade": 10, "century": 100}  # years
CLOCK_UNITS = {"minute": 1440, "hour": 24}  # how many make a day


def _hours_ago(anchor: date, unit: str, number: int | None) -> Days:
    """Return the day of minutes or hours ago: "20 minutes ago" is of today, hours ago may be of the night before."""
    if number is not None and number > CLOCK_UNITS[unit]:
        return UNKNOWN
    return days.one_day(anchor) if unit == "minute" else Days(days.plus(anchor, -1), anchor, "day")


def _amount(text: str | None) -> int | None:
    vague = {"couple", "few", "several", "some", "many"}
    spelt = re.findall(r"[\w,]+", (text or "1").lower())
    return None if vague.intersection(spelt) else read_number(spelt)


def _away(anchor: date, unit: str, number: int) -> Days:
    """Return the day, week, month or year that lies a number of units from the anchor's own."""
    if unit == "month":
        return days.months_from(anchor, number)
    if unit == "year":
        return days.year_from(anchor, number)
    shifted = days.plus(anchor, number * words("unit")[unit])
    return days.one_day(shifted) if unit == "day" else days.week_of(shifted)


STEPS = {"last": -1, "previous": -1, "past": -1, "next": 1, "coming": 1}


def resolve_unit(match: re.Match[str], context: Context) -> Days | None:
    """Resolve "last week", "this month", "earlier this year", "the weekend"."""
    if not context.anchor:
        return None
    which, unit = (match["which"] or "").lower(), match["unit"].lower()
    step = STEPS.get(which, 0)
    if unit == "weekend":
        forward = step > 0 or (context.forward and not step)
        return days.weekend_of(days.plus(context.anchor, 7 * max(step, 0)), forward=forward)
    if which == "past":
        return _until(context.anchor, unit, 1)
    whole = _away(context.anchor, unit, step)
    return whole if step else _so_far(whole, context, _modifier(match))


def _so_far(whole: Days, context: Context, modifier: str) -> Days:
    """Cut a running week, month or year at the anchor."""
    if context.forward or modifier.startswith("later"):
        return replace(whole, start=context.anchor)
    return replace(whole, end=context.anchor)


def resolve_past_day(_match: re.Match[str], context: Context) -> Days | None:
    """Resolve "over the past day": since yesterday."""
    return Days(days.plus(context.anchor, -1), context.anchor, "day") if context.anchor else None


def resolve_stretch(match: re.Match[str], context: Context) -> Days | None:
    """Resolve "in the past three days", "over the last week"."""
    number, unit = _amount(match["number"]), match["unit"].lower().rstrip("s")
    if not context.anchor:
        return None
    if number is None:
        return _hours_ago(context.anchor, unit, None) if unit in CLOCK_UNITS else None
    return _until(context.anchor, unit, number)


def _until(anchor: date, unit: str, number: int) -> Days:
    length = -(-number // CLOCK_UNITS[unit]) if unit in CLOCK_UNITS else number * words("unit")[unit]
    return days.between(days.plus(anchor, -length), anchor)


def resolve_unknown(_match: re.Match[str], _context: Context) -> Days | None:
    """Leave open what counts from another event: "the previous day", "two weeks later"."""
    return UNKNOWN
