"""Tellings of incidents -> incidents: one event told several times becomes one, phases of an operation get a parent.

`agreement` says which tellings are of one event, `phases` which incident is a step of another; here they are put
together, and what has no place of its own takes one from what it follows.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from geo.merge.agreement import days_agree, is_same
from geo.merge.groups import Group, group, latest
from geo.merge.phases import operation, with_phases, without_lone_phases
from geo.model import Incident, Telling, Toponym, Where

CONTINUES = 2  # sentences over which "they" carries a place on
STANDS_FOR_ITSELF = frozenset({"literal", "metonym", "possessive"})
RECENT = 14  # days; a wire story's news is no older


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
    groups: list[Group] = []
    for telling in tellings:
        _place_in(groups, telling, toponyms)
    groups = without_lone_phases(groups)
    ids = [f"{document_id}#i{number}" for number in range(1, len(groups) + 1)]
    named = [
        replace(each.whole, id=own, part_of=None if each.parent is None else ids[each.parent])
        for own, each in zip(ids, groups, strict=True)
    ]
    placed: list[Incident] = []
    newest = max((i.when.end for i in named if i.when and i.when.end), default=None)
    for number, incident in enumerate(with_phases(named)):
        placed.append(_placed(incident, groups, placed, toponyms) or _filed(incident, groups[number], dateline, newest))
    return tuple(placed)


def _place_in(groups: list[Group], telling: Telling, toponyms: Sequence[Toponym]) -> None:
    for number in latest(groups):
        if is_same(groups[number], telling, toponyms):
            groups[number] = group((*groups[number].tellings, telling), groups[number].parent)
            return
    if not telling.bare:
        groups.append(group((telling,), operation(groups, telling, toponyms)))


# ---------------------------------------------------------------- places taken over


def _placed(
    incident: Incident, groups: Sequence[Group], before: Sequence[Incident], toponyms: Sequence[Toponym]
) -> Incident | None:
    """Return the incident as it is where it has a place or says one, or with that of the one it follows; else None."""
    own = groups[len(before)]
    if incident.where is not None or any(t.place_said for t in own.tellings):
        return incident
    if not before or before[-1].where is None:
        return None
    first, last = own.tellings[0], groups[len(before) - 1].last
    distance = first.sentence - last.sentence
    carried_on = first.definite and distance <= CONTINUES
    follows = distance <= 1 and first.paragraph == last.paragraph and _is_dayless(incident, before[-1])
    if not (carried_on or follows) or _names_another_country(before[-1], first, toponyms):
        return None
    return replace(incident, where=replace(before[-1].where, inherited=True))


def _is_dayless(incident: Incident, before: Incident) -> bool:
    """Tell whether an incident has no day of its own that is not the one before's too."""
    return incident.when is None or (before.when is not None and days_agree(incident.when, before.when))


def _names_another_country(before: Incident, telling: Telling, toponyms: Sequence[Toponym]) -> bool:
    """Tell whether the text names another country from the one incident to the next."""
    assert before.where is not None  # noqa: S101 (the caller asked)
    home = toponyms[before.where.toponym].place
    between = [t for t in toponyms if before.claims[-1].end <= t.start < telling.incident.claims[0].end]
    named = [t for t in between if t.place and t.place.kind == "country" and t.role in STANDS_FOR_ITSELF]
    countries = {t.place.country for t in named if t.place}
    return home is not None and bool(countries - {home.country})


def _filed(incident: Incident, own: Group, dateline: Where | None, newest: date | None) -> Incident:
    """Return an incident with the dateline's place as a last resort: where it has a day, and that is recent news."""
    if incident.when is None or incident.part_of is not None or incident.where is not None:
        return incident
    past = incident.when.end is not None and newest is not None and (newest - incident.when.end).days > RECENT
    return incident if past or any(t.place_said for t in own.tellings) else replace(incident, where=dateline)
