"""Layers as a GeoPackage, with the styles inside by which QGIS draws them as the map does."""

from datetime import UTC, datetime
from pathlib import Path

from pandas import DataFrame

from output.files.formats import LAYERS
from output.files.gdal import write_layer
from output.files.qgis import style_of


def write(tables: dict[str, DataFrame], path: Path) -> None:
    """Write each table as a layer of the file at `path`; documents as one without a geometry."""
    for name, table in tables.items():
        write_layer(table, path, name, "GPKG")
    styled = {name: table for name, table in tables.items() if name in LAYERS}
    if styled:
        # A table of this name and these columns is where QGIS keeps and looks for the styles of a GeoPackage's layers.
        write_layer(_styles(styled), path, "layer_styles", "GPKG", FID="id")


def _styles(tables: dict[str, DataFrame]) -> DataFrame:
    rows = [
        {
            "f_table_catalog": "", "f_table_schema": "", "f_table_name": name, "f_geometry_column": "geom",
            "styleName": "dateline", "styleQML": style_of(name, table), "styleSLD": "", "useAsDefault": True,
            "description": "As the map of dateline draws it", "owner": "", "ui": None,
            "update_time": datetime(2000, 1, 1, tzinfo=UTC),
        }
        for name, table in tables.items()
    ]  # fmt: skip
    return DataFrame(rows).astype({"ui": "string"})
