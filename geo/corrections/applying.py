"""Corrections -> the reports that they change."""

from dataclasses import replace

from geo.corrections.changing import changed
from geo.corrections.names import said_of
from geo.corrections.said import Corrections
from geo.corrections.splitting import parted, split
from geo.model import Report


def corrected_incidents(report: Report, corrections: Corrections) -> Report:
    """Return a report with its incidents and routes corrected: incidents are split, then set right, then struck out.

    Parameters
    ----------
    report
        As it was read, names corrected. One that was corrected before stays as it is.
    corrections
        What to correct.
    """
    return _without_struck(changed(split(report, corrections), corrections), corrections)


def _without_struck(report: Report, corrections: Corrections) -> Report:
    """Return a report without what is struck out; the phases of an incident that is stand by themselves."""
    if not (corrections.no_incidents or corrections.no_routes):
        return report
    kept = [incident for incident in report.incidents if incident.id not in corrections.no_incidents]
    ids = {incident.id for incident in kept}
    return replace(
        report,
        incidents=tuple(i if i.part_of in ids else replace(i, part_of=None) for i in kept),
        routes=tuple(route for route in report.routes if route.id not in corrections.no_routes),
    )


def applied(report: Report, corrections: Corrections) -> set[tuple[int, str]]:
    """Return what the file's lines say of a report: the line, and the name or id; ask before incidents are corrected.

    Parameters
    ----------
    report
        A report as it was read.
    corrections
        What the file says.
    """
    names = (said_of(toponym, report.id, report.source, corrections) for toponym in report.toponyms)
    incidents = {incident.id for incident in report.incidents}
    incidents |= {one.id for incident in report.incidents for one in parted(incident, corrections, incidents)}
    told = {(line, one) for one in incidents for line in corrections.of_incident(one)}
    moved = {(line, route.id) for route in report.routes for line in corrections.of_route(route.id)}
    return told | moved | {(name.line, name.name) for name in names if name}
