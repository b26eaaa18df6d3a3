"""Who took part and with what, as several tellings have it -> each of them once, in the fullest words."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import TypeVar

from geo.lexicon import load_words, word_class
from geo.lexicon.numerals import number_words
from geo.lexicon.shared import singular
from geo.merge.sufferers import is_common, is_within, naming_words, person_names, plain, title, words
from geo.model import DOERS, HARMED, Incident, Participant, ParticipantKind, Span, Telling
from geo.syntax.tags import POINTERS

BODIES: frozenset[ParticipantKind] = frozenset({"group", "state_force", "government"})
CIVIL: frozenset[ParticipantKind] = frozenset({"person", "civilians"})
# Words for whatever was hit, and for whatever went off.
THINGS = frozenset({"building", "vehicle", "car", "facility", "structure", "establishment", "premises", "installation"})
BOMBS = frozenset({"bomb", "bombs", "device", "devices", "explosive", "explosives", "charge", "charges"})
T = TypeVar("T", Participant, Span)
ANYBODY = frozenset({"man", "woman", "victim", "person", "people", "official", "politician", "leader"})


def anew(incident: Incident, every: Sequence[Telling]) -> Iterator[Participant]:
    """Yield those who took part as a telling has it, but nobody whom it speaks of as told before: "the two women".

    Parameters
    ----------
    incident
        Of the telling.
    every
        All tellings, in the order of the text.
    """
    for participant in incident.participants:
        known = _is_named_before if participant.role in HARMED else _is_told_before
        if not _is_pointed_at(participant, incident) or not known(participant, every):
            yield participant


def means_anew(incident: Incident, every: Sequence[Telling]) -> Iterator[Span]:
    """Yield the weapons of a telling, but no "bomb" or "device" that it speaks of as told before: "the bomb".

    Parameters
    ----------
    incident, every
        As for `anew`.
    """
    for weapon in incident.weapons:
        plainly = plain(weapon.text) in BOMBS and _is_pointed_at(weapon, incident)
        if not plainly or all(w.start >= weapon.start for t in every for w in t.incident.weapons):
            yield weapon


def _is_pointed_at(one: Participant | Span, incident: Incident) -> bool:
    said = next((c for c in incident.claims if c.start <= one.start < c.end), None)
    before = said.text[: one.start - said.start].rsplit(maxsplit=1)[-1:] if said else []
    return bool(before) and before[0].casefold() in POINTERS


def _is_told_before(again: Participant, every: Sequence[Telling]) -> bool:
    """Tell whether doers or a thing are called by a word for any such, and such were told before: "the car"."""
    told = (p for t in every for p in t.incident.participants if p.role == again.role and p.start < again.start)
    word = plain(again.text)
    if again.role == "target":
        return singular(word) in THINGS and any(p.kind == again.kind for p in told)
    return word.removesuffix("s") in known_doers() and any(p.kind != "state_force" for p in told)


@cache
def known_doers() -> frozenset[str]:
    """Return the words for whoever attacks: "gunman", "gunmen"."""
    attackers = load_words("attackers")
    return attackers | {word.replace("man", "men") for word in attackers}  # "the gunmen"


def _is_named_before(again: Participant, every: Sequence[Telling]) -> bool:
    """Tell whether people are those whose names were told: by their title, or by words for anybody and their number."""
    told = (p for t in every for p in t.incident.participants if p.role == again.role and p.start < again.start)
    named = [p for p in told if any(word[0].isupper() for word in p.text.split()) and person_names([p])]
    described = words(again.text)
    noun = singular(described[-1]) if described else ""
    if not named or not is_common(noun):
        return False
    number = 1 if noun == described[-1] else number_words().get(described[0], (len(named), ""))[0]
    titled = [p for p in named if noun in {singular(word) for word in title(p.text)}]
    return len(titled) >= number if titled else noun in ANYBODY and len(named) == number


def unique_participants(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    """Return the participants once each: of "MP Ana Ruiz" and "Ruiz", "two judges" and "judges" the fuller words.

    A body is no part of what its people are called: of "Front fighters" and "the Front" both stay.
    """
    found: dict[tuple[str, str], Participant] = {}
    for participant in participants:
        did = participant.role in DOERS  # who stopped a boat and held its crew
        found.setdefault(("" if did else participant.role, plain(participant.text)), participant)
    vague = word_class("unnamed_body")  # no name where another is said
    every = [p for key, p in found.items() if key[1] not in vague or not _is_named_else(p, found.values())]
    return _told_once(every, _is_said_by)


def _is_named_else(vague: Participant, every: Iterable[Participant]) -> bool:
    return any(p is not vague and p.role == vague.role and p.kind in BODIES for p in every)


def _is_said_by(short: Participant, full: Participant) -> bool:
    body_of = short.kind in BODIES and full.kind in CIVIL and not all(map(is_common, words(short.text)))
    if short.role != full.role or body_of or not is_within(short.text, full.text):
        return False
    return not is_within(full.text, short.text) or (len(full.text), short.start) > (len(short.text), full.start)


def unique_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return weapons once each, in the fullest words: of "bomb" and "car bomb" the latter."""
    found: dict[str, Span] = {}
    for span in spans:
        found.setdefault(plain(span.text), span)
    return _told_once(list(found.values()), _is_part)


def _is_part(short: Span, full: Span) -> bool:
    few, many = ({word.removesuffix("s") for word in words(span.text)} for span in (short, full))
    return few < many or (few == many and len(short.text) < len(full.text))


def _told_once(every: Sequence[T], is_said_by: Callable[[T, T], bool]) -> tuple[T, ...]:
    """Return those that no other tells in fuller words; only those that share a naming word are compared."""
    by_word: dict[str, list[T]] = {}
    for one in every:
        for word in {word.removesuffix("s") for word in words(one.text)}:
            by_word.setdefault(word, []).append(one)

    def near(one: T) -> list[T]:
        shared = (by_word[word.removesuffix("s")] for word in naming_words(one.text))
        return min(shared, key=len, default=[])

    return tuple(p for p in every if not any(p is not q and is_said_by(p, q) for q in near(p)))
