"""Several layers as one table, for formats whose file holds one."""

from geopandas import GeoDataFrame
from pandas import DataFrame, concat


def together(tables: dict[str, DataFrame]) -> DataFrame:
    """Return the rows of all layers, with the name of theirs in `layer` if there are several; documents are none.

    A column that a table lacks is missing in its rows; a type stays what it is, since a name has one type everywhere.
    """
    if len(tables) == 1:
        return next(iter(tables.values()))
    layers = {name: table for name, table in tables.items() if name != "documents"}
    named = [table.assign(layer=name).astype({"layer": "string"}) for name, table in layers.items()]
    columns = list(dict.fromkeys(column for table in named for column in table.columns))
    whole = concat([table for table in named if len(table)] or named[:1], ignore_index=True)
    ordered = ["layer", *(name for name in columns if name not in {"layer", "geometry"}), "geometry"]
    rows: DataFrame = GeoDataFrame(whole.reindex(columns=ordered), geometry="geometry", crs="EPSG:4326")
    return rows
