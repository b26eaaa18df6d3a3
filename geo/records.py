"""The report record: a `Report` as one line of JSON and back, with exactly the keys of the report format.

``report.schema.json`` beside this file says the same as a JSON Schema.
"""

from datetime import date
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from gazetteer.place import Kind, Place
from geo.errors import RecordError
from geo.model import (
    Alternative,
    Cargo,
    Claim,
    Count,
    Incident,
    IncidentType,
    Modality,
    Participant,
    PlacePrecision,
    Report,
    Role,
    Route,
    Span,
    Stage,
    Toponym,
    When,
)

MOST = 2**53 - 1
"""The largest count of people: what every reader of JSON can count to."""

LONGEST_REASON = 300
"""Characters of what is wrong with a record: it quotes what stands there."""

_Offset = Annotated[int, Meta(ge=0)]
_Lat = Annotated[float, Meta(ge=-90, le=90)]
_Lon = Annotated[float, Meta(ge=-180, le=180)]
_Share = Annotated[float, Meta(ge=0, le=1)]
_Km = Annotated[float, Meta(ge=0)]
_Id = Annotated[str, Meta(min_length=1)]
_Number = Annotated[int, Meta(ge=0, le=MOST)]


class _Place(Struct):
    id: _Id
    name: str
    kind: Kind
    country: str | None
    admin1: str | None
    lat: _Lat
    lon: _Lon
    radius_km: _Km
    population: _Number


class _Alternative(Struct):
    id: _Id
    name: str
    country: str | None
    lat: _Lat
    lon: _Lon
    confidence: _Share


class _Toponym(Struct):
    start: _Offset
    end: _Offset
    surface: str
    role: Role
    place: _Place | None
    confidence: _Share
    alternatives: list[_Alternative]


class _Where(Struct):
    toponym: _Offset
    lat: _Lat
    lon: _Lon
    precision: PlacePrecision
    radius_km: _Km
    inherited: bool


class _End(Struct):
    toponym: _Offset
    lat: _Lat
    lon: _Lon
    precision: PlacePrecision
    inferred: bool


class _Words(Struct):
    text: str
    start: _Offset
    end: _Offset


class _RouteClaim(Struct, omit_defaults=True):
    start: _Offset
    end: _Offset
    text: str
    asserted_by: str | None
    relayed_by: list[str]
    cue: str | None
    quoted: bool
    modality: Modality
    document: str | None = None


class _IncidentClaim(Struct, omit_defaults=True):
    start: _Offset
    end: _Offset
    text: str
    asserted_by: str | None
    relayed_by: list[str]
    cue: str | None
    quoted: bool
    modality: Modality
    killed: Count | None
    injured: Count | None
    captured: Count | None
    document: str | None = None


class _Incident(Struct):
    id: _Id
    part_of: str | None
    type: IncidentType
    stage: Stage
    modality: Modality
    trigger: Span
    when: When | None
    where: _Where | None
    participants: list[Participant]
    weapons: list[_Words]
    killed: Count | None
    injured: Count | None
    captured: Count | None
    claims: list[_IncidentClaim]


class _Route(Struct):
    id: _Id
    modality: Modality
    cargo: list[Cargo]
    origin: _End | None
    destination: _End | None
    via: list[_End]
    operator: str | None
    purpose: str | None
    when: When | None
    habitual: bool
    claims: list[_RouteClaim]


class _Report(Struct):
    id: _Id
    title: str | None
    source: str | None
    published: date | None
    language: str
    text: str
    toponyms: list[_Toponym]
    incidents: list[_Incident]
    routes: list[_Route]
    warnings: list[str]


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(_Report)


def report_to_json(report: Report) -> bytes:
    """Return `report` as one line of UTF-8 JSON, without the line's end.

    The keys are those of the report format, in its order; a claim has ``document`` only where it was merged from
    several. What the format has no key for (a toponym's reasons, a place's feature code) is not written.

    Raises
    ------
    RecordError
        A value is outside its range, such as a latitude above 90.
    """
    try:
        return _encoder.encode(_record(report))
    except (msgspec.ValidationError, UnicodeEncodeError) as error:
        raise RecordError(f"report {report.id!r} cannot be written: {_field(error)}") from error


def report_from_json(line: bytes | str, *, check: bool = True) -> Report:
    """Return the report that one line of JSON holds.

    Parameters
    ----------
    line
        A record.
    check
        Whether what it says fits together; needless of a line that this process wrote itself.

    Raises
    ------
    RecordError
        Names the field, and says what it should have been. Keys that the format does not know are passed over.
    """
    try:
        record = _decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RecordError(_field(error)) from error
    if check:
        _check(record)
    return _report(record)


