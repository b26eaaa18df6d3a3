"""`geo.read`: documents, or the files that hold them -> reports, one after another."""

import warnings
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache, partial
from itertools import groupby
from pathlib import Path
from traceback import print_exc

from gazetteer import Gazetteer, bundled
from gazetteer.errors import GazetteerFileError
from geo import language
from geo.corrections import NONE, Corrections, corrected, corrected_incidents
from geo.documents import Limits, Problem, read_documents
from geo.documents.judging import judged
from geo.errors import LexiconError, reason
from geo.language import Language
from geo.model import Document, Report
from geo.pipeline import read_one, read_places

Source = Document | Report | str | Path
Item = Document | Report | Problem


@cache
def _pipeline() -> Language:
    """Return the bundled pipeline, loaded once: one is never given back, since it is kept from the collector."""
    return language.load()


def warn(problem: Problem) -> None:
    """Say a problem as a warning of Python's."""
    warnings.warn(str(problem), stacklevel=3)


def read(
    documents: Source | Iterable[Source],
    gazetteer: Gazetteer | None = None,
    *,
    pipeline: Language | None = None,
    today: date | None = None,
    corrections: Corrections = NONE,
    places_only: bool = False,
    limits: Limits = Limits(),  # noqa: B008  # frozen
    on_problem: Callable[[Problem], None] = warn,
) -> Iterator[Report]:
    """Read documents one after another, and say what each reports; what cannot be read is told, and the rest goes on.

    Parameters
    ----------
    documents
        What to read: documents; files, folders, patterns and addresses, as the command takes them; reports that were
        read before, which come back. Documents are taken one by one as reports are asked for, and none is kept, so that
        any number fits in memory. Paths that follow each other are listed at once, so that no two get the same id.
    gazetteer
        The places to know; the bundled ones by default.
    pipeline
        The language pipeline; the bundled English one by default.
    today
        The day on which documents that have no date, and whose head says none, were published: it anchors "Wednesday".
    corrections
        What a reader set right.
    places_only
        Look for place names alone, which takes half the time; each report's warnings say so.
    limits
        How much is read of files, and how.
    on_problem
        Told of each input that cannot be read, with where it is, why, and what to do; a warning by default.

    Yields
    ------
    Report
        One for each document that could be read, in their order.

    Raises
    ------
    TypeError
        Something given is neither document, report nor path.
    """
    one = read_places if places_only else read_one
    reader: Callable[[Document], Report] | None = None
    for given in _items(documents, limits):
        item: Item = given
        if isinstance(item, Document):  # the first that needs them loads model and gazetteer
            reader = reader or partial(
                one,
                gazetteer=gazetteer or bundled(),
                pipeline=pipeline or _pipeline(),
                corrections=corrections,
                today=today,
            )
            item = report_of(item, reader)
        elif isinstance(item, Report):
            item = corrected(item, corrections)
        if isinstance(item, Problem):
            on_problem(item)
        else:
            yield corrected_incidents(item, corrections)


def report_of(document: Document, reader: Callable[[Document], Report], *, trace: bool = False) -> Report | Problem:
    """Return the report of a document; a text on which the reading fails, in whatever way, stops only itself.

    Parameters
    ----------
    document
        What to read.
    reader
        Reads it.
    trace
        Print where it failed.
    """
    try:
        return reader(document)
    except (OSError, LexiconError, GazetteerFileError):  # it is not the text that is at fault
        raise
    except Exception as error:  # noqa: BLE001 - one hostile text must not lose all the others
        if trace:
            print_exc()
        return Problem(document.id, f"cannot be read: {reason(error)}", "split the text, or leave it out")


def _items(documents: Source | Iterable[Source], limits: Limits) -> Iterator[Item]:
    """Yield what is given, and what the files hold that are given."""
    sources = (documents,) if isinstance(documents, Source) else documents
    for are_paths, run in groupby(sources, lambda source: isinstance(source, (str, Path))):
        if are_paths:
            yield from read_documents([source for source in run if isinstance(source, (str, Path))], limits=limits)
        else:
            yield from (_judged(source, limits) for source in run)


def _judged(source: object, limits: Limits) -> Item:
    if isinstance(source, Document | Report):
        return judged(source, source.id, limits)
    raise TypeError(f"a {type(source).__name__} cannot be read; give documents, reports, or paths of files")
