"""Polygons -> what the page needs to draw them: nothing for a circle, steps from corner to corner for an outline."""

from collections.abc import Iterator
from hashlib import blake2b
from typing import Any

import numpy as np
import shapely

from gazetteer.sphere import EARTH_KM

STEPS_PER_DEGREE = 1000  # one step of an outline is 0.001 degrees, 110 m at the equator
TOLERANCE = 0.004  # degrees

Rings = tuple[tuple[int, ...], ...]


class Outlines:
    """Turns polygons into rings; the same polygon, of a town or province that many incidents lie in, but once."""

    def __init__(self) -> None:
        self._known: dict[tuple[Any, ...], Rings | None] = {}

    def rings(self, shape: Any, lat: float, lon: float, radius_km: float | None) -> Rings | None:
        """Return the rings of a polygon, or None where it is the circle of a radius around a point."""
        if shape is None:
            return None
        key = blake2b(shapely.to_wkb(shape), digest_size=16).digest(), lat, lon, radius_km
        if key not in self._known:
            circle = is_circle(shape, lat, lon, radius_km)
            self._known[key] = None if circle else tuple(_rings(shape))
        return self._known[key]


def is_circle(shape: Any, lat: float, lon: float, radius_km: float | None) -> bool:
    """Tell whether all corners of a polygon lie at the radius, to 2 %; cuts at 180° and the poles aside.

    Parameters
    ----------
    shape
        Polygon in degrees.
    lat, lon
        The middle, in degrees.
    radius_km
        The radius; None for "not known".
    """
    corners = shapely.get_coordinates(shape)
    corners = corners[(np.abs(corners[:, 0]) < 179.999) & (np.abs(corners[:, 1]) < 89.999)]
    if len(corners) < 8 or not radius_km:
        return False
    away = _km(np.radians(lat), np.radians(lon), *np.radians(corners[:, ::-1]).T)
    return bool(np.all(np.abs(away - radius_km) < 0.02 * radius_km))


def _km(lat: Any, lon: Any, lats: Any, lons: Any) -> Any:
    """Return distances on the sphere (haversine formula), within 0.6 % of those on WGS 84; angles in radians."""
    half = np.sin((lats - lat) / 2) ** 2 + np.cos(lat) * np.cos(lats) * np.sin((lons - lon) / 2) ** 2
    return 2 * EARTH_KM * np.arcsin(np.sqrt(half))


def _rings(shape: Any) -> Iterator[tuple[int, ...]]:
    """Yield the simplified rings as steps from corner to corner: longitude, latitude, longitude, latitude and so on."""
    for polygon in shapely.get_parts(shapely.simplify(shape, TOLERANCE)):
        for ring in (polygon.exterior, *polygon.interiors):
            corners = np.rint(shapely.get_coordinates(ring) * STEPS_PER_DEGREE).astype(int)
            if shapely.Polygon(corners).area:  # an islet that rounding made a line would be no polygon
                yield tuple(np.diff(corners, axis=0, prepend=np.zeros((1, 2), int)).ravel().tolist())
