"""Where an incident's place was taken from, or why it has none: said beside the mark, so that nobody has to guess."""

from collections.abc import Iterator

from geo.layout.dateline import dateline_end
from geo.model import Incident, Report, Toponym
from output.rows.cells import joined
from output.rows.columns import Row

AROUND = 60  # characters on each side of a name that was taken from elsewhere in the report


def taken_from(report: Report, incident: Incident, toponym: Toponym) -> str:
    """Return where in the report an inherited place stands: ``dateline: “…”``, ``before: “…”`` or ``after: “…”``.

    Parameters
    ----------
    report
        The report whose offsets the toponym counts in.
    incident
        What happened.
    toponym
        The name that places it, of another sentence than its own.
    """
    where = "dateline" if toponym.end <= dateline_end(report.text) else _order(incident, toponym)
    return f"{where}: {_around(report.text, toponym)}"


def _order(incident: Incident, toponym: Toponym) -> str:
    return "after" if incident.claims and toponym.start >= incident.claims[0].end else "before"


def _around(text: str, toponym: Toponym) -> str:
    """Return the words around a name, whole ones, on one line."""
    start, end = max(0, toponym.start - AROUND), toponym.end + AROUND
    head = text[start : toponym.start].partition(" ")[2] if start else text[: toponym.start]
    tail = text[toponym.end : end].rpartition(" ")[0] if end < len(text) else text[toponym.end :]
    words = " ".join(f"{head}{toponym.surface}{tail}".split())
    return f"{'…' if start else ''}{words}{'…' if end < len(text) else ''}"


def unplaced(report: Report, incident: Incident) -> Row:
    """Return why an incident has no place, and the names that might have given it one.

    `unplaced` is ``doubtful`` (a name was found, but is less sure than was asked for), ``unknown`` (its sentences name
    a place that the gazetteer lacks) or ``none`` (the reading found no place for it).

    Parameters
    ----------
    report
        As it was chosen: places too doubtful are taken from its toponyms.
    incident
        One whose place is not known.
    """
    if incident.where is not None:
        toponym = report.toponyms[incident.where.toponym]
        return {"unplaced": "doubtful", "named": toponym.surface, "confidence": toponym.confidence}
    unknown = joined(_unknown_names(report, incident))
    return {"unplaced": "unknown" if unknown else "none", "named": unknown}


def _unknown_names(report: Report, incident: Incident) -> Iterator[str]:
    """Yield the literal names without a place in the sentences that tell of an incident."""
    spans = [(claim.start, claim.end) for claim in incident.claims if claim.document in {None, report.id}]
    for toponym in report.toponyms:
        inside = any(start <= toponym.start < end for start, end in spans)
        if inside and toponym.role == "literal" and toponym.place is None and not toponym.confidence:
            yield toponym.surface
