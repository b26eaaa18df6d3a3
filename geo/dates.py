"""When a report says things happened: its words for days, resolved against the day it was written.

Nothing is resolved by guessing: without an anchor a relative expression stays unknown, as does one that counts from
another event ("two days later") or a figure date that could be read two ways ("3/4/2003").
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from geo import days
from geo.days import UNKNOWN, Days
from geo.lexicon import Row, load_rows
from geo.model import Document, Parse, TimeExpression, Token, When
from geo.numerals import number_words, read_number
from geo.syntax import ancestors, children

HEAD_LINES, HEAD_CHARACTERS = 12, 1000
GAP = r"(?:[^\S\n]{1,8}\n?[^\S\n]{0,8}|\n[^\S\n]{0,8})"  # white space that does not leave the paragraph
YEAR = r"(?:1[89]|20)\d\d(?!\d)"
SHORT_YEAR = r"['’]?\d\d(?=\s*(?:[-–—()\[\],.;:]|\n|$))"  # "90" only where a number of things cannot follow
DAY = r"(?<![\d.,:])(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d:%]|[.,]\d)"
TO = r"(?: ?[-–—] ?| (?:to|and|or|through|until|till) )"
MODIFIER = r"(?:last|this|next|past|previous|coming|early|late|earlier(?: on)?|later(?: on)?)"
BEFORE = re.compile(
    rf"(?<!\w)(?P<word>on|in|at|during|over|since|until|till|before|after|by|from|between|as{GAP}of|of|through)"
    rf"(?P<the>{GAP}the)?{GAP}$",
    re.IGNORECASE,
)
OPEN_END, OPEN_START = frozenset({"since", "after"}), frozenset({"until", "till", "before", "by"})
CONNECTOR = re.compile(rf"{TO}(?:the )?".replace(" ", GAP), re.IGNORECASE)
LABEL = r"(?:(?:first\s)?published|date|dated|posted|updated|issued|filed|released)(?:\s(?:on|at))?\s*:?\s*"
BEFORE_DATELINE = re.compile(
    rf"\W*(?:{LABEL})?|[^a-z]{{0,80}}[,(\[]\s*|[^,]{{1,40}},\s|[^,]{{1,40}},[^,]{{1,40}},\s", re.IGNORECASE
)
AFTER_DATELINE = re.compile(r"\s*(?:$|[)\]]|\(|\[|[-–—]|[|,]?\s*(?:at\s)?\d{1,2}[:.]?\d\d)")


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is resolved against."""

    anchor: date | None
    forward: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A shape of words and the days that they mean; `bare`: it counts without a preposition before it."""

    pattern: re.Pattern[str]
    resolve: Callable[[re.Match[str], Context], Days | None]
    bare: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """A match of a rule in the text, with the preposition before it."""

    start: int
    end: int
    match: re.Match[str]
    rule: Rule
    before: str
    context: Context

    def days(self, anchor: date | None = None) -> Days:
        """Return the days meant, against another anchor if one is given."""
        context = replace(self.context, anchor=anchor or self.context.anchor)
        return self.rule.resolve(self.match, context) or UNKNOWN


# ---------------------------------------------------------------- what the words mean


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


def _day_of(month: int, day: str, year: int | None, context: Context) -> date | None:
    number = int(re.sub(r"\D", "", day))
    if year:
        return days.make_date(year, month, number)
    return days.nearest_year(context.anchor, month, number, forward=context.forward) if context.anchor else None


def resolve_day(match: re.Match[str], context: Context) -> Days | None:
    """Resolve "3 February 1990", "February 3", "3-5 March"."""
    month, year = month_number(match["month"]), full_year(match["year"])
    last = _day_of(month, match["last"] or match["day"], year, context)
    first = _day_of(month, match["day"], last.year if last else year, context)
    return days.between(first, last) if first and last and first <= last else None


def resolve_iso(match: re.Match[str], context: Context) -> Days | None:
    """Resolve "1990-02-03"."""
    day = days.make_date(*map(int, match.group("year", "month", "day")))
    return days.one_day(day) if day else None


def resolve_figures(match: re.Match[str], context: Context) -> Days | None:
    """Resolve "25/12/2003" and "12/25/2003"; which of two small numbers is the month cannot be told."""
    first, second, year = int(match["first"]), int(match["second"]), full_year(match["year"]) or 0
    if first <= 12 and second <= 12 and first != second:
        return None
    day = days.make_date(year, *((first, second) if second > 12 else (second, first)))
    return days.one_day(day) if day else None


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


def resolve_year(match: re.Match[str], context: Context) -> Days | None:
    """Resolve "2003", "early 2003", "1990s"."""
    year = int(match["year"])
    if match["decade"]:
        return Days(date(year, 1, 1), date(year + 9, 12, 31), "year")
    return _third(days.year_days(year), _modifier(match))


def _modifier(match: re.Match[str]) -> str:
    return re.sub(r"\W+(?:in|of|on)?\W*$", "", (match["modifier"] or "").lower())


def _third(interval: Days, modifier: str) -> Days:
    third = words("third").get(modifier.split("-", maxsplit=1)[0].split()[0]) if modifier else None
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
    if number is None:
        return Days(None, context.anchor, "unknown")
    return _away(context.anchor, unit, -number)


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
    if unit in {"hour", "minute"}:
        return Days(days.plus(anchor, -1), anchor, "day") if abs(number) <= 24 else UNKNOWN
    shifted = days.plus(anchor, number * words("unit")[unit])
    return days.one_day(shifted) if unit == "day" else days.week_of(shifted)


STEPS = {"last": -1, "previous": -1, "past": -1, "next": 1, "coming": 1}


def resolve_unit(match: re.Match[str], context: Context) -> Days | None:
    """Resolve "last week", "this month", "earlier this year", "the weekend"."""
    if not context.anchor:
        return None
    which, unit, step = (
        (match["which"] or "").lower(),
        match["unit"].lower(),
        STEPS.get((match["which"] or "").lower(), 0),
    )
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


def resolve_stretch(match: re.Match[str], context: Context) -> Days | None:
    """Resolve "in the past three days", "over the last week"."""
    number = _amount(match["number"])
    if not context.anchor or number is None:
        return None
    return _until(context.anchor, match["unit"].lower().rstrip("s"), number)


def _until(anchor: date, unit: str, number: int) -> Days:
    length = 1 if unit in {"hour", "minute"} else number * words("unit")[unit]
    return days.between(days.plus(anchor, -length), anchor)


def resolve_unknown(match: re.Match[str], context: Context) -> Days | None:
    """Leave open what counts from another event: "the previous day", "two weeks later"."""
    return UNKNOWN


# ---------------------------------------------------------------- the shapes of the words


def _one_of(*names: str) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


def _compile(pattern: str) -> re.Pattern[str]:
    """Compile a shape of words, in which a blank stands for any gap within a paragraph."""
    return re.compile(rf"(?<![\w-]){pattern}(?!\w)".replace(" ", GAP), re.IGNORECASE)


@cache
def rules() -> tuple[Rule, ...]:
    """Return the shapes of time expressions, built from the lexicon."""
    names = words("month", "month_word")
    abbreviations = [name for name in names if len(name) <= 4 and name not in {"may", "june", "july"}]
    month = rf"(?P<month>(?:{_one_of(*abbreviations)})\.|(?:{_one_of(*names)})\b)"
    weekday = rf"(?P<weekday>{_one_of(*words('weekday'))})"
    part = rf"(?P<part>{_one_of(*words('part'))})"
    unit = rf"(?P<unit>(?:{_one_of(*words('unit'))})s?)"
    years = rf"(?P<year>{YEAR}|{SHORT_YEAR})"
    numbers = _one_of(*number_words(), "couple of", "few", "several", "some", "many").replace("\\ ", " ")
    number = rf"(?P<number>\d+|(?:(?:{numbers})(?: |-)?){{1,4}}?)"
    named = rf"(?:{weekday},? (?:the )?)?".replace("?P<weekday>", "?:")
    modified = rf"(?:(?P<modifier>{MODIFIER}) (?:on )?)?"
    thirds = rf"(?:(?P<modifier>(?:{_one_of(*words('third'))})(?:-| in | of | )|{MODIFIER} )(?:the )?)?"
    return (
        Rule(_compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"), resolve_iso),
        Rule(_compile(rf"(?P<first>\d{{1,2}})(?P<mark>[/.])(?P<second>\d{{1,2}})(?P=mark)(?P<year>{YEAR}|\d\d)(?![./\d])"), resolve_figures),
        Rule(_compile(rf"{named}(?P<day>{DAY})(?:{TO}(?P<last>{DAY}))? (?:of )?{month}(?:,? {years})?"), resolve_day),
        Rule(_compile(rf"{named}{month} (?P<day>{DAY})(?:{TO}(?P<last>{DAY}))?(?:,? {years})?"), resolve_day),
        Rule(_compile(rf"{thirds}{month},? (?:of )?(?P<year>{YEAR})"), resolve_month),
        Rule(_compile(rf"{thirds}{month}(?P<year>)"), resolve_month, bare=False),
        Rule(_compile(rf"{thirds}(?P<year>{YEAR})(?P<decade>s)?"), resolve_year, bare=False),
        Rule(_compile(rf"{modified}{weekday}(?: {part})?"), resolve_weekday),
        Rule(_compile(rf"(?:{MODIFIER} )?(?P<word>today|tonight|yesterday|tomorrow)(?: {part})?"), resolve_day_word),
        Rule(_compile(rf"(?:{MODIFIER} )?(?P<word>this) {part}"), resolve_day_word),
        Rule(_compile(r"(?:(?:late )?last (?:night|(?P<evening>evening))|overnight)"), resolve_last_night),
        Rule(_compile(rf"{number} ?{unit} ago"), resolve_ago),
        Rule(_compile(rf"(?:{number} ?{unit} (?:later|earlier|before|after)|the (?:previous|next|following|same) (?:day|night|morning|evening|week|month|year)|the (?:day|night) (?:before|after))"), resolve_unknown),
        Rule(_compile(r"(?:(?P<modifier>earlier|later) )?(?P<which>last|this|next|past|previous|coming) (?P<unit>weekend|week|month|year)"), resolve_unit),
        Rule(_compile(r"(?P<which>)(?P<modifier>)(?<=the.)(?P<unit>weekend)"), resolve_unit),
        Rule(_compile(rf"(?:last|past) {number} {unit}"), resolve_stretch, bare=False),
    )  # fmt: skip


# ---------------------------------------------------------------- finding them


def find(parse: Parse, anchor: date | None) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a text, in its order, without overlaps.

    Parameters
    ----------
    parse
        The parsed text.
    anchor
        The day on which it was written; None leaves relative expressions unknown.
    """
    found = _joined(parse.text, _longest(_matches(parse, anchor)))
    return tuple(
        TimeExpression(start, end, When(d.start, d.end, d.precision, parse.text[start:end])) for start, end, d in found
    )


