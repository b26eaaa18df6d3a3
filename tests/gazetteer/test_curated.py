"""The tables kept by hand: every row loads, lies where it says, stands once; the loader names the line of a bad row."""

import csv
import io
import re
from collections import Counter
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gazetteer
from gazetteer import curated
from gazetteer.errors import CuratedError
from gazetteer.names import key
from gazetteer.place import KINDS, Place
from geo.lexicon import load_rows

OUTLINE_KM = 2.0  # how far the bundled outlines may run beside the true border
COAST_KM = 45.0  # outlines are coarse, and islets and sea terminals lie off them
TOWN_KM = 45.0

PLACES = curated.load()
BY_NAME = {name: row.place for row in reversed(PLACES) for name in (row.place.name, *row.names)}
HEADER = ",".join(curated.COLUMNS)
GOOD = "curated:black-ford,Black Ford,,terrain,UA,,48.5,37.5,3,FORD,middle of the ford,"


def kilometres(one: Place, lat: float, lon: float) -> float:
    a = sin(radians(lat - one.lat) / 2) ** 2
    b = cos(radians(one.lat)) * cos(radians(lat)) * sin(radians(lon - one.lon) / 2) ** 2
    return 2 * 6371 * asin(sqrt(a + b))


@pytest.fixture(scope="module")
def world() -> gazetteer.Gazetteer:
    return gazetteer.bundled()


@pytest.fixture(scope="module")
def outlines(world):
    countries = (world.get(identifier) for identifier in _country_ids(world))
    return {place.country: shape for place in countries if place and (shape := world.boundaries.shape(place))}


def _country_ids(world):
    for code in sorted(set(curated.load_country_names().values())):
        first = next(name for name, country in curated.load_country_names().items() if country == code)
        yield from (p.id for p in world.candidates(first) if p.kind == "country" and p.country == code)


def distance_to(place: Place, shape) -> float:
    import shapely
    from shapely.ops import nearest_points

    near = nearest_points(shape, shapely.Point(place.lon, place.lat))[0]
    return kilometres(place, near.y, near.x)


# ---------------------------------------------------------------- what the table holds


def test_there_are_places_enough_of_every_sort_and_all_over_the_world():
    kinds = Counter(row.place.kind for row in PLACES)
    countries = Counter(row.place.country for row in PLACES if row.place.country)
    assert len(PLACES) >= 300
    assert all(kinds[kind] >= 50 for kind in ("water", "terrain", "region", "facility", "section"))
    assert len(countries) >= 60
    assert countries.most_common(1)[0][1] < len(PLACES) / 5
    quarters = Counter((row.place.lat >= 0, row.place.lon >= 30) for row in PLACES)
    assert min(quarters.values()) >= 15


@pytest.mark.parametrize(
    ("name", "kind", "country", "lat", "lon"),
    [
        ("Green Zone", "section", "IQ", 33.305, 44.39),
        ("International Zone", "section", "IQ", 33.305, 44.39),
        ("Sadr City", "section", "IQ", 33.3889, 44.4583),
        ("Shalamcheh", "facility", "IR", 30.5, 48.03),
        ("Strait of Hormuz", "water", None, 26.57, 56.25),
        ("Euphrates", "water", None, 34.4, 41.0),
        ("Tigris", "water", None, 34.9, 43.5),
        ("Persian Gulf", "water", None, 26.9, 51.5),
        ("Bab el-Mandeb", "water", None, 12.6, 43.3),
        ("Kurdistan Region", "region", "IQ", 36.4, 44.4),
        ("Donbas", "region", "UA", 48.4, 38.3),
        ("Sahel", "region", None, 15, 8),
        ("Golan Heights", "region", "SY", 33.0, 35.8),
        ("Camp Anaconda", "facility", "IQ", 33.94, 44.36),
        ("Rafah crossing", "facility", None, 31.25, 34.26),
        ("Shujaiya", "section", "PS", 31.5, 34.475),
        ("Ein el-Hilweh", "section", "LB", 33.543, 35.38),
        ("Bakara Market", "section", "SO", 2.05, 45.31),
        ("Bering Sea", "water", None, 58, -178),
        ("باب المندب", "water", None, 12.6, 43.3),
        ("Донбас", "region", "UA", 48.4, 38.3),
    ],
)
def test_well_known_places_are_there(name, kind, country, lat, lon):
    place = BY_NAME[name]
    assert (place.kind, place.country) == (kind, country)
    assert kilometres(place, lat, lon) < max(10, place.radius_km / 5)


