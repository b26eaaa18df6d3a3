"""Layers as GeoParquet 1.1: WKB, and a covering box for each row, by which a reader passes over what lies elsewhere."""

from pathlib import Path

from geopandas import GeoDataFrame
from pandas import DataFrame

from output.files.together import together


def write(tables: dict[str, DataFrame], path: Path) -> None:
    """Write all tables as one at `path`; that of documents, which has no geometry, as plain Parquet."""
    table = together(tables)
    if isinstance(table, GeoDataFrame):
        table.to_parquet(path, index=False, schema_version="1.1.0", write_covering_bbox=True, compression="zstd")
    else:
        table.to_parquet(path, index=False, compression="zstd")
