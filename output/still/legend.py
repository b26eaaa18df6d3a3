"""What explains a still picture: its title, the marks that occur, what is not drawn, the scale and the credit."""

import math
import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from pandas import concat

from output.still.marks import ROUTE
from output.still.sheet import CITY, INK, Hand, Sheet
from output.still.symbols import Row, symbol
from output.style import CERTAINTIES, DOUBT, DOUBTFUL, STAGES, SYMBOLS

if TYPE_CHECKING:
    from output.layers import Layers

CREDIT = "Places: GeoNames (CC BY 4.0) and others. Ground: Natural Earth. Drawn by dateline, an automatic reading."
WIDTH, LINE = 330, 24  # units
BESIDE_MARK, ALONE = 42, 52  # letters of a line that the panel holds
EARTH_KM = 40075.017  # the equator, WGS 84
HEADING = Hand(12.0, weight="bold")
PLAIN: Row = {"type": "other", "modality": "fact", "stage": "accomplished", "drawn": "point"}
Entry = tuple[str, Row | None]


def draw_legend(sheet: Sheet, layers: "Layers", title: str | None, notes: Sequence[str]) -> None:
    """Draw the panel at the left, the scale bar and the credit."""
    unit = sheet.view.unit
    heading = textwrap.wrap(title, 34)[:3] if title else []
    lines = [line for entry in _entries(layers, notes) for line in _wrapped(*entry)]
    sheet.panel(12 * unit, 12 * unit, WIDTH * unit, ((len(lines) + 1.3 * len(heading)) * LINE + 20) * unit)
    y = 22 + LINE / 2
    for text in heading:
        sheet.write(text, 24 * unit, y * unit, HEADING)
        y += 1.3 * LINE
    for words, row, x in lines:
        _mark(sheet, row, y * unit)
        sheet.write(words, x * unit, y * unit, Hand())
        y += LINE
    _scale(sheet)
    _credit(sheet)


def _wrapped(words: str, row: Row | None) -> Iterator[tuple[str, Row | None, int]]:
    """Yield an entry line by line, with the mark before its first and where each begins, in units."""
    for number, line in enumerate(textwrap.wrap(words, BESIDE_MARK if row else ALONE)):
        yield line, None if number else row, 54 if row else 24


def _mark(sheet: Sheet, row: Row | None, y: float) -> None:
    unit = sheet.view.unit
    if row and row["drawn"] == "route":
        ends = [24 * unit, 46 * unit]
        sheet.axes.plot(ends, [y, y], color=ROUTE, linewidth=1.7 * unit, linestyle="--", zorder=9)
    elif row:
        symbol(sheet.axes, row, (34 * unit, y), 6.5 * unit, above=9)


def _entries(layers: "Layers", notes: Sequence[str]) -> Iterator[Entry]:
    """Yield what the legend says, each line with the row whose mark stands before it."""
    table = concat([layers.incidents, layers.areas], ignore_index=True)
    yield from _marks(table[table["drawn"].isin(["point", "area"])])
    routes = int(layers.routes.geometry.notna().sum())
    if routes:
        yield f"Alleged route: direction only, no path ({routes})", {"drawn": "route"}
    yield from _undrawn(table, layers)
    for note in notes:
        for line in textwrap.wrap(note, ALONE)[:3]:
            yield line, None


def _marks(drawn: Any) -> Iterator[Entry]:
    """Yield the types, certainties and stages that occur."""
    types = drawn["type"].value_counts()
    for kind, shown in SYMBOLS.items():
        if kind in types:
            yield f"{shown.label} ({types[kind]})", PLAIN | {"type": kind}
    occurs = {(name, value) for name in ("modality", "stage", "drawn") for value in drawn[name].unique()}
    looks: dict[tuple[str, str], str] = {("modality", name): look.label for name, look in CERTAINTIES.items()}
    looks |= {("stage", name): label for name, label in STAGES.items()} | {("drawn", "area"): "Somewhere in this area"}
    for (name, value), label in looks.items():
        if (name, value) in occurs and PLAIN[name] != value:
            yield label, PLAIN | {name: value}
    if (drawn["confidence"] < DOUBTFUL).any():
        yield DOUBT, PLAIN | {"confidence": 0.0}


def _undrawn(table: Any, layers: "Layers") -> Iterator[Entry]:
    counts = {
        "Known to the country only, outlined": int((table["drawn"] == "country").sum()),
        "Not located, not drawn": int((table["drawn"] == "unlocated").sum()),
        "Routes with one end unknown, not drawn": int(layers.routes.geometry.isna().sum()),
    }
    for words, count in counts.items():
        if count:
            yield f"{words}: {count}", None


def _scale(sheet: Sheet) -> None:
    """Draw a bar of a round number of kilometres, true at the middle of the picture."""
    view, unit = sheet.view, sheet.view.unit
    _, lat = view.degrees(view.width / 2, view.height / 2)
    pixel_km = EARTH_KM * math.cos(math.radians(lat)) / view.scale
    most = 160 * unit * pixel_km
    power = 10 ** math.floor(math.log10(most))
    length = next(step * power for step in (5, 2, 1) if step * power <= most)
    x, y, end = 24 * unit, view.height - 26 * unit, 24 * unit + length / pixel_km
    sheet.panel(12 * unit, view.height - 48 * unit, end, 36 * unit)
    high = y - 4 * unit
    sheet.axes.plot([x, x, end, end], [high, y, y, high], color=INK, linewidth=1.2 * unit, zorder=9)
    sheet.write(f"{length:g} km", (x + end) / 2, y - 10 * unit, Hand(8.5, align="center"))


def _credit(sheet: Sheet) -> None:
    view, unit = sheet.view, sheet.view.unit
    width = len(CREDIT) * 5.1 * unit
    sheet.panel(view.width - width - 12 * unit, view.height - 34 * unit, width, 22 * unit)
    sheet.write(CREDIT, view.width - 18 * unit, view.height - 23 * unit, Hand(6.8, CITY, align="right"))
