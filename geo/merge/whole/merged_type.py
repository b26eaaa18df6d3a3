"""Several tellings of one event -> what it was, and how far it went."""

from collections.abc import Sequence

from geo.lexicon import word_class
from geo.merge.sufferers import words
from geo.model import DOERS, STATE, IncidentType, Stage, Telling

KIDNAPS = frozenset({
    "kidnapped", "kidnap", "kidnapping", "kidnappings", "abducted", "abduct", "abduction", "hostage", "hostages",
})  # fmt: skip
WRECKS: frozenset[IncidentType] = frozenset({"arson", "robbery"})  # of an attack, told after it

HEAVY: frozenset[IncidentType] = frozenset({"bombing", "shelling"})
ARMED: frozenset[IncidentType] = frozenset({"attack", "battle", "shooting", "bombing"})  # who fought may take others
BY_LAW: frozenset[IncidentType] = frozenset({"seizure", "detention"})


def merged_type(tellings: Sequence[Telling]) -> IncidentType:
    """Return the first type that says more than "attack"; bombs or shells become an airstrike once one is named.

    Parameters
    ----------
    tellings
        At least one, in the order of the text.
    """
    deeds = [t for n, t in enumerate(tellings) if n == 0 or not (t.wreckage and t.incident.type in WRECKS)]
    deeds = [
        t for n, t in enumerate(deeds) if not (n and t.incident.type in BY_LAW and deeds[0].incident.type in ARMED)
    ]
    kinds = [t.incident.type for t in deeds if not t.general] or [deeds[0].incident.type]
    blown_up = next((t.incident.type for t in deeds if t.incident.type in HEAVY and _tells_harm(t)), None)
    if kinds[0] == "attack" and blown_up:
        return blown_up  # "were attacked in Kano. They were wounded when a bomb exploded"
    taken = kinds[0] == "abduction" and not any(KIDNAPS & set(words(t.incident.trigger.text)) for t in deeds)
    if taken and "detention" in kinds and not _are_taken_by_others(tellings):
        return "detention"  # "were taken from their homes. They were arrested by soldiers"
    return "airstrike" if "airstrike" in kinds and kinds[0] in {"bombing", "shelling"} else kinds[0]


def _tells_harm(telling: Telling) -> bool:
    return not telling.general and any(p.role == "victim" for p in telling.incident.participants)


def _are_taken_by_others(tellings: Sequence[Telling]) -> bool:
    """Tell whether others than a state's people are said to have taken somebody."""
    captors = (p for t in tellings for p in t.incident.participants if p.role in DOERS)
    return any(p.kind not in STATE for p in captors)


def merged_stage(tellings: Sequence[Telling]) -> Stage:
    """Return the stage that is furthest on; a bomb that was placed and then made safe was only tried.

    Parameters
    ----------
    tellings
        At least one, in the order of the text.
    """
    incidents = [t.incident for t in tellings]
    done = [i for i in incidents if i.stage == "accomplished"]
    failed = any(i.type == "bombing" and i.stage == "attempted" for i in incidents)
    laid = all(i.type == "bombing" and not word_class("was_laid").isdisjoint(words(i.trigger.text)) for i in done)
    return "accomplished" if done and not (failed and laid) else next(i.stage for i in incidents if i not in done)
