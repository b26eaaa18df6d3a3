"""Text in lines of a fixed width, as cables and mail have it -> the same words as running text, each with its place.

Line breaks inside a sentence and runs of blanks reach the parser as words of their own, and it loses its way.
"""

import re
from collections.abc import Callable

# Characters of a wrapped line; a shorter one is a heading or the end of a paragraph, a longer one a whole paragraph.
WRAPPED = range(40, 121)
# Pictures, arrows, bullets and the mark of a hashtag, which the tokenizer or the parser leaves on the word after them.
PICTURE = "[\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\ufe0e\ufe0f\u200d\U0001f000-\U0001faff]"
# Between two words an arrow says something: "Gao → Oran".
ARROW = re.compile(r"(?<=\w )(?:->(?= \w)|[\u2192\u21d2\u2794\u279c\u27a1\u27f6](?=\ufe0f? ?\w))")
PICTURES = re.compile(rf"{PICTURE}|#(?=[^\W\d_])|^[ \t]*[•·‣](?=[ \t])", re.MULTILINE)
# What who wrote a speech or broadcast down remarks in brackets on the words before: "[as heard]", "[words indistinct]".
REMARKS = re.compile(
    r"\[(?:[\w ]{0,30}\b)?(?:as\s(?:received|heard|published|printed|transliterated|given|broadcast|transmitted)"
    r"|not\sfurther\sidentified|sic|changes\sthought|expansion\sunknown|inaudible|unintelligible|audio\sgap)\]",
    re.IGNORECASE,
)
# How an item of a list begins: a bullet, a picture, a dash, a number, a day in figures, cells between marks, day and
# time of a military message.
ITEM = re.compile(
    rf"[ \t]*(?:[•*·●▪◦‣]|{PICTURE}|[-–—] (?=[^\Wa-z])|\(?\d{{1,3}}[.)/] |\d{{6}}[A-Z]"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|[^\n|]{1,40}[|\t]|[^\n]{1,40} [–—] [^\n]{1,40} [–—] )"
)
DASHES = re.compile(r"(?<=[.)\]])--(?=\w)")  # behind a dateline, "(AP)--Two", which the tokenizer takes for one word
RUN_OF_SIGNS = re.compile(r"[^\w\s]{40,}")  # a rule drawn with dashes; the tokenizer's time grows with its square
GAP = re.compile(r"\s{2,}|[^\S ]")  # white space, but for the single blanks that stay as they are
BREAK = re.compile(r"^(?P<line>[^\n]+)\n[^\S\n]*(?=(?P<next>\S+))", re.MULTILINE)
AIRED = re.compile(r"\b\d{4} (?:GMT|UTC)(?: \d{1,2} [A-Z]{3,9}(?: \d{2,4})?)?$", re.IGNORECASE)  # of a broadcast
# The halves of a word that a line's end cuts; letters alone, as in a "car-bomb" they may be words.
HALF_BEFORE, HALF_AFTER = re.compile(r"(?<![\w-])([^\W\d_]{2,})-$"), re.compile(r"[^\W\d_]{2,}(?![\w-])")
NEARLY_ALL = 0.95  # of the lines are no longer than the width at which they are broken
FEW = 3  # lines of which none goes on in small letters by chance: about one in three of prose begins with a capital
SENTENCE_ENDS = (".", "!", "?", ":", '"', "”")


def no_word(_: str) -> bool:
    """Know no words."""
    return False


