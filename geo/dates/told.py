"""Days that only say which of a month or week told of right before: "on the 13th", "On Thursday" after a dated one."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from geo.dates.days import nearest_weekday, plus
from geo.lexicon.shared import calendar_words
from geo.model import TimeExpression

NTH = re.compile(r"\bthe (\d{1,2})(?:st|nd|rd|th)$", re.IGNORECASE)
HALF = 14  # days of a month
DATED = re.compile(r"day,?\s.*\d", re.IGNORECASE)  # "Tuesday, October 27"
PLAIN = re.compile(r"(?:on\s+)?(\w+day)(?:\s+(?:morning|afternoon|evening|night))?", re.IGNORECASE)


def of_told_month(
    text: str, before: Sequence[TimeExpression], time: TimeExpression, anchor: date | None
) -> TimeExpression | None:
    """Return "on the 13th" as a day of the month told of right before, None where that is none, or it is to come.

    Parameters
    ----------
    text
        The document's.
    before
        The time expressions before it.
    time
        One of its own.
    anchor
        The day of writing, if known.
    """
    nth = NTH.search(time.when.text or "") if time.when.precision == "day" else None
    breaks = {"day": 1, "month": 0}  # between paragraphs
    known = (t for t in reversed(before if nth else ()) if t.when.precision in breaks)
    told = next(
        (t.when.start for t in known if text.count("\n\n", t.end, time.start) <= breaks[t.when.precision]), None
    )
    if nth is None or told is None or anchor is None:
        return None
    month = told if told.day - int(nth[1]) <= HALF else plus(told.replace(day=1), 31)  # "on 28 April …, on the 3rd"
    last = monthrange(month.year, month.month)[1]
    day = month.replace(day=min(int(nth[1]), last))
    return replace(time, when=replace(time.when, start=day, end=day)) if day <= anchor else None


def of_told_week(text: str, before: Sequence[TimeExpression], time: TimeExpression) -> TimeExpression | None:
    """Return "on Thursday" as that after "Tuesday, October 27" right before it in the paragraph, None for others.

    Parameters
    ----------
    text
        The document's.
    before
        The time expressions before it.
    time
        One of its own.
    """
    plain = PLAIN.fullmatch(time.when.text or "") if before and not time.of_speech else None
    told = before[-1] if plain else None
    weekday = calendar_words("weekday").get(plain[1].lower()) if plain else None  # not "yesterday", nor "midday"
    if weekday is None or told is None or told.of_speech or not DATED.search(told.when.text or ""):
        return None
    start, read = told.when.start, time.when.start
    if start is None or start != told.when.end or read is None or "\n\n" in text[told.end : time.start]:
        return None
    day = nearest_weekday(start, weekday, forward=True, strict=True)
    return replace(time, when=replace(time.when, start=day, end=day)) if day < read else None
