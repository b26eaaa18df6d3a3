"""Many documents -> records, part by part, over processes or a cluster: the same bytes whoever reads them.

A part that kills its worker is read again alone, and then document by document: the one that kills is a failure, and
the rest goes on.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from dataclasses import dataclass
from functools import cache
from typing import Protocol

import msgspec

from geo.model import Document, Report
from geo.records import report_to_json

PART = 200_000
"""Characters of a part's texts: some seconds of work, so that little is lost and every worker has enough."""


class Settings(Protocol):
    """What a worker needs to know. It is hashable and can be sent to another process."""

    def __hash__(self) -> int: ...

    @property
    def key(self) -> str:
        """All that the records depend on besides the documents: versions, gazetteers, corrections, options."""

    def reader(self) -> Callable[[Document], Report]:
        """Return what reads a document; loaded once in each worker."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some documents that follow each other."""

    number: int
    documents: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """What became of one document: its record as a line of JSON, or why there is none."""

    document: str
    key: str
    line: bytes | None
    incidents: int = 0
    routes: int = 0
    failure: str | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a part's documents, in their order."""

    number: int
    reads: tuple[Read, ...]


def parts(documents: Iterable[Document], size: int = PART) -> Iterator[Part]:
    """Yield the documents in parts, cut by the length of their texts alone.

    Parameters
    ----------
    documents
        In their order.
    size
        Characters after which a part is full.
    """
    held: list[Document] = []
    number = length = 0
    for document in documents:
        held.append(document)
        length += len(document.text)
        if length >= size:
            yield Part(number, tuple(held))
            held, length, number = [], 0, number + 1
    if held:
        yield Part(number, tuple(held))


def key_of(document: Document, settings: Settings) -> str:
    """Return a name for all that a document's record depends on: the same key, the same record."""
    content = msgspec.json.encode((settings.key, document))
    return hashlib.sha256(content).hexdigest()


@cache
def _reader(settings: Settings) -> Callable[[Document], Report]:
    """Return a worker's reader; its model and gazetteer are loaded the first time."""
    return settings.reader()


def read_part(part: Part, settings: Settings) -> Done:
    """Read a part, in whichever process this is.

    Parameters
    ----------
    part
        The documents.
    settings
        How to read them.
    """
    reader = _reader(settings)
    return Done(part.number, tuple(_read(document, reader, settings) for document in part.documents))


def _read(document: Document, reader: Callable[[Document], Report], settings: Settings) -> Read:
    key = key_of(document, settings)
    try:
        report = reader(document)
        line = report_to_json(report) + b"\n"
    except Exception as error:  # noqa: BLE001 - one hostile text must not lose all the others
        return Read(document.id, key, None, failure=" ".join(str(error).split())[:300] or type(error).__name__)
    return Read(document.id, key, line, len(report.incidents), len(report.routes))


def read_parts(
    work: Iterable[Part], settings: Settings, new_executor: Callable[[], Executor] | None, ahead: int
) -> Iterator[Done]:
    """Yield what became of each part, as it is done.

    Parameters
    ----------
    work
        The parts; only some are taken ahead of what is done, so that memory stays bounded.
    settings
        How to read them.
    new_executor
        Makes what runs them; None to read them here, one after another.
    ahead
        How many parts may be under way.
    """
    if new_executor is None:
        yield from (read_part(part, settings) for part in work)
        return
    crew = _Crew(settings, new_executor)
    try:
        for part in work:
            crew.submit(part)
            if len(crew.waiting) >= ahead:
                yield from crew.finished()
        while crew.waiting:
            yield from crew.finished()
    finally:
        crew.close()


class _Crew:
    """An executor, made anew when it breaks, and what it is at work on."""

    def __init__(self, settings: Settings, new_executor: Callable[[], Executor]) -> None:
        self._settings, self._new = settings, new_executor
        self._executor = new_executor()
        self.waiting: dict[Future[Done], Part] = {}

    def submit(self, part: Part) -> None:
        """Set the crew to work on a part."""
        try:
            future = self._executor.submit(read_part, part, self._settings)
        except BrokenExecutor:  # what it had in hand comes back as lost
            self._executor = self._new()
            future = self._executor.submit(read_part, part, self._settings)
        self.waiting[future] = part

    def finished(self) -> Iterator[Done]:
        """Yield what is done by now, at least one part."""
        done, _ = wait(self.waiting, return_when=FIRST_COMPLETED)
        for future in done:
            part = self.waiting.pop(future)
            try:
                yield future.result()
            except Exception as error:
                if not _is_loss(error):
                    raise
                yield self._alone(part)

    def _alone(self, part: Part) -> Done:
        """Read a part whose worker was lost: whole once more, and then each of its documents by itself."""
        whole = self._try(part)
        if whole:
            return whole
        reads: list[Read] = []
        for document in part.documents:
            done = self._try(Part(part.number, (document,)))
            failed = Read(document.id, key_of(document, self._settings), None, failure="its worker died of it twice")
            reads += done.reads if done else [failed]
        return Done(part.number, tuple(reads))

    def _try(self, part: Part) -> Done | None:
        executor = self._new()
        try:
            return executor.submit(read_part, part, self._settings).result()
        except Exception as error:
            if not _is_loss(error):
                raise
            return None
        finally:
            executor.shutdown(wait=False)

    def close(self) -> None:
        """Let the crew go, whatever it has in hand."""
        for future in self.waiting:
            future.cancel()
        self._executor.shutdown(wait=False)


def _is_loss(error: Exception) -> bool:
    return isinstance(error, BrokenExecutor) or type(error).__name__ in {"KilledWorker", "CancelledError"}
