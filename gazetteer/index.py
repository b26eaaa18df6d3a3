"""The gazetteer: places by name, by id, and by nearness, from files that are opened by memory map."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from gazetteer.boundaries import Boundaries
from gazetteer.layer import Layer, remember
from gazetteer.names import key, keys
from gazetteer.place import KINDS, Kind, Place

BUNDLED = Path(__file__).with_name("data") / "world.gazetteer"


@dataclass(frozen=True, slots=True)
class Info:
    """What a gazetteer holds: places of each kind, names, sources, file, and its size in bytes."""

    path: Path
    size: int
    places: dict[str, int]
    names: int
    sources: dict[str, str]


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
            known = remember(self._answers, name, self._candidates(name))
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
        ranked: dict[str, tuple[int, Place]] = {}
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
