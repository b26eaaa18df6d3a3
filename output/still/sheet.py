"""The sheet that a still picture is drawn on: its axes, its view, and what of it is taken."""

from dataclasses import dataclass, field
from typing import Any, Literal

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from matplotlib.patheffects import withStroke
from matplotlib.text import Text

from output.still.view import View

INK, HALO, CITY = "#1d2228", "#ffffffeb", "#55525a"
FONTS = ("DejaVu Sans", "Noto Sans", "sans-serif")
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Hand:
    """How words are written: their size in units, colour, weight, and which of their ends stands at the point."""

    size: float = 9.0
    colour: str = INK
    weight: Literal["normal", "bold"] = "normal"
    align: Literal["left", "center", "right"] = "left"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What every part of the picture draws on.

    Parameters
    ----------
    axes
        In pixels, y downwards.
    view
        Which part of the world it shows.
    taken
        The boxes in which nothing more may be written.
    """

    axes: Axes
    view: View
    taken: list[Box] = field(default_factory=list)

    def write(self, words: str, x: float, y: float, hand: Hand) -> Text:
        """Write words at a point in pixels, as they are: a dollar sign begins no formula."""
        shown = "".join(letter if letter.isprintable() else "\ufffd" for letter in words)
        return self.axes.text(
            x, y, shown, size=hand.size * self.view.unit, color=hand.colour, ha=hand.align, va="center_baseline",
            weight=hand.weight, family=FONTS, zorder=9, clip_on=True, parse_math=False,
        )  # fmt: skip

    def label(self, words: str, x: float, y: float, hand: Hand) -> bool:
        """Write words with a halo where they cover nothing, and say whether they did."""
        size = hand.size * self.view.unit
        width, height = len(words) * size * 0.82, size * 1.5  # pixels, for letters of common width
        left = x - {"left": 0.0, "center": width / 2, "right": width}[hand.align]
        if not self._take((left - 2, y - height / 2, left + width + 2, y + height / 2)):
            return False
        effect: Any = withStroke(linewidth=size / 3.5, foreground=HALO)
        self.write(words, x, y, hand).set(path_effects=[effect], zorder=7)
        return True

    def _take(self, box: Box) -> bool:
        free = all(box[2] < o[0] or box[0] > o[2] or box[3] < o[1] or box[1] > o[3] for o in self.taken)
        if free:
            self.taken.append(box)
        return free

    def panel(self, x: float, y: float, width: float, height: float) -> None:
        """Draw a panel for words that are no part of the map; no label goes below it."""
        self.axes.add_artist(
            Rectangle((x, y), width, height, facecolor="#fffffff2", edgecolor="#dcdfe3", linewidth=0.8, zorder=8)
        )
        self.taken.append((x, y, x + width, y + height))
