"""A TOML file -> its tables, checked, each with the line that it stands on, which Python's reader does not tell."""

import re
import tomllib
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from geo.errors import CorrectionError

Check = Callable[[Any], str | None]
"""Returns what a value needs to be, or None if it is that."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of table: what checks the value of each of its keys, which it must have, and of which at least one."""

    keys: Mapping[str, Check]
    needed: tuple[str, ...]
    some: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One table of a file: its values, its line, and the line of each key."""

    kind: str
    values: Mapping[str, Any]
    line: int
    lines: Mapping[str, int]


def words(value: Any) -> str | None:
    """Check words in quotation marks."""
    return None if isinstance(value, str) and value.strip() else "needs words in quotation marks"


def names(value: Any) -> str | None:
    """Check a list of at least two different words."""
    listed = isinstance(value, list) and all(isinstance(one, str) and one.strip() for one in value)
    return None if listed and len(set(value)) > 1 else "needs two different ids or more, each in quotation marks"


def numbers(value: Any) -> str | None:
    """Check a list of whole numbers from 1."""
    listed = isinstance(value, list) and value and all(type(one) is int and one > 0 for one in value)
    return None if listed else "needs whole numbers, counted from 1"


def anything(_value: Any) -> None:
    """Check nothing: it is checked where it is used."""


class File:
    """A file of tables.

    Raises
    ------
    CorrectionError
        It is not UTF-8, not TOML, or has a table, a key or a value that none of `kinds` has; says at which line.
    """

    def __init__(self, name: str, data: bytes, kinds: Mapping[str, Kind]) -> None:
        self._name, self._kinds = name, kinds
        try:
            self._text = data.decode()
            self._tables: dict[str, Any] = tomllib.loads(self._text)
        except UnicodeDecodeError as error:
            raise self.error(data.count(b"\n", 0, error.start) + 1, "is not UTF-8; save it as UTF-8") from error
        except RecursionError as error:
            raise CorrectionError(f"{name}: is nested too deeply; write each table as the guide does") from error
        except ValueError as error:  # TOMLDecodeError, and of a number with thousands of digits Python's own
            raise CorrectionError(f"{name}: is not TOML: {error}") from error
        self._ends = [end.start() for end in re.finditer("\n", self._text)]
        self._heads: dict[str, list[tuple[int, int]]] = {}
        self._found: dict[str, int] = {}
        for kind in self._tables:
            self._check(kind)

    def error(self, line: int, why: str) -> CorrectionError:
        """Return an error that names the file and the line."""
        return CorrectionError(f"{self._name}, line {line}: {why}")

    def entries(self, kind: str) -> Iterator[Entry]:
        """Yield the tables of a kind, in order."""
        for number, table in enumerate(self._tables.get(kind, [])):
            lines = {name: self._line(kind, number, name) for name in table}
            yield Entry(kind, table, self._line(kind, number), lines)

    def _check(self, kind: str) -> None:
        tables = self._tables[kind]
        if kind not in self._kinds:
            line = self._line_of(rf"\[*\s*{re.escape(kind)}\b")
            raise self.error(line, f"{kind!r} is not one of {', '.join(self._kinds)}")
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            raise self.error(self._line_of(rf"\[*\s*{kind}\b"), f"write each as a table of its own: [[{kind}]]")
        for entry in self.entries(kind):
            self._check_entry(entry, self._kinds[kind])

    def _check_entry(self, entry: Entry, kind: Kind) -> None:
        for name, value in entry.values.items():
            if name not in kind.keys:
                known = ", ".join(sorted(kind.keys))
                raise self.error(entry.lines[name], f"[[{entry.kind}]] has no {name!r}; it has {known}")
            if (why := kind.keys[name](value)) is not None:
                raise self.error(entry.lines[name], f"{name} {why}")
        missing = [name for name in kind.needed if name not in entry.values]
        if missing:
            raise self.error(entry.line, f"[[{entry.kind}]] needs {' and '.join(missing)}")
        if kind.some and not any(name in entry.values for name in kind.some):
            raise self.error(entry.line, f"[[{entry.kind}]] needs what is to be set right: {', '.join(kind.some)}")

    def _line(self, kind: str, number: int, name: str | None = None) -> int:
        """Return the line of the head of a table, or of a key in it."""
        if kind not in self._heads:
            found = re.finditer(rf"^[ \t]*\[\[\s*{kind}\s*\]\]", self._text, re.MULTILINE)
            self._heads[kind] = [head.span() for head in found]
        heads = self._heads[kind]
        if number >= len(heads):
            return self._line_of(rf"{kind}\b")
        start, end = heads[number]
        after = heads[number + 1][0] if number + 1 < len(heads) else len(self._text)
        pattern = re.compile(rf"^[ \t]*[\"']?{re.escape(name or '')}[\"']?\s*=", re.MULTILINE)
        key = pattern.search(self._text, end, after) if name else None
        return self._line_at(key.start() if key else start)

    def _line_of(self, pattern: str) -> int:
        if pattern not in self._found:  # asked for each of thousands of inline tables
            found = re.search(rf"^[ \t]*{pattern}", self._text, re.MULTILINE)
            self._found[pattern] = self._line_at(found.start()) if found else 1
        return self._found[pattern]

    def _line_at(self, place: int) -> int:
        return bisect_left(self._ends, place) + 1
