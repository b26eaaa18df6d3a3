"""A GeoPackage of places -> rows for `gazetteer.adding.table`."""

import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gazetteer.adding.table import COLUMNS, Row
from gazetteer.errors import PlacesFileError


def rows(file: Path, layer: str | None) -> Iterator[tuple[str, Row]]:
    """Yield each feature's cells by the names of its columns, with where it stands; its point is in degrees.

    Parameters
    ----------
    file
        A GeoPackage; what is no point is stood for by a point in it.
    layer
        Which of its layers; None where it has only one.

    Raises
    ------
    PlacesFileError
        The file is damaged or no GeoPackage, has no such layer, or lacks a name or a reference system.
    """
    import pyogrio

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what GDAL says of columns that are not read
            named = _layer(file, layer)
            meta, _, shapes, columns = pyogrio.raw.read(file, layer=named)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError) as error:
        raise PlacesFileError(f"{file}: is no GeoPackage that can be read ({error})") from error
    names = [str(name).lower() for name in meta["fields"]]
    if "name" not in names or shapes is None or not meta["crs"]:
        raise PlacesFileError(f"{file}, layer {named}: needs a column name, geometries, and their reference system")
    lats, lons = _points(shapes, meta["crs"])
    for number in range(len(shapes)):
        cells = {name: _text(column[number]) for name, column in zip(names, columns, strict=True) if name in COLUMNS}
        yield f"{file}, layer {named}, feature {number + 1}", cells | {"lat": lats[number], "lon": lons[number]}


def _layer(file: Path, layer: str | None) -> str:
    import pyogrio

    there = [str(name) for name, kind in pyogrio.list_layers(file) if kind is not None]
    if layer is None and len(there) == 1:
        return there[0]
    if layer is None or layer not in there:
        raise PlacesFileError(f"{file}: name one of its layers with --layer: {', '.join(there) or 'it has none'}")
    return layer


def _points(shapes: Any, crs: str) -> tuple[list[str], list[str]]:
    import shapely
    from pyproj import Transformer

    geometries = shapely.from_wkb(shapes)
    points = shapely.point_on_surface(geometries)
    turn = Transformer.from_crs(crs, "EPSG:4326", always_xy=True)
    lons, lats = turn.transform(shapely.get_x(points), shapely.get_y(points))
    return [f"{lat:.6f}" for lat in lats], [f"{lon:.6f}" for lon in lons]


def _text(value: object) -> str:
    """Return a cell as text; what is not there is nothing, and a whole number has no decimals."""
    if value is None or value != value:  # noqa: PLR0124 (not a number)
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
