"""The line at the head of a wire story or cable that says where and when it was filed, and where it ends."""

import re
from functools import lru_cache

from geo.layout.labels import MONTH
from geo.layout.lines import line_start

# "(Reuters) - ", "May 3 -- ", "(EFE).- ", "Aug. 3.—Gunmen".
DASH = r"(?:\.?(?:—|–|--)\s+|(?:\s|\.)-\s+|\.?(?<=[.)\d])(?:—|--)(?=\w))"
# ", Northland. Oct. 20, 2009", " (Nord Press)": what may stand between a place and the mark that ends the line.
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
PIECES = r"(?:,[^\n(),—–]{0,60}?|\s*\([^)\n]{1,60}\)\s*){0,6}"
NOTE = r"(?:\((?:text|excerpts?|report|summary|delayed)[^()\n]{0,40}\)\s+)?"  # "(TEXT) LIMA, 13 SEP (EFE) --"
# "KHARTOUM, June 29 (Reuters) - ", "SAN SALVADOR, 3 JAN 90 (ACAN-EFE) -- ", "BRENA, 3 May 2009 (Nord Press): ".
SHAPE = re.compile(
    rf"^[\s\[]*{NOTE}(?P<place>[^\n(,]{{2,40}}?)(?P<rest>{PIECES})(?:{DASH}|(?<=[)\d]):\s+)",
    re.MULTILINE | re.IGNORECASE,
)
# "(Nairobi) - ", "(Nairobi, 3 March 2021) – ".
BRACKETED = re.compile(
    rf"^[\s\[]*\((?P<place>[^\n(),]{{2,40}}?)(?P<rest>(?:,[^\n()]{{0,60}})?)\)\s*{DASH}", re.MULTILINE
)
# "BRENA, Northland, 28 April 2014", "BRENA, Oct. 2", "BRENA, Monday", a line of its own.
ALONE = re.compile(
    rf"^[ \t]*(?!\w+day\b)(?P<place>[^\n(,\d]{{2,40}}?)(?P<rest>(?:,[^\n(),\d]{{1,40}})*?,?[ \t](?:\w+day,?[ \t])?"
    rf"(?:(?:{MONTH}[ \t]\d{{1,2}}|\d{{1,2}}[ \t]{MONTH})(?:,?[ \t]\d{{4}})?|{WEEKDAY}))[ \t.]*$",
    re.MULTILINE | re.IGNORECASE,
)
# Notes in brackets of who monitors what others say, before the text: "[TEXT] ", "[REPORT] [ANA RUIZ] [EXCERPTS] ".
NOTES = re.compile(r"(?:\[[^\[\]\n]{1,60}\]\s+){1,4}")
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
# "January 22, 2018 - ", "3 Feb. 1990 -- ": a day alone.
DAY = re.compile(
    rf"^[\s\[]*(?:\w+day,?\s+)?(?:{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH})(?:,?\s+\d{{2,4}})?\]?\s*(?:—|–|--|\s-)\s+",
    re.MULTILINE | re.IGNORECASE,
)
DAY_OF_MONTH = re.compile(rf"\b(?:{MONTH}\s\d{{1,2}}|\d{{1,2}}\s{MONTH})\b", re.IGNORECASE)
# Words that count from the day of writing, which a line heads that says when a text was written.
FROM_NOW = re.compile(
    r"\b(?:today|tonight|yesterday|last (?:night|evening)|this (?:morning|afternoon|evening))\b", re.IGNORECASE
)
STOP = re.compile(r"\.(?=(?:-|–|—)+\s*$)")
DISPATCH, DISPATCH_END = re.compile(r"[ \t]*[A-Z][A-Z'’. -]{2,40},\s*"), re.compile(r"\.?\s?(?:—|–|-)")
PROSE = re.compile(r"[^\n]{60}[.!?][\"”’)]?[ \t]*$", re.MULTILINE)  # a line that ends as a sentence
STANDFIRST = 1  # such lines may come before a dateline
WITHIN = 400  # characters from the start of a text: a headline and a byline may come first
MOST_WORDS = 4  # of a place's name
TINY = 3  # letters
SMALL = frozenset({"de", "del", "la", "al", "el", "of", "the", "el-", "al-", "da", "do"})


