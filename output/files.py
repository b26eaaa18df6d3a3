"""Layers -> files: the name of the result says the format."""

from pathlib import Path

from output.atomic import check_place, put
from output.formats import FORMATS, GEOJSON, LAYERS, files_of, format_of
from output.geojson import collection
from output.layers import Layers

__all__ = ["FORMATS", "LAYERS", "write"]


def write(layers: Layers, path: Path, *, format: str | None = None, overwrite: bool = False) -> tuple[Path, ...]:  # noqa: A002
    """Write `layers` and return the files made.

    Parameters
    ----------
    path
        ``FILE.geojson`` for all layers in one collection, each feature with a property `layer`; or a folder for one
        GeoJSON file a layer.
    format
        One of `FORMATS`; without it, what the name of `path` says.
    overwrite
        Whether files that are there already may be replaced.

    Raises
    ------
    FormatError
        The name of `path` says no format.
    OSError
        A file is there already, or cannot be written.
    """
    tables = {name: getattr(layers, name) for name in LAYERS}
    files = files_of(path, format)
    for file in files:
        check_place(file, overwrite=overwrite)
    if (format or format_of(path)) == GEOJSON:
        put(path, collection(tables, name_layer=True), overwrite=overwrite)
    else:
        for file, (name, table) in zip(files, tables.items(), strict=True):
            put(file, collection({name: table}, name_layer=False), overwrite=overwrite)
    return files
