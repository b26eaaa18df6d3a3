"""The gazetteers that a user has added: a folder of files that are never changed, and what they make with the bundled.

A file is built aside and moved into place, so that one that is there is whole, and a reader who has it open keeps it.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from gazetteer.errors import GazetteerFileError, InstalledError, NotInstalledError
from gazetteer.index import Gazetteer, bundled

VARIABLE = "DATELINE_GAZETTEERS"
ENDING = ".gazetteer"
# What reads all names of a file in a process of its own: with twice the file, 2 GB and eight times the seconds that an
# honest file takes. A trie in which one can go round for ever runs into one of them.
_WALK = """
import sys
from pathlib import Path
try:
    import resource
except ImportError:  # not on Windows
    resource = None
size = Path(sys.argv[1]).stat().st_size
if resource:
    resource.setrlimit(resource.RLIMIT_AS, (2_000_000_000 + 2 * size,) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (20 + size // 2_000_000,) * 2)
from gazetteer.layer import Layer
for _, number in (layer := Layer(Path(sys.argv[1]), "tried")).keys.starting(""):
    layer.meant(number)
"""
_NAME = re.compile(r"\w[\w.-]{0,63}")
_RESERVED = frozenset(("bundled", "world"))


def folder() -> Path:
    """Return the folder of what was added: `DATELINE_GAZETTEERS`, or dateline/gazetteers where the user's data lie."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    home = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(home) / "dateline" / "gazetteers"


def files() -> tuple[Path, ...]:
    """Return the files of the gazetteers that were added, the first added first."""
    try:
        found = [path for path in folder().glob(f"*{ENDING}") if not path.name.startswith(".") and path.is_file()]
        return tuple(sorted(found, key=lambda path: (path.stat().st_mtime_ns, path.name)))
    except FileNotFoundError:  # removed by another process meanwhile
        return files()


def opened(extra: Sequence[Gazetteer] = ()) -> Gazetteer:
    """Return the bundled gazetteer under those that were added, and under `extra`.

    Raises
    ------
    GazetteerFileError
        A file that was added is damaged; the message names it.
    """
    over = [*(_opened(file) for file in files()), *extra]
    return bundled().layered(*over) if over else bundled()


def _opened(file: Path) -> Gazetteer:
    try:
        return Gazetteer.open(file)
    except GazetteerFileError as error:
        raise GazetteerFileError(f"{error}, or take it out: dateline gazetteer remove {file.stem}") from error


def free(name: str, *, overwrite: bool) -> Path:
    """Return the file that a gazetteer of this name is kept in.

    Raises
    ------
    ValueError
        The name cannot be that of a file.
    InstalledError
        It is there already, and may not be overwritten.
    """
    if not _NAME.fullmatch(name) or name in _RESERVED:
        raise ValueError(f"{name!r} cannot name a gazetteer; give one of letters, digits, - and _ with --name")
    file = folder() / f"{name}{ENDING}"
    if file.exists() and not overwrite:
        raise InstalledError(
            f"{name} has been added already ({file}); add --force to replace it, or give another --name"
        )
    return file


@contextmanager
def placing(file: Path) -> Iterator[Path]:
    """Give a path to build a gazetteer at; once the block ends well, move it to `file` after checking all of it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    _sweep(file.parent)
    with tempfile.TemporaryDirectory(prefix=f".building-{os.getpid()}-", dir=file.parent) as aside:
        built = Path(aside) / file.name
        yield built
        check(built)
        built.replace(file)


def check(file: Path) -> Gazetteer:
    """Return the gazetteer of a file, all of it compared with its checksums; GazetteerFileError if it is damaged.

    A trie of names that somebody made up can bring the process down that reads it, whatever its checksum says, so a
    process of its own reads it first.
    """
    walked = subprocess.run([sys.executable, "-c", _WALK, str(file)], capture_output=True, check=False)  # noqa: S603
    if walked.returncode < 0:
        raise GazetteerFileError(f"{file}: reading its names ends the program ({-walked.returncode}); do not use it")
    gazetteer = Gazetteer.open(file)
    gazetteer.check()
    if walked.returncode:
        raise GazetteerFileError(f"{file}: its names cannot be read; build or copy the file again")
    return gazetteer


def remove(name: str) -> Path:
    """Take a gazetteer out, and return the file that was deleted; NotInstalledError if there is none of this name."""
    file = folder() / f"{name}{ENDING}"
    if file not in files():
        there = ", ".join(path.stem for path in files()) or "none"
        raise NotInstalledError(f"no gazetteer {name!r} has been added; added are: {there}")
    file.unlink()
    return file


def _sweep(parent: Path) -> None:
    """Delete what an `add` that was killed has left behind."""
    for left in parent.glob(".building-*"):
        process = left.name.split("-")[1]
        if process.isdecimal() and not _alive(int(process)):
            shutil.rmtree(left, ignore_errors=True)


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # another user's
        return True
    return True
