"""What `dateline read` does with a folder as its result: a run, by one process, several, or a cluster."""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import click

from geo.documents import Problem, read_documents
from geo.model import Document, Report
from output.errors import RunError
from output.options import Options, Running
from output.patience import MAX_SECONDS
from output.progress import Speaker, Waiting, number
from output.reading import limits_of
from output.runs import Counts, check_run, write_run
from output.settings_of_run import settings_of


def read_run(options: Options, output: str, running: Running) -> bool:
    """Read the inputs into a run at `output`, and return whether all of them could be read."""
    folder, speaker = Path(output), Speaker(options.quiet, options.verbose)
    if running.workers and running.scheduler:
        raise click.UsageError("--workers are processes here, and --scheduler is a cluster; give one of them")
    check_run(folder, resume=running.resume, overwrite=options.force)
    settings = settings_of(
        options.gazetteers, options.corrections, places_only=options.places_only,
        max_seconds=options.max_seconds or MAX_SECONDS, day=options.day,
        location=options.source_location,
    )  # fmt: skip
    settings.files()  # so that what is wrong with one is said once, and here
    new_executor, workers = _crew(running)
    with Waiting("reading", shown=speaker.watched) as waiting:
        counts = write_run(
            folder, _documents(options, folder, speaker), settings, new_executor=new_executor, workers=workers,
            resume=running.resume, watch=partial(_shown, waiting),
        )  # fmt: skip
    for name, why in counts.failures:
        speaker.problem(Problem(name, f"cannot be read: {why}", "split the text, or leave it out"))
    if not counts.documents:
        speaker.problem("nothing could be read, so the run is empty")
    speaker.note(f"{_summary(counts)}; run: {output}")
    return not speaker.problems


def _documents(options: Options, folder: Path, speaker: Speaker) -> Iterator[Document]:
    for item in read_documents(options.inputs, limits=limits_of(options), leave_out=folder):
        if isinstance(item, Problem):
            speaker.problem(item)
        elif isinstance(item, Report):
            speaker.problem(
                Problem(item.id, "is a record that was read before", "give the text itself, or leave it out")
            )
        else:
            yield replace(item, source_location=item.source_location or options.source_location)


def _crew(running: Running) -> tuple[Callable[[], Executor] | None, int]:
    """Return what makes the executor of a run, None for this process, and how many workers it has."""
    if running.scheduler:
        client = _client(running.scheduler)
        workers = len(client.scheduler_info()["workers"]) or 1
        return partial(client.get_executor, pure=False), workers
    workers = running.workers or 1
    if workers == 1:
        return None, 1
    # Not forked: what has threads, as the libraries that are loaded by now do, may hang when it is.
    return partial(ProcessPoolExecutor, workers, mp_context=get_context("spawn")), workers


def _client(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError as error:
        raise RunError("--scheduler: needs the extra cluster; install it: pip install 'dateline[cluster]'") from error
    try:
        return Client(address, timeout=10, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise RunError(f"{address}: no cluster answers there; check the address") from error


def _shown(waiting: Waiting, counts: Counts) -> None:
    waiting.update(f"reading: {number(counts.documents, 'document')} done")


def _summary(counts: Counts) -> str:
    parts = [number(counts.documents - len(counts.failures), "report")]
    if counts.kept:
        parts[0] += f" ({counts.kept:,} from before)"
    parts += [number(counts.incidents, "incident"), number(counts.routes, "route")]
    return "; ".join(parts)
