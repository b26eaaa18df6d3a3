"""Files, folders, archives, addresses and standard input -> documents, reports that were read before, and problems.

Nothing is fetched but from an address that was given. What cannot be read is a `Problem` in its place, and the rest
goes on.
"""

import re
import sys
from collections.abc import Collection, Iterable, Iterator
from glob import has_magic
from hashlib import blake2b
from io import BufferedReader
from pathlib import Path

from geo.documents.addresses import is_address, read_address
from geo.documents.formats import ENDINGS, Reader, loaded, reader_for
from geo.documents.inputs import files_in, fixed_part, matching, name_files, within
from geo.documents.items import Found, Item, Limits, Problem, unreadable
from geo.documents.judging import judged
from geo.documents.results import is_output

_JSON = re.compile(rb"(\xef\xbb\xbf)?\s*(\{\s*(\"|\}|$)|\[\s*\{\s*\")")  # an array is refused by the reader of lines
_STDIN, _STDIN_NAME = Path("-"), "standard input"
Input = str | Path | Problem


def read_documents(
    inputs: Iterable[Input],
    *,
    limits: Limits = Limits(),  # noqa: B008  # frozen
    leave_out: Collection[Path] = (),
    stdin: BufferedReader | None = None,
) -> Iterator[Item]:
    """Yield what `inputs` hold, in their order; a folder gives its files in the order of their paths.

    A file's document is called by the file's stem, with more of its path where another has the same. A second document
    with the id of another is a problem.

    Parameters
    ----------
    inputs
        Files of a known ending (any other is read as plain text), folders, patterns such as ``2024/*.txt``, addresses
        of pages, or ``-`` for standard input; also what `listed` made of these.
    limits
        How much is read, and how.
    leave_out
        Files or folders in a folder that are not to be read, such as the results of an earlier run. Maps and tables
        that dateline wrote are left out in any case.
    stdin
        What ``-`` reads, if not the process's standard input.
    """
    found = listed(inputs, leave_out)
    names = name_files(entry for entry in found if isinstance(entry, Path))
    known: dict[int, str] = {}
    for entry in found:
        if isinstance(entry, Problem):
            yield entry
        elif isinstance(entry, str):
            yield from _checked(read_address(entry, limits), entry, known, limits)
        elif entry == _STDIN:
            yield from _checked(_standard_input(stdin, limits), _STDIN_NAME, known, limits)
        else:
            yield from _checked(_file(entry, names[entry], limits), str(entry), known, limits)


def listed(inputs: Iterable[Input], leave_out: Collection[Path] = ()) -> list[Input]:
    """Return the files, each once, and the addresses (as strings) that `inputs` name, in their order; and the problems.

    Parameters
    ----------
    inputs, leave_out
        As of `read_documents`.
    """
    return list(dict.fromkeys(entry for given in inputs for entry in _expand(given, leave_out)))


def _expand(given: Input, leave_out: Collection[Path]) -> Iterator[Input]:
    """Yield the files of a folder or a pattern, an address, or the one file that is given."""
    if isinstance(given, Problem) or (isinstance(given, str) and is_address(given)):
        yield given
        return
    path = Path(given)
    try:
        if path != _STDIN and path.is_dir():
            yield from _folder(path, path, leave_out)
        elif has_magic(str(given)) and not path.exists():
            yield from _pattern(str(given), leave_out)
        else:
            yield path
    except OSError as error:
        yield unreadable(str(path), error)


def _folder(folder: Path, root: Path, leave_out: Collection[Path]) -> Iterator[Path | Problem]:
    """Yield the files of a folder; `root` is the one that no link in it may lead out of."""
    found = [
        unreadable(str(entry.filename), entry) if isinstance(entry, OSError) else within(entry, root)
        for entry in files_in(folder, ENDINGS)
        if isinstance(entry, OSError) or not _is_result(entry, leave_out)
    ]
    if not found:
        yield Problem(str(folder), "has nothing in it that can be read", f"put {' '.join(sorted(ENDINGS))} files there")
    yield from found


def _pattern(pattern: str, leave_out: Collection[Path]) -> Iterator[Path | str | Problem]:
    root, found = fixed_part(pattern), sorted(matching(pattern))
    if not found:
        yield Problem(pattern, "matches no file", "check the pattern, and put it between quotes")
    for path in found:
        if not path.is_dir() and not path.is_file():  # a pipe would be waited for
            yield Problem(str(path), "is no file", "leave it out of the pattern, or name it by itself")
        elif isinstance(problem := within(path, root), Problem):
            yield problem
        elif path.is_dir():
            yield from _folder(path, root, leave_out)
        elif not _is_result(path, leave_out):
            yield path


def _is_result(path: Path, leave_out: Collection[Path]) -> bool:
    """Tell whether a file is one of those to be left out, or lies in one, or was written by dateline."""
    return any(path.absolute().is_relative_to(other.absolute()) for other in leave_out) or is_output(path)


def _checked(found: Found, entry: str, known: dict[int, str], limits: Limits) -> Iterator[Item]:
    """Yield the items of an entry as they may go on, with one problem for those whose ids are taken.

    Read twice, an incident would count twice. Of each id are known a sum and the entry that had it: 70 bytes, so that
    millions fit.
    """
    doubles, first, last = 0, ("", ""), ""
    for where, found_there in found:
        item = judged(found_there, where, limits)
        if isinstance(item, Problem):
            yield item
            continue
        key = int.from_bytes(blake2b(item.id.encode(errors="surrogatepass"), digest_size=8).digest())
        if key in known:
            doubles, last = doubles + 1, where
            first = first if doubles > 1 else (where, f"has the same id as one in {known[key]}: {item.id}")
        else:
            known[key] = entry
            yield item
    if doubles:
        yield _of_doubles(*first, doubles - 1, last)


def _of_doubles(where: str, why: str, more: int, last: str) -> Problem:
    """Return the problem of the documents of one entry whose ids are taken: the first of them, and how many more."""
    others = f"; so have {more:,} more, the last in {last}" if more else ""
    return Problem(where, why + others, f"give {'each' if more else 'it'} an id of its own", "duplicate")


# ---------------------------------------------------------------- one input


def _file(path: Path, name: str, limits: Limits) -> Found:
    where = str(path)
    try:
        with path.open("rb") as stream:
            reader = reader_for(path.name) or _by_its_beginning(stream)
            yield from reader(stream, where, name, limits)
    except OSError as error:
        yield where, unreadable(where, error)
    except ValueError:  # of the path itself, such as a NUL character in it
        yield where, Problem(where, "cannot be the name of a file", "check the path", "missing")


def _standard_input(given: BufferedReader | None, limits: Limits) -> Found:
    where, name = _STDIN_NAME, "stdin"
    stream = given or getattr(sys.stdin, "buffer", None)
    if stream is None:
        yield where, Problem(where, "is closed", "give files, or something to read")
        return
    yield from _by_its_beginning(stream)(stream, where, name, limits)


def _by_its_beginning(stream: BufferedReader) -> Reader:
    return loaded("json_lines:read" if _JSON.match(stream.peek(64)) else "texts:read")
