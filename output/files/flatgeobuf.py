"""Layers as FlatGeobuf: one table, made to be read in part over a network."""

from pathlib import Path

from pandas import DataFrame

from output.files.gdal import write_layer
from output.files.together import together


def write(tables: dict[str, DataFrame], path: Path) -> None:
    """Write all tables as one at `path`; without an index, which has no room for what is only listed."""
    table = together(tables)
    name = next(iter(tables)) if len(tables) == 1 else "all"
    indexed = "NO" if table.geometry.isna().any() or table.empty else "YES"
    write_layer(table, path, name, "FlatGeobuf", SPATIAL_INDEX=indexed)
