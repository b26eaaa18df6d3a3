"""What a report says in the end; the report format describes each field.

Offsets are Unicode code points into `Document.text`, ``[start, end)``.
"""

from dataclasses import dataclass
from datetime import date

from gazetteer.place import Place
from geo.model.vocabulary import (
    CargoCategory,
    Correctable,
    IncidentType,
    Modality,
    ParticipantKind,
    ParticipantRole,
    PlacePrecision,
    Role,
    Stage,
    TimePrecision,
)


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the text with its offsets."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Alternative:
    """A place that a toponym might have meant instead, with its share of the confidence, 0..1."""

    place: Place
    confidence: float


@dataclass(frozen=True, slots=True)
class Toponym:
    """A mention with the place it was resolved to (None: no candidate), confidence 0..1, runners-up and reasons."""

    start: int
    end: int
    surface: str
    role: Role
    place: Place | None
    confidence: float
    alternatives: tuple[Alternative, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Where:
    """The place of an incident: index of its toponym, point in degrees, UCDP precision, radius in km."""

    toponym: int
    lat: float
    lon: float
    precision: PlacePrecision
    radius_km: float
    inherited: bool


@dataclass(frozen=True, slots=True)
class When:
    """An interval of days, both ends included; an end that the text leaves open is None."""

    start: date | None
    end: date | None
    precision: TimePrecision
    text: str | None


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people as a range with a best value, ``0 <= low <= best <= high``."""

    low: int
    best: int
    high: int

    def __add__(self, more: "Count") -> "Count":
        return Count(self.low + more.low, self.best + more.best, self.high + more.high)


@dataclass(frozen=True, slots=True)
class Claim:
    """One telling of an incident or a route: its sentence, who asserts it, who relays it, how sure the words are."""

    start: int
    end: int
    text: str
    asserted_by: str | None
    relayed_by: tuple[str, ...]
    cue: str | None
    quoted: bool
    modality: Modality
    killed: Count | None = None
    injured: Count | None = None
    captured: Count | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """Someone or something that took part in an incident, and as what."""

    role: ParticipantRole
    kind: ParticipantKind
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Correction:
    """What a reader set right: what it was before (None: not known), the corrections' line that says so, and a note."""

    what: Correctable
    was: str | None
    line: int
    note: str | None


@dataclass(frozen=True, slots=True)
class Incident:
    """Something that is said to have happened: see the report format for each field."""

    id: str
    part_of: str | None
    type: IncidentType
    stage: Stage
    modality: Modality
    trigger: Span
    when: When | None
    where: Where | None
    participants: tuple[Participant, ...]
    weapons: tuple[Span, ...]
    killed: Count | None
    injured: Count | None
    captured: Count | None
    claims: tuple[Claim, ...]
    corrected: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Cargo:
    """What is said to be moved along a route."""

    category: CargoCategory
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RouteEnd:
    """An end of a route; `inferred` where only another statement about the same flow names it."""

    toponym: int
    lat: float
    lon: float
    precision: PlacePrecision
    inferred: bool


@dataclass(frozen=True, slots=True)
class Route:
    """An alleged movement of cargo from one place to another: a direction, never a path."""

    id: str
    modality: Modality
    cargo: tuple[Cargo, ...]
    origin: RouteEnd | None
    destination: RouteEnd | None
    via: tuple[RouteEnd, ...]
    operator: str | None
    purpose: str | None
    when: When | None
    habitual: bool
    claims: tuple[Claim, ...]
    corrected: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """All that was read from one document."""

    id: str
    title: str | None
    source: str | None
    published: date | None
    language: str
    text: str
    toponyms: tuple[Toponym, ...]
    incidents: tuple[Incident, ...]
    routes: tuple[Route, ...]
    warnings: tuple[str, ...]

    def _repr_html_(self) -> str:
        """Return the report as a table, which is how a notebook shows it."""
        from geo.model.showing import report_html

        return report_html(self)
