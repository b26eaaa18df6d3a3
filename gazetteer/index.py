"""The gazetteer: places by name, by id, and by nearness, from files that are opened by memory map."""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import marisa_trie

from gazetteer.boundaries import Boundaries
from gazetteer.names import key, keys
from gazetteer.pack import DEGREES, GEONAMES, RADIUS, row_order
from gazetteer.place import KINDS, Kind, Place
from gazetteer.store import Store

BUNDLED = Path(__file__).with_name("data") / "world.gazetteer"
REMEMBERED = 50_000  # places, and answers, that are kept built; the oldest half goes when there are more
EARTH_KM = 6371.0088  # mean radius, IUGG


@dataclass(frozen=True, slots=True)
class Info:
    """What a gazetteer holds: places of each kind, names, sources, file, and its size in bytes."""

    path: Path
    size: int
    places: dict[str, int]
    names: int
    sources: dict[str, str]


class Layer:
    """One open gazetteer file: rows of places, and the names that lead to them."""

    def __init__(self, path: Path, name: str) -> None:
        self.store = Store(path)
        self.name = name
        text = self.store.checked
        self._trie = marisa_trie.Trie().frombytes(bytes(text("keys")))
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
        self._built: dict[int, Place] = {}

    def __len__(self) -> int:
        return len(self._kind)

    def found(self, spelling: str) -> Sequence[tuple[int, int]]:
        """Return (rank, row) of the places that a key leads to, the most prominent first."""
        number = self._trie.get(spelling)
        if number is None:
            return ()
        first, last = self._first[number], self._first[number + 1]
        return [(self._rank[at], self._row[at]) for at in range(first, last)]

    def starting(self, prefix: str) -> Iterator[tuple[int, int]]:
        """Yield (rank, row) for every key that begins with a prefix."""
        for spelling in self._trie.iterkeys(prefix):
            yield from self.found(spelling)

    def place(self, row: int) -> Place:
        """Return the place of a row, built once and remembered for a while."""
        known = self._built.get(row)
        if known is None:
            known = _remember(self._built, row, self._place(row))
        return known

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
    def _nearby(self) -> "Nearby":
        return Nearby(self._lat, self._lon, self._kind)

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


class Nearby:
    """The rows in order of latitude: a search looks at a band of them that grows until it holds enough."""

    def __init__(self, lats: memoryview, lons: memoryview, kinds: memoryview) -> None:
        import numpy as np  # only this search needs it

        lat, lon = (np.frombuffer(column, dtype=np.int32) / DEGREES for column in (lats, lons))
        self._order = np.argsort(lat, kind="stable")
        self._lat, self._lon = lat[self._order], lon[self._order]
        self._kind = np.frombuffer(kinds, dtype=np.uint8)[self._order]
        self._np: Any = np

    def nearest(self, lat: float, lon: float, limit: int, kinds: Collection[Kind]) -> list[tuple[float, int]]:
        """Return (kilometres, row) of the nearest rows of some kinds, the nearest first."""
        reach = 25.0
        while True:
            found = self._within(lat, lon, reach, kinds)
            if len(found) >= limit or reach > math.pi * EARTH_KM:
                return found[:limit]
            reach *= 3

    def _within(self, lat: float, lon: float, reach: float, kinds: Collection[Kind]) -> list[tuple[float, int]]:
        np = self._np
        band = math.degrees(reach / EARTH_KM)
        first, last = np.searchsorted(self._lat, [lat - band, lat + band], side="left")
        wanted = np.isin(self._kind[first:last], [KINDS.index(kind) for kind in kinds])
        lats, lons = np.radians(self._lat[first:last][wanted]), np.radians(self._lon[first:last][wanted] - lon)
        here = math.radians(lat)
        half = np.sin((lats - here) / 2) ** 2 + math.cos(here) * np.cos(lats) * np.sin(lons / 2) ** 2
        away = 2 * EARTH_KM * np.arcsin(np.sqrt(np.minimum(1.0, half)))
        near = np.flatnonzero(away <= reach)
        rows = self._order[first:last][wanted][near]
        return sorted(zip(away[near].tolist(), rows.tolist(), strict=True))


