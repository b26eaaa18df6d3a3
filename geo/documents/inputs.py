"""Arguments -> files: folders searched, each file once, and a name for each that no other has."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from glob import has_magic
from pathlib import Path

from geo.documents.items import Problem

MANIFEST, RECORDS = "manifest.json", "records"


_BEGINNING = b'{\n "finished": '


def is_run(folder: Path) -> bool:
    """Tell whether a folder holds a run, finished or not; many a folder has a manifest of another kind."""
    try:
        with (folder / MANIFEST).open("rb") as manifest:
            return manifest.read(len(_BEGINNING)) == _BEGINNING and (folder / RECORDS).is_dir()
    except OSError:
        return False


def files_in(folder: Path, endings: Iterable[str]) -> Iterator[Path | OSError]:
    """Yield the files of `folder` and the folders in it that have one of `endings`, sorted; not the hidden ones.

    A folder that cannot be listed, and a file that cannot be looked at, is yielded as its error. Of a run (what
    ``dateline read -o FOLDER/`` writes) only the records are taken.
    """
    errors: list[OSError] = []
    wanted = frozenset(endings)
    found = []
    for parent, folders, names in os.walk(folder, onerror=errors.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        if is_run(Path(parent)):
            folders[:] = [RECORDS]
        else:
            found += [Path(parent, name) for name in names if not name.startswith(".")]
    known = sorted(path for path in found if path.suffix.lower() in wanted)
    files = [path for path in known if _is_file(path, errors)]
    yield from errors
    yield from files


def _is_file(path: Path, errors: list[OSError]) -> bool:
    try:
        return path.is_file()
    except OSError as error:  # a link to a name too long, a folder that may be listed but not entered
        errors.append(error)
        return False


def matching(pattern: str) -> Iterator[Path]:
    """Yield what matches a pattern, but not the hidden; a link to a folder is not gone into, since it may lead back."""
    folder = fixed_part(pattern)
    first = len(folder.parts)
    parts = [part if part == "**" else part.replace("**", "*") for part in Path(pattern).parts[first:]]
    for path in folder.glob("/".join(parts)):
        if not any(part.startswith(".") for part in path.parts[first:]):
            yield path


def fixed_part(pattern: str) -> Path:
    """Return the folder that a pattern looks in: what stands before the first part that can mean several."""
    parts = Path(pattern).parts
    return Path(*parts[: next(number for number, part in enumerate(parts) if has_magic(part))])


def within(path: Path, folder: Path) -> Path | Problem:
    """Return a path that lies in a folder, or the problem of a link in it that leads out: a stranger may have put it.

    Parameters
    ----------
    path
        As it was found there.
    folder
        As it was given; it may be a link itself.
    """
    if path.resolve().is_relative_to(folder.resolve()):
        return path
    why = f"is a link that leads out of {folder}"
    return Problem(str(path), why, "name it by itself if it is meant, or put the file itself there")


def name_files(paths: Iterable[Path]) -> dict[Path, str]:
    """Return a name for each file that no other has: its stem, else with its ending, else with its folders.

    Thus ``a.txt`` and ``b.txt`` are a and b; ``mon/a.txt`` and ``tue/a.txt`` are mon/a.txt and tue/a.txt.
    """
    forms = {path: _forms(path) for path in paths}
    names: dict[Path, str] = {}
    for depth in range(max(map(len, forms.values()), default=0)):
        tried = {path: form[min(depth, len(form) - 1)] for path, form in forms.items() if path not in names}
        taken = Counter([*tried.values(), *names.values()])
        names |= {path: name for path, name in tried.items() if taken[name] == 1}
    for path in forms.keys() - names.keys():
        names[path] = _printable(str(path.absolute()))
    return names


def _forms(path: Path) -> tuple[str, ...]:
    parts = [_printable(part) for part in path.absolute().parts]
    tails = ["/".join(parts[-length:]) for length in range(1, len(parts))]
    return (_printable(path.stem), *tails)


def _printable(name: str) -> str:
    """Return `name` without what no text may hold: control characters, and bytes that are not UTF-8."""
    return "".join(char if char.isprintable() else "\ufffd" for char in name)
