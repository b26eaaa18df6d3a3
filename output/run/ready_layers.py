"""A run's own layers, for a map or an export of the whole run: what is asked of it was made when it ended."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from geo.documents import MANIFEST, RECORDS, is_run
from output.command.options import Options
from output.page.detail import MOST_WITH_CONTEXT
from output.rows.columns import TYPES, columns_of
from output.run.made_layers import LAYERS, whole_layers
from output.run.parts import record_files
from output.run.record_shelf import RecordShelf

if TYPE_CHECKING:
    from geopandas import GeoDataFrame
    from pandas import DataFrame

    from output.layers import Layers


def layers_of_run(options: Options) -> "Layers | None":
    """Return the layers of a run, or None where they are not what the options ask for, and must be made.

    Parameters
    ----------
    options
        Of a command that draws or exports: a run alone, with nothing left out and nothing corrected.
    """
    if len(options.inputs) != 1 or _chooses(options):
        return None
    folder = Path(options.inputs[0])
    if not (is_run(folder) and _is_finished(folder) and whole_layers(folder, apart=options.apart)):
        return None
    from pandas import read_parquet

    from output.layers import Layers, texts_of

    incidents, areas = (_layer(folder, name) for name in ("incidents", "areas"))
    return Layers(
        incidents=incidents,
        areas=areas,
        routes=_layer(folder, "routes"),
        places=_layer(folder, "places"),
        documents=_typed(read_parquet(folder / LAYERS / "documents"), "documents"),
        texts=texts_of(_reports(folder)) if len(incidents) + len(areas) <= MOST_WITH_CONTEXT else {},
    )


def _chooses(options: Options) -> bool:
    """Tell whether options leave out or change any of what the records say."""
    days = options.since or options.until or options.dated_only
    chosen = (days, options.types, options.box, options.countries, options.min_confidence)
    return any(chosen) or bool(options.corrections or options.gazetteers)


def _is_finished(folder: Path) -> bool:
    return json.loads((folder / MANIFEST).read_bytes()).get("finished") is True


def _layer(folder: Path, name: str) -> "GeoDataFrame":
    from geopandas import GeoDataFrame, read_parquet

    read = read_parquet(folder / LAYERS / name)
    return GeoDataFrame(_typed(read, name), geometry=read.geometry, crs="EPSG:4326")


def _typed(table: "DataFrame", name: str) -> "DataFrame":
    """Return the columns of a layer with the types that they had before they were written."""
    return table[[column.name for column in columns_of(name)]].astype(
        {column.name: TYPES[column.type] for column in columns_of(name)}
    )


def _reports(folder: Path) -> RecordShelf:
    return RecordShelf(record_files(folder / RECORDS))
