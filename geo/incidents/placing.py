"""A trigger and the place names of its text -> where the words put the event."""

from dataclasses import dataclass, replace

from geo.dateline import dateline_end
from geo.incidents.candidates import Candidate, candidates, head_token, steps, words
from geo.model import Parse, PlacePrecision, Span, Toponym, Where
from geo.syntax import clause_of, conjuncts, name_span

FINENESS = {
    "section": 0, "facility": 0, "populated_place": 1, "admin2": 2, "terrain": 3, "water": 3, "admin1": 4, "region": 5,
    "country": 6,
}  # fmt: skip
PRECISION: dict[str, PlacePrecision] = {
    "facility": 1, "populated_place": 1, "section": 2, "admin2": 3, "admin1": 4, "water": 5, "terrain": 5, "region": 5,
    "country": 6,
}  # fmt: skip
OPEN_WATERS = frozenset({"SEA", "OCN", "GULF", "STRT", "CHN"})
UNITS = frozenset({"admin1", "admin2", "region", "country"})
NEARBY_KM = 25.0  # what UCDP's precision 2 allows
WAY_KM = 50.0  # half of a long stretch of road
IN_TOWN_KM = 40.0  # how far a district may lie from its town's point
DEGREE_KM = 111.2
FARTHEST = 9  # steps in the tree; beyond it the name belongs to something else
CLAUSE_STEPS = 3  # what leaving the event's clause counts


@dataclass(frozen=True, slots=True)
class Placing:
    """What a sentence says of an event's place: `toponym`, or only `name` where the gazetteer does not know it."""

    toponym: int | None
    name: str | None


def place(parse: Parse, trigger: int, toponyms: tuple[Toponym, ...]) -> Placing | None:
    """Return where a sentence puts an event, by the words alone; None where it says no place.

    The nearest name in the tree counts, those of the event's own clause first; of names that lie in one another, the
    finest. A name that the gazetteer does not know keeps the event from being put at another.

    Parameters
    ----------
    parse
        The text.
    trigger
        Token index of the word that tells of the event.
    toponyms
        All of the document's, in the order of the text.
    """
    ranked = _ranked(parse, trigger, toponyms)
    if not ranked:
        return None
    first = ranked[0]
    if first.toponym is None or toponyms[first.toponym].place is None:
        unit = next((c for c in ranked if _is_unit_of(c, first, toponyms)), None)
        return Placing(unit.toponym if unit else None, name_span(parse, first.head).text)
    clause = clause_of(parse, first.head)
    same = [c for c in ranked if clause_of(parse, c.head) == clause]  # finer names elsewhere are other places
    known = [c.toponym for c in same if c.toponym is not None and toponyms[c.toponym].place is not None]
    nested = [n for n in known if _nests(toponyms[n], toponyms[known[0]])]
    best = min([known[0], *nested], key=lambda n: (FINENESS[_kind(toponyms[n])], n == known[0]))
    return Placing(best, toponyms[best].surface)


def places(parse: Parse, trigger: int, toponyms: tuple[Toponym, ...]) -> tuple[Span, ...]:
    """Return the names by which a sentence puts an event somewhere: the nearest or finest, and those listed with it.

    Parameters
    ----------
    parse, trigger, toponyms
        As for `place`.

    Returns
    -------
    tuple of Span
        Names that the gazetteer does not know among them; () where the sentence says no place.
    """
    ranked = _ranked(parse, trigger, toponyms)
    if not ranked:
        return ()
    chosen = place(parse, trigger, toponyms)
    unknown = ranked[0].toponym is None or toponyms[ranked[0].toponym].place is None
    first = ranked[0] if unknown else next(c for c in ranked if chosen is not None and c.toponym == chosen.toponym)
    listed = [c for c in ranked if c is not first and _are_listed(parse, first.head, c.head)]
    return tuple(_span(parse, c, toponyms) for c in (first, *listed))


def _span(parse: Parse, candidate: Candidate, toponyms: tuple[Toponym, ...]) -> Span:
    if candidate.toponym is None:
        return name_span(parse, candidate.head)
    toponym = toponyms[candidate.toponym]
    return Span(toponym.start, toponym.end, toponym.surface)


def _are_listed(parse: Parse, one: int, other: int) -> bool:
    return other in conjuncts(parse, one) or one in conjuncts(parse, other)


