"""Layers as KML 2.2 (OGC 07-147r2): a folder a layer, days as time spans, every column as extended data.

Google Earth shows a description as HTML. Reports' words are therefore in no description and no balloon, only in the
extended data, which hold them as they are.
"""

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from geopandas import GeoDataFrame
from pandas import NA, DataFrame
from shapely.geometry.base import BaseGeometry

from output.files.geojson import DECIMALS
from output.rows.columns import columns_of
from output.style import SYMBOLS

SPACE = "http://www.opengis.net/kml/2.2"
TYPES = {"text": "string", "whole": "int", "number": "double", "truth": "bool"}
ROUTE = "#7a2a6e"  # as page/assets/marks.js
# XML 1.0 has no place for these, not even escaped (W3C, Extensible Markup Language 1.0, production 2).
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
Cells = dict[str, Any]


def write(tables: dict[str, DataFrame], path: Path) -> None:
    """Write each table as a folder of the document at `path`."""
    root = ET.Element("kml", xmlns=SPACE)
    document = ET.SubElement(root, "Document")
    _text(document, "name", "dateline")
    for name, symbol in SYMBOLS.items():
        document.append(_style(name, symbol.colour))
    document.append(_style("route", ROUTE))
    for layer in tables:
        document.append(_schema(layer))
    for layer, table in tables.items():
        document.append(_folder(layer, table))
    ET.indent(root, space=" ")
    with path.open("xb") as file:
        ET.ElementTree(root).write(file, encoding="utf-8", xml_declaration=True)


def _style(name: str, colour: str) -> ET.Element:
    style = ET.Element("Style", id=f"style-{name}")
    red, green, blue = colour[1:3], colour[3:5], colour[5:7]
    for part, alpha in (("IconStyle", "ff"), ("LineStyle", "ff"), ("PolyStyle", "33")):
        _text(ET.SubElement(style, part), "color", f"{alpha}{blue}{green}{red}".lower())
    balloon = ET.SubElement(style, "BalloonStyle")
    _text(balloon, "text", "$[name]")
    return style


def _schema(layer: str) -> ET.Element:
    schema = ET.Element("Schema", name=layer, id=f"schema-{layer}")
    for column in columns_of(layer):
        ET.SubElement(schema, "SimpleField", type=TYPES[column.type], name=column.name)
    return schema


def _folder(layer: str, table: DataFrame) -> ET.Element:
    assert isinstance(table, GeoDataFrame)  # noqa: S101  # the format has no room for documents
    folder = ET.Element("Folder")
    _text(folder, "name", layer)
    names = [column.name for column in columns_of(layer)]
    rows = zip(*(table[name].astype(object) for name in names), strict=True)
    for cells, shape in zip(rows, table.geometry, strict=True):
        known = {name: cell for name, cell in zip(names, cells, strict=True) if cell is not NA and cell is not None}
        folder.append(_placemark(layer, known, shape))
    return folder


def _placemark(layer: str, cells: Cells, shape: BaseGeometry | None) -> ET.Element:
    """Return a row as a placemark, its parts in the order that the schema of KML asks for."""
    placemark = ET.Element("Placemark")
    _text(placemark, "name", _name(layer, cells))
    if "when_start" in cells or "when_end" in cells:
        span = ET.SubElement(placemark, "TimeSpan")
        for end, column in (("begin", "when_start"), ("end", "when_end")):
            if column in cells:
                _text(span, end, cells[column])
    kind = cells.get("type") if layer in {"incidents", "areas"} else "route" if layer == "routes" else "other"
    _text(placemark, "styleUrl", f"#style-{kind}")
    data = ET.SubElement(ET.SubElement(placemark, "ExtendedData"), "SchemaData", schemaUrl=f"#schema-{layer}")
    for name, cell in cells.items():
        _text(data, "SimpleData", _plain(cell), name=name)
    if shape is not None:
        placemark.append(_geometry(shape))
    return placemark


def _name(layer: str, cells: Cells) -> str:
    """Return what a placemark is called, in words from closed sets and the gazetteer only."""
    if layer == "routes":
        return f"{cells.get('origin', '?')} → {cells.get('destination', '?')} (direction only)"
    if layer == "places":
        return str(cells["name"])
    return f"{SYMBOLS[cells['type']].label}, {cells['modality']}: {cells.get('place', 'place not known')}"


def _geometry(shape: BaseGeometry) -> ET.Element:
    if shape.geom_type == "Point":
        return _element("Point", _coordinates(shape.coords))
    if shape.geom_type == "LineString":
        return _element("LineString", _flag("tessellate"), _coordinates(shape.coords))
    if shape.geom_type == "Polygon":
        outer = _element("outerBoundaryIs", _element("LinearRing", _coordinates(shape.exterior.coords)))
        holes = [_element("innerBoundaryIs", _element("LinearRing", _coordinates(r.coords))) for r in shape.interiors]
        return _element("Polygon", _flag("tessellate"), outer, *holes)
    return _element("MultiGeometry", *(_geometry(part) for part in shape.geoms))


def _element(name: str, *children: ET.Element) -> ET.Element:
    element = ET.Element(name)
    element.extend(children)
    return element


def _flag(name: str) -> ET.Element:
    flag = ET.Element(name)
    flag.text = "1"
    return flag


def _coordinates(positions: Any) -> ET.Element:
    element = ET.Element("coordinates")
    element.text = " ".join(f"{round(x, DECIMALS) + 0.0},{round(y, DECIMALS) + 0.0}" for x, y in positions)
    return element


def _plain(cell: Any) -> str:
    if isinstance(cell, bool):
        return "1" if cell else "0"
    return str(cell)


def _text(parent: ET.Element, tag: str, text: str, /, **attributes: str) -> None:
    ET.SubElement(parent, tag, attributes).text = NOT_XML.sub("\ufffd", text)
