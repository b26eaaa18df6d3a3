"""The day on which a report was written, from what is known of it or from the head of its text.

Only a line that has the shape of a dateline, of a date field or of a heading counts: a date inside a sentence may be
that of anything.
"""

import re
from datetime import date

from geo.dateline import are_names
from geo.dates.shapes import rules
from geo.dates.words import Context
from geo.model import Document, Parse

HEAD_LINES, HEAD_CHARACTERS = 12, 1000
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
LABEL = re.compile(
    r"\W*(?:(?:(?:first|last)\s)?(?:published|date|dated|posted|updated|issued|filed|released)(?:\s(?:on|at))?\s*:?)?\s*"
    rf"{WEEKDAY}",
    re.IGNORECASE,
)
# "Reporting period: 28 May to", whose end is the day on which it can have been written at the earliest.
PERIOD = re.compile(
    r"\W*(?:the\s)?(?:(?:reporting|review)\s)?(?:period(?:\s(?:covered|under\sreview))?|week(?:\s(?:of|ending))?|dates)"
    r"\s*:?\s*(?:from\s)?(?:\S+(?:\s\S+){0,3}?\s*(?:to|-|–|—|until|through)\s*)?",
    re.IGNORECASE,
)
# "Morning report no. 7," and "SITUATION UPDATE |" before the date that ends the line.
HEADING = re.compile(
    r"[^.!?\n]{0,60}\b(?:report|update|briefing|bulletin|release|sitrep|brief|summary|communiqu[eé]|statement)\b"
    rf"[^.!?,\n]{{0,24}}(?:no\.?\s?\d+)?\s*[,:|(–—-]\s*{WEEKDAY}",
    re.IGNORECASE,
)
LONGEST_PLACE, BEFORE_DATE = 40, frozenset(",([|–—-")  # words before a dateline's day, and the mark that they end in
AFTER_DATELINE = re.compile(
    r"\s*(?:$|[)\](\[|–—-]|,?\s*(?:at\s)?\d{1,2}[:.]?\d\d|,\s*(?:[^\W\d_a-z][\w.'’]*\s?){1,4}(?:--|–|—|\s-\s))"
)
END_OF_LINE = re.compile(r"[\s)\]:.]*$")


def anchor(document: Document, parse: Parse) -> date | None:
    """Return the day on which a document was written, or None if neither it nor its head says so with a year.

    Parameters
    ----------
    document
        What is known from outside the text; its `published` decides.
    parse
        The text, of which the first lines may hold a dateline ("KHARTOUM, 3 Feb 1991 --"), a date field ("Published:
        3 May 2021") or the time that it reports on ("Reporting period: 5-11 June 2023": the last day of it).
    """
    if document.published:
        return document.published
    lines = [line for line in parse.text[:HEAD_CHARACTERS].splitlines() if line.strip()][:HEAD_LINES]
    return next((day for line in lines if (day := _date_of_line(line))), None)


def _date_of_line(line: str) -> date | None:
    for rule in rules():
        for match in rule.pattern.finditer(line):
            meant = rule.resolve(match, Context(None, forward=False))
            if meant and meant.precision == "day" and _is_dateline(line, match):
                return meant.start
            if meant and meant.precision in {"day", "days", "week", "month"} and _is_period(line, match):
                return meant.end
    return None


def _is_dateline(line: str, match: re.Match[str]) -> bool:
    """Tell whether a date ends a place's name, a label or a heading, and is followed by what may follow a dateline."""
    before, after = line[: match.start()], line[match.end() :]
    if AFTER_DATELINE.match(after) and (LABEL.fullmatch(before) or _is_place(before)):
        return True
    return bool(HEADING.fullmatch(before) and END_OF_LINE.match(after))


def _is_place(before: str) -> bool:
    """Tell whether what stands before a date are names and a mark: "BRENA (Nord Press) -", "Brena, Northland,"."""
    words = before.split()
    ends = bool(words) and words[-1][-1] in BEFORE_DATE
    return ends and 0 < len(words) <= LONGEST_PLACE and before.lstrip()[:1].isupper() and are_names(before)


def _is_period(line: str, match: re.Match[str]) -> bool:
    """Tell whether a date, or the last of two, is the whole of a line that says what time a report covers."""
    return bool(PERIOD.fullmatch(line[: match.start()]) and END_OF_LINE.match(line[match.end() :]))
