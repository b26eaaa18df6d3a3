"""Web archives (WARC, also gzipped) -> a document for each page that was fetched, by warcio."""

from typing import Any, BinaryIO

from geo.documents.decode import declared, decode
from geo.documents.items import Found, Item, Limits, Problem, damaged, too_large
from geo.documents.page import read_page
from geo.errors import DocumentError

PAGES = ("text/html", "application/xhtml")


def read(stream: BinaryIO, where: str, name: str, limits: Limits) -> Found:
    """Yield each page of a web archive; pictures, scripts and answers other than 200 are passed over."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    number, seen = 0, False
    try:
        for record in ArchiveIterator(stream):
            seen = True
            if _is_page(record):
                number += 1
                place = f"{where}, {record.rec_headers.get_header('WARC-Target-URI') or f'page {number}'}"
                yield place, _page(record, place, f"{name}-{number}", limits)
    except (ArchiveLoadFailed, OSError, EOFError, ValueError) as error:
        yield where, damaged(where, "web archive", error)
        return
    if not number:
        why = "has no page in it" if seen else "is empty or no web archive"
        yield where, Problem(where, why, "check what it is")


def _is_page(record: Any) -> bool:
    headers = record.http_headers
    if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
        return False
    return (headers.get_header("Content-Type") or "").lower().startswith(PAGES)


def _page(record: Any, where: str, name: str, limits: Limits) -> Item:
    data = record.content_stream().read(limits.max_bytes + 1)
    if len(data) > limits.max_bytes:
        return too_large(where, limits.max_bytes)
    try:
        return read_page(decode(data, limits.encoding or declared(data)), name)
    except DocumentError as error:
        return Problem(where, *error.args)
