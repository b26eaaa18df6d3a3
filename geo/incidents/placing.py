"""A trigger and the place names of its text -> where the words put the event."""

from bisect import bisect_left
from dataclasses import replace
from functools import cache

from geo.dateline import dateline_end
from geo.lexicon import load_rows
from geo.model import Parse, PlacePrecision, Toponym, Where
from geo.syntax import ancestors

FINENESS = {
    "section": 0, "facility": 0, "populated_place": 1, "admin2": 2, "terrain": 3, "water": 3, "admin1": 4, "region": 5,
    "country": 6,
}  # fmt: skip
PRECISION: dict[str, PlacePrecision] = {
    "facility": 1, "populated_place": 1, "section": 2, "admin2": 3, "admin1": 4, "water": 5, "terrain": 5, "region": 5,
    "country": 6,
}  # fmt: skip
OPEN_WATERS = frozenset({"SEA", "OCN", "GULF", "STRT", "CHN"})
NEARBY_KM = 25.0  # what UCDP's precision 2 allows
FARTHEST = 9  # steps in the tree; beyond it the name belongs to something else


@cache
def _words(meaning: str) -> frozenset[str]:
    return frozenset(word for word, means in load_rows("placing", ("word", "meaning")) if means == meaning)


def head_token(parse: Parse, start: int, end: int) -> int | None:
    """Return the token of a span that hangs on a word outside it, or None where the span holds no token.

    Parameters
    ----------
    parse
        The text.
    start, end
        Characters of the span.
    """
    inside = parse.between(start, end)
    indices = {t.index for t in inside}
    return next((t.index for t in inside if t.head == t.index or t.head not in indices), None)


def place(parse: Parse, trigger: int, sentence: int, toponyms: tuple[Toponym, ...]) -> Where | None:
    """Return where a sentence puts an event: the nearest name in its tree, and the finest of those that nest.

    Parameters
    ----------
    parse
        The text.
    trigger
        Token index of the event's trigger.
    sentence
        Index of its sentence.
    toponyms
        All of the document's.
    """
    near = [(_steps(parse, trigger, head), number) for number, head in _places_of(parse, sentence, toponyms)]
    near = sorted((steps, number) for steps, number in near if steps <= FARTHEST)
    if not near:
        return None
    first = near[0][1]
    nested = [n for _, n in near if _nests(toponyms[n], toponyms[first])]
    best = min([first, *nested], key=lambda n: (FINENESS[_kind(toponyms[n])], near[0][1] != n))
    return where(parse, best, toponyms[best])


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
    if precision == 1 and _is_near(parse, toponym):
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


def _places_of(parse: Parse, sentence: int, toponyms: tuple[Toponym, ...]) -> list[tuple[int, int]]:
    """Return (number, head token) of the names in a sentence that can locate an event."""
    found = []
    span = parse.sentences[sentence]
    first = bisect_left(toponyms, max(span.start, dateline_end(parse.text)), key=lambda toponym: toponym.start)
    last = bisect_left(toponyms, span.end, lo=first, key=lambda toponym: toponym.start)
    for number in range(first, last):
        toponym = toponyms[number]
        head = head_token(parse, toponym.start, toponym.end)
        if toponym.role == "literal" and toponym.place and head is not None and not _belongs_elsewhere(parse, head):
            found.append((number, head))
    return found


def _belongs_elsewhere(parse: Parse, head: int) -> bool:
    """Tell whether a name says where something moves or someone comes from rather than where an event was."""
    token = parse.tokens[head]
    above = parse.tokens[token.head]
    if (
        token.dep == "pobj"
        and above.lemma in _words("elsewhere")
        and parse.tokens[above.head].lemma not in _words("nearby")
    ):
        return True
    governed = parse.tokens[above.head]
    return token.dep == "pobj" and above.lemma == "of" and governed.lemma in _words("people")


def _steps(parse: Parse, one: int, other: int) -> int:
    """Return the number of links between two tokens in the tree."""
    up = {one: 0} | {t.index: n for n, t in enumerate(ancestors(parse, one), 1)}
    if other in up:
        return up[other]
    for number, token in enumerate(ancestors(parse, other), 1):
        if token.index in up:
            return number + up[token.index]
    return FARTHEST + 1


def _kind(toponym: Toponym) -> str:
    return toponym.place.kind if toponym.place else "country"


def _nests(fine: Toponym, coarse: Toponym) -> bool:
    """Tell whether the first place may lie in the second: the same country, and finer."""
    if fine.place is None or coarse.place is None or FINENESS[fine.place.kind] >= FINENESS[coarse.place.kind]:
        return False
    if fine.place.country != coarse.place.country:
        return coarse.place.country is None
    return coarse.place.kind != "admin1" or fine.place.admin1 in {None, coarse.place.name}


def _is_near(parse: Parse, toponym: Toponym) -> bool:
    head = head_token(parse, toponym.start, toponym.end)
    if head is None:
        return False
    above = [parse.tokens[parse.tokens[head].head]]
    above.append(parse.tokens[above[0].head])
    return any(t.lemma in _words("nearby") for t in above)
