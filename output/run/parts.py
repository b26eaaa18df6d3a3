"""The parts of a run on the disk: the records of some documents, and a note of what became of each.

::

    RUN/records/000000-KEY.jsonl    the records of a part's documents
    RUN/records/000000-KEY.json     what became of each of them, and the sums of both files

A part is named by its place and by what its records depend on. The records are put in their place whole, and then the
note; what is not as its note says is as if it were not there.
"""

import hashlib
import json
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from geo.corpus.parts import Done, Read
from output.atomic import put


def put_part(records: Path, done: Done, *, there: bool = False) -> tuple[str, str]:
    """Write a part's records and then its note; return the name that both have, and the sum of the records.

    Parameters
    ----------
    records
        The folder.
    done
        What became of the part's documents.
    there
        Whether all of it was read before: if it then lay in a part of the same name, that stays.
    """
    name = f"{done.number:06}-{_named(read.key for read in done.reads)}"
    lines = [read.line for read in done.reads if read.line]
    found = hashlib.sha256(b"".join(lines)).hexdigest()
    if not (there and part_at(records / f"{name}.json")):
        note = {"records": found, "documents": [_entry(read) for read in done.reads]}
        put(records / f"{name}.jsonl", lines, overwrite=True)
        put(records / f"{name}.json", [as_json({"sum": _sum(note)} | note)], overwrite=True)
    return name, found


def _entry(read: Read) -> dict[str, Any]:
    return {key: value for key, value in asdict(read).items() if key != "line"}


def as_json(note: Mapping[str, Any]) -> bytes:
    """Return a note or a manifest as JSON that people can read."""
    return (json.dumps(note, ensure_ascii=False, indent=1) + "\n").encode()


def _sum(note: dict[str, Any]) -> str:
    """Return the sum of what a note says, but for this sum itself."""
    return hashlib.sha256(as_json({key: value for key, value in note.items() if key != "sum"})).hexdigest()


def _named(keys: Iterable[str]) -> str:
    return hashlib.sha256("".join(keys).encode()).hexdigest()[:12]


def part_files(records: Path) -> list[Path]:
    """Return the notes of the parts in a folder, in their order; there need be no folder."""
    return sorted(records.glob("[0-9]*-*.json"))


def record_files(records: Path) -> list[Path]:
    """Return the files of records in a folder, one for each note, in their order."""
    return [note.with_suffix(".jsonl") for note in part_files(records)]


@dataclass(frozen=True, slots=True)
class Note:
    """What a note says: the sum of the records, and what became of each document, all but its record."""

    records: str
    reads: tuple[Read, ...]


def note_of(file: Path) -> Note | None:
    """Return what a part's note says, or None if it is damaged or not of that part."""
    try:
        note: dict[str, Any] = json.loads(file.read_bytes())
        reads = tuple(Read(**entry) for entry in note["documents"])
        whole = note["sum"] == _sum(note) and file.stem.endswith(f"-{_named(read.key for read in reads)}")
        return Note(note["records"], reads) if whole else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def part_at(file: Path) -> tuple[Read, ...] | None:
    """Return what became of a part's documents, by its note and its records; None if either is damaged.

    Parameters
    ----------
    file
        The note.
    """
    note = note_of(file)
    if note is None:
        return None
    try:
        records = file.with_suffix(".jsonl").read_bytes()
    except OSError:
        return None
    lines = records.splitlines(keepends=True)
    if hashlib.sha256(records).hexdigest() != note.records or len(lines) != sum(not read.kind for read in note.reads):
        return None
    left = iter(lines)
    return tuple(read if read.kind else replace(read, line=next(left)) for read in note.reads)


class Earlier:
    """What was read before, by the documents' keys; sixteen bytes a document, so that any number fits.

    Parameters
    ----------
    records
        The folder; None if nothing of what was read before is to be kept.
    """

    def __init__(self, records: Path | None) -> None:
        self._files = part_files(records) if records else []
        keys, spots = array("Q"), array("Q")
        for number, file in enumerate(self._files):
            for at, key in _keys_read(file):
                keys.append(_short(key))
                spots.append(number << 32 | at)
        order = np.argsort(np.array(keys), kind="stable")
        self._keys, self._spots = np.array(keys)[order], np.array(spots)[order]
        self._part = lru_cache(maxsize=8)(part_at)

    def find(self, key: str) -> Read | None:
        """Return what became of the document of that key, if it was read."""
        short = np.uint64(_short(key))
        first, last = np.searchsorted(self._keys, short, "left"), np.searchsorted(self._keys, short, "right")
        for spot in map(int, self._spots[first:last]):
            part = self._part(self._files[spot >> 32])
            read = part[spot & 0xFFFFFFFF] if part else None
            if read and read.key == key:
                return read
        return None


def _keys_read(file: Path) -> Iterator[tuple[int, str]]:
    """Yield where in a part each document is, and its key; one that has no record is tried again."""
    note = note_of(file)
    for at, read in enumerate(note.reads if note else ()):
        if not read.kind:
            yield at, read.key


def _short(key: str) -> int:
    return int(key[:16], 16)
