"""Which part of the world a still picture shows, and where a point of it lies on the picture."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

if TYPE_CHECKING:
    from output.layers import Layers

Extent = tuple[float, float, float, float]
Array = "np.ndarray[Any, np.dtype[np.float64]]"
WORLD: Extent = (-170.0, -56.0, 190.0, 78.0)
LEAST_DEGREES = 1.5  # a map of one village needs its surroundings to be recognised
MARGIN = 0.12  # of what is drawn, on each side
LEGEND = 350  # units at the left
POLE = 85.06  # where Web Mercator is as high as the world is wide


@dataclass(frozen=True, slots=True)
class View:
    """A window on the Web Mercator plane (EPSG:3857, with the world one wide) and its size on paper.

    Parameters
    ----------
    left, top
        The window's corner; `left` may lie beyond the world's edge where the window goes across 180°.
    scale
        Pixels for the width of the world.
    width, height
        In pixels.
    middle
        Of what is shown, which lies beside the window's own middle where a legend takes some of it: each thing is drawn
        in the copy of the world that is nearest to it.
    """

    left: float
    top: float
    scale: float
    width: int
    height: int
    middle: float

    @property
    def unit(self) -> float:
        """What grows with the picture: a pixel where its smaller side has a thousand."""
        return min(self.width, self.height) / 1000

    def at(self, lon: Any, lat: Any) -> tuple[Any, Any]:
        """Return x and y in pixels of degrees, in the copy of the world nearest to the middle of what is shown."""
        x, y = project(lon, lat)
        return (x + np.round(self.middle - x) - self.left) * self.scale, (y - self.top) * self.scale

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a pixel lies on the picture."""
        return 0 <= x <= self.width and 0 <= y <= self.height

    def degrees(self, x: float, y: float) -> tuple[float, float]:
        """Return longitude and latitude of a pixel."""
        lon = 360 * (self.left + x / self.scale - 0.5)
        lat = np.degrees(np.arctan(np.sinh(np.pi * (1 - 2 * (self.top + y / self.scale)))))
        return (lon + 180) % 360 - 180, float(lat)

    def zoom(self) -> float:
        """Return the zoom of the web map that is as close."""
        return float(np.log2(self.scale / 256 / self.unit))


def project(lon: Any, lat: Any) -> tuple[Any, Any]:
    """Return x and y on the plane, the world from 0 to 1."""
    sine = np.sin(np.radians(np.clip(lat, -POLE, POLE)))
    return np.asarray(lon) / 360 + 0.5, 0.5 - np.log((1 + sine) / (1 - sine)) / (4 * np.pi)


def view_of(layers: "Layers", size: tuple[int, int], extent: Extent | None) -> View:
    """Return the view that holds `extent`, or without it all that is drawn, to the right of the legend's place."""
    west, south, east, north = extent or _drawn(layers)
    east = east + 360 if east < west else east
    (left, right), (bottom, top) = project(np.array([west, east]), np.array([south, north]))
    width, height = size
    legend = min(LEGEND * min(size) / 1000, width / 2)
    scale = min((width - legend) / max(right - left, 1e-9), height / max(bottom - top, 1e-9))
    middle, centre = (left + right) / 2, (top + bottom) / 2
    corner = middle - (width + legend) / scale / 2, centre - height / scale / 2
    return View(*corner, scale, width, height, middle)


def _drawn(layers: "Layers") -> Extent:
    """Return the box of all shapes, with a margin, or most of the world if there are none."""
    from output.files.geojson import bbox

    shapes = [s for table in (layers.incidents, layers.areas, layers.routes) for s in table.geometry if s is not None]
    box = bbox([shape for shape in shapes if not shapely.is_empty(shape)])
    if box is None:
        return WORLD
    west, south, east, north = box
    east = east + 360 if east < west else east
    across, up = max(LEAST_DEGREES, east - west), max(LEAST_DEGREES, north - south)
    middle, centre = (west + east) / 2, (south + north) / 2
    half, rise = across * (0.5 + MARGIN), up * (0.5 + MARGIN)
    return middle - half, max(-POLE, centre - rise), middle + half, min(POLE, centre + rise)
