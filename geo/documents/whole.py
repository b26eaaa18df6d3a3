"""Formats that are read whole, from a file of any size -> one document, or why not."""

from collections.abc import Callable
from io import BytesIO
from typing import BinaryIO

from geo.documents.decode import check
from geo.documents.items import Found, Limits, Problem, damaged, too_large
from geo.errors import DocumentError
from geo.model import Document

ROOM = 50  # times the largest text: pictures and fonts that lie in the file with it
Reader = Callable[[BytesIO, str], Document]


def read_whole(stream: BinaryIO, place: tuple[str, str, str], limits: Limits, reader: Reader) -> Found:
    """Yield the document that `reader` makes of a file, or one problem.

    Parameters
    ----------
    stream
        The file.
    place
        Where it stands, the name of its document, and what kind of file it is said to be.
    limits
        How much may be read.
    reader
        Makes a document, with that name, of the file's bytes. Whatever it raises stops only this file.
    """
    where, name, kind = place
    room = limits.max_bytes * ROOM
    data = stream.read(room + 1)
    if len(data) > room:
        yield where, too_large(where, room)
        return
    try:
        document = reader(BytesIO(data), name)
        check(document.text)
    except DocumentError as error:
        yield where, Problem(where, *error.args)
    except Exception as error:  # noqa: BLE001 - a file made to break its reader must not stop the others
        yield where, damaged(where, kind, error)
    else:
        large = len(document.text.encode()) > limits.max_bytes
        yield where, too_large(where, limits.max_bytes) if large else document
