"""Fit geo/mentions/weights.toml: a logistic regression over the names of the development corpora in ../shared.

`make fit` writes the weights and prints what they reach on documents that they were not fitted on: five folds, by
document, in LGL by outlet, all of its words and choices being its editors'.
"""

import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import stdev
from typing import Any

import numpy as np
from scipy.optimize import minimize

from benchmarks.corpora import Annotated, corpus, scorer
from gazetteer import bundled
from geo import language
from geo.language.parsing import never
from geo.mentions.features import FEATURES, features
from geo.mentions.finding import LEAST
from geo.mentions.judging import companies, likelihoods, logistic
from geo.mentions.names import Name, Reader
from geo.mentions.owners import Owner, owner
from geo.mentions.spans import names_in
from geo.mentions.surroundings import Surroundings, surroundings
from geo.mentions.weights import FILE
from geo.pipeline import is_notable
from geo.weights import BIAS

SHARE = {"lgl": 1.5, "geowebnews": 1.0, "geovirus": 1.0, "wotr": 0.3}  # weight of a name; WOTR is of the 1860s
FOLDS, RIDGE = 5, 1.5  # the ridge of each weight, against a likelihood that counts each name once
# Least and greatest weights, set by hand: war, villages that no gazetteer has, people called after countries and
# illnesses called after places are rare in these corpora.
LEAST_WEIGHTS = {
    "after a kind of": 4.0,
    "after those of": 2.8,
    "before a blow": 2.5,
    "after a siege": 3.2,
    "after a blow": 2.2,
    "listed after in": 1.2,
}
MOST_WEIGHTS = {"in a person's name": -2.3, "illness": -5.0}
# Added to the fitted weights: these corpora speak of firms and courts where reports of wars speak of villages.
ADDED = {
    "unknown after in": 0.9, "village after in": 0.8, "only of a country named": 0.58, "from a place to it": 1.0,
}  # fmt: skip
COLUMNS = {name: number for number, name in enumerate(FEATURES)}
OUT = Path(__file__).resolve().parents[1] / "geo" / "mentions" / FILE
HEAD = """# Weights of what speaks for and against a name's being a place's (geo/mentions/features.py has them all).
# One point is a factor e in the odds. "bias" counts for every name.
# Fitted by `make fit` (benchmarks/fit_recognition.py) on the development halves of LGL, GeoWebNews, GeoVirus and WOTR.

[weights]
"""
Company = Mapping[str, float]
Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Read:
    """A document's names with their features, and what its annotators say: 1 a place, 0 none, None not to be asked."""

    corpus: str
    group: str
    text: Surroundings
    names: tuple[Name, ...]
    owners: tuple[Owner | None, ...]
    own: tuple[tuple[str, ...], ...]
    gold: tuple[dict[str, Any], ...]
    spans: tuple[dict[str, int], ...]
    right: tuple[int | None, ...]


def main() -> int:
    """Fit, cross-validate, write; return 0."""
    documents = [read for name in SHARE for read in _read(name)]
    _report(documents)
    weights = _fitted(documents)
    lines = [f'"{name}" = {weights[name]:.2f}' for name in (BIAS, *FEATURES)]
    OUT.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"written: {OUT}")
    return 0


# ---------------------------------------------------------------- documents


def _read(name: str) -> Iterator[Read]:
    gazetteer, pipeline = bundled(), language.load()
    for annotated in corpus(name):
        parse = pipeline.parse(annotated.document.text, lambda words: is_notable(words, gazetteer), never)
        yield as_read(name, annotated, surroundings(parse))


def as_read(name: str, annotated: Annotated, text: Surroundings) -> Read:
    """Return a document of a corpus with its names, their features and their truth."""
    names = tuple(names_in(Reader(text, bundled())))
    owners = tuple(owner(text, each.first, each.last) for each in names)
    own = tuple(features(text, each, owned) for each, owned in zip(names, owners, strict=True))
    tokens = text.parse.tokens
    spans = tuple({"start": tokens[each.first].start, "end": tokens[each.last].end} for each in names)
    gold = tuple(scorer().unique_spans(annotated.toponyms))
    group = annotated.outlet if name == "lgl" and annotated.outlet else annotated.document.id
    return Read(name, group, text, names, owners, own, gold, spans, tuple(_right(gold, spans)))


def _right(gold: Sequence[dict[str, Any]], spans: Sequence[dict[str, int]]) -> list[int | None]:
    """Return for each span whether it is a place's: not asked where it is optional, or only a part of one found."""
    touched = (any(s["start"] < g["end"] and g["start"] < s["end"] for g in gold) for s in spans)
    right: list[int | None] = [None if touches else 0 for touches in touched]
    for i, j in scorer().match_spans(gold, spans).items():
        right[j] = None if gold[i].get("optional") else 1
    return right


