"""A dump of GeoNames, of one country or of all 13 million places -> a gazetteer file, in bounded memory."""

import tempfile
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TypeVar

from gazetteer.adding import dump
from gazetteer.adding.columns import Columns
from gazetteer.adding.dump import Row
from gazetteer.adding.features import kind_of, radius_km, weight
from gazetteer.adding.sorting import KeySorter
from gazetteer.index import Gazetteer
from gazetteer.names import key, printable
from gazetteer.pack import VARIANT_PENALTY, rank, spellings
from gazetteer.place import GEONAMES, Kind, Place
from gazetteer.store import write
from gazetteer.weighing import SHORT_PENALTY, penalty, usable_names, without_type

TOLD_EVERY = 50_000  # lines
RESPELT = frozenset(("populated_place", "section", "admin1", "admin2"))  # kinds whose transliterations are found too
Tell = Callable[[str], None]
Item = TypeVar("Item")


def build(target: Path, file: Path, alternate_names: Path | None, known: Gazetteer, tell: Tell) -> None:
    """Write a gazetteer file from a dump.

    Parameters
    ----------
    target
        File to write.
    file
        The places, such as ``IQ.zip`` or ``allCountries.txt``.
    alternate_names
        ``alternateNamesV2.zip`` or ``.txt``, if there is one; names of places that `file` lacks are passed over.
    known
        Says how large countries, their units and waters are, which the dump does not.
    tell
        Is told how far the work is.

    Raises
    ------
    PlacesFileError
        A file is damaged, or no dump of GeoNames; the message says which, and why.
    """
    with tempfile.TemporaryDirectory(prefix=f".{target.name}.", dir=target.parent) as name:
        folder = Path(name)
        columns, keys, units = Columns(), KeySorter(folder), {}
        for row in _told(dump.places(file), tell, "places"):
            if row.feature == "ADM1":
                units[row.admin1] = row.name
            _take(row, columns, keys, known)
        numbers, rows, now = columns.settle()
        if alternate_names:
            for number, other in _told(dump.names(alternate_names), tell, "names"):
                at = bisect_left(numbers, number)
                if at < len(numbers) and numbers[at] == number:
                    _name(rows[at], other, columns, keys)
        tell("sorting the names")
        sections, count = keys.sections(now)
        tell("writing")
        about = {"sources": {"places": file.name} | ({"names": alternate_names.name} if alternate_names else {})}
        filed = columns.sections(folder, units)
        write(target, {**filed, **sections}, {**about, "places": columns.kinds, "names": count})


def _take(row: Row, columns: Columns, keys: KeySorter, known: Gazetteer) -> None:
    place = _place(row, known)
    prominence = weight(place, row.group)
    at = columns.add(row.number, place, prominence)
    own = key(place.name)
    others = ((name, penalty(own, key(name), row.population)) for name in usable_names(row.alternates))
    bare = without_type(place.name) if row.group == "A" else None
    for name, less in chain([(place.name, 0.0)], [(bare, SHORT_PENALTY)] if bare else (), others):
        _add(keys, at, name, prominence, less, kind=place.kind)


def _place(row: Row, known: Gazetteer) -> Place:
    kind = kind_of(row.group, row.feature)
    identifier = f"{GEONAMES}{row.number}"
    there = known.get(identifier) if row.group == "A" else None
    radius = there.radius_km if there else radius_km(kind, row.feature, row.group, row.population)
    return Place(
        identifier,
        printable(row.name) or "?",
        kind,
        row.lat,
        row.lon,
        radius,
        row.country or None,
        row.admin1,
        row.population,
        row.feature,
    )


def _name(at: int, name: str, columns: Columns, keys: KeySorter) -> None:
    """Add a further name of a place that is there."""
    for usable in usable_names([name]):
        less = penalty(key(columns.name(at)), key(usable), columns.people(at))
        _add(keys, at, usable, columns.prominence(at), less, kind=columns.kind(at))


def _add(keys: KeySorter, at: int, name: str, prominence: float, less: float, *, kind: Kind) -> None:
    bones = less <= VARIANT_PENALTY and kind in RESPELT
    for spelling, measure in spellings(name, prominence - less, bones=bones, article=kind != "country"):
        keys.add(spelling, at, rank(measure))


def _told(items: Iterable[Item], tell: Tell, what: str) -> Iterator[Item]:
    for number, item in enumerate(items, start=1):
        yield item
        if number % TOLD_EVERY == 0:
            tell(f"{number:,} {what}")
