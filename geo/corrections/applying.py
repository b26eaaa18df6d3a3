"""Corrections -> the toponyms and reports that they change."""

import re
from collections.abc import Iterator
from dataclasses import replace

from gazetteer.names import key
from geo.corrections.file import Corrections, Name
from geo.model import Count, Incident, Report, Route, RouteEnd, Toponym, Where
from geo.model.precision import precision_of


def corrected_names(
    toponyms: tuple[Toponym, ...], text: str, document: str, source: str | None, corrections: Corrections
) -> tuple[Toponym, ...]:
    """Return the toponyms of a document with names pinned, and those of pinned names that were overlooked.

    Bars wait until the text is read (`corrected`): a name that says nothing any more must not take an incident with it,
    nor change the numbers of those after it.

    Parameters
    ----------
    toponyms
        In the order of the text.
    text, document, source
        The document's text, its id, and who published it.
    corrections
        What to correct.
    """
    if not corrections.names:
        return toponyms
    corrections = _pins(corrections)
    made = tuple(_corrected_name(toponym, document, source, corrections) for toponym in toponyms)
    added = _overlooked(made, text, document, source, corrections)
    return tuple(sorted((*made, *added), key=lambda toponym: toponym.start))


def corrected_incidents(report: Report, corrections: Corrections) -> Report:
    """Return a report with its incidents and routes corrected: incidents are split, then placed, then struck out.

    Parameters
    ----------
    report
        As it was read, names corrected.
    corrections
        What to correct.
    """
    report = _without_struck(_placed(_split(report, corrections), corrections), corrections)
    kept = (route for route in report.routes if route.id not in corrections.struck)
    return replace(
        report, routes=tuple(_turned(route) if route.id in corrections.reversed else route for route in kept)
    )


def _turned(route: Route) -> Route:
    """Return a route that leads the other way."""
    return replace(route, origin=route.destination, destination=route.origin, via=route.via[::-1])


def _without_struck(report: Report, corrections: Corrections) -> Report:
    """Return a report without the incidents that are struck out; their phases stand by themselves."""
    if not corrections.struck:
        return report
    kept = [incident for incident in report.incidents if incident.id not in corrections.struck]
    ids = {incident.id for incident in kept}
    return replace(report, incidents=tuple(i if i.part_of in ids else replace(i, part_of=None) for i in kept))


def _placed(report: Report, corrections: Corrections) -> Report:
    """Return a report in which some incidents are where a reader says, by a name that stands nowhere in the text."""
    toponyms, incidents = list(report.toponyms), list(report.incidents)
    for number, incident in enumerate(incidents):
        if incident.id not in corrections.placed:
            continue
        place, line = corrections.placed[incident.id]
        at, reasons = incident.trigger.start, (f"placed by line {line} of the corrections",)
        where = Where(len(toponyms), place.lat, place.lon, precision_of(place), place.radius_km, inherited=False)
        toponyms.append(Toponym(at, at, place.name, "literal", place, 1.0, (), reasons))
        incidents[number] = replace(incident, where=where)
    return replace(report, toponyms=tuple(toponyms), incidents=tuple(incidents))


def _split(report: Report, corrections: Corrections) -> Report:
    """Return a report in which the claims of other events have incidents of their own, after the one they came from."""
    if not any(incident.id in corrections.split for incident in report.incidents):
        return report
    return replace(report, incidents=tuple(one for i in report.incidents for one in _parted(i, corrections)))


def _parted(incident: Incident, corrections: Corrections) -> Iterator[Incident]:
    """Yield an incident with the claims that are left to it, and one for each lot of claims that leave it."""
    taken: set[int] = set()
    parted = []
    for numbers, _ in corrections.split.get(incident.id, ()):
        mine = [n for n in numbers if n <= len(incident.claims) and n not in taken]
        taken.update(mine)
        if mine:
            parted.append(_of_claims(incident, mine, f"{incident.id}.{mine[0]}"))
    left = [n for n in range(1, len(incident.claims) + 1) if n not in taken]
    if left and taken:
        yield _of_claims(incident, left, incident.id)
    elif not taken:
        yield incident
    yield from parted


def _of_claims(incident: Incident, numbers: list[int], identifier: str) -> Incident:
    """Return the incident that some claims of another tell: as sure and as many as they say; all else stays."""
    claims = tuple(incident.claims[n - 1] for n in numbers)
    modality = "fact" if any(claim.modality == "fact" for claim in claims) else claims[0].modality
    return replace(
        incident,
        id=identifier,
        claims=claims,
        modality=modality,
        killed=_count_of([claim.killed for claim in claims]),
        injured=_count_of([claim.injured for claim in claims]),
        captured=_count_of([claim.captured for claim in claims]),
    )


