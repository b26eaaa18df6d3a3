"""What a run could not read: a list on the disk, and how many of each kind."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import BinaryIO

try:
    import fcntl
except ImportError:  # on Windows, where two processes at one run are not told apart
    fcntl = None  # type: ignore[assignment]

from geo.corpus.parts import Read
from geo.documents import Problem
from output.atomic import put
from output.errors import RunError
from output.run.parts import note_of

FAILURES = "failures.json"
_SKIPPED = ".skipped"  # where the inputs that gave no document are kept until the list is written

# Each kind in words that stand after a number, and what to do about it.
KINDS = {
    "missing": ("not there", "check the paths"),
    "unreadable": ("unreadable", "see to each"),
    "large": ("too large", "split them, or raise the limit that each names"),
    "damaged": ("damaged", "save them anew with their own program"),
    "language": ("in another language", "leave them, or use --any-language"),
    "duplicate": ("with an id that another has", "give each its own"),
    "failed": ("on which the reading failed", "split them"),
    "slow": ("too slow", "split them, or raise --max-seconds"),
    "deadly": ("that their worker died of", "split them, or give it more memory"),
}


def problem_of(read: Read) -> Problem:
    """Return what is wrong with a document that has no record, and what to do about it."""
    remedy = {"slow": "split the text, or raise --max-seconds"}.get(str(read.kind), "split the text, or leave it out")
    return Problem(read.document, f"cannot be read: {read.why}", remedy, read.kind or "failed")


class Failures:
    """The list of a run's failures, in the order of its inputs, whoever read them.

    Parameters
    ----------
    folder
        Of the run.
    """

    def __init__(self, folder: Path) -> None:
        self.kinds: Counter[str] = Counter()
        self._folder = folder
        self._skipped = _alone(folder / _SKIPPED)

    def skip(self, problem: Problem) -> None:
        """Note an input that gave no document."""
        self.kinds[problem.kind] += 1
        self._skipped.write(_line(problem))

    def write(self, notes: Iterable[Path]) -> None:
        """Write the list: first the inputs that gave no document, then the documents that gave no record."""
        self._skipped.flush()
        put(self._folder / FAILURES, _array(self._lines(notes)), overwrite=True)

    def _lines(self, notes: Iterable[Path]) -> Iterator[bytes]:
        with (self._folder / _SKIPPED).open("rb") as skipped:
            yield from skipped
        for file in notes:
            note = note_of(file)
            yield from (_line(problem_of(read)) for read in (note.reads if note else ()) if read.kind)

    def close(self) -> None:
        """Clear up."""
        (self._folder / _SKIPPED).unlink(missing_ok=True)
        self._skipped.close()


def _alone(file: Path) -> BinaryIO:
    """Open a file anew that no other process may open so until this one ends, even if it is killed."""
    opened = file.open("ab")
    if fcntl:
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            opened.close()
            raise RunError(f"{file.parent}: another process is at work on this run; wait for it, or end it") from error
    opened.truncate(0)
    return opened


def _line(problem: Problem) -> bytes:
    line = json.dumps(asdict(problem), ensure_ascii=False)
    return line.encode(errors="backslashreplace") + b"\n"  # a name of a file may hold half a character


def _array(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Yield lines of JSON as an array, a line each."""
    before = b"[\n"
    for line in lines:
        yield before + line.rstrip(b"\n")
        before = b",\n"
    yield b"[]\n" if before == b"[\n" else b"\n]\n"
