"""A TOML file -> a reader's corrections; an error names the line.

::

    [[place]]
    name = "Kalu"                   # as reports write it; case, accents and hyphens do not matter
    at = "geonames:99072"           # or [36.34, 43.13]: latitude, longitude
    document = "report-7"           # only there; or source = "Invented Wire"; without either, everywhere

    [[bar]]
    name = "Fort"                   # is no place

    [[incident_place]]
    id = "report-7#i2"              # this one alone was there, whatever its words name
    at = [36.34, 43.13]             # or a place's id

    [[not_an_incident]]
    id = "report-7#i3"

    [[same_event]]
    ids = ["report-7#i1", "report-9#i4"]

    [[apart]]
    ids = ["report-7#i1", "report-8#i1"]   # were taken for one, and are not

    [[split]]
    id = "report-7#i5"
    claims = [2, 3]                 # its second and third claim tell of another event: report-7#i5.2

    [[not_a_route]]
    id = "report-7#r1"

    [[reverse_route]]
    id = "report-7#r2"              # it led the other way: from what was taken for its destination
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gazetteer import Gazetteer
from gazetteer.names import key
from gazetteer.place import Place
from geo.corrections.tables import Entry, File, Kind, anything, names, numbers, words
from geo.errors import CorrectionError
from geo.merge.judged import NOTHING, Judged

KINDS = {
    "place": Kind({"name": words, "at": anything, "document": words, "source": words}, ("name", "at")),
    "bar": Kind({"name": words, "document": words, "source": words}, ("name",)),
    "incident_place": Kind({"id": words, "at": anything}, ("id", "at")),
    "not_an_incident": Kind({"id": words}, ("id",)),
    "same_event": Kind({"ids": names}, ("ids",)),
    "apart": Kind({"ids": names}, ("ids",)),
    "split": Kind({"id": words, "claims": numbers}, ("id", "claims")),
    "not_a_route": Kind({"id": words}, ("id",)),
    "reverse_route": Kind({"id": words}, ("id",)),
}
PIN_KM = 1.0  # how closely a point that a reader gives is taken to be meant


@dataclass(frozen=True, slots=True)
class Name:
    """What a name means in a document, of a source, or everywhere; `place` None bars it. `line` is its file's."""

    name: str
    place: Place | None
    document: str | None
    source: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Corrections:
    """What a file of corrections says.

    Parameters
    ----------
    file
        Its name.
    names
        What names mean, by their lookup key.
    struck
        Incidents and routes that are none, by id, with the file's line.
    placed
        Where an incident was, by its id, with the line.
    split
        The claims, counted from 1, that tell of other events, by the id of the incident; each with its line.
    reversed
        Routes that led the other way, by id, with the line.
    judged
        Which incidents are one event, and which are not.
    judged_lines
        The ids that `judged` speaks of, with their lines.
    """

    file: str
    names: dict[str, tuple[Name, ...]]
    struck: dict[str, int]
    placed: dict[str, tuple[Place, int]] = field(default_factory=dict)
    split: dict[str, tuple[tuple[tuple[int, ...], int], ...]] = field(default_factory=dict)
    reversed: dict[str, int] = field(default_factory=dict)
    judged: Judged = NOTHING
    judged_lines: tuple[tuple[int, str], ...] = ()

    def subjects(self) -> set[tuple[int, str]]:
        """Return what each line speaks of: the line, and a name or an id."""
        return {(name.line, name.name) for names in self.names.values() for name in names} | self.of_ids()

    def of_ids(self) -> set[tuple[int, str]]:
        """Return the lines that speak of incidents and routes, each with an id."""
        placed = {(line, identifier) for identifier, (_, line) in self.placed.items()}
        split = {(line, identifier) for identifier, parts in self.split.items() for _, line in parts}
        told = {(line, identifier) for lines in (self.struck, self.reversed) for identifier, line in lines.items()}
        return told | placed | split | {*self.judged_lines}


NONE = Corrections("", {}, {})


