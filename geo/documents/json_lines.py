"""JSON Lines -> documents, and reports that were read before."""

import codecs
import re
from typing import Any, BinaryIO

import msgspec

from geo.documents.columns import chosen
from geo.documents.days import day_of
from geo.documents.items import Columns, Found, Item, Limits, Problem, too_large
from geo.errors import DocumentError, RecordError
from geo.model import Document
from geo.records import report_from_json

_ARRAY = re.compile(rb"\s*\[\s*(\{|$)")
_FEATURES = re.compile(rb'\s*\{\s*"type"\s*:\s*"Feature')
_SPREAD = re.compile(rb"\s*\{\s*$")
_RECORD_ROOM = 8  # a report record holds its text and all that was read from it
# An escape for half of a pair whose other half is not beside it, and no backslash before it that is itself escaped.
_HALF = re.compile(
    rb"(?<!\\)(?:\\\\)*(?P<half>\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB]..)\\u[dD][c-fC-F][0-9a-fA-F]{2})"
)


class _Kind(msgspec.Struct):
    """A line of JSON Lines: with `toponyms` a report record, else a document."""

    toponyms: msgspec.Raw = msgspec.Raw()


class _Fields(msgspec.Struct):
    """A document's fields, whatever their keys are called."""

    text: str | None = None
    id: str | int | None = None
    title: str | None = None
    source: str | None = None
    source_location: str | None = None
    date: str | None = None


def read(stream: BinaryIO, where: str, name: str, limits: Limits) -> Found:
    """Yield what each line holds; a bad one stops only itself."""
    room = limits.max_bytes * _RECORD_ROOM
    empty = True
    number = 0
    while line := stream.readline(room + 1):
        number += 1
        if number == 1:
            _check_first(line)
        place = f"{where}, line {number}"
        if len(line) > room:
            yield place, too_large(place, room)
            _skip_line(stream, line, room)
        elif line.removeprefix(codecs.BOM_UTF8).strip():
            yield place, _line(line.removeprefix(codecs.BOM_UTF8), place, f"{name}-{number}", limits)
        else:
            continue
        empty = False
    if empty:
        raise DocumentError("is empty", "give it a document or a report a line, or leave it out")


def _check_first(line: bytes) -> None:
    """Raise DocumentError if the first line shows that the file is of another kind: one complaint instead of many."""
    start = line.removeprefix(codecs.BOM_UTF8)
    if line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise DocumentError("is UTF-16, and JSON Lines are UTF-8", "save it as UTF-8")
    if _ARRAY.match(start):
        raise DocumentError("is one JSON array, and JSON Lines are an object a line", "write it so: jq -c '.[]'")
    if _SPREAD.match(start):
        raise DocumentError("is JSON over many lines, and JSON Lines are an object a line", "write it so: jq -c .")
    if _FEATURES.match(start):
        raise DocumentError("is GeoJSON: shapes, and no reports", "give the records that dateline read writes")


def _skip_line(stream: BinaryIO, line: bytes, room: int) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(room)


def is_record(line: bytes) -> bool:
    """Tell whether a line is an object with the keys of a report record."""
    try:
        return _has_toponyms(line)
    except (RecursionError, msgspec.DecodeError, UnicodeDecodeError):
        return False


def _has_toponyms(line: bytes) -> bool:
    return bool(bytes(msgspec.json.decode(line, type=_Kind).toponyms))


def _line(line: bytes, where: str, name: str, limits: Limits) -> Item:
    try:
        return report_from_json(line) if _has_toponyms(line) else _document(_fields(line, limits.columns), name)
    except RecursionError:
        return Problem(where, "is nested too deeply", "mend the line")
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return _malformed(line, where, error)
    except RecordError as error:
        return Problem(where, f"is not a report record ({error})", "write it anew with dateline read")
    except DocumentError as error:
        return Problem(where, *error.args)


def _fields(line: bytes, columns: Columns) -> _Fields:
    cells = msgspec.json.decode(line, type=dict[str, Any])
    keys = chosen(cells, columns)
    try:
        return msgspec.convert({field: cells[key] for field, key in keys.items() if key is not None}, _Fields)
    except msgspec.ValidationError as error:
        why, _, field = str(error).partition(" - at `$.")
        raise DocumentError(f"{keys[field.rstrip('`')]}: {why}", "mend the line") from error


def _document(fields: _Fields, name: str) -> Document:
    if fields.text is None:
        raise DocumentError("has no text", 'give the document a "text", or name its key with --text-column')
    return Document(
        id=name if fields.id in {None, ""} else str(fields.id),
        text=fields.text,
        title=fields.title,
        source=fields.source,
        source_location=fields.source_location,
        published=day_of(fields.date),
    )


def _malformed(line: bytes, where: str, error: Exception) -> Problem:
    half = _HALF.search(line)
    if half:
        column = len(line[: half.start("half")].decode(errors="replace")) + 1
        what = f"holds half of a character ({half['half'].decode()}, a lone surrogate)"
        return Problem(f"{where}, column {column}", what, "write the character itself, in UTF-8")
    if isinstance(error, UnicodeDecodeError):
        return Problem(where, "is not UTF-8, and JSON Lines are", "save it as UTF-8")
    at = re.search(r"\(byte (\d+)\)$", str(error))
    before = b"" if isinstance(error, msgspec.ValidationError) else line[: int(at[1])] if at else line.rstrip()
    column = len(before.decode(errors="replace")) + 1
    return Problem(f"{where}, column {column}", "is not a JSON object", "mend the line, or name the file .txt")
