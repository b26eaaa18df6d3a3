"""Reports -> events: what several reports tell of one incident becomes one, with every claim and its report kept."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from geo.merge.copies import copies, plain
from geo.merge.joining import joined
from geo.merge.judged import NOTHING, Judged
from geo.merge.sameness import (
    EFFECTS,
    VAGUE,
    Dated,
    Token,
    agreements,
    cell,
    cells_around,
    counts_agree,
    dated,
    kinds_agree,
    may_be_same,
)
from geo.model import Count, Effect, Incident, Report, Route, Telling

MOST_TRIED = 32  # clusters that share something; a list of a thousand like events in one report costs no more
MOST_JUDGED = 12  # members of a cluster that a new one is held against


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
        The id of each report that tells it with the id of the incident there, in the order of the reports.
    texts
        How many different texts tell it: copies of one story count once.
    """

    incident: Incident
    report: Report
    told: tuple[tuple[str, str], ...]
    texts: int


@dataclass(frozen=True, slots=True)
class Flow:
    """A route as one report or several copies of it tell it; see `Event`."""

    route: Route
    report: Report
    told: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """An incident of the report with a number; `copied` is the same for the same words in copies of one text."""

    number: int
    report: Report
    text: int
    incident: Incident
    copied: Token
    known: Dated | None


@dataclass(slots=True)
class _Clusters:
    """Tellings of one event each, and where to look for those that a new telling may belong to."""

    members: list[list[_Told]] = field(default_factory=list)
    by_copy: dict[Token, list[int]] = field(default_factory=dict)
    by_cell: dict[tuple[object, ...], dict[tuple[int, Token], list[int]]] = field(default_factory=dict)
    by_group: dict[int, int] = field(default_factory=dict)


def apart(reports: Sequence[Report]) -> list[Event]:
    """Return each incident of each report as an event of its own."""
    return [Event(i, report, ((report.id, i.id),), 1) for report in reports for i in report.incidents]


def merge(reports: Sequence[Report], judged: Judged = NOTHING) -> list[Event]:
    """Return the events that `reports` tell, in the order in which they are first told.

    Two incidents of one report are joined here only where a reader says so: else that is for `geo.merge.merge`, which
    has read the text.

    Parameters
    ----------
    reports
        With ids that are unique among them.
    judged
        What a reader says of which are one event.
    """
    clusters = _Clusters()
    for told in _tellings(reports):
        number = _said_home(clusters, told, judged)
        if number is None:
            number = len(clusters.members)
            clusters.members.append([])
        clusters.members[number].append(told)
        _enter(clusters, number, told)
        if (group := judged.group.get(told.incident.id)) is not None:
            clusters.by_group[group] = number
    return _linked(clusters.members)


def flows(reports: Sequence[Report], *, apart: bool = False) -> list[Flow]:
    """Return the routes that `reports` tell; those of copies of one text, in the same words, are one.

    Parameters
    ----------
    reports
        With ids that are unique among them.
    apart
        Leave all of them as they are.
    """
    texts = list(range(len(reports))) if apart else copies(reports)
    found: dict[Token, list[tuple[Report, Route]]] = {}
    for text, report in zip(texts, reports, strict=True):
        seen: Counter[Token] = Counter()
        for route in report.routes:
            key = (str(text), *_ends(report, route), *(plain(claim.text) for claim in route.claims))
            found.setdefault((*key, str(seen[key])), []).append((report, route))
            seen[key] += 1
    return [_flow(same) for same in found.values()]


# ---------------------------------------------------------------- which belong together


def _tellings(reports: Sequence[Report]) -> Iterator[_Told]:
    for number, (text, report) in enumerate(zip(copies(reports), reports, strict=True)):
        seen: Counter[Token] = Counter()
        for incident in report.incidents:
            words = plain(incident.claims[0].text) if incident.claims else ""
            key = (str(text), words, plain(incident.trigger.text))
            where = incident.where
            known = dated(incident, report.toponyms[where.toponym].place if where else None)
            yield _Told(number, report, text, incident, (*key, str(seen[key])), known)
            seen[key] += 1


def _said_home(clusters: _Clusters, told: _Told, judged: Judged) -> int | None:
    """Return the cluster that a reader, or else the rules, put a telling in."""
    said = clusters.by_group.get(judged.group.get(told.incident.id, -1))
    return said if said is not None else _home(clusters, told, judged)


