"""Fit geo/resolve/weights.toml: a multinomial logit over the candidates and "none", cross-validated by document.

`make fit` writes the weights that follow from the gazetteer and the development corpora in ../shared, and prints what
they reach on documents that they were not fitted on.
"""

import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from benchmarks.corpora import RIGHT_KM, Annotated, calibration_error, corpus, outlet_locations, scorer
from gazetteer import bundled
from geo import language, mentions
from geo.model import Document, Mention
from geo.pipeline import is_notable
from geo.resolve.answer import source_place
from geo.resolve.features import EXTENSIVE, FEATURES, NO_PLACE
from geo.resolve.ranking import rank
from geo.resolve.senses import senses_of
from geo.resolve.weights import FILE, load_weights

SHARE = {"lgl": 1.0, "geowebnews": 1.5, "geovirus": 1.0, "wotr": 0.3}  # weight of a mention; WOTR speaks of the 1860s
FOLDS, ROUNDS, RIDGE = 5, 2, 0.01
POINTS_ELSEWHERE = frozenset({"geovirus", "wotr"})  # whose points of countries are not GeoNames': no proof of error
# Set by hand: within 161 km a town and the province named after it are both right, so the corpora cannot tell; and
# words for the people of two countries ("Congolese") are too few in them.
HELD = {"kind": 4.0, "second kind": 1.5, "other kind": -3.0, "people": 3.0, "town of its name": -3.0}
# The corpora write of America and Britain, whose names have one spelling, and of few places that are kept by hand.
HELD |= {"main name": 3.2, "vetted name": 2.3, "like its name": 1.7, "kept by hand": 1.0}
COLUMNS = {name: number for number, name in enumerate((*FEATURES, NO_PLACE))}
OUT = Path(__file__).resolve().parents[1] / "geo" / "resolve" / FILE
HEAD = """# Weights of the features by which a name's candidates are ranked (geo/resolve/features.py says what each is).
# One point is a factor e in the odds. "no place" is the score of "a place that the gazetteer lacks".
# Fitted by `make fit` (benchmarks/fit_resolution.py) on the development halves of LGL, GeoWebNews, GeoVirus and WOTR.

[weights]
"""
CURVE = """# Of the answers with such a share of the softmax, how many were right on documents outside the fit.
"""
LEAST_STEP = 1e-3  # between the curve's points, which are written to three places
BINS = 16  # of equally many answers, from which the curve is drawn
Weights = Mapping[str, float]
Told = tuple[str, int, float, bool]


