"""A trigger and the place names of its text -> where the words put the event."""

import re

from geo.incidents.afterwards import is_afterwards
from geo.incidents.counted_from import is_of_the_counted
from geo.incidents.in_care import is_in_care
from geo.incidents.reprisals import is_of_reprisal
from geo.incidents.speech import belongs_to_speaker, is_added, is_said_beside
from geo.incidents.where.finer_place import spot_before
from geo.incidents.where.linking import links
from geo.incidents.where.nesting import FINENESS, kind_of, nests
from geo.incidents.where.on_map import NEARBY_KM, nearby, where
from geo.incidents.where.place_by_preposition import (
    is_an_end,
    is_of_past,
    is_whence,
    plainly_in,
    taken_from,
    unknown_in,
)
from geo.incidents.where.place_leads import settlements
from geo.incidents.where.place_names import Candidate, candidates, coast_of, is_no_place, own_name, words
from geo.incidents.where.place_otherwise import Placing, is_part, of_head, of_people, of_unknown, span_of, text_of
from geo.incidents.where.pointing import pointed_at
from geo.incidents.where.streets import is_of_a_way, town_of_street
from geo.incidents.where.titles import place_of_title
from geo.model import Parse, Span, Toponym, Where
from geo.model.precision import TOWNS
from geo.model.remembered import remembered
from geo.syntax import children, clause_of, conjuncts

WIDE = frozenset({"water", "terrain"})
AT_TOWN = re.compile(r"\s+(?:near|at|outside|off|close\s+to)\s+(?:the\s+(?:town|city|village)\s+of\s+)?", re.IGNORECASE)
UNITS = frozenset({"admin1", "region", "country"})


# What a name may say instead of where an event was: of what came before or after it, and of those who speak.
LAID_BESIDE = (is_of_reprisal, is_afterwards, is_in_care, is_of_the_counted)
OFF = (is_said_beside, is_added, is_an_end, is_of_past, *LAID_BESIDE)


@remembered
def place(parse: Parse, trigger: int, toponyms: tuple[Toponym, ...]) -> Placing | None:
    """Return where a sentence puts an event, by the words alone; None where it says no place.

    The likeliest name counts; of names that lie in one another, the finest. A name that the gazetteer does not know
    keeps the event from being put at another. Names that stand for people or power locate nothing.

    Parameters
    ----------
    parse, trigger
        The text, and the token index of the word that tells of the event.
    toponyms
        All of the document's, in the order of the text.
    """
    linked = _likely(parse, trigger, toponyms)
    linked = _of_own_clause(parse, trigger, linked, toponyms) or linked
    if linked and _is_of_next_verb(parse, linked[0], trigger):
        linked = plainly_in(parse, clause_of(parse, trigger), toponyms) or linked
    taken = taken_from(parse, trigger, toponyms)
    if parse.tokens[trigger].lemma in words("lifts"):
        linked = [name for name in taken if name.toponym is not None and _may_locate(parse, name, toponyms)] or linked
    if linked and is_of_a_way(parse, linked[0]):
        at = [*plainly_in(parse, trigger, toponyms), *unknown_in(parse, trigger, toponyms)]
        linked = [name for name in at if not is_of_a_way(parse, name)][:1] or linked
    if not linked:
        plain = (taken, unknown_in(parse, trigger, toponyms), plainly_in(parse, trigger, toponyms))
        linked = [name for name in next(filter(None, plain), ()) if _may_locate(parse, name, toponyms)]
        linked = [n for n in linked if not any(off(parse, n.head, trigger) for off in LAID_BESIDE)]
    if not linked:
        number = pointed_at(parse, trigger, toponyms)
        number = town_of_street(parse, trigger, toponyms) if number is None else number
        title = None if number is None else place_of_title(parse, trigger, toponyms)
        if number is None or (title is not None and title[1].start > toponyms[number].start):
            return of_head(parse, trigger, toponyms) or of_people(parse, trigger, toponyms)
        return Placing(number, toponyms[number].surface, inherited=True)
    first = _first_listed(parse, linked[0], toponyms)
    if first.toponym is None or toponyms[first.toponym].place is None or _is_part_elsewhere(parse, first, toponyms):
        town = town_of_street(parse, trigger, toponyms)
        return (
            Placing(town, text_of(parse, first), inherited=True)
            if town is not None
            else of_unknown(parse, trigger, first, toponyms)
        )
    return _finest(parse, trigger, first, linked, toponyms)


