"""Incidents with the columns that others know: named as theirs, filled as far as a report says it.

What such a scheme asks for and a report does not say is left out, never guessed: UCDP's type of violence and the
parts of a dyad, for instance, are its coders' judgement.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from geopandas import GeoDataFrame, GeoSeries
from pandas import NA, DataFrame, Series, concat

if TYPE_CHECKING:
    from output.layers import Layers

Column = Callable[[DataFrame], "Series[Any]"]

# UCDP GED codebook, "date_prec": 1 the day is known, 2 two to six days, 3 the week, 4 the month, 5 more than a month.
DATE_PREC = {"day": 1, "days": 2, "week": 3, "month": 4, "year": 5}
# MUC-4, "INCIDENT: TYPE" and "INCIDENT: STAGE OF EXECUTION".
MUC_TYPES = {
    "bombing": "BOMBING", "arson": "ARSON", "abduction": "KIDNAPPING", "robbery": "ROBBERY", "hijacking": "HIJACKING",
}  # fmt: skip
MUC_NONE = {"detention", "protest", "riot", "seizure", "other"}
MUC_STAGES = {"accomplished": "ACCOMPLISHED", "attempted": "ATTEMPTED", "threatened": "THREATENED"}


def _as_is(name: str) -> Column:
    return lambda table: table[name]


def _mapped(name: str, words: dict[str, Any]) -> Column:
    kind = "Int64" if all(isinstance(word, int) for word in words.values()) else "string"
    return lambda table: Series(table[name].map(words).tolist(), index=table.index, dtype=kind)


def _muc_type(table: DataFrame) -> "Series[Any]":
    known = [NA if name in MUC_NONE else MUC_TYPES.get(name, "ATTACK") for name in table["type"]]
    return Series(known, index=table.index, dtype="string")


def _joined(*names: str) -> Column:
    def column(table: DataFrame) -> "Series[Any]":
        texts = [
            "; ".join(cell for cell in cells if cell is not NA)
            for cells in zip(*(table[n] for n in names), strict=True)
        ]
        return Series([text or None for text in texts], index=table.index, dtype="string")

    return column


def _year(table: DataFrame) -> "Series[Any]":
    """Return the year where first and last day share it: an open interval has none."""
    start, end = (table[name].str[:4].astype("Int64") for name in ("when_start", "when_end"))
    return end.where(start == end)


SETS: dict[str, dict[str, Column]] = {
    "ucdp": {
        "id": _as_is("id"), "relid": _as_is("told_as"), "year": _year, "side_a": _joined("perpetrators", "captors"),
        "number_of_sources": _as_is("texts"), "source_article": _as_is("told_by"), "source_headline": _as_is("quote"),
        "source_original": _as_is("asserted_by"), "where_prec": _as_is("precision"),
        "where_coordinates": _as_is("place"), "where_description": _as_is("surface"), "adm_1": _as_is("admin1"),
        "latitude": _as_is("lat"), "longitude": _as_is("lon"), "country": _as_is("country"),
        "date_prec": _mapped("when_precision", DATE_PREC), "date_start": _as_is("when_start"),
        "date_end": _as_is("when_end"), "best": _as_is("killed_best"), "high": _as_is("killed_high"),
        "low": _as_is("killed_low"),
        # Not UCDP's: without them what is denied, threatened or doubtful would stand beside what is told as a fact.
        "modality": _as_is("modality"), "stage": _as_is("stage"), "place_confidence": _as_is("confidence"),
    },
    "muc": {
        "message_id": _as_is("document"), "message_template": _as_is("id"), "incident_date": _as_is("when_text"),
        "incident_date_start": _as_is("when_start"), "incident_date_end": _as_is("when_end"),
        "incident_location": _as_is("surface"), "incident_type": _muc_type,
        "incident_stage_of_execution": _mapped("stage", MUC_STAGES),
        "incident_instrument_id": _as_is("weapons"), "perp_id": _joined("perpetrators", "captors"),
        "perp_confidence": _as_is("modality"), "phys_tgt_id": _as_is("targets"),
        "hum_tgt_name": _joined("victims", "captives"), "hum_tgt_total_number_killed": _as_is("killed_best"),
        "hum_tgt_total_number_injured": _as_is("injured_best"),
    },
}  # fmt: skip


def events(layers: "Layers", columns: str) -> GeoDataFrame:
    """Return all incidents as points, with the columns of a set of `SETS`.

    Parameters
    ----------
    layers
        What was read.
    columns
        The set's name.
    """
    table = concat([layers.incidents, layers.areas], ignore_index=True)
    cells = {name: column(table) for name, column in SETS[columns].items()}
    points = GeoSeries.from_xy(table["lon"].astype("float"), table["lat"].astype("float"), crs="EPSG:4326")
    points[table["lat"].isna()] = None
    return GeoDataFrame(cells, geometry=points, crs="EPSG:4326")
