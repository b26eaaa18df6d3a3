"""An operation and its steps: which telling is a phase of which incident, and what the whole then comes to.

A telling that points back, or calls itself a phase, but gives fewer dead or captured than the telling it points to, is
a phase of it, not a second telling. What follows in a phase's sentence belongs to the same operation. An operation's
counts are a range: from what was said of the whole to what its phases sum to.
"""

from collections.abc import Sequence
from dataclasses import replace

from geo.merge.again.agreement import agree, types_agree
from geo.merge.again.results import counts_agree
from geo.merge.groups import Group, group, latest
from geo.model import EFFECTS, Count, Incident, Telling, Toponym


def operation(groups: Sequence[Group], telling: Telling, toponyms: Sequence[Toponym]) -> int | None:
    """Return the position of the incident that a telling is a phase of, or None.

    Parameters
    ----------
    groups
        The incidents so far.
    telling
        One that tells none of them again.
    toponyms
        The document's.
    """
    for number in latest(groups):
        before = groups[number]
        if before.parent is not None and before.last.sentence == telling.sentence:
            return before.parent
        known = telling.definite and not telling.apart  # "in the deadliest attack" of several is a deed of its own
        points_back = telling.phase or (known and not counts_agree(before.whole, telling.incident))
        smaller = _is_part(telling.incident, before.whole)
        if before.parent is None and points_back and smaller and types_agree(before, telling):
            return number if agree(before, telling, toponyms) else None
    return None


def _is_part(part: Incident, whole: Incident) -> bool:
    pairs = [(getattr(part, effect), getattr(whole, effect)) for effect in EFFECTS]
    return all(a is None or b is None or a.best <= b.high for a, b in pairs)


def without_lone_phases(groups: Sequence[Group]) -> list[Group]:
    """Fold a phase that is the only one of its operation into it: one event needs no parent.

    Parameters
    ----------
    groups
        The incidents of a document.
    """
    parts: dict[int, list[int]] = {}
    for number, each in enumerate(groups):
        if each.parent is not None:
            parts.setdefault(each.parent, []).append(number)
    alone = {parent: numbers[0] for parent, numbers in parts.items() if len(numbers) == 1}
    folded = frozenset(alone.values())
    kept = [number for number in range(len(groups)) if number not in folded]
    place = {number: at for at, number in enumerate(kept)}
    return [
        group(
            (*groups[n].tellings, *(groups[alone[n]].tellings if n in alone else ())),
            None if groups[n].parent is None else place[groups[n].parent],  # type: ignore[index]
        )
        for n in kept
    ]


def with_phases(incidents: Sequence[Incident]) -> list[Incident]:
    """Let operations span what was said of them and what their phases sum to; let phases inherit their place.

    Parameters
    ----------
    incidents
        The incidents of a document, with their ids.
    """
    by_id = {incident.id: incident for incident in incidents}
    phases: dict[str, list[Incident]] = {}
    for incident in incidents:
        if incident.part_of:
            phases.setdefault(incident.part_of, []).append(incident)
    return [_as_phase(_as_whole(i, phases.get(i.id, [])), by_id.get(i.part_of or "")) for i in incidents]


def _as_whole(incident: Incident, phases: Sequence[Incident]) -> Incident:
    return replace(
        incident,
        killed=spanning(incident.killed, [p.killed for p in phases]),
        injured=spanning(incident.injured, [p.injured for p in phases]),
        captured=spanning(incident.captured, [p.captured for p in phases]),
    )


def _as_phase(incident: Incident, parent: Incident | None) -> Incident:
    if parent is None:
        return incident
    where = incident.where or (replace(parent.where, inherited=True) if parent.where else None)
    return replace(incident, where=where, when=incident.when or parent.when)


def spanning(whole: Count | None, parts: Sequence[Count | None]) -> Count | None:
    """Return the count of an operation: from what was said of the whole to what its phases sum to.

    Parameters
    ----------
    whole
        What was said of it.
    parts
        What was said of each phase.
    """
    known = [p for p in parts if p is not None]
    if not known:
        return whole
    low, best, high = (sum(getattr(p, end) for p in known) for end in ("low", "best", "high"))
    if whole is None:
        return Count(low, best, high)
    return Count(min(low, whole.low), whole.best, max(high, whole.high))
