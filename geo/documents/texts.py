"""Plain text and web pages -> a document each."""

from typing import BinaryIO

from geo.documents.decode import declared, decode
from geo.documents.items import Found, Limits, read_up_to
from geo.documents.page import read_page
from geo.model import Document


def read(stream: BinaryIO, where: str, name: str, limits: Limits) -> Found:
    """Yield a plain text as a document."""
    yield where, Document(name, decode(read_up_to(stream, limits.max_bytes), limits.encoding))


def read_html(stream: BinaryIO, where: str, name: str, limits: Limits) -> Found:
    """Yield a web page as a document."""
    data = read_up_to(stream, limits.max_bytes)
    address = where if where.startswith(("http://", "https://")) else None
    yield where, read_page(decode(data, limits.encoding or declared(data)), name, address)