def _likely(parse: Parse, trigger: int, toponyms: tuple[Toponym, ...]) -> list[Candidate]:
    """Return the names that say where an event was, the likeliest first."""
    likely = (own_name(parse, link.name, toponyms) for link in links(parse, trigger, toponyms))
    linked = [name for name in likely if _may_locate(parse, name, toponyms)]
    linked = [name for name in linked if not belongs_to_speaker(parse, name.head, trigger)]
    linked = [n for n in linked if not any(off(parse, n.head, trigger) for off in OFF) and not _is_after_day(parse, n)]
    headed = (
        linked
        and is_whence(parse, linked[0])
        and not taken_from(parse, trigger, toponyms)
        and of_head(parse, trigger, toponyms) is not None
    )
    return [] if headed else linked


def _of_own_clause(
    parse: Parse, trigger: int, linked: list[Candidate], toponyms: tuple[Toponym, ...]
) -> list[Candidate]:
    """Return the known names of an event's own clause, where the likeliest is another's: "mourned a killing in Kut"."""
    clause = clause_of(parse, trigger)
    if not linked or clause_of(parse, linked[0].head) == clause:
        return []
    plain = (name for name in plainly_in(parse, trigger, toponyms) if clause_of(parse, name.head) == clause)
    return [name for name in plain if name.toponym is not None and toponyms[name.toponym].place is not None]


def _finest(
    parse: Parse, trigger: int, first: Candidate, linked: list[Candidate], toponyms: tuple[Toponym, ...]
) -> Placing:
    """Return the finest place that the words give within or beside a known one."""
    assert first.toponym is not None  # noqa: S101 (the caller asked)
    clause, number = clause_of(parse, first.head), first.toponym
    at = plainly_in(parse, trigger, toponyms)
    linked = [*linked, *at]  # "in Kano State, gunmen killed a judge in the town of Rano"
    same = [n for name in linked if clause_of(parse, name.head) == clause and (n := name.toponym) is not None]
    nested = [n for n in same if nests(toponyms[n], toponyms[number])]  # finer names elsewhere are other places
    best = min([number, *nested], key=lambda n: (FINENESS[kind_of(toponyms[n])], n == number))
    if nearer := next((n for n in at if n.toponym is not None and _is_fronted(parse, first, n)), None):
        return Placing(nearer.toponym, text_of(parse, nearer))
    if (town := _town_on(parse, number, toponyms)) is not None:
        return Placing(town, toponyms[town].surface)
    lacked = (name for name in at if name.toponym is not None and toponyms[name.toponym].place is None)
    if kind_of(toponyms[best]) in UNITS and (finer := next(lacked, None)):  # "police in Chad ... at the Xan checkpoint"
        return Placing(best, text_of(parse, finer))
    before = spot_before(parse, first, toponyms) if best == number else None
    spot, said = before or (best, toponyms[best].surface)
    if spot is None or toponyms[spot].place is None:
        return Placing(best, said, near=True)
    return Placing(spot, said)


def _town_on(parse: Parse, number: int, toponyms: tuple[Toponym, ...]) -> int | None:
    """Return the town at or near which a river or a range is named: "on the Dnipro river near Kherson", else None."""
    wide, town = toponyms[number], number + 1
    if wide.place is None or wide.place.kind not in WIDE or wide.place.radius_km <= NEARBY_KM or town >= len(toponyms):
        return None
    named = toponyms[town].role == "literal" and kind_of(toponyms[town]) in TOWNS
    return town if named and AT_TOWN.fullmatch(parse.text, wide.end, toponyms[town].start) else None


