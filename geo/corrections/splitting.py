"""The claims of an incident that tell of other events -> incidents of their own."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from geo.corrections.said import Corrections
from geo.model import Count, Incident, Report


def split(report: Report, corrections: Corrections) -> Report:
    """Return a report in which the claims of other events have incidents of their own, after the one they came from.

    Parameters
    ----------
    report
        As it was read, or split before: what has been taken apart stays as it is.
    corrections
        What to correct.
    """
    ids = {incident.id for incident in report.incidents}
    if ids.isdisjoint(corrections.split):
        return report
    return replace(report, incidents=tuple(one for i in report.incidents for one in parted(i, corrections, ids)))


def parted(incident: Incident, corrections: Corrections, ids: set[str]) -> Iterator[Incident]:
    """Yield an incident with the claims that are left to it, and one for each lot of claims that leave it.

    Parameters
    ----------
    incident
        Of a report.
    corrections
        What to correct.
    ids
        Those of all incidents of the report.
    """
    lots = list(_lots(incident, corrections, ids))
    taken = {number for lot in lots for number in lot}
    left = [number for number in range(1, len(incident.claims) + 1) if number not in taken]
    if left or not lots:
        yield _of_claims(incident, left, incident.id) if lots else incident
    for lot in lots:
        yield _of_claims(incident, lot, _name(incident, lot))


def _lots(incident: Incident, corrections: Corrections, ids: set[str]) -> Iterator[list[int]]:
    taken: set[int] = set()
    for numbers, _ in corrections.split.get(incident.id, ()):
        lot = [number for number in numbers if number <= len(incident.claims) and number not in taken]
        taken.update(lot)
        if lot and _name(incident, lot) not in ids:
            yield lot


def _name(incident: Incident, lot: Sequence[int]) -> str:
    return f"{incident.id}.{lot[0]}"


def _of_claims(incident: Incident, numbers: list[int], identifier: str) -> Incident:
    """Return the incident that some claims of another tell: as sure and as many as they say; all else stays."""
    claims = tuple(incident.claims[n - 1] for n in numbers)
    modality = "fact" if any(claim.modality == "fact" for claim in claims) else claims[0].modality
    return replace(
        incident,
        id=identifier,
        claims=claims,
        modality=modality,
        killed=count_of([claim.killed for claim in claims]),
        injured=count_of([claim.injured for claim in claims]),
        captured=count_of([claim.captured for claim in claims]),
    )


def count_of(counts: Sequence[Count | None]) -> Count | None:
    """Return the range over all that are known, with the best of the first.

    Parameters
    ----------
    counts
        Of claims, in their order.
    """
    known = [count for count in counts if count]
    return Count(min(c.low for c in known), known[0].best, max(c.high for c in known)) if known else None
