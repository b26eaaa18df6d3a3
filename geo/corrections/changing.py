"""The values that a reader sets right -> the incidents and routes that have them, each value marked."""

from dataclasses import replace
from itertools import zip_longest
from typing import Any

from gazetteer.place import Place
from geo.corrections.marking import count_words, day_words, mark_of, marked, people_words, place_words
from geo.corrections.people import with_people
from geo.corrections.phases import followed
from geo.corrections.said import Change, Corrections
from geo.model import Incident, Report, Route, RouteEnd, Toponym, When, Where
from geo.model.precision import precision_of

Values = dict[str, Any]


def changed(report: Report, corrections: Corrections) -> Report:
    """Return a report with the values that a reader set right; what hangs on them follows.

    Parameters
    ----------
    report
        As it was read, or corrected before.
    corrections
        What to correct.
    """
    if not any(one.id in corrections.incidents for one in report.incidents) and not any(
        one.id in corrections.routes for one in report.routes
    ):
        return report
    toponyms = list(report.toponyms)  # to which the places are added that are given
    incidents = list(report.incidents)
    for number, incident in enumerate(incidents):
        changes = corrections.incidents.get(incident.id, {}).values()
        for change in sorted(changes, key=lambda change: change.what == "day"):  # which the stage has a say in
            incidents[number] = _incident(incidents[number], change, report, toponyms)
    routes = list(report.routes)
    for number, route in enumerate(routes):
        for change in corrections.routes.get(route.id, {}).values():
            routes[number] = _route(routes[number], change, toponyms)
    told = tuple(followed(report.incidents, incidents, corrections))
    return replace(report, toponyms=tuple(toponyms), incidents=told, routes=tuple(routes))


# ---------------------------------------------------------------- incidents


def _incident(incident: Incident, change: Change, report: Report, toponyms: list[Toponym]) -> Incident:
    was, values = _of_incident(incident, change, report, toponyms)
    return replace(incident, corrected=marked(incident.corrected, change, was), **values)


def _of_incident(
    incident: Incident, change: Change, report: Report, toponyms: list[Toponym]
) -> tuple[str | None, Values]:
    """Return what a value was, in words, and the fields that change."""
    match change.what:
        case "place":
            was = place_words(toponyms, [incident.where])
            return was, {"where": _where(incident, change, toponyms)}
        case "day":
            return day_words(incident.when), {"when": _when(incident, change.value, report)}
        case "killed" | "injured" | "captured":
            return count_words(getattr(incident, change.what)), {change.what: change.value}
        case "type" | "stage" | "modality":
            return getattr(incident, change.what), {change.what: change.value}
        case _:
            before, after = with_people(incident, change, report)
            return people_words(before), {"participants": after}


def _where(incident: Incident, change: Change, toponyms: list[Toponym]) -> Where:
    place = change.value
    number = _put(toponyms, place, change, incident.trigger.start, incident.where)
    return Where(number, place.lat, place.lon, precision_of(place), place.radius_km, inherited=False)


def _when(incident: Incident, when: When, report: Report) -> When:
    """Return the days, with the report's words; what has none and is told as done was over when its report came out."""
    over = when.start is None and incident.stage != "threatened"
    text = incident.when.text if incident.when else None
    return replace(when, end=report.published if over else when.end, text=text)


# ---------------------------------------------------------------- routes


def _route(route: Route, change: Change, toponyms: list[Toponym]) -> Route:
    was, values = _of_route(route, change, toponyms)
    return replace(route, corrected=marked(route.corrected, change, was), **values)


def _of_route(route: Route, change: Change, toponyms: list[Toponym]) -> tuple[str | None, Values]:
    """Return what an end was, in words, and the fields that change."""
    at = route.claims[0].start if route.claims else 0
    match change.what:
        case "direction":
            return _direction(route, toponyms), {} if mark_of(route.corrected, "direction") else _turned(route)
        case "via":
            was = place_words(toponyms, route.via)
            given = zip_longest(change.value, route.via[: len(change.value)])
            return was, {"via": tuple(_end(place, change, at, toponyms, before) for place, before in given)}
        case _:
            before: RouteEnd | None = getattr(route, change.what)
            was = place_words(toponyms, [before])
            return was, {change.what: change.value and _end(change.value, change, at, toponyms, before)}


def _direction(route: Route, toponyms: list[Toponym]) -> str:
    return " → ".join(place_words(toponyms, [end]) or "?" for end in (route.origin, route.destination))


def _turned(route: Route) -> Values:
    """Return the ends of a route that leads the other way."""
    return {"origin": route.destination, "destination": route.origin, "via": route.via[::-1]}


def _end(place: Place, change: Change, at: int, toponyms: list[Toponym], before: RouteEnd | None) -> RouteEnd:
    number = _put(toponyms, place, change, at, before)
    return RouteEnd(number, place.lat, place.lon, precision_of(place), inferred=False)


# ---------------------------------------------------------------- places


def _put(toponyms: list[Toponym], place: Place, change: Change, at: int, before: Where | RouteEnd | None) -> int:
    """Return the number of a place that a reader gives: it stands on no character of the text.

    What stands on it already, having been corrected before, stays on it.
    """
    reason = f"placed by line {change.line} of the corrections{f': {change.note}' if change.note else ''}"
    made = Toponym(at, at, place.name, "literal", place, 1.0, (), (reason,))
    known = toponyms[before.toponym] if before else None
    if before and known and known.start == known.end and known.place and known.place.id == place.id:
        toponyms[before.toponym] = made  # which has no reasons where a record was written between
        return before.toponym
    toponyms.append(made)
    return len(toponyms) - 1
