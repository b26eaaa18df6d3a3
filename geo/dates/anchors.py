"""The day on which a report was written, from what is known of it or from the head of its text.

Only a line that has the shape of a dateline, of a date field or of a heading counts: a date inside a sentence may be
that of anything.
"""

import re
from collections.abc import Iterator
from datetime import date

from geo.dates.days import Days
from geo.dates.shapes import matches
from geo.dates.words import Context
from geo.layout.dateline import are_names, filed_end
from geo.layout.lines import line_start
from geo.model import Document, Parse

HEAD_LINES, HEAD_CHARACTERS = 12, 1000
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
LABEL = re.compile(
    r"\W*(?P<label>(?:(?:first|last)\s)?(?:published|(?:report(?:ing)?\s)?date|dated|posted|updated|issued|filed|released)"
    rf"(?:\s(?:on|at))?\s*:?|(?:situation\s)?as\s(?:of|at)\b\s*:?)?\s*{WEEKDAY}",
    re.IGNORECASE,
)
# "Reporting period: 28 May to", whose end is the day on which it can have been written at the earliest.
PERIOD = re.compile(
    r"\W*(?:the\s)?(?:(?:reporting|review)\s)?(?:period(?:\s(?:covered|under\sreview))?|week(?:\s(?:of|ending))?|dates)"
    r"\s*:?\s*(?:from\s)?(?:\S+(?:\s\S+){0,3}?\s*(?:to|-|–|—|until|through)\s*)?",
    re.IGNORECASE,
)
# "(posted 3 May 2021)" and ", published 3 May 2021" behind a title.
ASIDE = re.compile(
    rf"[^\n]{{0,200}}[(\[,|–—-]\s*(?:published|posted|updated|issued|filed|released)(?:\son)?\s*:?\s*{WEEKDAY}",
    re.IGNORECASE,
)
# "Morning report no. 7,", "SITUATION UPDATE |", "Customs bulletin, port of Brena," and "News digest for" before the
# date that ends the line or, behind a mark, the sentence.
GENRE = (
    r"(?:report|update|briefing|bulletin|release|sitrep|brief|summary|communiqu[eé]|statement|digest|round-?up|"
    r"newsletter|edition|issue|live\s?blog|dispatch|log|logbook|blotter|diary|interview|transcript|telex|cable|note)s?"
)
HEADING = re.compile(
    rf"(?:[^\n]{{0,120}}[.!?]\s+)?[^.!?\n]{{0,60}}\b{GENRE}\b[^.!?,\n]{{0,24}}(?:no\.?\s?\d+)?"
    rf"(?:\s*[,:|(–—-][^.!?,\n]{{0,40}})?\s*(?:[,:|(–—-]|\b(?:for|as\s(?:of|at)))\s*{WEEKDAY}",
    re.IGNORECASE,
)
LONGEST_PLACE, BEFORE_DATE = 40, frozenset(",()[|–—-")  # words before a dateline's day, and the mark that they end in
SHORT_PLACE = 6  # words before a day that only a full stop or a colon ends: "BRENA, Feb. 5, 1974. Shells fell"
STOPPED = re.compile(r"\s*[.:]\s+(?=[^\W\d_a-z]|[\"“'‘])")
PERIODS = frozenset({"day", "days", "week", "month"})
TOLD = frozenset({"VBD", "MD"})  # a head has no verb of the past
AFTER_DATELINE = re.compile(
    r"\s*(?:$|[)\](\[|–—-]|,?\s*(?:at\s)?\d{1,2}[:.]?\d\d|,\s*(?:[^\W\d_a-z][\w.'’]*\s?){1,4}(?:--|–|—|\s-\s))"
)
END_OF_LINE = re.compile(r"[\s)\]:.]*$")
# ", FROM THE AGENT AT BRENA" and " (Nord Digest)" behind the date of a heading.
END_OF_HEADING = re.compile(r"(?:,?\s+(?:from|by|to|for)\s[^.!?\n]*|\s*\([^()\n]*\))?[\s)\]:.]*$", re.IGNORECASE)
LONGEST_LINE = 12  # words before the day that ends a line of names: "RADIO HORIZON IN SPANISH 1200 GMT 14 NOV 89"
LINKED = re.compile(r"\b(?:on|of|in|at|since|before|after|by|from|to|until|till|and|or)\s*$", re.IGNORECASE)
RANGE = re.compile(r",\s+(?:from\s)?\S+(?:\s\S+){0,2}?\s*(?:to|-|–|—|until|through)\s*$", re.IGNORECASE)
AIRED = re.compile(r"\b\d{4}\s(?:GMT|UTC|Z)\s*$")  # the hour of a broadcast: its line tells nothing
MILITARY = re.compile(r"\d{6}[A-Z]")  # "051430Z APR 91": day and time of the fifth
LATE = 14  # days from writing to print: a paper prints the dispatch of the evening before, and letters from afar


def anchor(document: Document, parse: Parse) -> date | None:
    """Return the day on which a document was written, or None if neither it nor its head says so with a year.

    Parameters
    ----------
    document
        What is known from outside the text; its `published` decides, unless a dateline has a day shortly before it.
    parse
        The text, of which the first lines may hold a dateline ("KHARTOUM, 3 Feb 1991 --"), a date field ("Published:
        3 May 2021"), a heading ("Evening bulletin, 3 May 2021") or the time that it reports on ("Reporting period: 5-11
        June 2023": the last day of it).
    """
    if document.published:
        return _filed(parse.text, document.published) or document.published
    lines = _head_lines(parse)
    sure = next((day for start, line in lines if (day := _date_of_line(parse, start, line))), None)
    return sure or _of_names(parse) or _of_title(parse)


