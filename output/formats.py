"""Which format the name of a result asks for, and which files that makes."""

from pathlib import Path

from output.errors import FormatError

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
    """Return the files that `output.files.write` makes at `path`."""
    if (format or format_of(path)) == GEOJSON:
        return (path,)
    return tuple(path / f"{name}.geojson" for name in LAYERS)
