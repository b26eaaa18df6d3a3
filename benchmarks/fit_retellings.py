"""Fit geo/merge/retellings.toml: a logistic regression over pairs of incidents, cross-validated by report.

The pairs are those of the open invented reports (`benchmarks/invented_texts`). Two that are found are two events; one
too many that would have answered what an earlier or later one answers is that event told again; one too many that
answers nothing may be either, and counts little. So do pairs of MUC-4's development texts of which the key has both:
they are two events, and of others it does not say whether they are told again. `make fit` writes the weights and prints
how many pairs would be joined by weights of other reports, and how many of them rightly.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.fit_worth import paired
from benchmarks.incidents import document_of, rows
from benchmarks.invented_reports import cases, compare, likeness
from benchmarks.logistic import fitted, fold, written
from benchmarks.unsifted import unsifted
from gazetteer.index import Gazetteer, bundled
from geo import language
from geo.language import Language
from geo.merge.groups import Group
from geo.merge.retellings import FILE, joinable, may_be_one, signs
from geo.model import Document, Incident, Report
from geo.records import report_to_json
from geo.weights import BIAS, points
from tests.suite.holding import conditions
from tests.suite.notation import Case, load

FOLDS, RIDGE, LEAST = 8, 1.0, 5
CAUTION = 0.5  # points taken from all: an incident that is swallowed is worse than one that is shown twice
SUITE = Path(__file__).resolve().parents[1] / "tests" / "suite"
UNSURE = 0.3  # what a pair counts of which one answers nothing
KEYED = 0.25  # what a pair of MUC-4's counts: they are many, and the key parts more than most readers would
OUT = Path(__file__).resolve().parents[1] / "geo" / "merge" / FILE
HEAD = """# Weights of the signs by which an incident is known to be one that the text told before
# (geo/merge/retellings.py says what each is). One point is a factor e in the odds; two incidents with 0 or more in all
# are joined. Fitted by `make fit` on the open invented reports and MUC-4 (benchmarks/fit_retellings.py).

[weights]
"""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two incidents of a report in the order in which they are told.

    Parameters
    ----------
    report
        Its name.
    signs
        Those of the pair.
    same
        Whether the second tells the first again.
    count
        How much the pair counts.
    """

    report: str
    signs: dict[str, float]
    same: bool
    count: float


def main() -> int:
    """Fit, cross-validate, write the weights; print what they would join."""
    pairs = list(_pairs())
    joined: Counter[str] = Counter()
    for left_out in range(FOLDS):
        weights = _fitted([pair for pair in pairs if fold(pair.report, FOLDS) != left_out])
        for pair in pairs:
            if fold(pair.report, FOLDS) == left_out and points(weights, pair.signs) >= 0:
                joined["right" if pair.same else "unsure" if pair.count == UNSURE else "wrong"] += 1
    same = sum(pair.same for pair in pairs)
    print(f"{len(pairs)} pairs, {same} of one event; by weights of other reports joined: {dict(joined)}")
    OUT.write_text(HEAD + written(_fitted(pairs)), encoding="utf-8")
    print(f"written: {OUT}")
    return 0


def _pairs() -> Iterator[Pair]:
    gazetteer, pipeline = bundled(), language.load()
    for row in rows("muc4", 1):
        report, told = _unjoined(document_of(row), gazetteer, pipeline)
        hits = paired(row, json.loads(report_to_json(report)))
        found = [each for (each, joins), i in zip(told, report.incidents, strict=True) if joins and hits.get(i.id)]
        for first, second in combinations(found, 2):
            if may_be_one(first, second):
                yield Pair(report.id, dict(signs(first, second)), same=False, count=KEYED)
    for case in (*(c for c in cases("open") if not c.file.parent.name.endswith("items")), *_suite()):
        report, told = _unjoined(Document(case.name, case.text, published=case.published), gazetteer, pipeline)
        yield from _pairs_of(case, report, told)


def _unjoined(document: Document, gazetteer: Gazetteer, pipeline: Language) -> tuple[Report, list[tuple[Group, bool]]]:
    """Return a report, and the tellings of each of its incidents with whether it may be joined to another."""
    report, groups = unsifted(document, gazetteer, pipeline, joined=False)
    may = set(joinable(groups))
    return report, [(each, n in may) for n, each in enumerate(groups)]


def _suite() -> Iterator[Case]:
    for file in sorted((SUITE / "reports").glob("*.txt")):
        yield from load(file, whole=True)


def _pairs_of(case: Case, report: Report, told: Sequence[tuple[Group, bool]]) -> Iterator[Pair]:
    found = compare(case, report, routes=False).found
    answers = {item.id: (n, True) for n, (_, item, _) in enumerate(found)}
    for incident in report.incidents:
        if incident.id not in answers:
            answers[incident.id] = (_would_answer(incident, found, report), False)
    rows = [(each, answers[i.id]) for (each, joins), i in zip(told, report.incidents, strict=True) if joins]
    for (first, (one, is_found)), (second, (other, is_found_too)) in combinations(rows, 2):
        if (is_found or is_found_too) and may_be_one(first, second):
            count = UNSURE if None in {one, other} else 1.0
            yield Pair(case.name, dict(signs(first, second)), one == other, count)


def _would_answer(incident: Incident, found: Sequence[tuple[Any, Any, Any]], report: Report) -> int | None:
    """Return which of the expectations that are met an incident too many would have met, if any."""
    likely = [(likeness(conditions(expected, incident, report)), -n) for n, (expected, _, _) in enumerate(found)]
    best, number = max(likely, default=(0.0, 0))
    return -number if best > 0 else None


def _fitted(pairs: Sequence[Pair]) -> dict[str, float]:
    weights = fitted([p.signs for p in pairs], [p.same for p in pairs], RIDGE, LEAST, [p.count for p in pairs])
    return weights | {BIAS: weights[BIAS] - CAUTION}


if __name__ == "__main__":
    sys.exit(main())
