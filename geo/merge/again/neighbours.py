"""Whether two tellings of one text can speak of one place: the same, one in the other, or two close by."""

from collections.abc import Sequence

from gazetteer.place import Place
from gazetteer.sphere import KM_PER_DEGREE
from geo.merge.sufferers import plain
from geo.model import Telling, Toponym, Where

CLOSE_KM = 30.0
EXACT = 1  # UCDP's precision
NEXT_KM = 8.0  # between towns that are told of as one place: what is said to be in two others is two events


def places_agree(one: Telling, other: Telling, toponyms: Sequence[Toponym]) -> bool:
    """Tell whether two tellings can speak of one place; a name unknown to the gazetteer is like none but itself.

    Parameters
    ----------
    one, other
        Of one document.
    toponyms
        The document's.
    """
    first, second = one.incident.where, other.incident.where
    if one.place_said is None or other.place_said is None:
        return True
    if plain(one.place_said) == plain(other.place_said):
        return True
    if first is None or second is None:
        return first is None and second is None and _one_in_other(one.place_said, other.place_said)
    return points_agree(first, second, toponyms)


def _one_in_other(one: str, other: str) -> bool:
    return set(one.casefold().split()) >= set(other.casefold().split())


def points_agree(one: Where, other: Where, toponyms: Sequence[Toponym]) -> bool:
    """Tell whether two places of one document's incidents can be one: the same, one in the other, or two close by."""
    first, second = toponyms[one.toponym].place, toponyms[other.toponym].place
    if first is None or second is None or first.id == second.id:
        return True
    if first.country != second.country:
        return False
    fine, coarse = sorted((first, second), key=lambda place: place.radius_km)
    if coarse.kind in {"country", "region"}:
        return True
    if coarse.kind == "admin1":
        return fine.admin1 in {None, coarse.name} and fine.kind != "admin1"
    exact = one.precision == other.precision == EXACT and fine.kind == coarse.kind == "populated_place"
    reach = min(CLOSE_KM, max(coarse.radius_km, NEXT_KM)) if exact else max(CLOSE_KM, _width(coarse, fine))
    return _degrees_apart(one, other) * KM_PER_DEGREE <= reach


def _width(coarse: Place, fine: Place) -> float:
    """Return how far from the middle of a district the places of it may lie; 0 for what is none of it."""
    within = coarse.kind == "admin2" and fine.kind != "admin2" and fine.admin1 in {None, coarse.admin1}
    return coarse.radius_km if within else 0.0


def _degrees_apart(one: Where, other: Where) -> float:
    return max(abs(one.lat - other.lat), abs((one.lon - other.lon + 180) % 360 - 180))
