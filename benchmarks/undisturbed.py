"""A folder with invented reports, the run over them that nothing disturbs, and how one that was disturbed ended."""

import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.parrot import TOLD
from output.run.made_layers import NEW

ROOT = Path(__file__).resolve().parents[1]
REPORTS, SIZE = 48, 3_000  # documents, and characters of a part
TOWNS = ("Amarah", "Gao", "Mosul", "Kharkiv", "Idlib", "Goma", "Kunduz", "Maiduguri", "Cali", "Marawi")
DATELINE = (sys.executable, "-m", "benchmarks.parrot", str(SIZE))
COMMAND = (*DATELINE, "read", "reports", "-o", "run/")
POOL = ("--workers", "2")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a disturbed run ended, and whether it came to the undisturbed one's bytes."""

    equal: bool
    said: str


@dataclass(frozen=True, slots=True)
class Place:
    """A folder with reports, and the undisturbed run over them."""

    folder: Path
    wanted: dict[str, bytes]
    seconds: float
    layers: float  # seconds from the first of them to the end
    dice: random.Random

    def moment(self) -> float:
        """Return a moment of a run, in seconds from its start."""
        return self.dice.uniform(0.05, 1.0) * self.seconds

    def start(self, *more: str) -> subprocess.Popen[str]:
        """Begin a run."""
        return subprocess.Popen([*COMMAND, *more], cwd=self.folder, env=environment(), text=True,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # fmt: skip

    def fresh(self) -> None:
        """Take away what the run before left."""
        shutil.rmtree(self.folder / "run", ignore_errors=True)

    def put_back(self) -> None:
        """Write what the undisturbed run came to."""
        for name, data in self.wanted.items():
            (self.folder / "run" / name).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / "run" / name).write_bytes(data)

    def resumed(self, said: str, *more: str) -> Outcome:
        """Continue the run, and look at what it came to."""
        done = self.start(*more, "--resume")
        said = said or done.communicate()[1]
        done.wait()
        return Outcome(content(self.folder / "run") == self.wanted, line_of(said))


def line_of(said: str) -> str:
    """Return the first line that the command said about the run, and not about a report."""
    lines = [line.removeprefix("dateline: ") for line in said.splitlines() if line.startswith("dateline: ")]
    return next((line for line in lines if not line.startswith("reports/")), "")


def environment() -> dict[str, str]:
    """Return the environment of a process that imports this project."""
    return os.environ | {"PYTHONPATH": str(ROOT)}


def content(run: Path) -> dict[str, bytes]:
    """Return all that a run's folder holds."""
    return {str(path.relative_to(run)): path.read_bytes() for path in sorted(run.rglob("*")) if path.is_file()}


def write_reports(folder: Path) -> None:
    """Write invented reports, and two files that cannot be read."""
    folder.mkdir()
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "examples").glob("*.txt"))]
    for number in range(REPORTS):
        text = texts[number % len(texts)].replace("Amarah", TOWNS[number % 10]).replace("Gao", TOWNS[number % 7])
        (folder / f"{number:03}.txt").write_text(f"{text}\nThis is invented report {number}.\n", "utf-8")
    (folder / "empty.txt").write_text("")
    (folder / "broken.pdf").write_text("no PDF")


def until_layers(process: subprocess.Popen[str], folder: Path) -> None:
    """Wait until a run begins to make its layers, or has ended."""
    while process.poll() is None and not (folder / "run" / NEW).exists():
        time.sleep(0.002)


@contextmanager
def undisturbed(seed: int, *, model: bool) -> Iterator[Place]:
    """Give a folder with reports, and the run over them that nothing disturbs."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_reports(folder / "reports")
        if not model:
            command = [*DATELINE, "read", str(ROOT / "examples"), "-q", "-o", TOLD]
            subprocess.run(command, cwd=folder, env=environment(), check=True)
        place = Place(folder, {}, 0.0, 0.0, random.Random(seed))  # noqa: S311  # no secret
        begun = time.monotonic()
        process = place.start()
        until_layers(process, folder)
        reading = time.monotonic() - begun
        process.communicate()
        seconds = time.monotonic() - begun
        yield Place(folder, content(folder / "run"), seconds, seconds - reading, place.dice)
