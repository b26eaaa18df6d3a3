"""The fields of a form that tell of an event -> who took part: "Perpetrator: Red Front. Victims: two nurses"."""

import re

from geo.incidents.who.nouns.kinds import THINGS, kind_of
from geo.layout.fields import field_of
from geo.model import Parse, Participant, ParticipantRole

PARTS = re.compile(r"[,;/]|\band\b")
NOBODY = frozenset({"unknown", "unidentified", "n/a", "na", "none", "not known", "not stated", "-", "tbc", "unclear"})


def in_field(parse: Parse, at: int, field: str, role: ParticipantRole) -> list[Participant]:
    """Return those whom the form around a character names in a field.

    Parameters
    ----------
    parse, at
        The text, and a character of what the form tells.
    field
        "doer" or "victim".
    role
        As what they took part.
    """
    span = field_of(parse.text, at, field)
    if span is None:
        return []
    ends = [m.span() for m in PARTS.finditer(parse.text, *span)]
    bounds = zip([span[0], *(end for _, end in ends)], [*(start for start, _ in ends), span[1]], strict=True)
    found = (_participant(parse, start, end, role) for start, end in bounds)
    return [one for one in found if one is not None]


def _participant(parse: Parse, start: int, end: int, role: ParticipantRole) -> Participant | None:
    """Return what stands between two characters as a participant, None for a number or for nobody."""
    words = parse.text[start:end].strip()
    start = parse.text.index(words, start)
    tokens = parse.between(start, start + len(words))
    if not tokens or words.casefold() in NOBODY or words[0].isdigit():
        return None
    kind = kind_of(parse, tokens[-1].index)
    suffers: ParticipantRole = "target" if role == "victim" and kind in THINGS else role
    return Participant(suffers, kind, words, start, start + len(words))
