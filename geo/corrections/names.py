"""What a reader says of names -> the toponyms that they change, and what stands on them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from gazetteer.names import key
from geo.corrections.said import Corrections, Name
from geo.model import Incident, Report, Route, RouteEnd, Toponym, Where
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


def _pins(corrections: Corrections) -> Corrections:
    """Return the corrections without those that bar a name."""
    pinned = {name: tuple(one for one in said if one.place) for name, said in corrections.names.items()}
    return replace(corrections, names={name: said for name, said in pinned.items() if said})


def said_of(toponym: Toponym, document: str, source: str | None, corrections: Corrections) -> Name | None:
    """Return what a reader says of a name that stands in a text.

    Parameters
    ----------
    toponym
        Of the document.
    document, source
        Its id, and who published it.
    corrections
        What to correct.
    """
    given = toponym.start == toponym.end  # the place of a correction, which stands nowhere in the text
    return None if given else _name_for(toponym.surface, document, source, corrections)


def _name_for(surface: str, document: str, source: str | None, corrections: Corrections) -> Name | None:
    """Return what is said of a name: for its document before its source, for its source before everywhere."""
    fits = [
        name
        for name in corrections.names.get(key(surface), ())
        if name.document in {None, document} and name.source in {None, source}
    ]
    return max(fits, key=lambda name: (name.document is not None, name.source is not None), default=None)


def _corrected_name(toponym: Toponym, document: str, source: str | None, corrections: Corrections) -> Toponym:
    name = said_of(toponym, document, source, corrections)
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
