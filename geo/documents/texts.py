"""Plain text and web pages -> a document each."""

from typing import BinaryIO

from geo.documents.decode import declared, decode
from geo.documents.items import Found, Limits, Problem, too_large
from geo.documents.page import read_page
from geo.errors import DocumentError
from geo.model import Document


def read(stream: BinaryIO, where: str, name: str, limits: Limits) -> Found:
    """Yield a plain text as a document."""
    yield where, _document(stream, where, name, limits, page=False)


def read_html(stream: BinaryIO, where: str, name: str, limits: Limits) -> Found:
    """Yield a web page as a document."""
    yield where, _document(stream, where, name, limits, page=True)


def _document(stream: BinaryIO, where: str, name: str, limits: Limits, *, page: bool) -> Document | Problem:
    data = stream.read(limits.max_bytes + 1)
    if len(data) > limits.max_bytes:
        return too_large(where, limits.max_bytes)
    try:
        text = decode(data, limits.encoding or (declared(data) if page else None))
        return read_page(text, name) if page else Document(name, text)
    except DocumentError as error:
        return Problem(where, *error.args)
