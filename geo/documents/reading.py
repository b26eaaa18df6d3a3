"""Files, folders, standard input and JSON Lines -> documents, reports that were read before, and problems.

Nothing is fetched from the network. What cannot be read is a `Problem` in its place, and the rest goes on.
"""

import codecs
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from io import BufferedReader
from pathlib import Path

import msgspec

from geo.documents.decode import check, declared, decode
from geo.documents.inputs import LINES, PAGES, READ, files_in, name_files
from geo.documents.page import read_page
from geo.errors import DocumentError, RecordError
from geo.model import Document, Report
from geo.records import report_from_json

MAX_BYTES = 1_000_000
"""The largest document that is read unless the caller says otherwise: as much as spaCy parses at once."""

LONGEST_ID = 500
"""Characters of a document's id."""

_RECORD_ROOM = 8  # a report record holds its text and all that was read from it
_JSON = re.compile(rb"(\xef\xbb\xbf)?\s*\{\s*(\"|\}|$)")
# An escape for half of a pair whose other half is not beside it, and no backslash before it that is itself escaped.
_HALF = re.compile(
    rb"(?<!\\)(?:\\\\)*(?P<half>\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB]..)\\u[dD][c-fC-F][0-9a-fA-F]{2})"
)
_NAMED_DAYS = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y")  # 05/06/2020 is two days, and none of these
_STDIN = Path("-")


@dataclass(frozen=True, slots=True)
class Problem:
    """An input, or a line of one, that cannot be read: where it is, why, and what to do about it."""

    where: str
    why: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.where}: {self.why}; {self.remedy}"


Item = Document | Report | Problem
Found = Iterator[tuple[str, Item]]  # each with the place where it stands


@dataclass(frozen=True, slots=True)
class _Limits:
    max_bytes: int
    encoding: str | None


class _Line(msgspec.Struct):
    """A line of JSON Lines: a document, or with `toponyms` a report record."""

    text: str | None = None
    id: str | int | None = None
    title: str | None = None
    source: str | None = None
    source_location: str | None = None
    published: str | None = None
    toponyms: msgspec.Raw = msgspec.Raw()


def read_documents(
    inputs: Iterable[str | Path],
    *,
    max_bytes: int = MAX_BYTES,
    encoding: str | None = None,
    leave_out: Path | None = None,
    stdin: BufferedReader | None = None,
) -> Iterator[Item]:
    """Yield what `inputs` hold, in their order; a folder gives its files in the order of their paths.

    A file's document is called by the file's stem, with more of its path where another has the same. A second document
    with the id of another is a problem.

    Parameters
    ----------
    inputs
        Files (.txt, .md, .html, .jsonl; any other is read as plain text), folders, or ``-`` for standard input.
    max_bytes
        The largest document to read.
    encoding
        Of all inputs. Without it: each file's byte order mark, a page's own declaration, or UTF-8.
    leave_out
        A file of a folder that is not to be read, such as the result of an earlier run.
    stdin
        What ``-`` reads, if not the process's standard input.
    """
    limits = _Limits(max_bytes, encoding)
    found = list(dict.fromkeys(entry for given in inputs for entry in _expand(Path(given), leave_out)))
    names = name_files(entry for entry in found if isinstance(entry, Path))
    known: dict[str, str] = {}
    for entry in found:
        if isinstance(entry, Problem):
            yield entry
        elif entry == _STDIN:
            yield from _distinct(_standard_input(stdin, limits), known)
        else:
            yield from _distinct(_file(entry, names[entry], limits), known)


def _expand(given: Path, leave_out: Path | None) -> Iterator[Path | Problem]:
    try:
        is_folder = given != _STDIN and given.is_dir()
    except OSError as error:
        yield _unreadable(str(given), error)
        return
    if not is_folder:
        yield given
        return
    unwanted = leave_out and leave_out.absolute()
    found = [
        _unreadable(str(entry.filename), entry) if isinstance(entry, OSError) else entry
        for entry in files_in(given)
        if isinstance(entry, OSError) or entry.absolute() != unwanted
    ]
    yield from found or [
        Problem(str(given), "has nothing in it that can be read", f"put {' '.join(sorted(READ))} files there")
    ]


def _distinct(found: Found, known: dict[str, str]) -> Iterator[Item]:
    """Yield the items, with a problem for each whose id is taken: read twice, an incident would count twice."""
    for where, item in found:
        if isinstance(item, Problem):
            yield item
        elif item.id in known:
            yield Problem(where, f"has the same id as {known[item.id]}: {item.id}", "give it an id of its own")
        else:
            known[item.id] = where
            yield item


# ---------------------------------------------------------------- one input


def _file(path: Path, name: str, limits: _Limits) -> Found:
    where, ending = str(path), path.suffix.lower()
    try:
        with path.open("rb") as stream:
            if ending in LINES or (ending not in READ and _JSON.match(stream.peek(64))):
                yield from _lines(stream, where, name, limits)
            else:
                yield where, _document(stream, where, name, limits, page=ending in PAGES)
    except OSError as error:
        yield where, _unreadable(where, error)


