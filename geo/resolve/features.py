"""What speaks for and against a candidate: each feature has a name, a value, and words that tell it to a reader.

`weights.toml` has a weight for each of `FEATURES`, and is fitted by ``make fit``.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gazetteer import Gazetteer
from gazetteer.names import bare_key, key
from gazetteer.place import Place
from geo.resolve.containment import lies_by
from geo.resolve.distance import closeness
from geo.resolve.senses import Sense, kinds_of

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
    "like its name",  # no other than its own name but for vowels and doubled letters: "Tal Afar", Tall 'Afar
    "kind",  # a word beside the name ("province", "river") speaks of this kind
    "second kind",  # that word may speak of this kind, though sooner of another
    "other kind",  # it speaks of another kind, and is no part of the place's own name
    "inside",  # "Paris, Texas": it lies in what the text says it lies in
    "by",  # "Karrada, Baghdad": it lies by what the text names after it
    "same country",  # share of the document's other places that lie in its country
    "people",  # the same of a country that a word for its people may mean
    "country named",  # the document names its country, or its people
    "same unit",  # share of the other places that lie in its first-order unit
    "near",  # how near the other places are, 0..1
    "unsupported",  # the document has other places, and none is in its country
    "rival",  # so it is, and another place of the name lies in a country that the document speaks of
    "source",  # how near to where the report is from, 0..1
    "acronym",  # the name is a short word in capitals, the place no country or unit
)
NO_PLACE = "no place"  # the weight of "none of the candidates", beside those of FEATURES
SEATS = {"PPLC": "capital", "PPLA": "seat", "PPLA2": "lesser seat"}  # by GeoNames' feature code
VOWELS, DOUBLED = re.compile(r"(?!^)[aeiouy]"), re.compile(r"(.)\1+")
EXTENSIVE = frozenset({"water", "terrain", "region"})
LEAST_POPULATION = 1000
UNITS = frozenset({"admin1", "admin2"})
FAIR_SHARE = 0.1  # of a unit's inhabitants that live in the town of its name
NEIGHBOURS = 5  # nearest places that count for nearness
SAME_UNIT, SAME_COUNTRY = 0.6, 0.3  # nearness, at the least, to where the report is from
Values = dict[str, float]


@dataclass(frozen=True, slots=True)
class Company:
    """What the other names of the document, and its source, say of where it is about."""

    places: tuple[Place, ...]
    countries: Counter[str]
    units: Counter[tuple[str | None, str]]
    named: frozenset[str]
    source: Place | None


def company(others: Iterable[Place], source: Place | None) -> Company:
    """Return what the places chosen for the other names say."""
    places = tuple({place.id: place for place in others}.values())
    countries = Counter(place.country for place in places if place.country)
    units = Counter((place.country, place.admin1) for place in places if place.admin1)
    named = frozenset(place.country for place in places if place.country and place.kind == "country")
    return Company(places, countries, units, named, source)


def own_values(sense: Sense, place: Place, gazetteer: Gazetteer) -> Values:
    """Return the features that a candidate has by itself and by its name, without those that are 0."""
    values = _size(place) | _kind_values(sense, place)
    if place.kind in {"country", "admin1", "admin2", "section", "facility"}:
        values[place.kind] = 1.0
    if place.feature in SEATS:
        values[SEATS[place.feature]] = 1.0
    by = sense.containers and not sense.inside and lies_by(place, sense.containers, gazetteer)
    holding = {
        "town of its name": place.kind in UNITS and not sense.kinds and _has_town(place, sense.candidates),
        "only": sense.alone,
        "listed first": place is sense.candidates[0],
        "inside": sense.inside,
        "by": bool(by),
        "acronym": sense.acronym and place.kind not in {"country", "admin1"},
    }
    return values | {name: 1.0 for name, holds in holding.items() if holds}


def _has_town(unit: Place, candidates: Iterable[Place]) -> bool:
    """Tell whether a town of a unit's name is its seat, a fair share of it, or the country's capital: Washington."""
    towns = (place for place in candidates if place.kind == "populated_place" and place.country == unit.country)
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
    values = {"main name": 1.0} if own else {"like its name": 1.0} if _is_like(place.name, sense.spelling) else {}
    if sense.kinds and place.kind == sense.kinds[0]:
        values["kind"] = 1.0
    elif place.kind in sense.kinds:
        values["second kind"] = 1.0
    elif sense.kinds and not (own and kinds_of(sense.spelling)) and not stands_in(place, sense.kinds):
        values["other kind"] = 1.0
    return values


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


def company_values(place: Place, company: Company, *, people: bool = False) -> Values:
    """Return the features that a candidate has by the company it keeps, without those that are 0.

    With `people`, the name is a word for the people of a country.
    """
    values: Values = {}
    total = sum(company.countries.values())
    if place.country and (same := company.countries[place.country]):
        values["people" if people else "same country"] = same / total
    elif place.country and total and place.kind != "country":
        values["unsupported"] = 1.0
    if place.country in company.named and place.kind != "country":
        values["country named"] = 1.0
    if place.admin1 and (same := company.units[place.country, place.admin1]):
        values["same unit"] = same / total
    if near := _nearness(place, company.places):
        values["near"] = near
    if company.source and (near := _nearness_to_source(place, company.source)):
        values["source"] = near
        values.pop("unsupported", None)
    return values


def _nearness(place: Place, others: Sequence[Place], neighbours: int = NEIGHBOURS) -> float:
    """Return the mean nearness, 0..1, of the nearest few places; countries have no whereabouts to be near to."""
    if place.kind == "country":
        return 0.0
    near = sorted((closeness(place, other) for other in others if other.kind != "country"), reverse=True)[:neighbours]
    return sum(near) / neighbours


def _nearness_to_source(place: Place, source: Place) -> float:
    """Return how near a place is to where the report is from, 0..1; one unit, or one country, is near by itself."""
    same_country = place.country is not None and place.country == source.country
    same_unit = same_country and place.admin1 is not None and place.admin1 == source.admin1
    least = SAME_UNIT if same_unit else SAME_COUNTRY if same_country else 0.0
    return max(_nearness(place, (source,), 1), least)


def in_words(feature: str, place: Place, sense: Sense, company: Company | None) -> str:
    """Return a feature as a reason that a person can check, "" where it is none by itself."""
    kind, noun = place.kind.replace("_", " "), ", ".join(sense.containers)
    same = company.countries[place.country or ""] if company else 0
    unit = company.units[place.country, place.admin1 or ""] if company else 0
    source = company.source.name if company and company.source else ""
    return {
        "population": f"population {place.population:,}",
        "extent": f"extent {place.radius_km:,.0f} km",
        "country": "a country",
        "capital": "a capital",
        "only": "the only place of that name",
        "listed first": "the best known of that name",
        "town of its name": "a unit whose town has the same name",
        "main name": "its main name",
        "like its name": f"a spelling of {place.name}",
        "kind": f"named as {kind}",
        "second kind": f"named as {kind}",
        "other kind": f"not named as {kind}",
        "inside": f"said to be in {noun}",
        "by": f"followed by {noun}",
        "same country": f"{same} other place{'' if same == 1 else 's'} in {place.country}",
        "people": f"{same} other place{'' if same == 1 else 's'} in {place.country}",
        "country named": "its country is named",
        "same unit": f"{unit} other place{'' if unit == 1 else 's'} in {place.admin1}",
        "near": "near the other places",
        "unsupported": "no other place in its country",
        "rival": "another place of that name is in a country that the report speaks of",
        "source": f"near {source}, where the report is from",
        "acronym": "an abbreviation rather than a name",
    }.get(feature, "")
