"""What a calendar's days, months and years mean, with their year or by it: "6 May 1990", "June 11 of that year".

Each function returns None where the words cannot be resolved: for want of an anchor, or because they name no day.
"""

import re
from datetime import date

from geo.dates import days
from geo.dates.days import Days
from geo.dates.words import Context, day_number, full_year, modifier, month_number
from geo.lexicon.shared import calendar_words

HALF_A_YEAR = 183  # days
PASSED = frozenset({"last", "past", "previous"})
YEARS = {"last": -1, "previous": -1, "this": 0, "that": 0, "same": 0, "next": 1, "following": 1}  # from the one named


def _day_of(month: int, number: int, year: int | None, context: Context) -> date | None:
    if year:
        return days.make_date(year, month, number)
    told = context.told
    if context.anchor:
        found = days.nearest_year(context.anchor, month, number, forward=context.forward)
        then = days.nearest_year(told, month, number, forward=True) if told and not context.forward else None
        return then if found and then and _is_of_then(then, found, context) else found
    found = days.make_date(told.year, month, number) if told else None
    # "On 30 December 2021 … on 3 January": which year's is in doubt
    return found if found and told and abs(found - told).days <= HALF_A_YEAR else None


def _is_of_then(then: date, found: date, context: Context) -> bool:
    """Tell whether a day without a year goes on from what was told of a past year: "on 3 May 1985 … on 9 June".

    That of the year before the day of writing would be called so ("last October"), so long after it; else the day has
    to lie nearer to what its own paragraph tells of than to the day of writing.
    """
    anchor, told = context.anchor or found, context.told or then
    since, ago = (then - told).days, (anchor - found).days
    past = told.year < anchor.year and since <= HALF_A_YEAR
    return past and ((found.year < anchor.year and ago > HALF_A_YEAR) or (context.beside and since < ago))


def _year(match: re.Match[str], context: Context) -> int | None:
    """Return the year that an expression names: "1990", "last year", "that year"."""
    pointed = (match.groupdict().get("of_year") or "").lower()
    if not pointed:
        return full_year(match["year"], context.anchor)
    which = re.findall(r"\w+", pointed)[-2]
    base = context.anchor.year if context.anchor and which in {"last", "this"} else context.year
    return base + YEARS[which] if base else None


def names_year(match: re.Match[str]) -> bool:
    """Tell whether an expression says in which year it lies."""
    return any(match.groupdict().get(group) for group in ("year", "of_year"))


def _lacks_year(match: re.Match[str], year: int | None) -> bool:
    """Tell whether the year that an expression points at is not known."""
    return bool(match.groupdict().get("of_year")) and year is None


def resolve_day(match: re.Match[str], context: Context) -> Days | None:
    """Resolve "3 February 1990", "February 3", "3-5 March", "June 11 of that year"."""
    month, year = month_number(match["month"]), _year(match, context)
    if _lacks_year(match, year):
        return None
    first_number, last_number = day_number(match["day"]), day_number(match["last"] or match["day"])
    last = _day_of(month, last_number, year, context)
    first = _day_of(month, first_number, last.year if last else year, context)
    return days.between(first, last) if first and last and first <= last else None


