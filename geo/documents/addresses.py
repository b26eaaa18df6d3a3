"""Addresses that a user gave -> what they hold: pages and feeds over HTTP, files in stores that fsspec knows.

Nothing else is ever asked for: no link of a page is followed, no picture loaded.
"""

from io import BytesIO
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from geo.documents.formats import reader_for
from geo.documents.items import Found, Limits, Problem, read_up_to
from geo.errors import DocumentError

WEB = ("http", "https")
STORES = ("s3", "gs", "gcs", "az", "abfs", "sftp")  # not file: a path is given as a path
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
    scheme = address.partition("://")[0].lower()
    if scheme in WEB:
        yield from _web(address, limits)
    elif scheme in STORES:
        yield from _stored(address, limits)
    else:
        known = ", ".join((*WEB, *STORES))
        yield address, Problem(address, f"is an address that begins with {scheme}:", f"use one of {known}, or a path")


def _web(address: str, limits: Limits) -> Found:
    from geo.documents.web import FetchError, fetch

    named = without_password(address)
    try:
        got = fetch(address, limits.max_bytes * ROOM)
    except FetchError as error:
        yield named, Problem(named, f"cannot be fetched ({_why(error, address)})", "check the address and the network")
    except DocumentError as error:
        yield named, Problem(named, *error.args)
    else:
        path = PurePosixPath(urlsplit(got.address).path).suffix
        ending = ENDINGS.get(got.kind) or (path if got.kind in UNSAID else "")
        yield from _read(got.data, named, f"page{ending}", limits)


def without_password(address: str) -> str:
    """Return an address without a name and a password in it: it goes on as an id, into records and onto maps."""
    scheme, there, rest = address.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}{there}{host.rpartition('@')[2]}{slash}{path}"


def _why(error: Exception, address: str) -> str:
    said = str(error).replace(address, without_password(address))
    return " ".join(said.split())[:160] or type(error).__name__


def _stored(address: str, limits: Limits) -> Found:
    try:
        import fsspec
    except ImportError:
        yield address, Problem(address, "needs the extra remote", "install it: pip install 'dateline[remote]'")
        return
    named = without_password(address)
    try:
        with fsspec.open(address, "rb") as stream:
            data = read_up_to(stream, limits.max_bytes * ROOM)
    except DocumentError as error:
        yield named, Problem(named, *error.args)
    except Exception as error:  # noqa: BLE001 - each store has errors of its own
        yield named, Problem(named, f"cannot be read ({_why(error, address)})", "check the address and your access")
    else:
        yield from _read(data, named, urlsplit(address).path, limits)


def _read(data: bytes, address: str, name: str, limits: Limits) -> Found:
    reader = reader_for(name)
    if reader is None:
        yield (
            address,
            Problem(address, "holds nothing that can be read", "give a page, a feed, or a file of a known kind"),
        )
        return
    yield from reader(BytesIO(data), address, address, limits)
