"""An event -> which nouns are cast as what: who did it, whom or what it befell, with what."""

from bisect import bisect_left
from typing import Literal

from geo.incidents.events import Event
from geo.incidents.kinds import is_weapon, kind_of
from geo.incidents.place_names import head_token
from geo.model import Parse, Toponym
from geo.syntax import children, prepositional

Part = Literal["doer", "victim", "target", "weapon"]
PEOPLE = frozenset({"person", "group", "state_force", "government", "civilians"})
PERSON_ENDINGS = ("man", "men", "woman", "women", "ist", "ists", "ian", "ians", "eer", "eers", "ee", "ees")


def cast(parse: Parse, event: Event, toponyms: tuple[Toponym, ...]) -> dict[int, Part]:
    """Return the part of each noun that has one: {token index: part}; what says where has none.

    Parameters
    ----------
    parse
        The text.
    event
        One of its events.
    toponyms
        The document's.
    """
    located = _located(parse, event.sentence, toponyms)
    counted = [t.head for t in event.tolls if t.count.best]
    patients = [i for i in event.arguments.patients if i not in located and not _is_ground(parse, i)]
    among = [i for head in (*counted, *patients) for i in prepositional(parse, head, ("include",))]
    parts: dict[int, Part] = dict.fromkeys(event.arguments.weapons, "weapon")
    parts |= {i: "doer" for i in event.arguments.perpetrators if i not in located}
    for index in (*counted, *patients, *among):
        parts.setdefault(index, _suffers_as(parse, event, index, counted=index in counted))
    return parts


def _located(parse: Parse, sentence: int, toponyms: tuple[Toponym, ...]) -> set[int | None]:
    """Return the tokens of a sentence that say where, and so are neither doers nor sufferers."""
    span = parse.sentences[sentence]
    first = bisect_left(toponyms, span.start, key=lambda toponym: toponym.start)
    last = bisect_left(toponyms, span.end, lo=first, key=lambda toponym: toponym.start)
    return {head_token(parse, t.start, t.end) for t in toponyms[first:last] if t.role == "literal"}


def _is_ground(parse: Parse, index: int) -> bool:
    """Tell whether a noun is a name that the recogniser takes for a place, though the gazetteer lacks it."""
    token = parse.tokens[index]
    return (
        token.pos == "PROPN" and token.entity in {"GPE", "LOC"} and kind_of(parse, index) in {"government", "unknown"}
    )


def _suffers_as(parse: Parse, event: Event, index: int, *, counted: bool) -> Part:
    """Return as what a noun suffers: people are victims, all else is a target."""
    token = parse.tokens[index]
    kind = kind_of(parse, index)
    thing = kind in {"facility", "vehicle"} or (is_weapon(parse, index) and not counted)
    if thing or all(t.patient == "goods" for t in event.triggers):
        return "target"
    known = kind in PEOPLE or token.pos == "PROPN" or token.text.lower().endswith(PERSON_ENDINGS)
    named = any(c.pos == "PROPN" for c in children(parse, index, "appos"))
    return "victim" if counted or known or named or index in event.captives else "target"
