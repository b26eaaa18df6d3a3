"""Points, circles, arcs and outlines on the globe: true to the metre, cut at 180° as RFC 7946 asks."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, TypeAlias

import antimeridian
import shapely
from pyproj import Geod
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry

from gazetteer.place import Place

if TYPE_CHECKING:
    from gazetteer import Gazetteer

Shape: TypeAlias = BaseGeometry
LatLon = tuple[float, float]

_CORNERS = 64
_STEP_M = 100_000  # a straight segment of 100 km strays from its great circle by less than 200 m
_METRES_PER_DEGREE = 110_500  # of latitude, at the least: 110,574 m at the equator
_HALF_TURN_M = 20_000_000  # of the globe: no circle is wider, no arc is longer


@cache
def _geod() -> Geod:
    return Geod(ellps="WGS84")


def point(lat: float, lon: float) -> Point:
    """Return a point, longitude first as GeoJSON has it."""
    return Point(lon, lat)


@lru_cache(maxsize=4096)
def circle(lat: float, lon: float, radius_km: float) -> Polygon | MultiPolygon:
    """Return the points within `radius_km` (above 0) of a point, as a polygon of 64 corners, anticlockwise.

    Distances are geodesic on WGS 84 (Karney 2013, by pyproj).
    """
    azimuths = [-360.0 * corner / _CORNERS for corner in range(_CORNERS)]
    metres = min(max(radius_km, 0.001) * 1000, _HALF_TURN_M / 2)
    lons, lats, _ = _geod().fwd([lon] * _CORNERS, [lat] * _CORNERS, azimuths, [metres] * _CORNERS)
    ring = Polygon(zip(lons, lats, strict=True))
    holds_pole = abs(lat) * _METRES_PER_DEGREE + metres > 90 * _METRES_PER_DEGREE
    return _anticlockwise(antimeridian.fix_polygon(ring) if holds_pole or _jumps(lons) else ring)


@lru_cache(maxsize=4096)
def arc(start: LatLon, end: LatLon) -> LineString | MultiLineString | None:
    """Return the great circle from `start` to `end` (latitude, longitude), cut at 180°; None where they coincide."""
    (lat, lon), (to_lat, to_lon) = start, end
    metres = _geod().inv(lon, lat, to_lon, to_lat)[2]
    if metres < 1:
        return None
    between = _geod().npts(lon, lat, to_lon, to_lat, 1 + int(metres // _STEP_M))
    line = [(180.0 if x == -180 else x, y) for x, y in [(lon, lat), *between, (to_lon, to_lat)]]
    return _cut(line) if _jumps([x for x, _ in line]) else LineString(line)


def _cut(line: list[LatLon]) -> LineString | MultiLineString:
    cut = antimeridian.fix_line_string(LineString(line), great_circle=True)
    pieces = [piece for piece in getattr(cut, "geoms", (cut,)) if piece.length > 0]
    return pieces[0] if len(pieces) == 1 else MultiLineString(pieces)


def _jumps(lons: Sequence[float]) -> bool:
    """Tell whether a line goes across 180°, which is costly to cut."""
    return max(lons) - min(lons) > 180


def outline(gazetteer: "Gazetteer", place: Place) -> Polygon | MultiPolygon | None:
    """Return the polygon of a country or first-order unit, anticlockwise, or None where there is none."""
    shape = gazetteer.boundaries.shape(gazetteer.get(place.id) or place)
    return None if shape is None else _anticlockwise(shape)


def _anticlockwise(shape: Shape) -> Polygon | MultiPolygon:
    return shapely.orient_polygons(shape)