def places(parse: Parse, trigger: int, toponyms: tuple[Toponym, ...]) -> tuple[Span, ...]:
    """Return the names by which a sentence puts an event somewhere, several where it lists them.

    Parameters
    ----------
    parse, trigger, toponyms
        As for `place`.

    Returns
    -------
    tuple of Span
        Names that the gazetteer does not know among them; () where the sentence says no place.
    """
    return tuple(span_of(parse, link.name) for link in links(parse, trigger, toponyms))


def _may_locate(parse: Parse, name: Candidate, toponyms: tuple[Toponym, ...]) -> bool:
    if is_no_place(parse, name):
        return False
    return name.toponym is None or (
        toponyms[name.toponym].role == "literal" and coast_of(parse, name, toponyms) is None
    )


def _is_after_day(parse: Parse, name: Candidate) -> bool:
    """Tell whether a name that is no known place is hung on the day before it: "on 15 February Muhammad Yusuf"."""
    above = parse.tokens[name.head].head
    return name.toponym is None and any(t.entity == "DATE" for t in parse.tokens[above : name.first])


def _is_of_next_verb(parse: Parse, name: Candidate, trigger: int) -> bool:
    """Tell whether a name is where a verb joined on struck another: "hit a post at Taiz and sank a dhow at Mocha".

    Where that verb's object is only a pronoun, both were there.
    """
    verb = clause_of(parse, name.head)
    others = any(t.tag != "PRP" for t in children(parse, verb, "dobj"))
    return others and verb in conjuncts(parse, clause_of(parse, trigger))[1:]


def _first_listed(parse: Parse, name: Candidate, toponyms: tuple[Toponym, ...]) -> Candidate:
    """Return the first name of the list that a name is of, or the name: the first of several places stands for them.

    One that the gazetteer lacks stands for none that it knows.
    """
    every = candidates(parse, parse.sentences[parse.tokens[name.head].sentence], toponyms)
    listed = [n for n in every if name.head in conjuncts(parse, n.head) and _may_locate(parse, n, toponyms)]
    known = [n for n in listed if n.toponym is not None and toponyms[n.toponym].place is not None]
    return min(known or listed, key=lambda n: n.first, default=name)


def _is_fronted(parse: Parse, first: Candidate, other: Candidate) -> bool:
    """Tell whether a name only opens the sentence and another says where: "In Usulutan a mast near Jiquilisco fell"."""
    opening = parse.tokens[first.first - 1] if first.first else None
    opens = opening is not None and opening.index == parse.sentences[opening.sentence].first and opening.lemma == "in"
    between = parse.tokens[first.last : max(first.last, other.first)]
    beside = words("nearby") | settlements()  # "In Gori, 76 km west of Tbilisi, bombs fell"
    return opens and any(t.pos in {"NOUN", "VERB"} and t.lemma not in beside for t in between)


def _is_part_elsewhere(parse: Parse, name: Candidate, toponyms: tuple[Toponym, ...]) -> bool:
    """Tell whether a part of a town is taken for a country or province of its name: "the Texas neighbourhood"."""
    return name.toponym is not None and kind_of(toponyms[name.toponym]) in UNITS and is_part(parse, name)


def where_of(
    parse: Parse, placing: Placing | None, toponyms: tuple[Toponym, ...], located: tuple[Toponym, ...]
) -> Where | None:
    """Return what a sentence says of an event's place as a place on the map, None where the gazetteer knows none.

    Parameters
    ----------
    parse, placing
        The text, and what `place` returned.
    toponyms
        All of the document's.
    located
        The same, a country of which only a part is meant as that part.
    """
    if placing is None or placing.toponym is None or toponyms[placing.toponym].place is None:
        return None
    found = where(parse, placing.toponym, located[placing.toponym], inherited=placing.inherited)
    return nearby(found) if placing.near and found.precision == 1 else found
