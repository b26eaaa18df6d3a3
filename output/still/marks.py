"""The marks of a still picture: areas and outlines, arrows, and the incidents' symbols, as the web map draws them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from matplotlib.collections import LineCollection
from matplotlib.patches import Circle, Patch, PathPatch, Polygon, Rectangle, Wedge
from matplotlib.path import Path
from matplotlib.patheffects import withStroke
from matplotlib.transforms import Affine2D

from output.still.shapes import outline
from output.still.sheet import CITY, FONTS, HALO, INK, Hand, Sheet
from output.still.view import View
from output.style import CERTAINTIES, DOUBTFUL, SYMBOLS

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from pandas import DataFrame

    from output.layers import Layers

PAPER, EDGE, ROUTE = "#ffffff", "#14141ebf", "#7a2a6e"
DOTTED, BROKEN = (0, (1, 1)), (0, (2, 1.5))
SIDE_BY_SIDE, STEP, HEIGHT = 5, 31, 30  # as page/assets/spread.js
RADIUS = 8  # as page/assets/marks.js
Row = dict[str, Any]


@dataclass
class Block:
    """Incidents that stand together, at their point in pixels."""

    x: float
    y: float
    rows: list[Row] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    @property
    def half(self) -> float:
        """Half its width, in units."""
        return STEP * (0.75 if self.counted else len(self.rows) / 2)

    @property
    def counted(self) -> bool:
        """Whether there are too many to stand side by side."""
        return len(self.rows) > SIDE_BY_SIDE or len(set(self.names)) > 1


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
    for table in (layers.incidents, layers.areas):
        for row in _records(table):
            if row["drawn"] not in {"point", "area"}:
                continue
            x, y = view.at(row["lon"], row["lat"])
            spot = spots.setdefault((row["lon"], row["lat"]), Block(float(x), float(y)))
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


def symbol(axes: "Axes", row: Row, at: tuple[float, float], radius: float, above: float = 6) -> None:
    """Draw the mark of an incident; a broken ring says that its place is an area, a question mark that it is in doubt.

    Parameters
    ----------
    row
        With `type`, `modality`, `stage`, `drawn`, and `confidence` where it is known.
    at, radius
        In pixels.
    above
        What it is drawn above, as matplotlib counts it.
    """
    kind, look = SYMBOLS[row["type"]], CERTAINTIES[row["modality"]]
    path = outline(kind.path).transformed(Affine2D().scale(radius).translate(*at))
    point = radius * 0.75 / RADIUS  # of a pixel of the web map, in points
    if row["drawn"] == "area":
        _put(axes, Circle(at, radius * 13 / 8), above, edgecolor=HALO, linewidth=4 * point)
        _put(axes, Circle(at, radius * 13 / 8), above, edgecolor=kind.colour, linewidth=1.8 * point, linestyle=BROKEN)
    _put(axes, PathPatch(path), above, facecolor=PAPER, edgecolor=HALO, linewidth=5 * point)
    _fill(axes, path, kind.colour, look.fill, below=at[1], above=above)
    style = DOTTED if look.dotted else "-"
    width = (1.1 if look.fill == "full" else 3.2) * point
    _put(axes, PathPatch(path), above, edgecolor=EDGE, linewidth=width, linestyle=style)
    if look.fill != "full":
        _put(axes, PathPatch(path), above, edgecolor=kind.colour, linewidth=2.1 * point, linestyle=style)
    if look.struck:
        _strike(axes, at, radius * 11 / 8, point, above)
    _stage(axes, row["stage"], at, radius, above)
    confidence = row.get("confidence")
    if not pd.isna(confidence) and confidence < DOUBTFUL:
        _question(axes, at, radius, above)


def _put(axes: "Axes", patch: Patch, above: float, **look: Any) -> None:
    patch.set(facecolor=look.pop("facecolor", "none"), edgecolor=look.pop("edgecolor", "none"), zorder=above, **look)
    axes.add_artist(patch)


def _fill(axes: "Axes", path: Path, colour: str, fill: str, *, below: float, above: float) -> None:
    if fill == "none":
        return
    patch = PathPatch(path)
    _put(axes, patch, above, facecolor=colour, alpha=0.45 if fill == "tint" else 1)
    if fill == "half":
        box = path.get_extents()
        lower = Affine2D().scale(box.width, box.y1 - below).translate(box.x0, below)
        patch.set_clip_path(Path.unit_rectangle(), lower + axes.transData)


def _strike(axes: "Axes", at: tuple[float, float], reach: float, point: float, above: float) -> None:
    across, down = [at[0] - reach, at[0] + reach], [at[1] + reach, at[1] - reach]
    axes.plot(across, down, color=HALO, linewidth=4 * point, zorder=above)
    axes.plot(across, down, color=INK, linewidth=2 * point, zorder=above)


def _stage(axes: "Axes", stage: str, at: tuple[float, float], radius: float, above: float) -> None:
    x, low = at[0], at[1] + radius * 11 / 8
    if stage == "attempted":
        _put(axes, Rectangle((x - radius, low), 2 * radius, radius / 3), above, facecolor=INK)
    if stage == "threatened":
        for step in (-5, 0, 5):
            _put(axes, Circle((x + step * radius / 8, low + radius / 4), radius * 0.22), above, facecolor=INK)


def _question(axes: "Axes", at: tuple[float, float], radius: float, above: float) -> None:
    """Draw a question mark to the upper right of a mark."""
    x, y = at[0] + radius * 1.25, at[1] - radius * 1.1
    halo = [withStroke(linewidth=radius / 4, foreground=HALO)]
    look: dict[str, Any] = {"size": radius * 1.3, "weight": "bold", "family": FONTS, "ha": "center", "color": INK}
    axes.text(x, y, "?", va="center_baseline", zorder=above, clip_on=True, path_effects=halo, **look)


def _counted(sheet: Sheet, block: Block) -> None:
    """Draw a ring of colours, one part for each type, around their number."""
    at, unit, count = (block.x, block.y), sheet.view.unit, len(block.rows)
    radius = (13 + min(9.0, 2 * np.log2(count / 4 + 1))) * unit
    _put(sheet.axes, Circle(at, radius + 2 * unit), 6, facecolor=HALO)
    angle = -90.0
    for colour, share in Counter(SYMBOLS[row["type"]].colour for row in block.rows).most_common():
        turn = 360 * share / count
        _put(sheet.axes, Wedge(at, radius, angle, angle + turn), 6, facecolor=colour)
        angle += turn
    _put(sheet.axes, Circle(at, radius - 5 * unit), 6, facecolor=PAPER)
    sheet.write(str(count), *at, Hand(weight="bold", align="center"))