def claims_to_json(claims: tuple[Claim, ...], *, route: bool = False) -> str:
    """Return the JSON list of `claims` as the report format writes them for an incident, or for a route."""
    kind = _RouteClaim if route else _IncidentClaim
    return _encoder.encode([msgspec.convert(claim, kind, from_attributes=True) for claim in claims]).decode()


def alternatives_to_json(alternatives: tuple[Alternative, ...]) -> str:
    """Return the JSON list of `alternatives` as the report format writes them for a toponym."""
    return _encoder.encode([_alternative_record(alternative) for alternative in alternatives]).decode()


# ---------------------------------------------------------------- model -> record


def _record(report: Report) -> _Report:
    toponyms = [_toponym_record(toponym) for toponym in report.toponyms]
    return _Report(
        id=report.id,
        title=report.title,
        source=report.source,
        published=report.published,
        language=report.language,
        text=report.text,
        toponyms=toponyms,
        incidents=msgspec.convert(report.incidents, list[_Incident], from_attributes=True),
        routes=msgspec.convert(report.routes, list[_Route], from_attributes=True),
        warnings=list(report.warnings),
    )


def _toponym_record(toponym: Toponym) -> _Toponym:
    place = msgspec.convert(toponym.place, _Place | None, from_attributes=True)
    alternatives = [_alternative_record(alternative) for alternative in toponym.alternatives]
    return _Toponym(
        toponym.start, toponym.end, toponym.surface, toponym.role, place, toponym.confidence, alternatives
    )  # fmt: skip


def _alternative_record(alternative: Alternative) -> _Alternative:
    place = alternative.place
    return _Alternative(place.id, place.name, place.country, place.lat, place.lon, alternative.confidence)


# ---------------------------------------------------------------- record -> model


def _report(record: _Report) -> Report:
    return Report(
        id=record.id,
        title=record.title,
        source=record.source,
        published=record.published,
        language=record.language,
        text=record.text,
        toponyms=tuple(_toponym(toponym) for toponym in record.toponyms),
        incidents=msgspec.convert(record.incidents, tuple[Incident, ...], from_attributes=True),
        routes=msgspec.convert(record.routes, tuple[Route, ...], from_attributes=True),
        warnings=tuple(record.warnings),
    )


def _toponym(record: _Toponym) -> Toponym:
    place = msgspec.convert(record.place, Place | None, from_attributes=True)
    alternatives = tuple(_alternative(alternative) for alternative in record.alternatives)
    return Toponym(record.start, record.end, record.surface, record.role, place, record.confidence, alternatives)


def _alternative(record: _Alternative) -> Alternative:
    """Return a runner-up; kind and radius, which the format leaves out, stand at values that nothing draws."""
    place = Place(record.id, record.name, "region", record.lat, record.lon, radius_km=1.0, country=record.country)
    return Alternative(place, record.confidence)


# ---------------------------------------------------------------- what the types cannot say


def _check(record: _Report) -> None:
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


def _check_ids(record: _Report) -> None:
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


_Spanned = _Toponym | Span | Participant | Cargo | _Words | _IncidentClaim | _RouteClaim


def _spans(record: _Report) -> list[tuple[str, int, int]]:
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


def _references(record: _Report) -> list[tuple[str, int]]:
    found = [(f"incidents[{n}].where", i.where.toponym) for n, i in enumerate(record.incidents) if i.where is not None]
    for n, route in enumerate(record.routes):
        ends = (("origin", route.origin), ("destination", route.destination), *(("via", via) for via in route.via))
        found += [(f"routes[{n}].{name}", end.toponym) for name, end in ends if end is not None]
    return found


def _counts(record: _Report) -> list[tuple[str, Count | None]]:
    return [
        (f"incidents[{n}].{effect}", getattr(told, effect))
        for n, incident in enumerate(record.incidents)
        for told in (incident, *incident.claims)
        for effect in ("killed", "injured", "captured")
    ]


def _field(error: Exception) -> str:
    """Return the message of msgspec with the field first: ``toponyms[0].start: Expected `int`, got `str```."""
    why, _, field = str(error).partition(" - at `$")
    said = f"{field.rstrip('`').lstrip('.')}: {why}" if field else why
    return said if len(said) <= LONGEST_REASON else f"{said[:LONGEST_REASON]}…"
