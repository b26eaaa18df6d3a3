"""Days counted from another event: "the next day", "a day earlier", "the same night".

They are resolved only where the words leave no doubt which day they count from: the one day that their own sentence
names before them or, if it names none, the one day of the sentence before. Days of telling, days in a relative clause
("a man who was held on 3 May") and stretches of time are none to count from.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from geo.dates.days import UNKNOWN, Days, one_day, plus
from geo.dates.speech import token_at
from geo.dates.words import words
from geo.model import Parse, TimeExpression
from geo.numerals import read_number
from geo.syntax import ancestors

STEPS = {"same": 0, "next": 1, "following": 1, "previous": -1, "before": -1, "after": 1}
SHAPE = re.compile(
    r"(?:(?:on|in|at|during|of)\s+)?"
    r"(?:the\s+(?P<step>same|next|following|previous)\s+(?P<part>day|night|morning|afternoon|evening)"
    r"|the\s+(?P<side_part>day|night)\s+(?P<side>before|after)"
    r"|(?:(?:later|earlier)\s+)?(?:on\s+)?that\s+(?P<own_part>day|night|morning|afternoon|evening)"
    r"|(?P<number>.+?)\s?(?P<unit>day|week)s?\s+(?P<way>later|earlier)"
    r"|(?:.+?\s?)??(?P<short>hours?|minutes?)\s+(?P<short_way>later|earlier))",
    re.IGNORECASE,
)
STOP = re.compile(r"\s*(?:[,.;:)]|$)")  # "the day before the vote" counts from the vote


def follow(parse: Parse, times: Sequence[TimeExpression], anchor: date | None) -> tuple[TimeExpression, ...]:
    """Return time expressions with those resolved that count from the day of one before them.

    Parameters
    ----------
    parse
        The text.
    times
        Its time expressions, in its order.
    anchor
        The day on which it was written, if known: what would lie after it stays unknown.
    """
    found: list[TimeExpression] = []
    for time in times:
        found.append(_followed(parse, found, time, anchor))
    return tuple(found)


def _followed(
    parse: Parse, before: Sequence[TimeExpression], time: TimeExpression, anchor: date | None
) -> TimeExpression:
    match = SHAPE.fullmatch(time.when.text or "") if time.when.precision == "unknown" else None
    base = _base(parse, before, time) if match else None
    meant = _days(match, base, parse.text[time.end : time.end + 9]) if match and base else UNKNOWN
    if meant.end is None or (anchor and meant.end > anchor):
        return time
    return replace(time, when=replace(time.when, start=meant.start, end=meant.end, precision=meant.precision))


def _days(match: re.Match[str], base: date, after: str) -> Days:
    if match["number"]:
        return _away(base, match)
    if match["short"]:
        return _hours_away(base, match["short"].lower(), later=match["short_way"].lower() == "later")
    if match["side"] and not STOP.match(after):
        return UNKNOWN
    day = plus(base, STEPS[(match["step"] or match["side"] or "same").lower()])
    part = (match["part"] or match["side_part"] or match["own_part"]).lower()
    return Days(day, plus(day, words("part").get(part, 0)), "day")


def _away(base: date, match: re.Match[str]) -> Days:
    """Return the day that is so many days or, give or take one, weeks away."""
    spelt = re.findall(r"\w+", match["number"].lower())
    number = 1 if spelt == ["a"] else read_number(spelt)
    if not number:
        return UNKNOWN
    sign = 1 if match["way"].lower() == "later" else -1
    if match["unit"].lower() == "day":
        return one_day(plus(base, sign * number))
    middle = plus(base, sign * 7 * number)
    return Days(plus(middle, -1), plus(middle, 1), "days")


def _hours_away(base: date, unit: str, *, later: bool) -> Days:
    """Return the day itself for minutes, and for hours that or the one beside it."""
    if unit.startswith("minute"):
        return one_day(base)
    return Days(base, plus(base, 1), "day") if later else Days(plus(base, -1), base, "day")


def _base(parse: Parse, before: Sequence[TimeExpression], time: TimeExpression) -> date | None:
    """Return the one day that the sentence names before an expression, or else the sentence before it names."""
    sentence = token_at(parse, time.start).sentence
    for which in (sentence, sentence - 1):
        named = [t for t in before if token_at(parse, t.start).sentence == which and not _is_aside(parse, t)]
        if named:
            days = {None if t.of_speech or t.when.start != t.when.end else t.when.start for t in named}
            return days.pop() if len(days) == 1 else None
    return None


def _is_aside(parse: Parse, time: TimeExpression) -> bool:
    return any(above.dep == "relcl" for above in ancestors(parse, token_at(parse, time.end - 1).index))
