"""Which stretches of a text stand in quotation marks."""

import re
from collections.abc import Iterator

from geo.layout.single_quotes import with_double_quotes
from geo.model import Span

MARKS = re.compile(r'[“”„«»"]')
PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n")
OPENING, CLOSING = frozenset("“„«"), frozenset("”»")
SPEECH_WORDS = 5


def quotes(text: str) -> tuple[Span, ...]:
    """Return the quoted stretches of a text, without their marks, outermost ones only.

    A quotation that a paragraph leaves open ends with it, as when each of its paragraphs opens with a mark.
    """
    found: list[Span] = []
    start, marked = 0, with_double_quotes(text)
    for end in (*(match.end() for match in PARAGRAPH_END.finditer(text)), len(text)):
        found.extend(Span(a, b, text[a:b]) for a, b in _pairs(marked, start, end) if text[a:b].strip())
        start = end
    return tuple(found)


def _pairs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of what stands between the marks of one paragraph.

    A mark that can only open, where one is open already, begins anew: the line before it was left open.
    """
    opened: int | None = None
    for mark in MARKS.finditer(text, start, end):
        opens, closes = _sides(text, mark)
        if opened is not None and closes:
            yield opened, mark.start()
            opened = None
        elif opened is None and opens:
            opened = mark.end()
        elif opened is not None and "\n" in text[opened : mark.start()]:
            yield opened, text.rindex("\n", opened, mark.start())
            opened = mark.end()
    if opened is not None:
        yield opened, opened + len(text[opened:end].rstrip())


def _sides(text: str, mark: re.Match[str]) -> tuple[bool, bool]:
    """Tell whether a mark can open and whether it can close a quotation, by its form and by the blanks beside it."""
    if mark[0] in OPENING or mark[0] in CLOSING:
        return mark[0] in OPENING, mark[0] in CLOSING
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    loose_before, loose_after = not before.strip() or before in "([-—", not after.strip()
    return not loose_after or loose_before, not loose_before or loose_after


def is_speech(quote: Span) -> bool:
    """Tell whether a quotation is somebody's sentence, not a name or a word in marks (`"guests"`)."""
    return len(quote.text.split()) >= SPEECH_WORDS or quote.text.rstrip()[-1] in ".,?!"
