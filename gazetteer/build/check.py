"""Checks the places kept by hand against second sources: ``python -m gazetteer.build.check [--cache DIR] [--write]``.

A row is confirmed where another source has a place of one of its names within the row's radius, 15 km at the least
and 60 at the most, or calls the region around its point so. The source of the row's own point does not count.
"""

import argparse
import csv
import io
import sys
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from gazetteer import curated
from gazetteer.build.fetch import Archives, sources
from gazetteer.build.second import Second, keys_of, seconds
from gazetteer.build.shapes import kilometres
from gazetteer.names import key

CHECKS = Path(__file__).parents[1] / "checks.toml"
LEAST_KM, MOST_KM = 15.0, 60.0
LEAST_LETTERS = 4  # of a name that is looked for in a region's
POINTLESS = frozenset({"water", "terrain", "region"})  # what has no point of its own that two sources would share


def confirmed(row: curated.Curated, others: Iterable[Second]) -> str:
    """Return the first source that has a place of the row's name there, and how far off; "" if none has.

    Parameters
    ----------
    row
        A place kept by hand.
    others
        The second sources.
    """
    names = set().union(*(keys_of(name) for name in (row.place.name, *row.names)))
    for other in others:
        if _is_its_own(row, other):
            continue
        if away := _nearest(row, names, other):
            return f"{other.name} {away[0]:.0f} km"
        if other.region and (called := _called(row, names, other.region(row.place.lat, row.place.lon))):
            return f"{other.name}: {called}"
    return ""


def _is_its_own(row: curated.Curated, other: Second) -> bool:
    placed = row.placed.split(",")[0]
    return f"{other.name}'" in placed or (other.name == "GeoNames" and row.place.id.startswith("geonames:"))


def _nearest(row: curated.Curated, names: set[str], other: Second) -> list[float]:
    """Return the distance of the nearest point of one of the names, [] if none is near enough."""
    place = row.place
    bound = max(LEAST_KM, min(place.radius_km, MOST_KM))
    points = [point for each in names for point in other.points.get(each, ())]
    lats, lons = (np.array([point[axis] for point in points]) for axis in (0, 1))
    return sorted(away for away in kilometres(place.lat, place.lon, lats, lons).tolist() if away <= bound)[:1]


def _called(row: curated.Curated, names: set[str], regions: Iterable[str]) -> str:
    """Return the region whose name holds one of the row's, "" if none does."""
    long = [each for each in names if len(each) >= LEAST_LETTERS]
    whole = row.place.kind in POINTLESS or row.place.kind in {"admin1", "admin2"}
    return next((region for region in regions if whole and any(each in key(region) for each in long)), "")


def main() -> int:
    """Compare each row with the second sources, print those that have none, and with ``--write`` note the others."""
    parser = argparse.ArgumentParser(prog="python -m gazetteer.build.check", description=__doc__.splitlines()[0])
    parser.add_argument("--cache", type=Path, default=Path(".cache/gazetteer"), help="folder of fetched packages")
    parser.add_argument("--write", action="store_true", help="write what was found into gazetteer/curated/*.csv")
    given = parser.parse_args()
    others = seconds(Archives(given.cache, sources() | sources(CHECKS)))
    rows = curated.load()
    found = {row.place.id: confirmed(row, others) for row in rows}
    stale = [row.place.id for row in rows if row.checked != found[row.place.id]]
    for row in rows:
        if not found[row.place.id]:
            sys.stdout.write(f"one source only: {row.place.id} ({row.place.name}), {row.placed}\n")
    confirmed_rows = sum(map(bool, found.values()))
    sys.stdout.write(f"{confirmed_rows} of {len(rows)} rows have a second source; {len(stale)} rows say otherwise\n")
    if given.write:
        for file in curated.files():
            lines = file.read_text(encoding="utf-8").split("\n")
            file.write_text("\n".join(_line(line, found) for line in lines), encoding="utf-8")
    return 1 if stale and not given.write else 0


def _line(line: str, found: dict[str, str]) -> str:
    if not line.strip() or line.startswith(("#", "id,")):
        return line
    cells = next(csv.reader([line]))
    cells[-1] = found[cells[0].strip()]
    text = io.StringIO()
    csv.writer(text, lineterminator="").writerow(cells)
    return text.getvalue()


if __name__ == "__main__":
    sys.exit(main())
