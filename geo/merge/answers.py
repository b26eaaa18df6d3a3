"""A denial that names nothing ("the army rejected the accusation") -> which of the incidents before it it is of."""

from collections.abc import Sequence
from functools import cache

from geo.lexicon.shared import nouns_of, words_of_side
from geo.merge.groups import Group, latest
from geo.merge.joining import TAKINGS
from geo.merge.rivals import DOERS, side_words
from geo.model import ParticipantKind, Telling

NEAR = 4  # sentences between what is told and an answer to it
STATE: tuple[ParticipantKind, ...] = ("state_force", "government")
FAR = 12  # the same where it is the doers who answer


def last_told(group: Group) -> Telling:
    """Return the last telling of an incident that does more than deny it.

    Parameters
    ----------
    group
        An incident.
    """
    return next((t for t in reversed(group.tellings) if not t.is_answer), group.last)


def answered(groups: Sequence[Group], telling: Telling) -> tuple[int, ...]:
    """Return the positions of the incidents that an answer denies: that whose place it names, or what its speaker did.

    Else it denies what was told last; where one sentence told of several, it is of all.

    Parameters
    ----------
    groups
        The incidents so far.
    telling
        An answer to one of them.
    """
    can_be = (n for n in latest(groups) if _can_be_of(groups[n], telling))
    reach = {n: telling.sentence - groups[n].last.sentence for n in can_be}
    named = [n for n, far in reach.items() if far <= FAR and _is_named(groups[n], telling)]
    own = [n for n, far in reach.items() if far <= FAR and _is_doer(groups[n], telling)]
    near = [n for n, far in reach.items() if far <= (NEAR if len(groups) > 1 else FAR)]
    found = named or [n for n in near if n in own] or near or own
    nearest = min((reach[n] for n in found), default=0)
    return tuple(n for n in found if reach[n] == nearest)


def _can_be_of(group: Group, telling: Telling) -> bool:
    """Tell whether an incident has captives, where it is denied that there are any: "says it is not holding him".

    What does not deny it in so many words ("said the boy was never in its hands") has to be said by the doers' side of
    what others told.
    """
    if telling.of_own and (not _is_of_doers_side(group, telling) or not _is_told_by_others(group, telling)):
        return False
    return telling.incident.type not in TAKINGS or group.whole.type in TAKINGS


def _is_named(group: Group, telling: Telling) -> bool:
    """Tell whether an answer names an incident's place: "denied a part in the events at Birao"."""
    said = telling.incident.claims[0]
    places = {t.place_said for t in group.remembered if t.place_said}
    return any(f" {place}" in said.text and place not in (said.asserted_by or "") for place in places)


def _is_doer(group: Group, telling: Telling) -> bool:
    """Tell whether who denies it shares a word with who did it: "the MRTA leadership" with "MRTA fighters"."""
    doers = (p.text for p in group.whole.participants if p.role in DOERS)
    return any(_speaker(telling) & side_words(text) for text in doers)


def _is_of_doers_side(group: Group, telling: Telling) -> bool:
    """Tell whether who speaks is one of the doers, or serves the state as they do: a colonel, of what soldiers did."""
    speaker = _speaker(telling)
    kinds = {p.kind for p in group.whole.participants if p.role in DOERS}
    serving = bool(kinds & {*STATE}) and bool(speaker & _state_words())
    rebels = kinds == {"group"} and bool(speaker & words_of_side("group"))
    return _is_doer(group, telling) or serving or rebels


def _is_told_by_others(group: Group, telling: Telling) -> bool:
    """Tell whether all that was told of an incident was told by others, and none of it by both in a state's name."""
    own, state = _speaker(telling), words_of_side("state", "force")
    told = [_speaker(t) for t in group.tellings if not t.is_answer]
    return all(by and not by & own and not (by & state and own & _state_words()) for by in told)


def _speaker(telling: Telling) -> frozenset[str]:
    return side_words(telling.incident.claims[0].asserted_by or "")


@cache
def _state_words() -> frozenset[str]:
    """Return the words for a state's bodies and for those who serve it: "ministry", "colonel"."""
    bodies = words_of_side("state", "force", "allied") | nouns_of(*STATE)
    return frozenset(word for name in bodies for word in name.split())
