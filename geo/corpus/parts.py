"""Many documents -> records, part by part, in this process or by a crew: the same bytes whoever reads them."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import Literal, Protocol

import msgspec

from gazetteer.errors import GazetteerFileError
from geo.errors import LexiconError, TooSlowError, reason
from geo.model import Document, Report
from geo.records import report_to_json

PART = 200_000
"""The most characters of a part's texts: some seconds of work, so that little is lost with it."""

FIRST, SHARE = 20_000, 20
"""Characters of the first parts, and of how much came before a part it may be one: no worker is long at the last."""

FailureKind = Literal["failed", "slow", "deadly"]
_TURN = Lock()  # a process reads one part at a time: its model is loaded once, and a limit on time is one document's


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
    """What became of one document: its record as a line of JSON, or why there is none.

    Parameters
    ----------
    document
        Its id.
    key
        As `key_of` makes it.
    sha256
        Of its text, in UTF-8.
    words
        Of its text, as blanks part them.
    line
        Its record, or None.
    incidents, routes
        How many its record has.
    kind, why
        Without a record, the reason: reading it ``failed``, was too ``slow``, or was ``deadly`` to its worker.
    """

    document: str
    key: str
    sha256: str
    words: int
    line: bytes | None = None
    incidents: int = 0
    routes: int = 0
    kind: FailureKind | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a part's documents, in their order."""

    number: int
    reads: tuple[Read, ...]


def parts(documents: Iterable[Document], size: int = PART) -> Iterator[Part]:
    """Yield the documents in parts, cut by the length of their texts alone: small ones first, then larger and larger.

    Parameters
    ----------
    documents
        In their order.
    size
        Characters after which any part is full.
    """
    held: list[Document] = []
    number = length = before = 0
    for document in documents:
        held.append(document)
        length += len(document.text)
        if length >= min(size, max(FIRST, before // SHARE)):
            yield Part(number, tuple(held))
            held, length, number, before = [], 0, number + 1, before + length
    if held:
        yield Part(number, tuple(held))


def key_of(document: Document, settings: Settings) -> str:
    """Return a name for all that a document's record depends on: the same key, the same record."""
    content = msgspec.json.encode((settings.key, document))
    return hashlib.sha256(content).hexdigest()


def unread(document: Document, settings: Settings, kind: FailureKind, why: str) -> Read:
    """Return what became of a document that has no record.

    Parameters
    ----------
    document, settings
        What was to be read, and how.
    kind, why
        As of `Read`.
    """
    return Read(document.id, key_of(document, settings), _sum(document), _words(document), kind=kind, why=why)


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
    with _TURN:
        reader = _reader(settings)
        return Done(part.number, tuple(_read(document, reader, settings) for document in part.documents))


def _read(document: Document, reader: Callable[[Document], Report], settings: Settings) -> Read:
    try:
        report = reader(document)
        line = report_to_json(report) + b"\n"
    except (OSError, LexiconError, GazetteerFileError):  # it is not the text that is at fault
        raise
    except TooSlowError as error:
        return unread(document, settings, "slow", str(error))
    except Exception as error:  # noqa: BLE001 - one hostile text must not lose all the others
        return unread(document, settings, "failed", reason(error))
    found = len(report.incidents), len(report.routes)
    return Read(document.id, key_of(document, settings), _sum(document), _words(document), line, *found)


def _sum(document: Document) -> str:
    return hashlib.sha256(document.text.encode()).hexdigest()


def _words(document: Document) -> int:
    return len(document.text.split())
