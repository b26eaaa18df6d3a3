"""The names on a still picture: of the places of incidents, of countries and of capitals. None covers another."""

from output.page.basemap import basemap
from output.still.marks import Block
from output.still.sheet import CITY, Hand, Sheet

COUNTRY = Hand(9.0, "#77727c", align="center")
CAPITAL = Hand(8.5, CITY)
LONGEST = 40  # characters of a name


def draw_labels(sheet: Sheet, blocks: list[Block]) -> None:
    """Write the names that fit: first of the incidents' places, then of countries and capitals."""
    unit = sheet.view.unit
    for block in blocks:
        half = block.half * unit
        sheet.taken.append((block.x - half, block.y - 17 * unit, block.x + half, block.y + 17 * unit))
    for block in blocks:
        if len(set(block.names)) == 1:
            _place(sheet, block)
    known = {name for block in blocks for name in block.names}
    _countries(sheet, known)
    _capitals(sheet, known)


def _place(sheet: Sheet, block: Block) -> None:
    unit, name = sheet.view.unit, block.names[0]
    side = (block.half + 4) * unit
    words = f"{name[:LONGEST]}…" if len(name) > LONGEST else name
    middle, left, right = (Hand(weight="bold", align=align) for align in ("center", "left", "right"))
    around = ((0, 26 * unit, middle), (0, -26 * unit, middle), (side, 0, left), (-side, 0, right))
    any(sheet.label(words, block.x + dx, block.y + dy, hand) for dx, dy, hand in around)


def _countries(sheet: Sheet, known: set[str]) -> None:
    zoom = sheet.view.zoom()
    for name, lon, lat, first, last in basemap()["countries"]:
        x, y = (float(value) for value in sheet.view.at(lon, lat))
        if first <= zoom + 0.5 and zoom <= last + 1 and name not in known and sheet.view.holds(x, y):
            sheet.label(" ".join(name.upper()) if first < 2.5 else name.upper(), x, y, COUNTRY)


def _capitals(sheet: Sheet, known: set[str]) -> None:
    zoom, unit = sheet.view.zoom(), sheet.view.unit
    for number, (name, lon, lat) in enumerate(basemap()["capitals"]):
        x, y = (float(value) for value in sheet.view.at(lon, lat))
        wanted = zoom >= (4 if number < 40 else 5) and name not in known and sheet.view.holds(x, y)
        if wanted and sheet.label(name, x + 6 * unit, y, CAPITAL):
            sheet.axes.plot([x], [y], marker="s", markersize=2.4 * unit, color=CITY, zorder=7)
