"""How precisely a place says where something was, by its kind: UCDP's scale from 1, a point, to 6, a country."""

from collections.abc import Mapping
from types import MappingProxyType

from geo.model import PlacePrecision

PRECISION: Mapping[str, PlacePrecision] = MappingProxyType({
    "facility": 1, "populated_place": 1, "section": 2, "admin2": 3, "admin1": 4, "water": 5, "terrain": 5, "region": 5,
    "country": 6,
})  # fmt: skip
