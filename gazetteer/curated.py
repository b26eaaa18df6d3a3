"""Reads the tables kept by hand: places that no source has (`curated/*.csv`), and countries of today and of before."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from gazetteer.errors import CuratedError
from gazetteer.place import KINDS, Kind, Place
from gazetteer.sphere import HALF_EARTH_KM

PLACES = Path(__file__).with_name("curated")
COUNTRY_NAMES = Path(__file__).with_name("country_names.csv")
FORMER_COUNTRIES = Path(__file__).with_name("former_countries.csv")

COLUMNS = (
    "id", "name", "alt_names", "kind", "country", "admin1", "lat", "lon", "radius_km", "feature", "placed", "checked",
)  # fmt: skip
COUNTRY_COLUMNS = ("name", "country")
FORMER_COLUMNS = ("name", "countries")

_ID = re.compile(r"curated:[a-z0-9]+(-[a-z0-9]+)*|geonames:[1-9][0-9]*|airport:[A-Z0-9]{3,4}|port:[A-Z]{2}[A-Z0-9]{3}")
_COUNTRY = re.compile(r"[A-Z]{2}")
_COUNTRIES = re.compile(rf"{_COUNTRY.pattern}(?: {_COUNTRY.pattern})*")
_FEATURE = re.compile(r"[A-Z][A-Z0-9]{1,9}")
_DEGREES = re.compile(r"-?[0-9]{1,3}(\.[0-9]{1,4})?")


@dataclass(frozen=True, slots=True)
class Curated:
    """A place kept by hand, its other spellings, how its point was chosen, and a second source of it, "" if none."""

    place: Place
    names: tuple[str, ...]
    placed: str
    checked: str = ""


def load(path: Path | None = None) -> tuple[Curated, ...]:
    """Read a table of places, or all tables of a folder.

    Parameters
    ----------
    path
        A CSV file with the columns of `COLUMNS`, or a folder of such; None for the bundled folder. The first lines of
        each explain the columns.

    Returns
    -------
    tuple of Curated
        In the order of the files' names, then of the rows.

    Raises
    ------
    CuratedError
        If a row is wrong, or its id stands in another too; the message names the file, the line, what is wrong, and
        what to write instead.
    """
    places: dict[str, Curated] = {}
    used: dict[str, str] = {}
    for file in files(path):
        for line, row in _rows(file, COLUMNS):
            curated = _curated(file, line, row)
            number = curated.place.id
            if number in places:
                raise _wrong(file, line, f"the id {number} was used in {used[number]}", "give each place its own")
            places[number], used[number] = curated, f"{file.name}, line {line}"
    return tuple(places.values())


def files(path: Path | None = None) -> tuple[Path, ...]:
    """Return the tables of places: those of a folder in the order of their names, by default of the bundled one."""
    path = path or PLACES
    return tuple(sorted(path.glob("*.csv"))) if path.is_dir() else (path,)


def load_country_names(path: Path | None = None) -> dict[str, str]:
    """Read what countries are called: each name with its ISO 3166-1 alpha-2 code, in the order of the file.

    Parameters
    ----------
    path
        A CSV file with the columns of `COUNTRY_COLUMNS`; None for the bundled table.

    Raises
    ------
    CuratedError
        If a row is wrong, as in `load`.
    """
    return {name: code for name, (code,) in _coded(path or COUNTRY_NAMES, COUNTRY_COLUMNS, _COUNTRY).items()}


def load_former_countries(path: Path | None = None) -> dict[str, tuple[str, ...]]:
    """Read what lies today where a state was that is no more: its name with ISO 3166-1 alpha-2 codes.

    Parameters
    ----------
    path
        A CSV file with the columns of `FORMER_COLUMNS`; None for the bundled table.

    Raises
    ------
    CuratedError
        If a row is wrong, as in `load`.
    """
    return _coded(path or FORMER_COUNTRIES, FORMER_COLUMNS, _COUNTRIES)


def _coded(file: Path, columns: tuple[str, ...], codes: re.Pattern[str]) -> dict[str, tuple[str, ...]]:
    """Return {name: codes} of a table whose second column is like the pattern `codes`."""
    names: dict[str, tuple[str, ...]] = {}
    for line, (name, cell) in _rows(file, columns):
        if not name:
            raise _wrong(file, line, "the name is empty", "write the name, or delete the row")
        if not codes.fullmatch(cell):
            wrong = f"{columns[1]} is {cell!r}"
            raise _wrong(file, line, wrong, "write the two capital letters of ISO 3166-1, as in IQ")
        if name in names:
            raise _wrong(file, line, f"{name!r} was listed above", "keep one row for each name")
        names[name] = tuple(cell.split())
    return names


def _wrong(file: Path, line: int, what: str, remedy: str) -> CuratedError:
    return CuratedError(f"{file.name}, line {line}: {what}; {remedy}")


def _rows(file: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the line number and the trimmed cells of each row; blank lines and those that begin with # are skipped."""
    header_seen = False
    for line, text in enumerate(_decoded(file).split("\n"), start=1):
        if not text.strip() or text.startswith("#"):
            continue
        cells = _cells(file, line, text)
        if not header_seen and cells != columns:
            raise _wrong(file, line, "this is not the row of column names", f"write {','.join(columns)}")
        if len(cells) != len(columns):
            raise _wrong(
                file,
                line,
                f"{len(cells)} cells where {len(columns)} belong",
                'put a cell that has a comma between double quotes ("…")',
            )
        if header_seen:
            yield line, cells
        header_seen = True
    if not header_seen:
        raise _wrong(file, 1, "the row of column names is missing", f"write {','.join(columns)}")


