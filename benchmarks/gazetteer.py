"""Gazetteer: look-ups a second, time to open, memory and size; each in a fresh process, imports not counted."""

import json
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from itertools import accumulate
from pathlib import Path

from benchmarks.figure import Figure, table

MENTIONS, NAMES, PLACE_SHARE = 200_000, 20_000, 0.6
FIRST = (
    "General",
    "Task Force",
    "Colonel",
    "Ministry of",
    "Brigade",
    "al",
    "Operation",
    "Minister",
    "Camp of",
    "Party of",
)
SYLLABLES = ("ka", "ri", "mov", "ha", "san", "ter", "lo", "ben", "zu", "min", "gar", "vet", "os", "lin", "da", "rak")


def main() -> None:
    """Print each figure beside its budget."""
    opened = [in_child("opened") for _ in range(5)]
    looked = in_child("looked_up")
    best = min(opened, key=lambda run: run["open"])
    print(
        table(
            [
                Figure("gazetteer: open, first in a process", best["open"], "ms", 50),
                Figure("gazetteer: own memory once open", best["memory"], "MB"),
                Figure("gazetteer: look-ups, text-like mix, from empty", looked["mix"], "/s", 200_000, at_least=True),
                Figure("gazetteer: look-ups, the same mix again", looked["again"], "/s"),
                Figure("gazetteer: look-ups, every name new", looked["new"], "/s"),
                Figure("gazetteer: look-ups, names of no place, every one new", looked["missed"], "/s"),
                Figure("gazetteer: own memory after all of these", looked["memory"], "MB"),
                Figure("gazetteer: first question to the outlines", looked["outlines"], "ms"),
                Figure("gazetteer: size of the file", looked["size"], "MB"),
            ]
        )
    )


def opened(path: str | None = None) -> dict[str, float]:
    """Return the time to open in ms and the memory that is then the process's own."""
    from gazetteer.index import BUNDLED, Gazetteer

    before = _own_memory()
    start = time.perf_counter()
    gazetteer = Gazetteer.open(path or BUNDLED)
    gazetteer.candidates("Kut")
    return {"open": (time.perf_counter() - start) * 1e3, "memory": _own_memory() - before}


def looked_up(path: str | None = None) -> dict[str, float]:
    """Return rates of look-ups of several kinds."""
    from gazetteer.index import BUNDLED, Gazetteer

    before = _own_memory()
    gazetteer = Gazetteer.open(path or BUNDLED)
    pick = random.Random(7)  # noqa: S311 (a sample, not a secret)
    places, others = _place_names(pick, gazetteer.info[0].path), [_no_place(pick) for _ in range(NAMES)]
    fresh = Gazetteer.open(gazetteer.info[0].path)
    mix = _text_like(pick, places, others)
    return {
        "mix": _rate(gazetteer.candidates, mix),
        "again": _rate(gazetteer.candidates, mix),
        "new": _rate(fresh.candidates, list(dict.fromkeys([*places, *others]))),
        "missed": _rate(fresh.candidates, [f"{name} Two" for name in dict.fromkeys(others)]),
        "memory": _own_memory() - before,
        "outlines": _outlines(gazetteer),
        "size": gazetteer.info[0].size / 1e6,
    }


def _outlines(gazetteer: object) -> float:
    import shapely  # noqa: F401 (its import is not what is measured)

    start = time.perf_counter()
    gazetteer.boundaries.country_at(33.3, 44.4)  # type: ignore[attr-defined]
    return (time.perf_counter() - start) * 1e3


def _place_names(pick: random.Random, path: Path) -> list[str]:
    """Return names of places, as likely as their prominence makes them."""
    from gazetteer.layer import Layer

    layer = Layer(path, "bundled")
    rows = pick.choices(range(len(layer)), [10 ** (rank / 24) for rank in layer.prominences()], k=NAMES)
    return [layer.place(row).name for row in rows]


def _no_place(pick: random.Random) -> str:
    return f"{pick.choice(FIRST)} {''.join(pick.choices(SYLLABLES, k=3)).title()}"


def _text_like(pick: random.Random, places: list[str], others: list[str]) -> list[str]:
    """Return mentions whose names recur as words do, the n-th most frequent 1/n as often (Zipf)."""
    names = [pick.choice(places if pick.random() < PLACE_SHARE else others) for _ in range(NAMES)]
    weights = list(accumulate(1 / rank for rank in range(1, NAMES + 1)))
    return pick.choices(names, cum_weights=weights, k=MENTIONS)


def _rate(look_up: Callable[[str], object], names: Iterable[str]) -> float:
    listed = list(names)
    start = time.perf_counter()
    for name in listed:
        look_up(name)
    return len(listed) / (time.perf_counter() - start)


def _own_memory() -> float:
    """Return the megabytes that only this process has: what it maps from a file is the system's to give back."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1e3 for line in lines if line.startswith("RssAnon")), float("nan"))


def in_child(what: str, path: str | None = None) -> dict[str, float]:
    """Return what `opened` or `looked_up` does of a gazetteer file, in a fresh process."""
    code = f"import json, benchmarks.gazetteer as b; print(json.dumps(b.{what}({path!r})))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


if __name__ == "__main__":
    main()