def resolve_feast(match: re.Match[str], context: Context) -> Days | None:
    """Resolve "Christmas Day", "New Year's Eve 2011", "Boxing Day last year"."""
    year = _year(match, context)
    number = calendar_words("feast")[" ".join(match["feast"].lower().replace("’", "'").split())]
    day = None if _lacks_year(match, year) else _day_of(number // 100, number % 100, year, context)
    return days.one_day(day) if day else None


def resolve_day_of_month(match: re.Match[str], context: Context) -> Days | None:
    """Resolve "on the 17th", "the 9th inst.", "the 27th ult.": of the month of a past year beside it, or the last.

    A weekday beside it ("Friday the sixteenth") has to be that of the day.
    """
    if not context.anchor:
        return None
    number, told = day_number(match["day"]), context.told
    weekday = calendar_words("weekday", "short").get((match.groupdict().get("weekday") or "").lower())
    past = told is not None and context.beside and told.year < context.anchor.year
    of_last = past or (match["old"] or "").lower()[:1] in {"u", "l"}
    base = told if told and past else days.months_from(context.anchor, -1).start if of_last else context.anchor
    months = [days.months_from(base or context.anchor, -step).start for step in range(1 if of_last else 3)]
    found = (days.make_date(m.year, m.month, number) for m in months if m)
    known = (day for day in found if day and day <= context.anchor)
    first = next((day for day in known if weekday in {None, day.weekday()}), None)
    later = match.groupdict().get("last")  # "the night of the 2nd-3rd"
    last = days.make_date(first.year, first.month, day_number(later)) if first and later else first
    return days.between(first, last) if first and last and first <= last else None


def resolve_edge_day(match: re.Match[str], context: Context) -> Days | None:
    """Resolve "the first of the month", "the last day of October": of the running month, or the last of its name."""
    if not context.anchor:
        return None
    month = month_number(match["month"]) if match["month"] else context.anchor.month
    year = full_year(match["year"], context.anchor) or _year_of_month(month, "", context)
    whole = days.month_days(year, month) if year else None
    day = (whole.start if match["edge"].lower() == "first" else whole.end) if whole else None
    return days.one_day(day) if day else None


def resolve_iso(match: re.Match[str], _context: Context) -> Days | None:
    """Resolve "1990-02-03"."""
    day = days.make_date(*map(int, match.group("year", "month", "day")))
    return days.one_day(day) if day else None


def resolve_group(match: re.Match[str], context: Context) -> Days | None:
    """Resolve "051430Z APR 91", the day and time of a military message."""
    year = full_year(match["year"], context.anchor)
    day = days.make_date(year or 0, month_number(match["month"]), int(match["day"]))
    return days.one_day(day) if day else None


def resolve_figures(match: re.Match[str], context: Context) -> Days | None:
    """Resolve "25/12/2003", "12/25/2003" and "25/12"; of two small numbers the day of writing tells which is the month.

    What is told in the past was not after it: "10/05/2024" in a report of May 2024 is no day in October, and "10/05" no
    day of the October before. Between dots, as in "05.12.2019", the day comes first.
    """
    first, second, year = int(match["first"]), int(match["second"]), full_year(match["year"], context.anchor)
    read = {_day_of(second, first, year, context)} - {None}
    if match["mark"] != "." or not read:
        read |= {_day_of(first, second, year, context)} - {None}
    if len(read) > 1 and context.anchor and not context.forward:
        read = {day for day in read if day and day <= context.anchor}
        read = read if match["year"] or not read else {max(filter(None, read))}
    return days.one_day(day) if len(read) == 1 and (day := read.pop()) else None


def resolve_month(match: re.Match[str], context: Context) -> Days | None:
    """Resolve "March 2003", "early May", "last June", "March", "August last year"."""
    month, year, narrowed = month_number(match["month"]), _year(match, context), modifier(match)
    if _lacks_year(match, year):
        return None
    year = year or _year_of_month(month, narrowed, context)
    return _third(days.month_days(year, month), narrowed) if year else None


def _year_of_month(month: int, narrowed: str, context: Context) -> int | None:
    """Return the year of the last such month, or the next: "last June" is none that runs."""
    if not context.anchor:
        return None
    before = days.plus(context.anchor.replace(day=1), -1) if narrowed in PASSED else context.anchor
    forward = context.forward or narrowed in {"next", "coming"}
    start = days.nearest_year(before, month, 1, forward=forward)
    return start.year if start else None


def resolve_year(match: re.Match[str], _context: Context) -> Days | None:
    """Resolve "2003", "early 2003", "1990s"."""
    year = int(match["year"])
    if match["decade"]:
        return Days(date(year, 1, 1), date(year + 9, 12, 31), "year")
    return _third(days.year_days(year), modifier(match))


def _third(interval: Days, narrowed: str) -> Days:
    """Return the part of a month or year that words before it name: "early", "the end of", "the first week of"."""
    first = re.split(r"\W", narrowed, maxsplit=1)[0]
    if narrowed.endswith("week"):
        return days.week_of_month(interval, calendar_words("ordinal").get(first))
    third = calendar_words("third", "edge").get(first)
    return interval if third is None else days.third_of(interval, third)
