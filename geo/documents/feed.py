"""RSS and Atom -> a document for each entry, by feedparser: its title and the longest text that it carries.

A feed rolls: what is first today is third tomorrow. So an entry is known by what the feed says of which it is, its guid
or its link, and by its number only where that is missing, or the same of several.
"""

from collections import Counter
from hashlib import sha256
from io import BytesIO
from typing import Any, BinaryIO

from geo.documents.days import day_of_numbers
from geo.documents.items import Found, Item, Limits, Problem, damaged, read_up_to
from geo.documents.markup import plain
from geo.documents.whole import ROOM
from geo.errors import DocumentError
from geo.model import Document

_MARK = 12  # letters of a sum: among a million entries two have the same in one of some 500 feeds


def read(stream: BinaryIO, where: str, name: str, limits: Limits) -> Found:
    """Yield each entry of a feed as a document."""
    import feedparser

    data = BytesIO(read_up_to(stream, limits.max_bytes * ROOM))
    feed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        raise DocumentError("is no RSS or Atom feed with an entry", "check what it is")
    source = str(feed.feed.get("title") or "") or None
    marks = [_mark(entry) for entry in feed.entries]
    often = Counter(marks)
    for number, (entry, mark) in enumerate(zip(feed.entries, marks, strict=True), 1):
        place, known = f"{where}, entry {number}", mark if often[mark] == 1 else None
        try:
            yield place, _entry(entry, place, f"{name}-{known or number}", source)
        except Exception as error:  # noqa: BLE001 - an entry made to break its reader must not stop the others
            yield place, damaged(place, "entry of a feed", error)


def _mark(entry: Any) -> str | None:
    """Return what tells an entry from others of its feed, wherever it stands: a sum of its guid, else of its link."""
    said = str(entry.get("id") or entry.get("link") or "")
    return sha256(said.encode(errors="backslashreplace")).hexdigest()[:_MARK] if said else None


def _entry(entry: Any, where: str, name: str, source: str | None) -> Item:
    texts = [part.get("value") or "" for part in entry.get("content") or []] + [entry.get("summary") or ""]
    title = plain(str(entry.get("title") or ""))
    body = max((plain(text) for text in texts), key=len)
    text = f"{title}\n\n{body}".strip()
    if not body.strip():
        return Problem(where, "has no text", "leave it out, or read the page that it links to")
    day = entry.get("published_parsed") or entry.get("updated_parsed")
    return Document(name, text, title=title or None, source=source, published=day_of_numbers(day) if day else None)
