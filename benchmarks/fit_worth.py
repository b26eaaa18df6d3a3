"""Fit geo/merge/worth.csv: boosted trees over an incident's signs, cross-validated by document.

Three kinds of texts teach them. An incident of MUC-4's development texts is told if the scorer of ../shared pairs it
with a template of the key, which leaves out fighting between armed sides, as dateline must not: so what such fighting
harms takes no part. An incident of an open invented report or item is told if it answers what a careful reader records;
one of a sentence of the suite, if it is expected there.

`make fit` writes the trees and prints what they reach on documents that they were not fitted on.
"""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

from benchmarks.boosted import Fitted, Signs, fitted, write
from benchmarks.corpora import scorer
from benchmarks.incidents import document_of, rows
from benchmarks.invented_reports import cases, compare
from benchmarks.logistic import fold
from benchmarks.unsifted import unsifted
from gazetteer.index import bundled
from geo import language
from geo.merge.groups import Group
from geo.merge.worth import FILE, is_weighed, least
from geo.merge.worth_signs import signs_of
from geo.model import Document, Report
from geo.records import report_to_json
from tests.suite.holding import assigned
from tests.suite.test_suite import SENTENCES

Read = Callable[[Document], tuple[Report, list[Group]]]
FOLDS, TREES, LEAST_SEEN = 5, 150, 15  # a sign that fewer incidents bear is left out
COUNTS = {"muc": 1.0, "reports": 1.0, "suite": 0.5}  # what an incident counts
HARMS_ARMED = frozenset({"harmed: armed", "harmed: state_force"})
SETTINGS: dict[str, Any] = {
    "num_leaves": 15, "learning_rate": 0.06, "min_data_in_leaf": 20, "feature_fraction": 0.3, "bagging_fraction": 0.8,
    "lambda_l2": 5.0,
}  # fmt: skip
HEAD = """# Trees that say how likely an incident is told as an event, and not only spoken of in passing.
# round:   1; there is no other.
# tree:    its number; the answers of the trees add up to the logarithm of the odds.
# node:    a question of the tree; 0 is asked first.
# sign:    what is asked: does the incident bear this sign? geo/merge/worth_signs.py says what each is.
# borne:   the next question if it does, or the answer, which begins with + or -.
# lacking: the same if it does not.
# Fitted by `make fit` (benchmarks/fit_worth.py) on MUC-4's development texts, the open invented reports and the suite.
"""


@dataclass(frozen=True, slots=True)
class Sample:
    """An incident that has to be weighed: where it stands, its signs, whether it is told, how likely it has to be.

    One of fighting between armed sides is weighed like any other, and teaches nothing.
    """

    kind: str
    document: str
    signs: Signs
    right: bool
    least: float
    teaches: bool = True


def main() -> int:
    """Fit, cross-validate, write the trees; print what they reach."""
    gazetteer, pipeline = bundled(), language.load()

    def read(document: Document) -> tuple[Report, list[Group]]:
        return unsifted(document, gazetteer, pipeline, joined=True)

    samples = [*_of_muc(read), *_of_reports(read), *_of_suite(read)]
    likely: dict[int, float] = {}
    for left_out in range(FOLDS):
        of = [n for n, each in enumerate(samples) if fold(each.document, FOLDS) == left_out]
        trees = _fitted([each for each in samples if fold(each.document, FOLDS) != left_out])
        likely |= dict(zip(of, trees.likelihoods([samples[n].signs for n in of]), strict=True))
    for kind in COUNTS:
        _print(kind, [(each, likely[n] >= each.least) for n, each in enumerate(samples) if each.kind == kind])
    write(FILE, HEAD, [_fitted(samples)])
    return 0


# ---------------------------------------------------------------- samples


def _of_muc(read: Read) -> Iterator[Sample]:
    """Yield the incidents of which the key could have a template."""
    for row in rows("muc4", 1):
        report, groups = read(document_of(row))
        hits = paired(row, json.loads(report_to_json(report)))
        for incident, signs, each in _weighed(report, groups):
            if incident in hits:
                harmed = frozenset().union(*(telling.signs for telling in each.tellings)) & HARMS_ARMED
                fights = bool(harmed) or each.whole.type == "battle"
                yield Sample("muc", str(row["id"]), signs, hits[incident], least(each), teaches=not fights)


def paired(row: dict[str, Any], record: dict[str, Any]) -> dict[str, bool]:
    """Return which incidents the scorer pairs with a template of the key, of those that could have one.

    Parameters
    ----------
    row, record
        A text of MUC-4, and the record of what was read from it.
    """
    score = scorer()
    kept = {i["id"]: i for i in record["incidents"] if i["type"] in score.MUC_TYPES and i["modality"] != "denied"}
    told = [i for i in kept.values() if i["part_of"] not in kept]
    found = [score.muc_template(i, record["toponyms"]) for i in told]
    keys = [score.gold_template(template) for template in row["templates"]]
    worth = np.array([[_worth(score.slot_counts(f, k)) for k in keys] for f in found]).reshape(len(found), len(keys))
    pairs = zip(*linear_sum_assignment(-worth), strict=True)
    hit = {int(i) for i, j in pairs if worth[i, j] > 0}
    return {incident["id"]: n in hit for n, incident in enumerate(told)}


def _worth(slots: dict[str, tuple[float, float, float]]) -> float:
    """Return how well a template fits one of the key, as `score_templates` reckons it."""
    if not slots["type"][2]:
        return 0.0
    return 1.0 + sum(right for slot, (*_, right) in slots.items() if slot not in {"type", "perp_either"})


def _of_reports(read: Read) -> Iterator[Sample]:
    """Yield the incidents of the open invented reports and items."""
    for case in cases("open"):
        report, groups = read(Document(case.file.stem, case.text, published=case.published))
        found = {item.id for _, item, _ in compare(case, report, routes=False).found}
        for incident, signs, each in _weighed(report, groups):
            yield Sample("reports", case.name, signs, incident in found, least(each))


def _of_suite(read: Read) -> Iterator[Sample]:
    """Yield the incidents of the suite's sentences, but for those of which more is told than they say."""
    for case in SENTENCES:
        if not case.todo and not case.more:
            report, groups = read(Document("invented", case.text, published=case.published))
            items = [*report.incidents, *report.routes]
            found = {items[n].id for n in assigned(case.expected, items, report).values()}
            for incident, signs, each in _weighed(report, groups):
                yield Sample("suite", case.name, signs, incident in found, least(each))


def _weighed(report: Report, groups: Sequence[Group]) -> Iterator[tuple[str, Signs, Group]]:
    told = zip(report.incidents, signs_of(groups), groups, is_weighed(groups), strict=True)
    return ((incident.id, signs, group) for incident, signs, group, weighs in told if weighs)


# ---------------------------------------------------------------- fitting


def _fitted(samples: Sequence[Sample]) -> Fitted:
    taught = [each for each in samples if each.teaches]
    return fitted(
        [each.signs for each in taught],
        [each.right for each in taught],
        [COUNTS[each.kind] for each in taught],
        settings=SETTINGS,
        trees=TREES,
        least=LEAST_SEEN,
    )


def _print(kind: str, told: Sequence[tuple[Sample, bool]]) -> None:
    right = sum(each.right for each, is_told in told if is_told)
    found, asked = sum(is_told for _, is_told in told), sum(each.right for each, _ in told)
    print(f"{kind}, by trees of other documents: of {asked} events {right} are told, and {found - right} that are none")


if __name__ == "__main__":
    sys.exit(main())
