"""A run: many reports read into a folder that can be continued, and that is the same whoever read it.

::

    RUN/manifest.json    what was read, with which versions and options, what came of it, and the sums of the rest
    RUN/inputs.json      each file that was read, and its sum
    RUN/failures.json    each input and document that could not be read, and why
    RUN/records/         the records, in parts: see `output.run.parts`

The manifest of a run that is under way, or was interrupted, says that it is not finished. What was done by then is
known by the notes of its parts, and nothing is ever half there.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Executor
from pathlib import Path
from typing import Any

from geo.corpus.crew import read_parts
from geo.corpus.parts import PART, Done, Part, Read, Settings, key_of, parts
from geo.documents import MANIFEST, RECORDS, Problem, is_run
from geo.model import Document
from output.atomic import put
from output.errors import ResultExistsError, RunError
from output.run.counts import Counts
from output.run.failures import FAILURES, Failures
from output.run.parts import Earlier, as_json, part_files, put_part

AHEAD = 3  # parts under way for each worker
Watch = Callable[[Counts, Iterable[Read]], None]
Finish = Callable[[Path], Mapping[str, Any]]


def check_run(folder: Path, *, resume: bool, overwrite: bool) -> None:
    """Raise unless a run may be written there: before the long work.

    Raises
    ------
    ResultExistsError
        There is something already, and nobody asked to continue or to overwrite it.
    RunError
        What is to be overwritten is no run.
    """
    holds_run = is_run(folder) or bool(part_files(folder / RECORDS))
    if not _content(folder) or (resume and holds_run):
        return
    if not holds_run:
        raise RunError(f"{folder}: is a folder with something else in it; name another, or one that is new")
    if not overwrite:
        raise ResultExistsError(f"{folder}: holds a run already; --resume continues it, --force begins it anew")


def _content(folder: Path) -> list[Path]:
    """Return what is in a folder, but for what a run that was killed in its first moment leaves."""
    found = folder.iterdir() if folder.exists() else ()
    return [path for path in found if not path.name.startswith(".") and path.name != MANIFEST]


def begin_run(folder: Path, settings: Settings) -> None:
    """Make the folder of a run, and say in it that the run is not finished.

    Parameters
    ----------
    folder
        Made if it is not there.
    settings
        Of the run.
    """
    put(folder / MANIFEST, [as_json({"finished": False, "settings": json.loads(settings.key)})], overwrite=True)
    (folder / RECORDS).mkdir(exist_ok=True)


def write_run(
    folder: Path,
    items: Iterable[Document | Problem],
    settings: Settings,
    *,
    new_executor: Callable[[], Executor] | None = None,
    workers: Callable[[], int] = lambda: 1,
    resume: bool = False,
    size: int = PART,
    about: Mapping[str, Any] | None = None,
    finish: Finish = lambda _: {},
    watch: Watch = lambda _counts, _reads: None,
) -> Counts:
    """Read documents into a run at `folder`, and return what it came to.

    Parameters
    ----------
    folder
        Made if it is not there.
    items
        Documents, taken one by one, and what is wrong with inputs that gave none.
    settings
        How to read them.
    new_executor
        Makes what runs the parts; None to read them here.
    workers
        Returns how many there are.
    resume
        Keep what was done before and is unchanged.
    size
        Characters after which a part is full.
    about
        More for the manifest: options, inputs.
    finish
        What is made of the records when all are there: told the folder, it returns more for the manifest.
    watch
        Told what there is after each part, and what became of the part's documents.
    """
    run = _Run(folder, settings, resume=resume, watch=watch)
    try:
        work = run.work(parts(run.documents(items), size))
        for done in read_parts(work, settings, new_executor, lambda: AHEAD * workers()):
            run.take(done)
        run.end(about or {}, finish)
    finally:
        run.failures.close()
    return run.counts


class _Run:
    """A run that is under way."""

    def __init__(self, folder: Path, settings: Settings, *, resume: bool, watch: Watch) -> None:
        self._folder, self._settings, self._watch = folder, settings, watch
        self._records = folder / RECORDS
        begin_run(folder, settings)
        self._earlier = Earlier(self._records if resume else None)
        self._kept: dict[int, list[Read | None]] = {}  # of the parts that are being read
        self._parts: dict[int, tuple[str, str]] = {}  # each one's name, and the sum of its records
        self._failed: set[int] = set()  # the parts in which a document has no record
        self.failures = Failures(folder)
        self.counts = Counts(not_read=self.failures.kinds)

    def documents(self, items: Iterable[Document | Problem]) -> Iterator[Document]:
        """Yield the documents; the problems are noted on the way."""
        for item in items:
            if isinstance(item, Problem):
                self.failures.skip(item)
                self._watch(self.counts, ())
            else:
                yield item

    def work(self, all_parts: Iterable[Part]) -> Iterator[Part]:
        """Yield of each part what is to be read; what was read before is kept, and written where nothing is."""
        for part in all_parts:
            kept = [self._earlier.find(key_of(document, self._settings)) for document in part.documents]
            new = tuple(document for document, read in zip(part.documents, kept, strict=True) if read is None)
            self._kept[part.number] = kept
            if new:
                yield Part(part.number, new)
            else:
                self.take(Done(part.number, ()))

    def take(self, done: Done) -> None:
        """Write a part that has been read, together with what of it was kept."""
        kept, new = self._kept.pop(done.number), iter(done.reads)
        reads = tuple(read or next(new) for read in kept)
        self._parts[done.number] = put_part(self._records, Done(done.number, reads), there=not done.reads)
        if any(read.kind for read in reads):
            self._failed.add(done.number)
        self._count(reads, [read for read in kept if read])
        self._watch(self.counts, done.reads)

    def _count(self, reads: Iterable[Read], kept: list[Read]) -> None:
        self.counts.kept += len(kept)
        self.counts.kept_words += sum(read.words for read in kept)
        for read in reads:
            self.counts.documents += 1
            self.counts.words += read.words
            self.counts.incidents += read.incidents
            self.counts.routes += read.routes
            if read.kind:
                self.counts.unread += 1
                self.failures.kinds[read.kind] += 1

    def end(self, about: Mapping[str, Any], finish: Finish) -> None:
        """Clear away what is of an earlier run, and write what is about the whole."""
        _clear(self._folder, {name for name, _ in self._parts.values()})
        self.failures.write(self._records / f"{self._parts[number][0]}.json" for number in sorted(self._failed))
        more = {**about, **finish(self._folder)}
        put(self._folder / MANIFEST, [as_json(self._manifest(more))], overwrite=True)

    def _manifest(self, more: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "finished": True,
            "settings": json.loads(self._settings.key),
            **more,
            "documents": self.counts.documents,
            "words": self.counts.words,
            "incidents": self.counts.incidents,
            "routes": self.counts.routes,
            "not_read": dict(sorted(self.counts.not_read.items())),
            "failures": hashlib.sha256((self._folder / FAILURES).read_bytes()).hexdigest(),
            "parts": dict(self._parts[number] for number in sorted(self._parts)),
        }


def _clear(folder: Path, names: set[str]) -> None:
    """Delete the parts of an earlier run that are none of this one, and what a run that was killed was writing."""
    for file in (folder / RECORDS).iterdir():
        if file.name.partition(".")[0] not in names:
            file.unlink()
    for file in folder.glob(".*.part*"):
        file.unlink()