def read_corrections(path: str | Path, gazetteer: Gazetteer) -> Corrections:
    """Read a file of corrections.

    Parameters
    ----------
    path
        A TOML file.
    gazetteer
        Knows the places that names are pinned to.

    Raises
    ------
    CorrectionError
        The file is not as described above; says at which line.
    OSError
        It cannot be read.
    """
    file = File(str(path), Path(path).read_bytes(), KINDS)
    named: dict[str, dict[tuple[str | None, str | None], Name]] = {}
    for name in _names(file, gazetteer):
        same = named.setdefault(key(name.name), {})
        if (name.document, name.source) in same:
            raise file.error(name.line, f"{name.name!r} is corrected twice; leave one of them out")
        same[name.document, name.source] = name
    placed = {entry.values["id"]: (_place(file, entry, gazetteer), entry.line) for entry in _once(file)}
    split: dict[str, tuple[tuple[tuple[int, ...], int], ...]] = {}
    for entry in file.entries("split"):
        parts = split.get(entry.values["id"], ())
        split[entry.values["id"]] = (*parts, (tuple(sorted(set(entry.values["claims"]))), entry.line))
    alike, apart = list(file.entries("same_event")), list(file.entries("apart"))
    return Corrections(
        file=str(path),
        names={name: tuple(same.values()) for name, same in named.items()},
        struck=_lines(file, "not_an_incident") | _lines(file, "not_a_route"),
        placed=placed,
        split=split,
        reversed=_lines(file, "reverse_route"),
        judged=Judged.of([entry.values["ids"] for entry in alike], [entry.values["ids"] for entry in apart]),
        judged_lines=tuple((entry.line, one) for entry in (*alike, *apart) for one in entry.values["ids"]),
    )


def _lines(file: File, kind: str) -> dict[str, int]:
    """Return the ids in the tables of a kind, with their lines."""
    return {entry.values["id"]: entry.line for entry in file.entries(kind)}


def _names(file: File, gazetteer: Gazetteer) -> Iterator[Name]:
    """Yield what is said of names."""
    for kind in ("place", "bar"):
        for entry in file.entries(kind):
            place = _place(file, entry, gazetteer) if kind == "place" else None
            said = entry.values
            yield Name(said["name"], place, said.get("document"), said.get("source"), entry.line)


def _once(file: File) -> Iterator[Entry]:
    """Yield the places of incidents; one of two places for one incident is an error."""
    seen: set[str] = set()
    for entry in file.entries("incident_place"):
        if entry.values["id"] in seen:
            raise file.error(entry.line, f"{entry.values['id']!r} is placed twice; leave one of them out")
        seen.add(entry.values["id"])
        yield entry


def _place(file: File, entry: Entry, gazetteer: Gazetteer) -> Place:
    at, line = entry.values["at"], entry.lines["at"]
    if isinstance(at, str):
        place = gazetteer.get(at)
        if place is None:
            raise _unknown(file, line, at)
        return place
    if not _is_point(at):
        raise file.error(line, "at needs a place's id, or [latitude, longitude] in degrees")
    lat, lon = map(float, at)
    unit = gazetteer.boundaries.admin1_at(lat, lon)
    country = gazetteer.boundaries.country_at(lat, lon)
    identifier, name = f"corrections:{lat:.6f},{lon:.6f}", entry.values.get("name") or f"{lat:g}, {lon:g}"
    return Place(identifier, name, "populated_place", lat, lon, PIN_KM, country, unit.name if unit else None)


def _unknown(file: File, line: int, at: str) -> CorrectionError:
    return file.error(line, f"no place has the id {at!r}; dateline gazetteer search NAME shows the ids")


def _is_point(value: Any) -> bool:
    if not isinstance(value, list) or len(value) != 2:
        return False
    sides = all(isinstance(side, int | float) and not isinstance(side, bool) for side in value)
    return sides and abs(value[0]) <= 90 and abs(value[1]) <= 180
