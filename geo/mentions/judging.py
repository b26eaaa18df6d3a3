"""Which names are places': each is weighed by its features, then again in the company of the document's other names."""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from gazetteer.place import Place
from geo.mentions.features import is_called
from geo.mentions.names import SPACES, WELL_KNOWN, Name
from geo.mentions.surroundings import Surroundings
from geo.mentions.words import name_words
from geo.weights import BIAS

ROUNDS = 3
LIST_GAP = re.compile(r"\s*(?:,|,?\s+and|,?\s+or|/|;)\s*(?:the )?", re.IGNORECASE)
WAY_GAP = re.compile(
    r"\s+(?:to|into|and\s+(?:on\s+)?to|via|through|across\s+to|as\s+far\s+as)\s+(?:the\s+)?", re.IGNORECASE
)
UNIT_GAP = re.compile(r",\s{1,2}|\s?\(")
FIRST = 5  # candidates of a name that are looked at
Company = Mapping[str, float]


def likelihoods(
    text: Surroundings, names: Sequence[Name], own: Sequence[Sequence[str]], weights: Mapping[str, float]
) -> list[float]:
    """Return how likely each name is a place's, 0..1.

    Parameters
    ----------
    text, names
        The names where they stand, in order.
    own
        The features of each.
    weights
        Points for each feature and the bias.
    """
    alone = [weights[BIAS] + sum(weights[feature] for feature in each) for each in own]
    found = [logistic(score) for score in alone]
    for _ in range(ROUNDS - 1):
        company = companies(text, names, found)
        found = [
            logistic(score + sum(weights[feature] * value for feature, value in each.items()))
            for score, each in zip(alone, company, strict=True)
        ]
    return found


def logistic(score: float) -> float:
    """Return the chance whose odds have this logarithm."""
    return 1 / (1 + math.exp(-score)) if score > -700 else 0.0


def companies(text: Surroundings, names: Sequence[Name], likely: Sequence[float]) -> Sequence[Company]:
    """Return for each name what the likelihoods of the document's other names make of it.

    "place elsewhere" is the mean likelihood of the other uses of a name and "no place elsewhere" what it lacks to 1;
    "beside a place" is that of the likelier neighbour in a list, "... of its country" where it may lie in the same one;
    "in a unit" is that of the country or unit around it that follows after a comma, "a unit of a place" the reverse;
    "from a place to it" is that of the other of two between which something moves;
    "only of a country named" tells of a name that can only be of a small place in a country in which others are.
    """
    found: list[dict[str, float]] = [{} for _ in names]
    uses = defaultdict(list)
    for number, name in enumerate(names):
        uses[_spelt(text, name)].append(number)
    for numbers in uses.values():
        total = sum(likely[n] for n in numbers)
        for n in numbers if len(numbers) > 1 else ():
            mean = (total - likely[n]) / (len(numbers) - 1)
            found[n] |= {"place elsewhere": mean, "no place elsewhere": 1 - mean}
    for n, value in _of_countries(names, list(uses.values()), likely):
        found[n]["only of a country named"] = value
    for each in pairwise(enumerate(names)):
        _add_neighbours(text, found, each, likely)
    return found


def _add_neighbours(
    text: Surroundings,
    found: Sequence[dict[str, float]],
    pair: tuple[tuple[int, Name], tuple[int, Name]],
    likely: Sequence[float],
) -> None:
    """Add what two names that follow each other say of one another, by what stands between them."""
    (one, first), (two, second) = pair
    gap = text.parse.text[text.parse.tokens[first.last].end : text.parse.tokens[second.first].start]
    if UNIT_GAP.fullmatch(gap) and _contains(second, first):
        found[one]["in a unit"], found[two]["a unit of a place"] = likely[two], likely[one]
    elif WAY_GAP.fullmatch(gap):
        found[one]["from a place to it"], found[two]["from a place to it"] = likely[two], likely[one]
    elif LIST_GAP.fullmatch(gap):
        alike = _share_country(first, second)
        for n, other in ((one, two), (two, one)):
            _raise(found[n], "beside a place", likely[other])
            _raise(found[n], "beside a place of its country", likely[other] * alike)


def _of_countries(
    names: Sequence[Name], uses: Sequence[Sequence[int]], likely: Sequence[float]
) -> Iterator[tuple[int, float]]:
    """Yield the names of small places in one country only, and how little speaks for the report's being of others.

    That is the likelihood of the likeliest other name of a place in that country, and half of what the likeliest of all
    other names lacks to 1: where nothing else is named, nothing speaks for or against a name.
    """
    told: dict[str | None, list[tuple[float, int]]] = defaultdict(list)  # by country, the likelihood of each spelling
    for group, numbers in enumerate(uses):
        if places := names[numbers[0]].places:
            told[places[0].country].append((max(likely[n] for n in numbers), group))
    first = {country: sorted(chances, reverse=True)[:2] for country, chances in told.items()}
    every = sorted((chance for chances in first.values() for chance in chances), reverse=True)[:2]
    for group, numbers in enumerate(uses):
        places = names[numbers[0]].places
        small = len({place.country for place in places}) == 1 and not any(_is_known_abroad(p) for p in places)
        if not small or not is_called(places[0], names[numbers[0]]):
            continue
        same = max((c for c, other in first.get(places[0].country, ()) if other != group), default=0.0)
        most = max((c for c, other in every if other != group), default=0.0)
        yield from ((n, same + (1 - most) / 2) for n in numbers)


def _is_known_abroad(place: Place) -> bool:
    """Tell whether a place is also spoken of where the report is about another country."""
    return place.kind in {"country", "admin1", "region", "water"} or place.population >= WELL_KNOWN


def _raise(company: dict[str, float], feature: str, value: float) -> None:
    if value > company.get(feature, 0.0):
        company[feature] = value


def _contains(unit: Name, name: Name) -> bool:
    """Tell whether a name's place may lie in a country's or unit's: "Attapeu, Laos", "Merida (Venezuela)"."""
    inside = {(place.country, place.admin1) for place in name.places}
    countries = {country for country, _ in inside}
    for place in unit.places[:FIRST]:
        if place.kind == "country" and (not inside or place.country in countries):
            return True
        if place.kind == "admin1" and (not inside or (place.country, place.name) in inside):
            return True
    return False


def _share_country(one: Name, other: Name) -> bool:
    """Tell whether two names may be of places in one country, below the country itself."""
    if not one.places or not other.places or "country" in {one.places[0].kind, other.places[0].kind}:
        return False
    countries = {place.country for place in one.places[:FIRST]}
    return any(place.country in countries for place in other.places[:FIRST])


def _spelt(text: Surroundings, name: Name) -> str:
    """Return what a name shares with its other uses: "oconee" for "Oconee" and "Oconee County"."""
    tokens, last = text.parse.tokens, name.last
    if last > name.first and text.word(last) in name_words().after:
        last -= 1
    return SPACES.sub(" ", text.parse.text[tokens[name.first].start : tokens[last].end]).lower()
