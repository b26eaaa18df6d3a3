"""Who speaks in a headline: `Army: "We have taken the hill"`, "Nine killed in blast: police"."""

import re
from collections.abc import Iterator

from geo.attribution.said import OUTLET, PLACES, Said, token_at
from geo.model import Parse, Token

LINE = re.compile(r"^[^\S\n]*[*•·–-]?[^\S\n]*(?P<line>\S[^\n]{10,160}?)[^\S\n]*$", re.MULTILINE)
LEADING = re.compile(r'(?P<who>[^:"“”]{2,50}):\s*["“](?P<said>[^"“”]+)["”]')
TRAILING = re.compile(r'(?P<said>.{12,}?)(?::|\s[-–—]+)\s(?P<who>[^:.,"“”\d]{2,40})')
NAMING = frozenset({"NOUN", "PROPN", "DET", "ADJ", "ADP", "PART"})
MOST_WORDS = 5


def headlines(parse: Parse) -> Iterator[Said]:
    """Yield what headlines tell, with their speakers.

    Parameters
    ----------
    parse
        The text.
    """
    for line in LINE.finditer(parse.text):
        for form in (LEADING, TRAILING):
            match = form.fullmatch(line["line"])
            if match:
                yield from _said(parse, line.start("line"), match)


def _said(parse: Parse, offset: int, match: re.Match[str]) -> Iterator[Said]:
    start, end = offset + match.start("said"), offset + match.end("said")
    who = parse.between(offset + match.start("who"), offset + match.end("who"))
    if _is_speaker(who) and any(t.pos in {"VERB", "AUX"} for t in parse.between(start, end)):
        yield Said(start, end, match["who"].strip(), "", None, token_at(parse, offset + match.start("who")), OUTLET)


def _is_speaker(words: tuple[Token, ...]) -> bool:
    """Tell whether words can name a speaker: a few nouns, not a place alone."""
    if not 0 < len(words) <= MOST_WORDS or any(t.pos not in NAMING for t in words):
        return False
    return words[-1].pos in {"NOUN", "PROPN"} and any(t.entity not in PLACES for t in words)
