"""Which stretches of a text stand in quotation marks."""

import re
from collections.abc import Iterator

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
    start = 0
    for end in (*(match.end() for match in PARAGRAPH_END.finditer(text)), len(text)):
        found.extend(Span(a, b, text[a:b]) for a, b in _pairs(text, start, end) if text[a:b].strip())
        start = end
    return tuple(found)


def _pairs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of what stands between the marks of one paragraph."""
    opened: int | None = None
    for mark in MARKS.finditer(text, start, end):
        if opened is None:
            opened = mark.end() if mark[0] not in CLOSING else None
        elif mark[0] not in OPENING:
            yield opened, mark.start()
            opened = None
    if opened is not None:
        yield opened, opened + len(text[opened:end].rstrip())


def is_speech(quote: Span) -> bool:
    """Tell whether a quotation is somebody's sentence, not a name or a word in marks (`"guests"`)."""
    return len(quote.text.split()) >= SPEECH_WORDS or quote.text.rstrip()[-1] in ".,?!"
