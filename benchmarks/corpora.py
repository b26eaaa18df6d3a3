"""The development corpora in ../shared, read for measuring and fitting only: nothing of them is kept."""

import csv
import json
import math
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from geo.model import Document

SHARED = Path(__file__).resolve().parents[2] / "shared"
CORPORA = ("lgl", "geowebnews", "geovirus", "wotr")
OUTLETS = Path(__file__).with_name("lgl_outlets.csv")
RIGHT_KM = 161  # 100 miles, within which the literature calls a toponym resolved


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document as it may be read, without its annotations, and beside it what its annotators found."""

    document: Document
    toponyms: tuple[dict[str, Any], ...]
    outlet: str | None


def corpus(name: str) -> Iterator[Annotated]:
    """Yield the documents of a toponym corpus.

    Parameters
    ----------
    name
        One of `CORPORA`.

    Raises
    ------
    FileNotFoundError
        The corpora are not here; they are not part of the project.
    """
    with (SHARED / "corpora" / "toponyms" / f"{name}.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            document = Document(str(row["id"]), row["text"], row.get("title"), row.get("source"))
            yield Annotated(document, tuple(row["toponyms"]), row.get("source"))


def outlet_locations() -> dict[str, str]:
    """Return {outlet: where it is published}, as a user would give it with `--source-location`."""
    lines = [line for line in OUTLETS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {row["outlet"]: row["location"] for row in csv.DictReader(lines)}


def scorer() -> Any:
    """Return the scorer of ../shared as a module."""
    folder = str(SHARED / "scorers")
    if folder not in sys.path:
        sys.path.insert(0, folder)
    return import_module("score")


def calibration_error(told: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    """Return the expected calibration error: the mean gap between confidence and accuracy over equal bins.

    Parameters
    ----------
    told
        (confidence 0..1, whether it was right) of each answer.
    bins
        How many equal bins of confidence.
    """
    groups: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for confidence, right in told:
        groups[min(bins - 1, math.floor(confidence * bins))].append((confidence, right))
    gaps = [abs(sum(c for c, _ in group) - sum(right for _, right in group)) for group in groups]
    return sum(gaps) / len(told) if told else math.nan


def told_of(
    name: str, found: Sequence[dict[str, Any]], without: frozenset[str] = frozenset()
) -> list[tuple[float, bool]]:
    """Return (confidence, whether within 161 km) of each resolved mention that the annotators gave a point.

    Parameters
    ----------
    name
        One of `CORPORA`.
    found
        A reading of it as the scorer reads it, document by document, each toponym with its confidence.
    without
        Kinds of place to leave out.
    """
    score, told = scorer(), []
    for annotated, report in zip(corpus(name), found, strict=True):
        gold = score.unique_spans(annotated.toponyms)
        ours = [t for t in score.unique_spans(report["toponyms"]) if t["role"] != "organisation"]
        for i, j in score.match_spans(gold, ours).items():
            place = ours[j]["place"]
            if place and place["kind"] not in without and not gold[i].get("optional") and gold[i]["lat"] is not None:
                away = score.kilometres(place["lat"], place["lon"], gold[i]["lat"], gold[i]["lon"])
                told.append((ours[j]["confidence"], away <= RIGHT_KM))
    return told
