"""What stands on a still picture: areas and outlines, arrows, and incidents in blocks, as the web map draws them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from matplotlib.collections import LineCollection
from matplotlib.patches import Circle, PathPatch, Polygon, Wedge
from matplotlib.path import Path

from output.still.sheet import CITY, HALO, Hand, Sheet
from output.still.symbols import PAPER, RADIUS, Row, put, symbol
from output.still.view import View
from output.style import SYMBOLS

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from pandas import DataFrame

    from output.layers import Layers

ROUTE = "#7a2a6e"
SIDE_BY_SIDE, STEP, HEIGHT = 5, 31, 30  # as page/assets/spread.js
ASTRAY, AROUND_EARTH = 50, 40_075  # kilometres, as there: farther off its place a mark would seem to be elsewhere


@dataclass
class Block:
    """Incidents that stand together, at their point in pixels, on a picture of so many kilometres a unit."""

    x: float
    y: float
    km: float
    rows: list[Row] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    @property
    def half(self) -> float:
        """Half its width, in units."""
        return STEP * (0.75 if self.counted else len(self.rows) / 2)

    @property
    def counted(self) -> bool:
        """Whether there are too many to stand side by side, or they would stand too far off their place so."""
        several = len(self.rows) > SIDE_BY_SIDE or len(set(self.names)) > 1
        return several or (len(self.rows) - 1) / 2 * STEP * self.km > ASTRAY


def draw_marks(sheet: Sheet, layers: "Layers") -> list[Block]:
    """Draw everything that has a shape, and return where incidents stand."""
    axes, view = sheet.axes, sheet.view
    for row, shape in _rows(layers.areas):
        _area(axes, view, row, shape)
    for row, shape in _rows(layers.routes):
        _arrow(axes, view, row, shape)
    blocks = _blocks(view, layers)
    for block in blocks:
        _block(sheet, block)
    return blocks


def _rows(table: "DataFrame") -> Iterator[tuple[Row, Any]]:
    for row in _records(table):
        shape = row.pop("geometry")
        if shape is not None:
            yield row, shape


def _records(table: "DataFrame") -> Iterator[Row]:
    names = [str(name) for name in table.columns]
    for cells in table.itertuples(index=False):
        yield dict(zip(names, cells, strict=True))


# ---------------------------------------------------------------- areas and arrows


def _area(axes: "Axes", view: View, row: Row, shape: Any) -> None:
    """Draw a circle of metres, a unit or a country: a pale fill and a broken edge."""
    country = row["drawn"] == "country"
    colour = CITY if country else SYMBOLS[row["type"]].colour
    rings = [ring for part in getattr(shape, "geoms", (shape,)) for ring in (part.exterior, *part.interiors)]
    drawn = [_pixels(view, ring, shape) for ring in rings]
    whole = Path.make_compound_path(*(Path(points, closed=False) for points in drawn))
    axes.add_artist(PathPatch(whole, facecolor=colour, alpha=0.08 if country else 0.13, edgecolor="none", zorder=3))
    dashes = (0, (10, 3, 2, 3) if country else (6, 4))
    edges = [piece for points in drawn for piece in _unseamed(view, points)]
    if not country:
        axes.add_collection(LineCollection(edges, colors=HALO, linewidths=3 * view.unit, zorder=3), autolim=False)
    width = (0.8 if country else 1.3) * view.unit
    axes.add_collection(LineCollection(edges, colors=colour, linewidths=width, linestyles=[dashes], zorder=3))


def _pixels(view: View, line: Any, shape: Any) -> Any:
    """Return a line of degrees in pixels, all of it in the same copy of the world as its shape's middle."""
    points = np.asarray(line.coords)
    x, y = view.at(points[:, 0], points[:, 1])
    middle = view.at(*np.asarray(shape.representative_point().coords)[0])[0] if len(points) > 2 else x[0]
    return np.column_stack((x + np.round((middle - x) / view.scale) * view.scale, y))


def _unseamed(view: View, points: Any) -> Iterator[Any]:
    """Yield an outline without the stretches along 180°, where it was only cut."""
    lon = (view.left + points[:, 0] / view.scale) % 1.0
    seam = np.minimum(lon, 1 - lon) < 1e-6
    along = seam & np.r_[False, seam[:-1]]
    for piece in np.split(points, np.flatnonzero(along)):
        if len(piece) > 1:
            yield piece


