"""Reports -> the part of them that was asked for, with notes on what was left out.

A filter leaves out what is known not to fit. What is not known stays as long as it may fit: an incident without a day
unless its report came out before the days asked for, one without a place if its report names a place that fits. The
notes say how much was left out, and how much is kept without being known.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from math import atan2, cos, degrees, radians, sin
from typing import Literal

from gazetteer.place import Place
from gazetteer.sphere import great_circle
from geo.model import Incident, Report, Route, RouteEnd, When, Where

ROUTE = "route"  # stands among the types of incidents for all routes
Box = tuple[float, float, float, float]
Fit = Literal["yes", "not known", "elsewhere", "no"]  # elsewhere: not known, and its report names no place that fits
Tally = Counter[tuple[str, str]]  # (what was done, to what) -> how often


@dataclass(frozen=True, slots=True)
class Choice:
    """What to keep; what is left empty keeps all.

    Parameters
    ----------
    since, until
        Days, both included; an incident or a route fits if any of its days does. What is not dated was over when its
        report came out, unless it is only threatened.
    dated_only
        Leave out what has no day, or only one that it was over by.
    types
        Of incidents, and `ROUTE`: routes are left out where others are given without it.
    box
        West, south, east, north in degrees, west above east across 180°; a place known only roughly fits if it could
        lie within, a route if one of its ends does. What has no place fits if its report names a place that does.
    countries
        ISO 3166-1 alpha-2; a route fits if one of its ends does; without a place, as for `box`.
    min_confidence
        A place less sure than this counts as not known, 0..1.
    """

    since: date | None = None
    until: date | None = None
    dated_only: bool = False
    types: frozenset[str] = frozenset()
    box: Box | None = None
    countries: frozenset[str] = frozenset()
    min_confidence: float = 0.0


def selected(reports: Iterable[Report], choice: Choice, tally: Tally) -> Iterator[Report]:
    """Yield the reports with only the incidents and routes of `choice`; `tally` counts what is left out or not known.

    Parameters
    ----------
    reports
        Taken one by one.
    choice
        What to keep.
    tally
        Begun empty; complete when all reports have passed. `notes_on` says it in words.
    """
    for report in reports:
        yield _chosen(_confident(report, choice, tally), choice, tally)


def notes_on(tally: Tally) -> list[str]:
    """Return a line for each thing done: ``left out by the filters: 3 incidents, 1 route``."""
    done: dict[str, list[str]] = {}
    for (deed, what), number in tally.items():
        done.setdefault(deed, []).append(f"{number} {what}{'' if number == 1 else 's'}")
    return [f"{deed}: {', '.join(numbers)}" for deed, numbers in done.items()]


def _chosen(report: Report, choice: Choice, tally: Tally) -> Report:
    judge = _Judge(report, choice)
    incidents = [i for i in report.incidents if _keep("incident", judge.of_incident(i), tally)]
    routes = tuple(r for r in report.routes if _keep("route", judge.of_route(r), tally))
    ids = {incident.id for incident in incidents}
    loose = tuple(i if i.part_of in ids else replace(i, part_of=None) for i in incidents)
    return replace(report, incidents=loose, routes=routes)


def _keep(what: str, fits: dict[str, Fit], tally: Tally) -> bool:
    if "no" in fits.values():
        tally["left out by the filters", what] += 1
        return False
    elsewhere = [name for name, fit in fits.items() if fit == "elsewhere"]
    if elsewhere:
        tally[f"left out without a known {elsewhere[0]}, their reports naming no place that fits", what] += 1
        return False
    tally.update((f"kept though the {name} is not known", what) for name, fit in fits.items() if fit == "not known")
    return True


# ---------------------------------------------------------------- the filters


@dataclass(frozen=True, slots=True)
class _Judge:
    """Tells what of a report fits a choice."""

    report: Report
    choice: Choice

    def of_incident(self, incident: Incident) -> dict[str, Fit]:
        """Tell in which respects an incident fits."""
        types, over = self.choice.types, incident.stage != "threatened"
        return {
            "type": "yes" if not types or incident.type in types else "no",
            "day": self._in_days(incident.when, over=over),
            **self._lies_there([incident.where]),
        }

    def of_route(self, route: Route) -> dict[str, Fit]:
        """Tell in which respects a route fits."""
        return {
            "type": "yes" if not self.choice.types or ROUTE in self.choice.types else "no",
            "day": self._in_days(route.when, over=True),
            **self._lies_there([route.origin, route.destination]),
        }

    def _in_days(self, when: When | None, *, over: bool) -> Fit:
        since, until = self.choice.since, self.choice.until
        start, end = (when.start, when.end) if when else (None, None)
        if self.choice.dated_only and not start:
            return "no"
        if not (since or until):
            return "yes"
        last = end or (self.report.published if over else None)  # nothing is over later than it is reported
        if (until and start and start > until) or (since and last and last < since):
            return "no"
        return "yes" if start else "not known"

    def _lies_there(self, at: Sequence[Where | RouteEnd | None]) -> dict[str, Fit]:
        ends = [(end, self.report.toponyms[end.toponym].place) if end else (None, None) for end in at]
        fits: dict[str, Fit] = {}
        if self.choice.countries:
            fits["country"] = self._any([self._in_countries(place) for _, place in ends], self._in_countries)
        if self.choice.box:
            in_box = [_in_box(self.choice.box, end, place) if end and place else None for end, place in ends]
            fits["place"] = self._any(in_box, partial(_named_in_box, self.choice.box))
        return fits

    def _any(self, fits: list[bool | None], mentioned: Callable[[Place], bool | None]) -> Fit:
        """Return yes if any fits; else, if any is not known, whether the report names a place that does; else no."""
        if True in fits:
            return "yes"
        if None not in fits:
            return "no"
        named = (t.place for t in self.report.toponyms if t.role == "literal" and t.place)
        return "not known" if any(mentioned(place) for place in named) else "elsewhere"

    def _in_countries(self, place: Place | None) -> bool | None:
        return place.country in self.choice.countries if place and place.country else None


def _in_box(box: Box, at: Where | RouteEnd, place: Place) -> bool:
    """Tell whether a point may lie in the box, as closely as it is known."""
    radius = at.radius_km if isinstance(at, Where) else place.radius_km
    return _kilometres_to(box, at.lat, at.lon) <= (0.0 if at.precision == 1 else radius)


def _named_in_box(box: Box, place: Place) -> bool:
    return _kilometres_to(box, place.lat, place.lon) <= place.radius_km


def _kilometres_to(box: Box, lat: float, lon: float) -> float:
    """Return the way from a point to the nearest point of the box, 0 within."""
    west, south, east, north = box
    inside = west <= lon <= east if west <= east else lon >= west or lon <= east
    return min(
        great_circle(lat, 0.0, to, apart)
        for apart in ([0.0] if inside else [lon - west, lon - east])
        for to in (south, north, min(max(_foot(lat, apart), south), north))
    )


def _foot(lat: float, lon_apart: float) -> float:
    """Return the latitude at which a meridian so many degrees away is nearest (Napier's rules)."""
    if not lon_apart:
        return lat  # exactly: rounding would put a point that lies in the box outside it
    return degrees(atan2(sin(radians(lat)), cos(radians(lat)) * cos(radians(lon_apart))))


# ---------------------------------------------------------------- places too doubtful


def _confident(report: Report, choice: Choice, tally: Tally) -> Report:
    """Return the report with the places that are too doubtful taken from its names; what stood on them shows by that.

    An incident or a route's end keeps its name, so that the map can say which place was too doubtful.
    """
    doubtful = {n for n, t in enumerate(report.toponyms) if t.place and t.confidence < choice.min_confidence}
    if not doubtful:
        return report
    tally[f"not placed, being less sure than {choice.min_confidence:g}", "place name"] += len(doubtful)
    toponyms = tuple(replace(t, place=None) if n in doubtful else t for n, t in enumerate(report.toponyms))
    return replace(report, toponyms=toponyms)
