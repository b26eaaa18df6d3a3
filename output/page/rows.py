"""Frames -> rows as dictionaries, a chunk at a time, so that a map of a million incidents fits in memory."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from output.page.detail import BLOCK
from output.rows.columns import Row

if TYPE_CHECKING:
    from pandas import DataFrame


def runs(frames: list["DataFrame"], order: list[tuple[int, int]]) -> Iterator[list[Row]]:
    """Yield the rows of several frames in an order of (frame, row), `BLOCK` at a time."""
    walks = [_walk(frame, [row for one, row in order if one == which]) for which, frame in enumerate(frames)]
    for first in range(0, len(order), BLOCK):
        yield [next(walks[which]) for which, _ in order[first : first + BLOCK]]


def _walk(frame: "DataFrame", order: list[int]) -> Iterator[Row]:
    """Yield the rows of a frame in an order."""
    if any(before > after for before, after in pairwise(order)):
        frame = frame.iloc[order]  # all at once: to take rows from a large table takes as long as the table is
    for rows in chunks(frame):
        yield from rows


def chunks(frame: "DataFrame") -> Iterator[list[Row]]:
    """Yield the rows of a frame, `BLOCK` at a time."""
    for first in range(0, len(frame), BLOCK):
        yield _rows(frame.iloc[first : first + BLOCK])


def _rows(frame: "DataFrame") -> list[Row]:
    """Return a frame's rows with None for what is missing."""
    names = list(frame.columns)  # pandas' own index of names takes long to walk
    columns = [cells_of(frame[name]) for name in names]
    return [dict(zip(names, cells, strict=True)) for cells in zip(*columns, strict=True)]


def cells_of(column: Any) -> Any:
    """Return a column's values, with None for what is missing: all at once, since one by one takes long."""
    if column.name == "geometry":
        return column.to_numpy()
    if getattr(column.dtype, "storage", None) == "pyarrow":  # how pandas keeps texts where pyarrow is installed
        return column.array.__arrow_array__().to_pylist()
    return column.to_numpy(dtype=object, na_value=None)


def in_text(identifier: str) -> tuple[int, str]:
    """Return a key that sorts "report#i10" after "report#i9"."""
    tail = identifier.rpartition("#")[2][1:]
    return int(tail) if len(tail) < 10 and tail.isascii() and tail.isdigit() else 0, identifier
