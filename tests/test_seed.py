"""The text in ../shared that the project began with: read, scored by its scorer, and drawn. None of it is in here."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.shared

DATELINE = str(Path(sys.executable).with_name("dateline"))


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a command, which must succeed."""
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def test_every_check_of_the_scorer_passes(shared: Path, tmp_path: Path) -> None:
    records = tmp_path / "records.jsonl"
    run(DATELINE, "read", shared / "seed" / "seed.txt", "--date", "2007-08-09", "-o", records)
    scored = run(sys.executable, shared / "scorers" / "score.py", "seed", records).stdout
    checks = [line for line in scored.splitlines() if line.startswith(("pass", "FAIL"))]
    assert len(checks) >= 18
    assert all(line.startswith("pass") for line in checks)


def test_without_a_date_the_weekday_stays_open_and_the_map_is_drawn(shared: Path, tmp_path: Path) -> None:
    records, drawn = tmp_path / "records.jsonl", tmp_path / "map.html"
    said = run(DATELINE, "read", shared / "seed" / "seed.txt", "-o", records).stderr
    assert "no date is known" in said
    assert "give one with --date" in said
    (report,) = [json.loads(line) for line in records.read_text("utf-8").splitlines()]
    days = [when for incident in report["incidents"] if (when := incident["when"])]
    assert days
    assert {(when["start"], when["end"], when["precision"]) for when in days} == {(None, None, "unknown")}
    run(DATELINE, "map", records, "-o", drawn)
    assert drawn.stat().st_size > 100_000
