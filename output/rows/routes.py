"""Routes -> rows: a great circle from end to end, never a path."""

from collections.abc import Iterable, Iterator

from geo.merge.across.events import Flow
from geo.model import Report, RouteEnd
from geo.records import claims_to_json
from output.rows.cells import claim_cells, corrected_cells, joined, told_cells, when_cells
from output.rows.columns import Row
from output.rows.shapes import Shape, arc


def route_rows(flows: Iterable[Flow]) -> Iterator[tuple[Row, Shape | None]]:
    """Yield a row and a shape for each route; no shape where an end is not known surely enough."""
    return (_row(flow) for flow in flows)


def _row(flow: Flow) -> tuple[Row, Shape | None]:
    route, report = flow.route, flow.report
    row = {
        "id": route.id,
        **told_cells(flow.told),
        "modality": route.modality,
        "cargo": joined(cargo.text for cargo in route.cargo),
        "categories": joined(cargo.category for cargo in route.cargo),
        **_end("origin", report, route.origin),
        **_end("destination", report, route.destination),
        "via": joined(_name(report, via) for via in route.via if _is_sure(report, via)),
        "operator": route.operator,
        "purpose": route.purpose,
        **when_cells(route.when),
        "habitual": route.habitual,
        **claim_cells(route.claims),
        "claims_json": claims_to_json(route.claims, route=True),
        **corrected_cells(route.corrected),
    }
    ends = [(end.lat, end.lon) for end in (route.origin, route.destination) if end and _is_sure(report, end)]
    return row, arc(*ends) if len(ends) == 2 else None


def _end(name: str, report: Report, end: RouteEnd | None) -> Row:
    """Return the cells of an end; one that is too doubtful keeps its name and loses its point."""
    if end is None:
        return {}
    toponym = report.toponyms[end.toponym]
    place = toponym.place
    return {
        name: _name(report, end),
        f"{name}_surface": toponym.surface,
        f"{name}_country": place.country if place else None,
        f"{name}_lat": end.lat if place else None,
        f"{name}_lon": end.lon if place else None,
        f"{name}_inferred": end.inferred,
        f"{name}_confidence": toponym.confidence if place else None,
    }


def _is_sure(report: Report, end: RouteEnd) -> bool:
    return report.toponyms[end.toponym].place is not None


def _name(report: Report, end: RouteEnd) -> str:
    toponym = report.toponyms[end.toponym]
    return toponym.place.name if toponym.place else toponym.surface
