"""What a person opens: layers, files, and the map."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gazetteer import Gazetteer
    from geo.model import Report
    from output.layers import Layers

__all__ = ["draw_map", "write_layers"]


def draw_map(
    reports: "Iterable[Report]",
    path: str | Path | None = None,
    *,
    title: str | None = None,
    tiles: str | None = None,
    gazetteer: "Gazetteer | None" = None,
    notes: Sequence[str] = (),
    apart: bool = False,
    overwrite: bool = False,
) -> str:
    """Return the reports drawn as one HTML page that needs no network, and write it to `path` if that is given.

    In a notebook the page shows itself.

    Parameters
    ----------
    reports
        What `geo.read` yields.
    path
        Where to write the page as well.
    title
        Heads the page.
    tiles
        None for the bundled basemap, "osm", or the https address of a tile server.
    gazetteer
        Knows the outlines of countries and first-order units; the bundled one by default.
    notes
        What else the reader of the map should know.
    apart
        Leave what several reports tell as so many incidents.
    overwrite
        Whether a file at `path` may be replaced.

    Raises
    ------
    OSError
        The file is there already, or cannot be written.
    """
    from output.atomic import put
    from output.notebook import MapPage
    from output.page.map import draw

    html = draw(_layers(reports, gazetteer, apart=apart), title=title, tiles=tiles, notes=notes)
    if path is not None:
        put(Path(path), [html.encode()], overwrite=overwrite)
    return MapPage(html)


def write_layers(
    reports: "Iterable[Report]",
    path: str | Path,
    *,
    format: str | None = None,  # noqa: A002
    columns: str | None = None,
    gazetteer: "Gazetteer | None" = None,
    apart: bool = False,
    overwrite: bool = False,
) -> tuple[Path, ...]:
    """Write the layers of the reports, and return the files made.

    Parameters
    ----------
    reports
        What `geo.read` yields.
    path
        A file whose ending is a format's (``.geojson``, ``.gpkg`` …), or a folder for one file a layer.
    format
        One of `output.files.FORMATS`, where the ending does not say it.
    columns
        "ucdp" or "muc": incidents only, with the columns that others know.
    gazetteer
        Knows the outlines of countries and first-order units; the bundled one by default.
    apart
        Leave what several reports tell as so many incidents.
    overwrite
        Whether files that are there already may be replaced.

    Raises
    ------
    FormatError
        The name of `path` says no format.
    OSError
        A file is there already, or cannot be written.
    """
    from output.files import write

    return write(_layers(reports, gazetteer, apart=apart), path, format=format, columns=columns, overwrite=overwrite)


def _layers(reports: "Iterable[Report]", gazetteer: "Gazetteer | None", *, apart: bool) -> "Layers":
    from gazetteer import bundled
    from output.layers import build_layers

    return build_layers(reports, gazetteer or bundled(), apart=apart)
