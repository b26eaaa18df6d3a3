"""Shorthand of military logs -> plain words, which parsers know: "2x ANA WIA IVO" is "2 soldiers wounded near".

Only a log is read so, since elsewhere the same letters name forces and bodies; but what hardly anything else is written
like ("incl.", "NE of") is read so in any text.
"""

import re
from calendar import month_name
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from geo.language.rewriting.cases import is_upper
from geo.layout.lines import line_start
from geo.lexicon import Row, load_rows

COLUMNS = ("short", "words", "counted", "sure")
TIMES = r"(?P<times>(?P<before>\d{1,4})[ \t]?[xX](?![\w-])|(?<![\w-])[xX](?P<after>\d{1,4})(?!\w))"
STOP = re.compile(r"(?<!BUS)(?<!TO)(?<!NOT) STOP(?!\S)")  # twice in capitals: one may be a verb
# What opens an entry whose place and sentence follow: "(EXPLOSIVE HAZARD) IED EXPLOSION RPT, GHAZNI: A CONVOY".
TITLE = re.compile(
    r"\((?:EXPLOSIVE HAZARD|(?:ENEMY|FRIENDLY) ACTION|FRIENDLY FIRE|(?:CRIMINAL|NON-COMBAT) EVENT)\)"
    r" [A-Z/ -]{4,40}, (?=[^:\n]{3,60}: \S)"
)
MONTH = re.compile(r"(?<!\S)\(?\d{1,2}\s(?P<month>JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\b\.?")
ALWAYS = "always"
LOG = 2  # sure forms, different ones, that make a text a log
# What follows where the letters stand for people: "2x IA WIA", "3 LN from a market"; not "2 IA vehicles".
PEOPLE = re.compile(
    r"[ \t]+(?:[KW]IA|MIA|DOW|killed|wounded|and|or|from|in|at|by|near|were|was)\b|[ \t]*(?:[.,;)]|$)", re.IGNORECASE
)
OPENS = re.compile(r"(?:^|[.:!?]\s+|[-–—|]\s)$")
NUMBER = re.compile(r"\d[xX]?[ \t]?$|[xX]\d+[ \t]$|\d[ \t][xX][ \t]$")
Change = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class _Forms:
    """The lexicon: a pattern of all short forms, and the row of each."""

    pattern: re.Pattern[str]
    rows: dict[str, Row]


@cache
def _forms() -> _Forms:
    rows = {row[0]: row for row in load_rows("shorthand", COLUMNS, sure=("yes", "no", ALWAYS))}
    shorts = "|".join(re.escape(short) for short in sorted(rows, key=len, reverse=True))
    return _Forms(re.compile(rf"(?<![\w/-])(?:{TIMES}|(?P<short>{shorts})(?P<many>(?<=\w)[sS]?(?!\w)|(?<!\w)))"), rows)


def spelt_out(running: str, places: list[int]) -> tuple[str, list[int]]:
    """Return a running text with the shorthand of a log spelt out, and for each of its characters its place.

    Each word of what stands for a short form has all of it for its place.

    Parameters
    ----------
    running, places
        What `unwrap` returns.
    """
    titles = [match.span() for match in TITLE.finditer(running)]
    changes = [*_changes(running), *_stops(running), *_months(running)]
    changes = [c for c in changes if not any(start <= c[0] < end for start, end in titles)]
    changes += [(start, end, "") for start, end in titles]
    if not changes:
        return running, places
    pieces: list[str] = []
    found: list[int] = []
    at = 0
    for start, end, words in sorted(changes):
        pieces += [running[at:start], words]
        found += [*places[at:start], *_shared(places[start:end], words)]
        at = end
    return "".join((*pieces, running[at:])), [*found, *places[at:]]


def _stops(text: str) -> Iterator[Change]:
    """Yield the ends of a telegram's sentences, as full stops: "TWO KILLED STOP DAMAGE SLIGHT STOP"."""
    lines = re.finditer(r"[^\n]+", text) if "STOP" in text else ()
    found = [m for line in lines if is_upper(line[0]) for m in STOP.finditer(text, *line.span())]
    if len(found) > 1:
        yield from ((m.start(), m.end(), ".") for m in found)


def _months(text: str) -> Iterator[Change]:
    """Yield months that capitals cut short behind a day, which parsers take for somebody: "ON 12 JUN A BOMB"."""
    for match in MONTH.finditer(text):
        yield *match.span("month"), next(m for m in month_name[1:] if m.upper().startswith(match["month"][:3])).upper()


def _short_forms(text: str) -> list[re.Match[str]]:
    """Return the short forms of a text: all of them in a log, those that are always such elsewhere."""
    found = [*_forms().pattern.finditer(text)]
    sure = {short: _forms().rows[short][3] for match in found if (short := match["short"])}
    if sum(each == "yes" for each in sure.values()) >= LOG:
        return found
    return [match for match in found if sure.get(match["short"]) == ALWAYS]


def _changes(text: str) -> Iterator[Change]:
    found = _short_forms(text)
    capitals = {line.span() for line in re.finditer(r"[^\n]+", text) if is_upper(line[0])} if found else ()
    for match in found:
        words = match["before"] or match["after"] or _words(text, match)
        shout = any(start <= match.start() < end for start, end in capitals)
        yield match.start(), match.end(), words.upper() if shout else words


def _words(text: str, match: re.Match[str]) -> str:
    _, words, counted, _ = _forms().rows[match["short"]]
    after_number = NUMBER.search(text, max(0, match.start() - 8), match.start())
    if counted and after_number and PEOPLE.match(text, match.end()):
        words = counted
    elif match["many"] and words and not words.endswith("s"):
        words = f"{words}s"
    opens = OPENS.search(text, max(line_start(text, match.start()), match.start() - 4), match.start())
    return words[:1].upper() + words[1:] if opens else words


def _shared(places: list[int], words: str) -> Iterator[int]:
    """Yield a place for each character: every word begins and ends where the short form does."""
    for part in re.findall(r"\w+|\W+", words):
        yield from (places[0], *places[-1:] * (len(part) - 1))
