"""When a report says things happened: its words for days, resolved against the day it was written.

Nothing is resolved by guessing: without an anchor a relative expression stays unknown, as does a figure date that could
be read two ways ("3/4/2003"). What counts from another event ("two days later") is for `following`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from geo.dates import days
from geo.dates.calendar import names_year
from geo.dates.days import UNKNOWN, Days, plus
from geo.dates.following import follow
from geo.dates.headings import Heading, aired, heading_at, headings
from geo.dates.relative import resolve_weekday
from geo.dates.shapes import CONNECTOR, GAP, YEAR, Rule, matches
from geo.dates.speech import is_of_speech
from geo.dates.words import Context
from geo.layout.dateline import heads_dispatch
from geo.lexicon import Row, load_rows
from geo.lexicon.shared import calendar_words
from geo.model import Parse, TimeExpression, Token, When
from geo.syntax import ancestors, children
from geo.syntax.tags import VERBS

POSSESSIVE = re.compile(r"['’]s\b|s['’]\s")
ATTRIBUTE = re.compile(
    r"[ \n](?!(?:after|and|as|at|before|but|by|for|in|near|of|on|or|to|when|where|while|with)\b)[a-z]{3}"
)
BEFORE = re.compile(
    rf"(?<!\w)(?P<word>on|in|at|during|over|since|until|till|before|after|by|from|between|within|as{GAP}of|of|through)"
    rf"(?P<the>{GAP}the)?{GAP}$",
    re.IGNORECASE,
)
TALLY = re.compile(r"\btimes?\s+$", re.IGNORECASE)
CLOCK_AFTER = re.compile(rf"(?:h|hrs?|hours|{GAP}(?:h|hrs?|hours|gmt|utc|local|zulu))\b", re.IGNORECASE)
BLANK = re.compile(r"\n\s*\n")
BULLET = re.compile(r"\s*\n\s*[-–—]")
FULL = frozenset({"day", "days", "month"})
OPEN_END, OPEN_START = frozenset({"since", "after"}), frozenset({"until", "till", "before", "by"})


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
    kept = list(_with_told(parse.text, _longest(list(_matches(parse, anchor))), anchor))
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


def _matches(parse: Parse, anchor: date | None) -> Iterator[Found]:
    for rule, match in matches(parse.text):
        before = BEFORE.search(parse.text, max(0, match.start() - 16), match.start())
        word = before["word"].lower() if before else ""
        if _is_clock(parse.text, match, word) or _is_no_date(parse, match):
            continue
        if before or rule.bare or match.groupdict().get("modifier"):
            token = parse.at(match.end() - 1)
            owned = before is not None and _is_of_deed(parse.text, before, match)
            start = before.start() if before and not owned else match.start()
            word = "" if owned and word not in OPEN_START else word
            yield Found(start, match.end(), match, rule, word, Context(anchor, _is_future(parse, token)))


def _is_of_deed(text: str, before: re.Match[str], match: re.Match[str]) -> bool:
    """Tell whether a day is a noun's behind it, whose preposition stands before it: "after the Saturday raid"."""
    named = match.groupdict()
    plain = before["the"] is not None and bool(named.get("weekday") or (named.get("month") and named.get("day")))
    return bool(POSSESSIVE.match(text, match.end()) or (plain and ATTRIBUTE.match(text, match.end())))


def _longest(matches: list[Found]) -> list[Found]:
    """Keep the longest of matches that overlap, in the order of the text."""
    kept: list[Found] = []
    for found in sorted(matches, key=lambda f: (f.match.start(), -f.match.end())):
        if not kept or found.match.start() >= kept[-1].end:
            kept.append(found)
    return kept


def _is_clock(text: str, match: re.Match[str], before: str) -> bool:
    """Tell whether four figures alone are a time of the day: "at 2030", "since 1900 GMT"."""
    return bool(re.fullmatch(YEAR, match[0])) and (before == "at" or CLOCK_AFTER.match(text, match.end()) is not None)


def _is_no_date(parse: Parse, match: re.Match[str]) -> bool:
    """Tell whether the words are a name ("17 November Organisation") or no calendar words at all ("may", "march").

    "For the second time this month" says how often something happened, not when.
    """
    tally = TALLY.search(parse.text, max(0, match.start() - 12), match.start())
    return (
        bool(tally and match.groupdict().get("which")) or _is_name(parse.text, match) or _is_ordinary_word(parse, match)
    )


def _is_name(text: str, match: re.Match[str]) -> bool:
    after = re.match(r"[\s-]*(\w+)", text[match.end() : match.end() + 24])
    before = re.search(r"(\w+)[\s-]*$", text[max(0, match.start() - 24) : match.start()])
    return any(
        word and word[1][:1].isupper() and (word[1].lower(), side) in _name_words()
        for word, side in ((after, "after"), (before, "before"))
    )


@cache
def _name_words() -> frozenset[Row]:
    return frozenset(load_rows("date_names", ("word", "side")))


@cache
def _future_cues() -> frozenset[str]:
    return frozenset(row[0] for row in load_rows("future_cues", ("lemma",)))


def _is_ordinary_word(parse: Parse, match: re.Match[str]) -> bool:
    name = match.groupdict().get("month") or ""
    if name.lower().rstrip(".") not in calendar_words("month_word"):
        return False
    token = parse.at(match.start("month"))
    return name.islower() or token.pos in VERBS or token.entity == "PERSON"


def _is_future(parse: Parse, token: Token) -> bool:
    """Tell whether the verb that an expression hangs on, or one that it completes, speaks of the future."""
    cues = _future_cues()
    for verb in ancestors(parse, token.index):
        if verb.pos not in VERBS:
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
    if not CONNECTOR.fullmatch(gap.replace("\n", " ")) or BULLET.match(gap):
        return False
    return first.before in {"from", "between"} or gap.strip().lower() not in {"and", "or"} or _run_on(first, second)


def _run_on(first: Found, second: Found) -> bool:
    """Tell whether two days follow one another: "looted shops on Saturday and Sunday"."""
    last = second.days()
    before = first.days(last.start)
    return last.precision == before.precision == "day" and before.end is not None and last.start == plus(before.end, 1)


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