def _ranked(parse: Parse, trigger: int, toponyms: tuple[Toponym, ...]) -> list[Candidate]:
    """Return the names that may locate an event, the likeliest first."""
    clause = clause_of(parse, trigger)
    near: list[tuple[int, int, Candidate]] = []
    for candidate in candidates(parse, trigger, toponyms):
        away = steps(parse, trigger, candidate.head, FARTHEST)
        if away <= FARTHEST:
            outside = clause_of(parse, candidate.head) != clause
            near.append((away + CLAUSE_STEPS * outside, candidate.head, candidate))
    return [candidate for *_, candidate in sorted(near, key=lambda entry: entry[:2])]


def _is_unit_of(unit: Candidate, name: Candidate, toponyms: tuple[Toponym, ...]) -> bool:
    """Tell whether a name is the district, province or country after an unknown one: "Barkin, Plateau State"."""
    if unit.toponym is None or not 0 < unit.head - name.head <= 6:
        return False
    return _kind(toponyms[unit.toponym]) in UNITS and toponyms[unit.toponym].place is not None


def where(parse: Parse, number: int, toponym: Toponym, *, inherited: bool = False) -> Where:
    """Return the place of a toponym as the place of an event, "near" and "north of" widening it.

    Parameters
    ----------
    parse
        The text.
    number
        The toponym's index in the report.
    toponym
        A toponym with a place.
    inherited
        True where the event's own sentence does not say so.
    """
    assert toponym.place is not None  # noqa: S101 (the caller chose it by its place)
    precision, radius = PRECISION[toponym.place.kind], toponym.place.radius_km
    if toponym.place.kind == "water" and toponym.place.country is None and toponym.place.feature in OPEN_WATERS:
        precision = 7
    if precision == 1 and _is_by(parse, toponym, "way"):
        precision, radius = 5, max(radius, WAY_KM)
    elif precision == 1 and _is_by(parse, toponym, "nearby"):
        precision, radius = 2, max(radius, NEARBY_KM)
    return Where(number, toponym.place.lat, toponym.place.lon, precision, radius, inherited)


def dateline(parse: Parse, toponyms: tuple[Toponym, ...]) -> Where | None:
    """Return the place at the head of a wire story or cable, where it was filed, as a place to inherit.

    Parameters
    ----------
    parse
        The text.
    toponyms
        All of the document's.
    """
    end = dateline_end(parse.text)
    inside = [(n, t) for n, t in enumerate(toponyms) if t.end <= end and t.place is not None and t.role == "literal"]
    if not inside:
        return None
    found = where(parse, *inside[0], inherited=True)
    return replace(found, precision=2, radius_km=max(found.radius_km, NEARBY_KM)) if found.precision == 1 else found


def _kind(toponym: Toponym) -> str:
    return toponym.place.kind if toponym.place else "country"


def _nests(fine: Toponym, coarse: Toponym) -> bool:
    """Tell whether the first place may lie in the second: the same country, and finer."""
    if fine.place is None or coarse.place is None:
        return False
    if coarse.place.kind == "populated_place":
        return _is_district_of(fine, coarse)
    if FINENESS[fine.place.kind] >= FINENESS[coarse.place.kind]:
        return False
    if fine.place.country != coarse.place.country:
        return coarse.place.country is None
    return coarse.place.kind != "admin1" or fine.place.admin1 in {None, coarse.place.name}


def _is_district_of(fine: Toponym, town: Toponym) -> bool:
    """Tell whether a place is a part of a town, or a unit around it that is smaller than a province."""
    assert fine.place is not None and town.place is not None  # noqa: S101, PT018 (`_nests` looked)
    if fine.place.kind not in {"section", "facility"} or fine.place.country != town.place.country:
        return False
    apart = max(abs(fine.place.lat - town.place.lat), abs(fine.place.lon - town.place.lon))
    return apart * DEGREE_KM <= IN_TOWN_KM


def _is_by(parse: Parse, toponym: Toponym, meaning: str) -> bool:
    """Tell whether the words right above a name have a meaning in the lexicon: "near", "the road to"."""
    head = head_token(parse, toponym.start, toponym.end)
    if head is None:
        return False
    above = [parse.tokens[parse.tokens[head].head]]
    above.append(parse.tokens[above[0].head])
    return any(t.lemma in words(meaning) for t in above)
