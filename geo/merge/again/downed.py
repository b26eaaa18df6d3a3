"""What flies and is shot down in one telling, and hits something, or is not spoken of, in another."""

from collections.abc import Iterable

from geo.lexicon import word_class
from geo.merge.sufferers import words
from geo.model import DOERS, Incident, Participant, Span

UNMANNED = frozenset({"drone", "rocket", "missile", "shell"})  # whoever was in a plane is hurt in the same event


def are_downed_and_other(one: Incident, two: Incident) -> bool:
    """Tell whether only one of two incidents is of what was shot down: "downed 49 drones", and a drone on a house.

    That rockets were intercepted may be said of an incident in which rockets were fired.

    Parameters
    ----------
    one, two
        Two incidents of a text.
    """
    hit, other_hit = (_flying(_sufferers(each)) for each in (one, two))
    if not (hit or other_hit):  # of most
        return False
    hits, other_hits = (_flying(p for p in each.participants if p.role in DOERS) for each in (one, two))
    if hit & other_hits or other_hit & hits:
        return True
    downed, other = (hit & UNMANNED, two) if hit else (other_hit & UNMANNED, one)
    hurts = bool(_sufferers(other)) and not _flying(_sufferers(other))
    return bool(downed) and hurts and not downed & _flying(other.weapons)


def _sufferers(incident: Incident) -> list[Participant]:
    return [p for p in incident.participants if p.role in {"target", "victim"}]


def _flying(named: Iterable[Participant | Span]) -> set[str]:
    return {form.removesuffix("s") for one in named for form in words(one.text)} & word_class("fired")
