"""Natural Earth's polygons -> the shapes of countries and first-order units, one coverage without gaps.

A country's shape is the union of its units' shapes, so borders agree. To whom a unit belongs is decided by GeoNames and
ISO 3166-2, not by who controls it, which is what Natural Earth draws: `ISO_COUNTRY` holds the differences.
"""

import json
import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from gazetteer.build.fetch import Archives
from gazetteer.build.geonames import Town
from gazetteer.store import Data

# Natural Earth's code of a territory -> the country it is a part of in ISO 3166-2; see docs/gazetteer.md.
ISO_COUNTRY = {
    "CYN": "CY", "CNM": "CY", "ESB": "CY", "WSB": "CY", "SOL": "SO", "KAB": "KZ", "USG": "CU", "KOS": "XK", "SAH": "EH",
    "KAS": "IN", "BRI": "BR", "TWN": "TW", "HKG": "HK", "MAC": "MO", "PSX": "PS", "CSI": "AU", "CLP": "FR", "ATC": "AU",
    "IOA": "AU",
}  # fmt: skip
NOBODYS = {"SPI", "BRT", "PGA", "SCR", "SER", "BJN"}
VOTE_SHARE = 0.8  # of the towns in a polygon, how many must be of one unit before the polygon is its
TOLERANCE = 0.02  # degrees: about 2 km
GRID = 1e-4
KM_PER_DEGREE = 111.195


@dataclass(frozen=True, slots=True)
class Feature:
    """One of Natural Earth's first-order polygons, with the GeoNames unit and the country it was found to be of."""

    properties: Mapping[str, object]
    geometry: BaseGeometry
    admin1: str | None
    country: str | None


def features(archives: Archives, towns: Sequence[Town], unit_codes: Mapping[str, str]) -> list[Feature]:
    """Read the polygons and decide for each which first-order unit and which country it belongs to.

    Parameters
    ----------
    archives
        The source packages.
    towns
        Populated places with the unit that GeoNames puts them in.
    unit_codes
        GeoNames id of a first-order unit -> its code.
    """
    rows = json.loads(archives.read("unit_shapes", "data/states/admin1.json"))["features"]
    geometries = shapely.from_geojson([json.dumps(row["geometry"]) for row in rows])
    geometries = shapely.make_valid(geometries)
    votes = _votes(geometries, towns)
    simple = _simplified(geometries)
    return [
        Feature(row["properties"], simple[i], *_owner(row["properties"], votes[i], unit_codes))
        for i, row in enumerate(rows)
    ]


def _simplified(geometries: np.ndarray) -> np.ndarray:
    return shapely.coverage_simplify(shapely.set_precision(geometries, GRID / 10), TOLERANCE / 2)


def _votes(geometries: np.ndarray, towns: Sequence[Town]) -> dict[int, Counter[str]]:
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
    return {owner: _polygonal(shapely.union_all(parts[owner], grid_size=GRID)) for owner in sorted(parts)}


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
        return max(1.0, KM_PER_DEGREE * (north - south) / 2)
    distance = kilometres(lat, lon, lats.ravel()[inside], lons.ravel()[inside])
    return weighted_share(distance, np.cos(np.radians(lats.ravel()[inside])), share)


def weighted_share(values: np.ndarray, weights: np.ndarray, share: float) -> float:
    """Return the value below which `share` of the weight lies."""
    order = np.argsort(values, kind="stable")
    total = np.cumsum(weights[order])
    return float(values[order][np.searchsorted(total, share * total[-1])])


def kilometres(lat: float, lon: float, lats: np.ndarray, lons: np.ndarray) -> np.ndarray:
    """Return great-circle distances by the haversine formula, on a sphere of 6371.0 km."""
    f1, f2 = math.radians(lat), np.radians(lats)
    half = np.sin((f2 - f1) / 2) ** 2 + math.cos(f1) * np.cos(f2) * np.sin(np.radians(lons - lon) / 2) ** 2
    return 2 * 6371.0 * np.arcsin(np.sqrt(np.minimum(1.0, half)))


def packed(shapes: Mapping[str, BaseGeometry]) -> dict[str, Data]:
    """Return the sections that hold the shapes: rings as steps of 1e-4 degrees, written as variable-length integers."""
    ends, blob = array("I", [0]), bytearray()
    for shape in shapes.values():
        blob += encoded(shape)
        ends.append(len(blob))
    return {"shape_key": "\n".join(shapes).encode(), "shape_end": ends, "shape": bytes(blob)}


def encoded(shape: BaseGeometry) -> bytes:
    """Return a polygon or multipolygon as int32 words: polygons, then for each its rings, points, and coordinates."""
    polygons = shapely.get_parts(shape)
    words: list[int] = [len(polygons)]
    for polygon in polygons:
        rings = [polygon.exterior, *polygon.interiors]
        words.append(len(rings))
        for ring in rings:
            points = np.rint(shapely.get_coordinates(ring) / GRID).astype(np.int32)
            words.append(len(points))
            words.extend(int(number) for number in points.ravel())
    return array("i", words).tobytes()
