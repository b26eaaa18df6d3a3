"""Entries of a live blog, each with its hour -> the day on which it was written."""

import re
from datetime import date
from functools import lru_cache

from geo.model import Sentence, TimeExpression, When

HEAD = 160  # characters of a text in which it calls itself a live blog
LIVE = re.compile(
    r"\blive\b(?![ -]fire)|\b\w*blog\b|\bas it happened\b|\bminute by minute\b|\brunning notes\b|\brolling\b|\bticker\b"
    r"|\b(?:latest|newest|oldest)\s(?:entries|updates|posts|first|on\stop|at\s(?:the\s)?top)\b",
    re.IGNORECASE,
)
ENTRY = re.compile(r"^[ \t]*[*_•–—-]{0,3}[ \t]*\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m)?\b(?![.:/]\d)", re.MULTILINE)
LEAST = 3  # entries


def day_of_entry(text: str, sentence: Sentence, times: tuple[TimeExpression, ...], written: date | None) -> When | None:
    """Return the day of a live blog's entry, None outside one or where its entries have days of their own.

    Parameters
    ----------
    text
        The document's.
    sentence
        One of its sentences.
    times
        The document's.
    written
        The day on which the text was written, if known.
    """
    if written is None or any(t.until for t in times) or not _is_live(text):
        return None
    return When(written, written, "day", None) if ENTRY.search(text, 0, sentence.end) else None


@lru_cache(maxsize=1)  # asked for each sentence of one text after another
def _is_live(text: str) -> bool:
    return bool(LIVE.search(text, 0, HEAD)) and len(ENTRY.findall(text)) >= LEAST
