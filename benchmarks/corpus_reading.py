"""One reading of a corpus by the command, as a user types it: its time, its work, and the main process's memory."""

import json
import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import accumulate
from math import nan
from pathlib import Path
from statistics import fmean

import psutil

DATELINE = str(Path(sys.executable).with_name("dateline"))
PAUSE = 0.2  # seconds between two looks at a process
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one reading of the corpus.

    Parameters
    ----------
    folder
        The run.
    seconds
        Of the wall.
    work
        Seconds of the processors, of all its processes together.
    read, named
        How many documents have a record, and how many inputs and documents are listed as those that have none.
    seen
        What the main process was seen at: documents done, seconds since it began, and the MB that it held.
    """

    folder: Path
    seconds: float
    work: float
    read: int
    named: int
    seen: tuple[tuple[int, float, float], ...]

    @property
    def peak(self) -> float:
        """The most MB that the main process was seen to hold."""
        return max(held for *_, held in self.seen)

    @property
    def growth(self) -> float:
        """By how many percent the main process holds more at the last tenth of the documents than at the first.

        The time until the first part of them is done, in which the model is loaded, and that after the last part, in
        which the layers are made, are left out.
        """
        reading = [(done / self.read, held) for done, _, held in self.seen if 0 < done < self.read]
        first = [held for share, held in reading if share <= 0.1]
        last = [held for share, held in reading if share >= 0.9]
        return 100 * (fmean(last) / fmean(first) - 1) if first and last else nan

    @property
    def layers(self) -> float:
        """Seconds between the last document and the end: the main process alone makes the layers of the records."""
        return self.seconds - min((since for done, since, _ in self.seen if done == self.read), default=self.seconds)


def reading(corpus: Path, folder: Path, *options: str) -> Reading:
    """Read the corpus into a run, and return what became of it.

    Parameters
    ----------
    corpus
        As `build` wrote it.
    folder
        Where the run is to be.
    options
        More of the command `dateline read`.
    """
    said = folder.with_suffix(".log")
    begin, work = time.perf_counter(), _work()
    with said.open("w") as log:
        process = psutil.Popen([DATELINE, "read", str(corpus), "-o", str(folder), *options], stderr=log)
        seen = tuple(_watched(process, folder / "records"))
    seconds, work = time.perf_counter() - begin, _work() - work
    if not json.loads((folder / "manifest.json").read_bytes())["finished"]:
        sys.exit(f"dateline read ended with {process.returncode}:\n{said.read_text('utf-8')[-1000:]}")
    reads = [len(file.read_bytes().splitlines()) for file in parts(folder)]
    done = (0, *accumulate(reads))
    named = len(json.loads((folder / "failures.json").read_bytes()))
    return Reading(folder, seconds, work, sum(reads), named, tuple((done[n], since, held) for n, since, held in seen))


def parts(run: Path) -> list[Path]:
    """Return the files of a run that hold records, in their order."""
    return sorted((run / "records").glob("*.jsonl"))


def _watched(process: psutil.Popen, folder: Path) -> Iterator[tuple[int, float, float]]:
    """Yield how many parts are done, the seconds so far, and the MB that a process holds, until it ends."""
    begin = time.perf_counter()
    while process.poll() is None:
        try:
            held = process.memory_info().rss / MEGABYTE
        except psutil.NoSuchProcess:
            return
        yield sum(1 for _ in folder.glob("*.json")), time.perf_counter() - begin, held
        time.sleep(PAUSE)


def _work() -> float:
    """Return the processors' seconds of this process, of what it has waited for, and of what it has running."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    running = [process.cpu_times() for process in (psutil.Process(), *psutil.Process().children(recursive=True))]
    return float(ended.ru_utime + ended.ru_stime + sum(times.user + times.system for times in running))


@contextmanager
def cluster(workers: int) -> Iterator[str]:
    """Start a Dask cluster on this machine, and give its address."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=":0") as local:
        yield local.scheduler_address
