"""The days that head what follows them: a round-up's, those of a log's entries, of a diary's pages, of messages.

"DAILY ROUND-UP / Sunday, 4 July 1993", "WHAT HAPPENED ON TUESDAY 18 JUNE 1996", "[3 Feb 2022, 07:12] Shelling in …",
"Overnight, 3-4 March". A day alone in a line at the head of a text may be that of its writing, so it only heads what
follows if its title says so or the text has more such lines.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from geo.dates.days import Days, between, plus
from geo.layout.dateline import filed_end
from geo.layout.lines import line_start
from geo.lexicon import load_rows
from geo.model import TimeExpression

Span = tuple[int, int, Days]
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
NIGHT = r"(?:(?:(?:overnight|(?:the\s)?(?:night|evening|events|incidents)(?:\s(?:of|on))?)[,:]?\s+)?(?:the\s)?)"
DAY_OF_WAR = r"(?:\(?day\s\d{1,4}\)?\W+)?"
ZONE = r"(?:[ap]\.?m\.?|gmt|utc|lt|hrs|hours|local(?:\stime)?)"
CLOCK = rf"(?:,?\s*(?:at\s)?(?:\d{{1,2}}[:.h]?\d\d(?:[:.]\d\d)?\s?{ZONE}?|\d{{1,2}}\s?[ap]\.?m\b\.?))"
NUMBER = r"(?:(?:(?:serial|ser|entry|item|no)\.?[ \t]*)?(?:\d{1,3}|[a-z])[.):]+[ \t]+)?"  # "SER 4. 090430. B COY"
# What may stand in a line beside its day.
BEFORE = re.compile(rf"\W*{NUMBER}{DAY_OF_WAR}(?P<own>{NIGHT}){WEEKDAY}", re.IGNORECASE)
AFTER = re.compile(
    rf"{CLOCK}?\W*(?:day\s\d{{1,4}}|(?:early\s|late\s)?(?:morning|afternoon|evening|night)|overnight)?\W*",
    re.IGNORECASE,
)
# What may stand between the day that heads a line and its sentence: "12 January 1975. ", "3 March, 0935 - ",
# "19 Nov, Goma: ".
PLACED = r"(?:,[ \t]+(?-i:[^\W\d_a-z])[\w'’-]*(?:[ \t-]+(?-i:[^\W\d_a-z])[\w'’-]*){0,3}(?=:))?"
STAMP = re.compile(r"[^\[\]()\n]{0,24}[\])][ \t]*(?=\S)")
MARKED = re.compile(
    rf"{CLOCK}?{PLACED}\*{{0,2}}(?:[ \t]*[-–—|:]|\.|(?<=\.))\*{{0,2}}[ \t]+(?=[\[\"“'‘*#\d]|(?-i:[^\W\d_a-z]))",
    re.IGNORECASE,
)
POSTED_AT = re.compile(rf"{CLOCK}[)\]]?:?\s*", re.IGNORECASE)
# "Tokon wrote (12 Jan 2014, 20:30):", a line by itself above what somebody posted.
POSTED = re.compile(r"\W*[\w.@-]+(?:[ \t][\w.@-]+){0,3}[ \t,]*[(\[·|,-]\s?", re.IGNORECASE)
AIRED = re.compile(r"\b\d{4}\s(?:gmt|utc)\s", re.IGNORECASE)
HOUR = len("1910 gmt ")  # characters before a day; a search for them through a whole line takes its length squared
ENTRIES = 2  # days at the heads of lines, or in lines of their own, that make a text a log or a diary
LOOSE = re.compile(r"\b(?:ago|last|next|past|this|today|tonight|tomorrow|yesterday)\b", re.IGNORECASE)
SHORT_LINE, STOPS = 60, frozenset('.!?:;"”’)]')  # a longer line without a stop goes on in the next
HEAD_LINES = 6  # at the head of a text, of which one may be a title
LONGEST_TITLE = 120  # characters
BELOW = re.compile(r"\W*(?:(?-i:[^\W\d_a-z])[\w.'’-]*[ ,]+){0,4}" + WEEKDAY, re.IGNORECASE)  # "Nicosia, Saturday, "
# What a day stands behind that is only that of the report: "As of 2 December 2019".
OF_WRITING = re.compile(r"\b(?:published|posted|updated|issued|filed|as (?:of|at))\b", re.IGNORECASE)
WEEK = 6  # days before the last one
REACHES = frozenset({"day", "eve", "week"})


@dataclass(frozen=True, slots=True)
class Heading:
    """The characters ``[start, end)`` of words for days, where what they head ends, and the days meant."""

    start: int
    end: int
    until: int
    days: Days


def headings(text: str, found: Sequence[Span]) -> tuple[Heading, ...]:
    """Return the days that head what follows them, in the order of the text.

    Parameters
    ----------
    text
        The document's.
    found
        Where words for days stand, and the days that they mean, in the order of the text.
    """
    dated = [span for span in found if span[2].start and span[2].end]
    titled = [_meant(span, reach) for span in dated if (reach := _reach(text, span))]
    known = {start for start, *_ in titled}
    alone = [span for span in dated if _is_alone(text, span)]
    entries = [s for s in dated if _is_stamp(text, s) or _is_entry(text, s) or _is_posted(text, s)]
    alone = alone if len(alone) >= ENTRIES else [s for s in alone if _says_so(text, s)]
    entries = entries if len(entries) >= ENTRIES else []
    lines = sorted({s[0]: s for s in (*alone, *titled)}.values())
    inner = sorted(s for s in entries if s[0] not in known)
    every = (*_scopes(text, lines, lines), *_scopes(text, inner, sorted([*lines, *inner])))
    return tuple(sorted(every, key=lambda heading: heading.start))


def aired(text: str, found: Sequence[Span]) -> tuple[Heading, ...]:
    """Return the days in lines that say when what follows was broadcast: "today" below them is that day.

    Parameters
    ----------
    text, found
        As for `headings`.
    """
    filed = filed_end(text)  # a dateline below such a line is nearer
    lines = [s for s in found if s[2].precision == "day" and s[0] >= filed and s[2].start and _is_aired(text, s)]
    return tuple(_scopes(text, lines, lines))


def newest(times: Sequence[TimeExpression], anchor: date | None) -> date | None:
    """Return the day on which the last entry of a log was written, or the anchor if no entry is later.

    Parameters
    ----------
    times
        The time expressions of a text.
    anchor
        The day at its head.
    """
    heads = (t.when.end for t in times if t.until and t.when.end)
    return max((*heads, *([anchor] if anchor else [])), default=None)


def _meant(span: Span, reach: str) -> Span:
    """Return a title's day as the days that such titles mean by it."""
    start, end, meant = span
    if meant.precision != "day" or meant.end is None or reach == "day":
        return span
    first = plus(meant.end, -1 if reach == "eve" else -WEEK)
    return start, end, replace(between(first, meant.end), precision="day" if reach == "eve" else "week")


