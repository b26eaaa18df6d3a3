"""Columns of whole numbers and texts -> short strings that a page can hold and take apart again.

A table of numbers travels as one deflated stream. Each of its columns lies there as planes of bytes: the lowest byte of
every row, then the next byte of every row, as far as its largest number needs; that deflates better than numbers
whole, as high bytes hardly differ.
"""

import json
import zlib
from array import array
from base64 import b64encode
from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import numpy as np

LEVEL = 9


class Table:
    """Distinct values in the order of their first appearance; number 0 is "nothing"."""

    def __init__(self) -> None:
        self.rows: list[Any] = [None]
        self._numbers: dict[Hashable, int] = {}

    def number(self, value: Hashable) -> int:
        """Return the number of a value, giving it the next one if it is new; 0 for None."""
        if value is None:
            return 0
        if value not in self._numbers:
            self._numbers[value] = len(self.rows)
            self.rows.append(value)
        return self._numbers[value]


class Columns:
    """Columns of whole numbers from 0 to 2³¹ - 1 that grow a row at a time."""

    def __init__(self, names: Sequence[str]) -> None:
        self.columns = {name: array("i") for name in names}

    def add(self, row: Mapping[str, int]) -> None:
        """Add a row, which has a number for each column."""
        for name, column in self.columns.items():
            column.append(row[name])

    def packed(self) -> dict[str, Any]:
        """Return the number of rows, each column's planes, and the deflated bytes."""
        arrays = {name: np.frombuffer(column, dtype="<i4") for name, column in self.columns.items()}
        widths = {name: _bytes_for(int(numbers.max(initial=0))) for name, numbers in arrays.items()}
        planes = [_planes(numbers, widths[name]) for name, numbers in arrays.items()]
        rows = len(next(iter(arrays.values())))
        return {"rows": rows, "planes": widths, "bytes": deflated(b"".join(planes))}


def deflated(data: bytes) -> str:
    """Return bytes as base64 of a zlib stream."""
    return b64encode(zlib.compress(data, LEVEL)).decode("ascii")


def packed_json(value: object) -> str:
    """Return a value as base64 of deflated JSON in UTF-8."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return deflated(text.encode("utf-8", errors="replace"))


def by_column(rows: Sequence[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """Return rows as columns, which deflate better than rows; a column in which no row has a value is left out."""
    names = dict.fromkeys(name for row in rows for name, value in row.items() if value is not None)
    return {name: [row.get(name) for row in rows] for name in names}


def _bytes_for(largest: int) -> int:
    return max(1, (largest.bit_length() + 7) // 8)


def _planes(numbers: "np.ndarray[Any, np.dtype[np.int32]]", width: int) -> bytes:
    return numbers.view(np.uint8).reshape(-1, 4).T[:width].tobytes()
