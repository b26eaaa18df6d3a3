"""Tellings of incidents -> incidents: one event told several times becomes one, phases of an operation get a parent.

The rules, in words:

- A telling joins an earlier one when nothing that both say is at odds (type, stage, place, days, counts) and the words
  point back ("the raid"), or the two agree on a count, or on who suffered it at the same place.
- A telling that points back, or calls itself a phase, but gives fewer dead or captured than the telling it points to,
  is a phase of it, not a second telling. What follows in a phase's sentence belongs to the same operation.
- An operation's counts are a range: from what was said of the whole to what its phases sum to.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from geo.merge.joining import joined
from geo.model import Count, Effect, Incident, IncidentType, Participant, Telling, Toponym, When, Where

EFFECTS: tuple[Effect, ...] = ("killed", "injured", "captured")
POINTING_BACK = 12  # sentences; farther up, "the attack" needs more than its article
VAGUE: frozenset[IncidentType] = frozenset({"attack", "other"})
# "The bombing" may be the airstrike, "the attack" any violence; a raid's arrests are the raid.
KIN: tuple[frozenset[IncidentType], ...] = (
    frozenset({"airstrike", "bombing", "shelling"}),
    frozenset({"shooting", "assassination", "battle"}),
    frozenset({"raid", "battle", "detention"}),
    frozenset({"execution", "assassination", "abduction"}),
)
CLOSE_KM = 30.0
CONTINUES = 2  # sentences over which "they" carries a place on
RECENT = 14  # days; a wire story's news is no older


@dataclass(frozen=True, slots=True)
class _Group:
    """One incident so far: its tellings in the order of the text, joined, and the group that it is a phase of."""

    tellings: tuple[Telling, ...]
    whole: Incident
    parent: int | None = None


def merge(
    tellings: Sequence[Telling], toponyms: Sequence[Toponym], document_id: str, dateline: Where | None = None
) -> tuple[Incident, ...]:
    """Join the tellings of a document to incidents, numbered in the order in which they are first told.

    Parameters
    ----------
    tellings
        In the order of the text.
    toponyms
        The document's.
    document_id
        The incidents' ids begin with it: ``report-7#i1``.
    dateline
        Where the document was filed: the last resort for an incident that it puts nowhere.
    """
    groups: list[_Group] = []
    for telling in tellings:
        _place_in(groups, telling, toponyms)
    groups = _without_lone_phases(groups)
    ids = [f"{document_id}#i{number}" for number in range(1, len(groups) + 1)]
    named = [
        replace(group.whole, id=own, part_of=None if group.parent is None else ids[group.parent])
        for own, group in zip(ids, groups, strict=True)
    ]
    whole = _with_phases(named)
    latest = max((i.when.end for i in whole if i.when and i.when.end), default=None)
    return tuple(_placed(n, groups, whole, dateline, latest) for n in range(len(whole)))


# ---------------------------------------------------------------- which belong together


def _place_in(groups: list[_Group], telling: Telling, toponyms: Sequence[Toponym]) -> None:
    for number in reversed(range(len(groups))):
        if _is_same(groups[number], telling, toponyms):
            groups[number] = _group((*groups[number].tellings, telling), groups[number].parent)
            return
    if not telling.bare:
        groups.append(_group((telling,), _operation(groups, telling, toponyms)))


def _group(tellings: tuple[Telling, ...], parent: int | None) -> _Group:
    return _Group(tellings, joined(tellings), parent)


def _is_same(group: _Group, telling: Telling, toponyms: Sequence[Toponym]) -> bool:
    first = group.whole
    new = telling.incident
    if telling.phase or not _agree(first, new, toponyms) or not _types_agree(group, telling):
        return False
    near = telling.sentence - group.tellings[-1].sentence <= POINTING_BACK
    if new.modality == "denied" and first.modality != "denied":  # a denial stands beside what it denies
        return near and _shares_evidence(first, new)
    if telling.update:
        return near
    if not _counts_agree(first, new):
        return near and _is_counterclaim(group.tellings[-1], telling)
    if telling.definite and near:
        return True
    return _shares_evidence(first, new)


def _is_counterclaim(last: Telling, telling: Telling) -> bool:
    """Tell whether another speaker gives another number for what was just told: "but a spokesman said 20 had died"."""
    speakers = [t.incident.claims[0].asserted_by for t in (last, telling)]
    silent = telling.incident.where is None or telling.sentence == last.sentence
    return telling.general and silent and speakers[0] != speakers[1] and telling.sentence - last.sentence <= 1


def _agree(first: Incident, second: Incident, toponyms: Sequence[Toponym]) -> bool:
    """Tell whether stage, place and days of two tellings can be those of one event."""
    return (
        first.stage == second.stage
        and (first.modality != "denied" or second.modality == "denied")
        and _places_agree(first.where, second.where, toponyms)
        and _days_agree(first.when, second.when)
    )


def _types_agree(group: _Group, telling: Telling) -> bool:
    kinds = {t.incident.type for t in group.tellings}
    kind = telling.incident.type
    if kind in kinds or (kind in VAGUE and telling.general) or all(t.general for t in group.tellings):
        return True
    return telling.definite and any(kind in kin and kinds & kin for kin in KIN)


def _places_agree(one: Where | None, other: Where | None, toponyms: Sequence[Toponym]) -> bool:
    if one is None or other is None or one.toponym == other.toponym:
        return True
    first, second = toponyms[one.toponym].place, toponyms[other.toponym].place
    if first is None or second is None or first.id == second.id:
        return True
    if first.country != second.country:
        return False
    coarse = {"country", "admin1", "region"}
    return first.kind in coarse or second.kind in coarse or _degrees_apart(one, other) * 111 <= CLOSE_KM


def _degrees_apart(one: Where, other: Where) -> float:
    return max(abs(one.lat - other.lat), abs((one.lon - other.lon + 180) % 360 - 180))


def _days_agree(one: When | None, other: When | None) -> bool:
    """Tell whether two intervals share a day; what is not known agrees with everything."""
    if one is None or other is None:
        return True
    starts = [w.start for w in (one, other) if w.start]
    ends = [w.end for w in (one, other) if w.end]
    return not starts or not ends or max(starts) <= min(ends)


def _counts_agree(first: Incident, second: Incident) -> bool:
    pairs = [(getattr(first, effect), getattr(second, effect)) for effect in EFFECTS]
    return all(a is None or b is None or (a.low <= b.high and b.low <= a.high) for a, b in pairs)


def _shares_evidence(first: Incident, second: Incident) -> bool:
    """Tell whether two tellings have a count in common, or the same sufferer at the same place."""
    same_count = any(
        getattr(first, e) is not None and getattr(first, e) == getattr(second, e) and getattr(first, e).best > 1
        for e in EFFECTS
    )
    if same_count:
        return True
    sufferers = _sufferers(first.participants) & _sufferers(second.participants)
    same_place = first.where is None or second.where is None or first.where.lat == second.where.lat
    return bool(sufferers) and same_place


def _sufferers(participants: Iterable[Participant]) -> set[str]:
    return {p.text.casefold() for p in participants if p.role in {"victim", "captive", "target"}}


# ---------------------------------------------------------------- operations and their phases


def _operation(groups: list[_Group], telling: Telling, toponyms: Sequence[Toponym]) -> int | None:
    """Return the group that a telling is a phase of, or None."""
    for number in reversed(range(len(groups))):
        group = groups[number]
        last = group.tellings[-1]
        if group.parent is not None and last.sentence == telling.sentence:
            return group.parent
        whole = group.whole
        points_back = telling.phase or (telling.definite and not _counts_agree(whole, telling.incident))
        smaller = _is_part(telling.incident, whole)
        if group.parent is None and points_back and smaller and _types_agree(group, telling):
            return number if _agree(whole, telling.incident, toponyms) else None
    return None


def _is_part(part: Incident, whole: Incident) -> bool:
    pairs = [(getattr(part, effect), getattr(whole, effect)) for effect in EFFECTS]
    return all(a is None or b is None or a.best <= b.high for a, b in pairs)


def _without_lone_phases(groups: list[_Group]) -> list[_Group]:
    """Fold a phase that is the only one of its operation into it: one event needs no parent."""
    parts: dict[int, list[int]] = {}
    for number, group in enumerate(groups):
        if group.parent is not None:
            parts.setdefault(group.parent, []).append(number)
    alone = {numbers[0]: parent for parent, numbers in parts.items() if len(numbers) == 1}
    kept = [number for number in range(len(groups)) if number not in alone]
    return [
        _group(
            (*groups[n].tellings, *(t for part, parent in alone.items() if parent == n for t in groups[part].tellings)),
            None if groups[n].parent is None else kept.index(groups[n].parent),  # type: ignore[arg-type]
        )
        for n in kept
    ]


def _with_phases(incidents: Sequence[Incident]) -> list[Incident]:
    """Let operations span what was said of them and what their phases sum to; let phases inherit their place."""
    by_id = {incident.id: incident for incident in incidents}
    phases: dict[str, list[Incident]] = {}
    for incident in incidents:
        if incident.part_of:
            phases.setdefault(incident.part_of, []).append(incident)
    return [_as_phase(_as_whole(i, phases.get(i.id, [])), by_id.get(i.part_of or "")) for i in incidents]


def _as_whole(incident: Incident, phases: Sequence[Incident]) -> Incident:
    return replace(
        incident,
        killed=_spanning(incident.killed, [p.killed for p in phases]),
        injured=_spanning(incident.injured, [p.injured for p in phases]),
        captured=_spanning(incident.captured, [p.captured for p in phases]),
    )


def _as_phase(incident: Incident, parent: Incident | None) -> Incident:
    if parent is None:
        return incident
    where = incident.where or (replace(parent.where, inherited=True) if parent.where else None)
    return replace(incident, where=where, when=incident.when or parent.when)


def _placed(
    number: int, groups: Sequence[_Group], incidents: Sequence[Incident], dateline: Where | None, latest: date | None
) -> Incident:
    """Let an incident that the text puts nowhere take the place of the one that it continues, else the dateline's.

    What is told as past, with a day long before the others, does not take the dateline's.
    """
    incident, first = incidents[number], groups[number].tellings[0]
    if incident.where is not None:
        return incident
    if first.definite and number and first.sentence - groups[number - 1].tellings[-1].sentence <= CONTINUES:
        before = incidents[number - 1].where
        return replace(incident, where=replace(before, inherited=True)) if before else incident
    if incident.when is None or incident.part_of is not None:
        return incident
    past = incident.when.end is not None and latest is not None and (latest - incident.when.end).days > RECENT
    return incident if past else replace(incident, where=dateline)


def _spanning(whole: Count | None, parts: Sequence[Count | None]) -> Count | None:
    known = [p for p in parts if p is not None]
    if not known:
        return whole
    low, best, high = (sum(getattr(p, end) for p in known) for end in ("low", "best", "high"))
    if whole is None:
        return Count(low, best, high)
    return Count(min(low, whole.low), whole.best, max(high, whole.high))
