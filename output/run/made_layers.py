"""The layers of a run: what all its records say, merged across them, as partitioned GeoParquet beside the records.

::

    RUN/layers/incidents/part-00000.parquet    and areas, routes, places, documents: the columns of the export's
    RUN/layers/layers.json                     what they were made of, and the sum of each file

The records pass by twice: once for what merging asks of each incident, and once for the rows. They are made aside and
put in their place together; what is there and was made of the same records stays.
"""

import hashlib
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.documents import MANIFEST, RECORDS
from geo.merge.across.events import events, flows
from geo.merge.across.grouping import apart as grouped_apart
from geo.merge.across.grouping import grouped
from geo.merge.across.judged import NOTHING, Judged
from output.files.geoparquet import write
from output.rows.columns import Row, frame, table
from output.rows.incidents import incident_rows, is_area
from output.rows.places import Places, document_row
from output.rows.routes import route_rows
from output.rows.shapes import Shape
from output.run.parts import part_files, record_files
from output.run.record_shelf import RecordShelf

if TYPE_CHECKING:
    from gazetteer import Gazetteer

LAYERS, NOTE = "layers", "layers.json"
NEW, OLD = ".layers-new", ".layers-old"  # aside
ROWS = 10_000  # of a part: some tens of megabytes while they are made
FORM = 2  # to be raised when the same records make other layers

Drawn = tuple[Row, Shape | None]


def write_run_layers(
    folder: Path, gazetteer: "Gazetteer", *, apart: bool = False, judged: Judged = NOTHING, rows: int = ROWS
) -> dict[str, Any]:
    """Write the layers of a run whose records are all there; return for its manifest what they are.

    Parameters
    ----------
    folder
        The run's.
    gazetteer
        Knows the outlines of countries and first-order units.
    apart
        Leave what several reports tell as so many incidents.
    judged
        What a reader says of which incidents are one event, and which are not.
    rows
        Of a part.
    """
    _clear(folder)
    made_of = _made_of(folder, apart=apart, judged=judged, rows=rows)
    known = _whole(folder / LAYERS, made_of)
    if known is None:
        reports = RecordShelf(record_files(folder / RECORDS))
        known = _made(folder, reports, gazetteer, made_of, apart=apart, judged=judged, rows=rows)
    return {"layers": {"merged": not apart, "rows": dict(sorted(known["rows"].items()))}}


def whole_layers(folder: Path, *, apart: bool) -> bool:
    """Tell whether a run has layers that are undamaged and made of its records, with no word of a reader on them.

    Parameters
    ----------
    folder, apart
        As for `write_run_layers`.
    """
    try:
        made_of = _made_of(folder, apart=apart, judged=NOTHING, rows=ROWS)
    except (OSError, ValueError, KeyError, TypeError):  # a part is lost, or the manifest is damaged
        return False
    return _whole(folder / LAYERS, made_of) is not None


def _made_of(folder: Path, *, apart: bool, judged: Judged, rows: int) -> str:
    """Return a name for all that the layers depend on: the records, how they were read, what is asked of the layers."""
    settings = json.loads((folder / MANIFEST).read_bytes())["settings"]
    said = [sorted(judged.group.items()), sorted((one, sorted(others)) for one, others in judged.barred.items())]
    digest = hashlib.sha256(json.dumps([FORM, settings, apart, rows, said], sort_keys=True).encode())
    for note in part_files(folder / RECORDS):
        for file in (note, note.with_suffix(".jsonl")):
            with file.open("rb") as stream:
                digest.update(hashlib.file_digest(stream, "sha256").digest())
    return digest.hexdigest()


def _whole(layers: Path, made_of: str) -> dict[str, Any] | None:
    """Return the note of layers that are there, made of the same, and undamaged."""
    try:
        note: dict[str, Any] = json.loads((layers / NOTE).read_bytes())
        whole = note["made_of"] == made_of and note["files"] == _sums(layers)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return note if whole else None


def _sums(layers: Path) -> dict[str, str]:
    """Return the sum of each file of some layers."""
    return {
        path.relative_to(layers).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(layers.glob("*/*"))
    }


def _made(
    folder: Path,
    reports: RecordShelf,
    gazetteer: "Gazetteer",
    made_of: str,
    *,
    apart: bool,
    judged: Judged,
    rows: int,
) -> dict[str, Any]:
    """Make the layers aside and put them in their place; what was there goes only then."""
    new, old = folder / NEW, folder / OLD
    try:
        note = {"made_of": made_of, "rows": _parts(new, reports, gazetteer, apart=apart, judged=judged, rows=rows)}
        note["files"] = _sums(new)
        (new / NOTE).write_text(json.dumps(note, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        if (folder / LAYERS).exists():
            (folder / LAYERS).rename(old)
        new.rename(folder / LAYERS)
    finally:
        _clear(folder)
    return note


def _clear(folder: Path) -> None:
    """Delete what is left aside, by this run or by one that was killed at any moment."""
    for left in (NEW, OLD):
        shutil.rmtree(folder / left, ignore_errors=True)


def _parts(
    new: Path, reports: RecordShelf, gazetteer: "Gazetteer", *, apart: bool, judged: Judged, rows: int
) -> dict[str, int]:
    """Write the parts of all layers; return how many rows each layer has."""
    grouping = grouped_apart(reports) if apart else grouped(reports, judged)
    layers = {name: _Layer(new / name, rows) for name in ("incidents", "areas", "routes", "places", "documents")}
    for row, shape in incident_rows(events(reports, grouping), gazetteer):
        layers["areas" if is_area(row) else "incidents"].add(row, shape)
    for row, shape in route_rows(flows(reports, grouping)):
        layers["routes"].add(row, shape)
    places = Places()
    for report in reports:
        places.add(report)
        layers["documents"].add(document_row(report), None)
    for row, shape in places.rows():
        layers["places"].add(row, shape)
    return {name: layer.end() for name, layer in layers.items()}


class _Layer:
    """The parts of a layer, written as its rows come.

    Parameters
    ----------
    folder
        Named as the layer.
    rows
        Of a part.
    """

    def __init__(self, folder: Path, rows: int) -> None:
        self._folder, self._rows, self._count, self._parts = folder, rows, 0, 0
        self._held: list[Drawn] = []
        folder.mkdir(parents=True)

    def add(self, row: Row, shape: Shape | None) -> None:
        """Take in a row."""
        self._held.append((row, shape))
        if len(self._held) == self._rows:
            self._write()

    def end(self) -> int:
        """Write what is left, at least one part that says which columns there are; return how many rows there are."""
        if self._held or not self._parts:
            self._write()
        return self._count

    def _write(self) -> None:
        name = self._folder.name
        rows = table([row for row, _ in self._held], name) if name == "documents" else frame(self._held, name)
        write({name: rows}, self._folder / f"part-{self._parts:05}.parquet")
        self._count, self._parts, self._held = self._count + len(self._held), self._parts + 1, []
