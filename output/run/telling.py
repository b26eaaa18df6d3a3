"""What a run says: how far it is while it is under way, and what it came to in the end."""

from collections.abc import Iterable
from pathlib import Path
from time import monotonic
from typing import Any

from geo.corpus.parts import Read
from output.command.progress import Progress, Speaker, Waiting, number
from output.run.counts import Counts
from output.run.failures import FAILURES, KINDS, problem_of
from output.run.inputs import Inputs


class Pace:
    """Tells how far a run is, how fast it goes, and how long it will take.

    Parameters
    ----------
    inputs
        What it was given.
    waiting, speaker
        Where it is shown, and where failures are said.
    """

    def __init__(self, inputs: Inputs, waiting: Waiting, speaker: Speaker) -> None:
        self._of, self._waiting, self._speaker, self._begun = inputs.documents, waiting, speaker, monotonic()

    def tell(self, counts: Counts, reads: Iterable[Read]) -> None:
        """Say what could not be read, and show how far the run is."""
        for read in reads:
            if read.kind:
                self._speaker.problem(problem_of(read))
        self._waiting.tell(progress_of(counts, self._of, monotonic() - self._begun or 1.0))


def progress_of(counts: Counts, of: int | None, seconds: float) -> Progress:
    """Return how far a run is; what was kept from before took no time.

    Parameters
    ----------
    counts
        What it came to so far.
    of
        How many documents there are, if that is known.
    seconds
        Since it began, above 0.
    """
    skipped = counts.failures - counts.unread
    done, new = counts.documents + skipped, counts.documents - counts.kept
    left = round((of - done) / new * seconds) if of and new and of > done else None
    return Progress(done, counts.failures, of, round((counts.words - counts.kept_words) / seconds) or None, left)


def summary_of(counts: Counts, output: str) -> list[str]:
    """Return what a run came to, what of it failed, and what to do next, a line each.

    Parameters
    ----------
    counts
        What it came to.
    output
        Its folder, as the user called it.
    """
    kept = f" ({counts.kept:,} from before)" if counts.kept else ""
    found = f"{number(counts.incidents, 'incident')}; {number(counts.routes, 'route')}"
    lines = [f"{number(counts.reports, 'report')}{kept}; {found}; run: {output}"]
    if counts.failures:
        kinds = sorted(counts.not_read.items(), key=lambda pair: (-pair[1], pair[0]))
        counted = ", ".join(f"{count:,} {KINDS[kind][0]} ({KINDS[kind][1]})" for kind, count in kinds)
        lines.append(f"not read: {counted}; each is in {Path(output) / FAILURES}; then run again with --resume")
    if counts.reports:
        lines.append(f"next: dateline map {output} -o map.html")
    return lines


def figures_of(counts: Counts, output: str) -> dict[str, Any]:
    """Return the same for a machine.

    Parameters
    ----------
    counts, output
        As for `summary_of`.
    """
    return {
        "command": "read",
        "result": output,
        "failures": counts.failures,
        "reports": counts.reports,
        "incidents": counts.incidents,
        "routes": counts.routes,
        "kept": counts.kept,
        "words": counts.words,
        "not_read": dict(sorted(counts.not_read.items())),
        "failures_in": str(Path(output) / FAILURES),
    }
