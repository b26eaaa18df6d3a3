"""Invented reports for the tests of output: as small as can be, all of one shape."""

import os
import sys
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from gazetteer.place import Place
from geo.model import Cargo, Claim, Count, Incident, Report, Route, RouteEnd, Span, Toponym, When, Where

SADR = Place("geonames:7802746", "Sadr City", "section", 33.3889, 44.4583, 3.0, "IQ", "Baghdad", 1210000)
IRAQ = Place("geonames:99237", "Iraq", "country", 33.0, 44.0, 600.0, "IQ", None, 38000000)
IRAN = Place("geonames:130758", "Iran", "country", 32.0, 53.0, 1000.0, "IR", None, 81000000)
BAGHDAD = Place("geonames:98182", "Baghdad", "populated_place", 33.34058, 44.40088, 20.0, "IQ", "Baghdad", 7000000)
FIJI = Place("geonames:2205218", "Fiji", "country", -18.0, 178.0, 300.0, "FJ", None, 900000)
TAVEUNI = Place("curated:test-taveuni", "Taveuni", "terrain", -16.85, 179.97, 25.0, "FJ")
PLACES = {place.name: place for place in (SADR, IRAQ, IRAN, BAGHDAD, FIJI, TAVEUNI)}

SENTENCE = "Invented: something happened somewhere, somebody said."


@dataclass
class Maker:
    """Makes a report with a toponym for each of `PLACES`, in their order."""

    id: str = "day"
    text: str = SENTENCE
    confidences: dict[str, float] = field(default_factory=dict)
    incidents: list[Incident] = field(default_factory=list)
    routes: list[Route] = field(default_factory=list)

    def incident(self, place: str | None = None, precision: Any = 1, **more: Any) -> Incident:
        """Add an incident at a place, or nowhere."""
        where = None
        if place:
            at = PLACES[place]
            where = Where(list(PLACES).index(place), at.lat, at.lon, precision, at.radius_km, inherited=False)
        fields: dict[str, Any] = {
            "id": f"{self.id}#i{len(self.incidents) + 1}", "part_of": None, "type": "raid", "stage": "accomplished",
            "modality": "claimed", "trigger": Span(0, 3, "hit"), "when": None, "where": where, "participants": (),
            "weapons": (), "killed": None, "injured": None, "captured": None, "claims": (self.claim(),),
        }  # fmt: skip
        self.incidents.append(Incident(**(fields | more)))
        return self.incidents[-1]

    def route(self, origin: str | None, destination: str | None, **more: Any) -> Route:
        """Add a route between two places, either of which may be unknown."""
        fields: dict[str, Any] = {
            "id": f"{self.id}#r{len(self.routes) + 1}", "modality": "accused",
            "cargo": (Cargo("materiel", "rifles", 0, 6), Cargo("money", "cash", 0, 4)), "origin": self._end(origin),
            "destination": self._end(destination), "via": (), "operator": "a cell", "purpose": None, "when": None,
            "habitual": True, "claims": (self.claim(),),
        }  # fmt: skip
        self.routes.append(Route(**(fields | more)))
        return self.routes[-1]

    def claim(self, **more: Any) -> Claim:
        """Return a claim of the text's one sentence."""
        fields: dict[str, Any] = {
            "start": 0, "end": len(self.text), "text": self.text, "asserted_by": "somebody", "relayed_by": ("a wire",),
            "cue": "said", "quoted": False, "modality": "claimed", "killed": Count(1, 2, 3),
        }  # fmt: skip
        return Claim(**(fields | more))

    def report(self) -> Report:
        """Return the report of all that was added."""
        toponyms = tuple(
            Toponym(0, 3, name, "literal", place, self.confidences.get(name, 0.9)) for name, place in PLACES.items()
        )
        return Report(
            self.id, "A title", "A source", date(2007, 8, 9), "en", self.text, toponyms, tuple(self.incidents),
            tuple(self.routes), ("a warning",),
        )  # fmt: skip

    @staticmethod
    def on(start: str, end: str | None = None) -> When:
        """Return a day, or the days from one to another."""
        return When(date.fromisoformat(start), date.fromisoformat(end or start), "day", "then")

    @staticmethod
    def _end(place: str | None) -> RouteEnd | None:
        if place is None:
            return None
        at = PLACES[place]
        return RouteEnd(list(PLACES).index(place), at.lat, at.lon, 6 if at.kind == "country" else 1, inferred=False)


@pytest.fixture(scope="session")
def new_maker() -> type[Maker]:
    """Return the maker of reports."""
    return Maker


@pytest.fixture
def maker() -> Maker:
    """Return a maker of one report, called "day"."""
    return Maker()


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return a module with a reader that takes no time, and let other processes import it too."""
    place = str(Path(__file__).parent)
    monkeypatch.syspath_prepend(place)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([place, *sys.path]))
    import quick_reader

    return quick_reader
