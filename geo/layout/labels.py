"""What heads a line: a bullet, a number, a time of day, a word such as "BREAKING:", a place or a day.

Messages, live blogs, lists and tables have such heads: "14:32 Gunmen have", "• Nyala: two dead", "Buga – 3 May –".
What follows a head is a sentence of its own, about that place and day.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from geo.layout.lines import line_start
from geo.lexicon import load_rows

HEADING = r"(?=[ \t]+(?-i:[A-Z])[^\n:]{1,40}:[ \t])"  # what makes a time of four digits: "0540 Taqah: "
CLOCK = rf"\d{{1,2}}[:.h]\d{{2}}|(?:[01]\d|2[0-3])[0-5]\d(?:(?:[ \t]?(?:hrs|hours)|[A-Z])\b|{HEADING})"
TIMED = re.compile(rf"(?:{CLOCK})[ \t]", re.IGNORECASE)
ZONE = r"(?:[ \t]?(?:GMT|UTC|hrs|hours|[ap]\.?m\.?|local(?:[ \t]time)?))?"
SECRECY = r"\((?:U|C|S|R|TS|SBU|FOUO|[CS]//[A-Z, ]{2,12})\)"
BULLET = re.compile(r"[ \t]*(?:[^\w\s\"'“‘(\[$@#]{1,3}[ \t]*)?(?:(?:\(?\d{1,3}|[A-Za-z])[.)/][ \t]+)?")
BOLD = r"[*_]{0,3}"  # of Markdown and of messages
MARK = rf"{BOLD}(?:[ \t]*[:|;]{BOLD}[ \t]+|[ \t]+(?:[-–—]{{1,2}}|/)[ \t]+)"
# No sentence ends in a piece; "St. Louis" may stand there.
PIECE = re.compile(rf"(?P<words>[^\s:|;](?:(?!\w{{3}}\.\s)[^\n:|;]){{0,58}}?){MARK}(?=\S)")
BRACKETED = re.compile(
    r"\((?P<words>(?-i:[^\W\d_a-z])[^\n:|;()\d]{1,40})\)[ \t]+(?=[^\s\-–—])"
)  # "(TUZLA) Shells fell"
APART = r"(?:[,()]|(?<=[^\W\d])/|[ \t]and[ \t])"  # "Dublin/Monaghan", but "01/04/2016"
PART = re.compile(rf"(?!and[ \t])[^\s,/()#](?:(?!{APART})[^\n])*?(?=[ \t]*(?:{APART}|$))")
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
# "[3 Feb 2022, 07:12]" before a message.
DATED = rf"(?:\d:\d\d|\d[/.-]\d|\d[ \t]{MONTH}|{MONTH}[ \t]\d)"
STAMP = rf"\[(?=[^\[\]\n]*{DATED})[^\[\]\n]{{4,40}}\]"
GROUP = rf"\d{{6}}[A-Z]\*?[ \t]?{MONTH}[ \t]?\d\d"  # day and time of a military message: "041530ZFEB07"
ASIDE = r"\([^()\n]{1,40}\)"  # "Update 2 (0610 UTC):"
CUT_SHORT = rf"(?:{WEEKDAY}\.?,?[ \t]*)?\d{{1,2}}[ \t]{MONTH}(?<=\.)(?=[ \t]+(?-i:[A-Z]))"  # "Sat 27 Oct. Shells fell"
DAY = re.compile(
    rf"(?:(?:{WEEKDAY},?[ \t]*)?(?:\d{{1,2}}(?:st|nd|rd|th)?[ \t]?{MONTH}|{MONTH}[ \t]\d{{1,2}})(?:[ \t,]*\d{{2,4}})?"
    rf"|{WEEKDAY}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|\d\d[/.]\d\d|\d{{4}}-\d\d-\d\d|\d{{4}}|{GROUP})$",
    re.IGNORECASE,
)
LONGEST = 80  # characters of a head
MOST_WORDS = 4  # of a name
SMALL = frozenset({"de", "del", "la", "al", "el", "of", "the", "and", "da", "do", "du", "ul"})
ALIKE = 2  # lines with places at their heads that make a text a list, in which other names head lines, too
Known = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Head:
    """The characters ``[start, end)`` of a line's head without its bullet; `end` is where its sentence begins.

    `names` are those in its last piece that has any, in the order of the text; `before` those of the pieces before it.
    """

    start: int
    end: int
    names: tuple[tuple[int, int], ...] = ()
    before: tuple[tuple[int, int], ...] = ()


def head_ends(text: str, is_place: Known, is_word: Known) -> list[int]:
    """Return where the heads of lines end, in the order of the text.

    Parameters
    ----------
    text
        The document's.
    is_place
        Tells whether a name in small letters is that of a place.
    is_word
        Tells whether a word in small letters is a common one, so that no unknown place has it for a name.
    """

    def may_name(words: str) -> bool:
        return is_place(words) or not any(is_word(word) for word in words.split())

    lines = [0, *(m.end() for m in re.finditer("\n", text))]
    sure = [_head(text, start, is_place) for start in lines]
    is_list = sum(bool(head and head.names) for head in sure) >= ALIKE
    found = (
        _head(text, at, may_name) if is_list or _has_bullet(text, at) else head
        for at, head in zip(lines, sure, strict=True)
    )
    return [head.end for head in found if head]


@lru_cache(2**8)  # asked again and again while a text is read
def head_before(text: str, start: int) -> Head | None:
    """Return the head that stands between the beginning of a line and a sentence; None if something else does, too.

    Parameters
    ----------
    text
        The document's.
    start
        Of a sentence, as a character: where a head ends, a sentence starts.
    """
    line = line_start(text, start)
    if start - line > LONGEST:
        return None
    found = _head(text, line, lambda _: True, start)
    return found if found and found.end == start else None


def is_labelled(text: str, start: int) -> bool:
    """Tell whether a head stands right before a sentence; parameters as of `head_before`."""
    return head_before(text, start) is not None


# ---------------------------------------------------------------- one line


def _head(text: str, line: int, is_name: Known, end: int | None = None) -> Head | None:
    """Return the head of a line: labels and pieces, one after another, of which each is a time, a day or a place."""
    bullet = BULLET.match(text, line)
    start = at = bullet.end() if bullet else line
    names: tuple[tuple[int, int], ...] = ()
    before: tuple[tuple[int, int], ...] = ()
    while at < (end or line + LONGEST):
        label, piece = _label().match(text, at), PIECE.match(text, at) or BRACKETED.match(text, at)
        parts = _parts(piece) if piece else []
        if label:
            at = label.end()
        elif piece and _may_head(parts, is_name):
            at = piece.end()
            if named := tuple(m.span() for m in parts if not DAY.match(m[0])):
                names, before = named, (*before, *names)
        else:
            break
    return Head(start, at, names, before) if at > start else None


@cache
def _label() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for (word,) in load_rows("message_labels", ("word",)))
    return re.compile(
        rf"(?:(?:{CLOCK}){ZONE}{ZONE}[ \t]*[-–—:|]?|{GROUP}[ \t]*:?|{SECRECY}|{STAMP}|{CUT_SHORT}"
        rf"|#?(?:{words})(?:[ \t]*(?:no\.?|\#)?[ \t]*\d{{1,3}})?(?:[ \t]*{ASIDE})?[ \t]*[:|–—])[ \t]+(?=\S)",
        re.IGNORECASE,
    )


def _parts(piece: re.Match[str]) -> list[re.Match[str]]:
    """Return the names and days that a piece lists."""
    return [m for m in PART.finditer(piece.string, *piece.span("words")) if m[0].lower() not in SMALL]


def _may_head(parts: list[re.Match[str]], is_name: Known) -> bool:
    """Tell whether words are names of places and days alone, at least one of them surely."""
    days = [part[0] for part in parts if DAY.match(part[0])]
    names = [name for part in parts if (name := part[0]) not in days]
    return all(_is_name(name) for name in names) and bool(days or (names and is_name(_bare(names[0]))))


def _is_name(words: str) -> bool:
    own = [word for word in words.split() if word.lower() not in SMALL]
    named = own[:-1] if own and own[-1] in _units() else own
    return 0 < len(named) <= MOST_WORDS and all(word[0].isupper() and not word[-1].isdigit() for word in named)


def _bare(name: str) -> str:
    """Return a name in small letters, without the noun for its kind: "Demoso township"."""
    first, _, last = name.rpartition(" ")
    return (first if last in _units() else name).casefold()


@cache
def _units() -> frozenset[str]:
    rows = load_rows("place_nouns", ("word", "position", "kinds"))
    return frozenset(word for word, position, _ in rows if position == "after")


def _has_bullet(text: str, line: int) -> bool:
    """Tell whether a line begins with a bullet or number, or with the time of day of a log's entry."""
    bullet = BULLET.match(text, line)
    return (bullet is not None and bullet.end() > line) or TIMED.match(text, line) is not None
