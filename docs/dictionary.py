"""Writes docs/data-dictionary.md from the columns of the layers: `python docs/dictionary.py`."""

from pathlib import Path

from output.rows.columns import columns_of

FILE = Path(__file__).with_name("data-dictionary.md")
TYPES = {"text": "text", "whole": "whole number", "number": "number", "truth": "true or false"}
LAYERS = {
    "incidents": "A row an incident. Layer `incidents`: points of those at an exact place, and without a geometry "
    "those that are only listed. Layer `areas`, with the same columns: polygons of those that are known less exactly.",
    "routes": "A row a route: a great circle from end to end, which is a direction and no path; without a geometry "
    "where an end is not known.",
    "places": "A row a place that the reports name literally, as a point.",
    "documents": "A row a report. It has no geometry, and is left out of formats that have no room for it.",
}
HEAD = """# The data dictionary

What the layers hold that `dateline export` writes. This page is made from
[`output/rows/columns.csv`](../output/rows/columns.csv) by `python docs/dictionary.py`. Any cell may be missing: what no
report says is not filled in. Texts are in the reports' words and are not to be trusted as HTML, as formulas or as code.
Days are `YYYY-MM-DD`, coordinates WGS 84 degrees.

In one file for all layers (GeoJSON, GeoParquet, FlatGeobuf, CSV), `layer` names the layer of a row.
"""


def page() -> str:
    """Return the dictionary as Markdown."""
    return HEAD + "".join(_section(layer, about) for layer, about in LAYERS.items())


def _section(layer: str, about: str) -> str:
    title = "incidents, areas" if layer == "incidents" else layer
    rows = [f"| `{c.name}` | {TYPES[c.type]} | {c.meaning} | `{c.hxl}` |" for c in columns_of(layer)]
    head = ["| column | type | meaning | HXL |", "| --- | --- | --- | --- |"]
    return "\n".join(["", f"## {title}", "", about, "", *head, *rows, ""])


if __name__ == "__main__":
    FILE.write_text(page(), encoding="utf-8")
