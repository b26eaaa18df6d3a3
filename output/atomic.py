"""A file is put in its place whole, or not at all; none is overwritten unasked."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory

from output.errors import ResultExistsError


def check_place(path: Path, *, overwrite: bool) -> None:
    """Raise OSError if `path` cannot be written: before the long work, so that no one waits for nothing."""
    if _is_device(path):
        return
    if path.is_dir():
        raise IsADirectoryError(f"{path}: is a folder; name a file in it")
    if (path.exists() or path.is_symlink()) and not overwrite:
        raise ResultExistsError(f"{path}: is there already; give another name, or --force to overwrite it")
    folder = _nearest_folder(path.parent)
    if not os.access(folder, os.W_OK | os.X_OK):
        raise PermissionError(f"{path}: you may not write to {folder}; choose another folder")


def put(path: Path, chunks: Iterable[bytes], *, overwrite: bool = False) -> None:
    """Write `chunks` to `path`, as `put_made` puts what a library makes; to a device or a pipe as they come."""

    def write(aside: Path) -> None:
        with aside.open("xb") as file:  # a new file: never what a link of that name points to
            file.writelines(chunks)

    if _is_device(path):
        _stream(chunks, path)
    else:
        put_made(path, write, overwrite=overwrite)


def _stream(chunks: Iterable[bytes], device: Path) -> None:
    try:
        with device.open("wb") as file:
            file.writelines(chunks)
    except OSError as error:
        error.filename = str(device)
        raise


def put_made(path: Path, make: Callable[[Path], None], *, overwrite: bool = False) -> None:
    """Put the file that `make` makes at `path`: aside first, then renamed, so that a failure leaves what was there.

    Folders that lack are made. A device or a pipe, such as ``/dev/stdout``, is written to as it is.

    Raises
    ------
    OSError
        The file is there already and `overwrite` is False (`ResultExistsError`), or cannot be written.
    """
    check_place(path, overwrite=overwrite)
    try:
        if _is_device(path):
            _copy(make, path)
        else:
            _make_aside(make, path)
    except OSError as error:
        error.filename = str(path)  # what the user knows it by
        raise


def _copy(make: Callable[[Path], None], device: Path) -> None:
    """Write to a device what `make` makes, when it is whole."""
    with TemporaryDirectory() as folder:
        made = Path(folder) / "made"
        make(made)
        device.write_bytes(made.read_bytes())


def _make_aside(make: Callable[[Path], None], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # The ending stays: some libraries go by it.
    aside = path.with_name(f".{path.stem[:100]}.{os.getpid()}.{token_hex(4)}.part{path.suffix}")
    try:
        make(aside)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def _is_device(path: Path) -> bool:
    return path.exists() and not path.is_file() and not path.is_dir()


def _nearest_folder(folder: Path) -> Path:
    """Return `folder`, or the nearest above it that is there; an error if that is a file."""
    there = next(parent for parent in (folder, *folder.absolute().parents) if parent.exists())
    if not there.is_dir():
        raise NotADirectoryError(f"{folder}: {there} is a file, not a folder; choose another place")
    return there