def _matches(parse: Parse, anchor: date | None) -> Iterator[Found]:
    starts = [token.start for token in parse.tokens]
    for rule in rules():
        for match in rule.pattern.finditer(parse.text):
            before = BEFORE.search(parse.text, max(0, match.start() - 16), match.start())
            if (before or rule.bare or match.groupdict().get("modifier")) and not _is_no_date(parse, starts, match):
                token = parse.tokens[max(0, bisect_right(starts, match.end() - 1) - 1)]
                start = before.start() if before else match.start()
                word = before["word"].lower() if before else ""
                yield Found(start, match.end(), match, rule, word, Context(anchor, _is_future(parse, token)))


def _longest(matches: Iterator[Found]) -> list[Found]:
    """Keep the longest of matches that overlap, in the order of the text."""
    kept: list[Found] = []
    for found in sorted(matches, key=lambda f: (f.match.start(), -f.match.end())):
        if not kept or found.match.start() >= kept[-1].end:
            kept.append(found)
    return kept


def _is_no_date(parse: Parse, starts: list[int], match: re.Match[str]) -> bool:
    """Tell whether the words are a name ("17 November Organisation") or no calendar words at all ("may", "march")."""
    return _is_name(parse.text, match) or _is_ordinary_word(parse, starts, match)


