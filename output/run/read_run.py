"""What `dateline read` does with a folder as its result: a run, by one process, several, or a cluster."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from glob import has_magic
from pathlib import Path
from typing import Any

from geo.documents import MANIFEST, Problem, listed, read_documents
from geo.documents.addresses import is_address
from geo.model import Document, Report
from output.command.options import Options, Running
from output.command.patience import MAX_SECONDS
from output.command.progress import Speaker, Waiting
from output.command.reading import limits_of
from output.errors import RunError
from output.run.crews import hands_for
from output.run.folder import begin_run, check_run, write_run
from output.run.inputs import Inputs, write_inputs
from output.run.settings import RunSettings, settings_of
from output.run.telling import Pace, figures_of, summary_of


def read_run(options: Options, output: str, running: Running) -> bool:
    """Read the inputs into a run at `output`, and return whether all of them could be read."""
    from output.run.made_layers import (
        write_run_layers,  # heavy, and first: a library that lacks is missed before the work
    )

    folder, speaker = Path(output), options.speaker()
    check_run(folder, resume=running.resume, overwrite=options.force)
    _check_inputs(options, folder)
    settings = _settings(options)
    gazetteer, corrections = settings.files()  # so that what is wrong with one is said once, and here

    def finish(run: Path) -> dict[str, Any]:
        waiting.update("merging across the reports")
        return write_run_layers(run, gazetteer, apart=options.apart, judged=corrections.judged)

    with (
        hands_for(running, speaker.note) as hands,
        Waiting("reading", shown=speaker.watched, logged=speaker.logged) as waiting,
        _kept(),
    ):
        begin_run(folder, settings)
        entries = listed(options.inputs, leave_out=[folder])
        inputs = write_inputs(folder, entries)
        pace = Pace(inputs, waiting, speaker)
        counts = write_run(
            folder, _items(entries, options, speaker), settings, new_executor=hands.new_executor,
            workers=hands.workers, resume=running.resume, about=_about(options, inputs), watch=pace.tell,
            finish=finish,
        )  # fmt: skip
    if not counts.documents:
        speaker.problem("nothing could be read, so the run is empty")
    speaker.end(summary_of(counts, output), figures_of(counts, output))
    return not speaker.failures


def _check_inputs(options: Options, folder: Path) -> None:
    """Raise if an input is not there and the folder holds a run, whose records of it would be cleared away."""
    lacking = [given for given in options.inputs if isinstance(given, str) and not _is_there(given)]
    if lacking and (folder / MANIFEST).exists():
        raise RunError(f"{lacking[0]}: is not there; check its name. The run in {folder} stays as it was")


def _is_there(given: str) -> bool:
    return given == "-" or is_address(given) or has_magic(given) or Path(given).exists()


def _settings(options: Options) -> RunSettings:
    return settings_of(
        options.gazetteers, options.corrections, places_only=options.places_only,
        max_seconds=options.max_seconds or MAX_SECONDS, day=options.day,
        location=options.source_location,
    )  # fmt: skip


@contextmanager
def _kept() -> Iterator[None]:
    """Let what goes wrong with the disk end with the word that what was read is not lost."""
    try:
        yield
    except OSError as error:
        error.add_note("with --resume, which keeps what was read")
        raise


def _about(options: Options, inputs: Inputs) -> dict[str, Any]:
    limits = asdict(limits_of(options))
    del limits["patience"]  # which is how max_seconds are held
    return {
        "options": limits | {"max_seconds": options.max_seconds or MAX_SECONDS},
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
