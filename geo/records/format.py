"""The report format: what a record holds under which key, and within which range.

``report.schema.json`` beside this file says the same as a JSON Schema.
"""

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from gazetteer.place import Kind
from geo.model import (
    Cargo,
    Correctable,
    Count,
    IncidentType,
    Modality,
    Participant,
    PlacePrecision,
    Role,
    Span,
    Stage,
    When,
)

MOST = 2**53 - 1
"""The largest count of people: what every reader of JSON can count to."""

_Offset = Annotated[int, Meta(ge=0)]
_Lat = Annotated[float, Meta(ge=-90, le=90)]
_Lon = Annotated[float, Meta(ge=-180, le=180)]
_Share = Annotated[float, Meta(ge=0, le=1)]
_Km = Annotated[float, Meta(ge=0)]
_Id = Annotated[str, Meta(min_length=1)]
_Number = Annotated[int, Meta(ge=0, le=MOST)]


class PlaceRecord(Struct):
    """A place of a gazetteer."""

    id: _Id
    name: str
    kind: Kind
    country: str | None
    admin1: str | None
    lat: _Lat
    lon: _Lon
    radius_km: _Km
    population: _Number


class AlternativeRecord(Struct):
    """A place that a toponym might have meant instead."""

    id: _Id
    name: str
    country: str | None
    lat: _Lat
    lon: _Lon
    confidence: _Share


class ToponymRecord(Struct):
    """A span that names a place, and the place."""

    start: _Offset
    end: _Offset
    surface: str
    role: Role
    place: PlaceRecord | None
    confidence: _Share
    alternatives: list[AlternativeRecord]


class WhereRecord(Struct):
    """The place of an incident."""

    toponym: _Offset
    lat: _Lat
    lon: _Lon
    precision: PlacePrecision
    radius_km: _Km
    inherited: bool


class EndRecord(Struct):
    """An end of a route, or a place on the way."""

    toponym: _Offset
    lat: _Lat
    lon: _Lon
    precision: PlacePrecision
    inferred: bool


class WordsRecord(Struct):
    """Words of the text."""

    text: str
    start: _Offset
    end: _Offset


class CorrectionRecord(Struct):
    """What a reader set right."""

    what: Correctable
    was: str | None
    line: Annotated[int, Meta(ge=1, le=MOST)]
    note: str | None


class RouteClaimRecord(Struct, omit_defaults=True):
    """One telling of a route."""

    start: _Offset
    end: _Offset
    text: str
    asserted_by: str | None
    relayed_by: list[str]
    cue: str | None
    quoted: bool
    modality: Modality
    document: str | None = None


class IncidentClaimRecord(Struct, omit_defaults=True):
    """One telling of an incident, with the numbers that it gives."""

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


class IncidentRecord(Struct, omit_defaults=True):
    """Something that is said to have happened."""

    id: _Id
    part_of: str | None
    type: IncidentType
    stage: Stage
    modality: Modality
    trigger: Span
    when: When | None
    where: WhereRecord | None
    participants: list[Participant]
    weapons: list[WordsRecord]
    killed: Count | None
    injured: Count | None
    captured: Count | None
    claims: list[IncidentClaimRecord]
    corrected: list[CorrectionRecord] = []


class RouteRecord(Struct, omit_defaults=True):
    """An alleged movement of cargo."""

    id: _Id
    modality: Modality
    cargo: list[Cargo]
    origin: EndRecord | None
    destination: EndRecord | None
    via: list[EndRecord]
    operator: str | None
    purpose: str | None
    when: When | None
    habitual: bool
    claims: list[RouteClaimRecord]
    corrected: list[CorrectionRecord] = []


class ReportRecord(Struct):
    """All that was read from one document."""

    id: _Id
    title: str | None
    source: str | None
    published: date | None
    language: str
    text: str
    toponyms: list[ToponymRecord]
    incidents: list[IncidentRecord]
    routes: list[RouteRecord]
    warnings: list[str]
