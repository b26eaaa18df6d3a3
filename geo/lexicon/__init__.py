"""Word lists that the stages of reading share: one concept a file, editable without knowing Python.

Each file begins with ``#`` lines that explain its columns; then comes the header and a row a line, in CSV.
"""

import csv
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from geo.errors import LexiconError

Row = tuple[str, ...]
Check = Callable[[Row], str | None]
Known = frozenset[str] | tuple[str, ...]


@cache
def load_rows(name: str, columns: Row, check: Check | None = None, **known: Known) -> tuple[Row, ...]:
    """Return the rows of the lexicon `name`, refusing the file if a row does not fit.

    Parameters
    ----------
    name
        File name without its ending, such as ``triggers``.
    columns
        The header that the file must have.
    check
        Returns what is wrong with a row, or None.
    known
        For some of the columns, the values that they may hold.

    Raises
    ------
    LexiconError
        Names the file and the line, and says what is wrong there.
    """
    return read_rows(files(__name__) / f"{name}.csv", columns, check, **known)


def read_rows(file: Traversable, columns: Row, check: Check | None = None, **known: Known) -> tuple[Row, ...]:
    """Return the rows of a data file that is written as the lexicons are, refused as `load_rows` refuses one.

    Parameters
    ----------
    file
        CSV in UTF-8; lines that begin with ``#`` are notes.
    columns, check, known
        As for `load_rows`.
    """
    lines = enumerate(_decoded(file).splitlines(), 1)
    rows = [(number, _cells(file, number, line)) for number, line in lines if line.strip() and line[0] != "#"]
    if not rows or rows[0][1] != columns:
        raise LexiconError(f"{file}: the header must be {','.join(columns)}")
    for number, row in rows[1:]:
        wrong = _unknown(columns, row, known) or (check and check(row))
        if wrong:
            raise LexiconError(f"{file}, line {number}: {wrong}; mend or delete the row")
    return tuple(row for _, row in rows[1:])


def _unknown(columns: Row, row: Row, known: Mapping[str, Known]) -> str | None:
    """Return what is wrong with a row that has other columns, or other values in one than are known for it."""
    if len(row) != len(columns):
        return f"has {len(row)} columns, not {len(columns)}"
    held = zip(columns, row, strict=True)
    others = ((column, value) for column, value in held if value not in known.get(column, (value,)))
    return next((f"{name} is {value!r}; one of {', '.join(sorted(known[name]))}" for name, value in others), None)


def _decoded(file: Traversable) -> str:
    data = file.read_bytes()
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise LexiconError(f"{file}, line {line}: is not UTF-8; save it as UTF-8") from error


def _cells(file: Traversable, number: int, line: str) -> Row:
    try:
        (cells,) = csv.reader([line], strict=True)
    except csv.Error as error:
        raise LexiconError(f"{file}, line {number}: {error}; close the quotation marks, or double them") from error
    return tuple(cell.strip() for cell in cells)


@cache
def load_words(name: str) -> frozenset[str]:
    """Return a lexicon whose one column is ``word``, refused as `load_rows` refuses it.

    Parameters
    ----------
    name
        File name without its ending, such as ``everyday_words``.
    """
    return frozenset(word for (word,) in load_rows(name, ("word",)))


@cache
def word_classes() -> dict[str, tuple[str, ...]]:
    """Return the lexicon of words that are alike to a rule: each class with its words, in the file's order."""
    words: dict[str, list[str]] = {}
    for name, word in load_rows("word_classes", ("class", "word")):
        words.setdefault(name, []).append(word)
    return {name: tuple(members) for name, members in words.items()}


@cache
def word_class(*names: str) -> frozenset[str]:
    """Return the words of one or more classes of the lexicon of words that are alike to a rule.

    Parameters
    ----------
    names
        Of the classes; one that the lexicon lacks has no words.
    """
    return frozenset(word for name in names for word in word_classes().get(name, ()))


def load_pairs(name: str, columns: tuple[str, str], check: Check | None = None, **known: Known) -> dict[str, str]:
    """Return a lexicon of two columns as a mapping from its first to its second, refused as `load_rows` refuses it.

    Parameters
    ----------
    name, columns, check, known
        As for `load_rows`.
    """
    return {row[0]: row[1] for row in load_rows(name, columns, check, **known)}
