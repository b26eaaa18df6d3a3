"""Events -> rows: what is drawn as a point, as an area, and what is only listed, and why."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from geo.merge.across.events import Event
from geo.model import Incident, Report, Toponym
from geo.records import alternatives_to_json, claims_to_json
from output.rows.cells import claim_cells, corrected_cells, count_cells, joined, told_cells, when_cells
from output.rows.columns import Row
from output.rows.shapes import Shape, circle, outline, point
from output.rows.whence import taken_from, unplaced

if TYPE_CHECKING:
    from gazetteer import Gazetteer

Drawn = tuple[Row, Shape | None]


def incident_rows(events: Iterable[Event], gazetteer: "Gazetteer") -> Iterator[Drawn]:
    """Yield a row and a shape for each event, in their order.

    Parameters
    ----------
    events
        What the reports tell.
    gazetteer
        Knows the outlines of countries and first-order units.
    """
    return (_row(event, gazetteer) for event in events)


def is_area(row: Row) -> bool:
    """Tell whether a row belongs to the areas, and not to the incidents at a point or without one."""
    return row["drawn"] in {"area", "country"}


def _toponym(event: Event) -> Toponym | None:
    """Return the name that places an event, if it was resolved surely enough."""
    where = event.incident.where
    toponym = event.report.toponyms[where.toponym] if where else None
    return toponym if toponym and toponym.place else None


def _row(event: Event, gazetteer: "Gazetteer") -> Drawn:
    incident, toponym = event.incident, _toponym(event)
    in_parts = event.phases > 1  # a mark of its own would be one too many
    drawn, shape = ("parts", None) if in_parts else _mark(incident, toponym, gazetteer)
    row = {
        "id": incident.id,
        **told_cells(event.told),
        "texts": event.texts,
        "part_of": incident.part_of,
        "type": incident.type,
        "stage": incident.stage,
        "modality": incident.modality,
        "drawn": drawn,
        **(_where(event.report, incident, toponym) if toponym else unplaced(event.report, incident)),
        **when_cells(incident.when),
        **_participants(incident),
        "weapons": joined(weapon.text for weapon in incident.weapons),
        **count_cells("killed", incident.killed),
        **count_cells("injured", incident.injured),
        **count_cells("captured", incident.captured),
        "trigger": incident.trigger.text,
        **claim_cells(incident.claims),
        "claims_json": claims_to_json(incident.claims),
        **corrected_cells(incident.corrected),
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


def _where(report: Report, incident: Incident, toponym: Toponym) -> Row:
    where, place = incident.where, toponym.place
    assert where is not None  # noqa: S101  # the toponym is that of `where`
    assert place is not None  # noqa: S101  # `_toponym` has seen to it
    return {
        "place": place.name,
        "surface": toponym.surface,
        "place_id": place.id,
        "country": place.country,
        "admin1": place.admin1,
        "lat": where.lat,
        "lon": where.lon,
        "precision": where.precision,
        "radius_km": where.radius_km,
        "inherited": where.inherited,
        "inherited_from": taken_from(report, incident, toponym) if where.inherited else None,
        "confidence": toponym.confidence,
        "reasons": joined(toponym.reasons),
        "alternatives_json": alternatives_to_json(toponym.alternatives),
    }


def _participants(incident: Incident) -> Row:
    roles = ("perpetrator", "victim", "target", "captor", "captive")
    return {f"{role}s": joined(p.text for p in incident.participants if p.role == role) for role in roles}
