"""Addresses that a user gave -> what they hold: pages and feeds over HTTP, files in stores that fsspec knows.

Nothing else is ever asked for: no link of a page is followed, no picture loaded.
"""

from collections.abc import Iterable
from io import BytesIO
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from geo.documents.formats import reader_for
from geo.documents.items import Found, Limits, Problem, too_large

WEB = ("http", "https")
STORES = ("s3", "gs", "gcs", "az", "abfs", "sftp")  # not file: a path is given as a path
SECONDS = 30
REDIRECTS = 5
ROOM = 50  # times the largest document: what is fetched may hold several
ENDINGS = {
    "text/html": ".html", "application/xhtml+xml": ".html", "application/pdf": ".pdf", "text/plain": ".txt",
    "application/rss+xml": ".rss", "application/atom+xml": ".atom", "application/xml": ".xml", "text/xml": ".xml",
    "text/csv": ".csv", "application/x-ndjson": ".jsonl",
}  # fmt: skip
UNSAID = ("", "application/octet-stream", "binary/octet-stream")  # then the address's ending says it


def is_address(given: str) -> bool:
    """Tell whether an input is an address and not a path."""
    return "://" in given


def read_address(address: str, limits: Limits) -> Found:
    """Yield what an address holds; its document is called by the address.

    Parameters
    ----------
    address
        Of a web page, a feed or a file.
    limits
        How much may be read; so many times that may be fetched.
    """
    scheme = urlsplit(address).scheme.lower()
    if scheme in WEB:
        yield from _web(address, limits)
    elif scheme in STORES:
        yield from _stored(address, limits)
    else:
        known = ", ".join((*WEB, *STORES))
        yield address, Problem(address, f"is an address that begins with {scheme}:", f"use one of {known}, or a path")


def _web(address: str, limits: Limits) -> Found:
    import requests

    room = limits.max_bytes * ROOM
    try:
        with requests.Session() as session:
            session.max_redirects = REDIRECTS
            session.trust_env = True
            answer = session.get(address, stream=True, timeout=SECONDS, headers={"User-Agent": "dateline"})
            answer.raise_for_status()
            data = _taken(answer.iter_content(65536), room)
    except (requests.RequestException, UnicodeError) as error:
        yield address, Problem(address, f"cannot be fetched ({_why(error)})", "check the address and the network")
        return
    if len(data) > room:
        yield address, too_large(address, room)
        return
    kind = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    path = PurePosixPath(urlsplit(answer.url).path).suffix
    ending = ENDINGS.get(kind) or (path if kind in UNSAID else "")
    yield from _read(data, address, f"page{ending}", limits)


def _taken(chunks: Iterable[bytes], room: int) -> bytes:
    data = bytearray()
    for chunk in chunks:
        data += chunk
        if len(data) > room:
            break
    return bytes(data)


def _why(error: Exception) -> str:
    return " ".join(str(error).split())[:160]


def _stored(address: str, limits: Limits) -> Found:
    try:
        import fsspec
    except ImportError:
        yield address, Problem(address, "needs the extra remote", "install it: pip install 'dateline[remote]'")
        return
    room = limits.max_bytes * ROOM
    try:
        with fsspec.open(address, "rb") as stream:
            data = stream.read(room + 1)
    except Exception as error:  # noqa: BLE001 - each store has errors of its own
        yield address, Problem(address, f"cannot be read ({_why(error)})", "check the address and your access")
        return
    if len(data) > room:
        yield address, too_large(address, room)
    else:
        yield from _read(data, address, urlsplit(address).path, limits)


def _read(data: bytes, address: str, name: str, limits: Limits) -> Found:
    reader = reader_for(name)
    if reader is None:
        yield (
            address,
            Problem(address, "holds nothing that can be read", "give a page, a feed, or a file of a known kind"),
        )
        return
    yield from reader(BytesIO(data), address, address, limits)