@lru_cache(maxsize=8)
def dateline_end(text: str) -> int:
    """Return where the dateline at the head of a text ends, 0 where it has none."""
    for shape in (SHAPE, BRACKETED):
        for match in shape.finditer(text[:WITHIN]):
            if _is_place(match["place"], match["rest"]) and _is_closed(match, text) and not _is_item(match, text):
                notes = NOTES.match(text, match.end())
                return notes.end() if notes else match.end()
    return 0


@lru_cache(maxsize=8)
def filed_end(text: str) -> int:
    """Return where the head ends that says in which place a text was written, be it a line of its own; 0 for none."""
    alone = (m for m in ALONE.finditer(text[:WITHIN]) if _is_place(m["place"], m["rest"]))
    sure = (m.end() for m in alone if YEAR.search(m["rest"]) or _is_of_writing(m, text))
    return dateline_end(text) or next(sure, 0)


def heads_dispatch(text: str, start: int, end: int) -> bool:
    """Tell whether a day stands in the head of a dispatch, the first or a later one: "KUALA LUMPUR, Wed.—Gurkhas".

    Parameters
    ----------
    text
        The document's.
    start, end
        The characters of the day.
    """
    line = line_start(text, start)
    return bool(DISPATCH.fullmatch(text, line, start) and DISPATCH_END.match(text, end))


def head_end(text: str) -> int:
    """Return where the head of a text ends, be it a dateline or a day alone; 0 where it has neither."""
    day = DAY.search(text[:WITHIN])
    return dateline_end(text) or (day.end() if day else 0)


def without_stop(text: str) -> str:
    """Return a text without the full stop before the dash that ends its dateline, which would stick to the next word.

    Parameters
    ----------
    text
        The document's; what is returned is as long.
    """
    head = STOP.search(text[: dateline_end(text)])
    return text[: head.start()] + " " + text[head.start() + 1 :] if head else text


def _is_place(name: str, rest: str) -> bool:
    """Tell whether words look like a place's name; in capitals throughout a day or an agency must follow."""
    words = name.split()
    if not 0 < len(words) <= MOST_WORDS or any(c in name for c in '.;:!?"“”'):
        return False
    if not all(word[:1].isupper() or word.lower() in SMALL for word in words):
        return False
    return not (name.isupper() and len(words) > 1) or bool(re.search(r"[\d(,]", rest))


def _is_closed(head: re.Match[str], text: str) -> bool:
    """Tell whether a dash ends a dateline, or a colon after a date: without its year it may begin a line of a list.

    "TURA, April 10: " is a dateline where its place is in capitals or "today" follows.
    """
    if not head[0].rstrip().endswith(":") or YEAR.search(head["rest"]):
        return True
    return _is_of_writing(head, text) and DAY_OF_MONTH.search(head["rest"]) is not None


def _is_of_writing(head: re.Match[str], text: str) -> bool:
    """Tell whether a head without a year is in capitals, or what follows counts from the day of writing."""
    return head["place"].isupper() or FROM_NOW.search(text, head.end()) is not None


def _is_item(head: re.Match[str], text: str) -> bool:
    """Tell whether a name and a dash head an item: several lines have such a head, or sentences stand above it."""
    if head["rest"].strip():
        return False
    if len(PROSE.findall(text, 0, head.start())) > STANDFIRST:
        return True
    return any(_is_place(m["place"], "") for m in SHAPE.finditer(text) if m.start() != head.start())


def are_names(text: str) -> bool:
    """Tell whether all words of a text can be those of a dateline: with a capital, without letters, or tiny ("of").

    Parameters
    ----------
    text
        A line or a piece of one.
    """
    words = (word.strip(".,'’()[]|/–—-") for word in text.split())
    return all(
        not word or word[0].isupper() or len(word) <= TINY or not any(c.islower() for c in word) for word in words
    )
