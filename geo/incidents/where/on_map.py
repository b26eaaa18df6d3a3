"""A toponym and the words above it -> the place of an event on the map, and how exactly it is known."""

import re
from dataclasses import replace

from gazetteer.place import Place
from geo.incidents.where.place_names import head_token, words
from geo.model import Parse, Toponym, Where
from geo.model.precision import precision_of

OPEN_WATERS = frozenset({"SEA", "OCN", "GULF", "STRT", "CHN"})
OFFSHORE = re.compile(r"\b(?:nautical|off)\b", re.IGNORECASE)  # in words that say how far a place is from another
NEARBY_KM = 25.0  # what UCDP's precision 2 allows
WAY_KM = 50.0  # half of a long stretch of road


def nearby(exact: Where) -> Where:
    """Return an exact place as one that something was near to.

    Parameters
    ----------
    exact
        A place as of an event at it.
    """
    return replace(exact, precision=2, radius_km=max(exact.radius_km, NEARBY_KM))


def where(parse: Parse, number: int, toponym: Toponym, *, inherited: bool = False) -> Where:
    """Return the place of a toponym as the place of an event, "near" and "north of" widening it.

    Parameters
    ----------
    parse, number
        The text, and the toponym's index in the report.
    toponym
        A toponym with a place.
    inherited
        True where the event's own sentence does not say so.
    """
    assert toponym.place is not None  # noqa: S101 (the caller chose it by its place)
    precision, radius = precision_of(toponym.place), toponym.place.radius_km
    if _is_at_sea(toponym.place):
        precision = 7
    if precision == 1 and _is_by(parse, toponym, "way"):
        precision, radius = 5, max(radius, WAY_KM)
    elif precision == 1 and _is_by(parse, toponym, "nearby"):
        return nearby(Where(number, toponym.place.lat, toponym.place.lon, precision, radius, inherited))
    return Where(number, toponym.place.lat, toponym.place.lon, precision, radius, inherited)


def _is_at_sea(place: Place) -> bool:
    """Tell whether a place is a sea's, or lies some way off a coast: "180 nautical miles off Salalah"."""
    if place.kind == "region":
        return OFFSHORE.search(place.name) is not None
    return place.kind == "water" and place.country is None and place.feature in OPEN_WATERS


def _is_by(parse: Parse, toponym: Toponym, meaning: str) -> bool:
    """Tell whether the words right above a name have a meaning in the lexicon: "near", "the road out of"."""
    head = head_token(parse, toponym.start, toponym.end)
    if head is None:
        return False
    while parse.tokens[head].dep == "conj" and parse.tokens[head].head != head:
        head = parse.tokens[head].head
    above = [parse.tokens[parse.tokens[head].head]]
    above.append(parse.tokens[above[0].head])
    if above[1].dep == "prep":
        above.append(parse.tokens[above[1].head])
    meant = words(meaning) | ({"between"} if meaning == "way" else frozenset())
    return any(t.lemma in meant for t in above)
