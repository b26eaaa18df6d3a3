"""Days counted from another event: "the next day", "a day earlier", "two days after the truce of 1 May".

They are resolved only where the words leave no doubt which day they count from: the one day that ends what they count
from, or that their own sentence names before them or, if it names none, the one day of the last sentence that names
any, but for a month or year around it ("the third this year"). Days of telling, days in a relative clause ("a man
who was held on 3 May") and stretches of time are none to count from, but what was "two days earlier" in what somebody
said on a day is counted from that.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import zip_longest

from geo.dates.days import UNKNOWN, Days, months_from, nearest_weekday, one_day, plus, year_from
from geo.dates.speech import tells
from geo.dates.told import of_told_month, of_told_week
from geo.layout.dateline import filed_end
from geo.lexicon.numerals import read_number
from geo.lexicon.shared import calendar_words
from geo.model import Parse, TimeExpression, When
from geo.syntax import ancestors, children, is_known
from geo.syntax.tags import COMES_ABOUT

STEPS = {"same": 0, "next": 1, "following": 1, "previous": -1, "before": -1, "after": 1}
PART = r"(?:day|night|morning|afternoon|evening)"
NIGHTS = re.compile(r"night|evening|midnight|dusk|late\b", re.IGNORECASE)
LONG = frozenset({"week", "month", "year"})
SHAPE = re.compile(
    r"(?:(?:on|in|at|during|of)\s+)?"
    rf"(?:(?:the\s+)?(?P<step>same|next|following|previous)\s+(?:{PART}|(?P<weekday>\w+day)(?:\s{PART})?)"
    rf"|the\s+{PART}\s+(?P<side>before|after)"
    rf"|the\s+(?P<that>\w+day)(?:\s{PART})?(?:\s+(?P<that_side>before|after))?"
    r"|(?:the|its)\s+(?P<eve>eve)(?:\s+of)?"
    rf"|(?:(?:later|earlier)\s+)?(?:on\s+)?that\s+(?P<own>{PART})"
    r"|(?P<number>.+?)\s?(?P<unit>day|night|morning|evening|week|month|year)s?\s+"
    r"(?P<way>later|earlier|before|after|on)"
    r"|(?:.+?\s?)??(?P<short>hours?|minutes?)\s+(?P<short_way>later|earlier))",
    re.IGNORECASE,
)
ITSELF = frozenset({"it", "this", "that"})
STOP = re.compile(  # "the day before the vote" counts from the vote
    r"(?:\s+(?:that|and(?!\s+after)|but|when|while|by|in|at|near|outside|inside|as|on)\b|\s*(?:[,.;:)]|$))",
    re.IGNORECASE,
)
FIGURE = re.compile(r"\d")
BACK = 8  # sentences looked back over
ASIDE = re.compile(r"\s*[,(]\s*")  # before the date that says which day it was
NAMED = re.compile(r"\s+(?!that\b)[^.,;:()\n]{1,60}?\s*")  # what it counts from, up to the day of that


def follow(parse: Parse, times: Sequence[TimeExpression], anchor: date | None) -> tuple[TimeExpression, ...]:
    """Return time expressions with those resolved that count from the day of one before them.

    Parameters
    ----------
    parse, times
        The text, and its time expressions, in its order.
    anchor
        The day on which it was written, if known: what would lie after it stays unknown, a month or year ends with it.
    """
    found: list[TimeExpression] = []
    for time, after in zip_longest(times, times[1:]):
        if after is not None and _is_named_by(parse.text, time, after):
            found.append(replace(time, when=replace(after.when, text=time.when.text)))
            continue
        whole = _counted(parse.text, found[-1], time) if found else None
        if whole is not None:
            found[-1] = whole
        elif told := of_told_month(parse.text, found, time, anchor) or of_told_week(parse.text, found, time):
            found.append(told)
        else:
            found.append(_followed(parse, found, time, anchor))
    return tuple(found)


def _is_named_by(text: str, time: TimeExpression, after: TimeExpression) -> bool:
    """Tell whether the date of what counts from another day stands right behind it: "a day earlier, on 14 August".

    So it may behind a day that is counted from that of writing: "last night, 14 August".
    """
    counts = time.when.precision == "unknown" and SHAPE.fullmatch(time.when.text or "") is not None
    counts = counts or (time.when.precision == "day" and not FIGURE.search(time.when.text or ""))
    counts = counts and (time.when.precision != "day" or FIGURE.search(after.when.text or "") is not None)
    return counts and after.when.precision == "day" and ASIDE.fullmatch(text, time.end, after.start) is not None


def _counted(text: str, time: TimeExpression, base: TimeExpression) -> TimeExpression | None:
    """Return "two days after the truce of 1 May" as one expression, None for what does not count from the next day."""
    match = SHAPE.fullmatch(time.when.text or "") if time.when.end is None else None
    way = _way(match) if match else ""
    single = base.when.start is not None and base.when.start == base.when.end
    if match is None or way not in {"before", "after"} or not single or STOP.match(text, time.end):
        return None
    if not NAMED.fullmatch(text, time.end, base.start):
        return None
    meant = _days(match, base.when.start) if base.when.start else UNKNOWN
    whole = text[time.start : base.end]
    return replace(time, end=base.end, when=When(meant.start, meant.end, meant.precision, whole)) if meant.end else None


def _followed(
    parse: Parse, before: Sequence[TimeExpression], time: TimeExpression, anchor: date | None
) -> TimeExpression:
    match = SHAPE.fullmatch(time.when.text or "") if time.when.precision == "unknown" else None
    counted = match is not None and _is_counted_back(parse, time)
    turned = match is not None and (counted or _opens_clause(parse, time))
    if match is None or not (turned or _is_whole(parse.text, match, time)):
        return time
    counts_back = _way(match) in {"before", "earlier"} or match["step"] == "previous"
    base = _base(parse, before, time, 0) or (_told(parse, before, time) if counts_back else None)
    base = base or _base(parse, before, time, 0 if turned and not counted else BACK)
    if base is None and match["that"] and before and before[-1].when.precision == "week":
        base = replace(before[-1].when, end=before[-1].when.start)  # "last week. … It happened on the Tuesday"
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
    return "before" if match["eve"] else (match["side"] or match["that_side"] or match["way"] or "").lower()


def _opens_clause(parse: Parse, time: TimeExpression) -> bool:
    """Tell whether an expression counts back to what its own clause tells: "on Monday, a day after rebels shot him"."""
    return parse.at(time.end - 1).dep == "mark"


def _is_counted_back(parse: Parse, time: TimeExpression) -> bool:
    """Tell whether a known event is said to have come after what is told: "the raid came two days after a …"."""
    last = parse.at(time.end - 1)
    if last.lemma not in {"after", "before"}:
        return False
    verb = next((t for t in ancestors(parse, last.index) if t.lemma in COMES_ABOUT), None)
    subjects = children(parse, verb.index, "nsubj") if verb is not None else ()
    return any(is_known(parse, t.index) or t.lemma in ITSELF for t in subjects)


def _days_from(match: re.Match[str], base: When, *, turned: bool) -> Days:
    """Return the days that lie so far from others: two days from the two of a night."""
    assert base.start  # noqa: S101 (a base is known)
    if match["short"]:
        nightly = NIGHTS.search(base.text or "") is not None
        return _hours_away(
            base.start, match["short"].lower(), later=match["short_way"].lower() == "later", night=nightly
        )
    first, last = (_days(match, day, turned=turned) for day in (base.start, base.end or base.start))
    return replace(first, end=last.end) if first.precision == "day" else first


def _days(match: re.Match[str], base: date, *, turned: bool = False) -> Days:
    """Return the days that lie so far from others; `turned` where those are said to lie so far from these."""
    sign = -1 if turned else 1
    if match["number"]:
        return _away(base, match, sign)
    step = sign * STEPS[(match["step"] or _way(match) or "same").lower()]
    weekday = calendar_words("weekday").get((match["weekday"] or match["that"] or "").lower())
    if weekday is None:
        return one_day(plus(base, step))
    that = bool(match["that"] and not match["that_side"])  # "on the Friday", of the week that is told of
    return one_day(nearest_weekday(base, weekday, forward=that or step > 0, strict=step != 0))


def _away(base: date, match: re.Match[str], sign: int) -> Days:
    """Return the day that is so many days or, give or take one, weeks away; the month or year that is so many away."""
    spelt = re.findall(r"\w+", match["number"].lower())
    number = 1 if spelt == ["a"] else read_number(spelt)
    if not number:
        return UNKNOWN
    distance = sign * (number if match["way"].lower() in {"later", "after", "on"} else -number)
    unit = match["unit"].lower()
    if unit in {"month", "year"}:
        return months_from(base, distance) if unit == "month" else year_from(base, distance)
    if calendar_words("unit")[unit] == 1:
        return one_day(plus(base, distance))
    middle = plus(base, 7 * distance)
    return Days(plus(middle, -1), plus(middle, 1), "days")


def _hours_away(base: date, unit: str, *, later: bool, night: bool) -> Days:
    """Return the day itself; for hours after a night, or before what may have been one, that or the one beside it."""
    if unit.startswith("minute") or (later and not night):
        return one_day(base)
    return Days(base, plus(base, 1), "day") if later else Days(plus(base, -1), base, "day")


def _base(parse: Parse, before: Sequence[TimeExpression], time: TimeExpression, back: int) -> When | None:
    """Return the one day that the sentence names before an expression, or else the last sentence that names any."""
    sentence, filed = parse.at(time.start).sentence, filed_end(parse.text)
    around: list[When] = []
    for which in range(sentence, max(-1, sentence - back - 1), -1):
        named = [t for t in before if filed <= t.start and parse.at(t.start).sentence == which]
        own = [t.when for t in named if t.when.start and not t.of_speech and not _is_aside(parse, t)]
        around += (w for w in own if w.precision in LONG)
        days = [w for w in own if w.precision not in LONG]
        if days:
            only = len({(w.start, w.end, w.precision) for w in days}) == 1 and days[0].precision == "day"
            return days[-1] if only and all(_is_in(days[0], w) for w in around) else None
    return None


def _is_in(day: When, around: When) -> bool:
    return bool(day.start and around.start and around.end and around.start <= day.start <= around.end)


def _told(parse: Parse, before: Sequence[TimeExpression], time: TimeExpression) -> When | None:
    """Return the day on which a sentence says that somebody told what it tells."""
    sentence = parse.at(time.start).sentence
    said = [t.when for t in before if t.of_speech and parse.at(t.start).sentence == sentence]
    return said[0] if len(said) == 1 and said[0].precision == "day" and said[0].start else None


def _is_aside(parse: Parse, time: TimeExpression) -> bool:
    """Tell whether a time stands in a relative clause: not "a statement in which it says that on 3 May rebels"."""
    above = ancestors(parse, parse.at(time.end - 1).index)
    return any(token.dep == "relcl" and not tells(parse, token) for token in above)
