"""How tables are handed to GDAL: a layer has one type of geometry, and the file no time of writing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyogrio
from geopandas import GeoDataFrame
from pandas import DataFrame
from pyogrio.errors import DataLayerError, DataSourceError, FeatureError

from output.errors import FormatError

KINDS = {
    "incidents": "Point",
    "areas": "MultiPolygon",
    "routes": "MultiLineString",
    "places": "Point",
    "events": "Point",
}
NO_TIME = {"OGR_CURRENT_DATE": "2000-01-01T00:00:00.000Z"}  # or the same layers would not give the same bytes


def write_layer(table: DataFrame, path: Path, name: str, driver: str, **options: str) -> None:
    """Write a table as the layer `name` of the file at `path`, beside what is there.

    Raises
    ------
    FormatError
        The file cannot be written: the disk is full, or the folder takes none.
    """
    with _options(NO_TIME), _said(path):
        if isinstance(table, GeoDataFrame):
            kind = KINDS.get(name, "Unknown")
            pyogrio.write_dataframe(
                table, path, layer=name, driver=driver, geometry_type=kind, promote_to_multi=kind.startswith("Multi"),
                **options,
            )  # fmt: skip
        else:
            pyogrio.write_dataframe(table, path, layer=name, driver=driver, **options)


@contextmanager
def _said(path: Path) -> Iterator[None]:
    """Let what GDAL cannot write end with the folder and a remedy."""
    try:
        yield
    except (DataSourceError, DataLayerError, FeatureError) as error:
        remedy = "see that the disk is not full and the folder takes files, and run again"
        raise FormatError(f"{path.parent}: a layer could not be written ({error}); {remedy}") from error


@contextmanager
def _options(wanted: dict[str, str]) -> Iterator[None]:
    before = {name: pyogrio.get_gdal_config_option(name) for name in wanted}
    pyogrio.set_gdal_config_options(wanted)
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options(before)
