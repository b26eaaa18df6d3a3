"""A layer as GeoJSON by RFC 7946: no `crs`, six decimals, `id` on the feature, the same bytes for the same layer."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import shapely
from geopandas import GeoDataFrame
from pandas import NA
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

DECIMALS = 6
"""Of a degree: eleven centimetres, finer than any place here is known."""

encode = msgspec.json.encode

Bounds = tuple[float, float, float, float]


def write(tables: dict[str, GeoDataFrame], path: Path) -> None:
    """Write the features of all tables as one collection at `path`, each with its layer if there are several."""
    with path.open("xb") as file:
        file.writelines(collection(tables, name_layer=len(tables) > 1))


def collection(layers: dict[str, GeoDataFrame], *, name_layer: bool) -> Iterator[bytes]:
    """Yield a FeatureCollection of the rows of `layers`, a line each.

    Parameters
    ----------
    layers
        By name; each has a column `id`.
    name_layer
        Whether each feature has a property `layer`: for several in one file.
    """
    box = bbox([shape for layer in layers.values() for shape in layer.geometry if shape is not None])
    yield b'{"type":"FeatureCollection"'
    yield b',"bbox":' + encode(box) if box else b""
    yield b',"features":['
    separator = b"\n"
    for name, layer in layers.items():
        for feature in features(layer, {"layer": name} if name_layer else {}):
            yield separator + encode(feature)
            separator = b",\n"
    yield b"\n]}\n"


def features(layer: GeoDataFrame, more: dict[str, str]) -> Iterator[dict[str, Any]]:
    """Yield each row as a feature; `more` are properties that all have, before their own."""
    columns = [name for name in layer.columns if name != layer.geometry.name]
    cells = zip(*(layer[name].astype(object) for name in columns), strict=True)
    for row, shape in zip(cells, layer.geometry, strict=True):
        properties = {name: _scalar(cell) for name, cell in zip(columns, row, strict=True)}
        identifier = properties.pop("id")
        yield {
            "type": "Feature",
            "id": identifier,
            "geometry": _geometry(shape),
            "properties": more | properties,
        }


def _scalar(cell: Any) -> Any:
    if cell is NA:
        return None
    return round(float(cell), DECIMALS) + 0.0 if isinstance(cell, float) else cell


def _geometry(shape: BaseGeometry | None) -> dict[str, Any] | None:
    """Return the GeoJSON of a shape, lines and polygons as their Multi: one geometry type a layer."""
    if shape is None:
        return None
    whole = mapping(shape)
    kind, coordinates = whole["type"], _rounded(whole["coordinates"])
    if kind in {"LineString", "Polygon"}:
        return {"type": f"Multi{kind}", "coordinates": [coordinates]}
    return {"type": kind, "coordinates": coordinates}


def _rounded(coordinates: Any) -> Any:
    """Return a position, or positions however deeply nested, rounded; + 0.0 makes -0.0 a plain 0."""
    if coordinates and isinstance(coordinates[0], tuple) and isinstance(coordinates[0][0], tuple):
        return [_rounded(part) for part in coordinates]
    return (np.asarray(coordinates).round(DECIMALS) + 0.0).tolist()


def bbox(shapes: list[BaseGeometry]) -> Bounds | None:
    """Return west, south, east, north of the smallest box around the shapes; west is above east across 180°."""
    if not shapes:
        return None
    parts = shapely.bounds(shapely.get_parts(shapes)).round(DECIMALS).tolist()
    west, east = _span([(part[0], part[2]) for part in parts])
    return west, min(part[1] for part in parts), east, max(part[3] for part in parts)


def _span(intervals: list[tuple[float, float]]) -> tuple[float, float]:
    """Return the shortest stretch of longitude that holds all intervals: the circle without its widest gap."""
    merged: list[tuple[float, float]] = []
    for west, east in sorted(intervals):
        if merged and west <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(east, merged[-1][1]))
        else:
            merged.append((west, east))
    gaps = [(after[0] - before[1], after[0], before[1]) for before, after in pairwise(merged)]
    outer = 360 - (merged[-1][1] - merged[0][0])
    widest = max(gaps, default=(0.0, 0.0, 0.0))
    return (widest[1], widest[2]) if widest[0] > outer else (merged[0][0], merged[-1][1])
