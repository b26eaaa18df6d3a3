"""A layer -> the style by which QGIS draws it as the map does: QML, which is QGIS's own XML.

The marks come with it as pictures in base64, so that the style needs no file beside it.
"""

from base64 import b64encode
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from pandas import DataFrame

from output.marks import Mark, svg
from output.style import DOUBTFUL, SYMBOLS

ROUTE, PLACE = "#7a2a6e", "#55525a"  # as page/assets/marks.js
SIZE_MM = 5.0
IN_DOUBT = " | in doubt"
AT_ITS_END = {"placement": "lastvertex", "placements": "LastVertex", "rotate": "1"}  # QGIS before 3.24, and after


def style_of(layer: str, table: DataFrame) -> str:
    """Return the QML of a layer; of incidents and areas, with a class for each look that `table` has.

    Parameters
    ----------
    layer
        incidents, areas, routes or places.
    table
        Its rows.
    """
    root = ET.Element("qgis", version="3.22.0", styleCategories="Symbology")
    if layer in {"incidents", "areas"}:
        root.append(_categorized(layer, table))
    else:
        root.append(_single(_arrow() if layer == "routes" else _dot()))
    return ET.tostring(root, encoding="unicode")


def _categorized(layer: str, table: DataFrame) -> ET.Element:
    """Return a renderer with a symbol for each type, modality and stage that occurs, and each way to be drawn."""
    doubt = f"if(coalesce(confidence, 1) < {DOUBTFUL}, '{IN_DOUBT}', '')"
    attribute = f"concat(type, ' | ', modality, ' | ', stage, ' | ', drawn, {doubt})"
    renderer = ET.Element("renderer-v2", type="categorizedSymbol", attr=attribute, enableorderby="0")
    categories, symbols = ET.SubElement(renderer, "categories"), ET.SubElement(renderer, "symbols")
    for number, (mark, drawn) in enumerate(_looks(table)):
        value = f"{mark.type} | {mark.modality} | {mark.stage} | {drawn}{IN_DOUBT if mark.doubtful else ''}"
        label = (
            f"{SYMBOLS[mark.type].label}: {mark.modality}, {mark.stage}{', place in doubt' if mark.doubtful else ''}"
        )
        ET.SubElement(
            categories, "category", value=value, symbol=str(number), label=label, render="true", type="string"
        )
        symbols.append(_picture(mark, number) if layer == "incidents" else _area(mark, number, drawn))
    return renderer


def _looks(table: DataFrame) -> Iterator[tuple[Mark, str]]:
    columns = ["type", "modality", "stage", "drawn", "doubtful"]
    looks = table.assign(doubtful=(table["confidence"] < DOUBTFUL).fillna(False).astype(bool))[columns]  # noqa: FBT003
    rows = looks.drop_duplicates().sort_values(columns).itertuples(index=False)
    for kind, modality, stage, drawn, doubtful in rows:
        yield Mark(kind, modality, stage, doubtful), drawn


def _single(symbol: ET.Element) -> ET.Element:
    renderer = ET.Element("renderer-v2", type="singleSymbol", enableorderby="0")
    ET.SubElement(renderer, "symbols").append(symbol)
    return renderer


def _picture(mark: Mark, number: int | str) -> ET.Element:
    picture = "base64:" + b64encode(svg(mark).encode()).decode()
    options = {"name": picture, "size": str(SIZE_MM), "size_unit": "MM", "fixedAspectRatio": "0"}
    return _symbol("marker", number, ("SvgMarker", options))


def _area(mark: Mark, number: int, drawn: str) -> ET.Element:
    """Return a pale area with a broken edge: with the mark in its middle, or grey and without one if a country."""
    country = drawn == "country"
    colour = PLACE if country else SYMBOLS[mark.type].colour
    options = {
        "color": _rgba(colour, 20 if country else 33), "style": "solid", "outline_color": _rgba(colour),
        "outline_style": "dash dot" if country else "dash", "outline_width": "0.45", "outline_width_unit": "MM",
    }  # fmt: skip
    if country:
        return _symbol("fill", number, ("SimpleFill", options))
    symbol = _symbol("fill", number, ("SimpleFill", options), ("CentroidFill", {"point_on_surface": "0"}))
    symbol.findall("layer")[1].append(_picture(mark, f"@{number}@1"))
    return symbol


def _arrow() -> ET.Element:
    """Return a dashed line with a head: a direction, and no path."""
    line = {"line_color": _rgba(ROUTE), "line_width": "0.6", "line_width_unit": "MM", "use_custom_dash": "1",
            "customdash": "3;2", "customdash_unit": "MM", "capstyle": "round"}  # fmt: skip
    head = _symbol("marker", "@0@1", ("SimpleMarker", {"name": "filled_arrowhead", "color": _rgba(ROUTE), "size": "4",
                                                       "size_unit": "MM", "outline_style": "no"}))  # fmt: skip
    symbol = _symbol("line", 0, ("SimpleLine", line), ("MarkerLine", AT_ITS_END))
    symbol.findall("layer")[1].append(head)
    return symbol


def _dot() -> ET.Element:
    options = {"name": "circle", "color": _rgba(PLACE), "size": "1.2", "size_unit": "MM", "outline_style": "no"}
    return _symbol("marker", 0, ("SimpleMarker", options))


def _symbol(kind: str, name: int | str, *layers: tuple[str, dict[str, str]]) -> ET.Element:
    symbol = ET.Element("symbol", type=kind, name=str(name), alpha="1", clip_to_extent="1", force_rhr="0")
    for drawn, options in layers:
        layer = ET.SubElement(symbol, "layer", {"class": drawn, "enabled": "1", "locked": "0", "pass": "0"})
        held = ET.SubElement(layer, "Option", type="Map")
        for option, value in options.items():
            ET.SubElement(held, "Option", type="QString", name=option, value=value)
    return symbol


def _rgba(colour: str, alpha: int = 255) -> str:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"{red},{green},{blue},{alpha}"
