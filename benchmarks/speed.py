"""Speed and memory beside bare spaCy's: the same texts, each side in a fresh process, turn about in one run.

Both sides take whole texts one after another, as `dateline read` does; spaCy is the same model with nothing but the
parts that are named, called as its manual says. Seconds are the processor's, so that what else the machine does counts
for neither. Loading, and the first few texts, which open the gazetteer, are not timed. Arguments: places or incidents,
and N to read every Nth text only.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.corpora import SHARED
from benchmarks.figure import Figure, table
from benchmarks.peers import MODEL
from gazetteer import bundled
from geo import language
from geo.model import Document
from geo.pipeline import read_one, read_places
from geo.records import report_to_json

TEXTS = {
    "geowebnews": SHARED / "corpora" / "toponyms" / "geowebnews.jsonl",
    "lgl": SHARED / "corpora" / "toponyms" / "lgl.jsonl",
    "muc4": SHARED / "corpora" / "events" / "muc4.jsonl",
}
NEEDLESS = ("tagger", "attribute_ruler", "lemmatizer", "senter")
SYNTAX = ("tok2vec", "parser")
WARMING, RUNS = 5, 3
PLACES_AS_FAST, READ_AS_FAST = 0.8, 1.0
MORE_MB = 150
Reader = Callable[[str], object]


def place_figures(every: int = 1) -> list[Figure]:
    """Measure reading of place names beside spaCy's recogniser, over news.

    Parameters
    ----------
    every
        Read every Nth text only.
    """
    sides = _sides("geowebnews", ("places", "recogniser"), every)
    return _figures("place names, news", "recogniser only", sides, PLACES_AS_FAST)


def incident_figures(every: int = 1) -> list[Figure]:
    """Measure full reading beside spaCy's recogniser and parser, over reports of violence and over mixed news.

    Parameters
    ----------
    every
        Read every Nth text only.
    """
    kinds = ("incidents", "parser")
    violent = _figures("read, muc", "recogniser and parser", _sides("muc4", kinds, 5 * every), READ_AS_FAST)
    mixed = _figures("read, mixed news", "recogniser and parser", _sides("lgl", kinds, 3 * every), None)
    return [*violent, *mixed]


def _figures(
    what: str, parts: str, sides: tuple[dict[str, float], dict[str, float]], floor: float | None
) -> list[Figure]:
    ours, bare = sides
    return [
        Figure(f"{what}: tokens a second", ours["rate"], "/s"),
        Figure(f"{what}: spaCy's, {parts}", bare["rate"], "/s"),
        Figure(f"{what}: share of spaCy's speed", ours["rate"] / bare["rate"], "x", floor, at_least=True),
        Figure(f"{what}: peak memory", ours["memory"], "MB"),
        Figure(f"{what}: beyond spaCy's", ours["memory"] - bare["memory"], "MB", MORE_MB if floor else None),
    ]


def _sides(texts: str, kinds: tuple[str, str], every: int) -> tuple[dict[str, float], dict[str, float]]:
    """Return the best rate and the most memory of either side, each run in turn."""
    runs = [tuple(_child(kind, texts, every) for kind in kinds) for _ in range(RUNS)]
    ours, bare = ({key: max(run[side][key] for run in runs) for key in ("rate", "memory")} for side in (0, 1))
    return ours, bare


def _child(kind: str, texts: str, every: int) -> dict[str, float]:
    code = f"import json, benchmarks.speed as b; print(json.dumps(b.measured({kind!r}, {texts!r}, {every})))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


# ---------------------------------------------------------------- in a process of its own


def measured(kind: str, texts: str, every: int) -> dict[str, float]:
    """Return the tokens a processor's second and the peak MB of one way of reading.

    Parameters
    ----------
    kind
        places, incidents, recogniser or parser.
    texts
        One of `TEXTS`.
    every
        Read every Nth text only.
    """
    import spacy

    with TEXTS[texts].open(encoding="utf-8") as lines:
        written = [json.loads(line)["text"] for line in lines][::every]
    read = READERS[kind]()
    for text in written[:WARMING]:
        read(text)
    start = time.process_time()
    for text in written:
        read(text)
    seconds, memory = time.process_time() - start, _peak()
    blank = spacy.blank("en")
    return {"rate": sum(len(blank(text)) for text in written) / seconds, "memory": memory}


def _ours(read: Callable[..., Any]) -> Reader:
    gazetteer, pipeline = bundled(), language.load()
    return lambda text: report_to_json(read(Document("text", text), gazetteer, pipeline))


def _bare(*needless: str) -> Reader:
    import spacy

    pipeline: Reader = spacy.load(MODEL, exclude=[*NEEDLESS, *needless])
    return pipeline


READERS: dict[str, Callable[[], Reader]] = {
    "places": partial(_ours, read_places),
    "incidents": partial(_ours, read_one),
    "recogniser": partial(_bare, *SYNTAX),
    "parser": _bare,
}


def _peak() -> float:
    """Return the most MB that this process has held since it began; `getrusage` would count its parent's too."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1e3 for line in lines if line.startswith("VmHWM"))


FIGURES = {"places": place_figures, "incidents": incident_figures}

if __name__ == "__main__":
    print(table(FIGURES[sys.argv[1]](int(sys.argv[2]) if len(sys.argv) > 2 else 1)))