def _decoded(file: Path) -> str:
    data = file.read_bytes()
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _wrong(file, line, f"byte 0x{data[error.start]:02X} is not UTF-8", "save it as UTF-8") from error


def _cells(file: Path, line: int, text: str) -> tuple[str, ...]:
    """Split one line; a cell cannot span lines, so that every message can name one."""
    try:
        (row,) = csv.reader([text], strict=True)
    except csv.Error as error:
        raise _wrong(file, line, f"the quotation marks do not close ({error})", "close or double them") from error
    return tuple(cell.strip() for cell in row)


def _curated(file: Path, line: int, row: tuple[str, ...]) -> Curated:
    identifier, name, others, kind, country, admin1, lat, lon, radius, feature, placed, checked = row
    for wrong, what, remedy in (
        (
            not _ID.fullmatch(identifier),
            f"id is {identifier!r}",
            "write curated:some-name, or the id of the place it corrects",
        ),
        (not name, "name is empty", "write the name that a reader would know"),
        (kind not in KINDS, f"kind is {kind!r}", f"write one of {', '.join(KINDS)}"),
        (bool(country) and not _COUNTRY.fullmatch(country), f"country is {country!r}", "write as in IQ, or nothing"),
        (not _FEATURE.fullmatch(feature), f"feature is {feature!r}", "write a GeoNames feature code, as in STRT"),
        (not placed, "placed is empty", "say how the point was chosen"),
    ):
        if wrong:
            raise _wrong(file, line, what, remedy)
    place = Place(
        id=identifier,
        name=name,
        kind=cast("Kind", kind),
        lat=_degrees(file, line, "lat", lat, 90.0),
        lon=_degrees(file, line, "lon", lon, 180.0),
        radius_km=_radius(file, line, radius),
        country=country or None,
        admin1=admin1 or None,
        feature=feature,
    )
    return Curated(place=place, names=_names(file, line, name, others), placed=placed, checked=checked)


def _degrees(file: Path, line: int, column: str, text: str, limit: float) -> float:
    if not _DEGREES.fullmatch(text) or abs(float(text)) > limit:
        remedy = f"write degrees from {-limit:.0f} to {limit:.0f} with at most four decimals"
        raise _wrong(file, line, f"{column} is {text!r}", remedy)
    return float(text)


def _radius(file: Path, line: int, text: str) -> float:
    if not re.fullmatch(r"[0-9]+(\.[0-9]+)?", text) or not 0 < float(text) <= HALF_EARTH_KM:
        remedy = f"write kilometres above 0, to {HALF_EARTH_KM:.0f} at most"
        raise _wrong(file, line, f"radius_km is {text!r}", remedy)
    return float(text)


def _names(file: Path, line: int, name: str, others: str) -> tuple[str, ...]:
    """Return the other spellings; each must be there once and differ from the name itself."""
    names = tuple(other.strip() for other in others.split("|")) if others else ()
    for position, other in enumerate(names):
        if not other:
            raise _wrong(file, line, "alt_names has an empty spelling", "take out the | that is too many")
        if other == name or other in names[:position]:
            raise _wrong(file, line, f"alt_names repeats {other!r}", "take out the second")
    return names
