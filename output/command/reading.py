"""What the commands that read reports do alike: inputs -> reports, each problem said in its place."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from gazetteer import Gazetteer
from geo.corrections import NONE, Corrections, applied, corrected, corrected_incidents, read_corrections
from geo.documents import MAX_BYTES, MAX_NESTING, MAX_RATIO, Columns, Limits, Problem, read_documents
from geo.language import Language, load
from geo.model import Document, Report
from geo.pipeline import LEFT_OUT, PLACES_ONLY, UNDATED, read_one, read_places
from geo.reading import report_of
from geo.resolve.answer import source_place
from output.command.options import Options
from output.command.patience import MAX_SECONDS, patience, patient
from output.command.progress import Speaker, number
from output.command.sound import sound
from output.errors import ModelMissingError


def read_reports(
    options: Options, results: Collection[Path], gazetteer: Gazetteer, speaker: Speaker
) -> Iterator[Report]:
    """Yield the reports that the inputs hold or tell, in their order, but not what `results` hold; say the problems."""
    corrections = corrections_of(options, gazetteer)
    for doubt in _doubts(options, gazetteer):
        speaker.note(doubt)
    unused = corrections.subjects()
    for report in _read(options, results, gazetteer, speaker, corrections):
        unused -= applied(report, corrections)
        yield corrected_incidents(report, corrections)
    for line, name in sorted(unused):
        why, remedy = f"{name!r} is in none of the reports", "check its spelling, or leave it out"
        speaker.problem(Problem(f"{corrections.file}, line {line}", why, remedy))


def _doubts(options: Options, gazetteer: Gazetteer) -> Iterator[str]:
    """Yield what is odd about a day or a place that was given for all reports."""
    if options.day and options.day > datetime.now(UTC).date() + timedelta(1):  # where it is tomorrow already
        yield f'--date {options.day} is still to come; days such as "on Monday" are counted from it all the same'
    if options.source_location and not source_place(options.source_location, gazetteer):
        yield f"--source-location {options.source_location}: no place has this name; it decides nothing"


def corrections_of(options: Options, gazetteer: Gazetteer) -> Corrections:
    """Return what a reader set right in the file that the options name."""
    return read_corrections(options.corrections, gazetteer) if options.corrections else NONE


def _read(
    options: Options, results: Collection[Path], gazetteer: Gazetteer, speaker: Speaker, corrections: Corrections
) -> Iterator[Report]:
    pipeline: Language | None = None
    for item in read_documents(sound(options.inputs), limits=limits_of(options), leave_out=results):
        if isinstance(item, Problem):
            speaker.problem(item)
        elif isinstance(item, Report):
            yield corrected(item, corrections)
        else:
            pipeline = pipeline or language()
            read = read_places if options.places_only else read_one
            reader = partial(read, gazetteer=gazetteer, pipeline=pipeline, corrections=corrections, today=options.day)
            limited = patient(reader, options.max_seconds or MAX_SECONDS)
            yield from _report_of(_completed(item, options), limited, speaker)


def limits_of(options: Options) -> Limits:
    """Return how much is read, and how, as the options say it."""
    return Limits(
        max_bytes=options.max_bytes or MAX_BYTES,
        encoding=options.encoding,
        nesting=MAX_NESTING if options.max_nesting is None else options.max_nesting,
        ratio=options.max_ratio or MAX_RATIO,
        any_language=options.any_language,
        patience=partial(patience, options.max_seconds or MAX_SECONDS),
        columns=Columns(
            options.text_column, options.date_column, options.id_column, options.source_column, options.title_column
        ),
    )


def _completed(document: Document, options: Options) -> Document:
    return replace(document, source_location=document.source_location or options.source_location)


def _report_of(document: Document, reader: Callable[[Document], Report], speaker: Speaker) -> Iterator[Report]:
    report = report_of(document, reader, trace=speaker.verbose)
    if isinstance(report, Problem):
        speaker.problem(report)
        return
    speaker.detail(f"{report.id}: {_found(report)}")
    for warning in report.warnings:
        if warning != PLACES_ONLY:  # that was asked for
            say = speaker.detail if warning.startswith(LEFT_OUT) and report.incidents else speaker.note
            say(f"{report.id}: {warning}{'; give one with --date' if warning.startswith(UNDATED) else ''}")
    yield report


def _found(report: Report) -> str:
    if PLACES_ONLY in report.warnings:
        return number(len(report.toponyms), "place name")
    return f"{number(len(report.incidents), 'incident')}, {number(len(report.routes), 'route')}"


def language() -> Language:
    """Return the language pipeline, or raise ModelMissingError if it is not installed."""
    try:
        return load()
    except LookupError as error:
        raise ModelMissingError(*error.args) from error
