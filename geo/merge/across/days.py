"""Sketches, laid by day: millions of them on disk, and given back a day at a time, since merging asks for no more."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

import msgspec

from geo.merge.across.sketches import Sketch

MOST_HELD = 32_000_000  # bytes in memory, before they are put on disk

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(list[Sketch])


class Days:
    """Takes sketches in any order and gives them back by their last day; a context, so that no file is left."""

    def __init__(self) -> None:
        self._held: dict[int, bytearray] = {}
        self._count: dict[int, int] = {}
        self._size = 0
        self._folder: TemporaryDirectory[str] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._folder:
            self._folder.cleanup()

    def add(self, sketch: Sketch) -> None:
        """Lay a sketch to its day."""
        data = _encoder.encode(sketch)
        self._held.setdefault(sketch.last, bytearray()).extend(data)
        self._count[sketch.last] = self._count.get(sketch.last, 0) + 1
        self._size += len(data)
        if self._size > MOST_HELD:
            self._put_down()

    def take(self, day: int) -> list[Sketch]:
        """Return the sketches of a day, and forget them; 0 is the day of those that have none."""
        count = self._count.pop(day, 0)
        data = bytes(self._held.pop(day, b""))
        if self._folder and (file := self._file(day)).exists():
            data = file.read_bytes() + data
            file.unlink()
        head = b"\xdd" + count.to_bytes(4)  # an array of so many, as msgpack writes it
        return _decoder.decode(head + data)

    def __iter__(self) -> Iterator[int]:
        """Yield the days that there are, the earliest first."""
        yield from sorted(self._count)

    def _put_down(self) -> None:
        self._folder = self._folder or TemporaryDirectory(prefix="dateline-")
        for day, data in self._held.items():
            with self._file(day).open("ab") as file:
                file.write(data)
        self._held.clear()
        self._size = 0

    def _file(self, day: int) -> Path:
        return Path(self._folder.name if self._folder else "", str(day))
