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

    [[incident]]
    id = "report-7#i2"              # and any of these; "unknown" for a day or a number that nobody knows
    day = 2031-05-07                # or "2031-05", "2031", [2031-05-05, 2031-05-07]
    killed = 7                      # or [5, 7, 9]: lowest, best, highest; so injured, captured
    type = "raid"                   # so stage, modality
    perpetrators = ["Green Front"]  # all of them; so victims, targets, captors, captives
    note = "the ministry's list"    # why, or who says so: it is shown beside what it sets right

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

    [[route]]
    id = "report-7#r3"
    origin = "geonames:99072"       # or a point, or "unknown"; so destination
    via = [[36.34, 43.13]]          # all places in between, in their order
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

from gazetteer import Gazetteer
from gazetteer.names import key
from geo.corrections.places import place_of, places_of
from geo.corrections.said import Change, Changes, Corrections, Lines, Name
from geo.corrections.tables import Entry, File, Kind, anything, names, numbers, words
from geo.corrections.values import COUNT, DAY, NOT_KNOWN, PEOPLE, Convert, checked, count_of, one_of, people_of, when_of
from geo.merge.across.judged import Judged
from geo.model import EFFECTS, Correctable, IncidentType, Modality, Stage

PARTS = ("perpetrators", "victims", "targets", "captors", "captives")
CONVERTED: Mapping[str, Convert] = {
    "day": when_of, **dict.fromkeys(EFFECTS, count_of), **dict.fromkeys(("type", "stage", "modality"), str),
    **dict.fromkeys(PARTS, people_of),
}  # fmt: skip
VALUES = {
    "day": checked(when_of, DAY), **dict.fromkeys(EFFECTS, checked(count_of, COUNT)),
    "type": one_of(get_args(IncidentType)), "stage": one_of(get_args(Stage)), "modality": one_of(get_args(Modality)),
    **dict.fromkeys(PARTS, checked(people_of, PEOPLE)),
}  # fmt: skip
ENDS = ("origin", "destination", "via")
ABOUT = {"id": words, "note": words}
KINDS = {
    "place": Kind({"name": words, "at": anything, "document": words, "source": words}, ("name", "at")),
    "bar": Kind({"name": words, "document": words, "source": words}, ("name",)),
    "incident_place": Kind({**ABOUT, "at": anything}, ("id", "at")),
    "incident": Kind(ABOUT | VALUES, ("id",), tuple(VALUES)),
    "not_an_incident": Kind({"id": words}, ("id",)),
    "same_event": Kind({"ids": names}, ("ids",)),
    "apart": Kind({"ids": names}, ("ids",)),
    "split": Kind({"id": words, "claims": numbers}, ("id", "claims")),
    "not_a_route": Kind({"id": words}, ("id",)),
    "reverse_route": Kind(ABOUT, ("id",)),
    "route": Kind({**ABOUT, **dict.fromkeys(ENDS, anything)}, ("id",), ENDS),
}


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
    split: dict[str, tuple[tuple[tuple[int, ...], int], ...]] = {}
    for entry in file.entries("split"):
        parts = split.get(entry.values["id"], ())
        split[entry.values["id"]] = (*parts, (tuple(sorted(set(entry.values["claims"]))), entry.line))
    alike, apart = list(file.entries("same_event")), list(file.entries("apart"))
    judged_lines: dict[str, list[int]] = {}
    for entry in (*alike, *apart):
        for one in entry.values["ids"]:
            judged_lines.setdefault(one, []).append(entry.line)
    return Corrections(
        file=str(path),
        names={name: tuple(same.values()) for name, same in named.items()},
        no_incidents=_lines(file, "not_an_incident"),
        no_routes=_lines(file, "not_a_route"),
        incidents=_changes(file, gazetteer, "incident_place", "incident"),
        routes=_changes(file, gazetteer, "reverse_route", "route"),
        split=split,
        judged=Judged.of([entry.values["ids"] for entry in alike], [entry.values["ids"] for entry in apart]),
        judged_lines=judged_lines,
    )


def _lines(file: File, kind: str) -> Lines:
    """Return the ids in the tables of a kind, with their lines."""
    return {entry.values["id"]: entry.line for entry in file.entries(kind)}


def _names(file: File, gazetteer: Gazetteer) -> Iterator[Name]:
    """Yield what is said of names."""
    for kind in ("place", "bar"):
        for entry in file.entries(kind):
            place = place_of(file, entry, "at", gazetteer) if kind == "place" else None
            said = entry.values
            yield Name(said["name"], place, said.get("document"), said.get("source"), entry.line)


def _changes(file: File, gazetteer: Gazetteer, *kinds: str) -> Changes:
    """Return what the tables of some kinds set right; one value of one thing set twice is an error."""
    changes: Changes = {}
    for entry in (entry for kind in kinds for entry in file.entries(kind)):
        identifier, note = entry.values["id"], entry.values.get("note")
        known = changes.setdefault(identifier, {})
        for what, name in _set(entry):
            if what in known and what != "direction":
                why = f"the {what} of {identifier!r} is corrected twice; leave one of them out"
                raise file.error(entry.lines.get(name, entry.line), why)
            known[what] = Change(what, _value(file, entry, name, gazetteer), entry.line, note)
    return changes


def _set(entry: Entry) -> Iterator[tuple[Correctable, str]]:
    """Yield what a table sets right, and the key that says so."""
    if entry.kind == "reverse_route":
        yield "direction", ""
    for name in entry.values:
        if name not in ABOUT:
            yield ("place" if name == "at" else name), name  # type: ignore[misc]  # its keys are these


def _value(file: File, entry: Entry, name: str, gazetteer: Gazetteer) -> Any:
    if name in CONVERTED:
        return CONVERTED[name](entry.values[name])
    if name == "via":
        return places_of(file, entry, name, gazetteer)
    if not name or (entry.kind == "route" and entry.values[name] == NOT_KNOWN):
        return None
    return place_of(file, entry, name, gazetteer)
