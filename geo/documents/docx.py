"""Word documents (.docx) -> a document, by python-docx: its paragraphs, and its tables cell by cell."""

import gc
import zipfile
from functools import partial
from io import BytesIO
from typing import Any, BinaryIO

from geo.documents.items import Found, Limits, larger
from geo.documents.whole import ROOM, read_whole
from geo.errors import DocumentError
from geo.model import Document


def read(stream: BinaryIO, where: str, name: str, limits: Limits) -> Found:
    """Yield a Word document as a document."""
    yield from read_whole(stream, where, name, limits, partial(_document, most=limits.max_bytes * ROOM))


def _document(data: BytesIO, name: str, most: int) -> Document:
    import docx

    with zipfile.ZipFile(data) as parts:  # which are unpacked in memory, and no further than they say
        if sum(part.file_size for part in parts.infolist()) > most:
            raise DocumentError(*larger(most))
    file = docx.Document(data)
    text = "\n\n".join(part for part in map(_text, file.iter_inner_content()) if part.strip())
    title = file.core_properties.title or None
    del file
    gc.collect(1)  # its parts hold each other, with megabytes of XML that the collector cannot see and so lets pile up
    return Document(name, text, title=title)


def _text(block: Any) -> str:
    if hasattr(block, "rows"):
        return "\n".join("\n".join(cell.text for cell in row.cells) for row in block.rows)
    return str(block.text)