def _arrow(axes: "Axes", view: View, row: Row, shape: Any) -> None:
    """Draw a direction: a dashed great circle with a head at its end, once halfway too where it is long."""
    parts = [np.asarray(part.coords) for part in getattr(shape, "geoms", (shape,))]
    line = np.vstack(parts)
    x, y = view.at(line[:, 0], line[:, 1])
    x = np.unwrap(x, period=view.scale)
    points, unit = np.column_stack((x, y)), view.unit
    doubtful = row["modality"] in {"possible", "denied"}
    axes.add_collection(LineCollection([points], colors=HALO, linewidths=4 * unit, zorder=4))
    dashes = (0, (1, 3) if doubtful else (4.5, 3))
    axes.add_collection(LineCollection([points], colors=ROUTE, linewidths=1.7 * unit, linestyles=[dashes], zorder=4))
    _head(axes, points, len(points) - 1, 15 * unit)
    if np.ptp(x) + np.ptp(y) > 250 * unit:
        _head(axes, points, len(points) // 2, 10 * unit)


def _head(axes: "Axes", points: Any, at: int, size: float) -> None:
    tip = points[at]
    far = [i for i in range(at) if np.hypot(*(points[i] - tip)) >= size]
    along = tip - points[far[-1] if far else 0]
    along = along / max(np.hypot(*along), 1e-9) * size
    aside = np.array([-along[1], along[0]]) * 0.45
    corners = [tip, tip - along + aside, tip - along * 0.72, tip - along - aside]
    axes.add_artist(Polygon(corners, facecolor=ROUTE, edgecolor=HALO, linewidth=size / 12, zorder=5))


# ---------------------------------------------------------------- incidents


def _blocks(view: View, layers: "Layers") -> list[Block]:
    """Return incidents of a point together, and points together that would cover each other; the fullest first."""
    spots: dict[tuple[float, float], Block] = {}
    km = AROUND_EARTH / view.scale * view.unit
    for table in (layers.incidents, layers.areas):
        for row in _records(table):
            if row["drawn"] not in {"point", "area"}:
                continue
            x, y = view.at(row["lon"], row["lat"])
            spot = spots.setdefault((row["lon"], row["lat"]), Block(float(x), float(y), km))
            spot.rows.append(row)
            spot.names.append(row["place"] if pd.isna(row["surface"]) else row["surface"])
    blocks: list[Block] = []
    for spot in sorted(spots.values(), key=lambda spot: -len(spot.rows)):
        if not view.holds(spot.x, spot.y):
            continue
        near = next((block for block in blocks if _collide(block, spot, view.unit)), None)
        if near:
            near.rows += spot.rows
            near.names += spot.names
        else:
            blocks.append(spot)
    return blocks


def _collide(one: Block, other: Block, unit: float) -> bool:
    return abs(one.x - other.x) < (one.half + other.half) * unit and abs(one.y - other.y) < HEIGHT * unit


def _block(sheet: Sheet, block: Block) -> None:
    unit = sheet.view.unit
    if block.counted:
        _counted(sheet, block)
        return
    for number, row in enumerate(block.rows):
        x = block.x + (number - (len(block.rows) - 1) / 2) * STEP * unit
        symbol(sheet.axes, row, (x, block.y), RADIUS * unit)


def _counted(sheet: Sheet, block: Block) -> None:
    """Draw a ring of colours, one part for each type, around their number."""
    at, unit, count = (block.x, block.y), sheet.view.unit, len(block.rows)
    radius = (13 + min(9.0, 2 * np.log2(count / 4 + 1))) * unit
    put(sheet.axes, Circle(at, radius + 2 * unit), 6, facecolor=HALO)
    angle = -90.0
    for colour, share in Counter(SYMBOLS[row["type"]].colour for row in block.rows).most_common():
        turn = 360 * share / count
        put(sheet.axes, Wedge(at, radius, angle, angle + turn), 6, facecolor=colour)
        angle += turn
    put(sheet.axes, Circle(at, radius - 5 * unit), 6, facecolor=PAPER)
    sheet.write(str(count), *at, Hand(weight="bold", align="center"))