def test_a_country_has_its_places_in_one_file_and_no_country_in_worldwide():
    of: dict[str | None, set[str]] = {}
    for file in curated.files():
        for row in curated.load(file):
            of.setdefault(row.place.country, set()).add(file.stem)
    assert of.pop(None) == {"worldwide"}
    assert {country: files for country, files in of.items() if len(files) > 1 or "worldwide" in files} == {}


def test_what_confirms_a_row_is_a_source_with_its_distance_or_region():
    form = re.compile(r"(?:airportsdata|sea-ports|SimpleMaps|GeoNames|countrystatecity|iso3166-2) \d+ km|"
                      r"(?:Natural Earth|Flinn-Engdahl): .+")  # fmt: skip
    checked = [row.checked for row in PLACES if row.checked]
    assert len(checked) >= 400
    assert [text for text in checked if not form.fullmatch(text)] == []


def test_no_row_is_confirmed_by_the_source_of_its_own_point():
    assert [
        row.place.id
        for row in PLACES
        if (row.place.id.startswith("geonames:") and row.checked.startswith("GeoNames"))
        or ("airportsdata's point" in row.placed and row.checked.startswith("airportsdata"))
    ] == []


def test_an_id_that_corrects_another_source_is_one_that_source_has(world):
    correcting = [row.place.id for row in PLACES if not row.place.id.startswith("curated:")]
    assert len(correcting) > 30
    assert [identifier for identifier in correcting if world.get(identifier) is None] == []


def test_points_lie_in_their_country(world, outlines):
    astray = []
    for place in (row.place for row in PLACES if row.place.country):
        found = world.boundaries.country_at(place.lat, place.lon)
        if found == place.country or (found is None and place.kind == "water"):
            continue
        allowed = OUTLINE_KM if found else max(COAST_KM, place.radius_km / 2)
        if distance_to(place, outlines[place.country]) > allowed:
            astray.append((place.id, place.country, found))
    assert astray == []


def test_points_lie_in_the_unit_that_they_name(world):
    astray = []
    by_hand = (row.place for row in PLACES if row.place.admin1 and row.place.id.startswith("curated:"))
    for place in (place for place in by_hand if place.kind not in {"admin1", "water"} and place.feature != "ISL"):
        found = world.boundaries.admin1_at(place.lat, place.lon)
        if found is None or found.name == place.admin1 or found.country != place.country:
            continue
        named = (p for p in world.candidates(place.admin1) if p.kind == "admin1" and p.country == place.country)
        shapes = [shape for unit in named if (shape := world.boundaries.shape(unit))]
        if shapes and min(distance_to(place, shape) for shape in shapes) > max(OUTLINE_KM, place.radius_km):
            astray.append((place.id, place.admin1, found.name))
    assert astray == []


def test_seas_and_straits_lie_in_no_country(world):
    seas = [r.place for r in PLACES if r.place.kind == "water" and not r.place.country and r.place.feature != "STM"]
    assert len(seas) > 50
    assert [(p.id, found) for p in seas if (found := world.boundaries.country_at(p.lat, p.lon))] == []


def test_crossings_lie_on_a_border(outlines):
    far = []
    for place in (row.place for row in PLACES if row.place.feature == "PSTB"):
        near = sorted(distance_to(place, shape) for shape in outlines.values() if _within(shape, place, degrees=2))
        if len(near) < 2 or near[1] > place.radius_km + 5:
            far.append((place.id, near[:2]))
    assert far == []


def _within(shape, place: Place, degrees: float) -> bool:
    west, south, east, north = shape.bounds
    return west - degrees < place.lon < east + degrees and south - degrees < place.lat < north + degrees


def test_parts_of_towns_lie_by_a_town_of_their_country(world):
    lonely = []
    for place in (row.place for row in PLACES if row.place.kind == "section"):
        near = world.nearest(place.lat, place.lon, limit=200, kinds=("populated_place",))
        if not any(t.population >= 20_000 and d < TOWN_KM and t.country == place.country for t, d in near):
            lonely.append(place.id)
    assert lonely == []


def test_no_name_stands_twice_in_one_neighbourhood():
    by_key: dict[str, list[Place]] = {}
    for row in PLACES:
        for spelling in {key(name) for name in (row.place.name, *row.names)}:
            by_key.setdefault(spelling, []).append(row.place)
    assert "" not in by_key
    twice = [
        (spelling, one.id, other.id)
        for spelling, places in by_key.items()
        for number, one in enumerate(places)
        for other in places[number + 1 :]
        if kilometres(one, other.lat, other.lon) < 25
    ]
    assert twice == []


