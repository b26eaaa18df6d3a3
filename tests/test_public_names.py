"""The names that others may import: adding one is a decision, taking one away breaks somebody."""

import subprocess
import sys

import pytest

import gazetteer
import geo
import output

PUBLIC = {
    gazetteer: {"Gazetteer", "GazetteerGeocoder", "Info", "Place", "bundled"},
    geo: {"Claim", "Count", "Document", "Incident", "Report", "Route", "Toponym", "When", "Where", "read"},
    output: {"draw_map", "write_layers"},
}


@pytest.mark.parametrize("package", PUBLIC, ids=lambda package: package.__name__)
def test_the_public_names_are_these(package):
    assert set(package.__all__) == PUBLIC[package]


@pytest.mark.parametrize("package", PUBLIC, ids=lambda package: package.__name__)
def test_each_public_name_is_there_and_says_what_it_is(package):
    for name in package.__all__:
        assert getattr(package, name).__doc__


@pytest.mark.parametrize("package", [gazetteer, geo], ids=lambda package: package.__name__)
def test_another_name_is_an_attribute_error(package):
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = package.no_such_name


HEAVY = {
    "spacy",
    "geopandas",
    "pandas",
    "numpy",
    "folium",
    "shapely",
    "pyproj",
    "trafilatura",
    "rich",
    "geopy",
    "pyarrow",
}


@pytest.mark.parametrize(
    ("code", "allowed"),
    [
        ("import gazetteer, geo, output", set()),
        ("from output.cli import run; run(['--help']); run(['map', '-h'])", set()),
        ("import geo.records, geo.documents", set()),
    ],
)
def test_nothing_heavy_is_imported_before_it_is_needed(code, allowed):
    code = f"{code}\nimport sys\nprint('loaded:', *({HEAVY!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert set(done.stdout.splitlines()[-1].split()[1:]) <= allowed


def test_reports_that_were_read_before_are_drawn_without_the_language_model(tmp_path):
    (tmp_path / "r.jsonl").write_text(
        '{"id":"r","title":null,"source":null,"published":null,"language":"en","text":"x","toponyms":[],"incidents":[],'
        '"routes":[],"warnings":[]}\n'
    )
    code = "import sys; from output.cli import run; run(sys.argv[1:]); print('spacy' in sys.modules)"
    arguments = ["map", str(tmp_path / "r.jsonl"), "-o", str(tmp_path / "m.html")]
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"
    assert (tmp_path / "m.html").exists()