def heading_at(found: Sequence[Heading], at: int) -> Heading | None:
    """Return the last day above a character, if it heads that; `found` are a text's in its order."""
    after = bisect_right(found, at, key=lambda h: h.start)
    return found[after - 1] if after and found[after - 1].end <= at < found[after - 1].until else None


# ---------------------------------------------------------------- shapes


def _line(text: str, at: int) -> tuple[int, int]:
    start, end = line_start(text, at), text.find("\n", at)
    return start, len(text) if end < 0 else end


def _opens_line(text: str, span: Span) -> bool:
    """Tell whether a line begins with the words for a day, and is not the next line of a sentence."""
    start, _ = _line(text, span[0])
    return not _goes_on(text, start, span) and bool(BEFORE.fullmatch(text, start, span[0]))


def _goes_on(text: str, line: int, span: Span) -> bool:
    """Tell whether a line goes on with the sentence of the line above, or its day depends on the day of writing."""
    above = text[line_start(text, max(0, line - 1)) : line].strip()
    return bool(LOOSE.search(text, *span[:2])) or (len(above) >= SHORT_LINE and above[-1] not in STOPS)


def _is_alone(text: str, span: Span) -> bool:
    """Tell whether a day, or several, are all that a line says."""
    return _opens_line(text, span) and bool(AFTER.fullmatch(text, span[1], _line(text, span[0])[1]))


