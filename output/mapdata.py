"""Layers -> the data inside the map's page: columns of small integers into tables of distinct values.

What the list and the map need at once lies in the columns. Claims and other long texts lie beside them in deflated
blocks, which the page reads when a reader asks for one of their incidents.
"""

import json
import zlib
from base64 import b64encode
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from pyproj import Geod

if TYPE_CHECKING:
    from pandas import DataFrame

    from output.layers import Layers

Row = dict[str, Any]

BLOCK = 1000  # incidents or routes in a block of details: small enough to inflate in some ten milliseconds
STEPS_PER_DEGREE = 1000  # one step of an outline is 0.001 degrees, 110 m at the equator
OUTLINE_TOLERANCE = 0.004  # degrees
PARTS = ("perpetrators", "victims", "targets", "captors", "captives", "weapons")
SAID = ("cargo", "categories", "via", "operator", "purpose", "habitual")
WHENCE = ("inherited_from", "reasons", "trigger")
FIRST_WORDS = 80  # characters of the quote that stand in the list for an incident without a place
EFFECTS = ("killed", "injured", "captured")


class Table:
    """Distinct values in the order of their first appearance; number 0 is "nothing"."""

    def __init__(self) -> None:
        self.rows: list[Any] = [None]
        self._numbers: dict[Hashable, int] = {}

    def number(self, value: Hashable) -> int:
        """Return the number of a value, giving it the next one if it is new; 0 for None."""
        if value is None:
            return 0
        if value not in self._numbers:
            self._numbers[value] = len(self.rows)
            self.rows.append(value)
        return self._numbers[value]


def page_data(layers: "Layers") -> dict[str, Any]:
    """Return everything the page shows, as plain values for JSON."""
    tables = {name: Table() for name in ("texts", "terms", "places", "whens", "counts", "shapes")}
    order = {document: rank for rank, document in enumerate(layers.documents["id"])}
    incidents = sorted(
        [*_rows(layers.incidents, shaped=False), *_rows(layers.areas, shaped=True)],
        key=lambda row: (order[row["document"]], *_in_text(row["id"])),
    )
    routes = _rows(layers.routes, shaped=False)
    documents = _rows(layers.documents, shaped=False)
    return {
        "documents": _document_columns(documents, tables),
        "incidents": _incident_columns(incidents, order, tables),
        "routes": _route_columns(routes, order, tables),
        **{name: table.rows for name, table in tables.items()},
        "steps": STEPS_PER_DEGREE,
        "block": BLOCK,
        "details": {"incidents": _blocks(incidents, _incident_detail), "routes": _blocks(routes, _route_detail)},
    }


def countries(layers: "Layers") -> set[str]:
    """Return the ISO codes of the countries that any mark or arrow touches."""
    columns = (
        layers.incidents["country"],
        layers.areas["country"],
        layers.routes["origin_country"],
        layers.routes["destination_country"],
    )
    return {str(code) for column in columns for code in column.dropna()}


def _rows(frame: "DataFrame", *, shaped: bool) -> list[Row]:
    """Return a frame's rows with None for what is missing; geometries only where they are wanted."""
    plain = frame.drop(columns="geometry", errors="ignore").astype(object)
    rows = [dict(zip(plain.columns, cells, strict=True)) for cells in plain.where(plain.notna(), None).to_numpy()]
    if shaped:
        shapes = _outlines(frame)
        for row, shape in zip(rows, shapes, strict=True):
            row["shape"] = shape
    return rows


def _in_text(identifier: str) -> tuple[int, str]:
    """Return a key that sorts "report#i10" after "report#i9"."""
    tail = identifier.rpartition("#")[2][1:]
    return int(tail) if len(tail) < 10 and tail.isascii() and tail.isdigit() else 0, identifier


# ---------------------------------------------------------------- columns


def _document_columns(rows: list[Row], tables: dict[str, Table]) -> dict[str, list[Any]]:
    text = tables["texts"].number
    return {
        **{name: [text(row[name]) for row in rows] for name in ("id", "title", "source", "published", "warnings")},
        **{name: [row[name] or 0 for row in rows] for name in ("incidents", "routes")},
    }


