"""Which format the name of a result asks for, and which files that makes."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from output.errors import FormatError

Target = str | Path  # a name that ends in / is a folder's
LAYERS = ("incidents", "areas", "routes", "places")
COLUMN_SETS = ("ucdp", "muc")  # of `output.files.column_sets`
DATABASE = ("postgresql", "postgres")  # schemes of an address


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write layers.

    Parameters
    ----------
    name
        What ``--format`` calls it.
    endings
        Of file names that ask for it; the first is that of the files in a folder.
    in_folder
        Whether a folder holds a file a layer. Otherwise one file always holds all.
    documents
        Whether it has room for the table of documents, which have no geometry.
    any_columns
        Whether it takes columns other than those of the data dictionary.
    """

    name: str
    endings: tuple[str, ...]
    in_folder: bool = True
    documents: bool = False
    any_columns: bool = True


FORMATS = {
    form.name: form
    for form in (
        Format("geojson", (".geojson", ".json")),
        Format("geojsonl", (".geojsonl", ".ndjson", ".jsonl")),
        Format("gpkg", (".gpkg",), in_folder=False, documents=True),
        Format("parquet", (".parquet", ".geoparquet"), documents=True),
        Format("fgb", (".fgb",)),
        Format("kml", (".kml",), in_folder=False, any_columns=False),
        Format("csv", (".csv",), documents=True),
        Format("hxl", (".csv",), documents=True, any_columns=False),  # by its name only: csv is found first
        Format("stix", (".stix", ".json"), in_folder=False, documents=True, any_columns=False),
    )
}


def is_database(target: Target) -> bool:
    """Tell whether a result is the address of a database."""
    return urlsplit(str(target)).scheme in DATABASE


def shown(target: Target) -> str:
    """Return a result as it may be shown: the address of a database without its user and password."""
    parts = urlsplit(str(target))
    return str(target) if parts.scheme not in DATABASE else f"{parts.scheme}://{parts.hostname or ''}{parts.path}"


def is_folder(target: Target) -> bool:
    """Tell whether a result is a folder: one that is there, or a name without an ending or with a / at its end."""
    path = Path(target)
    return str(target).endswith("/") or path.is_dir() or not (path.suffix or path.exists())


def format_of(target: Target, name: str | None = None) -> Format:
    """Return the format called `name`, or without it the one that the ending of a result asks for.

    Raises
    ------
    FormatError
        No format has this name or ending, or it does not fit a folder.
    """
    form = FORMATS.get(name) if name else _by_ending(target)
    if form is None:
        raise FormatError(f"{name!r} is no format; choose one of {', '.join(FORMATS)}")
    others = {ending for other in FORMATS.values() for ending in other.endings} - {*form.endings}
    if not is_folder(target) and Path(target).suffix.lower() in others:
        raise FormatError(f"{target}: {form.name} ends in {form.endings[0]}; end it so, or leave out the format's name")
    if is_folder(target) and not form.in_folder:
        raise FormatError(f"{target}: is a folder, and {form.name} holds all layers in one file; name a file")
    return form


def _by_ending(target: Target) -> Format:
    if is_folder(target):
        return FORMATS["geojson"]
    ending = Path(target).suffix.lower()
    for form in FORMATS.values():
        if ending in form.endings:
            return form
    endings = ", ".join(form.endings[0] for form in FORMATS.values() if form.name != "hxl")
    wrong = f"no format ends in {ending}" if ending else "a file without an ending says no format"
    raise FormatError(f"{target}: {wrong}; end it in {endings}, or name a folder (no ending)")


def tables_of(form: Format, columns: str | None = None) -> tuple[str, ...]:
    """Return the names of the tables that a format holds; `columns` names a set of columns that others know.

    Raises
    ------
    FormatError
        There is no such set, or the format has columns of its own.
    """
    if columns:
        if columns not in COLUMN_SETS:
            raise FormatError(f"{columns!r} is no set of columns; choose one of {', '.join(COLUMN_SETS)}")
        if not form.any_columns:
            raise FormatError(f"{form.name} has columns of its own; leave out --columns {columns}")
        return ("events",)
    return (*LAYERS, "documents") if form.documents else LAYERS


def files_of(target: Target, name: str | None = None, columns: str | None = None) -> tuple[Path, ...]:
    """Return the files that `output.files.write` makes at `target`; `name` is the format's, if it is given."""
    form = format_of(target, name)
    tables = tables_of(form, columns)
    if not is_folder(target):
        return (Path(target),)
    return tuple(Path(target) / f"{table}{form.endings[0]}" for table in tables)
