"""A `Report` as one line of JSON and back, with exactly the keys of the report format."""

import msgspec

from gazetteer.place import Place
from geo.errors import RecordError
from geo.model import Alternative, Claim, Correction, Incident, Report, Route, Toponym
from geo.records.checking import check_fit
from geo.records.format import (
    AlternativeRecord,
    IncidentClaimRecord,
    IncidentRecord,
    PlaceRecord,
    ReportRecord,
    RouteClaimRecord,
    RouteRecord,
    ToponymRecord,
)

LONGEST = 300  # characters of what is wrong with a record: it quotes what stands there

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(ReportRecord)


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
        check_fit(record)
    return _report(record)


def claims_to_json(claims: tuple[Claim, ...], *, route: bool = False) -> str:
    """Return the JSON list of `claims` as the report format writes them for an incident, or for a route."""
    kind = RouteClaimRecord if route else IncidentClaimRecord
    return _encoder.encode([msgspec.convert(claim, kind, from_attributes=True) for claim in claims]).decode()


def corrections_to_json(corrected: tuple[Correction, ...]) -> str:
    """Return the JSON list of what a reader set right as the report format writes it."""
    return _encoder.encode(corrected).decode()


def alternatives_to_json(alternatives: tuple[Alternative, ...]) -> str:
    """Return the JSON list of `alternatives` as the report format writes them for a toponym."""
    return _encoder.encode([_alternative_record(alternative) for alternative in alternatives]).decode()


# ---------------------------------------------------------------- model -> record


def _record(report: Report) -> ReportRecord:
    toponyms = [_toponym_record(toponym) for toponym in report.toponyms]
    return ReportRecord(
        id=report.id,
        title=report.title,
        source=report.source,
        published=report.published,
        language=report.language,
        text=report.text,
        toponyms=toponyms,
        incidents=msgspec.convert(report.incidents, list[IncidentRecord], from_attributes=True),
        routes=msgspec.convert(report.routes, list[RouteRecord], from_attributes=True),
        warnings=list(report.warnings),
    )


def _toponym_record(toponym: Toponym) -> ToponymRecord:
    place = msgspec.convert(toponym.place, PlaceRecord | None, from_attributes=True)
    alternatives = [_alternative_record(alternative) for alternative in toponym.alternatives]
    return ToponymRecord(
        toponym.start, toponym.end, toponym.surface, toponym.role, place, toponym.confidence, alternatives
    )  # fmt: skip


def _alternative_record(alternative: Alternative) -> AlternativeRecord:
    place = alternative.place
    return AlternativeRecord(place.id, place.name, place.country, place.lat, place.lon, alternative.confidence)


# ---------------------------------------------------------------- record -> model


def _report(record: ReportRecord) -> Report:
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


def _toponym(record: ToponymRecord) -> Toponym:
    place = msgspec.convert(record.place, Place | None, from_attributes=True)
    alternatives = tuple(_alternative(alternative) for alternative in record.alternatives)
    return Toponym(record.start, record.end, record.surface, record.role, place, record.confidence, alternatives)


def _alternative(record: AlternativeRecord) -> Alternative:
    """Return a runner-up; kind and radius, which the format leaves out, stand at values that nothing draws."""
    place = Place(record.id, record.name, "region", record.lat, record.lon, radius_km=1.0, country=record.country)
    return Alternative(place, record.confidence)


def _field(error: Exception) -> str:
    """Return the message of msgspec with the field first: ``toponyms[0].start: Expected `int`, got `str```."""
    why, _, field = str(error).partition(" - at `$")
    said = f"{field.rstrip('`').lstrip('.')}: {why}" if field else why
    return said if len(said) <= LONGEST else f"{said[:LONGEST]}…"
