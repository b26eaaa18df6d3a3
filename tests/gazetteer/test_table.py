"""Tables of a user's own places: columns by name, each wrong cell an error that names its line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.adding.table import csv_rows, entries
from gazetteer.errors import PlacesFileError
from gazetteer.pack import Entry

GOOD = "name,lat,lon,alt_names,kind,country,admin1,population,radius_km,id\n"


def read(file: Path, text: str) -> list[Entry]:
    file.write_text(text, encoding="utf-8")
    return list(entries(csv_rows(file), "mine", lambda lat, lon: ("IQ", "Wasit")))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "mine.csv"


def test_every_column_is_read(file: Path) -> None:
    (entry,) = read(file, GOOD + "Post Kestrel,33.5,44.5,Kestrel|Post K,facility,sy,Homs,12,2.5,own:kestrel\n")
    place = entry.place
    assert (place.id, place.name, place.kind, place.lat, place.lon) == (
        "own:kestrel",
        "Post Kestrel",
        "facility",
        33.5,
        44.5,
    )
    assert (place.country, place.admin1, place.population, place.radius_km) == ("SY", "Homs", 12, 2.5)
    assert [name for name, _ in entry.names] == ["Post Kestrel", "Kestrel", "Post K"]


@pytest.mark.parametrize("head", ["name,lat,lon", "\ufeffLat;Lon;Name", "lon\tnote\tname\tlat"])
def test_three_columns_do_and_others_do_no_harm(file: Path, head: str) -> None:
    mark = max(",;\t", key=head.count)
    cells = {"name": "Old Ford", "lat": "33.5", "lon": "44.5", "note": "x"}
    row = mark.join(cells[name.strip("\ufeff").lower()] for name in head.split(mark))
    (entry,) = read(file, f"{head}\n\n{row}\n")
    assert (entry.place.id, entry.place.country, entry.place.admin1) == ("mine:oldford", "IQ", "Wasit")
    assert entry.place.radius_km == 1.0


def test_two_places_of_one_name_get_ids_of_their_own(file: Path) -> None:
    found = read(file, "name,lat,lon\nOld Ford,1,1\nOld Ford,2,2\nOld-Ford,3,3\n")
    assert [entry.place.id for entry in found] == ["mine:oldford", "mine:oldford-2", "mine:oldford-3"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",1,2,,,,,,,", "line 2: name is ''"),
        ("…,1,2,,,,,,,", "line 2: name is '…'"),
        ("A,91,2,,,,,,,", "line 2: lat is '91'; write a number from -90 to 90"),
        ("A,1,east,,,,,,,", "line 2: lon is 'east'"),
        ("A,nan,1,,,,,,,", "line 2: lat is 'nan'"),
        ("A,1,inf,,,,,,,", "line 2: lon is 'inf'"),
        ("A,1,2,,village,,,,,", "line 2: kind is 'village'; write one of country, "),
        ("A,1,2,,,Iraq,,,,", "line 2: country is 'IRAQ'"),
        ("A,1,2,,,,,-1,,", "line 2: population is '-1'"),
        ("A,1,2,,,,,,0,", "line 2: radius_km is '0'"),
        ("A,1,2,,,,,,,geonames:99999999999", "line 2: id is 'geonames:99999999999'"),
        ("A,1,2,,,,,,,own:a\nB,1,2,,,,,,,own:a", "line 3: the id 'own:a' was used in .*line 2"),
        ("A" * 201 + ",1,2,,,,,,,", "write 200 letters at most"),
    ],
)
def test_a_wrong_cell_is_refused_with_its_line(file: Path, row: str, reason: str) -> None:
    with pytest.raises(PlacesFileError, match=reason):
        read(file, GOOD + row + "\n")


def test_what_is_no_table_is_refused(file: Path) -> None:
    with pytest.raises(PlacesFileError, match="has no column lat, lon; needed are name, lat, lon"):
        read(file, "name,longitude\nA,1\n")
    with pytest.raises(PlacesFileError, match="has no column name"):
        read(file, "")
    with pytest.raises(PlacesFileError, match="is no CSV file"):
        read(file, 'name,lat,lon\n"A" B,1,2\n')
    file.write_bytes(b"name,lat,lon\n\xe9t\xe9,1,2\n")
    with pytest.raises(PlacesFileError, match="is not in UTF-8"):
        list(csv_rows(file))


@given(st.text(min_size=1, max_size=30))
def test_a_name_is_kept_or_refused_and_never_breaks_a_line(name: str) -> None:
    rows = [("row 1", {"name": name, "lat": "1", "lon": "2"})]
    try:
        (entry,) = entries(rows, "mine", lambda lat, lon: (None, None))
    except PlacesFileError:
        return
    assert entry.place.name.isprintable()
