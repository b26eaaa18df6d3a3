"""The places nearest to a point, by great-circle distance."""

import math
from bisect import bisect_left
from collections.abc import Collection
from typing import Any

from gazetteer.pack import DEGREES
from gazetteer.place import KINDS, Kind
from gazetteer.sphere import EARTH_KM


class Nearby:
    """The rows in order of latitude: a search looks at a band of them that grows until it holds enough."""

    def __init__(self, lats: memoryview, lons: memoryview, kinds: memoryview, order: memoryview | None = None) -> None:
        import numpy as np  # only this search needs it

        self._lat, self._lon = (np.frombuffer(column, dtype=np.int32) for column in (lats, lons))
        self._kind = np.frombuffer(kinds, dtype=np.uint8)
        by_lat = np.argsort(self._lat, kind="stable") if order is None else np.frombuffer(order, dtype=np.uint32)
        self._order: Any = by_lat
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
        first, last = (self._before(lat + side * band) for side in (-1, 1))
        rows = self._order[first:last]
        rows = rows[np.isin(self._kind[rows], [KINDS.index(kind) for kind in kinds])]
        lats, lons = np.radians(self._lat[rows] / DEGREES), np.radians(self._lon[rows] / DEGREES - lon)
        here = math.radians(lat)
        half = np.sin((lats - here) / 2) ** 2 + math.cos(here) * np.cos(lats) * np.sin(lons / 2) ** 2
        away = 2 * EARTH_KM * np.arcsin(np.sqrt(np.minimum(1.0, half)))
        near = np.flatnonzero(away <= reach)
        return sorted(zip(away[near].tolist(), rows[near].tolist(), strict=True))

    def _before(self, lat: float) -> int:
        """Return how many rows lie south of a latitude."""
        return bisect_left(self._order, lat * DEGREES, key=self._lat.__getitem__)
