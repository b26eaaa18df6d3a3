"""The columns of each layer, as `columns.csv` lists them, and the tables made of them: flat scalars, nullable types."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from geopandas import GeoDataFrame
from pandas import DataFrame, Series

from geo.lexicon import read_rows
from output.rows.shapes import Shape

Row = dict[str, Any]
HEADER = ("layers", "column", "type", "hxl", "meaning")
TYPES = {"text": "string", "whole": "Int64", "number": "Float64", "truth": "boolean"}
LISTED = ("incidents", "routes", "places", "documents")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a layer.

    Parameters
    ----------
    name
        What it is called.
    type
        One of `TYPES`.
    hxl
        Its tag of the Humanitarian Exchange Language; empty if it has none.
    meaning
        What a cell says.
    """

    name: str
    type: str
    hxl: str
    meaning: str


@cache
def columns_of(layer: str) -> tuple[Column, ...]:
    """Return the columns of a layer, in their order; areas have those of incidents."""
    wanted = "incidents" if layer == "areas" else layer
    rows = read_rows(files("output.rows") / "columns.csv", HEADER, _wrong)
    return tuple(Column(*row[1:]) for row in rows if wanted in row[0].split(";"))


def _wrong(row: tuple[str, ...]) -> str | None:
    unknown = [name for name in row[0].split(";") if name not in LISTED]
    if unknown:
        return f"{unknown[0]!r} is no layer"
    return None if row[2] in TYPES else f"{row[2]!r} is none of the types {', '.join(TYPES)}"


def table(rows: list[Row], layer: str) -> DataFrame:
    """Return `rows` as a table of exactly the columns of `layer`; what a row lacks is missing."""
    cells: dict[str, Series[Any]] = {
        column.name: Series([row.get(column.name) for row in rows], dtype=TYPES[column.type])
        for column in columns_of(layer)
    }
    return DataFrame(cells)


def frame(rows: list[tuple[Row, Shape | None]], layer: str) -> GeoDataFrame:
    """Return `rows` with their shapes as the table of `layer`, in EPSG:4326."""
    return GeoDataFrame(table([row for row, _ in rows], layer), geometry=[shape for _, shape in rows], crs="EPSG:4326")
