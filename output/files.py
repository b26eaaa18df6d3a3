"""Layers -> files: the name of the result says the format."""

from pathlib import Path

from output.atomic import check_place, put
from output.errors import FormatError
from output.geojson import collection
from output.layers import Layers

FOLDER, GEOJSON = "folder", "geojson"
FORMATS = (FOLDER, GEOJSON)
LAYERS = ("incidents", "areas", "routes", "places")


def format_of(path: Path) -> str:
    """Return the format that the name of a result asks for: ``geojson`` by its ending, or ``folder`` if it has none.

    Raises
    ------
    FormatError
        No format has this ending.
    """
    ending = path.suffix.lower()
    if path.is_dir() or not ending:
        return FOLDER
    if ending in {".geojson", ".json"}:
        return GEOJSON
    raise FormatError(f"{path}: no format ends in {ending}; name it .geojson, or name a folder (no ending)")


def files_of(path: Path, format: str | None = None) -> tuple[Path, ...]:  # noqa: A002
    """Return the files that `write` would make at `path`."""
    if (format or format_of(path)) == GEOJSON:
        return (path,)
    return tuple(path / f"{name}.geojson" for name in LAYERS)


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
        There is no such format.
    OSError
        A file is there already, or cannot be written.
    """
    tables = {name: getattr(layers, name) for name in LAYERS}
    files = files_of(path, format)
    for file in files:
        check_place(file, overwrite=overwrite)
    if files == (path,):
        put(path, collection(tables, name_layer=True), overwrite=overwrite)
    else:
        for file, (name, table) in zip(files, tables.items(), strict=True):
            put(file, collection({name: table}, name_layer=False), overwrite=overwrite)
    return files
