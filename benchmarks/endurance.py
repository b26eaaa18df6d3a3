"""Runs that are killed, starved and damaged: after --resume each must equal the undisturbed one, byte for byte.

``make bench-endurance`` (ARGS="3 disk": three moments, not ten, of what has "disk" in its name; ARGS="10 model": read
with the model, which takes long). Every run is the command `dateline read` over invented reports, in parts so small
that there are many; a parrot reads them. Disks of their own need Linux and ``unshare``.
"""

import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from benchmarks.damage import WAYS, damage
from benchmarks.parrot import TOLD

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
    dice: random.Random

    def moment(self) -> float:
        """Return a moment of a run, in seconds from its start."""
        return self.dice.uniform(0.05, 1.0) * self.seconds

    def start(self, *more: str) -> subprocess.Popen[str]:
        """Begin a run."""
        return subprocess.Popen([*COMMAND, *more], cwd=self.folder, env=_environment(), text=True,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # fmt: skip

    def fresh(self) -> None:
        """Take away what the run before left."""
        shutil.rmtree(self.folder / "run", ignore_errors=True)

    def resumed(self, said: str, *more: str) -> Outcome:
        """Continue the run, and look at what it came to."""
        done = self.start(*more, "--resume")
        said = said or done.communicate()[1]
        done.wait()
        return Outcome(content(self.folder / "run") == self.wanted, _line(said))


def _line(said: str) -> str:
    lines = [line.removeprefix("dateline: ") for line in said.splitlines() if line.startswith("dateline: ")]
    return next((line for line in lines if not line.startswith("reports/")), "")


def _environment() -> dict[str, str]:
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


# ---------------------------------------------------------------- what happens to a run


def main_killed(place: Place, *more: str) -> Outcome:
    """Kill the main process; no worker of it may be left."""
    process = place.start(*more)
    time.sleep(place.moment())
    children = psutil.Process(process.pid).children(recursive=True)
    process.kill()
    process.communicate()
    _, left = psutil.wait_procs(children, timeout=10)
    outcome = place.resumed("", *more)
    return outcome if not left else Outcome(equal=False, said=f"{len(left)} workers were left")


def worker_killed(place: Place) -> Outcome:
    """Kill a worker of a pool."""
    process = place.start(*POOL)
    begun = time.monotonic()
    moment, workers = place.moment(), []
    while process.poll() is None and (not workers or time.monotonic() - begun < moment):
        time.sleep(0.05)
        workers = [child for child in _children(process) if "spawn_main" in " ".join(child.cmdline())]
    if workers and process.poll() is None:
        place.dice.choice(workers).kill()
    said = process.communicate()[1]
    return Outcome(content(place.folder / "run") == place.wanted, _line(said))


def _children(process: subprocess.Popen[str]) -> list[psutil.Process]:
    try:
        return [child for child in psutil.Process(process.pid).children() if child.status() != psutil.STATUS_ZOMBIE]
    except psutil.NoSuchProcess:
        return []


def cluster_worker_killed(place: Place) -> Outcome:
    """Kill a worker of a Dask cluster."""
    from distributed import LocalCluster

    os.environ |= _environment()
    local = "127.0.0.1:0"
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=local, silence_logs=50) as cluster:
        process = place.start("--scheduler", cluster.scheduler_address)
        time.sleep(place.moment())
        psutil.Process(place.dice.choice(list(cluster.workers.values())).pid).kill()
        said = process.communicate()[1]
    return Outcome(content(place.folder / "run") == place.wanted, _line(said))


def disk_full(place: Place) -> Outcome:
    """Let the disk be full after so many bytes, and then larger."""
    needed = sum(len(data) + 4_096 for data in place.wanted.values())
    size = int(place.dice.uniform(0.02, 0.9) * needed)
    return _on_disk(place, f"size={size}", f"{_RESUME} 2> said; mount -o remount,size=1g run")


def read_only(place: Place) -> Outcome:
    """Kill a run at a moment, and continue it where nothing can be written, and then where it can."""
    killed = f"timeout -s KILL {place.moment():.2f} {_RESUME} 2> /dev/null"
    refused = f"mount -o remount,ro run; {_RESUME} 2> said; mount -o remount,rw run"
    return _on_disk(place, "size=1g", f"{killed}; {refused}")


