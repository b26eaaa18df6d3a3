"""Archives (zip, tar, gzip, bzip2, xz) -> what their members hold. Nothing is unpacked to a disk.

A member's name is only ever a name: no path of it is opened. Links and devices in a tar are passed over.
"""

import bz2
import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import SEEK_END, BytesIO
from pathlib import PurePosixPath
from typing import Any, BinaryIO, cast

from geo.documents.items import Found, Limits, Problem, damaged, one_line

Reader = Callable[[BinaryIO, str, str, Limits], Found]
BROKEN = (
    zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError, RuntimeError,
    NotImplementedError, ValueError,
)  # fmt: skip
OPENERS: dict[bytes, Callable[..., Any]] = {b"\x1f\x8b": gzip.open, b"BZ": bz2.open, b"\xfd7": lzma.open}
MOST_MEMBERS = 1_000_000
FREE = 10_000_000  # bytes that may come out of an archive however small it is
Members = Iterator[tuple[str, BinaryIO]]


class TooMuchError(Exception):
    """More came out of an archive than may."""


class Metered:
    """A member that is read only as long as its archive may give more."""

    def __init__(self, stream: BinaryIO, budget: "Budget") -> None:
        self._stream, self._budget = stream, budget

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes, and take them from the archive's budget."""
        return self._budget.spent(self._stream.read(size if size >= 0 else self._budget.left + 1))

    def readline(self, size: int = -1) -> bytes:
        """Return the next line, and take it from the archive's budget."""
        return self._budget.spent(self._stream.readline(size if size >= 0 else self._budget.left + 1))

    def seekable(self) -> bool:
        """Say that it is read from its beginning to its end only."""
        return False


class Budget:
    """How many bytes an archive may still give."""

    def __init__(self, left: int) -> None:
        self.left = left

    def spent(self, data: bytes) -> bytes:
        """Return `data`, and count it."""
        self.left -= len(data)
        if self.left < 0:
            raise TooMuchError
        return data


def reader_of(ending: str, inner: Callable[[str], Reader | None]) -> Reader:
    """Return the reader of an archive.

    Parameters
    ----------
    ending
        One of ``.zip``, ``.tar``, ``.gz``, ``.bz2``, ``.xz``, ``.tgz``.
    inner
        Returns the reader for a name, or None where its ending says nothing that can be read.
    """
    members = {".zip": _zip, ".tar": _tar, ".tgz": _tar}.get(ending, _single)

    def read(stream: BinaryIO, where: str, name: str, limits: Limits) -> Found:
        yield from _read(stream, (where, name), limits, members, inner)

    return read


def _read(
    stream: BinaryIO,
    place: tuple[str, str],
    limits: Limits,
    members: Callable[[BinaryIO, str], Members],
    inner: Callable[[str], Reader | None],
) -> Found:
    where, name = place
    if limits.nesting < 1:
        yield where, Problem(where, "lies too deep in other archives", "unpack it, or raise --max-nesting")
        return
    data = stream if stream.seekable() else BytesIO(stream.read())
    budget = Budget(max(FREE, limits.ratio * _size(data)))
    empty, taken = True, dict[str, str]()
    try:
        for number, (member, content) in enumerate(members(data, where)):
            reader = inner(member)
            if number >= MOST_MEMBERS:
                yield where, Problem(where, f"has more than {MOST_MEMBERS:,} members", "split it")
                return
            if reader is None:
                continue
            empty = False
            metered = cast("BinaryIO", Metered(content, budget))
            called = name if members is _single else _called(name, member, taken)
            yield from reader(metered, f"{where}, {member}", called, replace(limits, nesting=limits.nesting - 1))
    except TooMuchError:
        why = f"holds more than {limits.ratio} times its size"
        yield where, Problem(where, why, "unpack it if you trust it, or raise --max-ratio", "large")
        return
    except BROKEN as error:
        yield where, damaged(where, "archive", error)
        return
    if empty:
        yield where, Problem(where, "has nothing in it that can be read", "check what it is")


def _size(data: BinaryIO) -> int:
    size = data.seek(0, SEEK_END)
    data.seek(0)
    return size


def _called(name: str, member: str, taken: dict[str, str]) -> str:
    """Return the name of a member's documents: with its ending where another member is called the same without."""
    short, ending = f"{name}/{_name(member)}", PurePosixPath(member).suffix
    return short if taken.setdefault(short, ending) == ending else f"{short}{ending}"


def _name(member: str) -> str:
    """Return a member's name as part of an id: without its ending, and without what no text may hold."""
    path = PurePosixPath(member.replace("\\", "/"))
    clean = "/".join(part for part in path.with_suffix("").parts if part not in {"/", "..", "."})
    return one_line(clean) or "member"


def _zip(data: BinaryIO, _where: str) -> Members:
    with zipfile.ZipFile(data) as archive:
        for info in archive.infolist():
            if not _hidden(info.filename) and not info.is_dir():
                with archive.open(info) as content:
                    yield info.filename, cast("BinaryIO", content)


def _tar(data: BinaryIO, _where: str) -> Members:
    with tarfile.open(fileobj=data, mode="r:*") as archive:
        for info in archive:
            content = archive.extractfile(info) if info.isreg() and not _hidden(info.name) else None
            if content is not None:
                yield info.name, cast("BinaryIO", content)
        archive.fileobj.seek(archive.offset)
        if any(archive.fileobj.read(tarfile.BLOCKSIZE) or b"cut"):
            raise tarfile.ReadError("it ends before its end, or goes on with what is no member")


def _hidden(member: str) -> bool:
    parts = PurePosixPath(member).parts
    return not parts or "__MACOSX" in parts or any(part.startswith(".") and part not in {".", ".."} for part in parts)


def _single(data: BinaryIO, where: str) -> Members:
    """Yield what one packed file holds; its name is the archive's without the last ending."""
    opener = OPENERS.get(data.read(2))
    data.seek(0)
    if opener is None:
        raise ValueError("begins as none of gzip, bzip2 and xz does")
    with opener(data) as content:
        yield PurePosixPath(where.rpartition(", ")[2]).stem, cast("BinaryIO", content)
