"""What reading yields, and within which limits: documents, reports that were read before, and problems."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import BinaryIO, Literal

from geo.errors import DocumentError, visible
from geo.model import Document, Report

MAX_BYTES = 1_000_000
"""The largest document that is read unless the caller says otherwise: as much as spaCy parses at once."""

MAX_NESTING = 3
"""How deep archives may lie in archives unless the caller says otherwise."""

MAX_RATIO = 200
"""How many bytes may come out of one of an archive unless the caller says otherwise; text packs to a tenth at most."""


LONGEST_PART = 600
"""Characters of where and why, as they are said; both may quote the input."""

Kind = Literal[
    "missing", "unreadable", "large", "damaged", "language", "duplicate",
    "failed", "slow", "deadly",  # of a document that was read as a text, and then could not be made sense of
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Problem:
    """An input, or a line of one, that cannot be read: where it is, why, what to do about it, and its kind."""

    where: str
    why: str
    remedy: str
    kind: Kind = "unreadable"

    def __str__(self) -> str:
        return visible(f"{_cut(self.where)}: {_cut(self.why)}; {self.remedy}")


Item = Document | Report | Problem
Found = Iterator[tuple[str, Item]]  # each with the place where it stands


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table that hold a document; without a name, one that is called as the field is."""

    text: str | None = None
    date: str | None = None
    id: str | None = None
    source: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read, and how.

    Parameters
    ----------
    max_bytes
        Of one document.
    encoding
        Of all texts; without it, each one's own.
    nesting
        How deep archives may lie in archives.
    ratio
        How many bytes may come out of one of an archive.
    columns
        Of tables.
    any_language
        Read texts in other languages, too, as if they were English.
    patience
        Entered while a document is taken out of its file; raises TooSlowError when that takes too long.
    """

    max_bytes: int = MAX_BYTES
    encoding: str | None = None
    nesting: int = MAX_NESTING
    ratio: int = MAX_RATIO
    columns: Columns = field(default_factory=Columns)
    any_language: bool = False
    patience: Callable[[], AbstractContextManager[None]] = nullcontext


def _cut(words: str) -> str:
    """Return words without their middle, if they are too long for a line: a path's end says most."""
    half = LONGEST_PART // 2
    return words if len(words) <= LONGEST_PART else f"{words[:half]}…{words[-half:]}"


def one_line(words: str) -> str:
    """Return words on one line, what no text may hold (control characters, halves of pairs) replaced by U+FFFD."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in " ".join(words.split()))


def unreadable(where: str, error: OSError) -> Problem:
    """Return the problem of a file that the system does not give."""
    if isinstance(error, FileNotFoundError):
        return Problem(where, "there is no such file or folder", "check the path", "missing")
    return Problem(where, f"cannot be read ({error.strerror or error})", "check what it is and that you may read it")


def read_up_to(stream: BinaryIO, most: int) -> bytes:
    """Return what a stream holds; DocumentError, with the arguments of a problem, if that is more than `most` bytes."""
    data = stream.read(most + 1)
    if len(data) > most:
        raise DocumentError(*larger(most))
    return data


def too_large(where: str, most: int) -> Problem:
    """Return the problem of a document that has more than `most` bytes."""
    return Problem(where, *larger(most))


def larger(most: int) -> tuple[str, str, Kind]:
    """Return the arguments of the problem, or of a DocumentError, of what has more than `most` bytes."""
    return f"is larger than {most:,} bytes", "split it, or raise --max-bytes", "large"


def damaged(where: str, kind: str, error: Exception) -> Problem:
    """Return the problem of a file that is not what its ending says, or is no longer."""
    why = " ".join(str(error).split())[:200] or type(error).__name__
    return Problem(
        where, f"is damaged or no {kind} ({why})", "open it with its own program, and save it anew", "damaged"
    )
