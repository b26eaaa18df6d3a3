"""Sorts more keys than memory holds: by their first two bytes into files, then each file by itself."""

import tempfile
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Self

from gazetteer.keys import head
from gazetteer.skeleton import MARK
from gazetteer.store import Filed

HELD = 1_000_000  # records in memory before they go to their files
TOP = 255  # the highest rank
Found = tuple[bytes, int, int]  # key, rank counted from the top, row


class KeySorter:
    """Takes keys with their rows and ranks in any order, and writes the sections that `SortedKeys` reads."""

    def __init__(self, folder: Path) -> None:
        self._folder = Path(tempfile.mkdtemp(dir=folder))
        self._held: defaultdict[bytes, list[bytes]] = defaultdict(list)
        self._number = 0

    def add(self, key: str, row: int, rank: int) -> None:
        """Take a key that leads to a row; a rank is 0..255, the higher the more prominent."""
        data = key.encode()
        self._held[data[:2]].append(b"%b\t%d\t%d\n" % (data, TOP - rank, row))
        self._number += 1
        if self._number % HELD == 0:
            self._spill()

    def sections(self, now: Callable[[int], int]) -> tuple[dict[str, Filed], int]:
        """Return the sections in order of the keys, and how many names there are.

        Parameters
        ----------
        now
            A row as it was given -> the row in the file.
        """
        self._spill()
        names = 0
        out = {name: Filed(self._folder / f"section-{name}", code) for name, code in _CODES.items()}
        with _Writers(out) as writers:
            for key, meant in self._groups(now):
                writers.write(key, meant)
                names += not key.startswith(MARK.encode())
        return out, names

    def _spill(self) -> None:
        for start, records in self._held.items():
            with (self._folder / start.ljust(2, b"\0").hex()).open("ab") as file:
                file.writelines(records)
        self._held.clear()

    def _groups(self, now: Callable[[int], int]) -> Iterator[tuple[bytes, list[Found]]]:
        for file in sorted(path for path in self._folder.iterdir() if not path.name.startswith("section-")):
            found = sorted(_records(file, now))
            file.unlink()
            for key, group in groupby(found, itemgetter(0)):
                rows: dict[int, Found] = {}
                for record in group:
                    rows.setdefault(record[2], record)
                yield key, list(rows.values())


def _records(file: Path, now: Callable[[int], int]) -> Iterator[Found]:
    with file.open("rb") as lines:
        for line in lines:
            key, rank, row = line.split(b"\t")
            yield key, int(rank), now(int(row))


_CODES = {"key_head": "Q", "key_text": "B", "key_end": "I", "key_first": "I", "key_row": "I", "key_rank": "B"}
_FLUSHED = 100_000


class _Writers:
    """The files of the sections, written in blocks."""

    def __init__(self, sections: dict[str, Filed]) -> None:
        self._files = {name: section.path.open("wb") for name, section in sections.items()}
        self._held = {name: array(section.code) for name, section in sections.items()}
        self._end = self._first = 0
        self._held["key_end"].append(0)
        self._held["key_first"].append(0)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._flush()
        for file in self._files.values():
            file.close()

    def write(self, key: bytes, meant: list[Found]) -> None:
        self._end += len(key)
        self._first += len(meant)
        held = self._held
        held["key_head"].append(head(key))
        held["key_text"].frombytes(key)
        held["key_end"].append(self._end)
        held["key_first"].append(self._first)
        held["key_row"].extend(row for _, _, row in meant)
        held["key_rank"].extend(TOP - low for _, low, _ in meant)
        if len(held["key_head"]) >= _FLUSHED:
            self._flush()

    def _flush(self) -> None:
        for name, column in self._held.items():
            column.tofile(self._files[name])
            del column[:]
