"""Which villages are added to the places that the gazetteer has, and how they are packed."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from shapely.geometry.base import BaseGeometry

from gazetteer.build.belonging import in_their_country
from gazetteer.build.village_sources import Village, uncommon
from gazetteer.names import key, keys, words
from gazetteer.pack import VARIANT_PENALTY, Entry
from gazetteer.place import Place
from gazetteer.skeleton import skeleton
from gazetteer.sphere import great_circle

NO_VILLAGES = Path(__file__).with_name("no_villages.csv")
SAME_KM, SAME_RADII = 3.0, 2.5  # nearer than this, or than so many of the village's radii, two of one name are one
NAMESAKES = 8  # villages of one name in a country, at most
KNOWN = 3.5  # prominence of a town of some 3,000 people: to spell it otherwise is more likely than to mean a village
VILLAGE_PROMINENCE = -2.0  # below that of the least unit
SHORTEST, LONGEST = 3, 40  # letters
ARTICLES = frozenset({"al", "el", "la", "las", "los"})  # a text may leave them out
_NO_NAME = re.compile(r"[^\w' .’‘-]|[\d_]|\s-\s")


def added(
    found: Iterable[Village], entries: Sequence[Entry], units: Mapping[str, BaseGeometry], names: Mapping[str, str]
) -> Iterator[Entry]:
    """Yield the villages whose name no place has that is there already: a better known bearer must not lose its name.

    Parameters
    ----------
    found
        Villages, the more exact source first: of two of one name close by, the first is taken.
    entries
        The places that are there.
    units
        Outlines of the first-order units by GeoNames code; a village in another country's is left out.
    names
        Names of the first-order units by code.
    """
    called, known = _called(entries), _known(entries)
    taken: defaultdict[str, list[Village]] = defaultdict(list)
    ids: set[str] = set()
    named = uncommon((village for village in found if is_name(village.name)), NAMESAKES)
    for village, unit in in_their_country(named, units, names, entries):
        own = key(village.name)
        if not called.isdisjoint(keys(village.name)) or skeleton(village.name) in known:
            continue
        entry = _entry(village, unit)
        if entry.place.id not in ids and not any(_is_same(village, other) for other in taken[own]):
            taken[own].append(village)
            ids.add(entry.place.id)
            yield entry


def is_name(name: str) -> bool:
    """Tell whether a village's name can be told from other words: no number, no word of `no_villages.csv`."""
    parts = words(name)
    alone, anywhere = no_villages()
    if not SHORTEST <= len("".join(parts)) <= LONGEST or _NO_NAME.search(name) or not name[0].isupper():
        return False
    return anywhere.isdisjoint(parts) and not alone.issuperset(part for part in parts if part not in ARTICLES)


@cache
def no_villages() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of which alone a village's name is not made, and those that are in no village's name at all."""
    with NO_VILLAGES.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    alone, anywhere = (frozenset(r["word"] for r in rows if r["where"] == where) for where in ("alone", "anywhere"))
    return alone, anywhere


def _called(entries: Iterable[Entry]) -> frozenset[str]:
    """Return the keys of all names that some place bears, with the Arabic article and without it."""
    return frozenset(spelling for entry in entries for name, _ in entry.names for spelling in keys(name))


def _known(entries: Iterable[Entry]) -> frozenset[str]:
    """Return the skeletons of the names of places that are known well enough to be meant by a name spelt otherwise."""
    return frozenset(
        skeleton(name)
        for entry in entries
        if entry.prominence >= KNOWN and entry.place.kind != "facility"
        for name, penalty in entry.names
        if penalty <= VARIANT_PENALTY
    ) - {""}


def _is_same(village: Village, other: Village) -> bool:
    apart = great_circle(village.lat, village.lon, other.lat, other.lon)
    return apart < max(SAME_KM, SAME_RADII * village.radius_km)


def _entry(village: Village, unit: str | None) -> Entry:
    place = Place(
        id=f"village:{village.lat:.3f},{village.lon:.3f}",
        name=village.name,
        kind="populated_place",
        lat=round(village.lat, 5),
        lon=round(village.lon, 5),
        radius_km=village.radius_km,
        country=village.country,
        admin1=unit,
        feature="PPL",
    )
    return Entry(place, VILLAGE_PROMINENCE, tuple((name, 0.0) for name in (village.name, *village.others)))
