"""Reports -> rows of the places that they name, and of themselves."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from gazetteer.place import Place
from geo.model import Report, Toponym
from geo.records import alternatives_to_json
from output.rows.cells import joined
from output.rows.columns import Row
from output.rows.shapes import Shape, point


@dataclass(slots=True)
class _Named:
    """What reports make of a place: its least certain mention, and how often and how they name it."""

    doubtful: Toponym
    mentions: int = 0
    documents: int = 0
    last: str | None = None
    surfaces: dict[str, None] = field(default_factory=dict)


@dataclass(slots=True)
class Places:
    """The places to which literal names of reports were resolved; the reports are taken one by one and not kept."""

    _named: dict[str, _Named] = field(default_factory=dict)

    def add(self, report: Report) -> None:
        """Take in the places of a report."""
        for toponym in report.toponyms:
            if toponym.role == "literal" and toponym.place:
                named = self._named.setdefault(toponym.place.id, _Named(toponym))
                if toponym.confidence < named.doubtful.confidence:
                    named.doubtful = toponym
                named.mentions += 1
                named.documents += named.last != report.id
                named.last = report.id
                named.surfaces[toponym.surface] = None

    def rows(self) -> Iterator[tuple[Row, Shape | None]]:
        """Yield a row and a point for each place, in the order of first mention."""
        return (_place(named) for named in self._named.values())


def _place(named: _Named) -> tuple[Row, Shape | None]:
    """Return a place with the confidence and the alternatives of its least certain mention."""
    place = named.doubtful.place
    assert isinstance(place, Place)  # noqa: S101  # `Places.add` has seen to it
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
        "mentions": named.mentions,
        "documents": named.documents,
        "surfaces": joined(named.surfaces),
        "confidence": named.doubtful.confidence,
        "alternatives_json": alternatives_to_json(named.doubtful.alternatives),
    }
    return row, point(place.lat, place.lon)


def document_row(report: Report) -> Row:
    """Return the row of a report."""
    return {
        "id": report.id,
        "title": report.title,
        "source": report.source,
        "published": report.published.isoformat() if report.published else None,
        "incidents": len(report.incidents),
        "routes": len(report.routes),
        "warnings": joined(report.warnings),
    }
