"""The layers of a run: what the export has, in parts, whole or not there, and kept while they fit the records."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import geopandas
import pytest

from benchmarks.merging import made
from gazetteer import bundled
from geo.documents import MANIFEST, RECORDS
from geo.merge.across.judged import Judged
from geo.records import report_to_json
from output.command.options import Options
from output.layers import build_layers
from output.page.map import draw
from output.run import made_layers
from output.run.made_layers import write_run_layers
from output.run.ready_layers import layers_of_run

LAYERS = ("incidents", "areas", "routes", "places")


@pytest.fixture(scope="module")
def reports() -> Any:
    return list(made(130, 10).reports())


@pytest.fixture
def run(tmp_path, reports):
    """Return the folder of a run of which only the layers lack, its records in two parts."""
    folder = tmp_path / "run"
    (folder / RECORDS).mkdir(parents=True)
    (folder / MANIFEST).write_text('{\n "finished": true,\n "settings": {}\n}')
    half = len(reports) // 2
    for number, part in enumerate((reports[:half], reports[half:])):
        name = folder / RECORDS / f"{number:06}-abc"
        name.with_suffix(".jsonl").write_bytes(b"".join(report_to_json(report) + b"\n" for report in part))
        name.with_suffix(".json").write_text("{}")
    return folder


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("apart", [False, True])
def test_they_are_what_the_export_has(run, reports, apart):
    found = write_run_layers(run, bundled(), apart=apart, rows=20)
    layers = build_layers(reports, bundled(), apart=apart)

    assert found["layers"]["rows"] == {name: len(getattr(layers, name)) for name in (*LAYERS, "documents")}
    for name in LAYERS:
        back = geopandas.read_parquet(run / "layers" / name)
        wanted = getattr(layers, name)
        assert back["id"].tolist() == wanted["id"].tolist()
        assert back.geometry.to_wkb().tolist() == wanted.geometry.to_wkb().tolist()
    assert len(list((run / "layers" / "incidents").iterdir())) > 1


def test_duckdb_reads_them_as_one_table(run, reports):
    write_run_layers(run, bundled(), rows=20)
    with duckdb.connect() as database:
        query = "SELECT sum(reports), count(*) FROM read_parquet([?, ?])"
        files = [str(run / "layers" / name / "*.parquet") for name in ("incidents", "areas")]
        told, events = database.execute(query, files).fetchall()[0]

    assert told == sum(len(report.incidents) for report in reports)
    assert events < told


def test_the_same_records_give_the_same_bytes_and_what_is_there_stays(run):
    write_run_layers(run, bundled())
    first, made_at = content(run), (run / "layers").stat().st_ino
    write_run_layers(run, bundled())
    kept = (run / "layers").stat().st_ino == made_at
    for path in (run / "layers").glob("*/*"):
        path.unlink()
    write_run_layers(run, bundled())

    assert kept
    assert content(run) == first


@pytest.mark.parametrize("other", [{"apart": True}, {"judged": Judged.of([["a", "b"]], [])}])
def test_what_was_asked_otherwise_is_made_anew(run, other):
    write_run_layers(run, bundled())
    before = json.loads((run / "layers" / "layers.json").read_bytes())["made_of"]
    write_run_layers(run, bundled(), **other)

    assert json.loads((run / "layers" / "layers.json").read_bytes())["made_of"] != before


@pytest.mark.parametrize("there", [False, True])
def test_an_interruption_leaves_what_was_there_or_nothing_and_is_made_good(run, monkeypatch, there):
    write_run_layers(run, bundled(), apart=there)
    wanted = content(run)
    if there:
        write_run_layers(run, bundled())
    else:
        for path in sorted((run / "layers").rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        (run / "layers").rmdir()
    before = content(run)

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(made_layers, "route_rows", full)
        with pytest.raises(OSError, match="No space left"):
            write_run_layers(run, bundled(), apart=there)
    left = content(run)
    write_run_layers(run, bundled(), apart=there)

    assert left == before
    assert content(run) == wanted


class Killed(BaseException):
    """What ends a process at once, so far as its files show."""


@pytest.mark.parametrize("step", range(6))
def test_a_run_that_is_killed_while_its_layers_are_put_in_place_is_made_good(run, monkeypatch, step):
    write_run_layers(run, bundled())
    wanted = content(run)
    note = run / "layers" / "layers.json"
    note.write_text(note.read_text().replace('"made_of": "', '"made_of": "other'))
    done = []

    def killing(deed):
        def do(*given: Any, **named: Any) -> Any:
            if len(done) == step:  # and nothing that would clear up comes to pass
                raise Killed
            done.append(deed)
            return deed(*given, **named)

        return do

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", killing(Path.rename))
        patch.setattr(made_layers.shutil, "rmtree", killing(made_layers.shutil.rmtree))
        with pytest.raises(Killed):
            write_run_layers(run, bundled())
    write_run_layers(run, bundled())

    assert content(run) == wanted
    assert not list(run.glob(".*"))


def test_a_damaged_part_is_made_again(run):
    write_run_layers(run, bundled())
    before = content(run)
    file = next((run / "layers" / "incidents").iterdir())
    file.write_bytes(file.read_bytes()[:-9])
    write_run_layers(run, bundled())

    assert content(run) == before


# ---------------------------------------------------------------- a map or an export of the run


def asked(run: Path, **more: Any) -> Options:
    """Return the options of a command that is given a run."""
    plain = Options(
        inputs=(str(run),), day=None, source_location=None, encoding=None, max_bytes=None, corrections=None,
        gazetteers=(), force=False, quiet=False, verbose=False,
    )  # fmt: skip
    return replace(plain, **more)


@pytest.mark.parametrize("apart", [False, True])
def test_a_map_of_a_run_is_that_of_its_records(run, reports, apart):
    write_run_layers(run, bundled(), apart=apart)
    ready = layers_of_run(asked(run, apart=apart))

    assert draw(ready) == draw(build_layers(reports, bundled(), apart=apart))


@pytest.mark.parametrize("more", [{"apart": True}, {"types": ("raid",)}, {"min_confidence": 0.5}, {"corrections": "a"}])
def test_layers_that_are_not_what_is_asked_are_not_taken(run, more):
    write_run_layers(run, bundled())

    assert layers_of_run(asked(run)) is not None
    assert layers_of_run(asked(run, **more)) is None


@pytest.mark.parametrize("ending", [".json", ".jsonl"])
@pytest.mark.parametrize("way", [lambda file: file.unlink(), lambda file: file.write_bytes(file.read_bytes() + b"\n")])
def test_layers_of_other_records_are_not_taken(run, ending, way):
    write_run_layers(run, bundled())
    way(next((run / RECORDS).glob(f"*{ending}")))

    assert layers_of_run(asked(run)) is None


def test_layers_of_a_run_that_is_not_finished_are_not_taken(run):
    write_run_layers(run, bundled())
    manifest = run / MANIFEST
    manifest.write_bytes(manifest.read_bytes().replace(b"true", b"false"))

    assert layers_of_run(asked(run)) is None
