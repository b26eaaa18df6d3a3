"""Places with their names -> a gazetteer file."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import marisa_trie

from gazetteer.names import keys
from gazetteer.place import GEONAMES, KINDS, Place
from gazetteer.skeleton import MARK, skeleton
from gazetteer.store import Data, write

LARGEST = 2**32 - 1  # the largest number that a column of inhabitants or ids holds
DEGREES = 100_000  # coordinates are kept as whole 1e-5 degrees, about a metre
RADIUS = 10  # radii as whole tenths of a kilometre
RANK_ZERO, RANK_STEP = 60, 12  # ranks as bytes: 60 is rank 0, 12 steps to a tenfold population
BARE_PENALTY = 0.5
VARIANT_PENALTY = 0.3  # of another spelling of a place's own name
Sections = Mapping[str, Data]


@dataclass(frozen=True, slots=True)
class Entry:
    """A place to be packed.

    Parameters
    ----------
    place
        The place.
    prominence
        How likely a reader is to mean it, in powers of ten: about the logarithm of its population.
    names
        Its names, each with what using that name takes off the prominence, in the same measure, 0 or more.
    """

    place: Place
    prominence: float
    names: tuple[tuple[str, float], ...]


def pack(path: Path, entries: Iterable[Entry], about: Mapping[str, object], extra: Sections | None = None) -> None:
    """Write a gazetteer file from its places; the order of `entries` does not matter.

    Parameters
    ----------
    path
        File to write.
    entries
        Places; of two with one id the later is kept.
    about
        What the file says of itself: `sources`, `built_from` and the like.
    extra
        Further sections, such as the shapes.
    """
    unique = {entry.place.id: entry for entry in entries}
    ordered = sorted(unique.values(), key=lambda entry: row_order(entry.place.id))
    found = _found(ordered)
    names = sum(not spelling.startswith(MARK) for spelling in found)
    sections = {**_columns(ordered), **_keys(found), **(extra or {})}
    write(path, sections, {**about, **_counts(ordered), "names": names})


def row_order(place_id: str) -> tuple[bool, int, str]:
    """Return the sorting key of the rows: GeoNames ids by number, then the others by text."""
    number = place_id.removeprefix(GEONAMES)
    if number != place_id and number.isdecimal():
        return False, int(number), ""
    return True, 0, place_id


def _columns(entries: Sequence[Entry]) -> dict[str, Data]:
    places = [entry.place for entry in entries]
    numbered = [int(p.id.removeprefix(GEONAMES)) for p in places if not row_order(p.id)[0]]
    return {
        "number": array("I", numbered),
        **_texts("id", [p.id for p in places[len(numbered) :]]),
        **_texts("name", [p.name for p in places]),
        "lat": array("i", [round(p.lat * DEGREES) for p in places]),
        "lon": array("i", [round(p.lon * DEGREES) for p in places]),
        "radius": array("I", [max(1, round(p.radius_km * RADIUS)) for p in places]),
        "population": array("I", [p.population for p in places]),
        "kind": array("B", [KINDS.index(p.kind) for p in places]),
        "prominence": array("B", [rank(entry.prominence) for entry in entries]),
        **_coded("country", [p.country or "" for p in places]),
        **_coded("admin1", [p.admin1 or "" for p in places]),
        **_coded("feature", [p.feature for p in places]),
    }


def _texts(name: str, texts: Sequence[str]) -> dict[str, Data]:
    ends, blob = array("I", [0]), bytearray()
    for text in texts:
        blob += text.encode()
        ends.append(len(blob))
    return {f"{name}_text": bytes(blob), f"{name}_end": ends}


def _coded(name: str, texts: Sequence[str]) -> dict[str, Data]:
    table = sorted({"", *texts})
    code = {text: number for number, text in enumerate(table)}
    return {name: array("H", [code[text] for text in texts]), f"{name}_table": "\n".join(table).encode()}


def rank(measure: float) -> int:
    """Return a prominence as it is kept in the file: a byte, the higher the more prominent."""
    return min(255, max(0, round(RANK_ZERO + measure * RANK_STEP)))


def _found(entries: Sequence[Entry]) -> dict[str, dict[int, float]]:
    """Return for each key the rows that it leads to, with how likely each is meant."""
    found: defaultdict[str, dict[int, float]] = defaultdict(dict)
    for row, entry in enumerate(entries):
        for spelling, measure in _spellings(entry):
            known = found[spelling]
            known[row] = max(measure, known.get(row, measure))
    return found


def _keys(found: Mapping[str, Mapping[int, float]]) -> dict[str, Data]:
    trie = marisa_trie.Trie(sorted(found))
    first, rows, ranks = array("I", [0]), array("I"), array("B")
    for number in range(len(trie)):
        meant = found[trie.restore_key(number)]
        for row in sorted(meant, key=lambda row: (-meant[row], row)):
            rows.append(row)
            ranks.append(rank(meant[row]))
        first.append(len(rows))
    return {"keys": trie.tobytes(), "key_first": first, "key_row": rows, "key_rank": ranks}


def _spellings(entry: Entry) -> Iterable[tuple[str, float]]:
    country = entry.place.kind == "country"
    for name, penalty in entry.names:
        yield from spellings(
            name, entry.prominence - penalty, bones=penalty <= VARIANT_PENALTY and not country, article=not country
        )


def spellings(name: str, measure: float, *, bones: bool, article: bool) -> Iterator[tuple[str, float]]:
    """Yield the keys that a name is found by, each with how likely a reader is to mean its place by it.

    Parameters
    ----------
    name
        One spelling.
    measure
        The prominence of the place, less what this name takes off.
    bones
        Whether transliterations of it are found too: of a place's own name and what is spelt much like it.
    article
        Whether the Arabic article may be left out; not of countries: El Salvador is not Salvador.
    """
    whole, bare = keys(name)
    if whole:
        yield whole, measure
    if bare != whole and article:
        yield bare, measure - BARE_PENALTY
    if bones and (shared := skeleton(name)):
        yield MARK + shared, measure - BARE_PENALTY


def _counts(entries: Sequence[Entry]) -> dict[str, object]:
    kinds = [entry.place.kind for entry in entries]
    return {"places": {kind: kinds.count(kind) for kind in KINDS if kind in kinds}}
