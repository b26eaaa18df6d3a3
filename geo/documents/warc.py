"""Web archives (WARC, also gzipped) -> a document for each page that was fetched, by warcio."""

from typing import Any, BinaryIO

from geo.documents.decode import declared, decode
from geo.documents.items import Found, Item, Limits, Problem, damaged, read_up_to
from geo.documents.page import read_page
from geo.errors import DocumentError

PAGES = ("text/html", "application/xhtml")


def read(stream: BinaryIO, where: str, name: str, limits: Limits) -> Found:
    """Yield each page of a web archive; pictures, scripts and answers other than 200 are passed over."""
    from warcio.archiveiterator import ArchiveIterator

    number, seen = 0, False
    for record in ArchiveIterator(stream):
        seen = True
        if _is_page(record):
            number += 1
            place = f"{where}, {record.rec_headers.get_header('WARC-Target-URI') or f'page {number}'}"
            yield place, _page(record, place, f"{name}-{number}", limits)
    if not number:
        raise DocumentError("has no page in it" if seen else "is empty or no web archive", "check what it is")


def _is_page(record: Any) -> bool:
    headers = record.http_headers
    if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
        return False
    return (headers.get_header("Content-Type") or "").lower().startswith(PAGES)


def _page(record: Any, where: str, name: str, limits: Limits) -> Item:
    try:
        data = read_up_to(record.content_stream(), limits.max_bytes)
        address = record.rec_headers.get_header("WARC-Target-URI")
        return read_page(decode(data, limits.encoding or declared(data)), name, address)
    except DocumentError as error:
        return Problem(where, *error.args)
    except Exception as error:  # noqa: BLE001 - a page made to break its reader must not stop the others
        return damaged(where, "page", error)
