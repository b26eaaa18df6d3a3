"""`dateline gazetteer add`, `list`, `remove`, and that what was added is looked into; all places are invented."""

import json
from pathlib import Path

import geopandas
import pytest
from shapely import Point, box

from output.cli import run

HOSTILE = "Ostrel <img src=x onerror=alert(1)> {{ 7*7 }} ${7*7}"
ROWS = f"""name,lat,lon,alt_names,kind,country
Ostrel Crossing,33.5,44.5,Ostrel Gate,facility,IQ
"{HOSTILE}",33.6,44.6,Tel Zubrin,populated_place,IQ
"""
REPORT = "BAGHDAD, 3 May 2007 - Gunmen killed four guards in Tel Zubrin on Wednesday, police said."
DUMP = "900000001\tQarnab\tQarnab\t\t33.1\t44.1\tP\tPPL\tIQ\t\t07\t\t\t\t1200\t\t0\tUTC\t2026-01-01\n"


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that the commands run in, with a table, a dump and a report in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATELINE_GAZETTEERS", str(tmp_path / "kept"))
    (tmp_path / "mine.csv").write_text(ROWS, encoding="utf-8")
    (tmp_path / "XQ.txt").write_text(DUMP, encoding="utf-8")
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    return tmp_path


def test_what_is_added_is_listed_looked_into_and_taken_out_again(there, capsys):
    assert run(["gazetteer", "add", "mine.csv", "XQ.txt"]) == 0
    assert "added mine: 2 places, 4 names" in capsys.readouterr().err
    assert run(["gazetteer", "list"]) == 0
    assert [line.split(":")[0] for line in capsys.readouterr().out.splitlines()] == ["bundled", "mine", "XQ"]
    assert run(["geocode", "Ostrel Gate", "Qarnab", "--json"]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first["place"]["name"], second["place"]["id"]) == ("Ostrel Crossing", "geonames:900000001")
    assert run(["gazetteer", "search", "ostrel cr"]) == 0
    assert run(["gazetteer", "info"]) == 0
    assert "places: mine.csv" in capsys.readouterr().out

    assert run(["gazetteer", "remove", "mine", "XQ"]) == 0
    assert run(["geocode", "Ostrel Gate"]) == 1
    assert list((there / "kept").iterdir()) == []


def test_a_file_may_be_looked_into_for_one_run(there, capsys):
    assert run(["geocode", "Ostrel Gate", "--gazetteer", "mine.csv", "--gazetteer", "XQ.txt"]) == 0
    assert "Ostrel Crossing" in capsys.readouterr().out
    assert not (there / "kept").exists()
    assert run(["geocode", "Ostrel Gate", "--gazetteer", "none.csv"]) == 1
    assert "none.csv: is not there" in capsys.readouterr().err


