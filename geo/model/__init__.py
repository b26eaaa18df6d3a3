"""What is read, what the stages of reading hand to one another, and what a report says in the end.

All offsets are Unicode code points into `Document.text`, ``[start, end)``. Vocabularies are those of the report format.
"""

from geo.model.found import Attribution, Mention, Offset, TimeExpression, Toll, Trigger
from geo.model.report import (
    Alternative,
    Cargo,
    Claim,
    Count,
    Incident,
    Participant,
    Report,
    Route,
    RouteEnd,
    Span,
    Toponym,
    When,
    Where,
)
from geo.model.telling import Telling
from geo.model.text import Document, Entity, Parse, Sentence, Token
from geo.model.vocabulary import (
    EFFECTS,
    STANDS,
    CargoCategory,
    Effect,
    IncidentType,
    Modality,
    ParticipantKind,
    ParticipantRole,
    PlacePrecision,
    Role,
    Stage,
    TimePrecision,
)

__all__ = [
    "EFFECTS",
    "STANDS",
    "Alternative",
    "Attribution",
    "Cargo",
    "CargoCategory",
    "Claim",
    "Count",
    "Document",
    "Effect",
    "Entity",
    "Incident",
    "IncidentType",
    "Mention",
    "Modality",
    "Offset",
    "Parse",
    "Participant",
    "ParticipantKind",
    "ParticipantRole",
    "PlacePrecision",
    "Report",
    "Role",
    "Route",
    "RouteEnd",
    "Sentence",
    "Span",
    "Stage",
    "Telling",
    "TimeExpression",
    "TimePrecision",
    "Token",
    "Toll",
    "Toponym",
    "Trigger",
    "When",
    "Where",
]
