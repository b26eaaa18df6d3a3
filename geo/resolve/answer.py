"""The stage itself: from ranked candidates to a toponym for each mention, with its confidence and its reasons."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from gazetteer import Gazetteer
from gazetteer.place import Place
from geo.model import Alternative, Document, Mention, Toponym
from geo.resolve.asides import placed_by_aside
from geo.resolve.confidence import NOTABLE, UNSURE, least_confidence
from geo.resolve.containment import (
    ADMINISTERED,
    is_holder,
    is_owned,
    is_post,
    is_site,
    lies_in,
    places_called,
    unit_of_country,
)
from geo.resolve.distance import kilometres
from geo.resolve.features import NO_PLACE
from geo.resolve.kinds import is_part_of_any
from geo.resolve.points import as_unit, between, inside, located, off
from geo.resolve.ranking import Ranked, is_supported, rank, shares
from geo.resolve.reasons import in_words
from geo.resolve.sense import Key, Sense
from geo.resolve.senses import first, other_key, senses_of
from geo.resolve.weights import calibrated, load_weights

MOST_ALTERNATIVES = 5
TELLING = 0.1  # points below which a feature is no reason
POST_KM = 100.0  # from all other places, beyond which no checkpoint of theirs lies
FAR_POST = "a checkpoint or the like, and no place of that name is near the others"
PART_KM = 25.0  # from a town's middle, within which its districts lie
CONTAINING = frozenset({"admin1", "admin2", "populated_place", "section"})  # too large is a country
LARGEST_KM = 200.0  # of a region or an island that says well enough where something is


@dataclass(frozen=True, slots=True)
class _Reading:
    """What answering asks for again and again."""

    gazetteer: Gazetteer
    weights: Mapping[str, float]
    senses: Mapping[Key, Sense]
    ranked: Mapping[Key, Ranked]
    text: str


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
        alternatives, and the reasons. No place where the name is an organisation's, where no place of the name lies in
        what the text says it lies in, or where no candidate is likely.
    """
    weights = load_weights()
    keys, senses = senses_of(mentions, document, gazetteer)
    source = source_place(document.source_location, gazetteer) if document.source_location else None
    reading = _Reading(gazetteer, weights, senses, rank(senses, gazetteer, weights, source), document.text)
    toponyms = [_toponym(mention, key, reading) for mention, key in zip(mentions, keys, strict=True)]
    toponyms = placed_by_aside(toponyms, mentions, document.text)
    holders = [_holder(mentions, number, senses.get(key), document) for number, key in enumerate(keys)]
    spoken = [senses[key].kinds if key in senses else () for key in keys]
    called = [(mention.surface, kinds) for mention, kinds in zip(mentions, spoken, strict=True)]
    return tuple(_placed_by_containers(toponyms, holders, called))


def source_place(location: str, gazetteer: Gazetteer) -> Place | None:
    """Return the place that a report is said to be from: "Boston" or "Columbus, Ohio"."""
    name, *containers = (part.strip() for part in location.split(","))
    places = gazetteer.candidates(name)
    units = [unit for container in containers for unit in gazetteer.candidates(container)]
    inside = (place for place in places if any(lies_in(place, unit) for unit in units))
    return first(inside) or first(unit for unit in units if unit.kind in ADMINISTERED) or first(places)


def _toponym(mention: Mention, key: Key, reading: _Reading) -> Toponym:
    if mention.fixed is not None:
        return _answer(mention, located(mention.fixed, reading.gazetteer), 1.0, ("coordinates in the text",))
    if mention.role == "organisation":
        return _answer(mention, None, 0.0, ("part of an organisation's name",))
    mention, key = _known_end(mention, key, reading)
    sense, ranked = reading.senses[key], reading.ranked[key]
    if mention.offset is None and is_site(mention, reading.text) and _is_astray(ranked):
        away = replace(mention, role="organisation")  # so that it keeps no event from where the text puts it
        return _answer(
            away, None, 0.0, ("a market, hospital or the like, and no place of that name is near the others",)
        )
    if not ranked.scored:
        return _answer(mention, None, 0.0, (sense.barred,))
    best, *others = ranked.scored
    raw, *rest = shares([scored.score for scored in ranked.scored], reading.weights[NO_PLACE])
    sure = calibrated(raw)
    left = (1 - sure) / (1 - raw) if raw < 1 else 0.0
    alternatives = tuple(
        Alternative(other.place, round(share * left, 4))
        for other, share in list(zip(others, rest, strict=True))[:MOST_ALTERNATIVES]
    )
    post = is_post(mention, reading.text) and sure < UNSURE and _is_far_off(best.place, ranked)
    if why := _why_not(sense, ranked, sure) or FAR_POST * post:
        return _answer(mention, None, 0.0, (why,))
    toponym = _answer(mention, best.place, round(sure, 4), _reasons(sense, ranked, reading.weights), alternatives)
    return _computed(toponym, mention, sense, reading)


def _known_end(mention: Mention, key: Key, reading: _Reading) -> tuple[Mention, Key]:
    """Return the mention of the second of two places and its key, where the first is in no gazetteer."""
    if mention.offset is None or not mention.offset.other or reading.ranked[key].scored:
        return mention, key
    return replace(mention, names=mention.offset.other, offset=None), other_key(mention.offset.other)


