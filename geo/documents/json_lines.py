"""JSON Lines -> documents, and reports that were read before."""

import codecs
import re
from typing import BinaryIO

import msgspec

from geo.documents.days import day_of
from geo.documents.items import Found, Item, Limits, Problem, too_large
from geo.errors import DocumentError, RecordError
from geo.model import Document
from geo.records import report_from_json

_RECORD_ROOM = 8  # a report record holds its text and all that was read from it
# An escape for half of a pair whose other half is not beside it, and no backslash before it that is itself escaped.
_HALF = re.compile(
    rb"(?<!\\)(?:\\\\)*(?P<half>\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB]..)\\u[dD][c-fC-F][0-9a-fA-F]{2})"
)


class _Line(msgspec.Struct):
    """A line of JSON Lines: a document, or with `toponyms` a report record."""

    text: str | None = None
    id: str | int | None = None
    title: str | None = None
    source: str | None = None
    source_location: str | None = None
    published: str | None = None
    toponyms: msgspec.Raw = msgspec.Raw()


def read(stream: BinaryIO, where: str, name: str, limits: Limits) -> Found:
    """Yield what each line holds; a bad one stops only itself."""
    room = limits.max_bytes * _RECORD_ROOM
    empty = True
    number = 0
    while line := stream.readline(room + 1):
        number += 1
        if number == 1 and line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            raise DocumentError("is UTF-16, and JSON Lines are UTF-8", "save it as UTF-8")
        place = f"{where}, line {number}"
        if len(line) > room:
            yield place, too_large(place, room)
            _skip_line(stream, line, room)
        elif line.removeprefix(codecs.BOM_UTF8).strip():
            yield place, _line(line.removeprefix(codecs.BOM_UTF8), place, f"{name}-{number}")
        else:
            continue
        empty = False
    if empty:
        raise DocumentError("is empty", "give it a document or a report a line, or leave it out")


def _skip_line(stream: BinaryIO, line: bytes, room: int) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(room)


def _line(line: bytes, where: str, name: str) -> Item:
    try:
        fields = msgspec.json.decode(line, type=_Line)
        return report_from_json(line) if bytes(fields.toponyms) else _from_fields(fields, name)
    except RecursionError:
        return Problem(where, "is nested too deeply", "mend the line")
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return _malformed(line, where, error)
    except RecordError as error:
        return Problem(where, f"is not a report record ({error})", "write it anew with dateline read")
    except DocumentError as error:
        return Problem(where, *error.args)


def _from_fields(fields: _Line, name: str) -> Document:
    if fields.text is None:
        raise DocumentError("has no text", 'give the document a "text"')
    return Document(
        id=name if fields.id in {None, ""} else str(fields.id),
        text=fields.text,
        title=fields.title,
        source=fields.source,
        source_location=fields.source_location,
        published=day_of(fields.published),
    )


def _malformed(line: bytes, where: str, error: Exception) -> Problem:
    why, _, field = str(error).partition(" - at `$.")
    if field:
        return Problem(where, f"{field.rstrip('`')}: {why}", "mend the line")
    half = _HALF.search(line)
    if half:
        column = len(line[: half.start("half")].decode(errors="replace")) + 1
        what = f"holds half of a character ({half['half'].decode()}, a lone surrogate)"
        return Problem(f"{where}, column {column}", what, "write the character itself, in UTF-8")
    if isinstance(error, UnicodeDecodeError):
        return Problem(where, "is not UTF-8, and JSON Lines are", "save it as UTF-8")
    at = re.search(r"\(byte (\d+)\)$", why)
    before = b"" if isinstance(error, msgspec.ValidationError) else line[: int(at[1])] if at else line.rstrip()
    column = len(before.decode(errors="replace")) + 1
    return Problem(f"{where}, column {column}", "is not a JSON object", "mend the line, or name the file .txt")