@dataclass(frozen=True, slots=True)
class Read:
    """A document with its mentions, and the gold point of each mention that has one."""

    corpus: str
    document: Document
    mentions: tuple[Mention, ...]
    gold: tuple[tuple[int, float, float], ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A mention to be resolved: its candidates' features a row, "none of these" last, and which rows are right."""

    corpus: str
    document: str
    rows: Any
    right: Any


def main() -> int:
    """Fit, cross-validate, write; return 0."""
    documents = [read for name in SHARE for read in _read(name)]
    weights = dict(load_weights())
    told = _cross_validated(documents, weights)
    _report([row for fold in range(FOLDS) for row in _calibrated(told, fold)])
    weights = _fitted(documents, weights)
    lines = [f"{_key(name)} = {weights[name]:.3f}" for name in (*FEATURES, NO_PLACE)]
    shares, rights = (", ".join(f"{value:.3f}" for value in axis) for axis in zip(*_curve(told), strict=True))
    points = f"\n{CURVE}[calibration]\nshare = [{shares}]\nright = [{rights}]\n"
    OUT.write_text(HEAD + "\n".join(lines) + "\n" + points, encoding="utf-8")
    print(f"written: {OUT}")
    return 0


def _key(name: str) -> str:
    return f'"{name}"' if " " in name else name


# ---------------------------------------------------------------- documents


def _read(name: str) -> Iterator[Read]:
    """Yield a corpus's documents; those of LGL a second time with the place of their outlet."""
    gazetteer, pipeline, locations = bundled(), language.load(), outlet_locations()
    for annotated in corpus(name):
        parse = pipeline.parse(annotated.document.text, lambda words: is_notable(words, gazetteer))
        found = mentions.find(parse, gazetteer)
        read = Read(name, annotated.document, found, tuple(_gold(annotated, found)))
        yield read
        if location := locations.get(annotated.outlet or ""):
            yield replace(read, corpus=f"{name}+", document=replace(read.document, source_location=location))


def _gold(annotated: Annotated, found: Sequence[Mention]) -> Iterator[tuple[int, float, float]]:
    score = scorer()
    gold = score.unique_spans(annotated.toponyms)
    system = [{"start": m.start, "end": m.end, "n": n} for n, m in enumerate(found) if m.role != "organisation"]
    for i, j in score.match_spans(gold, system).items():
        if not gold[i].get("optional") and gold[i]["lat"] is not None:
            yield system[j]["n"], gold[i]["lat"], gold[i]["lon"]


def _choices(read: Read, weights: Weights) -> Iterator[Choice]:
    """Yield a document's choices, with the company that the weights bring about."""
    gazetteer = bundled()
    keys, senses = senses_of(read.mentions, read.document, gazetteer)
    location = read.document.source_location
    ranked = rank(senses, gazetteer, weights, source_place(location, gazetteer) if location else None)
    for number, lat, lon in read.gold:
        scored = ranked[keys[number]].scored if read.mentions[number].fixed is None else ()
        if not scored:
            continue
        rows = np.zeros((len(scored) + 1, len(COLUMNS)))
        rows[-1, COLUMNS[NO_PLACE]] = 1.0
        for row, each in zip(rows, scored, strict=False):
            for feature, value in each.values.items():
                row[COLUMNS[feature]] = value
        away = [scorer().kilometres(each.place.lat, each.place.lon, lat, lon) for each in scored]
        right = np.array([*(km <= RIGHT_KM for km in away), not any(km <= RIGHT_KM for km in away)])
        elsewhere = scored[0].place.kind in EXTENSIVE or (
            read.corpus in POINTS_ELSEWHERE and scored[0].place.kind in {"country", "admin1"}
        )
        if not (right[-1] and elsewhere):
            yield Choice(read.corpus, read.document.id, rows, right)


# ---------------------------------------------------------------- fitting


def _fitted(documents: Sequence[Read], weights: Weights) -> dict[str, float]:
    """Return the weights of greatest penalised likelihood; the company is read anew in each of a few rounds."""
    found = dict(weights)
    for _ in range(ROUNDS):
        choices = [choice for read in documents for choice in _choices(read, found)]
        found = dict(zip(COLUMNS, _maximised(choices, np.array([found[name] for name in COLUMNS])), strict=True))
    return {name: round(float(value), 3) for name, value in found.items()}


def _maximised(choices: Sequence[Choice], start: Any) -> Any:
    table = np.concatenate([choice.rows for choice in choices])
    right = np.concatenate([choice.right for choice in choices])
    firsts = np.cumsum([0, *(len(choice.rows) for choice in choices[:-1])])
    sizes = np.array([len(choice.rows) for choice in choices])
    worth = np.array([_worth(choice.corpus) for choice in choices])
    each = np.repeat(worth, sizes)

    def loss(weights: Any) -> tuple[float, Any]:
        scores = table @ weights
        powers = np.exp(scores - np.repeat(np.maximum.reduceat(scores, firsts), sizes))
        total, hit = np.add.reduceat(powers, firsts), np.add.reduceat(powers * right, firsts)
        shares = powers / np.repeat(total, sizes)
        wanted = powers * right / np.repeat(hit, sizes)
        value = -(worth * np.log(hit / total)).sum() / worth.sum() + RIDGE * weights @ weights / len(weights)
        return float(value), (each * (shares - wanted)) @ table / worth.sum() + 2 * RIDGE * weights / len(weights)

    bounds = [(HELD[name], HELD[name]) if name in HELD else (None, None) for name in COLUMNS]
    held = np.array([HELD.get(name, value) for name, value in zip(COLUMNS, start, strict=True)])
    return minimize(loss, held, jac=True, method="L-BFGS-B", bounds=bounds).x


def _worth(name: str) -> float:
    return 0.5 * SHARE["lgl"] if name == "lgl+" else SHARE[name]


# ---------------------------------------------------------------- what it reaches


def _cross_validated(documents: Sequence[Read], weights: Weights) -> list[Told]:
    """Return (corpus, fold, confidence, whether right) of each mention, by weights that its document had no part in."""
    told = []
    for fold in range(FOLDS):
        others = [read for read in documents if _fold(read) != fold]
        fitted = _fitted(others, weights)
        for read in documents:
            if _fold(read) == fold:
                told += [(read.corpus, fold, *_verdict(choice, fitted)) for choice in _choices(read, fitted)]
        print(f"fold {fold + 1} of {FOLDS} done", file=sys.stderr)
    return told


def _fold(read: Read) -> int:
    return sum(read.document.id.encode()) % FOLDS


def _verdict(choice: Choice, weights: Weights) -> tuple[float, bool]:
    scores = choice.rows @ np.array([weights[name] for name in COLUMNS])
    shares = np.exp(scores - scores.max())
    best = int(np.argmax(scores[:-1]))
    return float(shares[best] / shares.sum()), bool(choice.right[best])


def _curve(told: Sequence[Told]) -> list[tuple[float, float]]:
    """Return points of (share, how many were right), rising in both: bins pooled where they fall (isotonic)."""
    ordered = sorted((row[2], row[3]) for row in told if not row[0].endswith("+"))
    pools = [(float(np.mean([c for c, _ in b])), float(np.mean([r for _, r in b])), len(b)) for b in _bins(ordered)]
    rising: list[tuple[float, float, int]] = []
    for pool in pools:
        rising.append(pool)
        while len(rising) > 1 and (rising[-1][1] <= rising[-2][1] or rising[-1][0] - rising[-2][0] < LEAST_STEP):
            (s, r, n), (t, q, m) = rising.pop(), rising.pop()
            rising.append(((s * n + t * m) / (n + m), (r * n + q * m) / (n + m), n + m))
    return [(0.0, 0.0), *((share, right) for share, right, _ in rising if share < 1 - LEAST_STEP), (1.0, rising[-1][1])]


def _bins(ordered: Sequence[tuple[float, bool]]) -> list[Sequence[tuple[float, bool]]]:
    edges = np.linspace(0, len(ordered), BINS + 1).astype(int)
    return [ordered[low:high] for low, high in pairwise(edges) if high > low]


def _calibrated(told: Sequence[Told], fold: int) -> list[Told]:
    """Return a fold's answers by the curve of the other folds."""
    shares, rights = zip(*_curve([row for row in told if row[1] != fold]), strict=True)
    mine = [row for row in told if row[1] == fold]
    return [(name, fold, float(np.interp(share, shares, rights)), right) for name, _, share, right in mine]


def _report(told: Sequence[Told]) -> None:
    for name in dict.fromkeys(row[0] for row in told):
        rows = [row for row in told if row[0] == name]
        folds = [np.mean([row[3] for row in rows if row[1] == fold]) for fold in range(FOLDS)]
        spread = math.nan if len(folds) < 2 else float(np.std(folds, ddof=1))
        error = calibration_error([(row[2], row[3]) for row in rows])
        right = np.mean([row[3] for row in rows])
        print(f"{name:<12} right {right:.3f} +- {spread:.3f} over folds, calibration error {error:.3f}")
    print(f"all          calibration error {calibration_error([(row[2], row[3]) for row in told]):.3f}")


if __name__ == "__main__":
    sys.exit(main())
