"""Plain text and web pages -> a document each."""

from typing import BinaryIO

from geo.documents.decode import declared, decode
from geo.documents.items import Found, Limits, read_up_to
from geo.documents.page import read_page
from geo.model import Document


def read(stream: BinaryIO, where: str, name: str, limits: Limits) -> Found:
    """Yield a plain text as a document."""
    yield where, _document(stream, name, limits, page=False)


def read_html(stream: BinaryIO, where: str, name: str, limits: Limits) -> Found:
    """Yield a web page as a document."""
    yield where, _document(stream, name, limits, page=True)


def _document(stream: BinaryIO, name: str, limits: Limits, *, page: bool) -> Document:
    data = read_up_to(stream, limits.max_bytes)
    text = decode(data, limits.encoding or (declared(data) if page else None))
    return read_page(text, name) if page else Document(name, text)
