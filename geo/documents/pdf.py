"""PDF -> a document, by pypdf: the text that is in it, page by page; pictures of text are not read."""

import re
from io import BytesIO
from typing import BinaryIO

from geo.documents.items import Found, Limits
from geo.documents.whole import read_whole
from geo.errors import DocumentError
from geo.model import Document

MOST_PAGES = 2_000
_BROKEN = re.compile(r"(?<=[a-z])-\n(?=[a-z])")  # a word that goes on in the next line


def read(stream: BinaryIO, where: str, name: str, limits: Limits) -> Found:
    """Yield a PDF file as a document."""
    yield from read_whole(stream, where, name, limits, _document)


def _document(data: BytesIO, name: str) -> Document:
    import logging

    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of every oddity that it can read past
    file = PdfReader(data)
    if file.is_encrypted and not file.decrypt(""):
        raise DocumentError("is locked with a password", "save it without one")
    if len(file.pages) > MOST_PAGES:
        raise DocumentError(f"has more than {MOST_PAGES:,} pages", "split it")
    pages = [page.extract_text() for page in file.pages]
    text = _BROKEN.sub("", "\n\n".join(page.strip() for page in pages if page.strip()))
    if not text:
        raise DocumentError("has no text in it, only pictures", "run it through text recognition first")
    title = file.metadata.title if file.metadata else None
    return Document(name, text, title=title or None)