def test_large_things_have_a_large_radius_and_parts_of_towns_a_small_one():
    assert {r.place.id for r in PLACES if r.place.kind == "section" and r.place.radius_km > 10} == set()
    assert {
        r.place.id for r in PLACES if r.place.feature in {"SEA", "OCN", "CONT"} and r.place.radius_km < 100
    } == set()
    assert {r.place.id for r in PLACES if r.place.feature == "STM" and r.place.radius_km < 35} == set()


# ---------------------------------------------------------------- names of countries, demonyms


def test_every_country_has_a_name_and_no_key_means_two():
    names = curated.load_country_names()
    assert len(set(names.values())) >= 245
    keys: dict[str, set[str]] = {}
    for name, country in names.items():
        keys.setdefault(key(name), set()).add(country)
    assert {k: v for k, v in keys.items() if len(v) > 1} == {}


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("U.S.", "US"), ("United States of America", "US"), ("UK", "GB"), ("Britain", "GB"), ("DRC", "CD"),
        ("Congo-Brazzaville", "CG"), ("UAE", "AE"), ("Burma", "MM"), ("Ivory Coast", "CI"), ("Côte d'Ivoire", "CI"),
        ("Swaziland", "SZ"), ("Zaire", "CD"), ("Islamic Republic of Iran", "IR"), ("Persia", "IR"), ("DPRK", "KP"),
        ("South Korea", "KR"), ("PRC", "CN"), ("Republic of China", "TW"), ("Holland", "NL"), ("Palestine", "PS"),
        ("Macedonia", "MK"), ("Türkiye", "TR"), ("Kosovo", "XK"), ("Georgia", "GE"), ("El Salvador", "SV"),
    ],
)  # fmt: skip
def test_countries_are_found_under_their_other_names(name, country):
    assert curated.load_country_names()[name] == country


@pytest.mark.parametrize("name", ["USSR", "Yugoslavia", "Scotland", "England", "CAR"])
def test_names_of_no_single_country_stay_out(name):
    assert name not in curated.load_country_names()


def test_a_former_country_is_several_of_today_or_was_a_part_of_one():
    former = curated.load_former_countries()
    assert former["Yugoslavia"] == ("BA", "HR", "ME", "MK", "RS", "SI", "XK")
    assert {code for codes in former.values() for code in codes} <= set(curated.load_country_names().values())
    assert {key(name) for name in former} & {key(name) for name in curated.load_country_names()} == set()


@pytest.mark.parametrize("row", ["Ruritania,", "Ruritania,RU;UA", "Ruritania,ru UA", ",RU UA"])
def test_a_wrong_row_of_the_former_countries_is_named(tmp_path, row):
    with pytest.raises(CuratedError, match=r"line \d: (the name|countries) is"):
        curated.load_former_countries(write(tmp_path, "name,countries", "Utopia,RU UA", row))


def test_demonyms_name_known_countries_once_each():
    rows = load_rows("demonyms", ("demonym", "country", "kind"))
    countries = {country for _, country, _ in rows}
    assert countries <= set(curated.load_country_names().values())
    assert len(countries) >= 196
    assert {kind for *_, kind in rows} == {"adjective", "people", "both"}
    assert [pair for pair, times in Counter(row[:2] for row in rows).items() if times > 1] == []
    assert {c for word, c, _ in rows if word == "Congolese"} == {"CD", "CG"}
    assert {c for word, c, _ in rows if word in {"Briton", "Frenchman", "Salvadorean", "Iraqi", "Turk"}} == {
        "GB", "FR", "SV", "IQ", "TR",
    }  # fmt: skip


# ---------------------------------------------------------------- the loader


