"""Outlines of countries and first-order units: which unit a point lies in, and what shape a unit has.

shapely is imported when the first question is asked, and a shape is decoded when one is asked of a point near it.
"""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from gazetteer.place import GEONAMES, Place
from gazetteer.store import Store

if TYPE_CHECKING:
    import numpy as np
    from shapely import STRtree
    from shapely.geometry import LinearRing, MultiPolygon, Polygon

    Numbers = np.ndarray[Any, np.dtype[Any]]

GRID = 1e-4  # degrees: the step of the outlines' coordinates
WORD = 2**15


class Boundaries:
    """The outlines of a gazetteer file; made by `Gazetteer.boundaries`.

    Parameters
    ----------
    store
        The open file; one without outlines answers None to everything.
    get
        Finds a place by its id.
    """

    def __init__(self, store: Store, get: Callable[[str], Place | None]) -> None:
        self._store = store
        self._get = get
        names = bytes(store.view("shape_key")).decode() if "shape_key" in store else ""
        self._number = {name: number for number, name in enumerate(names.split("\n")) if name}
        self._decoded: dict[int, Polygon | MultiPolygon] = {}

    def country_at(self, lat: float, lon: float) -> str | None:
        """Return the ISO 3166-1 alpha-2 code of the country that a point in degrees lies in, or None.

        Countries are as ISO 3166 has them, not as they are held: Sevastopol is in UA.
        """
        return next((name for name in self._at(lat, lon) if not name.startswith(GEONAMES)), None)

    def admin1_at(self, lat: float, lon: float) -> Place | None:
        """Return the first-order unit that a point in degrees lies in, or None."""
        names = (name for name in self._at(lat, lon) if name.startswith(GEONAMES))
        return next((place for name in names if (place := self._get(name))), None)

    def shape(self, place: Place) -> "Polygon | MultiPolygon | None":
        """Return the outline of a country or a first-order unit in degrees, longitude first; None for other places."""
        number = self._number.get((place.country or "") if place.kind == "country" else place.id)
        return None if number is None else self._shape(number)

    def _at(self, lat: float, lon: float) -> list[str]:
        from shapely import Point

        if not self._number:
            return []
        names, tree = self._tree
        point = Point(lon, lat)
        near = sorted(tree.query(point).tolist())
        return [names[number] for number in near if self._shape(number).intersects(point)]

    @cached_property
    def _tree(self) -> "tuple[list[str], STRtree]":
        from shapely import STRtree, box

        bounds = boxes(self._store.view("shape"), self._store.view("shape_end"))
        return list(self._number), STRtree(box(*bounds.T))

    def _shape(self, number: int) -> "Polygon | MultiPolygon":
        from shapely import prepare

        if number not in self._decoded:
            ends = self._store.view("shape_end")
            words = self._store.view("shape")[ends[number] : ends[number + 1]]
            self._decoded[number] = decoded(words)
            prepare(self._decoded[number])
        return self._decoded[number]


def boxes(words: memoryview, ends: memoryview) -> "Numbers":
    """Return the west, south, east and north of each shape in degrees; to decode them all takes ten times as long.

    Parameters
    ----------
    words
        All shapes, one after another, each as `gazetteer.build.shapes.encoded` wrote it.
    ends
        Where each of them begins, and where the last one ends.
    """
    import numpy as np

    numbers = np.frombuffer(words, dtype=np.int16)
    rings: list[tuple[int, int]] = []  # the outer ones: holes lie inside
    first: list[int] = []  # of each shape
    for start in ends[:-1]:
        first.append(len(rings))
        rings += [outer for outer, *_ in _polygons(words, start)]
    steps = np.concatenate([numbers[at : at + 2 * size].reshape(-1, 2) for at, size in rings]).astype(np.int64)
    begins = np.cumsum([0, *(size for _, size in rings)])[:-1]
    steps[begins] = 0
    corners = steps.cumsum(axis=0)
    origins = np.array([_corner(words, at) for at, _ in rings]) - corners[begins]
    least, most = (each.reduceat(each.reduceat(corners, begins) + origins, first) for each in (np.minimum, np.maximum))
    return np.hstack([least, most]) * GRID


def _polygons(words: memoryview, at: int) -> Iterator[list[tuple[int, int]]]:
    """Yield for each polygon of a shape where the corners of its rings are, and how many; the outer ring first."""
    polygons, at = words[at], at + 1
    for _ in range(polygons):
        count, at = words[at], at + 1
        rings = []
        for _ in range(count):
            size = words[at] * WORD + words[at + 1]
            rings.append((at + 4, size))
            at += 4 + 2 * size
        yield rings


def _corner(words: memoryview, at: int) -> tuple[int, int]:
    """Return the first corner of a ring, which stands in the words before its steps and in their place."""
    return words[at - 2] * WORD + words[at - 1], words[at] * WORD + words[at + 1]


def decoded(words: memoryview) -> "Polygon | MultiPolygon":
    """Return the shape that `gazetteer.build.shapes.encoded` wrote."""
    import numpy as np
    from shapely import MultiPolygon, linearrings, polygons

    numbers = np.frombuffer(words, dtype=np.int16).astype(np.int64)

    def ring(at: int, size: int) -> "LinearRing":
        corners = numbers[at : at + 2 * size].reshape(-1, 2)
        corners[0] = _corner(words, at)  # all others are steps
        found: LinearRing = linearrings(corners.cumsum(axis=0) * GRID)
        return found

    found = []
    for outer, *holes in _polygons(words, 0):
        found.append(polygons(ring(*outer), [ring(*hole) for hole in holes] or None))
    return found[0] if len(found) == 1 else MultiPolygon(found)
