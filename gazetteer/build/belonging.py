"""In which first-order unit a village lies: the one whose outline holds it, else that of the nearest town."""

from collections.abc import Iterator, Mapping, Sequence

import shapely
from shapely.geometry.base import BaseGeometry

from gazetteer.build.village_sources import Village
from gazetteer.pack import Entry
from gazetteer.place import Place
from gazetteer.sphere import great_circle

NEARBY_KM = 30.0  # outlines are simplified to about a kilometre, and some countries' units have none


def in_their_country(
    found: Sequence[Village], units: Mapping[str, BaseGeometry], names: Mapping[str, str], entries: Sequence[Entry]
) -> Iterator[tuple[Village, str | None]]:
    """Yield the villages that no other country's outline holds, each with its first-order unit's name where known.

    Parameters
    ----------
    found
        The villages.
    units, names
        Outlines and names of the first-order units by GeoNames code.
    entries
        Places, of which the populated ones say what lies near them.
    """
    codes, towns = list(units), [entry.place for entry in entries if _has_unit(entry.place)]
    points = shapely.points([village.lon for village in found], [village.lat for village in found])
    inside = shapely.STRtree(list(units.values())).query(points, "within")
    unit_of = {int(point): codes[int(unit)] for point, unit in zip(*inside, strict=True)}
    nearest = shapely.STRtree(shapely.points([p.lon for p in towns], [p.lat for p in towns])).nearest(points)
    for number, village in enumerate(found):
        unit = unit_of.get(number)
        if unit is None:
            yield village, _unit_beside(village, towns[int(nearest[number])])
        elif unit[:2] == village.country:
            yield village, names.get(unit)


def _has_unit(place: Place) -> bool:
    return place.kind == "populated_place" and place.admin1 is not None


def _unit_beside(village: Village, town: Place) -> str | None:
    near = great_circle(village.lat, village.lon, town.lat, town.lon) < NEARBY_KM
    return town.admin1 if near and town.country == village.country else None
