"""The mark of an incident in a still picture: its type's shape and colour, how sure it is and how far it went."""

from typing import TYPE_CHECKING, Any

import pandas as pd
from matplotlib.patches import Circle, Patch, PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.patheffects import withStroke
from matplotlib.transforms import Affine2D

from output.still.shapes import outline
from output.still.sheet import FONTS, HALO, INK
from output.style import CERTAINTIES, DOUBTFUL, SYMBOLS

if TYPE_CHECKING:
    from matplotlib.axes import Axes

PAPER, EDGE = "#ffffff", "#14141ebf"
DOTTED, BROKEN = (0, (1, 1)), (0, (2, 1.5))
RADIUS = 8  # as page/assets/marks.js
Row = dict[str, Any]


def symbol(axes: "Axes", row: Row, at: tuple[float, float], radius: float, above: float = 6) -> None:
    """Draw the mark of an incident; a broken ring says that its place is an area, a question mark that it is in doubt.

    Parameters
    ----------
    axes
        Of the picture.
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
        put(axes, Circle(at, radius * 13 / 8), above, edgecolor=HALO, linewidth=4 * point)
        put(axes, Circle(at, radius * 13 / 8), above, edgecolor=kind.colour, linewidth=1.8 * point, linestyle=BROKEN)
    put(axes, PathPatch(path), above, facecolor=PAPER, edgecolor=HALO, linewidth=5 * point)
    _fill(axes, path, kind.colour, look.fill, below=at[1], above=above)
    style = DOTTED if look.dotted else "-"
    width = (1.1 if look.fill == "full" else 3.2) * point
    put(axes, PathPatch(path), above, edgecolor=EDGE, linewidth=width, linestyle=style)
    if look.fill != "full":
        put(axes, PathPatch(path), above, edgecolor=kind.colour, linewidth=2.1 * point, linestyle=style)
    if look.struck:
        _strike(axes, at, radius * 11 / 8, point, above)
    _stage(axes, row["stage"], at, radius, above)
    confidence = row.get("confidence")
    if not pd.isna(confidence) and confidence < DOUBTFUL:
        _question(axes, at, radius, above)


def put(axes: "Axes", patch: Patch, above: float, **look: Any) -> None:
    """Add a patch to the picture, with neither fill nor edge where the look names none.

    Parameters
    ----------
    axes, patch
        Where, and what.
    above
        What it is drawn above, as matplotlib counts it.
    look
        Its properties, as matplotlib calls them.
    """
    patch.set(facecolor=look.pop("facecolor", "none"), edgecolor=look.pop("edgecolor", "none"), zorder=above, **look)
    axes.add_artist(patch)


def _fill(axes: "Axes", path: Path, colour: str, fill: str, *, below: float, above: float) -> None:
    if fill == "none":
        return
    patch = PathPatch(path)
    put(axes, patch, above, facecolor=colour, alpha=0.45 if fill == "tint" else 1)
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
        put(axes, Rectangle((x - radius, low), 2 * radius, radius / 3), above, facecolor=INK)
    if stage == "threatened":
        for step in (-5, 0, 5):
            put(axes, Circle((x + step * radius / 8, low + radius / 4), radius * 0.22), above, facecolor=INK)


def _question(axes: "Axes", at: tuple[float, float], radius: float, above: float) -> None:
    """Draw a question mark to the upper right of a mark."""
    x, y = at[0] + radius * 1.25, at[1] - radius * 1.1
    halo = [withStroke(linewidth=radius / 4, foreground=HALO)]
    look: dict[str, Any] = {"size": radius * 1.3, "weight": "bold", "family": FONTS, "ha": "center", "color": INK}
    axes.text(x, y, "?", va="center_baseline", zorder=above, clip_on=True, path_effects=halo, **look)
