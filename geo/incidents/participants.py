"""An event in its sentence -> its participants, each with a role, a kind and the words that name it."""

from bisect import bisect_left

from geo.incidents.candidates import head_token
from geo.incidents.events import Event
from geo.incidents.kinds import is_weapon, kind_of
from geo.model import IncidentType, Parse, Participant, ParticipantRole, Span, Toponym
from geo.syntax import children, name_span, prepositional

CAPTIVES = frozenset({"detention", "abduction"})
POSSESSIVES = ("'s", "’s", "'", "’")
UNNAMED = frozenset({"dead", "wounded", "injured"})
PEOPLE = frozenset({"person", "group", "state_force", "government", "civilians"})
PERSON_ENDINGS = ("man", "men", "woman", "women", "ist", "ists", "ian", "ians", "eer", "eers", "ee", "ees")


def participants(
    parse: Parse, event: Event, kind: IncidentType, toponyms: tuple[Toponym, ...]
) -> tuple[Participant, ...]:
    """Return who took part in an event, in the order of the text; places and speakers are none of them.

    Parameters
    ----------
    parse
        The text.
    event
        One of its events.
    kind
        The event's type.
    toponyms
        The document's.
    """
    doer: ParticipantRole = "captor" if kind in CAPTIVES else "perpetrator"
    located = _located(parse, event.sentence, toponyms)
    doers = [i for i in event.arguments.perpetrators if i not in located]
    harmed = [t.head for t in event.tolls if t.count.best]
    harmed += [i for i in event.arguments.patients if i not in located]
    harmed = [i for i in harmed if _is_named(parse, i) and i not in doers]
    found = [_participant(parse, i, _suffers_as(parse, event, i)) for i in harmed]
    found += [_participant(parse, i, doer) for i in (*doers, *(o for d in doers for o in _organisations(parse, d)))]
    unique: dict[tuple[int, int], Participant] = {}
    for participant in found:
        unique.setdefault((participant.start, participant.end), participant)
    return tuple(sorted(unique.values(), key=lambda p: (p.start, p.end)))


def _organisations(parse: Parse, doer: int) -> list[int]:
    """Return the organisations that doers are said to belong to: "fighters of the Popular Front"."""
    return [i for i in prepositional(parse, doer, ("of",)) if kind_of(parse, i) == "group" and _is_named(parse, i)]


def _located(parse: Parse, sentence: int, toponyms: tuple[Toponym, ...]) -> set[int | None]:
    """Return the tokens of a sentence that say where, and so are neither doers nor sufferers."""
    span = parse.sentences[sentence]
    first = bisect_left(toponyms, span.start, key=lambda toponym: toponym.start)
    last = bisect_left(toponyms, span.end, lo=first, key=lambda toponym: toponym.start)
    return {head_token(parse, t.start, t.end) for t in toponyms[first:last] if t.role == "literal"}


def _is_named(parse: Parse, index: int) -> bool:
    """Tell whether a noun says who it was: "12 captured" and "the dead" do not."""
    token = parse.tokens[index]
    return token.pos in {"NOUN", "PROPN"} and not token.text[0].isdigit() and token.lemma not in UNNAMED


def _participant(parse: Parse, index: int, role: ParticipantRole) -> Participant:
    start, end = _named(name_span(parse, index))
    return Participant(role, kind_of(parse, index), parse.text[start:end], start, end)


def _named(span: Span) -> tuple[int, int]:
    """Return a name's characters without an editor's note before it ("[TEXT] ") or a possessive mark after it."""
    start = span.start + span.text.rfind("] ") + 2 if "] " in span.text else span.start
    marks = next((mark for mark in POSSESSIVES if span.text.lower().endswith(mark)), "")
    return start, span.end - len(marks)


def _suffers_as(parse: Parse, event: Event, index: int) -> ParticipantRole:
    """Return as what a noun suffers: people are victims or captives, all else is a target."""
    if index in event.captives:
        return "captive"
    counted = any(t.head == index for t in event.tolls)
    thing = kind_of(parse, index) in {"facility", "vehicle"} or (is_weapon(parse, index) and not counted)
    if thing or all(t.patient == "goods" for t in event.triggers):
        return "target"
    return "victim" if _may_be_people(parse, event, index) else "target"


def _may_be_people(parse: Parse, event: Event, index: int) -> bool:
    token = parse.tokens[index]
    counted = any(t.head == index for t in event.tolls)
    known = kind_of(parse, index) in PEOPLE or token.pos == "PROPN" or token.lemma.endswith(PERSON_ENDINGS)
    named = any(c.pos == "PROPN" for c in children(parse, index, "appos"))
    return counted or known or named