class Gazetteer:
    """Places by name, id and nearness; made by `bundled`, `Gazetteer.open` or `layered`."""

    def __init__(self, layers: Sequence[Layer]) -> None:
        self._layers = tuple(layers)
        self._answers: dict[str, tuple[Place, ...]] = {}

    @classmethod
    def open(cls, path: str | Path) -> "Gazetteer":
        """Open a gazetteer file.

        Parameters
        ----------
        path
            A file that `gazetteer.pack` wrote.

        Raises
        ------
        GazetteerFileError
            The file is foreign, damaged, or of another version; the message says which.
        FileNotFoundError
            There is no such file.
        """
        file = Path(path)
        return cls([Layer(file, "bundled" if file == BUNDLED else file.stem)])

    def layered(self, *over: "Gazetteer") -> "Gazetteer":
        """Return a gazetteer that has the places of others too; of two places with one id the later layer's counts."""
        return Gazetteer([layer for each in (self, *over) for layer in each._layers])  # noqa: SLF001 (of its own kind)

    def candidates(self, name: str) -> tuple[Place, ...]:
        """Return the places that a name may mean, the most prominent first; () if none.

        Parameters
        ----------
        name
            As a text writes it: case, diacritics, hyphens, apostrophes, articles and "St." do not count.
        """
        known = self._answers.get(name)
        if known is None:
            known = _remember(self._answers, name, self._candidates(name))
        return known

    def get(self, place_id: str) -> Place | None:
        """Return the place that has an id such as ``geonames:98182``, or None."""
        for layer in reversed(self._layers):
            row = layer.row(place_id)
            if row is not None:
                return layer.place(row)
        return None

    def nearest(
        self, lat: float, lon: float, limit: int = 1, kinds: Collection[Kind] | None = None
    ) -> tuple[tuple[Place, float], ...]:
        """Return the places nearest to a point with their distances.

        Parameters
        ----------
        lat, lon
            WGS 84 degrees, -90..90 and -180..180.
        limit
            How many at most, 1 or more.
        kinds
            Kinds to look among; None for all.

        Returns
        -------
        tuple of (Place, float)
            Great-circle kilometres from the point, the nearest first.
        """
        wanted = KINDS if kinds is None else kinds
        found = [
            (away, layer.place(row))
            for layer in self._layers
            for away, row in layer.nearest(lat, lon, limit, wanted)
        ]  # fmt: skip
        current = [(place, away) for away, place in found if self._current(place)]
        return tuple(sorted(current, key=lambda pair: pair[1])[:limit])

    def search(self, text: str, limit: int = 20) -> tuple[Place, ...]:
        """Return places that have a name beginning with `text`, the most prominent first."""
        ranked: defaultdict[str, tuple[int, Place]] = defaultdict()
        for layer in self._layers:
            for rank, row in _top(layer.starting(key(text)), limit * 4):
                place = layer.place(row)
                if place.id not in ranked or ranked[place.id][0] <= rank:
                    ranked[place.id] = (rank, place)
        ordered = sorted(ranked.values(), key=lambda pair: (-pair[0], pair[1].id))
        return tuple(place for _, place in ordered[:limit])

    @cached_property
    def boundaries(self) -> Boundaries:
        """Return the outlines of countries and first-order units."""
        return Boundaries(self._layers[0].store, self.get)

    @property
    def info(self) -> tuple[Info, ...]:
        """Return what each layer holds."""
        return tuple(_info(layer) for layer in self._layers)

    def _candidates(self, name: str) -> tuple[Place, ...]:
        spelling, bare = keys(name)
        found = self._ranked(spelling)
        if not found and bare != spelling:
            found = self._ranked(bare)
        return tuple(place for _, place in found)

    def _ranked(self, spelling: str) -> list[tuple[int, Place]]:
        if len(self._layers) == 1:
            layer = self._layers[0]
            return [(rank, layer.place(row)) for rank, row in layer.found(spelling)]
        found = [(rank, layer.place(row)) for layer in reversed(self._layers) for rank, row in layer.found(spelling)]
        return sorted((pair for pair in found if self._current(pair[1])), key=lambda pair: -pair[0])

    def _current(self, place: Place) -> bool:
        """Tell whether no later layer overrides the place."""
        return len(self._layers) == 1 or self.get(place.id) is place


def _remember(memory: dict[Any, Any], item: Any, value: Any) -> Any:
    if len(memory) >= REMEMBERED:
        for old in list(memory)[: REMEMBERED // 2]:
            del memory[old]
    memory[item] = value
    return value


def _top(found: Iterator[tuple[int, int]], limit: int) -> list[tuple[int, int]]:
    best: dict[int, int] = {}
    for rank, row in found:
        best[row] = max(rank, best.get(row, 0))
    return sorted(((rank, row) for row, rank in best.items()), key=lambda pair: (-pair[0], pair[1]))[:limit]


def _info(layer: Layer) -> Info:
    about: Any = layer.store.about
    names = len(layer.store.view("key_first")) - 1
    return Info(layer.store.path, layer.store.size, dict(about["places"]), names, dict(about.get("sources", {})))


@cache
def bundled() -> Gazetteer:
    """Return the gazetteer that comes with dateline: opened once, shared by the process."""
    return Gazetteer.open(BUNDLED)
