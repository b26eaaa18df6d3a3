"""Rows with named columns, of a CSV file or of any other table -> places."""

import csv
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from gazetteer.errors import PlacesFileError
from gazetteer.names import key, printable
from gazetteer.pack import LARGEST, Entry
from gazetteer.place import GEONAMES, KINDS, Kind, Place
from gazetteer.sphere import HALF_EARTH_KM
from gazetteer.weighing import prominence, town_radius

NEEDED = ("name", "lat", "lon")
FURTHER = ("alt_names", "kind", "country", "admin1", "population", "radius_km", "id")
COLUMNS = (*NEEDED, *FURTHER)
LONGEST = 200  # letters of a name or an id
OWN_PROMINENCE = 4.0  # of a place that its user cares for: before towns of 10,000, after cities
_RADIUS: dict[Kind, float] = {
    "country": 300.0, "admin1": 100.0, "admin2": 30.0, "water": 10.0, "terrain": 5.0, "region": 20.0, "facility": 1.0,
}  # fmt: skip
Row = Mapping[str, str]
Whose = Callable[[float, float], tuple[str | None, str | None]]


def csv_rows(file: Path) -> Iterator[tuple[str, Row]]:
    """Yield each row of a CSV file by the names of its columns, with where it stands.

    Cells are apart by commas, semicolons or tabs, whichever the first line has.

    Raises
    ------
    PlacesFileError
        The file is not in UTF-8, or lacks a column that is needed.
    """
    try:
        with file.open(encoding="utf-8-sig", newline="") as text:
            first = text.readline()
            text.seek(0)
            rows = csv.reader(text, delimiter=max(",;\t", key=first.count), strict=True)
            names = [name.strip().lower() for name in next(rows, [])]
            check_columns(str(file), names)
            for cells in rows:
                if any(cells):
                    yield f"{file}, line {rows.line_num}", dict(zip(names, cells, strict=False))
    except UnicodeDecodeError as error:
        raise PlacesFileError(f"{file}: is not in UTF-8; save it as CSV UTF-8") from error
    except csv.Error as error:
        raise PlacesFileError(
            f"{file}: is no CSV file ({error}); put cells with quotation marks or commas in quotation marks"
        ) from error


def check_columns(where: str, names: Iterable[str]) -> None:
    """Raise PlacesFileError if a table lacks a column that is needed."""
    missing = [name for name in NEEDED if name not in set(names)]
    if missing:
        raise PlacesFileError(
            f"{where}: has no column {', '.join(missing)}; needed are {', '.join(NEEDED)}, "
            f"and there may be {', '.join(FURTHER)}"
        )


def entries(rows: Iterable[tuple[str, Row]], layer: str, whose: Whose) -> Iterator[Entry]:
    """Yield the places of a table.

    Parameters
    ----------
    rows
        Where each row stands, and its cells by the names of `COLUMNS`; others are passed over.
    layer
        Begins the ids of places that have none.
    whose
        Says the country and the first-order unit of a point where a row does not.

    Raises
    ------
    PlacesFileError
        A cell does not fit its column; the message says where.
    """
    seen: dict[str, str] = {}
    for where, cells in rows:
        entry = _Cells(where, cells).entry(layer, whose, seen)
        if entry.place.id in seen:
            raise PlacesFileError(
                f"{where}: the id {entry.place.id!r} was used in {seen[entry.place.id]}; give each its own"
            )
        seen[entry.place.id] = where
        yield entry


@dataclass(frozen=True, slots=True)
class _Cells:
    """The cells of one row, read as what their columns hold."""

    where: str
    cells: Row

    def entry(self, layer: str, whose: Whose, seen: Mapping[str, str]) -> Entry:
        name, lat, lon = self.name(), self.number("lat", -90, 90), self.number("lon", -180, 180)
        kind, country = self.kind(), self.country()
        at = whose(lat, lon) if not country and kind != "water" else (None, None)
        population = int(self.number("population", 0, LARGEST, 0))
        usual = _RADIUS.get(kind, 0.0) or town_radius(population, kind)
        place = Place(
            id=self.identifier() or _free(f"{layer}:{key(name)}", seen),
            name=name,
            kind=kind,
            lat=lat,
            lon=lon,
            radius_km=self.number("radius_km", 0.1, HALF_EARTH_KM, usual),
            country=country or at[0],
            admin1=self.text("admin1") or at[1],
            population=population,
        )
        others = dict.fromkeys(filter(None, (printable(part) for part in self.text("alt_names").split("|"))))
        return Entry(place, max(OWN_PROMINENCE, prominence(place)), tuple((each, 0.0) for each in (name, *others)))

    def text(self, column: str) -> str:
        text = printable(self.cells.get(column) or "")
        if len(text) > LONGEST and column != "alt_names":
            raise self.wrong(column, text[:40] + "…", f"write {LONGEST} letters at most")
        return text

    def identifier(self) -> str:
        identifier = self.text("id")
        number = identifier.removeprefix(GEONAMES)
        if number != identifier and not (number.isdecimal() and 0 < int(number) <= LARGEST):
            raise self.wrong("id", identifier, "write the number that GeoNames has, as in geonames:98182")
        return identifier

    def name(self) -> str:
        name = self.text("name")
        if not key(name):
            raise self.wrong("name", name, "write a name with letters, or delete the row")
        return name

    def number(self, column: str, least: float, most: float, default: float | None = None) -> float:
        text = self.text(column)
        if not text and default is not None:
            return default
        try:
            number = float(text)
        except ValueError:
            number = math.nan
        if not least <= number <= most:
            raise self.wrong(column, text, f"write a number from {least:,g} to {most:,g}, with a point for decimals")
        return number

    def kind(self) -> Kind:
        kind = self.text("kind") or "populated_place"
        if kind not in KINDS:
            raise self.wrong("kind", kind, f"write one of {', '.join(KINDS)}, or nothing for a populated place")
        return kind

    def country(self) -> str:
        country = self.text("country").upper()
        if country and not (len(country) == 2 and country.isascii() and country.isalpha()):
            raise self.wrong("country", country, "write the two letters of ISO 3166-1, as in IQ, or nothing")
        return country

    def wrong(self, column: str, text: str, remedy: str) -> PlacesFileError:
        return PlacesFileError(f"{self.where}: {column} is {text!r}; {remedy}")


def _free(identifier: str, seen: Mapping[str, str]) -> str:
    """Return an id that no row above has: the second Springfield of a table is springfield-2."""
    number, free = 1, identifier
    while free in seen:
        number += 1
        free = f"{identifier}-{number}"
    return free
