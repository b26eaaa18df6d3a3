"""When a report says things happened: its words for days, resolved against the day it was written.

Nothing is resolved by guessing: without an anchor a relative expression stays unknown, as does a figure date that could
be read two ways ("3/4/2003"). What counts from another event ("two days later") is for `following`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from geo.dates import days
from geo.dates.calendar import names_year
from geo.dates.days import UNKNOWN, Days, plus
from geo.dates.finding import OPEN_END, OPEN_START, Found, found_in
from geo.dates.following import follow
from geo.dates.headings import Heading, aired, heading_at, headings
from geo.dates.patterns import CONNECTOR, YEAR
from geo.dates.relative import resolve_weekday
from geo.dates.speech import is_of_speech
from geo.layout.dateline import heads_dispatch
from geo.model import Parse, TimeExpression, When

BLANK = re.compile(r"\n\s*\n")
BULLET = re.compile(r"\s*\n\s*[-–—]")
FULL = frozenset({"day", "days", "month"})


def find(parse: Parse, anchor: date | None) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a text, in its order, without overlaps.

    Parameters
    ----------
    parse
        The parsed text.
    anchor
        The day on which it was written; None leaves relative expressions unknown.
    """
    kept = list(_with_told(parse.text, found_in(parse, anchor), anchor))
    spans = list(_joined(parse.text, kept))
    over, said = headings(parse.text, spans), aired(parse.text, spans)
    if over or said:
        spans = list(_joined(parse.text, [_anchored(each, over, said) for each in kept]))
    heads = {heading.start: heading for heading in over}
    times = (_expression(parse, heads.get(start), start, end, meant) for start, end, meant in spans)
    return follow(parse, tuple(times), anchor)


def _expression(parse: Parse, heading: Heading | None, start: int, end: int, meant: Days) -> TimeExpression:
    meant = heading.days if heading else meant
    told = heads_dispatch(parse.text, start, end) or is_of_speech(parse, parse.at(end - 1).index)
    return TimeExpression(
        start,
        end,
        When(meant.start, meant.end, meant.precision, parse.text[start:end]),
        of_speech=heading is None and told,
        until=heading.until if heading else 0,
    )


def _anchored(found: Found, over: Sequence[Heading], said: Sequence[Heading]) -> Found:
    """Return an expression, read from the day that heads it: "yesterday" in a log is the day before its entry's."""
    at, anchor = found.match.start(), found.context.anchor
    heading = heading_at(over, at) or heading_at(said, at)
    weekly = heading is not None and heading.days.precision == "week" and found.rule.resolve is resolve_weekday
    if heading and (anchor is None or heading.days.precision == "day" or weekly):  # a week was written of after it
        anchor = heading.days.end
    return replace(found, context=replace(found.context, anchor=anchor))


def _with_told(text: str, found: Sequence[Found], anchor: date | None) -> Iterator[Found]:
    """Yield each expression with the last full date or month before it, by which a day without a year can be read.

    Without a day of writing only dates of the latest year that the text names count: others are its past.
    """
    latest = None if anchor else _latest_year(text, found)
    told, end, year = None, 0, None
    for each in found:
        beside = BLANK.search(text, end, each.start) is None
        full = replace(each, context=replace(each.context, told=told, beside=beside, year=year))
        yield full
        meant = full.days()
        if meant.end and names_year(each.match):
            year = meant.end.year
            if meant.precision in FULL and latest in {None, year}:
                told, end = meant.end, each.end


def _latest_year(text: str, found: Sequence[Found]) -> int:
    named = (f.days().end for f in found if names_year(f.match))
    return max([*map(int, re.findall(rf"(?<!\d){YEAR}", text)), *(day.year for day in named if day)], default=0)


def _joined(text: str, found: list[Found]) -> Iterator[tuple[int, int, Days]]:
    """Yield each expression with its days, and two that "from … to", "between … and" or a dash join as one."""
    position = 0
    while position < len(found):
        first = found[position]
        second = found[position + 1] if position + 1 < len(found) else None
        if second and _is_range(text, first, second):
            whole = _span_of(first, second)
            if whole:
                yield first.start, second.end, whole
                position += 2
                continue
        yield first.start, first.end, _opened(first)
        position += 1


def _is_range(text: str, first: Found, second: Found) -> bool:
    gap = text[first.end : second.match.start()]
    if not CONNECTOR.fullmatch(gap.replace("\n", " ")) or BULLET.match(gap):
        return False
    return first.before in {"from", "between"} or gap.strip().lower() not in {"and", "or"} or _run_on(first, second)


def _run_on(first: Found, second: Found) -> bool:
    """Tell whether two days or months follow one another: "looted shops on Saturday and Sunday"."""
    last = second.days()
    before = first.days(last.start)
    return (
        last.precision == before.precision in {"day", "month"}
        and before.end is not None
        and last.start == plus(before.end, 1)
    )


def _span_of(first: Found, second: Found) -> Days | None:
    """Return the days from one expression to another; the first is read as before the second."""
    last = second.days()
    start = first.days(last.start).start
    if last == UNKNOWN and first.days() == UNKNOWN:
        return UNKNOWN
    return days.between(start, last.end) if start and last.end and start <= last.end else None


def _opened(found: Found) -> Days:
    """Return the days meant, open at the end that "since", "until" and the like leave open."""
    meant = found.days()
    if found.before in OPEN_END and meant.start is not None and meant.start == found.context.anchor:
        return meant  # nothing is told after the day of writing: "since this morning"
    if found.before in OPEN_END:
        return Days(meant.start, None, "unknown")
    if found.before in OPEN_START and meant.end:
        return Days(None, meant.end, "unknown")
    return meant