def _home(clusters: _Clusters, told: _Told, judged: Judged) -> int | None:
    """Return the cluster that a telling belongs to: that of its copy, else the one with which it shares most."""
    shared = Counter(_sharing(clusters, told))
    for number in clusters.by_copy.get(told.copied, ()):
        if _fits(clusters.members[number], told, _copy_of, judged):
            return number
    for number, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:MOST_TRIED]:
        if _fits(clusters.members[number], told, _same_event, judged):
            return number
    return None


def _sharing(clusters: _Clusters, told: _Told) -> Iterator[int]:
    """Yield the clusters near a telling in place and day, once for each thing that they share with it."""
    if told.known is None:
        return
    tokens = agreements(told.incident)
    for around in cells_around(told.known):
        here = clusters.by_cell.get(around)
        if here:
            for token in tokens:
                yield from {n for day in told.known.days for n in here.get((day, token), ())[-MOST_TRIED:]}


def _fits(members: list[_Told], told: _Told, same: Callable[[_Told, _Told], bool], judged: Judged) -> bool:
    if members[-1].number == told.number:  # the reports come in order, so its own report's is the last
        return False
    if told.incident.id in judged.barred and any(judged.apart(told.incident.id, m.incident.id) for m in members):
        return False
    return all(same(member, told) for member in members[:MOST_JUDGED])


def _copy_of(one: _Told, other: _Told) -> bool:
    """Tell whether two tellings in the same words, of copies, are read alike as far as both are read."""
    if one.known and other.known and one.text != other.text:
        return may_be_same(one.known, other.known)
    days = {i.when.start for i in (one.incident, other.incident) if i.when and i.when.start}
    return len(days) < 2 and kinds_agree(one.incident, other.incident) and counts_agree(one.incident, other.incident)


def _same_event(one: _Told, other: _Told) -> bool:
    return one.known is not None and other.known is not None and may_be_same(one.known, other.known)


def _enter(clusters: _Clusters, number: int, told: _Told) -> None:
    numbers = clusters.by_copy.setdefault(told.copied, [])
    if number not in numbers[-1:]:
        numbers.append(number)
    if told.known is None:
        return
    here = clusters.by_cell.setdefault(cell(told.known), {})
    for token in agreements(told.incident):
        for day in told.known.days:
            entered = here.setdefault((day, token), [])
            if number not in entered[-MOST_TRIED:]:
                entered.append(number)


# ---------------------------------------------------------------- one event of several


def _event(members: list[_Told]) -> Event:
    told = tuple((member.report.id, member.incident.id) for member in members)
    if len(members) == 1:
        return Event(members[0].incident, members[0].report, told, 1)
    named = [replace(m, incident=_named(m.incident, m.report.id)) for m in members]
    whole = joined([_telling(member.incident) for member in named])
    owner = next((m for m in named if m.incident.where is whole.where), named[0])
    counts = {effect: _count(members, effect) for effect in EFFECTS}
    texts = len({member.text for member in members})
    return Event(replace(whole, part_of=None, **counts), owner.report, told, texts)  # type: ignore[arg-type]


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

    def weight(pair: tuple[_Told, Count]) -> tuple[int, int, int]:
        published = pair[0].report.published
        return votes[pair[1].best], published.toordinal() if published else 0, -pair[0].number

    best = max(said, key=weight)[1].best
    return Count(min(count.low for _, count in said), best, max(count.high for _, count in said))


def _linked(clusters: list[list[_Told]]) -> list[Event]:
    """Return the events of the clusters, phases linked to what their operations have become; a phase has no phases."""
    events = [_event(members) for members in clusters]
    home = {told: event.incident.id for event in events for told in event.told}
    wholes = [_whole(members, home) for members in clusters]
    parts = {event.incident.id for event, whole in zip(events, wholes, strict=True) if whole}
    linked = []
    for event, whole in zip(events, wholes, strict=True):
        loose = whole == event.incident.id or (len(event.told) > 1 and whole in parts)
        linked.append(replace(event, incident=replace(event.incident, part_of=None if loose else whole)))
    return linked


def _whole(members: list[_Told], home: dict[tuple[str, str], str]) -> str | None:
    wholes = ((m.report.id, m.incident.part_of) for m in members if m.incident.part_of)
    return next((home[whole] for whole in wholes if whole in home), None)


# ---------------------------------------------------------------- routes


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
    return Flow(replace(first, claims=claims), report, told)
