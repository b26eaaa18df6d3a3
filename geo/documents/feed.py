"""RSS and Atom -> a document for each entry, by feedparser: its title and the longest text that it carries."""

from io import BytesIO
from typing import Any, BinaryIO

from geo.documents.days import day_of_numbers
from geo.documents.items import Found, Item, Limits, Problem, damaged, too_large
from geo.documents.markup import plain
from geo.model import Document

ROOM = 50  # times the largest document: so much may a feed hold in all


def read(stream: BinaryIO, where: str, name: str, limits: Limits) -> Found:
    """Yield each entry of a feed as a document."""
    import feedparser

    room = limits.max_bytes * ROOM
    data = stream.read(room + 1)
    if len(data) > room:
        yield where, too_large(where, room)
        return
    try:
        feed = feedparser.parse(BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # noqa: BLE001 - a file made to break its reader must not stop the others
        yield where, damaged(where, "feed", error)
        return
    if not feed.entries:
        yield where, Problem(where, "is no RSS or Atom feed with an entry", "check what it is")
    for number, entry in enumerate(feed.entries, 1):
        place = f"{where}, entry {number}"
        yield place, _entry(entry, place, f"{name}-{number}", str(feed.feed.get("title") or "") or None, limits)


def _entry(entry: Any, where: str, name: str, source: str | None, limits: Limits) -> Item:
    texts = [part.get("value") or "" for part in entry.get("content") or []] + [entry.get("summary") or ""]
    title = plain(str(entry.get("title") or ""))
    body = max((plain(text) for text in texts), key=len)
    text = f"{title}\n\n{body}".strip()
    if not body.strip():
        return Problem(where, "has no text", "leave it out, or read the page that it links to")
    if len(text.encode()) > limits.max_bytes:
        return too_large(where, limits.max_bytes)
    day = entry.get("published_parsed") or entry.get("updated_parsed")
    return Document(name, text, title=title or None, source=source, published=day_of_numbers(day) if day else None)
