"""The file that a gazetteer is kept in: columns of plain numbers and bytes, opened by memory map.

A file is eight bytes that name the format, the length of a header, the header in JSON (for each section its place,
length, type and CRC-32; then what the file says of itself), and the sections, each aligned to eight bytes. Sections are
little-endian. Nothing is copied or decoded when a file is opened.
"""

import json
import mmap
import struct
import sys
import zlib
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, TypeAlias

import msgspec

from gazetteer.errors import GazetteerFileError

MAGIC = b"DATELN\x00\x01"
CHECKED_AT_ONCE = 2**24  # bytes: a longer section is not compared with its checksum whenever a file is opened
BLOCK = 2**20
_Whole = Annotated[int, msgspec.Meta(ge=0)]


@dataclass(frozen=True, slots=True)
class Filed:
    """A section that lies in a file of its own, since it is too large for memory; `code` is its element type."""

    path: Path
    code: str


class _Header(msgspec.Struct):
    """The header: each section's offset, length, element type and CRC-32, and what the file says of itself."""

    sections: dict[str, tuple[_Whole, _Whole, Literal["B", "H", "I", "Q", "i", "b", "h", "q", "f", "d"], _Whole]]
    about: dict[str, Any]


Data: TypeAlias = "bytes | array[int] | Filed"


class Store:
    """An open gazetteer file: its sections as views of the memory map, and what the file says of itself."""

    __slots__ = ("_map", "_sections", "_start", "about", "path", "size")

    def __init__(self, path: Path) -> None:
        self.path = path
        self._map = _mapped(path)
        self.size = len(self._map)
        header, self._start = _header(self._map, path)
        self.about: Mapping[str, Any] = header.about
        self._sections: Mapping[str, tuple[int, int, str, int]] = header.sections

    def view(self, name: str) -> memoryview:
        """Return a section as a view of its element type, without checking its bytes."""
        offset, length, code, _ = self._found(name)
        return memoryview(self._map)[offset : offset + length].cast(code)  # type: ignore[call-overload, no-any-return]

    def checked(self, name: str) -> memoryview:
        """Return a section after comparing it with its checksum, unless it is longer than `CHECKED_AT_ONCE`.

        Raises
        ------
        GazetteerFileError
            The section's bytes are not those that were written.
        """
        if self._found(name)[1] <= CHECKED_AT_ONCE:
            self._check(name)
        return self.view(name)

    def check(self) -> None:
        """Compare every section with its checksum; raise GazetteerFileError at the first that differs."""
        for name in self._sections:
            self._check(name)

    def _check(self, name: str) -> None:
        offset, length, _, crc = self._found(name)
        if zlib.crc32(memoryview(self._map)[offset : offset + length]) != crc:
            raise GazetteerFileError(f"{self.path}: section {name!r} is damaged; build or copy the file again")

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the sections, in the order of the file."""
        return tuple(self._sections)

    def __contains__(self, name: str) -> bool:
        return name in self._sections

    def _found(self, name: str) -> tuple[int, int, str, int]:
        if name not in self._sections:
            raise GazetteerFileError(f"{self.path}: has no section {name!r}; build the file again")
        offset, length, code, crc = self._sections[name]
        return self._start + offset, length, code, crc


def _mapped(path: Path) -> mmap.mmap:
    with path.open("rb") as file:
        if not path.stat().st_size:
            raise GazetteerFileError(f"{path}: is empty; build or copy the file again")
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _header(data: mmap.mmap, path: Path) -> tuple[_Header, int]:
    if data[: len(MAGIC) - 1] != MAGIC[:-1]:
        raise GazetteerFileError(f"{path}: is not a gazetteer file; give one that `python -m gazetteer.build` wrote")
    if data[: len(MAGIC)] != MAGIC:
        raise GazetteerFileError(f"{path}: has another version of the format; build the file again")
    if sys.byteorder != "little":
        raise GazetteerFileError(f"{path}: can be opened on little-endian machines only")
    length = int.from_bytes(data[8:12], "little")
    start = _aligned(12 + length)
    try:
        header = msgspec.json.decode(data[12 : 12 + length], type=_Header)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise GazetteerFileError(f"{path}: its header is damaged; build or copy the file again") from error
    if any(length % array(code).itemsize for _, length, code, _ in header.sections.values()):
        raise GazetteerFileError(f"{path}: its header is damaged; build or copy the file again")
    end = start + max((offset + size for offset, size, _, _ in header.sections.values()), default=0)
    if end > len(data):
        raise GazetteerFileError(f"{path}: ends after {len(data)} of {end} bytes; copy the file again")
    return header, start


def write(path: Path, sections: Mapping[str, Data], about: Mapping[str, object]) -> None:
    """Write a gazetteer file; the same sections and `about` give the same bytes.

    Parameters
    ----------
    path
        File to write; replaced if it is there.
    sections
        Bytes, arrays of numbers, or files that hold them, by name.
    about
        What the file says of itself, as JSON can hold it.
    """
    table: dict[str, tuple[int, int, str, int]] = {}
    offset = 0
    for name, section in sections.items():
        length, crc = _measured(section)
        table[name] = offset, length, _code(section), crc
        offset += _aligned(length)
    header = json.dumps({"sections": table, "about": about}, ensure_ascii=False, separators=(",", ":")).encode()
    head = MAGIC + struct.pack("<I", len(header)) + header
    aside = path.with_name(f"{path.name}.part")
    with aside.open("wb") as file:
        file.write(head.ljust(_aligned(len(head)), b"\x00"))
        for name, section in sections.items():
            file.writelines(_blocks(section))
            file.write(bytes(_aligned(table[name][1]) - table[name][1]))
    aside.replace(path)  # whoever has the old file mapped keeps it whole


def _code(section: Data) -> str:
    if isinstance(section, Filed):
        return section.code
    return section.typecode if isinstance(section, array) else "B"


def _measured(section: Data) -> tuple[int, int]:
    """Return a section's length in bytes and its CRC-32."""
    length, crc = 0, 0
    for block in _blocks(section):
        length, crc = length + len(block), zlib.crc32(block, crc)
    return length, crc


def _blocks(section: Data) -> Iterator[bytes]:
    if not isinstance(section, Filed):
        yield bytes(section)
        return
    with section.path.open("rb") as file:
        while block := file.read(BLOCK):
            yield block


def _aligned(length: int) -> int:
    return (length + 7) & ~7
