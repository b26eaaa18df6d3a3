"""Which names are places': each is weighed by its features, then again in the company of the document's other names."""

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from geo.mentions.spans import SPACES, Name
from geo.mentions.surroundings import Surroundings
from geo.mentions.weights import BIAS
from geo.mentions.words import name_words

ROUNDS = 3
LIST_GAP = re.compile(r"\s*(?:,|,?\s+and|,?\s+or|/|;)\s*(?:the )?")
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
    "in a unit" is that of the country or unit around it that follows after a comma, "a unit of a place" the reverse.
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
    for (one, first), (two, second) in pairwise(enumerate(names)):
        gap = text.parse.text[text.parse.tokens[first.last].end : text.parse.tokens[second.first].start]
        if UNIT_GAP.fullmatch(gap) and _contains(second, first):
            found[one]["in a unit"], found[two]["a unit of a place"] = likely[two], likely[one]
        elif LIST_GAP.fullmatch(gap):
            alike = _share_country(first, second)
            for n, other in ((one, two), (two, one)):
                _raise(found[n], "beside a place", likely[other])
                _raise(found[n], "beside a place of its country", likely[other] * alike)
    return found


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
