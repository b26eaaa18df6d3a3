"""What a file of corrections says, as the reading takes it."""

from dataclasses import dataclass, field
from typing import Any

from gazetteer.place import Place
from geo.merge.across.judged import NOTHING, Judged
from geo.model import Correctable

Lines = dict[str, int]


@dataclass(frozen=True, slots=True)
class Name:
    """What a name means in a document, of a source, or everywhere; `place` None bars it. `line` is its file's."""

    name: str
    place: Place | None
    document: str | None
    source: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Change:
    """What a value of an incident or a route is set to, as the model has it; the line that says so, and its note."""

    what: Correctable
    value: Any
    line: int
    note: str | None


Changes = dict[str, dict[Correctable, Change]]
"""By the id of an incident or a route: what is to be set right, by which value it is."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """What a file of corrections says.

    Parameters
    ----------
    file
        Its name.
    names
        What names mean, by their lookup key.
    no_incidents, no_routes
        Incidents and routes that are none, by id, with the file's line.
    incidents, routes
        Their values, places included.
    split
        The claims, counted from 1, that tell of other events, by the id of the incident; each with its line.
    judged
        Which incidents are one event, and which are not.
    judged_lines
        The ids that `judged` speaks of, each with its lines.
    """

    file: str
    names: dict[str, tuple[Name, ...]]
    no_incidents: Lines = field(default_factory=dict)
    no_routes: Lines = field(default_factory=dict)
    incidents: Changes = field(default_factory=dict)
    routes: Changes = field(default_factory=dict)
    split: dict[str, tuple[tuple[tuple[int, ...], int], ...]] = field(default_factory=dict)
    judged: Judged = NOTHING
    judged_lines: dict[str, list[int]] = field(default_factory=dict)

    def subjects(self) -> set[tuple[int, str]]:
        """Return what each line speaks of: the line, and a name or an id."""
        named = {(name.line, name.name) for names in self.names.values() for name in names}
        incidents = {*self.no_incidents, *self.incidents, *self.split, *self.judged_lines}
        told = {(line, one) for one in incidents for line in self.of_incident(one)}
        routes = {*self.no_routes, *self.routes}
        return named | told | {(line, one) for one in routes for line in self.of_route(one)}

    def of_incident(self, identifier: str) -> set[int]:
        """Return the lines that speak of an incident."""
        split = {line for _, line in self.split.get(identifier, ())}
        lines = {*split, *self.judged_lines.get(identifier, ())}
        return lines | _lines_of(identifier, self.no_incidents, self.incidents)

    def of_route(self, identifier: str) -> set[int]:
        """Return the lines that speak of a route."""
        return _lines_of(identifier, self.no_routes, self.routes)


def _lines_of(identifier: str, none: Lines, changes: Changes) -> set[int]:
    changed = {change.line for change in changes.get(identifier, {}).values()}
    return changed | ({none[identifier]} if identifier in none else set())


NONE = Corrections("", {})
