"""Text in lines of a fixed width, as cables and mail have it -> the same words as running text, each with its place.

Line breaks inside a sentence and runs of blanks reach the parser as words of their own, and it loses its way.
"""

import re

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
RUN_OF_SIGNS = re.compile(r"[^\w\s]{40,}")  # a rule drawn with dashes; the tokenizer's time grows with its square
GAP = re.compile(r"\s{2,}|[^\S ]")  # white space, but for the single blanks that stay as they are
BREAK = re.compile(r"^(?P<line>[^\n]+)\n[^\S\n]*(?=(?P<next>\S))", re.MULTILINE)
AIRED = re.compile(r"\b\d{4} (?:GMT|UTC)(?: \d{1,2} [A-Z]{3,9}(?: \d{2,4})?)?$", re.IGNORECASE)  # of a broadcast
FEW = 3  # lines of which none goes on in small letters by chance: about one in three of prose begins with a capital
SENTENCE_ENDS = (".", "!", "?", ":", '"', "”")


def unwrap(text: str) -> tuple[str, list[int]]:
    """Return the text with lines joined and blanks folded, and for each of its characters its place in `text`.

    Long runs of signs without a letter become blanks, as do pictures, marks of hashtags and a transcriber's remarks.

    Parameters
    ----------
    text
        Any text. Blank lines and breaks after short lines stay.
    """
    items = {match.end() for match in re.finditer(r"\n", text) if ITEM.match(text, match.end())}
    if "#" in text or "->" in text or not text.isascii():
        text = ARROW.sub(lambda arrow: ">".rjust(len(arrow[0])), text)
        text = PICTURES.sub(lambda signs: " " * len(signs[0]), text)
    text = REMARKS.sub(lambda remark: re.sub(r"\S", " ", remark[0]), text) if "]" in text else text
    text = RUN_OF_SIGNS.sub(lambda signs: " " * len(signs[0]), text)
    is_list = _is_list(text)
    pieces: list[str] = []
    places: list[int] = []
    line_start = position = 0
    for gap in GAP.finditer(text):
        pieces.append(text[position : gap.start()])
        places.extend(range(position, gap.start()))
        follows = gap.start() > 0  # blanks before a text's first word would be a word, too
        line = text[line_start : gap.start()]
        pieces.append(_written(gap[0], line, items=is_list or _line_after(gap) in items) if follows else "")
        places.extend(range(gap.start(), gap.start() + len(pieces[-1])))
        position = gap.end()
        if "\n" in gap[0]:
            line_start = gap.end()
    pieces.append(text[position:])
    places.extend(range(position, len(text)))
    return "".join(pieces), places


def _is_list(text: str) -> bool:
    """Tell whether each line is an item of its own, as in a log of messages: none goes on in small letters."""
    following = [broken["next"] for broken in BREAK.finditer(text)]
    return len(following) >= FEW and not text.isupper() and not any(sign.islower() for sign in following)


def _may_go_on(line: str) -> bool:
    return len(line) in WRAPPED and not line.endswith(SENTENCE_ENDS) and not AIRED.search(line)


def _line_after(gap: re.Match[str]) -> int:
    """Return where the line begins in which a run of white space ends."""
    return gap.start() + gap[0].rfind("\n") + 1


def _written(gap: str, line: str, *, items: bool) -> str:
    """Return what stands for a run of white space after a line so far: never longer than the run itself."""
    if gap.count("\n") > 1:
        return "\n\n"
    return "\n" if "\n" in gap and (items or not _may_go_on(line)) else " "
