"""Reports -> layers: what is drawn as a point, as an area, as an arrow, and what is only listed.

Every incident is one row of `incidents` or of `areas`, never of both, whether it can be drawn or not.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geopandas import GeoDataFrame
from pandas import DataFrame

from gazetteer.place import Place
from geo.model import Claim, Count, Incident, Report, Route, RouteEnd, Toponym, When
from geo.records import alternatives_to_json, claims_to_json
from output.columns import DOCUMENTS, INCIDENTS, PLACES, ROUTES, Row, frame, table
from output.shapes import Shape, arc, circle, outline, point

if TYPE_CHECKING:
    from gazetteer import Gazetteer

Drawn = tuple[Row, Shape | None]


@dataclass(frozen=True, slots=True)
class Layers:
    """All that a set of reports says, as tables in EPSG:4326.

    Parameters
    ----------
    incidents
        Points of incidents at an exact place. Without a geometry: the unlocated, and those drawn as their parts.
    areas
        Polygons within which an incident lies that is known only so far: a circle, a first-order unit, a country.
    routes
        Great circles from origin to destination, cut at 180°; without a geometry where an end is not known.
    places
        Points of the places that are named literally.
    documents
        What was read.
    """

    incidents: GeoDataFrame
    areas: GeoDataFrame
    routes: GeoDataFrame
    places: GeoDataFrame
    documents: DataFrame


def build_layers(reports: Iterable[Report], gazetteer: "Gazetteer") -> Layers:
    """Return the layers that draw `reports`, in the order of the reports and of their texts.

    Parameters
    ----------
    reports
        What was read; ids are unique among them.
    gazetteer
        Knows the outlines of countries and first-order units.
    """
    reports = tuple(reports)
    drawn = [pair for report in reports for pair in _incidents(report, gazetteer)]
    routes = [_route(report, route) for report in reports for route in report.routes]
    return Layers(
        incidents=frame([pair for pair in drawn if not _is_area(pair[0])], INCIDENTS),
        areas=frame([pair for pair in drawn if _is_area(pair[0])], INCIDENTS),
        routes=frame(routes, ROUTES),
        places=frame(_places(reports), PLACES),
        documents=table([_document(report) for report in reports], DOCUMENTS),
    )


# ---------------------------------------------------------------- incidents


def _incidents(report: Report, gazetteer: "Gazetteer") -> list[Drawn]:
    in_parts = _drawn_as_parts(report.incidents)
    return [_incident(report, incident, gazetteer, as_parts=incident.id in in_parts) for incident in report.incidents]


def _drawn_as_parts(incidents: tuple[Incident, ...]) -> set[str]:
    """Return the ids of the incidents with two or more located parts: a mark of their own would be one too many."""
    located = Counter(incident.part_of for incident in incidents if incident.part_of and incident.where)
    return {parent for parent, parts in located.items() if parts > 1}


def _incident(report: Report, incident: Incident, gazetteer: "Gazetteer", *, as_parts: bool) -> Drawn:
    toponym = report.toponyms[incident.where.toponym] if incident.where else None
    drawn, shape = ("parts", None) if as_parts else _mark(incident, toponym, gazetteer)
    row = {
        "id": incident.id,
        "document": report.id,
        "part_of": incident.part_of,
        "type": incident.type,
        "stage": incident.stage,
        "modality": incident.modality,
        "drawn": drawn,
        **_where(incident, toponym),
        **_when(incident.when),
        **_participants(incident),
        "weapons": _joined(weapon.text for weapon in incident.weapons),
        **_count("killed", incident.killed),
        **_count("injured", incident.injured),
        **_count("captured", incident.captured),
        "trigger": incident.trigger.text,
        **_claims(incident.claims),
        "claims_json": claims_to_json(incident.claims),
    }
    return row, shape


def _mark(incident: Incident, toponym: Toponym | None, gazetteer: "Gazetteer") -> tuple[str, Shape | None]:
    """Return how an incident is drawn, and its shape: no country is ever a pin, whatever its precision says."""
    where, place = incident.where, toponym.place if toponym else None
    if where is None or place is None:
        return "unlocated", None
    radius = where.radius_km or place.radius_km
    if where.precision == 6 or place.kind == "country":
        return "country", outline(gazetteer, place) or circle(where.lat, where.lon, radius)
    if where.precision == 4 or place.kind == "admin1":
        return "area", outline(gazetteer, place) or circle(where.lat, where.lon, radius)
    if where.precision == 1:
        return "point", point(where.lat, where.lon)
    return "area", circle(where.lat, where.lon, radius)


def _is_area(row: Row) -> bool:
    return row["drawn"] in {"area", "country"}


def _where(incident: Incident, toponym: Toponym | None) -> Row:
    where, place = incident.where, toponym.place if toponym else None
    if where is None or toponym is None or place is None:
        return {}
    return {
        "place": place.name,
        "place_id": place.id,
        "country": place.country,
        "admin1": place.admin1,
        "lat": where.lat,
        "lon": where.lon,
        "precision": where.precision,
        "radius_km": where.radius_km,
        "inherited": where.inherited,
        "confidence": toponym.confidence,
        "alternatives_json": alternatives_to_json(toponym.alternatives),
    }


def _participants(incident: Incident) -> Row:
    roles = ("perpetrator", "victim", "target", "captor", "captive")
    return {f"{role}s": _joined(p.text for p in incident.participants if p.role == role) for role in roles}


# ---------------------------------------------------------------- routes


def _route(report: Report, route: Route) -> Drawn:
    origin, destination = route.origin, route.destination
    row = {
        "id": route.id,
        "document": report.id,
        "modality": route.modality,
        "cargo": _joined(cargo.text for cargo in route.cargo),
        "categories": _joined(cargo.category for cargo in route.cargo),
        **_end("origin", report, origin),
        **_end("destination", report, destination),
        "via": _joined(_name(report, via) for via in route.via),
        "operator": route.operator,
        "purpose": route.purpose,
        **_when(route.when),
        "habitual": route.habitual,
        **_claims(route.claims),
        "claims_json": claims_to_json(route.claims, route=True),
    }
    if origin is None or destination is None:
        return row, None
    return row, arc((origin.lat, origin.lon), (destination.lat, destination.lon))


def _end(name: str, report: Report, end: RouteEnd | None) -> Row:
    if end is None:
        return {}
    place = report.toponyms[end.toponym].place
    return {
        name: _name(report, end),
        f"{name}_country": place.country if place else None,
        f"{name}_lat": end.lat,
        f"{name}_lon": end.lon,
        f"{name}_inferred": end.inferred,
    }


def _name(report: Report, end: RouteEnd) -> str:
    toponym = report.toponyms[end.toponym]
    return toponym.place.name if toponym.place else toponym.surface


# ---------------------------------------------------------------- places and documents


def _places(reports: tuple[Report, ...]) -> list[Drawn]:
    named: dict[str, list[tuple[str, Toponym]]] = {}
    for report in reports:
        for toponym in report.toponyms:
            if toponym.role == "literal" and toponym.place:
                named.setdefault(toponym.place.id, []).append((report.id, toponym))
    return [_place(mentions) for mentions in named.values()]


def _place(mentions: list[tuple[str, Toponym]]) -> Drawn:
    """Return a place with the confidence and the alternatives of its least certain mention."""
    doubtful = min((toponym for _, toponym in mentions), key=lambda toponym: toponym.confidence)
    place = doubtful.place
    assert isinstance(place, Place)  # noqa: S101  # `_places` has seen to it
    row = {
        "id": place.id,
        "name": place.name,
        "kind": place.kind,
        "country": place.country,
        "admin1": place.admin1,
        "lat": place.lat,
        "lon": place.lon,
        "radius_km": place.radius_km,
        "population": place.population,
        "mentions": len(mentions),
        "documents": len({document for document, _ in mentions}),
        "surfaces": _joined(toponym.surface for _, toponym in mentions),
        "confidence": doubtful.confidence,
        "alternatives_json": alternatives_to_json(doubtful.alternatives),
    }
    return row, point(place.lat, place.lon)


def _document(report: Report) -> Row:
    return {
        "id": report.id,
        "title": report.title,
        "source": report.source,
        "published": report.published.isoformat() if report.published else None,
        "incidents": len(report.incidents),
        "routes": len(report.routes),
        "warnings": _joined(report.warnings),
    }


# ---------------------------------------------------------------- cells


def _when(when: When | None) -> Row:
    if when is None:
        return {}
    return {
        "when_start": when.start.isoformat() if when.start else None,
        "when_end": when.end.isoformat() if when.end else None,
        "when_precision": when.precision,
        "when_text": when.text,
    }


def _count(effect: str, count: Count | None) -> Row:
    if count is None:
        return {}
    return {f"{effect}_low": count.low, f"{effect}_best": count.best, f"{effect}_high": count.high}


def _claims(claims: tuple[Claim, ...]) -> Row:
    """Return how many claims there are, and the first of them in the plain; all are in `claims_json`."""
    if not claims:
        return {"claims": 0}
    first = claims[0]
    return {
        "claims": len(claims),
        "quote": first.text,
        "asserted_by": first.asserted_by,
        "relayed_by": _joined(first.relayed_by),
        "cue": first.cue,
    }


def _joined(texts: Iterable[str]) -> str | None:
    """Return the distinct texts in their order, "; " between them; None if there are none."""
    return "; ".join(dict.fromkeys(texts)) or None