def _filed(text: str, published: date) -> date | None:
    """Return the day of a dateline if it is one of the last before that of publication: "today" is told from there."""
    end = filed_end(text)
    start = line_start(text, max(0, end - 1))
    found = {
        meant.start
        for rule, match in matches(text, start, end)
        if (meant := rule.resolve(match, Context(published, forward=False))) and meant.precision == "day"
    }
    return max((day for day in found if day and 0 <= (published - day).days <= LATE), default=None)


def _head_lines(parse: Parse) -> list[tuple[int, str]]:
    """Return the first lines that are not blank, each with where it starts."""
    lines = re.finditer(r"[^\n]*\S[^\n]*", parse.text[:HEAD_CHARACTERS])
    return [(line.start(), line[0]) for line in lines][:HEAD_LINES]


def _date_of_line(parse: Parse, start: int, line: str) -> date | None:
    for match, meant in _full_dates(line):
        if meant.precision == "day" and _is_dateline(line, match):
            return meant.start
        if _is_period(line, match) or (meant.precision != "month" and _is_heading(parse, start, line, match)):
            return meant.end
    return None


def _full_dates(line: str) -> Iterator[tuple[re.Match[str], Days]]:
    for rule, match in matches(line):
        meant = rule.resolve(match, Context(None, forward=False))
        if meant and meant.end and meant.precision in PERIODS:
            yield match, meant


def _is_dateline(line: str, match: re.Match[str]) -> bool:
    """Tell whether a date ends a place's name or a label, and is followed by what may follow a dateline."""
    before, after = line[: match.start()], line[match.end() :]
    label = LABEL.fullmatch(before)
    if AFTER_DATELINE.match(after) and (label or _is_place(before) or _is_two_places(before)):
        return True
    if label and label["label"] and END_OF_HEADING.match(after):  # "Posted on 3 May 2021 by the desk"
        return True
    if MILITARY.match(match[0]) and are_names(before):
        return True
    return bool(ASIDE.fullmatch(before) and END_OF_LINE.match(after))


def _is_heading(parse: Parse, start: int, line: str, match: re.Match[str]) -> bool:
    """Tell whether a date ends a heading that says what kind of text it is: "Evening bulletin, 22 October 2023."."""
    before, after = line[: match.start()], line[match.end() :]
    ends = END_OF_HEADING.match(after) or STOPPED.match(after)
    return bool(ends and HEADING.fullmatch(before)) and not _tells(parse, start, start + match.start())


def _tells(parse: Parse, start: int, end: int) -> bool:
    return any(start <= token.start < end and token.tag in TOLD for token in parse.tokens)


def _of_names(parse: Parse) -> date | None:
    """Return the day of the head "BRENA, Feb. 5, 1974. Shells fell" or "BRENA 5 FEB 1974"; None if several differ."""
    found = [
        meant.start
        for start, line in _head_lines(parse)
        for match, meant in _full_dates(line)
        if meant.precision == "day" and _ends_names(line, match)
        if AIRED.search(line, 0, match.start()) or not _tells(parse, start, start + match.start())
    ]
    return found[0] if len(set(found)) == 1 else None


def _ends_names(line: str, match: re.Match[str]) -> bool:
    before = line[: match.start()]
    if re.search(r"[.:;!?]\s", before):
        return False
    length = len(before.split())
    if length <= SHORT_PLACE and _is_place(before) and STOPPED.match(line, match.end()):
        return True
    named = 0 < length <= LONGEST_LINE and before.lstrip()[:1].isalnum() and are_names(before)
    return named and not LINKED.search(before) and bool(END_OF_LINE.match(line, match.end()))


def _of_title(parse: Parse) -> date | None:
    """Return the last day of the time that a title ends with: "Killings on the Lower Brena, January to June 2002"."""
    for start, line in _head_lines(parse)[:1]:
        for match, meant in _full_dates(line):
            before = line[: match.start()]
            whole = bool(RANGE.search(before)) or (meant.precision == "day" and before.rstrip().endswith(","))
            ends = whole and END_OF_HEADING.match(line, match.end())
            if ends and not _tells(parse, start, start + match.start()):
                return meant.end
    return None


def _is_two_places(before: str) -> bool:
    """Tell whether what stands before a date is a town and its country with a full stop: "BRENA, Northland."."""
    words = before.split()
    return "," in before and before.rstrip().endswith(".") and len(words) <= SHORT_PLACE and are_names(before)


def _is_place(before: str) -> bool:
    """Tell whether what stands before a date are names and a mark: "BRENA (Nord Press) -", "(Brena, Northland,"."""
    words = before.split()
    ends = bool(words) and words[-1][-1] in BEFORE_DATE
    return ends and 0 < len(words) <= LONGEST_PLACE and before.lstrip(" \t([")[:1].isupper() and are_names(before)


def _is_period(line: str, match: re.Match[str]) -> bool:
    """Tell whether a date, or the last of two, is the whole of a line that says what time a report covers."""
    return bool(PERIOD.fullmatch(line[: match.start()]) and END_OF_LINE.match(line[match.end() :]))
