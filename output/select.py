"""Reports -> the part of them that was asked for, with notes on what was left out.

A filter leaves out what is known not to fit. What is not known (an undated incident, an unlocated one) stays, and the
notes say how much of it there is.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from math import asin, atan2, cos, degrees, radians, sin, sqrt

from geo.model import Incident, Report, Route, RouteEnd, When, Where

Box = tuple[float, float, float, float]
Spot = tuple[float, float, float]
Fit = bool | None  # None: not known
Tally = Counter[tuple[str, str]]  # (what was done, to what) -> how often

_EARTH_KM = 6371.0088  # mean radius (IUGG)


@dataclass(frozen=True, slots=True)
class Choice:
    """What to keep; what is left empty keeps all.

    Parameters
    ----------
    since, until
        Days, both included; an incident or a route fits if any of its days does.
    types
        Of incidents; routes have none and are kept.
    box
        West, south, east, north in degrees, west above east across 180°; a place known only roughly fits if it could
        lie within, a route if one of its ends does.
    countries
        ISO 3166-1 alpha-2; a route fits if one of its ends does.
    min_confidence
        A place less sure than this counts as not known, 0..1.
    """

    since: date | None = None
    until: date | None = None
    types: frozenset[str] = frozenset()
    box: Box | None = None
    countries: frozenset[str] = frozenset()
    min_confidence: float = 0.0


def select(reports: Iterable[Report], choice: Choice) -> tuple[list[Report], list[str]]:
    """Return the reports with only the incidents and routes of `choice`, and notes on what is left out or not known."""
    tally: Tally = Counter()
    chosen = [_chosen(_confident(report, choice, tally), choice, tally) for report in reports]
    return chosen, _notes(tally)


def _notes(tally: Tally) -> list[str]:
    """Return a line for each thing done: ``left out by the filters: 3 incidents, 1 route``."""
    done: dict[str, list[str]] = {}
    for (deed, what), number in tally.items():
        done.setdefault(deed, []).append(f"{number} {what}{'' if number == 1 else 's'}")
    return [f"{deed}: {', '.join(numbers)}" for deed, numbers in done.items()]


def _chosen(report: Report, choice: Choice, tally: Tally) -> Report:
    incidents = [i for i in report.incidents if _keep("incident", _incident_fits(report, i, choice), tally)]
    routes = tuple(r for r in report.routes if _keep("route", _route_fits(report, r, choice), tally))
    ids = {incident.id for incident in incidents}
    loose = tuple(i if i.part_of in ids else replace(i, part_of=None) for i in incidents)
    return replace(report, incidents=loose, routes=routes)


def _keep(what: str, fits: dict[str, Fit], tally: Tally) -> bool:
    if False in fits.values():
        tally["left out by the filters", what] += 1
        return False
    tally.update((f"kept though the {name} is not known", what) for name, fit in fits.items() if fit is None)
    return True


def _incident_fits(report: Report, incident: Incident, choice: Choice) -> dict[str, Fit]:
    where = incident.where
    return {
        "type": not choice.types or incident.type in choice.types,
        "day": _in_days(incident.when, choice),
        "country": _in_countries(report, [where], choice),
        "place": _in_box([_spot(report, where)], choice),
    }


def _route_fits(report: Report, route: Route, choice: Choice) -> dict[str, Fit]:
    ends = [route.origin, route.destination]
    return {
        "day": _in_days(route.when, choice),
        "country": _in_countries(report, ends, choice),
        "place": _in_box([_spot(report, end) for end in ends], choice),
    }


def _any(fits: Iterable[Fit]) -> Fit:
    """Return True if any fits, else None if any is not known, else False."""
    seen = set(fits)
    return True if True in seen else None if None in seen else False


# ---------------------------------------------------------------- the filters


def _in_days(when: When | None, choice: Choice) -> Fit:
    if not (choice.since or choice.until):
        return True
    if when is None or not (when.start or when.end):
        return None
    late = bool(choice.until and when.start and when.start > choice.until)
    early = bool(choice.since and when.end and when.end < choice.since)
    return not (late or early)


def _in_countries(report: Report, at: list[Where | None] | list[RouteEnd | None], choice: Choice) -> Fit:
    if not choice.countries:
        return True
    places = [end and report.toponyms[end.toponym].place for end in at]
    return _any(place.country in choice.countries if place and place.country else None for place in places)


def _in_box(at: list[Spot | None], choice: Choice) -> Fit:
    box = choice.box
    return True if box is None else _any(end and _kilometres_to(box, end[0], end[1]) <= end[2] for end in at)


def _spot(report: Report, at: Where | RouteEnd | None) -> Spot | None:
    """Return a point and how far from it in km the truth may lie."""
    if at is None:
        return None
    place = report.toponyms[at.toponym].place
    radius = at.radius_km if isinstance(at, Where) else place.radius_km if place else 0.0
    return at.lat, at.lon, 0.0 if at.precision == 1 else radius


def _kilometres_to(box: Box, lat: float, lon: float) -> float:
    """Return the way from a point to the nearest point of the box, 0 within."""
    west, south, east, north = box
    inside = west <= lon <= east if west <= east else lon >= west or lon <= east
    return min(
        _kilometres(lat, to, apart)
        for apart in ([0.0] if inside else [lon - west, lon - east])
        for to in (south, north, min(max(_foot(lat, apart), south), north))
    )


def _foot(lat: float, lon_apart: float) -> float:
    """Return the latitude at which a meridian so many degrees away is nearest (Napier's rules)."""
    if not lon_apart:
        return lat  # exactly: rounding would put a point that lies in the box outside it
    return degrees(atan2(sin(radians(lat)), cos(radians(lat)) * cos(radians(lon_apart))))


def _kilometres(lat: float, to_lat: float, lon_apart: float) -> float:
    """Return the great-circle distance (haversine, Sinnott 1984)."""
    a, b = radians(lat), radians(to_lat)
    chord = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(lon_apart) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(min(1.0, chord)))


# ---------------------------------------------------------------- places too doubtful


def _confident(report: Report, choice: Choice, tally: Tally) -> Report:
    """Return the report with the places that are too doubtful taken away, and all that stood on them."""
    doubtful = {n for n, t in enumerate(report.toponyms) if t.place and t.confidence < choice.min_confidence}
    if not doubtful:
        return report
    tally[f"not placed, being less sure than {choice.min_confidence:g}", "place name"] += len(doubtful)
    toponyms = tuple(replace(t, place=None) if n in doubtful else t for n, t in enumerate(report.toponyms))
    incidents = tuple(_without_doubtful(incident, doubtful) for incident in report.incidents)
    routes = tuple(_ends_without_doubtful(route, doubtful) for route in report.routes)
    return replace(report, toponyms=toponyms, incidents=incidents, routes=routes)


def _without_doubtful(incident: Incident, doubtful: set[int]) -> Incident:
    return replace(incident, where=None) if incident.where and incident.where.toponym in doubtful else incident


def _ends_without_doubtful(route: Route, doubtful: set[int]) -> Route:
    def sure(end: RouteEnd | None) -> RouteEnd | None:
        return None if end is None or end.toponym in doubtful else end

    via = tuple(end for end in route.via if end.toponym not in doubtful)
    return replace(route, origin=sure(route.origin), destination=sure(route.destination), via=via)
