"""The villages that the build adds: how the sources are read, what is a name, and what is there already."""

import gzip
import json
import sqlite3
from contextlib import closing
from typing import cast

import pytest
import shapely

from gazetteer.build.fetch import Archives
from gazetteer.build.romanised import romanised
from gazetteer.build.village_sources import Village, airstrips, barangays, post_offices, postal, uncommon
from gazetteer.build.villages import added, is_name
from gazetteer.index import bundled
from gazetteer.pack import Entry
from gazetteer.place import Kind, Place


class Packages:
    """Stands for the fetched packages: every file in them is the same bytes."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    def read(self, _name: str, _member: str) -> bytes:
        return self.content


def archives(content: bytes) -> Archives:
    return cast("Archives", Packages(content))


# ---------------------------------------------------------------- the sources


def test_of_postal_codes_the_places_with_a_point_of_their_own_are_read() -> None:
    rows = [
        ("UA", "Ягідне (Чернігівський)", 51.3, 31.3, 4.0),
        ("MX", "TULGA", 17.1, -96.1, 4.0),
        ("MX", "Orto", 17.2, -96.2, 3.0),  # the point is an estimate
        ("MX", "Barro", 17.3, -96.3, 4.0),  # two names at one point: it is the town's that they belong to
        ("MX", "Barrow", 17.3, -96.3, 4.0),
        ("FR", "Tulgue", 45.0, 3.0, 4.0),  # no country of armed conflict
    ]
    columns = ("country_code", "city", "latitude", "longitude", "accuracy")
    lines = "\n".join(json.dumps(dict(zip(columns, row, strict=True))) for row in rows)
    assert list(postal(archives(gzip.compress(lines.encode())))) == [
        Village("Yahidne", "UA", 51.3, 31.3, 2.0, ("Ягідне",)),
        Village("Tulga", "MX", 17.1, -96.1, 2.0),
    ]


def test_of_post_offices_those_with_an_exact_point_of_their_own_are_read() -> None:
    rows = [
        ("Tulga B.O", 2482311, 9347461, 0),
        ("ORTO SO", 2482399, 9347499, 0),
        ("Barro B.O", 2480000, 9347461, 0),  # two decimals
        ("Barra B.O", 2481111, 9341111, 2),  # suspect
        ("Barru B.O", 2481234, 9341234, 0),  # two at one point
        ("Barri B.O", 2481234, 9341234, 0),
        ("Barre B.O", None, None, 4),
    ]
    with closing(sqlite3.connect(":memory:")) as store:
        store.execute("CREATE TABLE post_offices (office_name TEXT, lat_e5 INTEGER, lon_e5 INTEGER, gq_code INTEGER)")
        store.executemany("INSERT INTO post_offices VALUES (?, ?, ?, ?)", rows)
        store.commit()
        content = store.serialize()
    found = list(post_offices(archives(content)))
    assert [(village.name, village.lat, village.lon) for village in found] == [
        ("Tulga", 24.82311, 93.47461),
        ("Orto", 24.82399, 93.47499),
    ]


def test_a_barangay_has_the_radius_of_its_area() -> None:
    point = {"latitude": 8.0, "longitude": 124.0}
    rows = [
        {"name": "Tulga (Pob.)", "coordinate": point, "area_km2": 78.54, "coordinate_source": "hdx_exact_2023"},
        {"name": "Orto", "coordinate": point, "area_km2": 0.5, "coordinate_source": "hdx_name_parent_2023"},
        {"name": "Barro", "coordinate": point, "area_km2": 0.5, "coordinate_source": "fallback_unverified"},
        {"name": "Barrow", "coordinate": None, "area_km2": None, "coordinate_source": None},
    ]
    found = [(village.name, village.radius_km) for village in barangays(archives(json.dumps(rows).encode()))]
    assert found == [("Tulga", 5.0), ("Orto", 2.0)]


def test_an_airstrip_tells_of_the_village_that_it_is_named_after() -> None:
    header = "type,name,municipality,iso_country,latitude_deg,longitude_deg"
    rows = [
        "small_airport,Tulga Airport,Tulga,PG,-6.1,145.1",
        "small_airport,Orto Airstrip,Orto-Papua Island,ID,-4.1,138.1",
        "small_airport,Captain Ruiz Airport,Barro,PE,-4.1,-76.1",  # named after somebody
        "heliport,Barro Heliport,Barro,PE,-4.1,-76.1",
        "small_airport,Barrow Airport,Barrow,US,71.2,-156.7",
        "small_airport,Mill Airport,,PG,-6.1,145.1",
    ]
    found = list(airstrips(archives(gzip.compress("\n".join([header, *rows]).encode()))))
    assert [(village.name, village.country) for village in found] == [("Tulga", "PG"), ("Orto", "ID")]


@pytest.mark.parametrize(
    ("name", "country", "latin"),
    [
        ("Згурівка", "UA", "Zghurivka"),
        ("Верхня Їжа", "UA", "Verkhnia Yizha"),
        ("Мар'янівка", "UA", "Marianivka"),
        ("Щаслива Гірка", "UA", "Shchaslyva Hirka"),
        ("Ефимовский", "RU", "Yefimovsky"),
        ("Елизаветино", "RU", "Yelizavetino"),
        ("Прибрежное", "RU", "Pribrezhnoye"),
        ("Усть-Ярыжка", "RU", "Ust-Yaryzhka"),
    ],
)
def test_cyrillic_names_in_latin_letters(name: str, country: str, latin: str) -> None:
    assert romanised(name, country) == latin


def test_names_that_many_villages_of_a_country_bear_are_left_out() -> None:
    many = [Village("Tulga", "MX", float(n), 0.0, 2.0) for n in range(3)]
    few = [Village("Tulga", "PE", 1.0, 0.0, 2.0), Village("Orto", "MX", 1.0, 0.0, 2.0)]
    assert uncommon([*many, *few], 2) == few


# ---------------------------------------------------------------- what is added


@pytest.mark.parametrize("name", ["Khongsang", "Dabra Khurd", "Yahidne", "Villa Tunarí", "Nuevo Tulga"])
def test_a_name_of_its_own(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "Freedom",
        "Delta",
        "San Juan",
        "Long Bay",
        "El Delta",
        "Vostok",
        "Railway Colony",
        "Zone 4",
        "Poblacion",
        "Ob",
        "de la Tulga",
        "A / B",
    ],
)
def test_words_that_are_no_name_of_a_village(name: str) -> None:
    assert not is_name(name)


UNITS = {"XX.1": shapely.box(19, 9, 21, 11), "YY.1": shapely.box(21, 9, 23, 11)}
NAMES = {"XX.1": "North", "YY.1": "Abroad"}


def town(name: str, lat: float, lon: float, kind: Kind = "populated_place", prominence: float = 4.0) -> Entry:
    place = Place(f"geonames:{round(lat * 10 + lon * 1000)}", name, kind, lat, lon, 2.0, "XX", "South", 10_000)
    return Entry(place, prominence, ((name, 0.0),))


def tulga(lat: float, lon: float, name: str = "Tulga", radius: float = 2.0) -> Village:
    return Village(name, "XX", lat, lon, radius)


@pytest.mark.parametrize(
    ("village", "entries", "admin1"),
    [
        (tulga(10.0, 20.0), [town("Orto", 10.0, 20.0)], ["North"]),
        (tulga(10.0, 20.0), [town("Tulga", 0.0, 0.0)], []),  # a town bears the name
        (tulga(10.0, 20.0), [town("Tulga", 0.0, 0.0, "admin2")], []),
        (tulga(10.0, 20.0, "El Tulga"), [town("Tulga", 0.0, 0.0)], []),  # a text may leave the article out
        (tulga(10.0, 22.0), [town("Orto", 10.0, 20.0)], []),  # another country holds the point
        (tulga(8.9, 20.0), [town("Orto", 8.8, 20.0)], ["South"]),  # no outline does: as the town nearby
        (tulga(8.0, 20.0), [town("Orto", 9.9, 20.0)], [None]),
        (tulga(10.0, 20.0, "Falouja"), [town("Fallujah", 0.0, 0.0)], []),  # more likely the town's, spelt otherwise
        (tulga(10.0, 20.0, "Falouja"), [town("Fallujah", 0.0, 0.0, prominence=2.5)], ["North"]),
    ],
)  # fmt: skip
def test_which_villages_are_added(village: Village, entries: list[Entry], admin1: list[str | None]) -> None:
    found = [entry.place for entry in added([village], entries, UNITS, NAMES)]
    assert [place.admin1 for place in found] == admin1
    assert all(place.kind == "populated_place" and place.population == 0 for place in found)


def test_of_two_sources_the_first_counts_and_the_point_makes_the_id() -> None:
    found = list(added([tulga(10.0, 20.0), tulga(10.02, 20.0), tulga(10.0, 20.5)], [town("O", 1, 1)], UNITS, NAMES))
    assert [entry.place.id for entry in found] == ["village:10.000,20.000", "village:10.000,20.500"]
    assert {entry.prominence for entry in found} == {-2.0}


@pytest.mark.parametrize(
    ("name", "country", "lat", "lon"),
    [
        ("Khongsang", "IN", 24.82, 93.47),
        ("Toili", "ID", -1.37, 122.34),
        ("Sibutu", "PH", 4.85, 119.47),
        ("Ibibobo", "BO", -21.53, -62.97),
    ],
)
def test_villages_of_each_source_are_bundled(name: str, country: str, lat: float, lon: float) -> None:
    assert any(
        place.country == country and abs(place.lat - lat) < 0.02 and abs(place.lon - lon) < 0.02
        for place in bundled().candidates(name)
    )


@pytest.mark.parametrize("name", ["Lagos", "Bakhmut", "Paris", "Tarapoto", "Marawi", "Bor", "Rampur"])
def test_no_village_takes_a_share_of_a_better_known_name(name: str) -> None:
    assert not any(place.id.startswith("village:") for place in bundled().candidates(name))
