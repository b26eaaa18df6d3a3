"""The ground of a still picture: land, lakes, rivers, borders, and the names of countries and capitals."""

import zlib
from base64 import b64decode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.collections import LineCollection
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from output.page.basemap import basemap, countries
from output.still.view import View, project

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from output.layers import Layers

SEA, LAND, COAST, RIVER, BORDER, UNIT = "#d9e6ee", "#f7f5ef", "#9fb4c0", "#bcd2df", "#8f8a94", "#b5b0ba"
RIVERS_UNTIL = 8  # as page/assets/basemap.js: closer in, their lines are too coarse to be true


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines on the plane of `output.still.view.project`, and the box of each: left, top, right, bottom."""

    points: list[Any]
    boxes: Any

    def seen(self, view: View) -> Iterator[Any]:
        """Yield the lines in pixels, in each copy of the world of which the picture shows a part."""
        right, bottom = view.left + view.width / view.scale, view.top + view.height / view.scale
        for copy in (-1, 0, 1):
            across = (self.boxes[:, 2] + copy > view.left) & (self.boxes[:, 0] + copy < right)
            for number in np.flatnonzero(across & (self.boxes[:, 3] > view.top) & (self.boxes[:, 1] < bottom)):
                yield (self.points[number] + (copy - view.left, -view.top)) * view.scale


def draw_ground(axes: "Axes", view: View, layers: "Layers") -> None:
    """Draw land, water and borders as the web map does."""
    ground, zoom, unit = basemap(countries(layers)), view.zoom(), view.unit
    lines = {name: _lines(text, ground["steps"]) for name, text in ground["layers"].items()}
    axes.add_artist(Rectangle((0, 0), view.width, view.height, color=SEA, zorder=0))
    _fill(axes, lines["land"].seen(view), LAND)
    if 3 <= zoom < RIVERS_UNTIL:
        _stroke(axes, lines["rivers"].seen(view), RIVER, 1.0 * unit)
    _fill(axes, lines["lakes"].seen(view), SEA)
    _stroke(axes, lines["lakes"].seen(view), COAST, 0.5 * unit)
    coasts = (part for line in lines["land"].seen(view) for part in _unseamed(view, line))
    _stroke(axes, coasts, COAST, 0.8 * unit)
    if zoom >= 4:
        for text in ground["first_order"]:
            _stroke(axes, _lines(text, ground["steps"]).seen(view), UNIT, 0.8 * unit, dashes=(2, 5))
    _stroke(axes, lines["borders"].seen(view), BORDER, 1.1 * unit)
    _stroke(axes, lines["disputed"].seen(view), BORDER, 1.1 * unit, dashes=(8, 6))


@lru_cache(maxsize=8)
def _lines(text: str, steps: int) -> Lines:
    """Return the lines that `output.page.build_basemap.encode` wrote as text."""
    raw = zlib.decompress(b64decode(text))
    if not raw:  # a country of one unit has no lines between units
        return Lines([], np.empty((0, 4)))
    values = _integers(raw)
    at, pieces = 0, []
    while at < len(values):
        length = int(values[at])
        signed = values[at + 1 : at + 1 + 2 * length].astype(np.int64)
        deltas = (signed >> 1) ^ -(signed & 1)
        pieces.append(np.cumsum(deltas.reshape(-1, 2), axis=0))
        at += 1 + 2 * length
    degrees = np.vstack(pieces) / steps
    plane = np.column_stack(project(degrees[:, 0], degrees[:, 1]))
    starts = np.cumsum([0, *map(len, pieces)])[:-1]
    boxes = np.hstack([np.minimum.reduceat(plane, starts), np.maximum.reduceat(plane, starts)])
    return Lines(np.split(plane, starts[1:]), boxes)


def _integers(raw: bytes) -> Any:
    """Return variable-length integers, seven bits a byte, low bits first."""
    octets = np.frombuffer(raw, np.uint8).astype(np.uint64)
    ends = np.flatnonzero(octets < 128)
    starts = np.r_[0, ends[:-1] + 1]
    place = np.arange(len(octets)) - np.repeat(starts, ends - starts + 1)
    return np.add.reduceat((octets & 127) << (7 * place).astype(np.uint64), starts)


def _fill(axes: "Axes", lines: Iterable[Any], colour: str) -> None:
    rings = [Path(line, closed=False) for line in lines if len(line) > 2]
    if rings:
        whole = Path.make_compound_path(*rings)
        axes.add_artist(PathPatch(whole, facecolor=colour, edgecolor="none", zorder=1))


def _stroke(axes: "Axes", lines: Iterable[Any], colour: str, width: float, *, dashes: Any = None) -> None:
    style = "solid" if dashes is None else (0, dashes)
    drawn = LineCollection(list(lines), colors=colour, linewidths=width * 0.75, linestyles=[style], zorder=2)
    axes.add_collection(drawn, autolim=False)


def _unseamed(view: View, line: Any) -> Iterator[Any]:
    """Yield the stretches of a coast without those that only run along 180°."""
    side = (line[:, 0] / view.scale + view.left) % 1.0
    seam = np.minimum(side, 1 - side) < 1e-5
    for part in np.split(line, np.flatnonzero(seam & np.r_[False, seam[:-1]])):
        if len(part) > 1:
            yield part