def _is_name(text: str, match: re.Match[str]) -> bool:
    after = re.match(r"[\s-]*(\w+)", text[match.end() : match.end() + 24])
    before = re.search(r"(\w+)[\s-]*$", text[max(0, match.start() - 24) : match.start()])
    sides = {(word, side) for word, side in load_rows("date_names", ("word", "side"))}
    return bool(
        (after and after[1][:1].isupper() and (after[1].lower(), "after") in sides)
        or (before and before[1][:1].isupper() and (before[1].lower(), "before") in sides)
    )


def _is_ordinary_word(parse: Parse, starts: list[int], match: re.Match[str]) -> bool:
    name = match.groupdict().get("month") or ""
    if name.lower().rstrip(".") not in words("month_word"):
        return False
    token = parse.tokens[max(0, bisect_right(starts, match.start("month")) - 1)]
    return name.islower() or token.pos in {"VERB", "AUX"} or token.entity == "PERSON"


def _is_future(parse: Parse, token: Token) -> bool:
    """Tell whether the verb that an expression hangs on, or one that it completes, speaks of the future."""
    cues = {row[0] for row in load_rows("future_cues", ("lemma",))}
    for verb in ancestors(parse, token.index):
        if verb.pos not in {"VERB", "AUX"}:
            continue
        if verb.lemma in cues or any(child.lemma in cues for child in children(parse, verb.index, "aux")):
            return True
        if verb.dep not in {"xcomp", "auxpass"}:
            return False
    return False


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
    if not CONNECTOR.fullmatch(gap.replace("\n", " ")):
        return False
    return first.before in {"from", "between"} or gap.strip().lower() not in {"and", "or"}


