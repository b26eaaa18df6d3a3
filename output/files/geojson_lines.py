"""Layers as GeoJSON text, a feature a line and each whole by itself: for what reads line by line."""

from pathlib import Path

from geopandas import GeoDataFrame

from output.files.geojson import encode, features


def write(tables: dict[str, GeoDataFrame], path: Path) -> None:
    """Write the features of all tables at `path`, each with its layer if there are several."""
    several = len(tables) > 1
    with path.open("xb") as file:
        for name, table in tables.items():
            file.writelines(encode(feature) + b"\n" for feature in features(table, {"layer": name} if several else {}))
