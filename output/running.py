"""What `dateline read` does with a folder as its result: a run, by one process, several, or a cluster."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from time import monotonic
from typing import Any

from geo.corpus import Read
from geo.documents import Problem, listed, read_documents
from geo.model import Document, Report
from output.crews import hands_for
from output.failures import FAILURES, KINDS, problem_of
from output.inputs_of_run import Inputs, write_inputs
from output.options import Options, Running
from output.patience import MAX_SECONDS
from output.progress import Progress, Speaker, Waiting, number
from output.reading import limits_of
from output.runs import Counts, begin_run, check_run, write_run
from output.settings_of_run import settings_of


def read_run(options: Options, output: str, running: Running) -> bool:
    """Read the inputs into a run at `output`, and return whether all of them could be read."""
    from output.run_layers import write_run_layers  # heavy, and first: a library that lacks is missed before the work

    folder, speaker = Path(output), options.speaker()
    check_run(folder, resume=running.resume, overwrite=options.force)
    settings = settings_of(
        options.gazetteers, options.corrections, places_only=options.places_only,
        max_seconds=options.max_seconds or MAX_SECONDS, day=options.day,
        location=options.source_location,
    )  # fmt: skip
    gazetteer, corrections = settings.files()  # so that what is wrong with one is said once, and here
    with (
        hands_for(running, speaker.note) as hands,
        Waiting("reading", shown=speaker.watched, logged=speaker.logged) as waiting,
        _kept(),
    ):
        begin_run(folder, settings)
        entries = listed(options.inputs, leave_out=folder)
        inputs = write_inputs(folder, entries)
        pace = _Pace(inputs, waiting, speaker)
        counts = write_run(
            folder, _items(entries, options, speaker), settings, new_executor=hands.new_executor,
            workers=hands.workers, resume=running.resume, about=_about(options, inputs), watch=pace.tell,
            finish=lambda run: write_run_layers(run, gazetteer, apart=options.apart, judged=corrections.judged),
        )  # fmt: skip
    if not counts.documents:
        speaker.problem("nothing could be read, so the run is empty")
    speaker.end(_summary(counts, output), _figures(counts, output))
    return not speaker.failures


@contextmanager
def _kept() -> Iterator[None]:
    """Let what goes wrong with the disk end with the word that what was read is not lost."""
    try:
        yield
    except OSError as error:
        error.add_note("with --resume, which keeps what was read")
        raise


def _about(options: Options, inputs: Inputs) -> dict[str, Any]:
    return {
        "options": asdict(limits_of(options)) | {"max_seconds": options.max_seconds or MAX_SECONDS},
        "inputs": inputs.note(),
    }


def _items(entries: Iterable[Any], options: Options, speaker: Speaker) -> Iterator[Document | Problem]:
    for item in read_documents(entries, limits=limits_of(options)):
        if isinstance(item, Document):
            yield replace(item, source_location=item.source_location or options.source_location)
        else:
            problem = _read_before(item) if isinstance(item, Report) else item
            speaker.problem(problem)
            yield problem


def _read_before(report: Report) -> Problem:
    return Problem(report.id, "is a record that was read before", "give the text itself, or leave it out")


class _Pace:
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
        self._waiting.tell(_progress(counts, self._of, monotonic() - self._begun))


def _progress(counts: Counts, of: int | None, seconds: float) -> Progress:
    """Return how far a run is; what was kept from before took no time."""
    skipped = counts.failures - counts.unread
    done, new = counts.documents + skipped, counts.documents - counts.kept
    left = round((of - done) / new * seconds) if of and new and of > done else None
    return Progress(done, counts.failures, of, round((counts.words - counts.kept_words) / seconds) or None, left)


def _summary(counts: Counts, output: str) -> list[str]:
    """Return what a run came to, what of it failed, and what to do next, a line each."""
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


def _figures(counts: Counts, output: str) -> dict[str, Any]:
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
