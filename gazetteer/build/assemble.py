"""Puts the parts of the bundled gazetteer together; the only file of the build that knows the order."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from gazetteer import curated
from gazetteer.build import countries, facilities, geonames, second_order, shapes, territories, units, villages
from gazetteer.build.fetch import Archives, Source
from gazetteer.build.village_sources import villages as read_villages
from gazetteer.pack import Entry, pack

NAME = "world.gazetteer"
CURATED_PROMINENCE = {"section": 4.0, "facility": 4.5, "populated_place": 4.0, "admin1": 5.0, "admin2": 4.0}
CURATED_PROMINENCE |= {"water": 6.0, "terrain": 5.5, "region": 6.5, "country": 9.0}


def build(archives: Archives, pinned: Mapping[str, Source], out: Path) -> None:
    """Write the gazetteer file and the attribution of its sources into a folder."""
    out.mkdir(parents=True, exist_ok=True)
    ids = units.unit_ids(archives)
    codes = {number: code for code, number in ids.items()}
    first, smaller = (units.unit_names(archives, file) for file in ("admin1.json", "admin2.json"))
    cut = territories.territories()
    towns = territories.transferred(geonames.towns(archives, first), cut, first)
    found = shapes.features(archives, towns, {ids[code]: code for code in first if code in ids}, cut)
    outlines, states = (shapes.united(found, order) for order in ("country", "admin1"))
    firsts = units.first_order(first, ids, states, found, towns)
    by_code = {codes[entry.place.id.removeprefix("geonames:")]: entry.place for entry in firsts}
    entries = [
        *second_order.second_order(smaller, ids, towns, by_code),
        *units.drawn(found, smaller, codes, towns),
        *(town.entry() for town in towns),
        *firsts,
        *facilities.airports(archives),
        *facilities.ports(archives),
        *facilities.lakes(archives),
        *countries.countries(archives, outlines, curated.load_country_names()),
    ]
    named = {f"geonames:{ids[code]}": shape for code, shape in states.items()} | outlines
    about = {"sources": {name: f"{s.package} {s.version}" for name, s in pinned.items()}}
    entries = with_curated(entries, curated.load())
    entries += villages.added(read_villages(archives), entries, states, first)
    pack(out / NAME, entries, about, shapes.packed(named))
    (out / "ATTRIBUTION.md").write_text(attribution(pinned), encoding="utf-8")


def with_curated(entries: Iterable[Entry], kept: Iterable[curated.Curated]) -> list[Entry]:
    """Add the places kept by hand; one that has the id of a bundled place corrects it and adds its names."""
    merged = {entry.place.id: entry for entry in entries}
    for row in kept:
        known = merged.get(row.place.id)
        names = tuple((name, 0.0) for name in (row.place.name, *row.names))
        place = replace(row.place, population=known.place.population) if known else row.place
        prominence = max(CURATED_PROMINENCE[place.kind], known.prominence if known else 0.0)
        merged[place.id] = Entry(place, prominence, names + (known.names if known else ()))
    return list(merged.values())


def attribution(pinned: Mapping[str, Source]) -> str:
    """Return the text that must go with the data: for each source its holder, its licence and what is used of it."""
    head = "# Where the gazetteer's data comes from\n"
    return "\n".join([head, *(_credit(source) for source in pinned.values())])


def _credit(source: Source) -> str:
    return (
        f"## {source.package} {source.version} ({source.registry})\n\n"
        f"{source.holder}. Licence: {source.licence}.\nUsed: {source.used}.\n"
    )
