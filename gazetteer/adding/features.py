"""GeoNames' feature codes -> kinds of places, how likely a reader is to mean one, and how large it is."""

from gazetteer.place import Kind, Place
from gazetteer.weighing import SECTION, prominence, town_radius

_ADMIN: dict[str, tuple[Kind, float, float]] = {
    # kind, prominence without people, radius in km
    "ADM1": ("admin1", 3.0, 100.0),
    "ADM2": ("admin2", 1.2, 30.0),
    "ADM3": ("admin2", 0.6, 15.0),
    "ADM4": ("admin2", 0.4, 8.0),
    "ADM5": ("admin2", 0.2, 5.0),
}
_PENALTY = {"ADM1": 0.8, "ADM2": 1.8, "ADM3": 2.3, "ADM4": 2.5, "ADM5": 2.6}
_FACILITY = frozenset(("AIRB", "AIRF", "AIRP", "AIRH", "MILB", "NVB", "INSM", "BDG", "CMPRF", "CMP", "PRT", "HBR"))
_FACILITY |= {"PSTB", "PSTC", "PRN", "PRNJ", "DAM", "REFG", "INDS", "OILF", "OILR", "OILT", "PS", "PSN", "MINE"}
_FACILITY_PROMINENCE = {"AIRB": 3.5, "AIRP": 3.0, "MILB": 2.5, "NVB": 3.0, "CMPRF": 2.5, "PSTB": 2.0, "DAM": 2.0}
_GROUPS: dict[str, tuple[Kind, float, float]] = {
    "A": ("region", 0.5, 20.0),
    "H": ("water", 1.0, 10.0),
    "L": ("region", 0.8, 10.0),
    "R": ("facility", 0.2, 10.0),
    "S": ("facility", 0.3, 1.0),
    "T": ("terrain", 0.8, 5.0),
    "U": ("water", 0.5, 50.0),
    "V": ("terrain", 0.5, 5.0),
}
# Of waters and terrain those that a report may name, with their prominence and radius in km.
_GREATER = {
    "OCN": (6.0, 3000.0), "SEA": (5.0, 500.0), "GULF": (4.0, 200.0), "STRT": (3.5, 50.0), "BAY": (1.5, 20.0),
    "LK": (1.5, 10.0), "STM": (1.2, 20.0), "MTS": (2.0, 50.0), "DSRT": (3.0, 200.0), "ISL": (1.5, 10.0),
    "ISLS": (2.0, 50.0), "PEN": (2.0, 30.0), "VAL": (1.0, 20.0), "RGN": (2.0, 50.0), "CONT": (7.0, 3000.0),
}  # fmt: skip
_NO_COUNTRY = frozenset(("PCLH", "PRSH", "TERR", "ZN", "ZNB"))


def kind_of(group: str, feature: str) -> Kind:
    """Return the kind of place that a GeoNames feature class and code mean."""
    if group == "P":
        return "section" if feature == SECTION else "populated_place"
    if feature.startswith("PCL") and feature not in _NO_COUNTRY:
        return "country"
    if feature in _ADMIN:
        return _ADMIN[feature][0]
    return "facility" if feature in _FACILITY else _GROUPS.get(group, _GROUPS["L"])[0]


def weight(place: Place, group: str) -> float:
    """Return how likely a reader is to mean a place, in powers of ten of people."""
    people = prominence(place)
    if place.kind in {"populated_place", "section"}:
        return people
    if place.kind == "country":
        return 10.0 + people / 10
    if place.feature in _PENALTY:
        return max(_ADMIN[place.feature][1], people - _PENALTY[place.feature])
    if place.feature in _GREATER:
        return _GREATER[place.feature][0]
    return _FACILITY_PROMINENCE.get(place.feature, _GROUPS.get(group, _GROUPS["L"])[1])


def radius_km(kind: Kind, feature: str, group: str, population: int) -> float:
    """Return a usual radius in km of such a place, since the dump says none."""
    if kind in {"populated_place", "section"}:
        return town_radius(population, kind)
    if kind == "country":
        return 300.0
    if feature in _ADMIN:
        return _ADMIN[feature][2]
    if feature in _GREATER:
        return _GREATER[feature][1]
    return 3.0 if feature in {"AIRB", "AIRP", "AIRF", "MILB", "NVB", "PRT"} else _GROUPS.get(group, _GROUPS["L"])[2]
