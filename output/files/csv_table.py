"""Layers as comma-separated values by RFC 4180, UTF-8, whose cells no spreadsheet takes for a formula.

Shapes are left out: a point's coordinates, a circle's radius and a route's ends have columns of their own.
"""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path
from typing import Any

from pandas import NA, DataFrame

from output.files.geojson import DECIMALS
from output.files.together import together

# What makes a spreadsheet compute a cell (OWASP, "CSV Injection"), with the wide forms that some take for the same.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write(tables: dict[str, DataFrame], path: Path) -> None:
    """Write all tables as one at `path`."""
    save(path, lines(together(tables)))


def save(path: Path, texts: Iterator[str]) -> None:
    """Write lines at `path`, a new file."""
    with path.open("x", encoding="utf-8", newline="") as file:
        file.writelines(texts)


def lines(table: DataFrame, *more: Sequence[str]) -> Iterator[str]:
    """Yield the header, the lines of `more` below it, and the rows."""
    columns = [name for name in table.columns if name != "geometry"]
    yield line(columns)
    for cells in more:
        yield line(cells)
    for row in zip(*(table[name].astype(object) for name in columns), strict=True):
        yield line([_cell(value) for value in row])


def line(cells: Sequence[Any]) -> str:
    """Return cells as a line of CSV."""
    text = StringIO()
    csv.writer(text).writerow(cells)
    return text.getvalue()


def _cell(value: Any) -> Any:
    if value is NA or value is None:
        return None
    if isinstance(value, str):
        return safe(value)
    if isinstance(value, bool):
        return str(value).lower()
    return round(value, DECIMALS) + 0.0 if isinstance(value, float) else value


def safe(text: str) -> str:
    """Return a text that no spreadsheet computes: an apostrophe before what would begin a formula."""
    text = text.replace("\x00", "\ufffd")  # no reader of CSV agrees with another on what it is
    return f"'{text}" if text.lstrip(" \u00a0\ufeff").startswith(FORMULA) else text
