"""What the commands that read reports do alike: inputs -> reports, each problem said in its place."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from gazetteer import Gazetteer
from geo.documents import MAX_BYTES, Problem, read_documents
from geo.language import Language, load
from geo.model import Document, Report
from geo.pipeline import read
from output.errors import ModelMissingError
from output.options import Options
from output.progress import Speaker


def read_reports(options: Options, output: str, gazetteer: Gazetteer, speaker: Speaker) -> Iterator[Report]:
    """Yield the reports that the inputs hold or tell, in their order, but not what `output` holds; say the problems."""
    pipeline: Language | None = None
    limit = options.max_bytes or MAX_BYTES
    for item in read_documents(options.inputs, max_bytes=limit, encoding=options.encoding, leave_out=Path(output)):
        if isinstance(item, Problem):
            speaker.problem(item)
        elif isinstance(item, Report):
            yield item
        else:
            pipeline = pipeline or _language()
            yield from _reports_of(_completed(item, options), gazetteer, pipeline, speaker)


def _completed(document: Document, options: Options) -> Document:
    return replace(
        document,
        published=document.published or options.day,
        source_location=document.source_location or options.source_location,
    )


def _reports_of(document: Document, gazetteer: Gazetteer, pipeline: Language, speaker: Speaker) -> Iterator[Report]:
    """Yield the report of one document; a text that the language pipeline refuses stops only itself."""
    try:
        report = next(read([document], gazetteer, pipeline=pipeline))
    except ValueError as error:
        speaker.problem(Problem(document.id, f"cannot be read: {error}", "split the text, or leave it out"))
        return
    speaker.detail(f"{report.id}: {len(report.incidents)} incidents, {len(report.routes)} routes")
    for warning in report.warnings:
        speaker.note(f"{report.id}: {warning}")
    yield report


def _language() -> Language:
    try:
        return load()
    except LookupError as error:
        raise ModelMissingError(*error.args) from error
