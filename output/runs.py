"""A run: many reports read into a folder that can be continued, and that is the same whoever read it.

::

    RUN/manifest.json              what was read, with which versions and options, and what could not be
    RUN/records/00000-KEY.jsonl    the records of a part's documents
    RUN/records/00000-KEY.json     what became of each of them, and the sum of the file beside it

A part's file is named by what its records depend on, and is put in its place whole before the note beside it. What was
done before an interruption is thus known by its note, and nothing is ever half there.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from geo.corpus import PART, Done, Part, Read, Settings, key_of, parts, read_parts
from geo.model import Document
from output.atomic import put
from output.errors import ResultExistsError, RunError

MANIFEST, RECORDS = "manifest.json", "records"
AHEAD = 3  # parts under way for each worker


@dataclass(slots=True)
class Counts:
    """What a run came to."""

    documents: int = 0
    kept: int = 0
    incidents: int = 0
    routes: int = 0
    failures: list[tuple[str, str]] = field(default_factory=list)


def is_run(folder: Path) -> bool:
    """Tell whether a folder holds a run, finished or not."""
    return (folder / MANIFEST).is_file() or (folder / RECORDS).is_dir()


def check_run(folder: Path, *, resume: bool, overwrite: bool) -> None:
    """Raise unless a run may be written there: before the long work.

    Raises
    ------
    ResultExistsError
        There is something already, and nobody asked to continue or to overwrite it.
    RunError
        What is to be overwritten is no run.
    """
    if not folder.exists() or not any(folder.iterdir()) or (resume and is_run(folder)):
        return
    if not is_run(folder):
        raise RunError(f"{folder}: is a folder with something else in it; name another, or one that is new")
    if not overwrite:
        raise ResultExistsError(f"{folder}: holds a run already; --resume continues it, --force begins it anew")


def write_run(
    folder: Path,
    documents: Iterable[Document],
    settings: Settings,
    *,
    new_executor: Callable[[], Executor] | None = None,
    workers: int = 1,
    resume: bool = False,
    size: int = PART,
    watch: Callable[[Counts], None] = lambda _: None,
) -> Counts:
    """Read documents into a run at `folder`, and return what it came to.

    Parameters
    ----------
    folder
        Made if it is not there.
    documents
        Taken one by one.
    settings
        How to read them.
    new_executor
        Makes what runs the parts; None to read them here.
    workers
        How many there are.
    resume
        Keep what was done before and is unchanged.
    size
        Characters after which a part is full.
    watch
        Told what there is after each part.
    """
    records = folder / RECORDS
    records.mkdir(parents=True, exist_ok=True)
    before = _before(records) if resume else {}
    counts = Counts()
    notes: dict[int, str] = {}

    def work() -> Iterator[Part]:
        """Yield the parts that are to be read; what was read before is written on the way."""
        for part in parts(documents, size):
            known = [before.get(key_of(document, settings)) for document in part.documents]
            if all(known):
                done = Done(part.number, tuple(_kept(records, read) for read in known if read))
                notes[part.number] = _put(records, done)
                _count(counts, done, kept=True)
                watch(counts)
            else:
                yield part

    for done in read_parts(work(), settings, new_executor, ahead=AHEAD * workers):
        notes[done.number] = _put(records, done)
        _count(counts, done, kept=False)
        watch(counts)
    _clear(records, set(notes.values()))
    put(folder / MANIFEST, [_manifest(settings, counts, [notes[n] for n in sorted(notes)], records)], overwrite=True)
    return counts


# ---------------------------------------------------------------- a part


def _put(records: Path, done: Done) -> str:
    """Write a part's records and then its note; return the name that both have."""
    name = f"{done.number:05}-{hashlib.sha256(''.join(read.key for read in done.reads).encode()).hexdigest()[:12]}"
    lines = [read.line for read in done.reads if read.line]
    put(records / f"{name}.jsonl", lines, overwrite=True)
    note = {
        "sha256": hashlib.sha256(b"".join(lines)).hexdigest(),
        "documents": [
            {
                "id": read.document,
                "key": read.key,
                "incidents": read.incidents,
                "routes": read.routes,
                "failure": read.failure,
            }
            for read in done.reads
        ],
    }
    put(records / f"{name}.json", [json.dumps(note, ensure_ascii=False, indent=1).encode()], overwrite=True)
    return name


@dataclass(frozen=True, slots=True)
class _Known:
    """A document that was read before: in which part, as which line of it, and what its note says."""

    part: str
    line: int | None
    note: dict[str, Any]


def _before(records: Path) -> dict[str, _Known]:
    """Return what was read before, by the documents' keys; a part that is damaged was not."""
    known: dict[str, _Known] = {}
    for file in sorted(records.glob("*.json")):
        note = _note(file)
        line = 0
        for entry in note["documents"] if note else ():
            failed = entry["failure"] is not None
            known[entry["key"]] = _Known(file.stem, None if failed else line, entry)
            line += not failed
    return known


def _note(file: Path) -> dict[str, Any] | None:
    try:
        note: dict[str, Any] = json.loads(file.read_bytes())
        whole = file.with_suffix(".jsonl").read_bytes()
        return note if hashlib.sha256(whole).hexdigest() == note["sha256"] else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _kept(records: Path, read: _Known) -> Read:
    line = None if read.line is None else _lines(records / f"{read.part}.jsonl")[read.line]
    note = read.note
    return Read(note["id"], note["key"], line, note["incidents"], note["routes"], note["failure"])


@lru_cache(maxsize=4)
def _lines(file: Path) -> list[bytes]:
    return file.read_bytes().splitlines(keepends=True)


# ---------------------------------------------------------------- the whole


def _count(counts: Counts, done: Done, *, kept: bool) -> None:
    for read in done.reads:
        counts.documents += 1
        counts.kept += kept
        counts.incidents += read.incidents
        counts.routes += read.routes
        if read.line is None:
            counts.failures.append((read.document, str(read.failure)))


def _clear(records: Path, names: set[str]) -> None:
    """Delete the parts of an earlier run that are none of this one."""
    for file in records.iterdir():
        if file.name.partition(".")[0] not in names:
            file.unlink()


def _manifest(settings: Settings, counts: Counts, names: list[str], records: Path) -> bytes:
    parts_of = {name: json.loads((records / f"{name}.json").read_bytes())["sha256"] for name in names}
    manifest = {
        "settings": json.loads(settings.key),
        "documents": counts.documents,
        "incidents": counts.incidents,
        "routes": counts.routes,
        "failures": [{"document": name, "why": why} for name, why in sorted(counts.failures)],
        "parts": parts_of,
    }
    return (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode()
