"""Formats that are read whole, from a file of any size -> one document, or why not."""

from collections.abc import Callable
from io import BytesIO
from typing import BinaryIO

from geo.documents.items import Found, Limits, read_up_to
from geo.model import Document

ROOM = 50  # times the largest text: pictures and fonts that lie in the file with it
Reader = Callable[[BytesIO, str], Document]


def read_whole(stream: BinaryIO, where: str, name: str, limits: Limits, reader: Reader) -> Found:
    """Yield the document that `reader` makes of a file.

    Parameters
    ----------
    stream, where, name, limits
        As of every reader.
    reader
        Makes a document, with that name, of the file's bytes.
    """
    yield where, reader(BytesIO(read_up_to(stream, limits.max_bytes * ROOM)), name)
