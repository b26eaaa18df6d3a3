"""Layers -> files: the name of the result says the format."""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from output.atomic import check_place, put_made
from output.files.formats import FORMATS, LAYERS, Format, Target, files_of, format_of, is_folder, tables_of

if TYPE_CHECKING:
    from pandas import DataFrame

    from output.layers import Layers

__all__ = ["FORMATS", "LAYERS", "write"]

Tables = dict[str, "DataFrame"]
Writer = Callable[[Tables, Path], None]

# Each module has `write(tables, path)`. It makes a file that is not there yet of one table or of several, which are
# GeoDataFrames but for that of documents.
WRITERS = {
    "geojson": "output.files.geojson", "geojsonl": "output.files.geojson_lines", "gpkg": "output.files.geopackage",
    "parquet": "output.files.geoparquet", "fgb": "output.files.flatgeobuf", "kml": "output.files.kml",
    "csv": "output.files.csv_table",
    "hxl": "output.files.hxl", "stix": "output.files.stix",
}  # fmt: skip


def write(
    layers: "Layers",
    target: Target,
    *,
    format: str | None = None,  # noqa: A002
    columns: str | None = None,
    overwrite: bool = False,
) -> tuple[Path, ...]:
    """Write layers and return the files made.

    Parameters
    ----------
    layers
        As `output.layers.build_layers` makes them.
    target
        A file for all layers, its ending one of a format's; or a folder for one file a layer.
    format
        One of `FORMATS`; without it, what the name of `target` says.
    columns
        One of `output.files.column_sets.SETS`: write incidents only, with the columns that others know. Without it,
        those of the data dictionary.
    overwrite
        Whether files that are there already may be replaced.

    Raises
    ------
    FormatError
        The name of `target` says no format, or the columns do not fit it.
    OSError
        A file is there already, or cannot be written.
    """
    form = format_of(target, format)
    files = files_of(target, form.name, columns)
    for file in files:
        check_place(file, overwrite=overwrite)
    tables = _tables(layers, form, columns)
    writer: Writer = import_module(WRITERS[form.name]).write
    if is_folder(target):
        for file in files:
            put_made(file, partial(writer, {file.stem: tables[file.stem]}), overwrite=overwrite)
    else:
        put_made(Path(target), partial(writer, tables), overwrite=overwrite)
    return files


def _tables(layers: "Layers", form: Format, columns: str | None) -> Tables:
    if columns:
        from output.files.column_sets import events

        return {"events": events(layers, columns)}
    return {name: getattr(layers, name) for name in tables_of(form)}
