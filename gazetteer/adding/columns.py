"""The columns of millions of places: gathered in the order of the dump, written in the order of their ids."""

from array import array
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gazetteer.pack import DEGREES, RADIUS, RANK_STEP, RANK_ZERO, rank
from gazetteer.place import KINDS, Kind, Place
from gazetteer.store import Data, Filed

MOST_CODES = 2**16
AT_ONCE = 200_000  # rows whose names are moved at a time
_NUMBERS = {"number": "I", "lat": "i", "lon": "i", "radius": "I", "population": "I", "kind": "B", "prominence": "B"}
_CODED = ("country", "admin1", "feature")


class Columns:
    """Places as they come; `admin1` of a place is the code of its unit until `sections` is told the names."""

    def __init__(self) -> None:
        self._numbers = {name: array(code) for name, code in _NUMBERS.items()}
        self._coded = {name: array("H") for name in _CODED}
        self._codes: dict[str, dict[str, int]] = {name: {"": 0} for name in _CODED}
        self._text = bytearray()
        self._end = array("Q", [0])
        self._order: NDArray[Any] = np.zeros(0, dtype=np.int64)
        self.kinds = dict.fromkeys(KINDS, 0)

    def __len__(self) -> int:
        return len(self._end) - 1

    def add(self, number: int, place: Place, prominence: float) -> int:
        """Take a place with its GeoNames number, and return its row in the order of coming."""
        values = (
            number,
            round(place.lat * DEGREES),
            round(place.lon * DEGREES),
            max(1, round(place.radius_km * RADIUS)),
            place.population,
            KINDS.index(place.kind),
            rank(prominence),
        )
        for column, value in zip(self._numbers.values(), values, strict=True):
            column.append(value)
        for name, text in zip(_CODED, (place.country or "", place.admin1 or "", place.feature), strict=True):
            codes = self._codes[name]
            self._coded[name].append(
                codes.setdefault(text, len(codes)) if len(codes) < MOST_CODES else codes.get(text, 0)
            )
        self._text += place.name.encode()
        self._end.append(len(self._text))
        return len(self) - 1

    def name(self, row: int) -> str:
        """Return the name of a row in the order of coming."""
        return self._text[self._end[row] : self._end[row + 1]].decode()

    def people(self, row: int) -> int:
        """Return the people of a row in the order of coming."""
        return self._numbers["population"][row]

    def prominence(self, row: int) -> float:
        """Return the prominence of a row in the order of coming, as exactly as the file keeps it."""
        return (self._numbers["prominence"][row] - RANK_ZERO) / RANK_STEP

    def kind(self, row: int) -> Kind:
        """Return the kind of a row in the order of coming."""
        return KINDS[self._numbers["kind"][row]]

    def settle(self) -> tuple[Sequence[int], Sequence[int], Callable[[int], int]]:
        """Decide the order of the rows; of two places with one number the later counts.

        Returns
        -------
        numbers, rows
            The places' numbers in ascending order, and the row of each in the order of coming.
        callable
            A row in the order of coming -> the row in the file, its own or that of the later place with its number.
        """
        numbers = np.frombuffer(self._numbers["number"], dtype=np.uint32)
        order = np.argsort(numbers, kind="stable")
        last = np.append(numbers[order][1:] != numbers[order][:-1], True)
        self._order = order[last]
        settled = np.empty(len(numbers), dtype=np.int32)
        settled[order] = np.cumsum(last) - last
        ordered, rows = (
            array("I", column.astype(np.uint32).tobytes()) for column in (numbers[self._order], self._order)
        )
        return ordered, rows, array("i", settled.tobytes()).__getitem__

    def sections(self, folder: Path, units: dict[str, str]) -> dict[str, Data]:
        """Return the columns in the order of the ids, the larger in files of `folder`; `units` has names by code."""
        self._count()
        sections: dict[str, Data] = {name: self._filed(folder, name, column) for name, column in self._numbers.items()}
        sections |= {"id_text": b"", "id_end": array("I", [0]), **self._names(folder)}
        for name, column in self._coded.items():
            sections[name] = self._filed(folder, name, column)
            texts = self._codes[name]
            table = [units.get(text, "") for text in texts] if name == "admin1" else list(texts)
            sections[f"{name}_table"] = "\n".join(table).encode()
        return sections | {"near_row": self._by_latitude(folder)}

    def _count(self) -> None:
        kinds = np.frombuffer(self._numbers["kind"], dtype=np.uint8)[self._order]
        counted = np.bincount(kinds, minlength=len(KINDS)).tolist()
        self.kinds = {kind: number for kind, number in zip(KINDS, counted, strict=True) if number}

    def _filed(self, folder: Path, name: str, column: "array[int]") -> Filed:
        section = Filed(folder / f"column-{name}", column.typecode)
        np.frombuffer(column, dtype=column.typecode)[self._order].tofile(section.path)
        return section

    def _names(self, folder: Path) -> dict[str, Data]:
        ends = np.frombuffer(self._end, dtype=np.uint64).astype(np.int64)
        first, length = ends[:-1][self._order], np.diff(ends)[self._order]
        text, data = Filed(folder / "column-name_text", "B"), np.frombuffer(self._text, dtype=np.uint8)
        with text.path.open("wb") as file:
            for start in range(0, len(first), AT_ONCE):
                sizes = length[start : start + AT_ONCE]
                within = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
                data[np.repeat(first[start : start + AT_ONCE], sizes) + within].tofile(file)
        end = Filed(folder / "column-name_end", "I")
        np.append(0, np.cumsum(length)).astype(np.uint32).tofile(end.path)
        return {"name_text": text, "name_end": end}

    def _by_latitude(self, folder: Path) -> Filed:
        lats = np.frombuffer(self._numbers["lat"], dtype=np.int32)[self._order]
        section = Filed(folder / "column-near_row", "I")
        np.argsort(lats, kind="stable").astype(np.uint32).tofile(section.path)
        return section