def _span_of(first: Found, second: Found) -> Days | None:
    """Return the days from one expression to another; the first is read as before the second."""
    last = second.days()
    start = first.days(last.start).start
    return days.between(start, last.end) if start and last.end and start <= last.end else None


def _opened(found: Found) -> Days:
    """Return the days meant, open at the end that "since", "until" and the like leave open."""
    meant = found.days()
    if found.before in OPEN_END:
        return Days(meant.start, None, "unknown")
    if found.before in OPEN_START and meant.end:
        return Days(None, meant.end, "unknown")
    return meant


# ---------------------------------------------------------------- the day a report was written


def anchor(document: Document, parse: Parse) -> date | None:
    """Return the day on which a document was written, or None if neither it nor its head says so with a year.

    Parameters
    ----------
    document
        What is known from outside the text; its `published` decides.
    parse
        The text, of which the first lines may hold a dateline ("KHARTOUM, 3 Feb 1991 --", "Published: 3 May 2021").
    """
    if document.published:
        return document.published
    lines = [line for line in parse.text[:HEAD_CHARACTERS].splitlines() if line.strip()][:HEAD_LINES]
    return next((day for line in lines if (day := _date_of_line(line))), None)


def _date_of_line(line: str) -> date | None:
    """Return the date of a line that has the shape of a dateline or of a date field."""
    for rule in rules()[:4]:
        for match in rule.pattern.finditer(line):
            meant = rule.resolve(match, Context(None, forward=False))
            if meant and meant.precision == "day" and _is_dateline(line, match):
                return meant.start
    return None


def _is_dateline(line: str, match: re.Match[str]) -> bool:
    before, after = line[: match.start()], line[match.end() :]
    return bool(BEFORE_DATELINE.fullmatch(before) and AFTER_DATELINE.match(after))
