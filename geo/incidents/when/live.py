"""Entries of a live blog, each with its hour -> the day on which it was written, and their order in time."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise

from geo.model import Parse, Sentence, TimeExpression, When

HEAD = 160  # characters of a text in which it calls itself a live blog
LIVE = re.compile(
    r"\blive\b(?![ -]fire)|\b\w*blog\b|\bas it happened\b|\bminute by minute\b|\brunning notes\b|\brolling\b|\bticker\b"
    r"|\b(?:latest|newest|oldest)\s(?:entries|updates|posts|first|on\stop|at\s(?:the\s)?top)\b",
    re.IGNORECASE,
)
ENTRY = re.compile(
    r"^[ \t]*[*_•–—-]{0,3}[ \t]*(\d{1,2})[:.h](\d\d)(?:\s?([ap])\.?m)?\b(?![.:/]\d)", re.MULTILINE | re.IGNORECASE
)
TAIL = re.compile(r"^\W*(?:background|earlier)\b", re.MULTILINE | re.IGNORECASE)  # what stands below all entries
NOON = 12  # o'clock
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


def turns(parse: Parse) -> Sequence[int]:
    """Return where each sentence stands in the order of time, of entries the newest first; nothing of other texts.

    What stands above or below the entries stays there.
    """
    entries = list(ENTRY.finditer(parse.text))
    hours = [_minute(entry) for entry in entries]
    if len(entries) < LEAST or hours[0] == hours[-1] or any(one < next_one for one, next_one in pairwise(hours)):
        return ()
    tail = TAIL.search(parse.text, entries[-1].end())
    starts = [*(entry.start() for entry in entries), tail.start() if tail else len(parse.text)]
    entry_of = [bisect_right(starts, sentence.end - 1) % len(starts) for sentence in parse.sentences]
    below = {sentence.index for sentence in parse.sentences if sentence.end > starts[-1]}
    order = sorted(range(len(entry_of)), key=lambda n: (n in below, entry_of[n] > 0, -entry_of[n], n))
    place = {number: at for at, number in enumerate(order)}
    return tuple(place[number] for number in range(len(order)))


def _minute(entry: re.Match[str]) -> int:
    hour, minute, half = entry.groups()
    return (int(hour) % NOON + NOON * (half in "pP") if half else int(hour)) * 60 + int(minute)