def _standard_input(given: BufferedReader | None, limits: _Limits) -> Found:
    where, name = "standard input", "stdin"
    stream = given or getattr(sys.stdin, "buffer", None)
    if stream is None:
        yield where, Problem(where, "is closed", "give files, or something to read")
        return
    if _JSON.match(stream.peek(64)):
        yield from _lines(stream, where, name, limits)
    else:
        yield where, _document(stream, where, name, limits, page=False)


def _document(stream: BufferedReader, where: str, name: str, limits: _Limits, *, page: bool) -> Document | Problem:
    data = stream.read(limits.max_bytes + 1)
    if len(data) > limits.max_bytes:
        return _too_large(where, limits)
    try:
        text = decode(data, limits.encoding or (declared(data) if page else None))
        return read_page(text, name) if page else Document(name, text)
    except DocumentError as error:
        return Problem(where, *error.args)


def _unreadable(where: str, error: OSError) -> Problem:
    if isinstance(error, FileNotFoundError):
        return Problem(where, "there is no such file or folder", "check the path")
    return Problem(where, f"cannot be read ({error.strerror})", "check what it is and that you may read it")


def _too_large(where: str, limits: _Limits) -> Problem:
    return Problem(where, f"is larger than {limits.max_bytes:,} bytes", "split it, or raise --max-bytes")


# ---------------------------------------------------------------- JSON Lines


def _lines(stream: BufferedReader, where: str, name: str, limits: _Limits) -> Found:
    room = limits.max_bytes * _RECORD_ROOM
    empty = True
    number = 0
    while line := stream.readline(room + 1):
        number += 1
        if number == 1 and line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            yield where, Problem(where, "is UTF-16, and JSON Lines are UTF-8", "save it as UTF-8")
            return
        place = f"{where}, line {number}"
        if len(line) > room:
            yield place, _too_large(place, replace(limits, max_bytes=room))
            _skip_line(stream, line, room)
        elif line.removeprefix(codecs.BOM_UTF8).strip():
            yield place, _line(line.removeprefix(codecs.BOM_UTF8), place, f"{name}-{number}", limits)
        else:
            continue
        empty = False
    if empty:
        yield where, Problem(where, "is empty", "give it a document or a report a line, or leave it out")


def _skip_line(stream: BufferedReader, line: bytes, room: int) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(room)


def _line(line: bytes, where: str, name: str, limits: _Limits) -> Item:
    try:
        fields = msgspec.json.decode(line, type=_Line)
        item = report_from_json(line) if bytes(fields.toponyms) else _from_fields(fields, name, limits)
    except RecursionError:
        return Problem(where, "is nested too deeply", "mend the line")
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return _malformed(line, where, error)
    except RecordError as error:
        return Problem(where, f"is not a report record ({error})", "write it anew with dateline read")
    except DocumentError as error:
        return Problem(where, *error.args)
    if len(item.id) > LONGEST_ID:
        return Problem(where, f"has an id of more than {LONGEST_ID} characters", "give it a shorter one")
    return item


def _from_fields(fields: _Line, name: str, limits: _Limits) -> Document:
    if fields.text is None:
        raise DocumentError("has no text", 'give the document a "text"')
    if len(fields.text.encode()) > limits.max_bytes:
        raise DocumentError(f"has a text larger than {limits.max_bytes:,} bytes", "split it, or raise --max-bytes")
    check(fields.text)
    return Document(
        id=name if fields.id in {None, ""} else str(fields.id),
        text=fields.text,
        title=fields.title,
        source=fields.source,
        source_location=fields.source_location,
        published=_day(fields.published),
    )


def _day(published: str | None) -> date | None:
    """Return the day of an ISO 8601 date or time, in its own zone, or of an English date with the month's name."""
    if not published or not published.strip():
        return None
    words = " ".join(published.split())
    try:
        return date.fromisoformat(words.partition("T")[0].partition(" ")[0])
    except ValueError:
        named = next((day for form in _NAMED_DAYS if (day := _parsed(words, form))), None)
    if named is None:
        raise DocumentError(f"has a published date that is no ISO day: {published}", "write it YYYY-MM-DD")
    return named


def _parsed(words: str, form: str) -> date | None:
    try:
        return datetime.strptime(words, form).date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None


def _malformed(line: bytes, where: str, error: Exception) -> Problem:
    why, _, field = str(error).partition(" - at `$.")
    if field:
        return Problem(where, f"{field.rstrip('`')}: {why}", "mend the line")
    half = _HALF.search(line)
    if half:
        column = len(line[: half.start("half")].decode(errors="replace")) + 1
        what = f"holds half of a character ({half['half'].decode()}, a lone surrogate)"
        return Problem(f"{where}, column {column}", what, "write the character itself, in UTF-8")
    if isinstance(error, UnicodeDecodeError):
        return Problem(where, "is not UTF-8, and JSON Lines are", "save it as UTF-8")
    at = re.search(r"\(byte (\d+)\)$", why)
    before = b"" if isinstance(error, msgspec.ValidationError) else line[: int(at[1])] if at else line.rstrip()
    column = len(before.decode(errors="replace")) + 1
    return Problem(f"{where}, column {column}", "is not a JSON object", "mend the line, or name the file .txt")
