"""One open gazetteer file: rows of places, and the names that lead to them."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from gazetteer.keys import keys_of
from gazetteer.nearby import Nearby
from gazetteer.pack import DEGREES, RADIUS, row_order
from gazetteer.place import GEONAMES, KINDS, Kind, Place
from gazetteer.store import Store

REMEMBERED = 50_000  # places, and answers, that are kept built; the older half goes when there are more
MANY, MOST_PLACES = (
    1_000_000,
    100,
)  # of a layer of many places, how many of one name count: nobody weighs 3,000 San Antonios
Item = TypeVar("Item")
Value = TypeVar("Value")


class Layer:
    """One open gazetteer file: rows of places, and the names that lead to them."""

    def __init__(self, path: Path, name: str) -> None:
        self.store = Store(path)
        self.name = name
        text = self.store.checked
        self.keys = keys_of(self.store)
        self._first, self._row, self._rank = (text(f"key_{part}") for part in ("first", "row", "rank"))
        view = self.store.view
        self._number, self._id_text, self._id_end = view("number"), view("id_text"), view("id_end")
        self._name_text, self._name_end = view("name_text"), view("name_end")
        self._lat, self._lon, self._radius, self._kind = view("lat"), view("lon"), view("radius"), view("kind")
        self._population, self._prominence = view("population"), view("prominence")
        self._country, self._admin1, self._feature = view("country"), view("admin1"), view("feature")
        self._countries, self._units, self._features = (
            str(text(f"{part}_table"), "utf-8").split("\n") for part in ("country", "admin1", "feature")
        )
        self._most = MOST_PLACES if len(self) > MANY else len(self)
        self._built: dict[int, Place] = {}

    def __len__(self) -> int:
        return len(self._kind)

    def found(self, spelling: str) -> Sequence[tuple[int, int]]:
        """Return (rank, row) of the places that a key leads to, the most prominent first."""
        number = self.keys.number(spelling)
        return () if number is None else self.meant(number)

    def meant(self, number: int) -> Sequence[tuple[int, int]]:
        """Return (rank, row) of the places that the key of a number leads to, the most prominent first."""
        first, last = self._first[number], self._first[number + 1]
        return [(self._rank[at], self._row[at]) for at in range(first, min(last, first + self._most))]

    def starting(self, prefix: str) -> Iterator[tuple[int, int]]:
        """Yield (rank, row) for every key that begins with a prefix."""
        for _, number in self.keys.starting(prefix):
            yield from self.meant(number)

    def place(self, row: int) -> Place:
        """Return the place of a row, built once and remembered for a while."""
        known = self._built.get(row)
        if known is None:
            known = remember(self._built, row, self._place(row))
        return known

    def prominences(self) -> memoryview:
        """Return each row's prominence as `gazetteer.pack.rank` keeps it."""
        return self._prominence

    def row(self, place_id: str) -> int | None:
        """Return the row of an id."""
        last, number, text = row_order(place_id)
        numbers = self._number
        if not last:
            row = bisect_left(numbers, number)
            return row if row < len(numbers) and numbers[row] == number else None
        row = bisect_left(range(len(numbers), len(self)), text, key=self._id) + len(numbers)
        return row if row < len(self) and self._id(row) == text else None

    def nearest(self, lat: float, lon: float, limit: int, kinds: Collection[Kind]) -> list[tuple[float, int]]:
        """Return (kilometres, row) of the nearest places of some kinds."""
        return self._nearby.nearest(lat, lon, limit, kinds)

    @cached_property
    def _nearby(self) -> Nearby:
        order = self.store.view("near_row") if "near_row" in self.store else None
        return Nearby(self._lat, self._lon, self._kind, order)

    def _id(self, row: int) -> str:
        numbered = len(self._number)
        if row < numbered:
            return f"{GEONAMES}{self._number[row]}"
        return str(self._id_text[self._id_end[row - numbered] : self._id_end[row - numbered + 1]], "utf-8")

    def _place(self, row: int) -> Place:
        return Place(
            self._id(row),
            str(self._name_text[self._name_end[row] : self._name_end[row + 1]], "utf-8"),
            KINDS[self._kind[row]],
            self._lat[row] / DEGREES,
            self._lon[row] / DEGREES,
            self._radius[row] / RADIUS,
            self._countries[self._country[row]] or None,
            self._units[self._admin1[row]] or None,
            self._population[row],
            self._features[self._feature[row]],
            self.name,
        )


def remember(memory: dict[Item, Value], item: Item, value: Value) -> Value:
    """Keep a value under its item and return it; when the memory is full, the older half goes first."""
    if len(memory) >= REMEMBERED:
        for old in list(memory)[: len(memory) // 2]:
            del memory[old]
    memory[item] = value
    return value