def unwrap(text: str, is_word: Callable[[str], bool] = no_word) -> tuple[str, list[int]]:
    """Return the text with lines joined and blanks folded, and for each of its characters its place in `text`.

    Long runs of signs without a letter become blanks, as do pictures, marks of hashtags and a transcriber's remarks.

    Parameters
    ----------
    text
        Any text. Blank lines and breaks after short lines stay.
    is_word
        Tells of a word in small letters whether there is such a one: two lines may share it, with a hyphen between.
    """
    items = {match.end() for match in re.finditer(r"\n", text) if ITEM.match(text, match.end())}
    if "#" in text or "->" in text or not text.isascii():
        text = ARROW.sub(lambda arrow: ">".rjust(len(arrow[0])), text)
        text = PICTURES.sub(lambda signs: " " * len(signs[0]), text)
    text = REMARKS.sub(lambda remark: re.sub(r"\S", " ", remark[0]), text) if "]" in text else text
    text = DASHES.sub("\u2014 ", text) if "--" in text else text
    text = RUN_OF_SIGNS.sub(lambda signs: " " * len(signs[0]), text)
    is_list, width = _is_list(text), _width(text)
    pieces: list[str] = []
    places: list[int] = []
    line_start = position = 0
    for gap in GAP.finditer(text):
        pieces.append(text[position : gap.start()])
        places.extend(range(position, gap.start()))
        follows = gap.start() > 0  # blanks before a text's first word would be a word, too
        line = text[line_start : gap.start()]
        pieces.append(_written(gap, line, width, items=is_list or _line_after(gap) in items) if follows else "")
        if pieces[-1] == " " and line.endswith("-") and _is_cut(text, gap, is_word):
            pieces[-2:] = pieces[-2][:-1], ""
            places.pop()
        places.extend(range(gap.start(), gap.start() + len(pieces[-1])))
        position = gap.end()
        if "\n" in gap[0]:
            line_start = gap.end()
    pieces.append(text[position:])
    places.extend(range(position, len(text)))
    return "".join(pieces), places


def _is_list(text: str) -> bool:
    """Tell whether each line is an item of its own, as in a log of messages: none goes on in small letters."""
    following = [broken["next"] for broken in BREAK.finditer(text) if not broken["line"].isupper()]
    return len(following) >= FEW and not any(word[0].islower() for word in following)


def _width(text: str) -> int:
    """Return the width at which a text's lines are broken, 0 if they are not: the next word would not have fitted."""
    breaks = [(len(broken["line"].rstrip()), len(broken["next"])) for broken in BREAK.finditer(text)]
    if len(breaks) < FEW:
        return 0
    width = sorted(length for length, _ in breaks)[round(NEARLY_ALL * (len(breaks) - 1))]
    full = sum(length + 1 + word > width for length, word in breaks)
    return width if width in WRAPPED and full >= max(FEW, len(breaks) / 2) else 0


def _may_go_on(line: str, gap: re.Match[str], width: int) -> bool:
    if len(line) not in WRAPPED or AIRED.search(line):
        return False
    after = gap.string[gap.end() :].partition("\n")[0]
    if line.isupper() and not after.isupper() and not line[-1].isdigit():  # a head in capitals, but for its day
        return False
    if not line.endswith(SENTENCE_ENDS):
        return True
    length = gap.start() - gap.string.rfind("\n", 0, gap.start()) - 1  # with what stands before its first word
    return bool(width) and length + 1 + len(after.partition(" ")[0]) > width


def _is_cut(text: str, gap: re.Match[str], is_word: Callable[[str], bool]) -> bool:
    """Tell whether a hyphen at the end of a line cuts a word in two: "civi-" before "lians"."""
    first, second = HALF_BEFORE.search(text, 0, gap.start()), HALF_AFTER.match(text, gap.end())
    if not first or not second or first[1].isupper() != second[0].isupper():
        return False
    halves = first[1].lower(), second[0].lower()
    return is_word("".join(halves)) or (second[0].islower() and not is_word(halves[1]))


def _line_after(gap: re.Match[str]) -> int:
    """Return where the line begins in which a run of white space ends."""
    return gap.start() + gap[0].rfind("\n") + 1


def _written(gap: re.Match[str], line: str, width: int, *, items: bool) -> str:
    """Return what stands for a run of white space after a line so far: never longer than the run itself."""
    if gap[0].count("\n") > 1:
        return "\n\n"
    return "\n" if "\n" in gap[0] and (items or not _may_go_on(line, gap, width)) else " "
