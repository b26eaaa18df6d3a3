"""Layers -> the data inside the map's page: columns of small numbers into tables of distinct values.

What the list, the filters and the map need at once lies in the columns. Claims and other long texts lie beside them in
deflated blocks, which the page reads when a reader asks for one of their incidents.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from geo.model import EFFECTS
from output.page.detail import BLOCK, MOST_WITH_CONTEXT, Details, incident_detail, route_detail
from output.page.outlines import STEPS_PER_DEGREE, Outlines
from output.page.packing import Columns, Table, packed_json
from output.page.rows import cells_of, chunks, in_text, runs
from output.rows.columns import Row

if TYPE_CHECKING:
    from output.layers import Layers

FIRST_WORDS = 80  # characters of the quote that stand in the list for an incident without a place
MOST_NAMED = 20  # places that a page without incidents says were read
TERMS = ("type", "stage", "modality", "drawn", "unplaced")
WHEN = ("start", "span", "closeness", "words")
INCIDENT = (
    "id", "number", "document", *TERMS, "denied", "parent", "place", "sure", "inherited", *WHEN, "shape", "told",
    "named", "said", *EFFECTS,
)  # fmt: skip
ROUTE = ("id", "number", "document", "modality", "denied", "cargo", "origin", "destination", "inferred", *WHEN, "told")
PLACE = ("id", "name", "country", "admin1", "lat", "lon", "precision", "radius", "gazetteer")
DOCUMENT = ("id", "title", "source", "published", "warnings", "incidents", "routes")
DEGREE = 100_000  # steps of a latitude or longitude: 1.1 m
OPEN = 10_000_000  # the span of days of which only the first or only the last is known


class MapData:
    """What a page holds of some layers: `header` at once, `blocks` of details by name."""

    def __init__(self, layers: "Layers") -> None:
        self.texts, self.terms, self.places, self.counts, self.shapes = (Table() for _ in range(5))
        self.outlines = Outlines()
        self.order = {document: rank for rank, document in enumerate(layers.documents["id"])}
        self.said = layers.texts if _number_of_rows(layers) <= MOST_WITH_CONTEXT else {}
        self.details = Details()
        self.retold, self.items = Columns(("item", "document")), 0
        incidents = self._incidents(layers)
        routes = self._columns(ROUTE, chunks(layers.routes), self._route, ("routes", route_detail))
        documents = self._columns(DOCUMENT, chunks(layers.documents), self._document)
        words, self.blocks = self.details.packed()
        self.blocks["words"] = words
        self.header = {
            "incidents": incidents,
            "routes": routes,
            "documents": documents,
            "retold": self.retold.packed(),
            "places": _packed_places(self.places),
            "tables": packed_json({name: getattr(self, name).rows for name in ("texts", "terms", "counts", "shapes")}),
            "steps": STEPS_PER_DEGREE,
            "block": BLOCK,
            "named": [] if incidents["rows"] or routes["rows"] else [*layers.places["name"][:MOST_NAMED]],
        }

    def _incidents(self, layers: "Layers") -> dict[str, Any]:
        """Return the columns of the incidents, in the order of the reports and of their texts."""
        frames = [layers.incidents, layers.areas]
        keys = [
            (self.order[document], *in_text(identifier), which, at)
            for which, frame in enumerate(frames)
            for at, (document, identifier) in enumerate(
                zip(cells_of(frame["document"]), cells_of(frame["id"]), strict=True)
            )
        ]
        keys.sort()
        wholes = {whole for frame in frames for whole in cells_of(frame["part_of"])}
        self.index = {key[2]: number for number, key in enumerate(keys, 1) if key[2] in wholes}
        ordered = runs(frames, [key[-2:] for key in keys])
        return self._columns(INCIDENT, ordered, self._incident, ("incidents", incident_detail))

    def _columns(
        self,
        names: tuple[str, ...],
        chunks: Iterator[list[Row]],
        numbers: Callable[[Row], Row],
        details: tuple[str, Callable[[Row, Any], Row]] | None = None,
    ) -> dict[str, Any]:
        """Return the columns of rows that come in chunks of `BLOCK`; put each chunk's details into a block."""
        columns = Columns(names)
        for number, rows in enumerate(chunks):
            for row in rows:
                columns.add(numbers(row))
            if details:
                kind, detail = details
                known = [detail(row, self.said) for row in rows]
                self.details.add(f"{kind}-{number}", known)
                self._retell(rows, known)
        return columns.packed()

    def _retell(self, rows: list[Row], details: list[Row]) -> None:
        """Note the other reports that tell a row too; items are counted through, incidents before routes."""
        for row, detail in zip(rows, details, strict=True):
            for document in detail.get("reports") or ():
                if document in self.order and document != row["document"]:
                    self.retold.add({"item": self.items, "document": self.order[document]})
            self.items += 1

    # ------------------------------------------------------------ rows as numbers

    def _incident(self, row: Row) -> Row:
        """Return a row's numbers; a parent is its row's number and one, 0 where there is none."""
        text, term, count = self.texts.number, self.terms.number, self.counts.number
        return {
            **self._name(row, "i"),
            **{name: term(row[name]) for name in TERMS},
            "denied": int(bool(row["denied_by"])),
            "parent": self.index.get(row["part_of"], 0),
            "place": self.places.number(_place(row)),
            "sure": round(100 * (row["confidence"] or 0)),
            "inherited": int(bool(row["inherited"])),
            **self._when(row),
            "shape": self.shapes.number(self._shape(row)),
            "told": row["reports"] or 1,
            "named": text(row["named"]),
            "said": text(_first_words(row)),
            **{effect: count(_count(row, effect)) for effect in EFFECTS},
        }

    def _route(self, row: Row) -> Row:
        return {
            **self._name(row, "r"),
            "modality": self.terms.number(row["modality"]),
            "denied": int(bool(row["denied_by"])),
            "cargo": self.texts.number(row["cargo"]),
            "origin": self.places.number(_end(row, "origin")),
            "destination": self.places.number(_end(row, "destination")),
            "inferred": int(bool(row["origin_inferred"])) + 2 * int(bool(row["destination_inferred"])),
            **self._when(row),
            "told": row["reports"] or 1,
        }

    def _document(self, row: Row) -> Row:
        text = self.texts.number
        return {
            **{name: text(row[name]) for name in ("id", "title", "source", "published", "warnings")},
            **{name: row[name] or 0 for name in ("incidents", "routes")},
        }

    def _name(self, row: Row, letter: str) -> Row:
        """Return the numbers of an id: that after "report#i", or 0 and the whole id where it is not of that kind."""
        number = in_text(row["id"])[0]
        plain = row["id"] == f"{row['document']}#{letter}{number}"
        return {
            "id": 0 if plain else self.texts.number(row["id"]),
            "number": number if plain else 0,
            "document": self.order[row["document"]],
        }

    def _when(self, row: Row) -> Row:
        """Return the first day as a number (0 for none), how many more there are, how closely known, and the words."""
        start, end = _day(row["when_start"]), _day(row["when_end"])
        return {
            "start": start or end,
            "span": end - start if start and end else OPEN if start else OPEN + 1 if end else 0,
            "closeness": self.terms.number(row["when_precision"]),
            "words": self.texts.number(row["when_text"]),
        }

    def _shape(self, row: Row) -> Any:
        if row["drawn"] not in {"area", "country"}:
            return None
        return self.outlines.rings(row["geometry"], row["lat"], row["lon"], row["radius_km"])


