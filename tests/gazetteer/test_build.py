"""The parts of the build that need no downloads."""

import hashlib
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import shapely

from gazetteer.build.assemble import attribution, with_curated
from gazetteer.build.check import CHECKS, confirmed
from gazetteer.build.countries import POINTS
from gazetteer.build.fetch import Source, fetch, sources
from gazetteer.build.geonames import Town
from gazetteer.build.second import Second, keys_of
from gazetteer.build.second_order import second_order
from gazetteer.build.shapes import Feature, kilometres, reach, united
from gazetteer.build.territories import territories, transferred
from gazetteer.curated import Curated
from gazetteer.errors import SourceError
from gazetteer.pack import Entry
from gazetteer.place import Place
from gazetteer.weighing import penalty, prominence, town_radius, usable_names, without_type


def test_every_source_is_pinned_and_credited() -> None:
    pinned = sources()
    text = attribution(pinned)
    for source in pinned.values():
        assert len(source.sha256) == 64
        assert source.registry in {"npm", "pypi"}
        assert f"## {source.package} {source.version}" in text
        assert source.holder in text
    assert (Path(__file__).parents[2] / "gazetteer/data/ATTRIBUTION.md").read_text(encoding="utf-8") == text


def test_a_cached_package_is_taken_and_a_changed_one_refused(tmp_path: Path) -> None:
    file = tmp_path / "thing-1.0-py3-none-any.whl"
    file.write_bytes(b"content")
    source = Source("pypi", "thing", "1.0", hashlib.sha256(b"content").hexdigest(), "", "", "")
    assert fetch(source, tmp_path) == file
    with pytest.raises(SourceError, match="SHA-256"):
        fetch(replace(source, sha256="0" * 64), tmp_path)


def test_names_of_four_scripts_are_kept_and_codes_dropped() -> None:
    names = ["Baghdad", "BGW", "bagdad", "بغداد", "Багдад", "בגדאד", "巴格达", "al-Kut", "Baghdad", "X"]
    assert usable_names(names) == ("Baghdad", "بغداد", "Багдад", "בגדאד", "al-Kut")


@pytest.mark.parametrize(
    ("population", "kind", "radius"),
    [(0, "populated_place", 1.0), (7_216_000, "populated_place", 21.4), (1_211_849, "section", 3.0)],
)
def test_radius_of_a_town(population: int, kind: str, radius: float) -> None:
    assert town_radius(population, kind) == radius  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("own", "other", "population", "less"),
    [
        ("mosul", "mosul", 1, 0.0),
        ("mexicocity", "mexico", 1, 0.0),
        ("kyiv", "kiev", 1, 0.3),
        ("albasrah", "basrah", 1, 0.3),
        ("chlef", "salif", 178_616, 3.0),
        ("istanbul", "constantinople", 14_000_000, 1.5),
    ],
)
def test_a_name_of_another_sort_takes_off_more(own: str, other: str, population: int, less: float) -> None:
    assert penalty(own, other, population) == less


def test_a_seat_whose_people_nobody_counted_is_no_hamlet() -> None:
    seat = Place("geonames:1", "Seat", "populated_place", 1.0, 1.0, 1.0, "IQ", feature="PPLA2")
    assert prominence(seat) > 3
    assert prominence(replace(seat, feature="PPL")) == 0


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Nineveh Governorate", "Nineveh"),
        ("Province of Bukidnon", "Bukidnon"),
        ("Provincia de Huanta", "Huanta"),
        ("Autauga County", "Autauga"),
        ("Amphoe Bacho", "Bacho"),
        ("Shahrestān-e Mahābād", "Mahābād"),
        ("Chuhuiv Raion", "Chuhuiv"),
        ("Lauderdale", None),
        ("Citygate", None),
        ("Province", None),
    ],
)
def test_units_without_the_word_for_them(name: str, bare: str | None) -> None:
    assert without_type(name) == bare


def test_places_kept_by_hand_correct_and_add() -> None:
    town = Place("geonames:1", "Old Name", "populated_place", 1.0, 1.0, 1.0, "IQ", population=5000)
    known = Entry(town, 3.7, (("Old Name", 0.0),))
    kept = [
        Curated(Place("geonames:1", "Name", "section", 2.0, 2.0, 3.0, "IQ"), ("Byname",), "by hand"),
        Curated(Place("curated:new", "New", "water", 0.0, 0.0, 9.0), (), "by hand"),
    ]
    first, second = with_curated([known], kept)
    assert (first.place.kind, first.place.population, first.prominence) == ("section", 5000, 4.0)
    assert [name for name, _ in first.names] == ["Name", "Byname", "Old Name"]
    assert second.place.id == "curated:new"


def test_towns_in_a_territory_go_to_its_country() -> None:
    def town(lat: float, lon: float, country: str) -> Town:
        place = Place("geonames:1", "Town", "populated_place", lat, lon, 1.0, country, "Unit")
        return Town(place, (), f"{country}.00", f"{country}.00.")

    given = [town(33.13, 35.78, "IL"), town(33.13, 35.60, "IL"), town(33.13, 35.95, "SY"), town(26.74, -11.67, "MA")]
    moved = transferred(given, territories(), {"SY.03": "Quneitra", "PS.WE": "West Bank"})
    assert [(t.place.country, t.admin1) for t in moved] == [
        ("SY", "SY.03"), ("IL", "IL.00"), ("SY", "SY.00"), ("EH", "EH.00"),
    ]  # fmt: skip
    assert moved[-1].place.admin1 is None