_RESUME = " ".join((*COMMAND, "--resume"))


def _on_disk(place: Place, options: str, script: str) -> Outcome:
    """Run a script with a disk of its own at ``run``, continue the run then, and look at what it came to."""
    shutil.rmtree(place.folder / "kept", ignore_errors=True)
    whole = f"mkdir run && mount -t tmpfs -o {options} none run && {{ {script}; }}; {_RESUME} 2> more; cp -a run kept"
    subprocess.run(["unshare", "--mount", "--map-root-user", "bash", "-c", whole], cwd=place.folder,
                   env=_environment(), check=True, stderr=subprocess.DEVNULL)  # fmt: skip
    said = (place.folder / "said").read_text()
    return Outcome(content(place.folder / "kept") == place.wanted, _line(said))


def damaged(place: Place, ways: Iterator[str]) -> Outcome:
    """Damage a part, see that `map` says so, and continue."""
    for name, data in place.wanted.items():
        (place.folder / "run" / name).parent.mkdir(parents=True, exist_ok=True)
        (place.folder / "run" / name).write_bytes(data)
    damage(place.folder / "run", next(ways), place.dice)
    command = [*DATELINE, "export", "run/", "-o", "layers.geojson", "--force"]
    drawn = subprocess.run(command, cwd=place.folder, env=_environment(), capture_output=True, text=True, check=False)
    outcome = place.resumed(drawn.stderr)
    return outcome if drawn.returncode == 1 else Outcome(equal=False, said="the damage was drawn")


# ---------------------------------------------------------------- the table


@contextmanager
def undisturbed(seed: int, *, model: bool) -> Iterator[Place]:
    """Give a folder with reports, and the run over them that nothing disturbs."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_reports(folder / "reports")
        if not model:
            command = [*DATELINE, "read", str(ROOT / "examples"), "-q", "-o", TOLD]
            subprocess.run(command, cwd=folder, env=_environment(), check=True)
        place = Place(folder, {}, 0.0, random.Random(seed))  # noqa: S311  # no secret
        begun = time.monotonic()
        place.start().communicate()
        yield Place(folder, content(folder / "run"), time.monotonic() - begun, place.dice)


def tried(name: str, times: int, trial: Callable[[], Outcome], place: Place) -> bool:
    """Disturb so many runs, and print how many came to the same, and what the last one said."""
    outcomes = []
    for _ in range(times):
        place.fresh()
        outcomes.append(trial())
    equal = sum(outcome.equal for outcome in outcomes)
    said = next((outcome.said for outcome in outcomes if not outcome.equal), outcomes[-1].said)
    print(f"{name:<40} {equal:>2} of {times}   {said}"[:240], flush=True)
    return equal == times


def main(arguments: Sequence[str]) -> int:
    """Try everything so many times; return 1 where a run did not come to the undisturbed one."""
    times = int(arguments[0]) if arguments else 10
    words = [word for word in arguments[1:] if word != "model"]
    ways = cycle(WAYS)
    with undisturbed(20070809, model="model" in arguments) as place:
        parts = sum(name.endswith(".jsonl") for name in place.wanted)
        print(f"{REPORTS} reports in {parts} parts, undisturbed in {place.seconds:.0f} s; same bytes, what was said")
        trials: dict[str, Callable[[], Outcome]] = {
            "main process killed": partial(main_killed, place),
            "main process of two workers killed": partial(main_killed, place, *POOL),
            "worker of a pool killed": partial(worker_killed, place),
            "worker of a Dask cluster killed": partial(cluster_worker_killed, place),
            "disk full": partial(disk_full, place),
            "folder read-only": partial(read_only, place),
            "part damaged": partial(damaged, place, ways),
        }
        chosen = {name: trial for name, trial in trials.items() if all(word in name for word in words)}
        kept = [tried(name, times, trial, place) for name, trial in chosen.items()]
    return int(not all(kept))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