def _says_so(text: str, span: Span) -> bool:
    """Tell whether a line of its own says by itself that it heads what follows: "Night of 3 May"."""
    own = BEFORE.fullmatch(text, _line(text, span[0])[0], span[0])
    nightly = re.match("overnight", text[span[0] : span[1]], re.IGNORECASE)
    return bool((own and own["own"].strip()) or nightly)


def _is_stamp(text: str, span: Span) -> bool:
    """Tell whether a day stands in brackets at the head of a line: "[3 Feb 2022, 07:12] Shelling in"."""
    start, _ = _line(text, span[0])
    return bool(re.fullmatch(r"\W{0,4}[\[(]", text[start : span[0]]) and STAMP.match(text, span[1]))


def _is_posted(text: str, span: Span) -> bool:
    """Tell whether a day and an hour end a line behind the name of who wrote what follows."""
    start, end = _line(text, span[0])
    named = POSTED.fullmatch(text, start, span[0])
    return bool(named and POSTED_AT.fullmatch(text, span[1], end))


def _is_aired(text: str, span: Span) -> bool:
    """Tell whether a day ends a line behind the hour of a broadcast: "Radio Nord, in Arabic 1910 gmt 12 Sep 88"."""
    start, end = _line(text, span[0])
    hour = span[0] - HOUR
    if hour <= start or not AIRED.fullmatch(text, hour, span[0]):
        return False
    return bool(re.search(r"\w", text[start:hour])) and not re.search(r"\w", text[span[1] : end])


def _is_entry(text: str, span: Span) -> bool:
    """Tell whether a day and a mark stand at the head of a line: "12 January 1975. A bomb"."""
    return _opens_line(text, span) and bool(MARKED.match(text, span[1]))


def _reach(text: str, span: Span) -> str | None:
    """Return what a day means in a title of a round-up or log, or in the line below such a title; None elsewhere."""
    start, end = _line(text, span[0])
    if not _is_at_head(text, start) or end - start > LONGEST_TITLE or OF_WRITING.search(text[start : span[1]]):
        return None
    own = _title_reach(text[start : span[0]], text[span[1] : end])
    if own:
        return own
    above = text[:start].rstrip()
    title = above[above.rfind("\n") + 1 :]
    below = BELOW.fullmatch(text, start, span[0]) and AFTER.fullmatch(text, span[1], end)
    return _title_reach(title, "") if below and not _goes_on(text, start, span) else None


def _is_at_head(text: str, line: int) -> bool:
    return sum(bool(each.strip()) for each in text[:line].split("\n")) < HEAD_LINES if line < 1000 else False


def _title_reach(title: str, after: str) -> str | None:
    """Return what one day means in a title by its words; a sentence that goes on behind its day is none."""
    if re.search(r"\w", after) and not re.match(r"\W*\([^)]*\)\W*$|[ \t]*[:|(–—-]", after):
        return None
    return next((reach for words, reach in _titles() if words.search(title)), None)


@cache
def _titles() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the words of titles, the longest first, with what one day in such a title means."""
    rows = sorted(load_rows("day_titles", ("words", "reach"), reach=REACHES), key=lambda row: len(row[0]), reverse=True)
    return tuple((_words(row[0]), row[1]) for row in rows)


def _words(row: str) -> re.Pattern[str]:
    between = re.escape(row).replace("…\\ ", r"(?:[\w-]+\s+){0,2}").replace("\\ ", r"\s+")
    return re.compile(rf"(?<![\w'’]){between}(?!\w)", re.IGNORECASE)


# ---------------------------------------------------------------- how far they reach


def _scopes(text: str, spans: Sequence[Span], borders: Sequence[Span]) -> Iterator[Heading]:
    """Yield headings, each up to the next border; one that no bracket sets off, to the end of its paragraph."""
    starts = [start for start, *_ in borders]
    for start, end, meant in spans:
        after = bisect_left(starts, start + 1)
        until = _line(text, starts[after])[0] if after < len(starts) else len(text)
        if spans is not borders and not _is_stamp(text, (start, end, meant)):
            blank = text.find("\n\n", end)
            until = min(until, blank if blank >= 0 else until)
        yield Heading(start, end, until, meant)