def _incident_columns(rows: list[Row], order: dict[str, int], tables: dict[str, Table]) -> dict[str, list[Any]]:
    """Return the columns; a parent is its row's number and one, 0 where there is none."""
    term, count = tables["terms"].number, tables["counts"].number
    index = {row["id"]: i for i, row in enumerate(rows, 1)}
    return {
        "id": [tables["texts"].number(row["id"]) for row in rows],
        "document": [order[row["document"]] for row in rows],
        **{name: [term(row[name]) for row in rows] for name in ("type", "stage", "modality", "drawn")},
        "parent": [index.get(row["part_of"], 0) for row in rows],
        "place": [tables["places"].number(_place(row)) for row in rows],
        "inherited": [int(bool(row["inherited"])) for row in rows],
        "when": [tables["whens"].number(_when(row)) for row in rows],
        "shape": [tables["shapes"].number(row.get("shape")) for row in rows],
        "told": [row["reports"] or 1 for row in rows],
        "unplaced": [term(row["unplaced"]) for row in rows],
        **{name: [tables["texts"].number(words) for words in map(say, rows)] for name, say in UNPLACED.items()},
        **{effect: [count(_count(row, effect)) for row in rows] for effect in EFFECTS},
    }


def _route_columns(rows: list[Row], order: dict[str, int], tables: dict[str, Table]) -> dict[str, list[Any]]:
    text, place = tables["texts"].number, tables["places"].number
    return {
        **{name: [text(row[name]) for row in rows] for name in ("id", "cargo")},
        "document": [order[row["document"]] for row in rows],
        "modality": [tables["terms"].number(row["modality"]) for row in rows],
        "origin": [place(_end(row, "origin")) for row in rows],
        "destination": [place(_end(row, "destination")) for row in rows],
        "inferred": [int(bool(row["origin_inferred"])) + 2 * int(bool(row["destination_inferred"])) for row in rows],
        "when": [tables["whens"].number(_when(row)) for row in rows],
        "told": [row["reports"] or 1 for row in rows],
    }


def _first_words(row: Row) -> str | None:
    """Return the first words of the quote of an incident without a place: what its line in the list is known by."""
    if row["place"] is not None or not row["quote"]:
        return None
    words = " ".join(row["quote"].split())
    return words if len(words) <= FIRST_WORDS else f"{words[:FIRST_WORDS].rpartition(' ')[0] or words[:FIRST_WORDS]}…"


UNPLACED: dict[str, Callable[[Row], str | None]] = {"named": lambda row: row["named"], "said": _first_words}


def _place(row: Row) -> tuple[Any, ...] | None:
    """Return name, country, first-order unit, latitude, longitude, precision, radius in km, and the gazetteer's name.

    The name is the report's own spelling; the gazetteer's is None where they are the same.
    """
    if row["place"] is None:
        return None
    name = as_written(row["surface"], row["place"])
    point = (_rounded(row["lat"], 5), _rounded(row["lon"], 5))
    known = (row["country"], row["admin1"], *point, row["precision"], _rounded(row["radius_km"], 2))
    return (name, *known, row["place"] if row["place"] != name else None)


def _end(row: Row, end: str) -> tuple[Any, ...] | None:
    """Return the same of an end of a route; None where it has no point."""
    if row[end] is None or row[f"{end}_lat"] is None:
        return None
    name = as_written(row[f"{end}_surface"], row[end])
    point = (_rounded(row[f"{end}_lat"], 5), _rounded(row[f"{end}_lon"], 5))
    return (name, row[f"{end}_country"], None, *point, None, None, row[end] if row[end] != name else None)


def as_written(surface: str | None, name: str) -> str:
    """Return a place's name as its report spells it, or the gazetteer's where the words are no name.

    Parameters
    ----------
    surface
        The report's words: "Haditha", "HADITHA" in a cable, "the capital".
    name
        The gazetteer's: "Ḩadīthah".
    """
    if not surface or not surface[0].isupper() or surface.casefold() == name.casefold():
        return name
    return surface.title() if surface.isupper() and len(surface) > 3 else surface


