"""An address on the web -> the bytes there, within limits of size, time and redirects."""

import ipaddress
import socket
from dataclasses import dataclass
from time import monotonic
from typing import Any
from urllib.parse import urljoin, urlsplit

from geo.documents.items import larger
from geo.errors import DocumentError

SILENCE = 30  # seconds without a byte
SECONDS = 120  # in all, however slowly they come
REDIRECTS = 5
BLOCK = 65_536


class FetchError(OSError):
    """An address gives nothing."""


@dataclass(frozen=True, slots=True)
class Got:
    """What an address gave.

    Parameters
    ----------
    address
        Where it was in the end.
    kind
        What the server says that it is, such as ``text/html``.
    data
        All of it.
    """

    address: str
    kind: str
    data: bytes


def fetch(address: str, most: int) -> Got:
    """Return what an http or https address holds.

    A redirect is followed to http and https only, and never from a public address to one within a network or on this
    machine: the user named no such. An address there that the user did name is fetched.

    Parameters
    ----------
    address
        As the user gave it.
    most
        How many bytes there may be, unpacked.

    Raises
    ------
    FetchError
        There is nothing, or not in time.
    DocumentError
        With the arguments of a problem: it is too large.
    """
    import requests
    import urllib3

    end = monotonic() + SECONDS
    try:
        at = address
        for _ in range(REDIRECTS + 1):  # each over a connection of its own: a server may have closed the one before
            with requests.get(
                at, stream=True, timeout=SILENCE, headers={"User-Agent": "dateline"}, allow_redirects=False
            ) as answer:
                if answer.is_redirect:
                    at = _next(address, urljoin(at, answer.headers["Location"]))
                    continue
                answer.raise_for_status()
                kind = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
                return Got(at, kind, _taken(answer.raw, most, end))
        raise FetchError(f"redirects more than {REDIRECTS} times")
    except DocumentError:
        raise
    except (requests.RequestException, urllib3.exceptions.HTTPError, ValueError) as error:
        raise FetchError(str(error)) from error


def _next(address: str, to: str) -> str:
    """Return where a redirect leads; FetchError if it may not be followed."""
    if urlsplit(to).scheme not in {"http", "https"}:
        raise FetchError(f"redirects to {to[:80]}, which is no web address")
    if is_inside(to) and not is_inside(address):
        raise FetchError(f"redirects to {to[:80]}, which lies within a network or on this machine")
    return to


def is_inside(address: str) -> bool:
    """Tell whether an address lies on this machine or within a network, as far as its name can be looked up here."""
    host = urlsplit(address).hostname or ""
    try:
        found = socket.getaddrinfo(host, None)
    except OSError:  # a proxy may know it
        return False
    return any(not ipaddress.ip_address(str(entry[4][0]).partition("%")[0]).is_global for entry in found)


def _taken(raw: Any, most: int, end: float) -> bytes:
    """Return an answer's bytes; a block at a time, however little of it comes, so that none waits beyond the end."""
    data = bytearray()
    while block := raw.read1(BLOCK, decode_content=True):
        data += block
        if len(data) > most:
            raise DocumentError(*larger(most))
        if monotonic() > end:
            raise FetchError(f"takes longer than {SECONDS} s")
    return bytes(data)
