"""How precisely a place says where something was, by its kind: UCDP's scale from 1, a point, to 6, a country."""

from collections.abc import Mapping
from types import MappingProxyType

from gazetteer.place import Place
from geo.model import PlacePrecision

PRECISION: Mapping[str, PlacePrecision] = MappingProxyType({
    "facility": 1, "populated_place": 1, "section": 2, "admin2": 3, "admin1": 4, "water": 5, "terrain": 5, "region": 5,
    "country": 6,
})  # fmt: skip
LANDS = frozenset({"country", "admin1"})  # kinds that act and are acted on by their name
UNITS = frozenset({"admin1", "admin2"})  # kinds of which a country consists
TOWNS = frozenset({"populated_place", "section", "facility"})  # kinds that are a spot on the map
SPOT_KM = 5.0  # radius up to which an islet or a hill is a spot, too
SOMEWHERE_IN = "in "  # how the feature of a place begins of which only what it lies in is known: "in admin2"


def precision_of(place: Place) -> PlacePrecision:
    """Return how precisely a place says where something was.

    Parameters
    ----------
    place
        Of the gazetteer, or computed from what a text says.
    """
    if place.kind == "terrain" and place.radius_km <= SPOT_KM:
        return 1
    if not place.feature.startswith(SOMEWHERE_IN):
        return PRECISION[place.kind]
    return max(2, PRECISION[place.feature.removeprefix(SOMEWHERE_IN)])
