"""What words for days mean that are read from the day of writing: weekdays, "yesterday", "two days ago", "last week".

Each function returns None where the words cannot be resolved: for want of an anchor, or because they name no day.
"""

import re
from dataclasses import replace
from datetime import date

from geo.dates import days
from geo.dates.days import UNKNOWN, Days
from geo.dates.words import Context, amount, modifier
from geo.lexicon.shared import calendar_words

ROUGH = {"decade": 10, "century": 100}  # years
CLOCK_UNITS = {"minute": 1440, "hour": 24}  # how many make a day
STEPS = {"last": -1, "previous": -1, "past": -1, "next": 1, "coming": 1}
TODAY = 2  # as the lexicon counts days: from the day before yesterday


def resolve_weekday(match: re.Match[str], context: Context) -> Days | None:
    """Resolve "Wednesday", "last Friday", "Monday night", "Sunday last"."""
    if not context.anchor:
        return None
    moved = (match["after"] or "").lower() or modifier(match)
    forward = moved in {"next", "coming"} or (context.forward and moved not in {"last", "past"})
    weekday = calendar_words("weekday", "short")[match["weekday"].lower()]
    return days.one_day(days.nearest_weekday(context.anchor, weekday, forward=forward, strict=moved in STEPS))


def resolve_weekday_of_last_week(match: re.Match[str], context: Context) -> Days | None:
    """Resolve "last week, on Thursday" and "Thursday last week"; a week begins on Monday."""
    if not context.anchor:
        return None
    name = (match["weekday"] or match["other"]).lower()
    monday = days.plus(context.anchor, -context.anchor.weekday() - 7)
    return days.one_day(days.plus(monday, calendar_words("weekday")[name]))


def resolve_day_word(match: re.Match[str], context: Context) -> Days | None:
    """Resolve "today", "yesterday evening", "this morning", "the day before yesterday"."""
    if not context.anchor:
        return None
    word = " ".join(match["word"].lower().split())
    return days.one_day(days.plus(context.anchor, calendar_words("day_word").get(word, TODAY) - TODAY))


def resolve_overnight(_match: re.Match[str], context: Context) -> Days | None:
    """Resolve "overnight" and "over the past day": yesterday and today."""
    return Days(days.plus(context.anchor, -1), context.anchor, "day") if context.anchor else None


def resolve_ago(match: re.Match[str], context: Context) -> Days | None:
    """Resolve "two days ago", "a week ago"; of a vague number only that it lies before the anchor."""
    if not context.anchor:
        return None
    number, unit = amount(match["number"]), match["unit"].lower().rstrip("s")
    if unit in CLOCK_UNITS:
        return _hours_ago(context.anchor, unit, number)
    if unit in ROUGH:  # "two decades ago" may be of eighteen years ago
        years = ROUGH[unit] * (number or 1) - ROUGH[unit] // 4
        return Days(None, date(max(1, context.anchor.year - years), 12, 31), "unknown")
    if number is None:  # "some years ago" is of any time before
        return Days(None, context.anchor, "unknown")
    if match["from"] and unit in {"day", "week"}:  # "a week ago today"
        back = number * calendar_words("unit")[unit] + (match["from"].lower() == "yesterday")
        return days.one_day(days.plus(context.anchor, -back))
    return _away(context.anchor, unit, -number)


def _hours_ago(anchor: date, unit: str, number: int | None) -> Days:
    """Return the day of minutes or hours ago: "20 minutes ago" is of today, hours ago may be of the night before."""
    if number is not None and number > CLOCK_UNITS[unit]:
        return UNKNOWN
    return days.one_day(anchor) if unit == "minute" or number == 1 else Days(days.plus(anchor, -1), anchor, "day")


def _away(anchor: date, unit: str, number: int) -> Days:
    """Return the day, week, month or year that lies a number of units from the anchor's own."""
    if unit == "month":
        return days.months_from(anchor, number)
    if unit == "year":
        return days.year_from(anchor, number)
    shifted = days.plus(anchor, number * calendar_words("unit")[unit])
    return days.one_day(shifted) if calendar_words("unit")[unit] == 1 else days.week_of(shifted)


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
    third = calendar_words("third").get(modifier(match))
    if third is not None and whole.precision in {"month", "year"}:  # "late last month"
        return days.third_of(whole, third)
    return whole if step else _so_far(whole, context, modifier(match))


def _so_far(whole: Days, context: Context, narrowed: str) -> Days:
    """Cut a running week, month or year at the anchor."""
    if context.forward or narrowed.startswith("later"):
        return replace(whole, start=context.anchor)
    return replace(whole, end=context.anchor)


def resolve_stretch(match: re.Match[str], context: Context) -> Days | None:
    """Resolve "in the past three days", "over the last week"."""
    number, unit = amount(match["number"]), match["unit"].lower().rstrip("s")
    if not context.anchor:
        return None
    if number is None:
        return _hours_ago(context.anchor, unit, None) if unit in CLOCK_UNITS else None
    return _until(context.anchor, unit, number)


def _until(anchor: date, unit: str, number: int) -> Days:
    length = -(-number // CLOCK_UNITS[unit]) if unit in CLOCK_UNITS else number * calendar_words("unit")[unit]
    return days.between(days.plus(anchor, -length), anchor)


def resolve_unknown(_match: re.Match[str], _context: Context) -> Days | None:
    """Leave open what counts from another event: "the previous day", "two weeks later"."""
    return UNKNOWN
