"""The records of a run as a sequence of reports, read from the disk when they are asked for."""

from array import array
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import overload

from geo.model import Report
from geo.records import report_from_json

AT_HAND = 256  # reports; those that tell of one event often lie near each other


class RecordShelf(Sequence[Report]):
    """The reports of some files of records, in their order; in memory is only where each lies.

    Parameters
    ----------
    files
        JSON Lines, a record a line.
    """

    def __init__(self, files: Sequence[Path]) -> None:
        self._files = files
        self._file, self._offset = array("l"), array("q")
        for number, path in enumerate(files):
            offset = 0
            with path.open("rb") as file:
                for line in file:
                    self._file.append(number)
                    self._offset.append(offset)
                    offset += len(line)
        self._at = lru_cache(maxsize=AT_HAND)(self._read)

    def __len__(self) -> int:
        return len(self._offset)

    def __iter__(self) -> Iterator[Report]:
        """Yield the reports one after another, without keeping them."""
        for path in self._files:
            with path.open("rb") as file:
                for line in file:
                    yield report_from_json(line)

    @overload
    def __getitem__(self, number: int) -> Report: ...

    @overload
    def __getitem__(self, number: slice) -> list[Report]: ...

    def __getitem__(self, number: int | slice) -> Report | list[Report]:
        """Return the report with a number."""
        if isinstance(number, slice):
            return [self._at(one) for one in range(*number.indices(len(self)))]
        return self._at(range(len(self))[number])

    def _read(self, number: int) -> Report:
        with self._files[self._file[number]].open("rb") as file:
            file.seek(self._offset[number])
            return report_from_json(file.readline())
