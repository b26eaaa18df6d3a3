"""What the other names of a document say of a candidate: whether they speak for its country, unit and whereabouts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gazetteer.place import Place
from geo.resolve.distance import NOWHERE_NEAR, closeness
from geo.resolve.features import Values

GREAT = 1_000_000  # inhabitants from which a place is named in reports on any country
LIKELY = 0.5  # share from which a name is taken to mean a country
DOUBT = 2.0  # places by which each share of the company is smoothed: two of two prove less than ten of ten
SUPPORTED = 0.3  # share of one other name in a place's country with which it is not without support
MINORITY = 0.15  # share of all other names that a country far from the rest needs for that
CLOSE = 0.1  # nearness, by share, of one other name with which a place is not far from the rest
NEIGHBOURS = 5  # nearest places that count for nearness
SAME_UNIT, SAME_COUNTRY = 0.6, 0.3  # nearness, at the least, to where the report is from
Shared = tuple[Place, float]  # a place, and the share of its name's candidates that it has, 0..1


@dataclass(frozen=True, slots=True)
class Company:
    """What the other names, and the source, say of where a document is about; not `placed`, they only act or speak.

    `spots` are those of the places that are no countries, which have no whereabouts to be near to.
    """

    places: tuple[Shared, ...]
    spots: tuple[Shared, ...]
    countries: Mapping[str, float]
    units: Mapping[tuple[str | None, str], float]
    named: frozenset[str]
    source: Place | None
    placed: bool = True


def company(others: Iterable[Shared], source: Place | None) -> Company:
    """Return what the places that the other names may mean say, each place once."""
    held: dict[str, Shared] = {}
    for place, share in others:
        if place.id not in held or held[place.id][1] < share:
            held[place.id] = place, share
    places = tuple(held.values())
    countries: dict[str, float] = {}
    units: dict[tuple[str | None, str], float] = {}
    for place, share in places:
        if place.country:
            countries[place.country] = countries.get(place.country, 0.0) + share
        if place.admin1:
            unit = place.country, place.admin1
            units[unit] = units.get(unit, 0.0) + share
    named = {p.country for p, share in places if p.country and p.kind == "country" and share > LIKELY}
    spots = tuple(pair for pair in places if pair[0].kind != "country")
    return Company(places, spots, countries, units, frozenset(named), source)


def company_values(place: Place, company: Company, *, people: bool = False, shared: bool = False) -> Values:
    """Return the features that a candidate has by the company it keeps, without those that are 0.

    With `people`, the name is a word for the people of a country; with `shared`, a town and a first-order unit bear it.
    """
    values: Values = {}
    total = sum(company.countries.values()) + DOUBT
    same = company.countries.get(place.country or "", 0.0)
    if same:
        values["people" if people else "same country"] = same / total
    seat = place.feature == "PPLC" and place.country in company.named  # "Washington" beside "U.S." among others
    known_anywhere = place.kind == "country" or place.population >= GREAT or seat
    told = bool(company.countries) and company.placed
    if told and place.country and not known_anywhere and not _has_support(place, same, company):
        values["unsupported"] = 1.0
    if place.country in company.named and place.kind != "country":
        values["country named"] = 1.0
    if place.admin1 and (near_by := company.units.get((place.country, place.admin1))):
        values["same unit"] = near_by / total
    if shared and place.kind == "admin1" and (peers := _units_among(company.spots)):
        values["unit among units"] = peers
    if near := _nearness(place, company.spots):
        values["near"] = near
    if company.source and (near := _nearness_to_source(place, company.source)):
        values["source"] = near
        values.pop("unsupported", None)
    return values


def _has_support(place: Place, same: float, company: Company) -> bool:
    """Tell whether other names speak for a candidate's country: more than a few far from it, which may be as wrong."""
    if same < SUPPORTED:
        return False
    close = any(share * closeness(place, other) >= CLOSE for other, share in company.spots)
    return close or same >= MINORITY * sum(company.countries.values())


def _units_among(spots: Sequence[Shared]) -> float:
    """Return the share of first-order units among the places below a country."""
    below = sum(share for _, share in spots)
    return sum(share for spot, share in spots if spot.kind == "admin1") / below if below else 0.0


def _nearness(place: Place, spots: Sequence[Shared], neighbours: int = NEIGHBOURS) -> float:
    """Return the mean nearness, 0..1, of the nearest few places; countries have no whereabouts to be near to."""
    if place.kind == "country":
        return 0.0
    near = [share * closeness(place, spot) for spot, share in spots if abs(spot.lat - place.lat) <= NOWHERE_NEAR]
    return sum(sorted(near, reverse=True)[:neighbours]) / neighbours


def _nearness_to_source(place: Place, source: Place) -> float:
    """Return how near a place is to where the report is from, 0..1; one unit, or one country, is near by itself."""
    same_country = place.country is not None and place.country == source.country
    same_unit = same_country and place.admin1 is not None and place.admin1 == source.admin1
    least = SAME_UNIT if same_unit else SAME_COUNTRY if same_country else 0.0
    near = 0.0 if source.kind == "country" else _nearness(place, ((source, 1.0),), 1)
    return max(near, least)
