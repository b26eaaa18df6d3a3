"""Mentions + gazetteer -> toponyms: which place each name means, how sure that is, and why."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from gazetteer import Gazetteer
from gazetteer.curated import load_country_names
from gazetteer.names import key
from gazetteer.place import Place
from geo.lexicon import load_rows
from geo.model import Alternative, Document, Mention, Toponym

# What a candidate's score is made of; one point is a factor e in the odds. Each was raised and lowered by 1.6 in turn
# on the development corpora (LGL, GeoWebNews, GeoVirus, WOTR), kept where their mean accuracy rose, and rounded;
# "country" was then put back up, since a country shown as a village is the worse error. "source" is a guess: no corpus
# has it.
WEIGHTS = {
    "population": 0.5,  # for each tenfold of inhabitants: readers mean the larger town
    "country": 2.0,  # a country's name means the country
    "admin1": -1.0,  # a unit's people are counted again in its towns, which bare names mean sooner
    "capital": 1.5,  # a country's seat of government
    "extent": 1.5,  # for each tenfold of radius of what has no inhabitants: seas, rivers, regions, ranges
    "only": 1.0,  # no other place has that name
    "listed first": 0.6,  # the gazetteer holds it the most prominent of that name
    "admin2": -1.0,  # second-order units are mostly named with "county" or "district", towns bare
    "main name": 1.0,  # the spelling is the place's own name, not one of its others
    "kind": 2.5,  # the word beside the name ("province", "river") speaks of this kind
    "other kind": -3.0,  # it speaks of another kind, and is no part of the place's own name
    "container": 5.0,  # "Paris, Texas": the next name is the state or country it lies in
    "same country": 3.0,  # share of the document's other places that lie in its country
    "same unit": 2.5,  # share of them that lie in its first-order unit
    "near": 6.0,  # how near the document's other places are, 0..1
    "source": 4.0,  # the document comes from there, 0..1
}
EXTENSIVE = frozenset({"water", "terrain", "region"})
LEAST_POPULATION = 1000  # for places whose inhabitants nobody counted
NO_PLACE = 2.5  # score of "a place that the gazetteer lacks": a lone hamlet without support gets about even odds
NEAR_KM = 90.0  # distance at which nearness has fallen to 1/e
NEIGHBOURS = 5  # nearest places that count for nearness
MOST_CANDIDATES = 40
MOST_ALTERNATIVES = 5
ROUNDS = 3  # the context is read off the choices of the round before
SAME_UNIT, SAME_COUNTRY = 0.6, 0.3  # nearness, at the least, to where the report is from
KM_PER_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class _Scored:
    """A candidate with its score and what made it, each part as (reason, points)."""

    place: Place
    score: float
    parts: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class _Name:
    """A name that the document uses once or more: one sense for all its uses."""

    candidates: tuple[Place, ...]
    kinds: tuple[str, ...]
    spelling: str
    containers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Context:
    """What the other names of the document, and its source, say of where it is about."""

    places: tuple[Place, ...]
    countries: Counter[str]
    units: Counter[tuple[str | None, str]]
    source: Place | None


def resolve(mentions: Sequence[Mention], document: Document, gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """Return a toponym for each mention, in the same order.

    Parameters
    ----------
    mentions
        The document's mentions, in the order of its text.
    document
        Its text joins names ("Paris, Texas"); its source location, if known, is taken as a neighbour.
    gazetteer
        Where candidates come from.

    Returns
    -------
    tuple of Toponym
        With the likeliest place, its confidence (a softmax over the candidates and "none of these"), up to five
        alternatives, and the reasons. No place where the name is an organisation's or no candidate is likely.
    """
    names = _names(mentions, document, gazetteer)
    source = _source(document.source_location, gazetteer) if document.source_location else None
    ranked = {spelling: _rank(name, None) for spelling, name in names.items()}
    for _ in range(ROUNDS - 1):
        chosen = {spelling: scored[0].place for spelling, scored in ranked.items() if scored}
        ranked = {spelling: _rank(name, _context(chosen, spelling, source)) for spelling, name in names.items()}
    return tuple(_toponym(mention, ranked.get(_spelling(mention), [])) for mention in mentions)


def _spelling(mention: Mention) -> str:
    return "" if mention.role == "organisation" else f"{mention.role == 'demonym'}:{mention.names[0].casefold()}"


def _first(places: Iterable[Place]) -> Place | None:
    return next(iter(places), None)


def _source(location: str, gazetteer: Gazetteer) -> Place | None:
    """Return the place that a report is said to be from: "Boston" or "Columbus, Ohio"."""
    name, *containers = (part.strip() for part in location.split(","))
    places = gazetteer.candidates(name)
    return _first(p for p in places if any(_lies_in(p, c) for c in containers)) or _first(places)


# ---------------------------------------------------------------- candidates


def _names(mentions: Sequence[Mention], document: Document, gazetteer: Gazetteer) -> dict[str, _Name]:
    containers = _containers(mentions, document)
    names: dict[str, _Name] = {}
    for mention in mentions:
        spelling = _spelling(mention)
        if spelling and spelling not in names:
            within = tuple(c for m, c in containers if _spelling(m) == spelling)
            names[spelling] = _name(mention, within, gazetteer)
    return names


def _name(mention: Mention, containers: tuple[str, ...], gazetteer: Gazetteer) -> _Name:
    kinds = _kinds(mention.names[0])
    if mention.role == "demonym" and (countries := _by_demonym(mention.surface, gazetteer)):
        return _Name(countries, (), mention.surface, containers)
    for name in mention.names:
        candidates = gazetteer.candidates(name)
        if candidates:
            return _Name(candidates[:MOST_CANDIDATES], kinds, name, containers)
    return _Name((), kinds, mention.names[0], containers)


def _containers(mentions: Sequence[Mention], document: Document) -> list[tuple[Mention, str]]:
    """Return each mention that a comma and another name follow, with that name: "Paris, Texas"."""
    found = []
    for mention, following in pairwise(mentions):
        gap = document.text[mention.end : following.start].strip()
        if gap == "," or (gap == "(" and document.text[following.end : following.end + 1] == ")"):
            found.append((mention, following.names[0]))
    return found


@cache
def _kind_words() -> dict[tuple[str, str], tuple[str, ...]]:
    """Return {(position, word): kinds of place that the word speaks of}."""
    rows = load_rows("place_nouns", ("word", "position", "kinds"))
    return {(position, word): tuple(kinds.split("|")) for word, position, kinds in rows}


def _kinds(name: str) -> tuple[str, ...]:
    """Return the kinds of place that a name's first or last word speaks of."""
    words = name.lower().split()
    if len(words) < 2:
        return ()
    return _kind_words().get(("after", words[-1])) or _kind_words().get(("before", words[0])) or ()


