"""RSS and Atom -> a document for each entry, by feedparser: its title and the longest text that it carries."""

from io import BytesIO
from typing import Any, BinaryIO

from geo.documents.days import day_of_numbers
from geo.documents.items import Found, Item, Limits, Problem, damaged, read_up_to
from geo.documents.markup import plain
from geo.documents.whole import ROOM
from geo.errors import DocumentError
from geo.model import Document


def read(stream: BinaryIO, where: str, name: str, limits: Limits) -> Found:
    """Yield each entry of a feed as a document."""
    import feedparser

    data = BytesIO(read_up_to(stream, limits.max_bytes * ROOM))
    feed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        raise DocumentError("is no RSS or Atom feed with an entry", "check what it is")
    source = str(feed.feed.get("title") or "") or None
    for number, entry in enumerate(feed.entries, 1):
        place = f"{where}, entry {number}"
        try:
            yield place, _entry(entry, place, f"{name}-{number}", source)
        except Exception as error:  # noqa: BLE001 - an entry made to break its reader must not stop the others
            yield place, damaged(place, "entry of a feed", error)


def _entry(entry: Any, where: str, name: str, source: str | None) -> Item:
    texts = [part.get("value") or "" for part in entry.get("content") or []] + [entry.get("summary") or ""]
    title = plain(str(entry.get("title") or ""))
    body = max((plain(text) for text in texts), key=len)
    text = f"{title}\n\n{body}".strip()
    if not body.strip():
        return Problem(where, "has no text", "leave it out, or read the page that it links to")
    day = entry.get("published_parsed") or entry.get("updated_parsed")
    return Document(name, text, title=title or None, source=source, published=day_of_numbers(day) if day else None)
