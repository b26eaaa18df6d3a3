"""Second-order units: their names, points and radii, told by the towns in them or around them."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from gazetteer.build.geonames import Town
from gazetteer.build.units import ADMIN2_PENALTY, inhabitants, members_of, middle, spread
from gazetteer.names import key
from gazetteer.pack import Entry
from gazetteer.place import Place
from gazetteer.weighing import SHORT_PENALTY, without_type

KNOWN_TOWN = 10_000  # people of a town whose name would mean it sooner than a unit elsewhere of which nothing is known
VAGUE_PROMINENCE = 1.0  # of a second-order unit in which no populated place of any size lies
VAGUE_KM, UNIT_KM = 150.0, 25.0  # a first-order unit beyond which nothing is told by it; a usual second-order unit
ENOUGH = 5  # towns that tell how far a unit reaches
LEAST_KM, MOST_KM = 5.0, 60.0  # bounds of what a unit with fewer is taken to reach: its share of the first-order unit


def second_order(
    names: Mapping[str, str], ids: Mapping[str, str], towns: Sequence[Town], first: Mapping[str, Place]
) -> list[Entry]:
    """Return the second-order units.

    One in which a populated place lies is at its seat, else at its towns' middle; of the others, one that a town of its
    first-order unit is named after is at that town, and one of a first-order unit that is no larger than `VAGUE_KM` is
    known to lie in that, unless a known town elsewhere has its name.

    Parameters
    ----------
    names, ids
        GeoNames' names and ids by code.
    towns
        Populated places.
    first
        First-order units by code.
    """
    members = members_of(towns, "admin2")
    admin1 = {town.admin2: town.place.admin1 for town in towns}
    shares = Counter(code.rpartition(".")[0] for code in names)
    namesakes = _namesakes(towns)
    known = {key(town.place.name) for town in towns if town.place.population >= KNOWN_TOWN}
    found = []
    for code, name in names.items():
        unit = first.get(code.rpartition(".")[0])
        if code in ids and members[code]:
            usual = _usual_km(unit, shares[code.rpartition(".")[0]]) if len(members[code]) < ENOUGH else LEAST_KM
            found.append(_second_order(code, name, ids[code], members[code], admin1[code], least=usual))
        elif code in ids and unit:
            bare = key(without_type(name) or name)
            town = namesakes.get((code.rpartition(".")[0], bare))
            found += _vague(code, name, ids[code], town or unit) if town or bare not in known else []
    return found


def _namesakes(towns: Sequence[Town]) -> dict[tuple[str, str], Place]:
    """Return {(first-order unit, key of a name): the largest town of that name in it}."""
    ordered = sorted(towns, key=lambda town: town.place.population)
    return {(town.admin1, key(name)): town.place for town in ordered for name in (*town.alternates, town.place.name)}


def _vague(code: str, name: str, number: str, near: Place) -> list[Entry]:
    """Return a unit of which only the town of its name is known, or the first-order unit that it lies in."""
    if near.kind == "admin1" and near.radius_km > VAGUE_KM:
        return []
    radius = near.radius_km if near.kind == "admin1" else max(UNIT_KM, near.radius_km)
    place = Place(
        f"geonames:{number}", name, "admin2", near.lat, near.lon, radius, code[:2], near.admin1, feature="ADM2"
    )
    return [Entry(place, VAGUE_PROMINENCE, _second_order_names(name))]


def _usual_km(unit: Place | None, number: int) -> float:
    """Return the radius of an equal share of a first-order unit's area among its second-order ones, within bounds."""
    return min(MOST_KM, max(LEAST_KM, unit.radius_km / math.sqrt(number))) if unit else LEAST_KM


def _second_order(
    code: str, name: str, number: str, members: Sequence[Town], admin1: str | None, *, least: float
) -> Entry:
    seats = [t.place for t in members if t.place.feature in {"PPLC", "PPLA", "PPLA2"}]
    point = (seats[0].lat, seats[0].lon) if seats else middle(members)
    assert point is not None  # noqa: S101 (members are not empty)
    population = inhabitants(members)
    place = Place(
        id=f"geonames:{number}",
        name=name,
        kind="admin2",
        lat=round(point[0], 5),
        lon=round(point[1], 5),
        radius_km=round(spread(members, point, least=least), 1),
        country=code[:2],
        admin1=admin1,
        population=population,
        feature="ADM2",
    )
    return Entry(place, math.log10(population + 1) - ADMIN2_PENALTY, _second_order_names(name))


def _second_order_names(name: str) -> tuple[tuple[str, float], ...]:
    bare = without_type(name)
    also = [(bare, SHORT_PENALTY), (f"{bare} District", SHORT_PENALTY)] if bare else [(f"{name} District", 0.0)]
    if bare and "rovinc" in name:
        also.append((f"{bare} Province", SHORT_PENALTY))
    return ((name, 0.0), *also)
