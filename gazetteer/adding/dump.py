"""GeoNames' dumps, line by line: places (``IQ.txt``, ``allCountries.zip``) and ``alternateNamesV2``.

Columns are those of https://download.geonames.org/export/dump/readme.txt.
"""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from gazetteer.errors import PlacesFileError
from gazetteer.pack import LARGEST

PLACE_COLUMNS, NAME_COLUMNS = 19, 4  # of names, those that are needed
# What stands in the column of languages and is no name: links, codes of posts and airports, pronunciations.
NO_LANGUAGES = frozenset(("link", "post", "iata", "icao", "faac", "wkdt", "unlc", "phon", "tcid", "fr_1793"))
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError)  # of what lies in a zip


@dataclass(frozen=True, slots=True)
class Row:
    """One place of a dump, with GeoNames' codes."""

    number: int
    name: str
    alternates: list[str]
    lat: float
    lon: float
    group: str
    feature: str
    country: str
    admin1: str
    population: int


def places(file: Path) -> Iterator[Row]:
    """Yield the places of a dump, a text file or the one in a zip.

    Raises
    ------
    PlacesFileError
        The file is damaged or no such dump; the message names the line.
    """
    for line, cells in _table(file, PLACE_COLUMNS):
        try:
            yield _row(cells)
        except ValueError as error:
            raise _foreign(file, line, "is no place of a GeoNames dump") from error


def names(file: Path) -> Iterator[tuple[int, str]]:
    """Yield the number of a place and a name of it, from alternateNamesV2; without codes and links.

    Raises
    ------
    PlacesFileError
        As in `places`.
    """
    for line, cells in _table(file, NAME_COLUMNS):
        if cells[2] in NO_LANGUAGES:
            continue
        if not (cells[0].isdecimal() and cells[1].isdecimal()):
            raise _foreign(file, line, "is no line of GeoNames' alternateNamesV2")
        yield int(cells[1]), cells[3]


def _row(cells: list[str]) -> Row:
    lat, lon, number = float(cells[4]), float(cells[5]), int(cells[0])
    if not (abs(lat) <= 90 and abs(lon) <= 180 and 0 < number < 2**32 and cells[1]):
        raise ValueError(cells[0])
    return Row(
        number,
        cells[1],
        [cells[2], *cells[3].split(",")],
        lat,
        lon,
        cells[6],
        cells[7],
        cells[8],
        f"{cells[8]}.{cells[10]}",
        min(max(0, int(cells[14] or 0)), LARGEST),
    )


def _table(file: Path, columns: int) -> Iterator[tuple[int, list[str]]]:
    number = 0
    with _opened(file) as stream:
        try:
            for number, line in enumerate(stream, start=1):
                cells = line.decode().rstrip("\r\n").split("\t")
                if len(cells) < columns:
                    raise _foreign(file, number, f"has {len(cells)} columns, not {columns} with tabs between")
                yield number, cells
        except UnicodeDecodeError as error:
            raise _foreign(file, number, "is not in UTF-8") from error
        except BROKEN as error:
            raise PlacesFileError(f"{file}: is damaged ({error}); fetch it again") from error
    if not number:
        raise PlacesFileError(f"{file}: is empty; fetch it again")


@contextmanager
def _opened(file: Path) -> Iterator[IO[bytes]]:
    if file.suffix.lower() != ".zip":
        with file.open("rb") as stream:
            yield stream
        return
    with file.open("rb") as stream:
        try:
            archive = zipfile.ZipFile(stream)
            member = archive.open(_member(file, archive))
        except BROKEN as error:
            raise PlacesFileError(f"{file}: is not a whole zip file ({error}); fetch it again") from error
        with archive, member:
            yield member


def _member(file: Path, archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    """Return the largest text in the archive; the others are its read-me and a list of languages."""
    texts = [info for info in archive.infolist() if info.filename.endswith(".txt") and info.filename != "readme.txt"]
    if not texts:
        raise PlacesFileError(f"{file}: has no text in it; give a dump of GeoNames, such as IQ.zip")
    return max(texts, key=lambda info: info.file_size)


def _foreign(file: Path, line: int, what: str) -> PlacesFileError:
    remedy = "give a dump of https://download.geonames.org/export/dump/"
    return PlacesFileError(f"{file}, line {line}: {what}; {remedy}")
