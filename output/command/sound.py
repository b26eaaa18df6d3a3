"""Inputs that are runs -> the parts of them that are as they were written, and what is wrong with the others."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from geo.documents import MANIFEST, RECORDS, Problem, is_run
from output.run.parts import part_at, part_files

REMEDY = "continue it with dateline read and --resume"


def sound(inputs: Iterable[str]) -> Iterator[str | Path | Problem]:
    """Yield inputs as they are, but for a run its parts, each as a file, and its problems.

    Parameters
    ----------
    inputs
        As a user gives them.
    """
    for given in inputs:
        if is_run(Path(given)):
            yield from _parts(Path(given))
        else:
            yield given


def _parts(run: Path) -> Iterator[Path | Problem]:
    manifest = _manifest(run)
    if manifest is None:
        yield Problem(str(run), "is a run that is not finished", REMEDY)
    files = part_files(run / RECORDS)
    lost = set(manifest or ()) - {file.stem for file in files}
    for name in sorted(lost):
        yield Problem(str(run / RECORDS / name), "is a part that the run lost", REMEDY, "missing")
    for file in files:
        if part_at(file) is None:
            yield Problem(str(file), "is the note of a part that is damaged: it is left out", REMEDY, "damaged")
        elif manifest is None or file.stem in manifest:
            yield file.with_suffix(".jsonl")


def _manifest(run: Path) -> dict[str, str] | None:
    """Return the sums of a run's parts, or None if it is not finished, or its manifest is damaged."""
    try:
        manifest = json.loads((run / MANIFEST).read_bytes())
        return dict(manifest["parts"]) if manifest["finished"] else None
    except (OSError, ValueError, KeyError, TypeError):
        return None
