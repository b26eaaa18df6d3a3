"""An incident of a report -> its sketch: all that merging across reports asks of it, small enough for millions."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from hashlib import blake2b

from msgspec import Struct

from gazetteer.place import Place
from geo.merge.across.copies import plain
from geo.model import DOERS, EFFECTS, SUFFERERS, Incident, Participant, Report

LONGEST = 7  # days; what is only known to a month is not dated
NEWS = 3  # days before its report came out within which an incident lies that is given no day
LARGEST = 2**62  # a number of people that a sketch can hold; a text may say any
LEAST_WORDS = 8  # of a sentence that is its own fingerprint

_STOP = frozenset({
    "a", "an", "the", "his", "her", "their", "its", "some", "several", "many", "two", "three", "four", "five", "and",
    "of", "at", "in", "on", "near", "least",
})  # fmt: skip
_WORD = re.compile(r"\w+")

Words = tuple[str, ...]
Number = tuple[int, int, int]


class Spot(Struct, frozen=True, array_like=True, gc=False):
    """Where an incident was, as closely as it is known; see `geo.model.Where` and `gazetteer.place.Place`."""

    id: str
    country: str | None
    unit: str | None
    lat: float
    lon: float
    precision: int
    radius_km: float


class Sketch(Struct, frozen=True, array_like=True, gc=False):
    """What merging asks of an incident.

    Parameters
    ----------
    number
        Of the incident among all of all reports, in their order.
    document, at
        The number of its report, and which of the report's incidents it is.
    type, stage, denied
        As the report has it.
    first, last
        The days between which it lies, as ordinals, both included; 0 where they are not known.
    dated
        Whether the report says so; otherwise it follows from the day on which the report came out.
    spot
        Where; None where that is not known.
    counts
        Low, best and high of killed, injured and captured.
    doers, sufferers
        The words of each participant that is named.
    victims, targets, weapons
        The words of each that is not named, as a set in order.
    sentences
        Fingerprints of the sentences that tell it.
    copied
        The same for the same words in copies of one text.
    whole
        The number of the incident that it is a phase of; -1 if of none.
    """

    number: int
    document: int
    at: int
    type: str
    stage: str
    denied: bool
    first: int
    last: int
    dated: bool
    spot: Spot | None
    counts: tuple[Number | None, Number | None, Number | None]
    doers: tuple[Words, ...]
    sufferers: tuple[Words, ...]
    victims: tuple[Words, ...]
    targets: tuple[Words, ...]
    weapons: tuple[Words, ...]
    sentences: tuple[int, ...]
    copied: int
    whole: int


def sketches(report: Report, document: int, number: int) -> Iterator[Sketch]:
    """Yield a sketch of each incident of a report.

    Parameters
    ----------
    report
        What was read.
    document
        Its number among the reports.
    number
        That of its first incident among all incidents.
    """
    wholes = {incident.id: number + at for at, incident in enumerate(report.incidents)}
    seen: Counter[str] = Counter()
    for at, incident in enumerate(report.incidents):
        words = f"{plain(incident.claims[0].text) if incident.claims else ''}|{plain(incident.trigger.text)}"
        seen[words] += 1
        first, last, dated = days_of(incident, report.published)
        participants = incident.participants
        yield Sketch(
            number + at, document, at, incident.type, incident.stage, incident.modality == "denied",
            first, last, dated, _spot(report, incident), _counts(incident),
            _names(participants, DOERS), _names(participants, SUFFERERS),
            _sets(p.text for p in participants if p.role in SUFFERERS - {"target"} and not _is_named(p.text)),
            _sets(p.text for p in participants if p.role == "target"), _sets(w.text for w in incident.weapons),
            _sentences(incident), fingerprint(f"{words}|{seen[words]}"),
            -1 if incident.part_of is None else wholes.get(incident.part_of, -1),
        )  # fmt: skip


def days_of(incident: Incident, published: date | None) -> tuple[int, int, bool]:
    """Return the first and the last day that an incident may have been on, and whether its report says so.

    Parameters
    ----------
    incident
        What happened.
    published
        When its report came out.
    """
    when = incident.when
    if when is not None and when.start is not None:
        last = when.end or when.start
        known = (last - when.start).days < LONGEST
        return (when.start.toordinal(), last.toordinal(), True) if known else (0, 0, False)
    return before(published if when is None or when.end is None else when.end)


def before(day: date | None) -> tuple[int, int, bool]:
    """Return the days in which news of a day lies, as `days_of` does."""
    return (day.toordinal() - NEWS, day.toordinal(), False) if day else (0, 0, False)


def fingerprint(text: str) -> int:
    """Return a number that hardly any other text has: 56 bits."""
    return int.from_bytes(blake2b(text.encode(errors="surrogatepass"), digest_size=7).digest())


def _spot(report: Report, incident: Incident) -> Spot | None:
    where = incident.where
    place: Place | None = report.toponyms[where.toponym].place if where else None
    if where is None or place is None:
        return None
    unit = place.name if place.kind == "admin1" else place.admin1
    return Spot(place.id, place.country, unit, where.lat, where.lon, where.precision, where.radius_km)


def _counts(incident: Incident) -> tuple[Number | None, Number | None, Number | None]:
    killed, injured, captured = (
        (min(count.low, LARGEST), min(count.best, LARGEST), min(count.high, LARGEST))
        if (count := getattr(incident, effect)) is not None
        else None
        for effect in EFFECTS
    )
    return killed, injured, captured


def _names(participants: tuple[Participant, ...], roles: frozenset[str]) -> tuple[Words, ...]:
    """Return the words of the participants that are named: those that have a capital after the article."""
    return _sets(p.text for p in participants if p.role in roles and _is_named(p.text))


def _is_named(text: str) -> bool:
    words = [word for word in _WORD.findall(text) if word.casefold() not in _STOP]
    return any(word[0].isupper() for word in words[1:] or words) and not text.isupper()


def _sets(texts: Iterator[str]) -> tuple[Words, ...]:
    """Return the words of each text in small letters and in order, without those that say nothing."""
    found = (tuple(sorted({w for w in _WORD.findall(text.casefold()) if w not in _STOP})) for text in texts)
    return tuple(dict.fromkeys(words for words in found if words))


def _sentences(incident: Incident) -> tuple[int, ...]:
    words = (plain(claim.text) for claim in incident.claims)
    return tuple(dict.fromkeys(fingerprint(text) for text in words if text.count(" ") + 1 >= LEAST_WORDS))
