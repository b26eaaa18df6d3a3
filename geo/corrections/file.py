"""A TOML file -> a reader's corrections; an error names the line.

::

    [[place]]
    name = "Kalu"                   # as reports write it; case, accents and hyphens do not matter
    at = "geonames:99072"           # or [36.34, 43.13]: latitude, longitude
    document = "report-7"           # only there; or source = "Invented Wire"; without either, everywhere

    [[bar]]
    name = "Fort"                   # is no place

    [[not_an_incident]]
    id = "report-7#i3"
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gazetteer import Gazetteer
from gazetteer.names import key
from gazetteer.place import Place
from geo.errors import CorrectionError

KEYS = {
    "place": {"name", "at", "document", "source"},
    "bar": {"name", "document", "source"},
    "not_an_incident": {"id"},
}
NEEDED = {"place": ("name", "at"), "bar": ("name",), "not_an_incident": ("id",)}
PIN_KM = 1.0  # how closely a point that a reader gives is taken to be meant


@dataclass(frozen=True, slots=True)
class Name:
    """What a name means in a document, of a source, or everywhere; `place` None bars it. `line` is its file's."""

    name: str
    place: Place | None
    document: str | None
    source: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Corrections:
    """What a file of corrections says: names by their lookup key, incidents struck out with the file's line."""

    file: str
    names: dict[str, tuple[Name, ...]]
    struck: dict[str, int]

    def lines(self) -> dict[int, str]:
        """Return each line that says something, with the name or id that it speaks of."""
        named = {name.line: name.name for names in self.names.values() for name in names}
        return named | {line: identifier for identifier, line in self.struck.items()}


NONE = Corrections("", {}, {})


def read_corrections(path: str | Path, gazetteer: Gazetteer) -> Corrections:
    """Read a file of corrections.

    Parameters
    ----------
    path
        A TOML file.
    gazetteer
        Knows the places that names are pinned to.

    Raises
    ------
    CorrectionError
        The file is not as described above; says at which line.
    OSError
        It cannot be read.
    """
    reader = _Reader(str(path), Path(path).read_bytes(), gazetteer)
    names: dict[str, tuple[Name, ...]] = {}
    for name in reader.names():
        same = names.get(key(name.name), ())
        if any((other.document, other.source) == (name.document, name.source) for other in same):
            raise reader.error(name.line, f"{name.name!r} is corrected twice; leave one of them out")
        names[key(name.name)] = (*same, name)
    return Corrections(str(path), names, reader.struck())


class _Reader:
    """Checks a file's tables, and finds their lines, which Python's TOML reader does not tell."""

    def __init__(self, file: str, data: bytes, gazetteer: Gazetteer) -> None:
        self._file, self._gazetteer = file, gazetteer
        try:
            self._text = data.decode()
            self._tables: dict[str, Any] = tomllib.loads(self._text)
        except UnicodeDecodeError as error:
            raise self.error(data.count(b"\n", 0, error.start) + 1, "is not UTF-8; save it as UTF-8") from error
        except tomllib.TOMLDecodeError as error:
            raise CorrectionError(f"{file}: is not TOML: {error}") from error
        self._check()

    def error(self, line: int, why: str) -> CorrectionError:
        """Return an error that names the file and the line."""
        return CorrectionError(f"{self._file}, line {line}: {why}")

    def names(self) -> Iterator[Name]:
        """Yield what is said of names."""
        for number, table in enumerate(self._tables.get("place", [])):
            place = self._place(table, self._line("place", number, "at"))
            yield Name(table["name"], place, table.get("document"), table.get("source"), self._line("place", number))
        for number, table in enumerate(self._tables.get("bar", [])):
            yield Name(table["name"], None, table.get("document"), table.get("source"), self._line("bar", number))

    def struck(self) -> dict[str, int]:
        """Return the ids of the incidents that are struck out, with their lines."""
        tables = self._tables.get("not_an_incident", [])
        return {table["id"]: self._line("not_an_incident", number) for number, table in enumerate(tables)}

    def _check(self) -> None:
        for kind, tables in self._tables.items():
            if kind not in KEYS:
                raise self.error(
                    self._line_of(rf"\[*\s*{re.escape(kind)}\b"), f"{kind!r} is not one of {', '.join(KEYS)}"
                )
            if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
                raise self.error(self._line_of(rf"\[*\s*{kind}\b"), f"write each as a table of its own: [[{kind}]]")
            for number, table in enumerate(tables):
                self._check_table(kind, number, table)

    def _check_table(self, kind: str, number: int, table: dict[str, Any]) -> None:
        for name, value in table.items():
            line = self._line(kind, number, name)
            if name not in KEYS[kind]:
                raise self.error(line, f"[[{kind}]] has no {name!r}; it has {', '.join(sorted(KEYS[kind]))}")
            if name != "at" and not (isinstance(value, str) and value.strip()):
                raise self.error(line, f"{name} needs words in quotation marks")
        missing = [name for name in NEEDED[kind] if name not in table]
        if missing:
            raise self.error(self._line(kind, number), f"[[{kind}]] needs {' and '.join(missing)}")

    def _place(self, table: dict[str, Any], line: int) -> Place:
        at = table["at"]
        if isinstance(at, str):
            place = self._gazetteer.get(at)
            if place is None:
                raise self.error(line, f"no place has the id {at!r}; dateline gazetteer search NAME shows the ids")
            return place
        if not _is_point(at):
            raise self.error(line, "at needs a place's id, or [latitude, longitude] in degrees")
        lat, lon = map(float, at)
        unit = self._gazetteer.boundaries.admin1_at(lat, lon)
        country = self._gazetteer.boundaries.country_at(lat, lon)
        identifier = f"corrections:{lat:.6f},{lon:.6f}"
        return Place(
            identifier, table["name"], "populated_place", lat, lon, PIN_KM, country, unit.name if unit else None
        )

    def _line(self, kind: str, number: int, name: str | None = None) -> int:
        """Return the line of the head of a table, or of a key in it."""
        heads = list(re.finditer(rf"^[ \t]*\[\[\s*{kind}\s*\]\]", self._text, re.MULTILINE))
        if number >= len(heads):
            return self._line_of(rf"{kind}\b")
        found = name and re.compile(rf"^[ \t]*[\"']?{re.escape(name)}[\"']?\s*=", re.MULTILINE).search(
            self._text, heads[number].end()
        )
        return self._text.count("\n", 0, found.start() if found else heads[number].start()) + 1

    def _line_of(self, pattern: str) -> int:
        found = re.search(rf"^[ \t]*{pattern}", self._text, re.MULTILINE)
        return self._text.count("\n", 0, found.start()) + 1 if found else 1


def _is_point(value: Any) -> bool:
    if not isinstance(value, list) or len(value) != 2:
        return False
    numbers = all(isinstance(side, int | float) and not isinstance(side, bool) for side in value)
    return numbers and abs(value[0]) <= 90 and abs(value[1]) <= 180