def _number_of_rows(layers: "Layers") -> int:
    return len(layers.incidents) + len(layers.areas) + len(layers.routes)


# ---------------------------------------------------------------- cells


def _first_words(row: Row) -> str | None:
    """Return the first words of the quote of an incident without a place: what its line in the list is known by."""
    if row["place"] is not None or not row["quote"]:
        return None
    words = " ".join(row["quote"].split())
    return words if len(words) <= FIRST_WORDS else f"{words[:FIRST_WORDS].rpartition(' ')[0] or words[:FIRST_WORDS]}…"


def _place(row: Row) -> tuple[Any, ...] | None:
    """Return id, name, country, first-order unit, latitude, longitude, precision, radius in km, the gazetteer's name.

    The name is the report's own spelling; the gazetteer's is None where they are the same. The point is in steps.
    """
    if row["place"] is None:
        return None
    # The country that a town of the dateline lies in is not called as the town is.
    name = row["place"] if row["drawn"] == "country" and row["inherited"] else as_written(row["surface"], row["place"])
    known = (row["country"], row["admin1"], *_point(row["lat"], row["lon"]), row["precision"], row["radius_km"])
    return (row["place_id"], name, *known, row["place"] if row["place"] != name else None)


def _end(row: Row, end: str) -> tuple[Any, ...] | None:
    """Return the same of an end of a route; None where it has no point."""
    if row[end] is None or row[f"{end}_lat"] is None:
        return None
    name = as_written(row[f"{end}_surface"], row[end])
    point = _point(row[f"{end}_lat"], row[f"{end}_lon"])
    return (None, name, row[f"{end}_country"], None, *point, None, None, row[end] if row[end] != name else None)


def _point(lat: float, lon: float) -> tuple[int, int]:
    return round((lat + 90) * DEGREE), round((lon + 180) * DEGREE)


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


def _packed_places(places: Table) -> dict[str, Any]:
    """Return the places as columns, and their names as a table of their own: number 0 is "no place"."""
    words, columns = Table(), Columns(PLACE)
    for identifier, name, country, admin1, lat, lon, precision, radius, gazetteer in places.rows[1:]:
        named = {"id": identifier, "name": name, "country": country, "admin1": admin1, "gazetteer": gazetteer}
        known = {"lat": lat, "lon": lon, "precision": precision or 0, "radius": round((radius or 0) * 100)}
        columns.add(known | {key: words.number(value) for key, value in named.items()})
    return {**columns.packed(), "words": packed_json(words.rows)}


def _day(iso: str | None) -> int:
    """Return a day's number, 1 for 0001-01-01; 0 for none, and for what is no day."""
    try:
        return date.fromisoformat(iso).toordinal() if iso else 0
    except ValueError:
        return 0


def _count(row: Row, effect: str) -> tuple[int, int, int] | None:
    low, best, high = (row[f"{effect}_{bound}"] for bound in ("low", "best", "high"))
    return None if best is None else (low, best, high)
