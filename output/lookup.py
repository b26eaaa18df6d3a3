"""What `dateline geocode`, `gazetteer` and `completion` print on standard output.

Each returns whether all that was asked for was found.
"""

import json
import re
from collections.abc import Iterable, Sequence

import click
from click.shell_completion import get_completion_class

from gazetteer import Gazetteer, bundled
from gazetteer.place import Place
from geo.model import Document, Mention, Toponym
from geo.resolve import resolve
from output.progress import Speaker, visible
from output.stdout import to_stdout


def geocode(names: Sequence[str], *, as_json: bool, explain: bool) -> bool:
    """Print the best place for each name; to explain it, the reasons and the runners-up too."""
    speaker = Speaker()
    gazetteer = bundled()
    found = [(name, _toponym(name, gazetteer)) for name in names]
    for name, toponym in found:
        if toponym is None or toponym.place is None:
            lack = "no place of this name is known there" if "," in name else "no place has this name"
            speaker.problem(f"{name}: {lack}; try another spelling, or dateline gazetteer search")
    to_stdout(_lines(_as_json(*pair) if as_json else _as_text(*pair, explain=explain) for pair in found))
    return not speaker.problems


def info() -> bool:
    """Print what the gazetteer holds."""
    for layer in bundled().info:
        kinds = [f"  {number:>9,} {kind}" for kind, number in layer.places.items()]
        sources = [f"  {name}: {source}" for name, source in layer.sources.items()]
        head = [f"{layer.path} ({layer.size / 1e6:.1f} MB)", f"{layer.names:,} names of"]
        to_stdout(_lines([*head, *kinds, "from", *sources]))
    return True


def search(name: str, limit: int) -> bool:
    """Print the places whose names begin with `name`."""
    found = bundled().search(name, limit)
    if not found:
        Speaker().problem(f"{name}: no name begins so; try a shorter beginning")
    to_stdout(_lines(_described(place) for place in found))
    return bool(found)


def completion(command: click.Command, shell: str) -> bool:
    """Print the completion script of `shell`."""
    kind = get_completion_class(shell)
    if kind is not None:
        to_stdout(_lines([kind(command, {}, "dateline", "_DATELINE_COMPLETE").source()]))
    return kind is not None


# ---------------------------------------------------------------- one name


def _toponym(query: str, gazetteer: Gazetteer) -> Toponym | None:
    """Return what the first of the comma-separated names of `query` means; the others say where it lies."""
    parts = [match for match in re.finditer(r"[^,]+", query) if match[0].strip()]
    mentions = [_mention(query, *part.span()) for part in parts]
    return next(iter(resolve(mentions, Document("query", query), gazetteer)), None)


def _mention(query: str, start: int, end: int) -> Mention:
    name = query[start:end].strip()
    start = query.index(name, start)
    return Mention(start, start + len(name), name, "literal", (name,))


def _as_text(name: str, toponym: Toponym | None, *, explain: bool) -> str:
    if toponym is None or toponym.place is None:
        return f"{visible(name)}: not found"
    best = f"{visible(name)}: {_described(toponym.place)}  sure {toponym.confidence:.2f}"
    if not explain:
        return best
    reasons = [f"  because {visible(reason)}" for reason in toponym.reasons]
    others = [f"  or {_described(other.place)}  sure {other.confidence:.2f}" for other in toponym.alternatives]
    return "\n".join([best, *reasons, *others])


def _as_json(name: str, toponym: Toponym | None) -> str:
    record = {
        "name": name,
        "place": _fields(toponym.place) if toponym and toponym.place else None,
        "confidence": toponym.confidence if toponym and toponym.place else None,
        "reasons": list(toponym.reasons) if toponym else [],
        "alternatives": [
            _fields(other.place) | {"confidence": other.confidence}
            for other in (toponym.alternatives if toponym else ())
        ],
    }
    return json.dumps(record, ensure_ascii=False)


def _fields(place: Place) -> dict[str, object]:
    names = ("id", "name", "kind", "country", "admin1", "lat", "lon", "radius_km", "population")
    return {name: getattr(place, name) for name in names}


def _described(place: Place) -> str:
    within = ", ".join(part for part in (place.name, place.admin1, place.country) if part)
    people = f", {place.population:,} people" if place.population else ""
    kind = place.kind.replace("_", " ")
    return visible(f"{within} ({kind}{people})  {place.lat:.4f}, {place.lon:.4f}  {place.id}")


def _lines(lines: Iterable[str]) -> Iterable[bytes]:
    return (f"{line}\n".encode() for line in lines)
