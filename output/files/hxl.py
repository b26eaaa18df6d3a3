"""Layers as CSV with the tags of the Humanitarian Exchange Language below the header."""

from pathlib import Path

from pandas import DataFrame

from output.files.csv_table import lines, save
from output.files.together import together
from output.rows.columns import LISTED, columns_of

TAGS = {"layer": "#meta+layer"}


def write(tables: dict[str, DataFrame], path: Path) -> None:
    """Write all tables as one at `path`."""
    table = together(tables)
    tags = TAGS | {column.name: column.hxl for name in reversed(LISTED) for column in columns_of(name)}
    tags |= {column.name: column.hxl for name in tables for column in columns_of(name)} if len(tables) == 1 else {}
    save(path, lines(table, [tags[name] for name in table.columns if name != "geometry"]))