def write(folder: Path, *lines: str) -> Path:
    file = folder / "mine.csv"
    file.write_text("# a note\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return file


def test_a_row_becomes_a_place(tmp_path):
    (row,) = curated.load(write(tmp_path, HEADER, "", GOOD.replace(",,terrain", ",Ford|Чорний брід,terrain")))
    assert row.place == Place("curated:black-ford", "Black Ford", "terrain", 48.5, 37.5, 3.0, "UA", feature="FORD")
    assert (row.names, row.placed) == (("Ford", "Чорний брід"), "middle of the ford")


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("curated:black-ford", "Black Ford", "id is 'Black Ford'"),
        ("curated:black-ford", "geonames:012", "id is 'geonames:012'"),
        ("Black Ford,,", ",,", "name is empty"),
        ("Black Ford,,", "Black Ford,Ford||Brod,", "alt_names has an empty spelling"),
        ("Black Ford,,", "Black Ford,Brod|Brod,", "alt_names repeats 'Brod'"),
        ("Black Ford,,", "Black Ford,Black Ford,", "alt_names repeats 'Black Ford'"),
        ("terrain", "ford", "kind is 'ford'"),
        (",UA,", ",Ukraine,", "country is 'Ukraine'"),
        (",48.5,", ",98.5,", "lat is '98.5'"),
        (",48.5,", ",48.50001,", "lat is '48.50001'"),
        (",37.5,", ",east,", "lon is 'east'"),
        (",37.5,", ",-180.5,", "lon is '-180.5'"),
        (",3,", ",0,", "radius_km is '0'"),
        (",3,", ",nan,", "radius_km is 'nan'"),
        (",3,", ",99999,", "radius_km is '99999'"),
        ("FORD", "ford", "feature is 'ford'"),
        ("middle of the ford", "", "placed is empty"),
        ("middle of the ford", "middle, by map", "13 cells where 12 belong"),
        ("middle of the ford", '"middle', "quotation marks do not close"),
        ("curated:black-ford", "curated:first", "the id curated:first was used in mine.csv, line 3"),
    ],
)
def test_a_bad_row_is_named_by_file_and_line(tmp_path, old, new, complaint):
    first = GOOD.replace("curated:black-ford", "curated:first")
    file = write(tmp_path, HEADER, first, "# another note", GOOD.replace(old, new, 1))
    with pytest.raises(CuratedError) as caught:
        curated.load(file)
    assert str(caught.value).startswith("mine.csv, line 5: ")
    assert complaint in str(caught.value)
    assert "; " in str(caught.value)


def test_an_id_stands_once_in_all_files_of_a_folder(tmp_path):
    write(tmp_path, HEADER, GOOD)
    (tmp_path / "yours.csv").write_text(f"{HEADER}\n{GOOD}\n", encoding="utf-8")
    with pytest.raises(CuratedError) as caught:
        curated.load(tmp_path)
    assert str(caught.value).startswith("yours.csv, line 2: ")
    assert "was used in mine.csv, line 3" in str(caught.value)


@pytest.mark.parametrize("lines", [("id,name",), (HEADER + ",more",), ()])
def test_a_table_without_its_column_names_is_refused(tmp_path, lines):
    with pytest.raises(CuratedError, match=r"mine\.csv, line \d: .*row of column names"):
        curated.load(write(tmp_path, *lines))


@pytest.mark.parametrize(
    ("row", "complaint"),
    [(",IQ", "name is empty"), ("Irak,IRQ", "country is 'IRQ'"), ("Iraq,IQ", "'Iraq' was listed above")],
)
def test_a_bad_country_name_is_named_by_file_and_line(tmp_path, row, complaint):
    with pytest.raises(CuratedError, match=rf"^mine\.csv, line 4: .*{complaint}"):
        curated.load_country_names(write(tmp_path, "name,country", "Iraq,IQ", row))


words = st.text(st.characters(categories=("Lu", "Ll", "Lo", "Nd"), include_characters=" '-,\""), min_size=1).filter(
    lambda text: text == text.strip()
)


@given(
    words,
    st.sampled_from(KINDS),
    st.tuples(st.integers(-900_000, 900_000), st.integers(-1_800_000, 1_800_000), st.integers(1, 200_000)),
)
def test_what_is_written_is_read_back(tmp_path_factory, name, kind, numbers):
    lat, lon, radius = numbers[0] / 10_000, numbers[1] / 10_000, numbers[2] / 10
    line = io.StringIO()
    cells = ["curated:x", name, "", kind, "", "", f"{lat:.4f}", f"{lon:.4f}", radius, "RGN", name, ""]
    csv.writer(line, lineterminator="").writerow(cells)
    (row,) = curated.load(write(tmp_path_factory.mktemp("table"), HEADER, line.getvalue()))
    assert (row.place.name, row.place.kind, row.placed) == (name, kind, name)
    assert (row.place.lat, row.place.lon, row.place.radius_km) == (lat, lon, radius)
