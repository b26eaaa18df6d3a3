"""Reports -> events: what several reports tell of one event becomes one, with every claim and its report kept."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from geo.merge.across.copies import plain
from geo.merge.across.grouping import Grouping
from geo.merge.again.agreement import VAGUE
from geo.merge.whole.joining import joined
from geo.model import EFFECTS, Correction, Count, Effect, Incident, Report, Route, Telling


@dataclass(frozen=True, slots=True)
class Event:
    """An incident as one report or several tell it.

    Parameters
    ----------
    incident
        All that they say; of several, each claim names its document. `where` counts in the toponyms of `report`.
    report
        The report that its place is taken from.
    told
        The id of each report that tells it with the id of the incident there, the earliest report first.
    texts
        How many different texts tell it: copies of one story count once.
    phases
        How many incidents that have a place are phases of it.
    """

    incident: Incident
    report: Report
    told: tuple[tuple[str, str], ...]
    texts: int
    phases: int = 0


@dataclass(frozen=True, slots=True)
class Flow:
    """A route as one report or several copies of it tell it; see `Event`."""

    route: Route
    report: Report
    told: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """An incident of the report with a number; `text` is the same for copies of one text."""

    number: int
    text: int
    report: Report
    incident: Incident


def events(reports: Sequence[Report], grouping: Grouping) -> Iterator[Event]:
    """Yield the events that reports tell; each stands where the earliest of its reports does.

    Parameters
    ----------
    reports
        As they were grouped. Those that tell one event with a report are asked for by their numbers.
    grouping
        Which of their incidents are one event.
    """
    phases = grouping.placed_phases()
    for number in range(grouping.starts[-1]):
        event = grouping.events[number]
        if grouping.told(event)[0] != number:
            continue
        members = [_told(reports, grouping, one) for one in grouping.told(event)]
        whole = grouping.whole(event)
        part_of = None if whole is None else _told(reports, grouping, grouping.told(whole)[0]).incident.id
        yield _event(members, part_of, phases[event])


def _told(reports: Sequence[Report], grouping: Grouping, number: int) -> _Told:
    document = grouping.document(number)
    report = reports[document]
    return _Told(number, grouping.texts[document], report, report.incidents[number - grouping.starts[document]])


def _event(members: list[_Told], part_of: str | None, phases: int) -> Event:
    told = tuple((member.report.id, member.incident.id) for member in members)
    if len(members) == 1:
        return Event(replace(members[0].incident, part_of=part_of), members[0].report, told, 1, phases)
    named = [replace(m, incident=_named(m.incident, m.report.id)) for m in members]
    whole = joined([_telling(member.incident) for member in named])
    owner = next((m for m in named if m.incident.where is whole.where), named[0])
    counts = {effect: _count(members, effect) for effect in EFFECTS}
    texts = len({member.text for member in members})
    whole = replace(whole, part_of=part_of, corrected=_set_right(m.incident for m in members), **counts)  # type: ignore[arg-type]
    return Event(whole, owner.report, told, texts, phases)


def _set_right(tellings: Iterable[Incident | Route]) -> tuple[Correction, ...]:
    """Return what was set right in any telling; the same of several once, though each has a line of its own."""
    found: dict[tuple[object, ...], Correction] = {}
    for telling in tellings:
        for one in telling.corrected:
            found.setdefault((one.what, one.was, one.note), one)
    return tuple(found.values())


def _named(incident: Incident, document: str) -> Incident:
    return replace(incident, claims=tuple(replace(claim, document=document) for claim in incident.claims))


def _telling(incident: Incident) -> Telling:
    general = incident.type in VAGUE
    return Telling(incident, sentence=0, definite=False, phase=False, general=general, update=False, bare=False)


def _count(members: list[_Told], effect: Effect) -> Count | None:
    """Return the range of all, and as best value that of most texts; where two are said alike often, the later one."""
    said = [(member, count) for member in members if (count := getattr(member.incident, effect)) is not None]
    if not said:
        return None
    votes = Counter(best for _, best in {(member.text, count.best) for member, count in said})

    def weight(pair: tuple[_Told, Count]) -> tuple[int, int]:
        published = pair[0].report.published
        return votes[pair[1].best], published.toordinal() if published else 0

    best = max(said, key=weight)[1].best
    return Count(min(count.low for _, count in said), best, max(count.high for _, count in said))


# ---------------------------------------------------------------- routes


def flows(reports: Sequence[Report], grouping: Grouping) -> Iterator[Flow]:
    """Yield the routes that reports tell; those of copies of one text, in the same words, are one.

    Parameters
    ----------
    reports, grouping
        As for `events`.
    """
    copies: dict[int, list[int]] = {}
    for number, text in enumerate(grouping.texts):
        if text != number:
            copies.setdefault(text, [text]).append(number)
    for number, text in enumerate(grouping.texts):
        if number == text:
            same = sorted(copies.get(text, [text]), key=lambda n: grouping.ranks[n])
            yield from _flows([reports[n] for n in same])


def _flows(copies: list[Report]) -> Iterator[Flow]:
    found: dict[tuple[str, ...], list[tuple[Report, Route]]] = {}
    for report in copies:
        seen: Counter[tuple[str, ...]] = Counter()
        for route in report.routes:
            key = (*_ends(report, route), *(plain(claim.text) for claim in route.claims))
            found.setdefault((*key, str(seen[key])), []).append((report, route))
            seen[key] += 1
    for same in found.values():
        yield _flow(same)


def _ends(report: Report, route: Route) -> Iterator[str]:
    for end in (route.origin, route.destination):
        place = report.toponyms[end.toponym].place if end else None
        yield place.id if place else ""


def _flow(same: list[tuple[Report, Route]]) -> Flow:
    report, first = same[0]
    told = tuple((other.id, route.id) for other, route in same)
    if len(same) == 1:
        return Flow(first, report, told)
    claims = tuple(replace(claim, document=other.id) for other, route in same for claim in route.claims)
    return Flow(replace(first, claims=claims, corrected=_set_right(route for _, route in same)), report, told)