def _count_of(counts: list[Count | None]) -> Count | None:
    known = [count for count in counts if count]
    return Count(min(c.low for c in known), known[0].best, max(c.high for c in known)) if known else None


def corrected(report: Report, corrections: Corrections) -> Report:
    """Return a report that was read before with its names corrected: what stood on a name goes where it goes now.

    Parameters
    ----------
    report
        Its text is not read again, so names that were overlooked stay so.
    corrections
        What to correct.
    """
    if not corrections.names:
        return report
    before = report.toponyms
    after = tuple(_corrected_name(toponym, report.id, report.source, corrections) for toponym in before)
    moved = {n for n, (one, other) in enumerate(zip(before, after, strict=True)) if one is not other}
    return replace(
        report,
        toponyms=after,
        incidents=tuple(_moved_incident(incident, after, moved) for incident in report.incidents),
        routes=tuple(_moved_route(route, after, moved) for route in report.routes),
    )


def applied(report: Report, corrections: Corrections) -> set[tuple[int, str]]:
    """Return what the file's lines say of a report: the line, and the name or id; ask before incidents are corrected.

    Parameters
    ----------
    report
        A report as it was read.
    corrections
        What the file says.
    """
    said = (_name_for(toponym.surface, report.id, report.source, corrections) for toponym in report.toponyms)
    ids = {incident.id for incident in report.incidents} | {route.id for route in report.routes}
    ids |= {one.id for incident in report.incidents for one in _parted(incident, corrections)}
    return {one for one in corrections.of_ids() if one[1] in ids} | {(n.line, n.name) for n in said if n}


def _pins(corrections: Corrections) -> Corrections:
    """Return the corrections without those that bar a name."""
    pinned = {name: tuple(one for one in said if one.place) for name, said in corrections.names.items()}
    return replace(corrections, names={name: said for name, said in pinned.items() if said})


def _name_for(surface: str, document: str, source: str | None, corrections: Corrections) -> Name | None:
    """Return what is said of a name: for its document before its source, for its source before everywhere."""
    fits = [
        name
        for name in corrections.names.get(key(surface), ())
        if name.document in {None, document} and name.source in {None, source}
    ]
    return max(fits, key=lambda name: (name.document is not None, name.source is not None), default=None)


def _corrected_name(toponym: Toponym, document: str, source: str | None, corrections: Corrections) -> Toponym:
    name = _name_for(toponym.surface, document, source, corrections)
    if name is None:
        return toponym
    if name.place is None:
        reasons = (f"barred by line {name.line} of the corrections",)
        return replace(toponym, role="organisation", place=None, confidence=0.0, alternatives=(), reasons=reasons)
    return replace(toponym, place=name.place, confidence=1.0, alternatives=(), reasons=(_pinned(name),))


def _pinned(name: Name) -> str:
    return f"pinned by line {name.line} of the corrections"


def _overlooked(
    toponyms: tuple[Toponym, ...], text: str, document: str, source: str | None, corrections: Corrections
) -> Iterator[Toponym]:
    taken = [(toponym.start, toponym.end) for toponym in toponyms]
    for names in corrections.names.values():
        for match in re.finditer(rf"(?<!\w){re.escape(names[0].name)}(?!\w)", text):
            name = _name_for(match[0], document, source, corrections)
            free = all(end <= match.start() or match.end() <= start for start, end in taken)
            if name and name.place and free:
                yield Toponym(*match.span(), match[0], "literal", name.place, 1.0, (), (_pinned(name),))


def _moved_incident(incident: Incident, toponyms: tuple[Toponym, ...], moved: set[int]) -> Incident:
    where = incident.where
    if where is None or where.toponym not in moved:
        return incident
    place = toponyms[where.toponym].place
    if place is None:
        return replace(incident, where=None)
    return replace(
        incident,
        where=Where(where.toponym, place.lat, place.lon, precision_of(place), place.radius_km, where.inherited),
    )


def _moved_route(route: Route, toponyms: tuple[Toponym, ...], moved: set[int]) -> Route:
    def end(before: RouteEnd | None) -> RouteEnd | None:
        if before is None or before.toponym not in moved:
            return before
        place = toponyms[before.toponym].place
        if place is None:
            return None
        return RouteEnd(before.toponym, place.lat, place.lon, precision_of(place), before.inferred)

    via = tuple(moved_end for one in route.via if (moved_end := end(one)))
    return replace(route, origin=end(route.origin), destination=end(route.destination), via=via)