def _why_not(sense: Sense, ranked: Ranked, sure: float) -> str:
    """Return why the best candidate is not to be drawn, "" where it is."""
    best = ranked.scored[0]
    small = best.place.kind == "populated_place" and best.place.population < NOTABLE
    if sense.kinds[:1] == ("facility",) and small and "main name" not in best.values:
        return "a port or an airport, and only a small town goes by that name"
    if sense.astray and not is_supported(best.values):
        return f"it is said to lie in {', '.join(sense.containers)}, which is not in the gazetteer"
    if is_part_of_any(sense.spelling) and not is_supported(best.values):
        return "a part of any country, and nothing speaks of one that has such a unit"
    others = ranked.company.places if ranked.company else ()
    if sure < least_confidence(ranked.scored, sense, others):
        return f"no likely candidate: {best.place.name} ({best.place.country}) is the nearest"
    return ""


def _is_astray(ranked: Ranked) -> bool:
    """Tell whether a report has other places, and none speaks for the country of what a name likeliest means."""
    others = ranked.company is not None and bool(ranked.company.places)
    return others and not (ranked.scored and is_supported(ranked.scored[0].values))


def _is_far_off(best: Place, ranked: Ranked) -> bool:
    """Tell whether a report has other places, and all of them are far from what a name likeliest means."""
    others = ranked.company.places if ranked.company else ()
    return bool(others) and all(kilometres(best, other) > POST_KM for other, _ in others)


def _answer(
    mention: Mention,
    place: Place | None,
    confidence: float,
    reasons: tuple[str, ...],
    alternatives: tuple[Alternative, ...] = (),
) -> Toponym:
    return Toponym(mention.start, mention.end, mention.surface, mention.role, place, confidence, alternatives, reasons)


def _reasons(sense: Sense, ranked: Ranked, weights: Mapping[str, float]) -> tuple[str, ...]:
    """Return what speaks for and against the best candidate, the weightiest first."""
    best = ranked.scored[0]
    points = {name: weights[name] * value for name, value in best.values.items()}
    order = sorted((name for name in points if abs(points[name]) >= TELLING), key=lambda name: -abs(points[name]))
    reasons = in_words(best.place, sense, ranked.company)
    return tuple(reasons[name] for name in order if name in reasons)


def _computed(toponym: Toponym, mention: Mention, sense: Sense, reading: _Reading) -> Toponym:
    """Return a toponym at the place that its words mean: off the named place, between two, or the unit of its name."""
    place, offset, gazetteer = toponym.place, mention.offset, reading.gazetteer
    if place is None:
        return toponym
    if offset is None:
        unit = as_unit(place, sense.kinds)
        if unit is place or _is_part_of_town(place, sense, gazetteer):
            return toponym
        told = (f"the unit named after the town; known to about {unit.radius_km:.0f} km",)
        return replace(toponym, place=unit, reasons=(*told, *toponym.reasons))
    told = (f"reckoned from {place.name} ({place.country})",)
    if not offset.other:
        found = off(place, offset, mention.surface, gazetteer)
        return replace(toponym, place=found, alternatives=(), reasons=(*told, *toponym.reasons))
    second = reading.ranked[other_key(offset.other)].scored
    if not second:
        return toponym  # somewhere on the way from the one that is known
    other = second[0].place
    found = between(place, other, mention.surface, gazetteer)
    told = (f"between {place.name} and {other.name}",)
    return replace(toponym, place=found, alternatives=(), reasons=(*told, *toponym.reasons))


def _is_part_of_town(place: Place, sense: Sense, gazetteer: Gazetteer) -> bool:
    """Tell whether a place is called a district of a larger town, and lies there: "Saltivka district of Kharkiv"."""
    towns = places_called(sense.containers[0], gazetteer)[:1] if sense.containers else ()
    large = (town for town in towns if town.kind == "populated_place" and town.population > place.population)
    return any(kilometres(place, town) <= max(town.radius_km, PART_KM) for town in large)


def _holder(mentions: Sequence[Mention], number: int, sense: Sense | None, document: Document) -> int | None:
    """Return which mention says what another lies in, None where none does: the next, or the one that owns it."""
    if sense is None or not sense.containers:
        return None
    if (unit := unit_of_country(mentions, number, document.text)) is not None:
        return unit
    owned = number > 0 and _holds(mentions[number - 1], mentions[number], document.text)
    return number - 1 if owned else number + 1 if number + 1 < len(mentions) else None


def _holds(holder: Mention, mention: Mention, text: str) -> bool:
    """Tell whether the name before another says what that lies in."""
    return is_owned(holder, mention, text) or is_holder(holder, mention, text)


def _placed_by_containers(
    toponyms: list[Toponym], holders: Sequence[int | None], called: Sequence[tuple[str, tuple[str, ...]]]
) -> list[Toponym]:
    """Return the toponyms, an unknown name somewhere in the town, district or province that it is said to lie in.

    Parameters
    ----------
    toponyms
        The document's, in the order of its text.
    holders
        For each, which of them says what it lies in.
    called
        What each is called, and the kinds that the word beside its name speaks of.
    """
    for number, toponym in reversed(list(enumerate(toponyms))):  # what holds it may be held itself
        if toponym.place is None and (holder := holders[number]) is not None:
            around = toponyms[holder].place
            if around and (around.kind in CONTAINING or _is_small(around)):
                told = (*toponym.reasons, f"put in {around.name}, where it is said to lie")
                sure = toponyms[holder].confidence
                toponyms[number] = replace(
                    toponym, place=inside(around, *called[number]), confidence=sure, reasons=told
                )
    return toponyms


def _is_small(place: Place) -> bool:
    """Tell whether a region or an island is no larger than a province."""
    return place.kind in {"region", "terrain"} and place.radius_km <= LARGEST_KM
