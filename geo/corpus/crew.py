"""Parts -> what became of them, by the processes or the cluster of an executor, some of which may be lost.

A part whose worker was lost is read again; lost twice, it is read apart from the others, a document at a time: the one
that kills is a failure, and the rest goes on.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait

from geo.corpus.parts import Done, Part, Read, Settings, read_part, unread
from geo.errors import WorkersError
from geo.model import Document

LOOK = 10  # seconds
MOST = 10  # workers that may die before they have read anything
NOTHING = Part(-1, ())
TWICE = range(2)  # a document by itself is tried: the first worker may have been lost to something else


def read_parts(
    work: Iterable[Part], settings: Settings, new_executor: Callable[[], Executor] | None, ahead: Callable[[], int]
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
        Returns how many parts may be under way.
    """
    if new_executor is None:
        yield from (read_part(part, settings) for part in work)
        return
    crew = _Crew(settings, new_executor)
    try:
        for part in work:
            crew.submit(part)
            while len(crew.waiting) >= ahead():
                yield from crew.finished()
        while crew.waiting:
            yield from crew.finished()
            ahead()  # looks whether there is still somebody at work
    finally:
        crew.close()


class _Crew:
    """An executor, made anew when it breaks, and what it is at work on."""

    def __init__(self, settings: Settings, new_executor: Callable[[], Executor]) -> None:
        self._settings, self._new = settings, new_executor
        self._executor = new_executor()
        self._apart: Executor | None = None
        self._lost: set[int] = set()
        self.waiting: dict[Future[Done], Part] = {}

    def submit(self, part: Part) -> None:
        """Set the crew to work on a part."""
        future = _submitted(self._executor, part, self._settings)
        if future is None:  # what the broken one had in hand comes back as lost
            self._executor.shutdown(wait=False)
            self._executor = self._new()
            future = self._executor.submit(read_part, part, self._settings)
        self.waiting[future] = part

    def finished(self) -> Iterator[Done]:
        """Yield what is done by now, or after `LOOK` seconds nothing; what was lost is set going once more."""
        done, _ = wait(self.waiting, timeout=LOOK, return_when=FIRST_COMPLETED)
        for future in done:
            part = self.waiting.pop(future)
            result = _result(future)
            if result:
                self._lost.discard(part.number)
                yield result
            elif part.number in self._lost:
                self._lost.discard(part.number)
                yield Done(part.number, tuple(self._alone(document, part.number) for document in part.documents))
            else:
                self._lost.add(part.number)
                self.submit(part)

    def _alone(self, document: Document, number: int) -> Read:
        """Read a document with nothing beside it that could kill its worker."""
        for _ in TWICE:
            future = _submitted(self._ready(), Part(number, (document,)), self._settings)
            result = _result(future) if future else None
            if result:
                return result.reads[0]
        return unread(document, self._settings, "deadly", "its worker died or hung over it twice")

    def _ready(self) -> Executor:
        """Return an executor for one document, whose worker has loaded all that it reads with."""
        for _ in range(MOST):
            self._apart = self._apart or self._new()
            future = _submitted(self._apart, NOTHING, self._settings)
            if future and _result(future):
                return self._apart
            self._apart.shutdown(wait=False)
            self._apart = None
        why = f"{MOST} workers died before they had read anything"
        raise WorkersError(f"{why}; see that there is memory enough, and run again with fewer --workers and --resume")

    def close(self) -> None:
        """Let the crew go, whatever it has in hand."""
        for future in self.waiting:
            future.cancel()
        for executor in (self._executor, self._apart):
            if executor:
                executor.shutdown(wait=False)


def _submitted(executor: Executor, part: Part, settings: Settings) -> Future[Done] | None:
    """Set an executor to work on a part; None if it is broken, or about to be."""
    try:
        return executor.submit(read_part, part, settings)
    except (BrokenExecutor, OSError):  # OSError of a handle that it has closed
        return None


def _result(future: Future[Done]) -> Done | None:
    """Return what a part came to, or None if its worker was lost."""
    try:
        return future.result()
    except BrokenExecutor:
        return None
    except Exception as error:
        if type(error).__name__ == "KilledWorker":  # Dask's, which need not be installed
            return None
        raise