@cache
def _codes() -> dict[str, tuple[str, ...]]:
    """Return {demonym: the countries that it may mean, the likelier first}."""
    codes: dict[str, tuple[str, ...]] = {}
    for demonym, country, _ in load_rows("demonyms", ("demonym", "country", "kind")):
        codes[demonym] = (*codes.get(demonym, ()), country)
    return codes


@cache
def _country_names() -> dict[str, tuple[str, ...]]:
    """Return {country code: names of the country}."""
    names: dict[str, tuple[str, ...]] = {}
    for name, country in load_country_names().items():
        names[country] = (*names.get(country, ()), name)
    return names


def _by_demonym(surface: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    codes = _codes().get(surface) or _codes().get(surface.removesuffix("s")) or ()
    countries = (_country(code, gazetteer) for code in codes)
    return tuple(country for country in countries if country is not None)


def _country(code: str, gazetteer: Gazetteer) -> Place | None:
    places = (place for name in _country_names().get(code, ()) for place in gazetteer.candidates(name))
    return _first(place for place in places if place.kind == "country" and place.country == code)


# ---------------------------------------------------------------- scores


def _context(chosen: dict[str, Place], spelling: str, source: Place | None) -> _Context:
    """Return what the places chosen for the other names say."""
    others = tuple({place.id: place for name, place in chosen.items() if name != spelling}.values())
    countries = Counter(place.country for place in others if place.country)
    units = Counter((place.country, place.admin1) for place in others if place.admin1)
    return _Context(others, countries, units, source)


def _rank(name: _Name, context: _Context | None) -> list[_Scored]:
    """Return a name's candidates with their scores, the best first."""
    scored = []
    for place in name.candidates:
        parts = [*_own_parts(name, place), *(_context_parts(place, context) if context else ())]
        scored.append(_Scored(place, sum(points for _, points in parts), tuple(parts)))
    return sorted(scored, key=lambda s: -s.score)


def _own_parts(name: _Name, place: Place) -> list[tuple[str, float]]:
    """Return the points that a candidate has by itself."""
    parts = [_size(place), *_naming_parts(name, place)]
    if place.kind in WEIGHTS:
        parts.append((f"kind {place.kind}", WEIGHTS[place.kind]))
    if place.feature == "PPLC":
        parts.append(("a capital", WEIGHTS["capital"]))
    if len(name.candidates) == 1:
        parts.append(("the only place of that name", WEIGHTS["only"]))
    if place is name.candidates[0]:
        parts.append(("the best known of that name", WEIGHTS["listed first"]))
    return parts


def _size(place: Place) -> tuple[str, float]:
    """Return the points for a place's inhabitants, or for the reach of what has none."""
    if place.kind in EXTENSIVE and not place.population:
        return f"extent {place.radius_km:,.0f} km", WEIGHTS["extent"] * max(0.0, math.log10(place.radius_km))
    points = WEIGHTS["population"] * math.log10(max(place.population, LEAST_POPULATION))
    return f"population {place.population:,}" if place.population else "", points


def _naming_parts(name: _Name, place: Place) -> list[tuple[str, float]]:
    """Return the points for how the text names a place: its main name, its kind, what it lies in."""
    parts, kind = [], place.kind.replace("_", " ")
    own = key(place.name) == key(name.spelling)
    if own:
        parts.append(("its main name", WEIGHTS["main name"]))
    if place.kind in name.kinds:
        parts.append((f"named as {kind}", WEIGHTS["kind"]))
    elif name.kinds and not own:
        parts.append((f"not named as {kind}", WEIGHTS["other kind"]))
    within = next((c for c in name.containers if _lies_in(place, c)), None)
    if within:
        parts.append((f"followed by {within}", WEIGHTS["container"]))
    return parts


def _lies_in(place: Place, container: str) -> bool:
    """Tell whether a place lies in the state or country of a name."""
    name = key(container)
    if place.admin1 and place.kind != "admin1" and key(place.admin1) == name:
        return True
    return place.kind != "country" and any(key(n) == name for n in _country_names().get(place.country or "", ()))


def _context_parts(place: Place, context: _Context) -> list[tuple[str, float]]:
    """Return the points that a candidate has by the company it keeps."""
    parts = []
    total = sum(context.countries.values())
    if place.country and (same := context.countries[place.country]):
        parts.append((f"{same} other places in {place.country}", WEIGHTS["same country"] * same / total))
    if place.admin1 and (same := context.units[place.country, place.admin1]):
        parts.append((f"{same} other places in {place.admin1}", WEIGHTS["same unit"] * same / total))
    if near := _nearness(place, context.places):
        parts.append(("near the other places", WEIGHTS["near"] * near))
    if context.source and (near := _nearness_to_source(place, context.source)):
        parts.append((f"near {context.source.name}, where the report is from", WEIGHTS["source"] * near))
    return parts


def _nearness(place: Place, others: Sequence[Place], neighbours: int = NEIGHBOURS) -> float:
    """Return the mean nearness, 0..1, of the nearest few places; countries have no whereabouts to be near to."""
    if place.kind == "country":
        return 0.0
    near = sorted((_closeness(place, other) for other in others if other.kind != "country"), reverse=True)[:neighbours]
    return sum(near) / neighbours


def _nearness_to_source(place: Place, source: Place) -> float:
    """Return how near a place is to where the report is from, 0..1; one unit, or one country, is near by itself."""
    same_country = place.country is not None and place.country == source.country
    same_unit = same_country and place.admin1 is not None and place.admin1 == source.admin1
    least = SAME_UNIT if same_unit else SAME_COUNTRY if same_country else 0.0
    return max(_nearness(place, (source,), 1), least)


def _closeness(a: Place, b: Place) -> float:
    """Return 1 for the same point, falling by e every `NEAR_KM`; on a plane, which will do for a few hundred km."""
    north = abs(a.lat - b.lat)
    if north > 6:
        return 0.0
    apart = abs(a.lon - b.lon)
    east = min(apart, 360 - apart) * math.cos(math.radians(a.lat))
    return math.exp(-KM_PER_DEGREE * math.hypot(north, east) / NEAR_KM)


# ---------------------------------------------------------------- the answer


def _toponym(mention: Mention, ranked: Sequence[_Scored]) -> Toponym:
    if mention.role == "organisation":
        return _unplaced(mention, "part of an organisation's name")
    if not ranked:
        return _unplaced(mention, "not in the gazetteer")
    if ranked[0].score < NO_PLACE:
        return _unplaced(mention, f"no likely candidate: {ranked[0].place.name} is the nearest")
    shares = _shares([scored.score for scored in ranked])
    best = ranked[0]
    reasons = tuple(
        reason for reason, points in sorted(best.parts, key=lambda p: -abs(p[1])) if reason and abs(points) >= 0.1
    )
    others = tuple(
        Alternative(scored.place, round(share, 4))
        for scored, share in list(zip(ranked, shares, strict=True))[1 : MOST_ALTERNATIVES + 1]
    )
    return Toponym(
        mention.start, mention.end, mention.surface, mention.role, best.place, round(shares[0], 4), others, reasons
    )


def _unplaced(mention: Mention, reason: str) -> Toponym:
    return Toponym(mention.start, mention.end, mention.surface, mention.role, None, 0.0, (), (reason,))


def _shares(scores: Sequence[float]) -> list[float]:
    """Return the softmax of the scores, with "none of these" among them at `NO_PLACE`."""
    top = max(*scores, NO_PLACE)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers) + math.exp(NO_PLACE - top)
    return [power / total for power in powers]