def _when(row: Row) -> tuple[Any, ...] | None:
    when = (row["when_start"], row["when_end"], row["when_precision"], row["when_text"])
    return when if any(when) else None


def _count(row: Row, effect: str) -> tuple[int, int, int] | None:
    low, best, high = (row[f"{effect}_{bound}"] for bound in ("low", "best", "high"))
    return None if best is None else (low, best, high)


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(float(value), digits)


# ---------------------------------------------------------------- details


def _incident_detail(row: Row) -> Row:
    claims = json.loads(row["claims_json"] or "[]")
    return {
        **{name: row[name] for name in (*PARTS, *WHENCE) if row.get(name) is not None},
        **_reports(row, claims),
        "confidence": _rounded(row["confidence"], 3),
        "alternatives": json.loads(row["alternatives_json"] or "[]"),
        "claims": claims,
    }


def _route_detail(row: Row) -> Row:
    claims = json.loads(row["claims_json"] or "[]")
    said = {name: row[name] for name in SAID if row.get(name) is not None}
    doubtful = {f"{end}_named": row[end] for end in ("origin", "destination") if row[end] and row[f"{end}_lat"] is None}
    return {**said, **doubtful, **_reports(row, claims), "claims": claims}


def _reports(row: Row, claims: list[Row]) -> Row:
    """Return the reports that tell it, where there are several, and how many different texts they are."""
    if (row["reports"] or 1) == 1:
        return {}
    documents = dict.fromkeys(claim["document"] for claim in claims if claim.get("document"))
    return {"reports": list(documents), "texts": row.get("texts")}


def _blocks(rows: Sequence[Row], detail: Callable[[Row], Row]) -> list[str]:
    return [_packed([detail(row) for row in rows[i : i + BLOCK]]) for i in range(0, len(rows), BLOCK)]


def _packed(value: object) -> str:
    """Return a value as base64 of deflated JSON."""
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    return b64encode(zlib.compress(text.encode("ascii"), 9)).decode("ascii")


# ---------------------------------------------------------------- outlines


def _outlines(areas: "DataFrame") -> list[tuple[tuple[int, ...], ...] | None]:
    """Return each area's rings, or None where it is a circle, which the page draws from its point and radius."""
    known: dict[bytes, tuple[tuple[int, ...], ...] | None] = {}
    shapes: list[tuple[tuple[int, ...], ...] | None] = []
    for shape, lat, lon, radius in zip(areas.geometry, areas["lat"], areas["lon"], areas["radius_km"], strict=True):
        if shape is None:
            shapes.append(None)
            continue
        key = shapely.to_wkb(shape)
        if key not in known:
            known[key] = None if _is_circle(shape, lat, lon, radius) else tuple(_rings(shape))
        shapes.append(known[key])
    return shapes


def _is_circle(shape: Any, lat: float, lon: float, radius_km: float) -> bool:
    """Tell whether all corners of a polygon lie at the radius, to 2 %; cuts at 180° and the poles aside."""
    corners = shapely.get_coordinates(shape)
    corners = corners[(np.abs(corners[:, 0]) < 179.999) & (np.abs(corners[:, 1]) < 89.999)]
    if len(corners) < 8:
        return False
    centre = np.full(len(corners), lon), np.full(len(corners), lat)
    metres = Geod(ellps="WGS84").inv(*centre, corners[:, 0], corners[:, 1])[2]
    return bool(np.all(np.abs(metres / 1000 - radius_km) < 0.02 * radius_km))


def _rings(shape: Any) -> Iterable[tuple[int, ...]]:
    """Yield the simplified rings as steps from corner to corner: longitude, latitude, longitude, latitude and so on."""
    for polygon in shapely.get_parts(shapely.simplify(shape, OUTLINE_TOLERANCE)):
        for ring in (polygon.exterior, *polygon.interiors):
            steps = np.rint(shapely.get_coordinates(ring) * STEPS_PER_DEGREE).astype(int)
            yield tuple(np.diff(steps, axis=0, prepend=np.zeros((1, 2), int)).ravel().tolist())
