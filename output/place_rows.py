"""Reports -> rows of the places that they name, and of themselves."""

from collections.abc import Sequence

from gazetteer.place import Place
from geo.model import Report, Toponym
from geo.records import alternatives_to_json
from output.cells import joined
from output.columns import Row
from output.shapes import Shape, point


def place_rows(reports: Sequence[Report]) -> list[tuple[Row, Shape | None]]:
    """Return a row and a point for each place that a literal name was resolved to, in the order of first mention."""
    named: dict[str, list[tuple[str, Toponym]]] = {}
    for report in reports:
        for toponym in report.toponyms:
            if toponym.role == "literal" and toponym.place:
                named.setdefault(toponym.place.id, []).append((report.id, toponym))
    return [_place(mentions) for mentions in named.values()]


def _place(mentions: list[tuple[str, Toponym]]) -> tuple[Row, Shape | None]:
    """Return a place with the confidence and the alternatives of its least certain mention."""
    doubtful = min((toponym for _, toponym in mentions), key=lambda toponym: toponym.confidence)
    place = doubtful.place
    assert isinstance(place, Place)  # noqa: S101  # `place_rows` has seen to it
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
        "surfaces": joined(toponym.surface for _, toponym in mentions),
        "confidence": doubtful.confidence,
        "alternatives_json": alternatives_to_json(doubtful.alternatives),
    }
    return row, point(place.lat, place.lon)


def document_rows(reports: Sequence[Report]) -> list[Row]:
    """Return a row for each report."""
    return [
        {
            "id": report.id,
            "title": report.title,
            "source": report.source,
            "published": report.published.isoformat() if report.published else None,
            "incidents": len(report.incidents),
            "routes": len(report.routes),
            "warnings": joined(report.warnings),
        }
        for report in reports
    ]
