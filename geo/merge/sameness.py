"""Two incidents of different reports -> whether they are one event: nothing at odds, and something particular shared.

Same kind, same place and overlapping days are not enough: a city can see two bombs a day. One more thing must agree: a
number of people above one, a participant's name, the deed and its target, or the very sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from gazetteer.place import Place
from geo.merge.copies import plain
from geo.model import Effect, Incident, IncidentType, Where

EFFECTS: tuple[Effect, ...] = ("killed", "injured", "captured")
VAGUE: frozenset[IncidentType] = frozenset({"attack", "other"})
FAMILIES: tuple[frozenset[IncidentType], ...] = (
    frozenset({"airstrike", "shelling", "bombing"}),
    frozenset({"battle", "raid", "shooting"}),
    frozenset({"shooting", "assassination", "execution"}),
    frozenset({"abduction", "hijacking"}),
    frozenset({"raid", "detention", "seizure"}),
    frozenset({"arson", "sabotage"}),
    frozenset({"protest", "riot"}),
)
PEACEFUL: frozenset[IncidentType] = frozenset({"detention", "seizure", "protest"})  # no "attack" means these
LONGEST_DAYS = 2
FARTHEST_KM = 30.0  # between two names for one place, however wide either is
FINE = 3  # UCDP precisions up to here are places that can lie beside one another
LEAST_WORDS = 8  # of a sentence that is its own fingerprint
EARTH_KM = 6371.0088  # mean radius (IUGG)

_STOP = frozenset({"a", "an", "the", "his", "her", "their", "its", "some", "several", "two", "three", "four", "five"})
_WORD = re.compile(r"\w+")

Token = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """An incident with a day or two, and a place: what can be compared across reports."""

    incident: Incident
    where: Where
    place: Place
    days: tuple[int, ...]


def dated(incident: Incident, place: Place | None) -> Dated | None:
    """Return an incident as something to compare, or None where its place or its day is not known well enough.

    Parameters
    ----------
    incident
        As its report has it.
    place
        Where it was, if that is known.
    """
    when = incident.when
    if incident.where is None or place is None or when is None or when.start is None or when.end is None:
        return None
    if (when.end - when.start).days >= LONGEST_DAYS:
        return None
    return Dated(incident, incident.where, place, tuple(range(when.start.toordinal(), when.end.toordinal() + 1)))


def agreements(incident: Incident) -> tuple[Token, ...]:
    """Return what is particular about an incident; two that are one event share at least one of these.

    Parameters
    ----------
    incident
        As its report has it.
    """
    return tuple(dict.fromkeys((*_numbers(incident), *_names(incident), *_deeds(incident), *_sentences(incident))))


def may_be_same(one: Dated, other: Dated) -> bool:
    """Tell whether nothing that two incidents say of kind, place, days, numbers, means and target is at odds.

    Parameters
    ----------
    one, other
        Of different reports.
    """
    return (
        kinds_agree(one.incident, other.incident)
        and bool({*one.days} & {*other.days})
        and _same_place(one, other)
        and counts_agree(one.incident, other.incident)
        and _words_agree(_weapons(one.incident), _weapons(other.incident))
        and _words_agree(_targets(one.incident), _targets(other.incident))
    )


def kinds_agree(one: Incident, other: Incident) -> bool:
    """Tell whether type, stage and denial of two incidents can be those of one event."""
    if one.stage != other.stage or (one.modality == "denied") != (other.modality == "denied"):
        return False
    kinds = {one.type, other.type}
    vague = bool(kinds & VAGUE) and not kinds & PEACEFUL
    return len(kinds) == 1 or vague or any(kinds <= family for family in FAMILIES)


def counts_agree(one: Incident, other: Incident) -> bool:
    """Tell whether the ranges of each count that both give overlap."""
    pairs = [(getattr(one, effect), getattr(other, effect)) for effect in EFFECTS]
    return all(a is None or b is None or (a.low <= b.high and b.low <= a.high) for a, b in pairs)


# ---------------------------------------------------------------- place


def cell(known: Dated) -> tuple[object, ...]:
    """Return the cell that an incident lies in: its place if that is large, else a cube with edges of `FARTHEST_KM`."""
    if known.where.precision > FINE:
        return ("place", known.place.id)
    lat, lon = radians(known.where.lat), radians(known.where.lon)
    corner = (cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat))
    return tuple(int(EARTH_KM * side // FARTHEST_KM) for side in corner)


def cells_around(known: Dated) -> Iterator[tuple[object, ...]]:
    """Yield the cells in which the same place can lie; cubes have no edge at 180° and none at the poles."""
    own = cell(known)
    if known.where.precision > FINE:
        yield own
        return
    x, y, z = own
    steps = (-1, 0, 1)
    yield from ((x + i, y + j, z + k) for i in steps for j in steps for k in steps)  # type: ignore[operator]


def _same_place(one: Dated, other: Dated) -> bool:
    if one.where.precision > FINE or other.where.precision > FINE:
        return one.place.id == other.place.id
    reach = min(FARTHEST_KM, max(one.where.radius_km, other.where.radius_km))
    return _kilometres(one.where, other.where) <= reach


def _kilometres(one: Where, other: Where) -> float:
    """Return the great-circle distance (haversine, Sinnott 1984)."""
    up, aside = radians(other.lat - one.lat), radians(other.lon - one.lon)
    chord = sin(up / 2) ** 2 + cos(radians(one.lat)) * cos(radians(other.lat)) * sin(aside / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, chord)))


# ---------------------------------------------------------------- what is particular


def _numbers(incident: Incident) -> Iterator[Token]:
    for effect in EFFECTS:
        count = getattr(incident, effect)
        if count is not None and count.best > 1:
            yield effect, str(count.best)


def _names(incident: Incident) -> Iterator[Token]:
    """Yield the participants that are named: their words have a capital after the article."""
    for participant in incident.participants:
        words = [word for word in _WORD.findall(participant.text) if word.casefold() not in _STOP]
        if any(word[0].isupper() for word in words[1:] or words) and not participant.text.isupper():
            yield "name", participant.role, " ".join(words).casefold()


def _deeds(incident: Incident) -> Iterator[Token]:
    for target in _targets(incident):
        yield "deed", plain(incident.trigger.text), " ".join(sorted(target))


def _sentences(incident: Incident) -> Iterator[Token]:
    for claim in incident.claims:
        words = plain(claim.text)
        if words.count(" ") + 1 >= LEAST_WORDS:
            yield "sentence", words


def _weapons(incident: Incident) -> list[frozenset[str]]:
    return [_words(weapon.text) for weapon in incident.weapons]


def _targets(incident: Incident) -> list[frozenset[str]]:
    return [_words(p.text) for p in incident.participants if p.role == "target" and _words(p.text)]


def _words(text: str) -> frozenset[str]:
    return frozenset(plain(text).split()) - _STOP


def _words_agree(one: list[frozenset[str]], other: list[frozenset[str]]) -> bool:
    """Tell whether some of two lists of words can mean the same: "a car bomb" is "a bomb", not "a roadside bomb"."""
    return not one or not other or any(a <= b or b <= a for a in one for b in other)
