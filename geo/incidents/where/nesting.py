"""Which of two places of a text may lie in the other, by their kinds."""

from gazetteer.place import Place
from gazetteer.sphere import KM_PER_DEGREE
from geo.model import Toponym

FINENESS = {
    "section": 0, "facility": 0, "populated_place": 1, "admin2": 2, "terrain": 3, "water": 3, "admin1": 4, "region": 5,
    "country": 6,
}  # fmt: skip
WIDE = frozenset({"terrain", "water", "region"})
IN_TOWN_KM = 40.0  # how far a district may lie from its town's point


def kind_of(toponym: Toponym) -> str:
    """Return the kind of a toponym's place, of an unknown one the widest."""
    return toponym.place.kind if toponym.place else "country"


def nests(fine: Toponym, coarse: Toponym) -> bool:
    """Tell whether the first place may lie in the second: the same country, and finer."""
    if fine.place is None or coarse.place is None:
        return False
    if coarse.place.kind == "populated_place":
        return _is_district_of(fine, coarse)
    wider = fine.place.kind in WIDE and fine.place.radius_km > coarse.place.radius_km  # no island lies in its province
    if FINENESS[fine.place.kind] >= FINENESS[coarse.place.kind] or wider:
        return False
    if fine.place.country != coarse.place.country:
        return coarse.place.country is None
    return coarse.place.kind != "admin1" or fine.place.admin1 in {None, coarse.place.name}


def _is_district_of(fine: Toponym, town: Toponym) -> bool:
    """Tell whether a place is a part of a town, or a unit around it that is smaller than a province."""
    assert fine.place is not None and town.place is not None  # noqa: S101, PT018 (`nests` looked)
    return fine.place.kind in {"section", "facility"} and lies_by_town(fine.place, town.place)


def lies_by_town(place: Place, town: Place) -> bool:
    """Tell whether a place lies no further from a town of its country than the districts of a town do."""
    apart = max(abs(place.lat - town.lat), abs(place.lon - town.lon))
    return place.country == town.country and apart * KM_PER_DEGREE <= IN_TOWN_KM
