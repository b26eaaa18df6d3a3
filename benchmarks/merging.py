"""How well and how fast incidents of many reports are merged: `make bench-merging`.

Invented reports with known duplicates (`benchmarks/tellings.py`) pass through what a run does with its records, at
several sizes: an archive that is ten times as long, and one in which ten times as much happens. The reports are made
while they are merged; the time for that is measured by itself and taken off. A pair counts where two tellings are put
together, or ought to be. The last lines show other rates of noise than the one that the thresholds were tried at.
"""

import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.figure import Figure, table
from benchmarks.happenings import World
from benchmarks.tellings import MEAN, Press
from geo.merge.across.grouping import Grouping, grouped
from geo.model import Report

A_YEAR = 365
LOOKALIKES = 1.9  # events that come of each that is drawn, copies of their reports among what is told
MEGABYTE = 1024  # of the kilobytes that the system counts in
RATIO, PRECISION, RECALL = 1.3, 0.95, 0.9


@dataclass(slots=True)
class Made:
    """Reports as they are asked for, what they tell in truth, and how long it took to make them."""

    press: Press
    days: int
    seconds: float = 0.0
    incidents: int = 0

    def reports(self) -> Iterator[Report]:
        """Yield the reports."""
        begun = time.process_time()
        for day in self.press.days(self.days):
            self.seconds += time.process_time() - begun
            for report in day:
                self.incidents += len(report.incidents)
                yield report
            begun = time.process_time()
        self.seconds += time.process_time() - begun


def made(incidents: int, days: int, *, noise: float = 1.0, seed: int = 1) -> Made:
    """Return reports that tell about so many incidents over so many days."""
    world = World(incidents / days / MEAN / LOOKALIKES, seed)
    return Made(Press(world, noise), days)


def score(grouping: Grouping, truth: Sequence[int]) -> tuple[float, float]:
    """Return precision and recall over all pairs of tellings.

    Parameters
    ----------
    grouping
        What was merged.
    truth
        The event of each incident, in the order of the reports.
    """
    both = _pairs(Counter(zip(truth, grouping.events, strict=True)))
    return both / _pairs(Counter(grouping.events)), both / _pairs(Counter(truth))


def _pairs(groups: Counter[int] | Counter[tuple[int, int]]) -> int:
    return sum(number * (number - 1) // 2 for number in groups.values())


def merging_figures(sizes: Sequence[int] = (100_000, 1_000_000)) -> Iterator[Figure]:
    """Measure at each size, and at other rates of noise."""
    first: float | None = None
    for size in sizes:
        for how, days in _shapes(size, sizes[0]):
            a_telling, figures = _measured(f"{size:,} incidents{how}", made(size, days))
            yield from figures
            if first is None:
                first = a_telling
            else:
                yield Figure(f"{size:,} incidents{how}: time to that of the first", a_telling / first, "x", RATIO)
    for noise in (0.5, 2.0):
        _, figures = _measured(f"20,000 incidents, noise x{noise:g}", made(20_000, A_YEAR, noise=noise), asked=False)
        yield from figures


def _shapes(size: int, least: int) -> list[tuple[str, int]]:
    """Return the archives of a size: the first over a year, larger ones over more years, or with more in the year."""
    return [("", A_YEAR)] if size == least else [(", longer", A_YEAR * size // least), (", denser", A_YEAR)]


def _measured(name: str, reports: Made, *, asked: bool = True) -> tuple[float, list[Figure]]:
    begun = time.process_time()
    grouping = grouped(reports.reports())
    seconds = time.process_time() - begun - reports.seconds
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    precision, recall = score(grouping, reports.press.truth)
    a_telling = seconds / reports.incidents
    return a_telling, [
        Figure(f"{name}: processor time an incident", a_telling * 1e6, "us"),
        Figure(f"{name}: highest memory of the process so far", peak, "MB"),
        Figure(f"{name}: precision of pairs", precision, "", PRECISION if asked else None, at_least=True),
        Figure(f"{name}: recall of pairs", recall, "", RECALL if asked else None, at_least=True),
    ]


if __name__ == "__main__":
    for figure in merging_figures([int(size) for size in sys.argv[1:]] or (100_000, 1_000_000)):
        print(table([figure]), flush=True)
