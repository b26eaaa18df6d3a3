"""Records as a sequence of reports, read from the disk when they are asked for: those of a run, or put there for it."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import overload

from geo.model import Report
from geo.records import report_from_json, report_to_json

AT_HAND = 256  # reports; those that tell of one event often lie near each other


class RecordShelf(Sequence[Report]):
    """The reports of some files of records, in their order; in memory is only where each lies.

    Parameters
    ----------
    files
        JSON Lines, a record a line.
    check
        As of `report_from_json`.
    """

    def __init__(self, files: Sequence[Path], *, check: bool = True) -> None:
        self._files, self._check = files, check
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
                    yield report_from_json(line, check=self._check)

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
            return report_from_json(file.readline(), check=self._check)


@contextmanager
def shelved(reports: Iterable[Report]) -> Iterator[RecordShelf]:
    """Put reports on the disk as they come, where only this user may read, and give them back as often as is asked.

    Parameters
    ----------
    reports
        Any number; none is kept in memory.
    """
    with TemporaryDirectory(prefix="dateline-") as folder:
        records = Path(folder) / "records.jsonl"
        with records.open("wb") as file:
            file.writelines(report_to_json(report) + b"\n" for report in reports)
        yield RecordShelf([records], check=False)  # of a report of which a part was left out not all fits together
