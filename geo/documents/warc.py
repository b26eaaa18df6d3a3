"""Web archives (WARC, also gzipped) -> a document for each page that was fetched, by warcio."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from geo.documents.decode import declared, decode
from geo.documents.items import Found, Item, Limits, Problem, damaged, read_up_to
from geo.documents.page import read_page
from geo.errors import DocumentError

CUT = "ends before its end: it is cut short", "fetch it again"
PAGES = ("text/html", "application/xhtml")


def read(stream: BinaryIO, where: str, name: str, limits: Limits) -> Found:
    """Yield each page of a web archive; pictures, scripts and answers other than 200 are passed over."""
    number, seen = 0, False
    records = _Records(stream)
    for record in _whole(records):
        seen = True
        if _is_page(record):
            number += 1
            place = f"{where}, {record.rec_headers.get_header('WARC-Target-URI') or f'page {number}'}"
            yield place, _page(record, place, f"{name}-{number}", limits)
    if not records.whole:
        raise DocumentError(*CUT)
    if not number:
        raise DocumentError("has no page in it" if seen else "is empty or no web archive", "check what it is")


def _whole(records: "_Records") -> Iterator[Any]:
    """Yield the records of an archive; DocumentError at one whose length is wrong, since nothing is found behind it."""
    try:
        for record in records:
            length = record.rec_headers.get_header("Content-Length")
            if length and not length.isdecimal():
                raise DocumentError(f"has a record whose Content-Length is {length[:40]!r}", CUT[1])
            yield record
    except OverflowError as error:
        raise DocumentError("has a record whose Content-Length no file can have", CUT[1]) from error
    except ArchiveLoadFailed as error:
        if "non-chunked" in str(error):
            remedy = "unpack it, and give the .warc"
            raise DocumentError("is packed as a whole and not record by record", remedy) from error
        if records.err_count:
            raise DocumentError(
                "has a record that is longer or shorter than its Content-Length says", CUT[1]
            ) from error
        raise


class _Records(ArchiveIterator):  # type: ignore[misc]  # warcio has no types
    """The records of a web archive; `whole` tells, once all are read, whether a packed one came to its end."""

    INC_RECORD = ""  # it would print this, in the midst of what is said
    whole = True

    def close(self) -> None:
        unpacked = self.reader.decompressor
        self.whole = unpacked is None or unpacked.eof or not self.reader.num_read
        super().close()


def _is_page(record: Any) -> bool:
    headers = record.http_headers
    if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
        return False
    return (headers.get_header("Content-Type") or "").lower().startswith(PAGES)


def _page(record: Any, where: str, name: str, limits: Limits) -> Item:
    try:
        data = _content(record, limits)
        address = record.rec_headers.get_header("WARC-Target-URI")
        return read_page(decode(data, limits.encoding or declared(data)), name, address)
    except DocumentError as error:
        return Problem(where, *error.args)
    except Exception as error:  # noqa: BLE001 - a page made to break its reader must not stop the others
        return damaged(where, "page", error)


def _content(record: Any, limits: Limits) -> bytes:
    """Return what was fetched; DocumentError if there is too much of it, or less than the record says."""
    data = read_up_to(record.content_stream(), limits.max_bytes)
    if not record.raw_stream.read(1) and getattr(record.raw_stream, "limit", 0) > 0:
        raise DocumentError(*CUT)
    return data
