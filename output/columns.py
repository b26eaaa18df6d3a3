"""The columns of each layer, in order, and the tables made of them: flat scalars in pandas' nullable types."""

from typing import Any

from geopandas import GeoDataFrame
from pandas import DataFrame, Series

from output.shapes import Shape

Row = dict[str, Any]

INCIDENTS = {
    "id": "string", "document": "string", "told_by": "string", "reports": "Int64", "texts": "Int64",
    "told_as": "string", "part_of": "string", "type": "string", "stage": "string",
    "modality": "string", "drawn": "string", "unplaced": "string", "named": "string", "place": "string",
    "surface": "string", "place_id": "string", "country": "string",
    "admin1": "string", "lat": "Float64", "lon": "Float64", "precision": "Int64", "radius_km": "Float64",
    "inherited": "boolean", "inherited_from": "string", "when_start": "string", "when_end": "string",
    "when_precision": "string", "when_text": "string", "perpetrators": "string", "victims": "string",
    "targets": "string", "captors": "string", "captives": "string", "weapons": "string", "killed_low": "Int64",
    "killed_best": "Int64", "killed_high": "Int64", "injured_low": "Int64", "injured_best": "Int64",
    "injured_high": "Int64", "captured_low": "Int64", "captured_best": "Int64", "captured_high": "Int64",
    "trigger": "string", "claims": "Int64", "quote": "string", "asserted_by": "string", "relayed_by": "string",
    "cue": "string", "claims_json": "string", "confidence": "Float64", "reasons": "string",
    "alternatives_json": "string",
}  # fmt: skip
ROUTES = {
    "id": "string", "document": "string", "told_by": "string", "reports": "Int64", "told_as": "string",
    "modality": "string", "cargo": "string", "categories": "string",
    "origin": "string", "origin_surface": "string", "origin_country": "string", "origin_lat": "Float64",
    "origin_lon": "Float64", "origin_inferred": "boolean", "destination": "string", "destination_surface": "string",
    "destination_country": "string", "destination_lat": "Float64", "destination_lon": "Float64",
    "destination_inferred": "boolean", "via": "string", "operator": "string", "purpose": "string",
    "when_start": "string", "when_end": "string", "when_precision": "string", "when_text": "string",
    "habitual": "boolean", "claims": "Int64", "quote": "string", "asserted_by": "string", "relayed_by": "string",
    "cue": "string", "claims_json": "string",
}  # fmt: skip
PLACES = {
    "id": "string", "name": "string", "kind": "string", "country": "string", "admin1": "string", "lat": "Float64",
    "lon": "Float64", "radius_km": "Float64", "population": "Int64", "mentions": "Int64", "documents": "Int64",
    "surfaces": "string", "confidence": "Float64", "alternatives_json": "string",
}  # fmt: skip
DOCUMENTS = {
    "id": "string", "title": "string", "source": "string", "published": "string", "incidents": "Int64",
    "routes": "Int64", "warnings": "string",
}  # fmt: skip


def table(rows: list[Row], columns: dict[str, str]) -> DataFrame:
    """Return `rows` as a table of exactly `columns`, name to type; what a row lacks is missing."""
    cells: dict[str, Series[Any]] = {
        name: Series([row.get(name) for row in rows], dtype=kind) for name, kind in columns.items()
    }
    return DataFrame(cells)


def frame(rows: list[tuple[Row, Shape | None]], columns: dict[str, str]) -> GeoDataFrame:
    """Return `rows` with their shapes as a table in EPSG:4326."""
    return GeoDataFrame(
        table([row for row, _ in rows], columns), geometry=[shape for _, shape in rows], crs="EPSG:4326"
    )
