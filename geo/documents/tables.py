"""Tables (CSV, TSV, Parquet) -> a document for each row, from the columns that are named for it."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO, TextIOWrapper
from typing import Any, BinaryIO

from geo.documents.columns import USUAL, chosen
from geo.documents.days import day_of
from geo.documents.decode import marked
from geo.documents.items import Columns, Found, Item, Limits, Problem, damaged
from geo.errors import DocumentError
from geo.model import Document

Cells = Mapping[str, Any]


def read_csv(stream: BinaryIO, where: str, name: str, limits: Limits) -> Found:
    """Yield each row of comma-, semicolon- or tab-separated values."""
    csv.field_size_limit(limits.max_bytes * 4)  # a character is up to four bytes
    head = stream.read(4)
    codec = limits.encoding or marked(head) or "utf-8"
    text = TextIOWrapper(_Again(head, stream), encoding=codec, newline="")
    try:
        first = text.readline()
        names = next(csv.reader([first], delimiter=_delimiter(first)), [])
        rows = csv.reader(text, delimiter=_delimiter(first))
        cells = (dict(zip(names, row, strict=False)) for row in rows if row)
        yield from _documents(names, cells, (where, name), limits)
    except (csv.Error, UnicodeError) as error:
        why = f"row cannot be read ({error})" if isinstance(error, csv.Error) else f"is not {codec.upper()}"
        yield where, Problem(where, why, "save it as UTF-8 with a header, or name its encoding with --encoding")


def read_parquet(stream: BinaryIO, where: str, name: str, limits: Limits) -> Found:
    """Yield each row of a Parquet file."""
    from pyarrow import parquet

    try:
        file = parquet.ParquetFile(stream if stream.seekable() else BytesIO(stream.read()))
        names = file.schema_arrow.names
        wanted = [column for column in _chosen(names, limits.columns).values() if column]
        rows = (row for batch in file.iter_batches(batch_size=64, columns=wanted) for row in batch.to_pylist())
        yield from _documents(names, rows, (where, name), limits)
    except OSError as error:  # what Arrow raises of a file that it cannot read
        yield where, damaged(where, "Parquet file", error)


class _Again(BytesIO):
    """A stream whose first bytes were read already."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        super().__init__()
        self._head, self._stream = head, stream

    def read1(self, size: int | None = -1) -> bytes:
        if self._head:
            head, self._head = self._head, b""
            return head
        return self._stream.read(65536 if size is None or size < 0 else size)

    read = read1


def _delimiter(header: str) -> str:
    return max(",;\t", key=header.count)


def _chosen(names: Sequence[str], columns: Columns) -> Mapping[str, str | None]:
    """Return which column holds each field.

    Raises
    ------
    DocumentError
        With two arguments: a column that was asked for is not there, or none holds the text.
    """
    asked = (getattr(columns, field, None) for field in USUAL)
    missing = next((column for column in asked if column is not None and column not in names), None)
    if missing is not None:
        raise DocumentError(f"has no column {missing!r}", f"name one of its columns: {', '.join(names)[:300]}")
    found = chosen(names, columns)
    if found["text"] is None:
        raise DocumentError("has no column of texts", f"name it with --text-column: {', '.join(names)[:300]}")
    return found


def _documents(names: Sequence[str], rows: Iterable[Cells], place: tuple[str, str], limits: Limits) -> Iterator[Any]:
    where, name = place
    columns = _chosen(names, limits.columns)
    number = 0
    for number, row in enumerate(rows, 1):
        spot = f"{where}, row {number}"
        yield spot, _document({field: row.get(column) if column else None for field, column in columns.items()},
                              spot, f"{name}-{number}")  # fmt: skip
    if not number:
        raise DocumentError("has no rows", "leave it out")


def _document(cells: Cells, where: str, name: str) -> Item:
    fields = {field: str(value) for field, value in cells.items() if value not in {None, ""}}
    try:
        published = day_of(fields.get("date"))
    except DocumentError as error:
        return Problem(where, *error.args)
    more = {field: fields.get(field) for field in ("source", "title", "source_location")}
    return Document(id=fields.get("id") or name, text=fields.get("text", ""), published=published, **more)