def test_a_gazetteer_file_of_somebody_else_is_added_as_it_is(there, capsys):
    assert run(["gazetteer", "add", "mine.csv", "--name", "first"]) == 0
    (there / "kept/first.gazetteer").rename(there / "given.gazetteer")
    assert run(["geocode", "Ostrel Gate", "--gazetteer", "given.gazetteer"]) == 0
    assert run(["gazetteer", "add", "given.gazetteer"]) == 0
    content = bytearray((there / "given.gazetteer").read_bytes())
    content[-3] ^= 1
    (there / "given.gazetteer").write_bytes(content)
    assert run(["gazetteer", "add", "given.gazetteer", "--name", "other"]) == 1
    assert "is damaged" in capsys.readouterr().err
    assert [path.name for path in (there / "kept").iterdir()] == ["given.gazetteer"]


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857"])
def test_a_geopackage_is_added(there, capsys, crs):
    shapes = [Point(44.5, 33.5), box(44.0, 33.0, 44.2, 33.2)]
    frame = geopandas.GeoDataFrame(
        {"name": ["Ostrel", "Zubrin Plain"], "population": [10, 0]}, geometry=shapes, crs=4326
    )
    frame.to_crs(crs).to_file(there / "camps.gpkg", layer="camps")
    frame[["geometry"]].to_file(there / "camps.gpkg", layer="bare")

    assert run(["gazetteer", "add", "camps.gpkg"]) == 1
    assert "name one of its layers with --layer: " in capsys.readouterr().err
    assert run(["gazetteer", "add", "camps.gpkg", "--layer", "bare"]) == 1
    assert "needs a column name" in capsys.readouterr().err
    assert run(["gazetteer", "add", "camps.gpkg", "--layer", "camps"]) == 0
    assert run(["geocode", "Ostrel", "Zubrin Plain", "--json"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [(round(p["lat"], 3), round(p["lon"], 3)) for p in (json.loads(line)["place"] for line in lines)] == [
        (33.5, 44.5), (33.1, 44.1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        (["mine.csv", "XQ.txt", "--name", "both"], 2, "one name cannot do for several"),
        (["mine.csv", "--name", "a/b"], 2, "cannot name a gazetteer"),
        (["mine.csv", "--alternate-names", "XQ.txt"], 2, "only a dump of GeoNames"),
        (["report.pdf"], 1, "report.pdf: is not there"),
        (["report.txt"], 1, "report.txt, line 1: has 1 columns, not 19"),
        (["empty.csv"], 1, "empty.csv: has no places"),
        (["picture.png"], 1, "no places are read from such a file; give one that ends in .zip, .txt, .csv"),
        (["fake.gpkg"], 1, "fake.gpkg: is no GeoPackage that can be read"),
        ([], 2, "Missing argument"),
    ],
)
def test_what_cannot_be_added_is_one_line_and_leaves_nothing(there, capsys, command, code, said):
    (there / "empty.csv").write_text("name,lat,lon\n")
    (there / "picture.png").write_bytes(b"\x89PNG")
    (there / "fake.gpkg").write_bytes(b"SQLite format 3\0 not really")
    assert run(["gazetteer", "add", *command]) == code
    error = capsys.readouterr().err
    assert said in error
    assert "Traceback" not in error
    assert not list((there / "kept").glob("*")) if (there / "kept").exists() else True


def test_no_network_is_one_line(there, capsys, monkeypatch):
    monkeypatch.setenv("DATELINE_GEONAMES", "http://127.0.0.1:1")
    monkeypatch.setattr("gazetteer.adding.download.time.sleep", lambda _: None)
    assert run(["gazetteer", "add", "IQ"]) == 1
    assert "/IQ.zip: cannot be fetched" in capsys.readouterr().err


def test_one_is_replaced_only_if_asked(there, capsys):
    assert run(["gazetteer", "add", "mine.csv"]) == 0
    assert run(["gazetteer", "add", "mine.csv"]) == 1
    assert "has been added already" in capsys.readouterr().err
    assert run(["gazetteer", "add", "mine.csv", "--force", "-q"]) == 0
    assert capsys.readouterr().err == ""
    assert run(["gazetteer", "remove", "other"]) == 1
    assert "added are: mine" in capsys.readouterr().err


def test_a_damaged_one_is_said_by_every_command_and_can_be_taken_out(there, capsys):
    assert run(["gazetteer", "add", "mine.csv"]) == 0
    (there / "kept/mine.gazetteer").write_bytes(b"damaged")
    assert run(["map", "report.txt"]) == 1
    assert "dateline gazetteer remove mine" in capsys.readouterr().err
    assert run(["gazetteer", "list"]) == 1
    assert "bundled: " in capsys.readouterr().out
    assert run(["gazetteer", "remove", "mine"]) == 0
    assert run(["gazetteer", "list"]) == 0


def test_a_hostile_name_of_a_users_place_is_only_text(there, capsys):
    assert run(["map", "report.txt", "--gazetteer", "mine.csv", "--layers", "layers"]) == 0
    html = (there / "map.html").read_text(encoding="utf-8")
    assert "<img" not in html
    assert "onerror=alert(1)>" not in html
    (place,) = (
        feature["properties"]
        for feature in json.loads((there / "layers/incidents.geojson").read_text(encoding="utf-8"))["features"]
    )
    assert place["place"] == HOSTILE
