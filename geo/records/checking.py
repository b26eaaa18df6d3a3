"""What the types of the report format cannot say: that what a record says fits together."""

from geo.errors import RecordError
from geo.model import EFFECTS, Cargo, Count, Participant, Span
from geo.records.format import MOST, IncidentClaimRecord, ReportRecord, RouteClaimRecord, ToponymRecord, WordsRecord


def check_fit(record: ReportRecord) -> None:
    """Raise an error that names the field if a record's spans, references, numbers or ids do not fit together.

    Parameters
    ----------
    record
        Whose types are right.

    Raises
    ------
    RecordError
        Says which field does not fit, and why.
    """
    for path, start, end in _spans(record):
        if not 0 <= start <= end <= len(record.text):
            raise RecordError(f"{path}: [{start}, {end}) does not lie within the text's {len(record.text)} characters")
    for path, toponym in _references(record):
        if toponym >= len(record.toponyms) or record.toponyms[toponym].place is None:
            raise RecordError(f"{path}.toponym: {toponym} is not the number of a toponym with a place")
    for path, count in _counts(record):
        if count is not None and not 0 <= count.low <= count.best <= count.high <= MOST:
            raise RecordError(f"{path}: needs 0 <= low <= best <= high <= {MOST}")
    _check_ids(record)


def _check_ids(record: ReportRecord) -> None:
    incidents = [incident.id for incident in record.incidents]
    for name, ids in (("incidents", incidents), ("routes", [route.id for route in record.routes])):
        if len(set(ids)) < len(ids):
            raise RecordError(f"{name}: two of them have the same id")
        stray = next((n for n, identifier in enumerate(ids) if not identifier.startswith(f"{record.id}#")), None)
        if stray is not None:
            raise RecordError(f"{name}[{stray}].id: {ids[stray][:80]!r} does not begin with the report's id and #")
    known = set(incidents)
    for n, incident in enumerate(record.incidents):
        if incident.part_of is not None and (incident.part_of == incident.id or incident.part_of not in known):
            raise RecordError(f"incidents[{n}].part_of: {incident.part_of[:80]!r} is not the id of another incident")
    _check_circles({incident.id: incident.part_of for incident in record.incidents})


def _check_circles(wholes: dict[str, str | None]) -> None:
    clear: set[str] = set()
    for start in wholes:
        path: dict[str, None] = {}
        at: str | None = start
        while at is not None and at not in clear:
            if at in path:
                raise RecordError(f"incidents: {at[:80]!r} is a part of its own part")
            path[at] = None
            at = wholes[at]
        clear.update(path)


_Spanned = ToponymRecord | Span | Participant | Cargo | WordsRecord | IncidentClaimRecord | RouteClaimRecord


def _spans(record: ReportRecord) -> list[tuple[str, int, int]]:
    spans: list[tuple[str, _Spanned]] = [(f"toponyms[{n}]", t) for n, t in enumerate(record.toponyms)]
    for n, incident in enumerate(record.incidents):
        spans.append((f"incidents[{n}].trigger", incident.trigger))
        spans += [(f"incidents[{n}].participants", participant) for participant in incident.participants]
        spans += [(f"incidents[{n}].weapons", weapon) for weapon in incident.weapons]
        spans += [(f"incidents[{n}].claims", claim) for claim in incident.claims]
    for n, route in enumerate(record.routes):
        spans += [(f"routes[{n}].cargo", cargo) for cargo in route.cargo]
        spans += [(f"routes[{n}].claims", claim) for claim in route.claims]
    return [(path, span.start, span.end) for path, span in spans]


def _references(record: ReportRecord) -> list[tuple[str, int]]:
    found = [(f"incidents[{n}].where", i.where.toponym) for n, i in enumerate(record.incidents) if i.where is not None]
    for n, route in enumerate(record.routes):
        ends = (("origin", route.origin), ("destination", route.destination), *(("via", via) for via in route.via))
        found += [(f"routes[{n}].{name}", end.toponym) for name, end in ends if end is not None]
    return found


def _counts(record: ReportRecord) -> list[tuple[str, Count | None]]:
    return [
        (f"incidents[{n}].{effect}", getattr(told, effect))
        for n, incident in enumerate(record.incidents)
        for told in (incident, *incident.claims)
        for effect in EFFECTS
    ]