def test_a_country_is_the_union_of_its_units() -> None:
    west, east = shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)
    found = [Feature({}, west, "AA.1", "AA"), Feature({}, east, "AA.2", "AA"), Feature({}, east, None, None)]
    assert united(found, "country")["AA"].equals(shapely.box(0, 0, 2, 1))
    assert set(united(found, "admin1")) == {"AA.1", "AA.2"}


def test_reach_of_a_disc_is_nearly_its_radius() -> None:
    assert reach(shapely.Point(10, 0).buffer(1), 0.0, 10.0) == pytest.approx(111.2 * 0.95**0.5, rel=0.03)


def test_kilometres_of_a_quarter_of_the_equator() -> None:
    assert kilometres(0.0, 0.0, np.array([0.0]), np.array([90.0]))[0] == pytest.approx(10007.5, abs=1)


def test_country_points_name_each_country_once() -> None:
    rows = [line for line in POINTS.read_text(encoding="utf-8").splitlines() if not line.startswith(("#", "country"))]
    counted = Counter(row.split(",")[0] for row in rows)
    assert max(counted.values()) == 1


# ---------------------------------------------------------------- second-order units

FIRST = {
    "XX.1": Place("geonames:1", "North", "admin1", 10.0, 20.0, 80.0, "XX", "North"),
    "XX.2": Place("geonames:2", "South", "admin1", 0.0, 20.0, 900.0, "XX", "South"),
}
TOWNS = [
    Town(
        Place("geonames:9", "Tulga", "populated_place", 10.5, 20.5, 2.0, "XX", "North", 900), ("Tulgah",), "XX.1", "?"
    ),
    Town(Place("geonames:8", "Orto", "populated_place", 9.5, 19.5, 2.0, "XX", "North", 40_000), (), "XX.1", "XX.1.7"),
]


@pytest.mark.parametrize(
    ("code", "name", "point", "radius"),
    [
        ("XX.1.7", "Orto District", (9.5, 19.5), 60.0),  # a town lies in it
        ("XX.1.5", "Tulgah District", (10.5, 20.5), 25.0),  # named after a town of its province
        ("XX.1.6", "Barrow", (10.0, 20.0), 80.0),  # known to lie in the province
        ("XX.2.6", "Barrow", None, None),  # which is too large to say anything
        ("XX.2.4", "Orto", None, None),  # a town elsewhere would be meant
    ],
)
def test_where_a_second_order_unit_is_put(
    code: str, name: str, point: tuple[float, float] | None, radius: float
) -> None:
    found = second_order({code: name}, {code: "55"}, TOWNS, FIRST)
    assert [(entry.place.lat, entry.place.lon) for entry in found] == ([point] if point else [])
    assert all(entry.place.radius_km == radius and entry.place.kind == "admin2" for entry in found)


def test_a_unit_of_one_known_town_reaches_as_far_as_its_share_of_the_province() -> None:
    names = {f"XX.1.{number}": f"Unit {number}" for number in range(16)}
    (unit,) = [e.place for e in second_order(names, {"XX.1.7": "55"}, TOWNS, FIRST)]
    assert unit.radius_km == 80.0 / 16**0.5


# ---------------------------------------------------------------- second sources


def kept(name: str, kind: str, radius: float, placed: str = "by hand", place_id: str = "curated:x") -> Curated:
    return Curated(Place(place_id, name, kind, 10.0, 20.0, radius), ("Old Name",), placed)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("row", "source", "found"),
    [
        (kept("Tulga River", "water", 300), Second("SimpleMaps", {"tulga": [(10.2, 20.0)]}), "SimpleMaps 22 km"),
        (kept("Tulga", "section", 2), Second("SimpleMaps", {"tulga": [(10.2, 20.0)]}), ""),
        (kept("Tulga", "section", 2), Second("SimpleMaps", {"oldname": [(10.1, 20.0)]}), "SimpleMaps 11 km"),
        (
            kept("Tulga Sea", "water", 300),
            Second("Regions", region=lambda *_: ["West", "Tulga Sea"]),
            "Regions: Tulga Sea",
        ),
        (kept("Tulga", "section", 2), Second("FE", region=lambda *_: ["Tulga"]), ""),
        (kept("Tulga", "section", 2, place_id="geonames:3"), Second("GeoNames", {"tulga": [(10.0, 20.0)]}), ""),
        (kept("Tulga", "facility", 2, "airportsdata's point"), Second("airportsdata", {"tulga": [(10.0, 20.0)]}), ""),
    ],
)
def test_what_confirms_a_place_kept_by_hand(row: Curated, source: Second, found: str) -> None:
    assert confirmed(row, [source]) == found


def test_names_are_compared_without_article_and_word_for_their_kind() -> None:
    assert keys_of("Al-Tulga Air Base") == {"altulgaairbase", "tulgaairbase", "altulga"}


def test_every_second_source_is_pinned() -> None:
    assert all(len(source.sha256) == 64 for source in sources(CHECKS).values())
    assert not set(sources(CHECKS)) & set(sources())
