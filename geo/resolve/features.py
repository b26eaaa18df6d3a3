"""What speaks for and against a candidate: each feature has a name and a value.

`weights.toml` has a weight for each of `FEATURES`, and is fitted by ``make fit``.
"""

import math
import re

from gazetteer import Gazetteer
from gazetteer.names import bare_key, key
from gazetteer.place import Place
from geo.model.precision import LANDS, TOWNS, UNITS
from geo.resolve.containment import lies_by
from geo.resolve.kinds import kinds_of
from geo.resolve.sense import Sense

FEATURES = (
    "population",  # tenfolds of inhabitants above LEAST_POPULATION
    "uncounted",  # a town whose inhabitants nobody counted
    "extent",  # tenfolds of radius of what has no inhabitants: seas, rivers, regions, ranges
    "country",  # it is a country
    "admin1",
    "admin2",
    "section",
    "facility",
    "capital",  # a country's seat of government
    "seat",  # the seat of a first-order unit
    "lesser seat",  # the seat of a second-order unit
    "only",  # no other place has that name
    "listed first",  # the gazetteer holds it the most prominent of that name
    "town of its name",  # it is a unit, and the town that it is named after may be meant: no word asks for a unit
    "main name",  # the spelling is the place's own name, not one of its others
    "like its name",  # it is spelt much like its own name, or no otherwise but for vowels: "Tal Afar", Tall 'Afar
    "vetted name",  # it is another name that those who keep the gazetteer by hand gave it, or a unit's in full
    "hearsay",  # it is a name that some list gives it, with which a place of its size is hardly meant
    "kept by hand",  # a place with no known inhabitants that is in the gazetteer because reports name it
    "kind",  # a word beside the name ("province", "river") speaks of this kind
    "second kind",  # that word may speak of this kind, though sooner of another
    "other kind",  # it speaks of another kind, and is no part of the place's own name
    "inside",  # "Paris, Texas": it lies in what the text says it lies in
    "by",  # "Karrada, Baghdad": it lies by what the text names after it
    "same country",  # share of the document's other places that lie in its country
    "people",  # the same of a country that a word for its people may mean
    "country named",  # the document names its country, or its people
    "same unit",  # share of the other places that lie in its first-order unit
    "unit among units",  # a first-order unit: share of the other places below a country that are such units too
    "near",  # how near the other places are, 0..1
    "unsupported",  # the document has other places, none is in its country, and it is not known anywhere
    "rival",  # so it is, and another place of the name lies in a country that the document speaks of
    "source",  # how near to where the report is from, 0..1
    "acronym",  # the name is a short word in capitals, the place no country or unit
)
NO_PLACE = "no place"  # the weight of "none of the candidates", beside those of FEATURES
SEATS = {"PPLC": "capital", "PPLA": "seat", "PPLA2": "lesser seat"}  # by GeoNames' feature code
VOWELS, DOUBLED = re.compile(r"(?!^)[aeiouy]"), re.compile(r"(.)\1+")
EXTENSIVE = frozenset({"water", "terrain", "region"})
LEAST_POPULATION = 1000
# Bounds of what a name takes off a place's prominence (`Gazetteer.strains`, gazetteer/weighing.py).
VARIANT_STRAIN, OTHER_STRAIN, HEARSAY_STRAIN = 0.2, 0.4, 2.2
OTHER_NAME_STRAIN = 1.7  # of a former or foreign name
LARGE_TOWN = 500_000  # inhabitants of a town whose former and foreign names are known
FAIR_SHARE = 0.1  # of a unit's inhabitants that live in the town of its name
Values = dict[str, float]


def own_values(sense: Sense, place: Place, gazetteer: Gazetteer) -> Values:
    """Return the features that a candidate has by itself and by its name, without those that are 0."""
    values = _size(place) | _kind_values(sense, place)
    if place.kind in {"country", "admin1", "admin2", "section", "facility"}:
        values[place.kind] = 1.0
    if place.feature in SEATS:
        values[SEATS[place.feature]] = 1.0
    by = sense.containers and not sense.inside and lies_by(place, sense.containers, gazetteer)
    holding = {
        "town of its name": place.kind in UNITS and not sense.kinds and _has_town(place, sense),
        "only": sense.alone,
        "kept by hand": place.id.startswith("curated:") and place.kind in TOWNS,
        "listed first": place is sense.candidates[0],
        "inside": sense.inside,
        "by": bool(by),
        "acronym": sense.acronym and place.kind not in LANDS,
    }
    return values | {name: 1.0 for name, holds in holding.items() if holds}


def _has_town(unit: Place, sense: Sense) -> bool:
    """Tell whether a town of a unit's name is its seat, a fair share of it, or the country's capital: Washington.

    A town that goes by the name in some list only does not count, but for a large one: Lemberg.
    """
    towns = (
        place
        for place in sense.candidates
        if place.kind == "populated_place"
        and place.country == unit.country
        and (sense.strains.get(place.id, 0.0) <= OTHER_NAME_STRAIN or place.population >= LARGE_TOWN)
    )
    return any(
        town.feature == "PPLC"
        or (town.admin1 == unit.admin1 and (town.feature in SEATS or town.population > FAIR_SHARE * unit.population))
        for town in towns
    )


def _size(place: Place) -> Values:
    """Return the features of a place's inhabitants, or of the reach of what has none."""
    if place.population:
        return {"population": max(0.0, math.log10(place.population / LEAST_POPULATION))}
    if place.kind in EXTENSIVE:
        return {"extent": max(0.0, math.log10(place.radius_km))}
    return {"uncounted": 1.0} if place.kind == "populated_place" else {}


def _kind_values(sense: Sense, place: Place) -> Values:
    """Return the features of how the text names a place: its main name, its kind."""
    own = key(place.name) == key(sense.spelling)
    standing = "main name" if own else _standing(place, sense)
    values = {standing: 1.0} if standing else {}
    if sense.kinds and place.kind == sense.kinds[0]:
        values["kind"] = 1.0
    elif place.kind in sense.kinds:
        values["second kind"] = 1.0
    elif sense.kinds and not _has_noun(place, sense) and not stands_in(place, sense.kinds):
        values["other kind"] = 1.0
    return values


def _has_noun(place: Place, sense: Sense) -> bool:
    """Tell whether the noun is part of a name and does not say its kind: "Cabo Delgado Province" is no cape."""
    return bool(kinds_of(sense.spelling)) and key(place.name).startswith(key(sense.spelling))


def _standing(place: Place, sense: Sense) -> str:
    """Return the feature of a name that is not the place's main one, "" where it has none."""
    strain = sense.strains.get(place.id, 0.0)
    if strain < VARIANT_STRAIN:
        return "vetted name"
    if strain < OTHER_STRAIN or _is_like(place.name, sense.spelling):
        return "like its name"
    return "hearsay" if strain > HEARSAY_STRAIN else ""


def _is_like(name: str, spelling: str) -> bool:
    """Tell whether two spellings differ in vowels, doubled letters and the Arabic article only."""
    return _bones(bare_key(name)) == _bones(bare_key(spelling))


def _bones(letters: str) -> str:
    return DOUBLED.sub(r"\1", VOWELS.sub("", letters))


def stands_in(place: Place, kinds: tuple[str, ...]) -> bool:
    """Tell whether a town may stand in for the unit of its name, where the words beside the name ask for a unit.

    A province is named after its seat, or has nothing to do with the town of its name.
    """
    named_after = bool(kinds) and (kinds[0] == "admin2" or (kinds[0] == "admin1" and place.feature in SEATS))
    return named_after and place.kind == "populated_place"
