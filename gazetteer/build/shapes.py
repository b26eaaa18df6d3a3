"""Natural Earth's polygons -> the shapes of countries and first-order units, one coverage without gaps.

A country's shape is the union of its units' shapes, so borders agree. To whom a unit belongs is decided by GeoNames and
ISO 3166-2, not by who controls it, which is what Natural Earth draws: `ISO_COUNTRY` holds the differences.
"""

import json
import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from gazetteer.build.fetch import Archives
from gazetteer.build.geonames import Town
from gazetteer.build.territories import Territory
from gazetteer.store import Data

# Natural Earth's code of a territory -> the country it is a part of in ISO 3166-2; see docs/gazetteer.md.
ISO_COUNTRY = {
    "CYN": "CY", "CNM": "CY", "ESB": "CY", "WSB": "CY", "SOL": "SO", "KAB": "KZ", "USG": "CU", "KOS": "XK", "SAH": "EH",
    "KAS": "IN", "BRI": "BR", "TWN": "TW", "HKG": "HK", "MAC": "MO", "PSX": "PS", "CSI": "AU", "CLP": "FR", "ATC": "AU",
    "IOA": "AU",
}  # fmt: skip
NOBODYS = {"SPI", "BRT", "PGA", "SCR", "SER", "BJN"}
VOTE_SHARE = 0.8  # of the towns in a polygon, how many must be of one unit before the polygon is its
TOLERANCE = 0.01  # degrees, about 1 km: the side of the triangles that are cut off
GRID = 1e-4
WORD = 2**15
LONGEST_STEP = 3.0  # degrees, so that a step fits 16 bits
KM_PER_DEGREE = 111.195


@dataclass(frozen=True, slots=True)
class Feature:
    """One of Natural Earth's first-order polygons, with the GeoNames unit and the country it was found to be of."""

    properties: Mapping[str, object]
    geometry: BaseGeometry
    admin1: str | None
    country: str | None


def features(
    archives: Archives, towns: Sequence[Town], unit_codes: Mapping[str, str], cut: Sequence[Territory] = ()
) -> list[Feature]:
    """Read the polygons and decide for each which first-order unit and which country it belongs to.

    Parameters
    ----------
    archives
        The source packages.
    towns
        Populated places with the unit that GeoNames puts them in.
    unit_codes
        GeoNames id of a first-order unit -> its code.
    cut
        Territories to be taken from the countries that hold them.
    """
    rows = json.loads(archives.read("unit_shapes", "data/states/admin1.json"))["features"]
    geometries = shapely.from_geojson([json.dumps(row["geometry"]) for row in rows])
    geometries = shapely.make_valid(geometries)
    votes = _votes(geometries, towns)
    simple = _simplified(geometries)
    drawn = [
        Feature(row["properties"], simple[i], *_owner(row["properties"], votes[i], unit_codes))
        for i, row in enumerate(rows)
    ]
    return [piece for feature in drawn for piece in _pieces(feature, cut)]


def _pieces(feature: Feature, cut: Sequence[Territory]) -> list[Feature]:
    """Return the feature, and what of it belongs to another country as features of their own."""
    pieces = []
    for territory in cut:
        if feature.country == territory.held_by and feature.geometry.intersects(territory.shape):
            part = _polygonal(feature.geometry.intersection(territory.shape))
            pieces.append(Feature({}, part, territory.admin1, territory.country))
            feature = replace(feature, geometry=_polygonal(feature.geometry.difference(territory.shape)))
    return [feature, *pieces]


def _simplified(geometries: NDArray[Any]) -> NDArray[Any]:
    simple: NDArray[Any] = shapely.coverage_simplify(shapely.set_precision(geometries, GRID / 10), TOLERANCE)
    return simple


def _votes(geometries: NDArray[Any], towns: Sequence[Town]) -> dict[int, Counter[str]]:
    points = shapely.points([t.place.lon for t in towns], [t.place.lat for t in towns])
    votes: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for polygon, town in zip(*shapely.STRtree(points).query(geometries, "contains"), strict=True):
        votes[int(polygon)][towns[int(town)].admin1] += 1
    return votes


def _owner(
    properties: Mapping[str, object], votes: Counter[str], unit_codes: Mapping[str, str]
) -> tuple[str | None, str | None]:
    code = unit_codes.get(str(properties.get("gn_id"))) or str(properties.get("gn_a1_code") or "")
    winner, count = votes.most_common(1)[0] if votes else ("", 0)
    agreed = count >= VOTE_SHARE * sum(votes.values()) and count > 0
    if code not in unit_codes.values() or (agreed and code not in votes):
        code = winner if agreed and winner in unit_codes.values() else ""
    return code or None, _country(properties, code, winner)