# ---------------------------------------------------------------- fitting


def _fitted(documents: Sequence[Read]) -> dict[str, float]:
    """Return the weights of greatest penalised likelihood: first of each name alone, then of all in company."""
    alone = _maximised(documents, [[{}] * len(read.names) for read in documents])
    together = [companies(read.text, read.names, _alone(read, alone)) for read in documents]
    fitted = _maximised(documents, together)
    return {name: round(value + ADDED.get(name, 0.0), 2) for name, value in fitted.items()}


def _alone(read: Read, weights: Weights) -> list[float]:
    return [logistic(weights[BIAS] + sum(weights[feature] for feature in each)) for each in read.own]


def _maximised(documents: Sequence[Read], company: Sequence[Sequence[Company]]) -> dict[str, float]:
    rows, signs, worth = _table(documents, company)

    def loss(weights: Any) -> tuple[float, Any]:
        margins = signs * (rows @ weights[1:] + weights[0])
        pulls = -signs * worth / (1 + np.exp(np.clip(margins, -500, 500)))
        value = (worth * np.logaddexp(0, -margins)).sum() + (weights[1:] ** 2).sum() * RIDGE / 2
        return float(value), np.concatenate([[pulls.sum()], pulls @ rows + weights[1:] * RIDGE])

    start = np.array([MOST_WEIGHTS.get(name, LEAST_WEIGHTS.get(name, 0.0)) for name in (BIAS, *COLUMNS)])
    bounds = [(LEAST_WEIGHTS.get(name), MOST_WEIGHTS.get(name)) for name in (BIAS, *COLUMNS)]
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x
    return dict(zip((BIAS, *COLUMNS), map(float, found), strict=True))


def _table(documents: Sequence[Read], company: Sequence[Sequence[Company]]) -> tuple[Any, Any, Any]:
    """Return a row of features a judged name, +1 or -1 for what it is, and its weight."""
    rows, signs, worth = [], [], []
    for read, others in zip(documents, company, strict=True):
        for name, owned, own, beside, right in zip(read.names, read.owners, read.own, others, read.right, strict=True):
            if right is None or owned == "body" or name.demonym:
                continue
            row = np.zeros(len(COLUMNS))
            row[[COLUMNS[feature] for feature in own]] = 1.0
            row[[COLUMNS[feature] for feature in beside]] = list(beside.values())
            rows.append(row)
            signs.append(1.0 if right else -1.0)
            worth.append(SHARE[read.corpus])
    return np.array(rows), np.array(signs), np.array(worth)


# ---------------------------------------------------------------- what it reaches


def _report(documents: Sequence[Read]) -> None:
    """Print overlap precision, recall and F1 of each corpus outside the fit, and the spread of F1 over the folds."""
    counts: dict[tuple[str, int], Counter[str]] = defaultdict(Counter)
    for fold in range(FOLDS):
        weights = _fitted([read for read in documents if _fold(read) != fold])
        for read in documents:
            if _fold(read) == fold:
                _count(read, weights, counts[read.corpus, fold], peoples=True)
                _count(read, weights, counts[f"{read.corpus}, no peoples", fold], peoples=False)
        print(f"fold {fold + 1} of {FOLDS} done", file=sys.stderr)
    for name in sorted({told for told, _ in counts}):
        folds = [_scores(counts[name, fold]) for fold in range(FOLDS)]
        whole = _scores(sum((counts[name, fold] for fold in range(FOLDS)), Counter()))
        spread = stdev(each["f1"] for each in folds)
        line = f"precision {whole['precision']:.3f} recall {whole['recall']:.3f} F1 {whole['f1']:.3f}"
        print(f"{name:<24} {line} +- {spread:.3f} over folds")


def _fold(read: Read) -> int:
    return zlib.crc32(read.group.encode()) % FOLDS


def _count(read: Read, weights: Weights, counts: Counter[str], *, peoples: bool) -> None:
    """Add a document's counts as the scorer does; without `peoples`, words for them are neither found nor asked for."""
    likely = likelihoods(read.text, read.names, read.own, weights)
    kept = [
        span
        for name, owned, span, chance in zip(read.names, read.owners, read.spans, likely, strict=True)
        if owned != "body" and (peoples if name.demonym else chance >= LEAST)
    ]
    words = [span for name, span in zip(read.names, read.spans, strict=True) if name.demonym and not peoples]
    gold = [g for g in read.gold if not any(s["start"] < g["end"] and g["start"] < s["end"] for s in words)]
    scorer().count_recognition(counts, "", gold, kept)


def _scores(counts: Mapping[str, int]) -> dict[str, float]:
    found: dict[str, float] = scorer().prf(counts["touch"], counts["system"], counts["touch"], counts["gold"])
    return found


if __name__ == "__main__":
    sys.exit(main())
