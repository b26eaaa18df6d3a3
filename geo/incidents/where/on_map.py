"""A toponym and the words above it -> the place of an event on the map, and how exactly it is known."""

import re
from collections.abc import Iterator
from dataclasses import replace

from gazetteer.place import Place
from geo.incidents.where.place_leads import settlements
from geo.incidents.where.place_names import head_token, words
from geo.model import Parse, Token, Toponym, Where
from geo.model.precision import precision_of
from geo.syntax import first_joined

OPEN_WATERS = frozenset({"SEA", "OCN", "GULF", "STRT", "CHN"})
OFFSHORE = re.compile(r"\b(?:nautical|off)\b", re.IGNORECASE)  # in words that say how far a place is from another
NEARBY_KM = 25.0  # what UCDP's precision 2 allows
WAY_KM = 50.0  # half of a long stretch of road
WAY_TO = re.compile(
    r"\b(?:road|highway|route)\s+from\s+(?:the\s+)?[A-Z][^,.;:]{1,40}\s+to\s+(?:the\s+)?$", re.IGNORECASE
)
LONGEST_WAY = 80  # characters of "the road from Kut to "
MOST_ABOVE = 5  # words above a name: "near the coast of the town of"


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
    lies = _lies(parse, toponym) if precision == 1 else None
    if lies == "way":
        precision, radius = 5, max(radius, WAY_KM)
    found = Where(number, toponym.place.lat, toponym.place.lon, precision, radius, inherited)
    return nearby(found) if lies == "nearby" else found


def _is_at_sea(place: Place) -> bool:
    """Tell whether a place is a sea's, or lies some way off a coast: "180 nautical miles off Salalah"."""
    if place.kind == "region":
        return OFFSHORE.search(place.name) is not None
    return place.kind == "water" and place.country is None and place.feature in OPEN_WATERS


def _lies(parse: Parse, toponym: Toponym) -> str | None:
    """Return how an event lies to a name by the first of the words above it that says so: "near", "the road out of"."""
    meanings = {"nearby": words("nearby"), "way": words("way") | {"between"}}
    if WAY_TO.search(parse.text, max(0, toponym.start - LONGEST_WAY), toponym.start):
        return "way"
    above = _words_above(parse, toponym)
    return next((meaning for t in above for meaning, said in meanings.items() if t.lemma in said), None)


def _words_above(parse: Parse, toponym: Toponym) -> Iterator[Token]:
    """Yield the words above a name: two, and on while they only say what it is or lead up to it: "near the port of"."""
    head = head_token(parse, toponym.start, toponym.end)
    if head is None:
        return
    head = first_joined(parse, parse.tokens[head]).index
    below, above = parse.tokens[head], parse.tokens[parse.tokens[head].head]
    yield above
    for _ in range(MOST_ABOVE):
        below, above = above, parse.tokens[above.head]
        yield above
        if above.dep != "prep" and not (below.lemma == "of" and above.lemma in settlements()):
            return