def _country(properties: Mapping[str, object], code: str, winner: str) -> str | None:
    territory = str(properties.get("adm0_a3"))
    if territory in NOBODYS:
        return None
    if territory in ISO_COUNTRY and not code:
        return ISO_COUNTRY[territory]
    owner = code[:2] or winner[:2] or str(properties.get("iso_a2") or "")
    return owner if len(owner) == 2 and owner.isalpha() else None


def united(found: Iterable[Feature], attribute: str) -> dict[str, BaseGeometry]:
    """Return one shape for each first-order unit (`admin1`) or country (`country`)."""
    parts: defaultdict[str, list[BaseGeometry]] = defaultdict(list)
    for feature in found:
        owner = getattr(feature, attribute)
        if owner:
            parts[owner].append(feature.geometry)
    return {owner: _on_grid(shapely.union_all(parts[owner], grid_size=GRID)) for owner in sorted(parts)}


def _on_grid(shape: BaseGeometry) -> BaseGeometry:
    """Return the shape as it will be read back: valid on the grid, with no step longer than a word holds."""
    stepped = shapely.segmentize(_polygonal(shape), LONGEST_STEP)
    return _polygonal(shapely.set_precision(stepped, GRID))


def _polygonal(shape: BaseGeometry) -> BaseGeometry:
    polygons = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    return shapely.orient_polygons(shapely.multipolygons(polygons) if len(polygons) > 1 else polygons[0])


def reach(shape: BaseGeometry, lat: float, lon: float, share: float = 0.95) -> float:
    """Return the radius in km around a point within which `share` of the shape's area lies, from a grid of samples."""
    west, south, east, north = shape.bounds
    lats, lons = np.meshgrid(np.linspace(south, north, 60), np.linspace(west, east, 60))
    shapely.prepare(shape)
    inside = shapely.contains_xy(shape, lons.ravel(), lats.ravel())
    if not inside.any():
        return float(max(1.0, KM_PER_DEGREE * (north - south) / 2))
    distance = kilometres(lat, lon, lats.ravel()[inside], lons.ravel()[inside])
    return weighted_share(distance, np.cos(np.radians(lats.ravel()[inside])), share)


def weighted_share(values: NDArray[Any], weights: NDArray[Any], share: float) -> float:
    """Return the value below which `share` of the weight lies."""
    order = np.argsort(values, kind="stable")
    total = np.cumsum(weights[order])
    return float(values[order][np.searchsorted(total, share * total[-1])])


def kilometres(lat: float, lon: float, lats: NDArray[Any], lons: NDArray[Any]) -> NDArray[Any]:
    """Return great-circle distances by the haversine formula, on a sphere of 6371.0 km."""
    f1, f2 = math.radians(lat), np.radians(lats)
    half = np.sin((f2 - f1) / 2) ** 2 + math.cos(f1) * np.cos(f2) * np.sin(np.radians(lons - lon) / 2) ** 2
    away: NDArray[Any] = 2 * 6371.0 * np.arcsin(np.sqrt(np.minimum(1.0, half)))
    return away


def packed(shapes: Mapping[str, BaseGeometry]) -> dict[str, Data]:
    """Return the sections that hold the shapes by name; `gazetteer.boundaries.decoded` reads them."""
    ends, blob = array("I", [0]), array("h")
    for shape in shapes.values():
        blob.extend(encoded(shape))
        ends.append(len(blob))
    return {"shape_key": "\n".join(shapes).encode(), "shape_end": ends, "shape": blob}


def encoded(shape: BaseGeometry) -> list[int]:
    """Return a polygon or multipolygon as 16-bit words.

    They are the number of polygons; for each the number of its rings; for each ring the number of its points, and where
    its first point lies, as two words each for longitude and latitude; and the steps to the other points. All lengths
    are in steps of 1e-4 degrees.
    """
    polygons = shapely.get_parts(shape)
    words = [len(polygons)]
    for polygon in polygons:
        rings = [polygon.exterior, *polygon.interiors]
        words.append(len(rings))
        for ring in rings:
            words += _ring(ring)
    return words


def _ring(ring: BaseGeometry) -> list[int]:
    points = np.rint(shapely.get_coordinates(ring) / GRID).astype(np.int64)
    start = [part for number in points[0].tolist() for part in divmod(number, WORD)]
    return [*divmod(len(points), WORD), *start, *np.diff(points, axis=0).ravel().tolist()]
