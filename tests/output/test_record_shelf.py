"""Reports on the disk: the same as often as they are asked for, and never all in memory."""

import gc

import pytest

from benchmarks.merging import made
from geo.model import Report
from geo.records import report_to_json
from output import cli, layers
from output.run.record_shelf import shelved


@pytest.fixture(scope="module")
def reports():
    return list(made(300, 10).reports())


def reports_in_memory():
    return sum(type(thing) is Report for thing in gc.get_objects())


def test_reports_come_back_as_they_were_and_are_taken_one_by_one(reports):
    before, most = reports_in_memory(), 0

    def passing():
        nonlocal most
        for report in made(300, 10).reports():
            most = max(most, reports_in_memory())
            yield report

    with shelved(passing()) as shelf:
        (file,) = shelf._files
        assert file.parent.stat().st_mode & 0o077 == 0
        assert len(shelf) == len(reports)
        assert list(shelf) == list(shelf) == reports
        assert shelf[3] == reports[3]
        assert shelf[-2:] == reports[-2:]

    assert not file.parent.exists()
    assert len(reports) > 100
    assert most - before < 60  # those of a day, which the maker holds


def test_a_command_that_leaves_something_out_holds_no_report(tmp_path, reports, monkeypatch):
    held = []

    def counted(given, *more, **options):
        held.append(reports_in_memory())
        return build(given, *more, **options)

    build = layers.build_layers
    monkeypatch.setattr(layers, "build_layers", counted)
    records = tmp_path / "records.jsonl"
    records.write_bytes(b"".join(report_to_json(report) + b"\n" for report in reports))
    before = reports_in_memory()

    assert cli.run(["export", str(records), "--type", "abduction", "-o", str(tmp_path / "layers.geojson")]) == 0
    assert held[0] - before <= 1
