"""The gazetteer: places by name, by id, and by nearness, from files that are opened by memory map."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

from gazetteer.boundaries import Boundaries
from gazetteer.info import Info, info_of
from gazetteer.layer import Layer, remember
from gazetteer.names import key, keys
from gazetteer.pack import RANK_STEP
from gazetteer.place import KINDS, Kind, Place

Search = Callable[[Layer, str], Iterable[tuple[float, int, int]]]  # likeness in per cent, rank, row
SHORT = 3  # letters of "al" and "ste", which keys may have otherwise where more follows
BUNDLED = Path(__file__).with_name("data") / "world.gazetteer"


@dataclass(frozen=True, slots=True)
class Match:
    """A place that a name may mean, and how well the name fits.

    Parameters
    ----------
    place
        The place.
    how
        "name" where it is called so, "byname" where that is another of its names, "respelt" where its name is
        transliterated otherwise, "misspelt" where a letter or two differ.
    likeness
        0..1: how alike the name and the place's are; 1 for "name" and "byname".
    """

    place: Place
    how: Literal["name", "byname", "respelt", "misspelt"]
    likeness: float = 1.0


class Gazetteer:
    """Places by name, id and nearness; made by `bundled`, `Gazetteer.open` or `layered`."""

    def __init__(self, layers: Sequence[Layer]) -> None:
        self._layers = tuple(layers)
        self._answers: dict[str, tuple[Place, ...]] = {}
        self._begun: dict[str, bool] = {}
        self._strains: dict[str, tuple[float, ...]] = {}

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
            known = remember(self._answers, name, tuple([place for _, place in self._exact(name)]))
        return known

    def may_begin(self, words: str) -> bool:
        """Tell whether a name may be some words or go on from them; most of a text's need not be looked up further.

        Parameters
        ----------
        words
            As a text writes them.
        """
        known = self._begun.get(words)
        if known is None:
            known = remember(self._begun, words, self._is_begun(words))
        return known

    def strains(self, name: str) -> tuple[float, ...]:
        """Return for each of `candidates` what being called so takes off its prominence, in powers of ten.

        0 for a name that is the place's own, 0.3 to 0.5 for a spelling of it, 1.5 and more for a name of another sort.
        """
        known = self._strains.get(name)
        if known is None:
            own = tuple(max(0, self._prominence(place) - rank) / RANK_STEP for rank, place in self._exact(name))
            known = remember(self._strains, name, own)
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
            (layer.place(row), away)
            for layer in self._layers
            for away, row in layer.nearest(lat, lon, limit, wanted)
        ]  # fmt: skip
        current = [(place, away) for place, away in found if self._current(place) is None]
        return tuple(sorted(current, key=lambda pair: pair[1])[:limit])

    def matches(self, name: str) -> tuple[Match, ...]:
        """Return what `candidates` does and, where that is nothing, places whose name is spelt nearly so.

        Parameters
        ----------
        name
            As a text writes it. One of fewer than six letters is never taken for a misspelt one.

        Returns
        -------
        tuple of Match
            The most prominent first; each says how the name fits.
        """
        exact = self._exact(name)
        if exact:
            return tuple(self._match(rank, place) for rank, place in exact)
        from gazetteer.spelling import misspelt

        return self.respelt(name) or self._spelt(name, misspelt, "misspelt")

    def respelt(self, name: str) -> tuple[Match, ...]:
        """Return the places of whose names a spelling may be another transliteration, the most prominent first.

        Parameters
        ----------
        name
            As a text writes it, if nothing is called so; much quicker than to look for misspelt names, too.
        """
        from gazetteer.spelling import respelt

        return self._spelt(name, respelt, "respelt")

    def search(self, text: str, limit: int = 20) -> tuple[Place, ...]:
        """Return places that have a name beginning with `text`, the most prominent first."""
        ranked: dict[str, tuple[int, Place]] = {}
        beginning = key(text)
        if not beginning:
            return ()
        for layer in self._layers:
            for rank, row in _top(layer.starting(beginning), limit * 4):
                place = self._latest(layer.place(row))
                if place.id not in ranked or ranked[place.id][0] <= rank:
                    ranked[place.id] = (rank, place)
        ordered = sorted(ranked.values(), key=lambda pair: (-pair[0], pair[1].id))
        return tuple(place for _, place in ordered[:limit])

    @cached_property
    def boundaries(self) -> Boundaries:
        """Return the outlines of countries and first-order units."""
        return Boundaries(self._layers[0].store, self.get)

    def check(self) -> None:
        """Compare all of the files with their checksums; raise GazetteerFileError at the first that differs."""
        for layer in self._layers:
            layer.store.check()

    @property
    def info(self) -> tuple[Info, ...]:
        """Return what each layer holds."""
        return tuple(info_of(layer) for layer in self._layers)

    def _is_begun(self, words: str) -> bool:
        last = words.rpartition(" ")[2]
        if len(last) <= SHORT or not last.isalpha():
            return True
        whole, bare = keys(words)
        return bare != whole or any(next(iter(layer.keys.starting(whole)), None) for layer in self._layers)

    def _exact(self, name: str) -> list[tuple[int, Place]]:
        spelling, bare = keys(name)
        return self._ranked(spelling) or (self._ranked(bare) if bare != spelling else [])

    def _ranked(self, spelling: str) -> list[tuple[int, Place]]:
        if len(self._layers) == 1:
            layer = self._layers[0]
            return [(rank, layer.place(row)) for rank, row in layer.found(spelling)]
        found = ((rank, layer.place(row)) for layer in reversed(self._layers) for rank, row in layer.found(spelling))
        return self._merged(found)

    def _merged(self, found: Iterable[tuple[int, Place]]) -> list[tuple[int, Place]]:
        """Return each place once, as the last layer that has it does, the most prominent first."""
        best: dict[str, tuple[int, Place]] = {}
        for rank, place in found:
            if place.id not in best or best[place.id][0] < rank:
                best[place.id] = rank, self._latest(place)
        return sorted(best.values(), key=lambda pair: -pair[0])

    def _latest(self, place: Place) -> Place:
        """Return the place as the last layer that has it does: what one layer calls it, another may put elsewhere."""
        return self._current(place) or place

    def _current(self, place: Place) -> Place | None:
        """Return the place of a later layer that overrides this one, None if there is none."""
        for layer in reversed(self._layers[1:]):
            if layer.name == place.layer:
                return None
            row = layer.row(place.id)
            if row is not None:
                return layer.place(row)
        return None

    def _match(self, rank: int, place: Place) -> Match:
        return Match(place, "byname" if self._prominence(place) - rank >= RANK_STEP else "name")

    def _prominence(self, place: Place) -> int:
        rows = ((layer, layer.row(place.id)) for layer in reversed(self._layers))
        return next((layer.prominences()[row] for layer, row in rows if row is not None), 0)

    def _spelt(self, name: str, search: Search, how: Literal["respelt", "misspelt"]) -> tuple[Match, ...]:
        found = [(layer, *hit) for layer in reversed(self._layers) for hit in search(layer, name)]
        alike: dict[str, float] = {}
        for layer, likeness, _, row in found:
            place_id = layer.place(row).id
            alike[place_id] = max(likeness, alike.get(place_id, 0.0))
        merged = self._merged((rank, layer.place(row)) for layer, _, rank, row in found)
        return tuple(Match(place, how, round(alike[place.id] / 100, 2)) for _, place in merged)


def _top(found: Iterator[tuple[int, int]], limit: int) -> list[tuple[int, int]]:
    best: dict[int, int] = {}
    for rank, row in found:
        best[row] = max(rank, best.get(row, 0))
    return sorted(((rank, row) for row, rank in best.items()), key=lambda pair: (-pair[0], pair[1]))[:limit]


@cache
def bundled() -> Gazetteer:
    """Return the gazetteer that comes with dateline: opened once, shared by the process."""
    return Gazetteer.open(BUNDLED)
