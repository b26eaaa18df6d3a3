"""Days counted from another event: "the next day", "a day earlier", "two days after the truce of 1 May".

They are resolved only where the words leave no doubt which day they count from: the one day that ends what they count
from, or that their own sentence names before them or, if it names none, the one day of the last sentence that names
any. Days of telling, days in a relative clause ("a man who was held on 3 May") and stretches of time are none to count
from.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from geo.dates.days import UNKNOWN, Days, months_from, nearest_weekday, one_day, plus, year_from
from geo.dates.speech import tells
from geo.layout.dateline import filed_end
from geo.lexicon.numerals import read_number
from geo.lexicon.shared import calendar_words
from geo.model import Parse, TimeExpression, When
from geo.syntax import ancestors

STEPS = {"same": 0, "next": 1, "following": 1, "previous": -1, "before": -1, "after": 1}
PART = r"(?:day|night|morning|afternoon|evening)"
SHAPE = re.compile(
    r"(?:(?:on|in|at|during|of)\s+)?"
    rf"(?:(?:the\s+)?(?P<step>same|next|following|previous)\s+(?:{PART}|(?P<weekday>\w+day)(?:\s{PART})?)"
    rf"|the\s+{PART}\s+(?P<side>before|after)"
    r"|(?:the|its)\s+(?P<eve>eve)(?:\s+of)?"
    rf"|(?:(?:later|earlier)\s+)?(?:on\s+)?that\s+(?P<own>{PART})"
    r"|(?P<number>.+?)\s?(?P<unit>day|week|month|year)s?\s+(?P<way>later|earlier|before|after)"
    r"|(?:.+?\s?)??(?P<short>hours?|minutes?)\s+(?P<short_way>later|earlier))",
    re.IGNORECASE,
)
STOP = re.compile(r"(?:\s+that\b|\s*(?:[,.;:)]|$))")  # "the day before the vote" counts from the vote
BACK = 5  # sentences looked back over
NAMED = re.compile(r"\s+(?!that\b)[^.,;:()\n]{1,60}?\s*")  # what it counts from, up to the day of that


def follow(parse: Parse, times: Sequence[TimeExpression], anchor: date | None) -> tuple[TimeExpression, ...]:
    """Return time expressions with those resolved that count from the day of one before them.

    Parameters
    ----------
    parse
        The text.
    times
        Its time expressions, in its order.
    anchor
        The day on which it was written, if known: what would lie after it stays unknown, a month or year ends with it.
    """
    found: list[TimeExpression] = []
    for time in times:
        whole = _counted(parse.text, found[-1], time) if found else None
        if whole is not None:
            found[-1] = whole
        else:
            found.append(_followed(parse, found, time, anchor))
    return tuple(found)


def _counted(text: str, time: TimeExpression, base: TimeExpression) -> TimeExpression | None:
    """Return "two days after the truce of 1 May" as one expression, None for what does not count from the next day."""
    match = SHAPE.fullmatch(time.when.text or "") if time.when.end is None else None
    way = _way(match) if match else ""
    single = base.when.start is not None and base.when.start == base.when.end
    if match is None or way not in {"before", "after"} or not single or not NAMED.fullmatch(text, time.end, base.start):
        return None
    meant = _days(match, base.when.start) if base.when.start else UNKNOWN
    whole = text[time.start : base.end]
    return replace(time, end=base.end, when=When(meant.start, meant.end, meant.precision, whole)) if meant.end else None


def _followed(
    parse: Parse, before: Sequence[TimeExpression], time: TimeExpression, anchor: date | None
) -> TimeExpression:
    match = SHAPE.fullmatch(time.when.text or "") if time.when.precision == "unknown" else None
    turned = bool(match) and _opens_clause(parse, time)
    if match is None or not (turned or _is_whole(parse.text, match, time)):
        return time
    back = 0 if turned else 1 if match["short"] else BACK  # "hours later" is said of what was just told
    base = _base(parse, before, time, back) or (one_day(anchor) if anchor and match["weekday"] else None)
    meant = _days_from(match, base, turned=turned) if base else UNKNOWN
    if meant.start is None or meant.end is None or (anchor and meant.start > anchor):
        return time
    end = min(meant.end, anchor) if anchor else meant.end
    return replace(time, when=replace(time.when, start=meant.start, end=end, precision=meant.precision))


def _is_whole(text: str, match: re.Match[str], time: TimeExpression) -> bool:
    """Tell whether an expression says all of what it counts from: not "the day before the vote"."""
    counts = _way(match) in {"before", "after"} and not text[: time.end].lower().endswith("its eve")
    return not counts or STOP.match(text, time.end) is not None


def _way(match: re.Match[str]) -> str:
    """Return on which side of what it counts from an expression lies: "before", "after", "later", "earlier" or ""."""
    return "before" if match["eve"] else (match["side"] or match["way"] or "").lower()


def _opens_clause(parse: Parse, time: TimeExpression) -> bool:
    """Tell whether an expression counts back to what its own clause tells: "on Monday, a day after rebels shot him"."""
    last = parse.at(time.end - 1)
    return last.dep == "mark" and last.lemma in {"after", "before"}


def _days_from(match: re.Match[str], base: Days, *, turned: bool) -> Days:
    """Return the days that lie so far from others: two days from the two of a night."""
    assert base.start  # noqa: S101 (a base is known)
    first, last = (_days(match, day, turned=turned) for day in (base.start, base.end or base.start))
    return replace(first, end=last.end) if first.precision == "day" else first


def _days(match: re.Match[str], base: date, *, turned: bool = False) -> Days:
    """Return the days that lie so far from others; `turned` where those are said to lie so far from these."""
    sign = -1 if turned else 1
    if match["number"]:
        return _away(base, match, sign)
    if match["short"]:
        return _hours_away(base, match["short"].lower(), later=match["short_way"].lower() == "later")
    step = sign * STEPS[(match["step"] or _way(match) or "same").lower()]
    weekday = calendar_words("weekday").get((match["weekday"] or "").lower())
    if weekday is None:
        return one_day(plus(base, step))
    return one_day(nearest_weekday(base, weekday, forward=step > 0, strict=step != 0))


def _away(base: date, match: re.Match[str], sign: int) -> Days:
    """Return the day that is so many days or, give or take one, weeks away; the month or year that is so many away."""
    spelt = re.findall(r"\w+", match["number"].lower())
    number = 1 if spelt == ["a"] else read_number(spelt)
    if not number:
        return UNKNOWN
    distance = sign * (number if match["way"].lower() in {"later", "after"} else -number)
    unit = match["unit"].lower()
    if unit in {"month", "year"}:
        return months_from(base, distance) if unit == "month" else year_from(base, distance)
    if unit == "day":
        return one_day(plus(base, distance))
    middle = plus(base, 7 * distance)
    return Days(plus(middle, -1), plus(middle, 1), "days")


def _hours_away(base: date, unit: str, *, later: bool) -> Days:
    """Return the day itself for minutes, and for hours that or the one beside it."""
    if unit.startswith("minute"):
        return one_day(base)
    return Days(base, plus(base, 1), "day") if later else Days(plus(base, -1), base, "day")


def _base(parse: Parse, before: Sequence[TimeExpression], time: TimeExpression, back: int) -> Days | None:
    """Return the one day that the sentence names before an expression, or else the last sentence that names any."""
    sentence, filed = parse.at(time.start).sentence, filed_end(parse.text)
    for which in range(sentence, max(-1, sentence - back - 1), -1):
        named = [t for t in before if filed <= t.start and parse.at(t.start).sentence == which]
        named = [t for t in named if t.when.start and not t.of_speech and not _is_aside(parse, t)]
        own = {Days(t.when.start, t.when.end, t.when.precision) for t in named}
        if own:
            only = own.pop()
            return None if own or only.precision != "day" else only
    return None


def _is_aside(parse: Parse, time: TimeExpression) -> bool:
    """Tell whether a time stands in a relative clause: not "a statement in which it says that on 3 May rebels"."""
    above = ancestors(parse, parse.at(time.end - 1).index)
    return any(token.dep == "relcl" and not tells(parse, token) for token in above)
