"""Reports -> layers: what is drawn as a point, as an area, as an arrow, and what is only listed.

Every incident is one row of `incidents` or of `areas`, never of both, whether it can be drawn or not.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geopandas import GeoDataFrame
from pandas import DataFrame

from geo.merge.across.events import events, flows
from geo.merge.across.grouping import apart as grouped_apart
from geo.merge.across.grouping import grouped
from geo.merge.across.judged import NOTHING, Judged
from geo.model import Report
from output.page.detail import MOST_WITH_CONTEXT
from output.rows.columns import frame, table
from output.rows.incidents import incident_rows, is_area
from output.rows.places import Places, document_row
from output.rows.routes import route_rows

if TYPE_CHECKING:
    from gazetteer import Gazetteer


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
    texts
        The text of each report that tells of something, by its id, for the context of a claim; none where there are
        more incidents than a page has contexts for.
    """

    incidents: GeoDataFrame
    areas: GeoDataFrame
    routes: GeoDataFrame
    places: GeoDataFrame
    documents: DataFrame
    texts: Mapping[str, str] = field(default_factory=dict)


def build_layers(
    reports: Iterable[Report], gazetteer: "Gazetteer", *, apart: bool = False, judged: Judged = NOTHING
) -> Layers:
    """Return the layers that draw `reports`, in the order of the reports and of their texts.

    Parameters
    ----------
    reports
        What was read; ids are unique among them. They pass by several times, and are not copied if they are a sequence.
    gazetteer
        Knows the outlines of countries and first-order units.
    apart
        Leave what several reports tell as so many incidents, instead of one with all their claims.
    judged
        What a reader says of which incidents are one event, and which are not.
    """
    reports = reports if isinstance(reports, Sequence) else tuple(reports)
    grouping = grouped_apart(reports) if apart else grouped(reports, judged)
    drawn = list(incident_rows(events(reports, grouping), gazetteer))
    places = Places()
    for report in reports:
        places.add(report)
    return Layers(
        incidents=frame([pair for pair in drawn if not is_area(pair[0])], "incidents"),
        areas=frame([pair for pair in drawn if is_area(pair[0])], "areas"),
        routes=frame(list(route_rows(flows(reports, grouping))), "routes"),
        places=frame(list(places.rows()), "places"),
        documents=table([document_row(report) for report in reports], "documents"),
        texts=texts_of(reports) if len(drawn) <= MOST_WITH_CONTEXT else {},
    )


def texts_of(reports: Iterable[Report]) -> dict[str, str]:
    """Return the texts of the reports that tell of something, by their ids."""
    return {report.id: report.text for report in reports if report.incidents or report.routes}
