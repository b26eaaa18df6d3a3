"""What `dateline geocode`, `gazetteer` and `completion` print on standard output.

Each returns whether all that was asked for was found.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import click
from click.shell_completion import get_completion_class

from gazetteer import Gazetteer
from gazetteer.index import Match
from gazetteer.place import Place
from geo.errors import visible
from geo.model import Document, Mention, Toponym
from geo.resolve import resolve
from output.command.gazetteers import opened
from output.command.progress import Speaker
from output.command.stdout import lines, to_stdout

MOST_ELSEWHERE = 3
HOW = {"byname": "another name of it", "respelt": "spelled differently", "misspelt": "spelled nearly so"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What was asked for, the place that it means, and how its name fits that place's."""

    query: str
    toponym: Toponym | None
    match: Match | None

    @property
    def place(self) -> Place | None:
        """Return the place, None if there is none."""
        return self.toponym.place if self.toponym else None


def geocode(names: Sequence[str], *, files: Sequence[str] = (), as_json: bool, explain: bool) -> bool:
    """Print the best place for each name; to explain it, the reasons and the runners-up too."""
    speaker = Speaker()
    gazetteer = opened(files)
    found = [_answer(name, gazetteer) for name in names]
    for answer in found:
        if answer.place is None:
            speaker.problem(_lacking(answer.query, gazetteer))
    to_stdout(lines(_as_json(answer) if as_json else _as_text(answer, explain=explain) for answer in found))
    return not speaker.problems


def info() -> bool:
    """Print what the gazetteers hold, after comparing their files with their checksums."""
    gazetteer = opened()
    gazetteer.check()
    for layer in gazetteer.info:
        kinds = [f"  {number:>10,} {kind}" for kind, number in layer.places.items()]
        sources = [f"  {name}: {source}" for name, source in layer.sources.items()]
        head = [f"{layer.path} ({layer.size / 1e6:.1f} MB)", f"{layer.names:,} names of"]
        to_stdout(lines(visible(line) for line in [*head, *kinds, "from", *sources]))
    return True


def search(name: str, limit: int) -> bool:
    """Print the places whose names begin with `name`."""
    found = opened().search(name, limit)
    if not found:
        Speaker().problem(f"{name}: no name begins so; try a shorter beginning")
    to_stdout(lines(_described(place) for place in found))
    return bool(found)


def completion(command: click.Command, shell: str) -> bool:
    """Print the completion script of `shell`."""
    kind = get_completion_class(shell)
    if kind is not None:
        to_stdout(lines([kind(command, {}, "dateline", "_DATELINE_COMPLETE").source()]))
    return kind is not None


# ---------------------------------------------------------------- one name


def _answer(query: str, gazetteer: Gazetteer) -> Answer:
    """Return what a query means; where nothing is called so, what a place that is spelled nearly so would."""
    toponym = _toponym(query, gazetteer)
    name, comma, units = query.partition(",")
    matches = gazetteer.matches(name)
    if toponym and toponym.place:
        return Answer(query, toponym, next((match for match in matches if match.place == toponym.place), None))
    for match in matches:
        if match.how in {"respelt", "misspelt"}:
            other = _toponym(f"{match.place.name}{comma}{units}", gazetteer)
            if other and other.place == match.place:
                return Answer(query, replace(other, confidence=round(other.confidence * match.likeness, 4)), match)
    return Answer(query, toponym, None)


def _toponym(query: str, gazetteer: Gazetteer) -> Toponym | None:
    """Return what the first of the comma-separated names of `query` means; the others say where it lies."""
    parts = [match for match in re.finditer(r"[^,]+", query) if match[0].strip()]
    mentions = [_mention(query, *part.span()) for part in parts]
    return next(iter(resolve(mentions, Document("query", query), gazetteer)), None)


def _mention(query: str, start: int, end: int) -> Mention:
    name = query[start:end].strip()
    start = query.index(name, start)
    return Mention(start, start + len(name), name, "literal", (name,))


def _lacking(query: str, gazetteer: Gazetteer) -> str:
    """Return what to say of a name that has no place, or none where it is said to lie."""
    name, _, units = (part.strip() for part in query.partition(","))
    elsewhere = [_within(place) for place in gazetteer.candidates(name)[:MOST_ELSEWHERE]]
    if units and elsewhere:
        return f"{query}: no {name} is known in {units}; elsewhere: {'; '.join(elsewhere)}"
    return f"{query}: no place has this name; try another spelling, or dateline gazetteer search"


def _as_text(answer: Answer, *, explain: bool) -> str:
    toponym = answer.toponym
    if toponym is None or toponym.place is None:
        return f"{visible(answer.query)}: not found"
    how = HOW.get(answer.match.how, "") if answer.match else ""
    best = f"{visible(answer.query)}: {_described(toponym.place)}  sure {toponym.confidence:.2f}"
    best += f"  ({visible(answer.query.partition(',')[0].strip())}: {how})" if how else ""
    if not explain:
        return best
    reasons = [f"  because {visible(reason)}" for reason in toponym.reasons]
    others = [f"  or {_described(other.place)}  sure {other.confidence:.2f}" for other in toponym.alternatives]
    return "\n".join([best, *reasons, *others])


def _as_json(answer: Answer) -> str:
    toponym = answer.toponym
    record = {
        "name": answer.query,
        "place": _fields(toponym.place) if toponym and toponym.place else None,
        "match": answer.match.how if answer.match else None,
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
    people = f", {place.population:,} people" if place.population else ""
    kind = place.kind.replace("_", " ")
    return visible(f"{_within(place)} ({kind}{people})  {place.lat:.4f}, {place.lon:.4f}  {place.id}")


def _within(place: Place) -> str:
    return ", ".join(part for part in (place.name, place.admin1, place.country) if part)
