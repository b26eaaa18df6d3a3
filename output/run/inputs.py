"""What a run was given: each file with its sum, and how many documents they hold where that can be told beforehand."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geo.documents import Problem
from output.atomic import put

INPUTS = "inputs.json"
_ONE = {".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".eml"}  # a document a file
_LINES = {".jsonl", ".ndjson"}  # a document a line
_CHUNK = 1 << 20


@dataclass(slots=True)
class Inputs:
    """What a run was given.

    Parameters
    ----------
    files, bytes
        How many files, and how much they hold; an address counts as a file, and its bytes are not known.
    documents
        How many documents that is; None where only reading tells.
    sha256
        Of the list of them.
    """

    files: int = 0
    bytes: int = 0
    documents: int | None = 0
    sha256: str = ""

    def note(self) -> dict[str, Any]:
        """Return what the manifest says of them."""
        return {"files": self.files, "bytes": self.bytes, "sha256": self.sha256}


def write_inputs(folder: Path, entries: Iterable[str | Path | Problem]) -> Inputs:
    """Write the list of a run's inputs into its folder, and return what they come to.

    Parameters
    ----------
    folder
        Of the run; made if it is not there.
    entries
        As `geo.documents.listed` returns them.
    """
    inputs, total = Inputs(), hashlib.sha256()

    def lines() -> Iterator[bytes]:
        yield b"[\n"
        for entry in entries:
            line = json.dumps(_entry(entry, inputs), ensure_ascii=True).encode()
            total.update(line)
            yield (b"" if inputs.files == 1 else b",\n") + line
        yield b"\n]\n"

    put(folder / INPUTS, lines(), overwrite=True)
    inputs.sha256 = total.hexdigest()
    return inputs


def _entry(entry: str | Path | Problem, inputs: Inputs) -> dict[str, Any]:
    inputs.files += 1
    if isinstance(entry, Problem):
        _add(inputs, 1)
        return {"input": entry.where, "bytes": None, "sha256": None}
    try:
        return _file(entry, inputs) if isinstance(entry, Path) else _unknown(entry, inputs)
    except OSError:  # that is said when it is read
        _add(inputs, 1)
        return {"input": str(entry), "bytes": None, "sha256": None}


def _file(path: Path, inputs: Inputs) -> dict[str, Any]:
    if not path.is_file():  # standard input, a pipe: what is read of it is gone
        return _unknown(str(path), inputs)
    digest, size, lines = hashlib.sha256(), 0, 0
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
            lines += chunk.count(b"\n")
    inputs.bytes += size
    ending = path.suffix.lower()
    _add(inputs, 1 if ending in _ONE else lines if ending in _LINES else None)
    return {"input": str(path), "bytes": size, "sha256": digest.hexdigest()}


def _unknown(given: str, inputs: Inputs) -> dict[str, Any]:
    _add(inputs, None)
    return {"input": given, "bytes": None, "sha256": None}


def _add(inputs: Inputs, documents: int | None) -> None:
    inputs.documents = None if inputs.documents is None or documents is None else inputs.documents + documents
