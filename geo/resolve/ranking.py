"""Senses -> their candidates by score: the company that a name keeps is read off the shares of the round before."""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from gazetteer import Gazetteer
from gazetteer.names import key
from gazetteer.place import Place
from geo.model.record import record
from geo.resolve.company import Company, Shared, company, company_values
from geo.resolve.features import NO_PLACE, Values, own_values
from geo.resolve.sense import Key, Sense

ROUNDS = 3
BELIEVED, MOST_BELIEVED = 0.05, 6  # least share of a candidate that counts as company, and how many of a name
BESIDE = 100  # names on either side, by where a text first has them, that keep a name company: the time stays linear
OVERSHADOWS = 100  # times the people of a town abroad that no report means by a province's name without saying so
SUPPORT = frozenset({"same country", "country named", "source"})


@record
class Scored:
    """A candidate with its score and the features that made it."""

    place: Place
    score: float
    values: Values


@dataclass(frozen=True, slots=True)
class Ranked:
    """A sense's candidates, the best first, and the company that they were judged by."""

    scored: tuple[Scored, ...]
    company: Company | None


def rank(
    senses: Mapping[Key, Sense], gazetteer: Gazetteer, weights: Mapping[str, float], source: Place | None
) -> dict[Key, Ranked]:
    """Return each sense's candidates, the best first.

    Parameters
    ----------
    senses
        The document's.
    gazetteer
        Where the names of neighbours are looked up.
    weights
        Points for one of each feature.
    source
        Where the report is from, if known.
    """
    own = {
        k: [(place, own_values(sense, place, gazetteer)) for place in _likely(sense, _unnamed(sense, senses.values()))]
        for k, sense in senses.items()
    }
    actors = {k for k, sense in senses.items() if sense.actor}
    ranked = {k: Ranked(_ordered(candidates, None, weights, people=False), None) for k, candidates in own.items()}
    for _ in range(ROUNDS - 1):
        believed = {k: _believed(each, weights) if each.scored else [] for k, each in ranked.items()}
        named = list(believed.items())
        ranked = {
            k: _again(
                k, candidates, named[max(0, number - BESIDE) : number + BESIDE + 1], source, weights, actors=actors
            )
            for number, (k, candidates) in enumerate(own.items())
        }
    return ranked


def _unnamed(sense: Sense, senses: Collection[Sense]) -> Sequence[Place]:
    """Return a name's candidates; by a country's a report means no town that it calls in full: Mexico, Mexico City."""
    if not any(place.kind == "country" and key(place.name) == key(sense.spelling) for place in sense.candidates):
        return sense.candidates
    fuller = f"{sense.spelling.lower()} "
    called = {place.id for other in senses if other.spelling.lower().startswith(fuller) for place in other.candidates}
    return [place for place in sense.candidates if place.kind == "country" or place.id not in called]


def _likely(sense: Sense, places: Sequence[Place]) -> Sequence[Place]:
    """Return a name's candidates without villages abroad of a province's name: Chechnya near Donetsk."""
    if sense.containers or sense.kinds:
        return places
    provinces = [p for p in places if p.kind == "admin1" and key(p.name) == key(sense.spelling)]
    return [
        place
        for place in places
        if place.kind != "populated_place"
        or all(p.country == place.country or p.population < OVERSHADOWS * place.population for p in provinces)
    ]


def _believed(ranked: Ranked, weights: Mapping[str, float]) -> list[Shared]:
    """Return what a name may well mean, with its share: three towns of one province speak for it before any is sure."""
    parts = shares([scored.score for scored in ranked.scored], weights[NO_PLACE])
    pairs = list(zip(ranked.scored, parts, strict=False))[:MOST_BELIEVED]
    return [(scored.place, part) for scored, part in pairs if part >= BELIEVED]


def _again(
    sense: Key,
    candidates: list[tuple[Place, Values]],
    near: Sequence[tuple[Key, Sequence[Shared]]],
    source: Place | None,
    weights: Mapping[str, float],
    *,
    actors: Collection[Key],
) -> Ranked:
    others = {k: pairs for k, pairs in near if k != sense and pairs}
    around = company((pair for pairs in others.values() for pair in pairs), source)
    if all(k in actors for k in others):  # who acts or speaks, and from where, says little of where it was
        around = replace(around, placed=False)
    return Ranked(_ordered(candidates, around, weights, people=sense[0]), around)


def _ordered(
    candidates: list[tuple[Place, Values]], around: Company | None, weights: Mapping[str, float], *, people: bool
) -> tuple[Scored, ...]:
    shared = {"admin1", "populated_place"} <= {place.kind for place, _ in candidates}
    valued = [
        (place, own | company_values(place, around, people=people, shared=shared) if around else own)
        for place, own in candidates
    ]
    if any(is_supported(values) for _, values in valued):
        valued = [(p, v | {"rival": 1.0} if "unsupported" in v else v) for p, v in valued]
    scored = [Scored(p, sum(weights[name] * value for name, value in v.items()), v) for p, v in valued]
    return tuple(sorted(scored, key=lambda s: -s.score))


def is_supported(values: Values) -> bool:
    """Tell whether other names of the report, or where it is from, speak for a candidate's country."""
    return "unsupported" not in values and not SUPPORT.isdisjoint(values)


def shares(scores: Sequence[float], no_place: float) -> list[float]:
    """Return the softmax of the scores, with "none of these" among them at `no_place`."""
    top = max(*scores, no_place)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers) + math.exp(no_place - top)
    return [power / total for power in powers]
