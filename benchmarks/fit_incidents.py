"""Fit geo/merge/worth.toml: a logistic regression over an incident's signs, cross-validated by document.

An incident of MUC-4's development texts counts as told if the scorer of ../shared pairs it with a template of the key.
The key leaves out fighting between armed sides, which dateline must not: so no sign that speaks of it takes part.
`make fit` writes the weights and prints what templates reach on documents that the weights were not fitted on.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

from benchmarks.corpora import scorer
from benchmarks.incidents import document_of, rows
from benchmarks.logistic import fitted, fold, written
from benchmarks.told import told
from gazetteer.index import Gazetteer, bundled
from geo import language
from geo.language import Language
from geo.merge.events import grouped
from geo.merge.groups import Group
from geo.merge.phases import with_phases
from geo.merge.worth import FILE, is_clearly_told, signs_of
from geo.model import Document, Incident, Report
from geo.records import report_to_json
from geo.weights import BIAS, points

FOLDS, RIDGE, LEAST = 5, 5.0, 15  # a sign that stands on fewer incidents than `LEAST` gets no weight
LENIENCY = 0.8  # points added to all: what is lost is worse than what is one too many
ARMED = frozenset({
    "combat in the text", "type battle", "type raid", "type airstrike", "harmed: armed", "harmed: state_force",
    "doer: state_force", "armed doer",
})  # fmt: skip
OUT = Path(__file__).resolve().parents[1] / "geo" / "merge" / FILE
HEAD = """# Weights of the signs by which an incident is known to be told as an event rather than spoken of in passing
# (geo/incidents/what/telltale.py and geo/merge/worth.py say what each is). One point is a factor e in the odds; an
# incident with less than 0 in all is left out. Signs of fighting have no weight: benchmarks/fit_incidents.py says why.
# Fitted by `make fit` on the development texts of MUC-4.

[weights]
"""


@dataclass(frozen=True, slots=True)
class Case:
    """An incident with its document and signs, whether the key has it, and whether it is told whatever its signs."""

    document: str
    signs: Mapping[str, float]
    right: bool
    clear: bool


def main() -> int:
    """Fit, cross-validate, write the weights; print what they reach."""
    gazetteer, pipeline = bundled(), language.load()
    gold = rows("muc4", 1)
    cases = [case for row in gold for case in _cases(row, gazetteer, pipeline)]
    asked = sum(not template["optional"] for row in gold for template in row["templates"])
    _report("all incidents", cases, [True] * len(cases), asked)
    scores: dict[int, float] = {}
    of = [fold(case.document, FOLDS) for case in cases]
    for left_out in range(FOLDS):
        weights = _fitted([case for n, case in enumerate(cases) if of[n] != left_out])
        scores |= {n: points(weights, case.signs) for n, case in enumerate(cases) if of[n] == left_out}
    kept = [case.clear or scores[n] >= 0 for n, case in enumerate(cases)]
    _report("told, by weights of other documents", cases, kept, asked)
    OUT.write_text(HEAD + written(_fitted(cases)), encoding="utf-8")
    print(f"written: {OUT}")
    return 0


# ---------------------------------------------------------------- cases


def _cases(row: dict[str, Any], gazetteer: Gazetteer, pipeline: Language) -> Iterator[Case]:
    """Yield the incidents of a text of which the key could have a template."""
    report, groups = _groups(document_of(row), gazetteer, pipeline)
    ids = [str(number) for number in range(len(groups))]
    named = [_named(each, own, ids) for each, own in zip(groups, ids, strict=True)]
    record = json.loads(report_to_json(replace(report, incidents=tuple(with_phases(named)))))
    hits = paired(row, record)
    for own, each, signs in zip(ids, groups, signs_of(groups), strict=True):
        if own in hits:
            clear = any(is_clearly_told(telling) for telling in each.tellings)
            yield Case(str(row["id"]), {k: v for k, v in signs.items() if k not in ARMED}, hits[own], clear)


def _named(group: Group, own: str, ids: Sequence[str]) -> Incident:
    return replace(group.whole, id=own, part_of=None if group.parent is None else ids[group.parent])


def _groups(document: Document, gazetteer: Gazetteer, pipeline: Language) -> tuple[Report, list[Group]]:
    """Return a document's report without incidents, and its incidents before any is left out."""
    _, toponyms, tellings = told(document, gazetteer, pipeline)
    report = Report(document.id, None, None, document.published, "en", document.text, toponyms, (), (), ())
    return report, grouped(tellings, toponyms)


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


def _worth(slots: Mapping[str, tuple[float, float, float]]) -> float:
    """Return how well a template fits one of the key, as `score_templates` reckons it."""
    if not slots["type"][2]:
        return 0.0
    return 1.0 + sum(right for slot, (*_, right) in slots.items() if slot not in {"type", "perp_either"})


# ---------------------------------------------------------------- fitting


def _fitted(cases: Sequence[Case]) -> dict[str, float]:
    weights = fitted([case.signs for case in cases], [case.right for case in cases], RIDGE, LEAST)
    return weights | {BIAS: weights[BIAS] + LENIENCY}


def _report(what: str, cases: Sequence[Case], kept: Sequence[bool], asked: int) -> None:
    found = sum(kept)
    right = sum(case.right for case, keeps in zip(cases, kept, strict=True) if keeps)
    precision, recall = right / found, right / asked
    f1 = 2 * precision * recall / (precision + recall)
    print(f"{what}: {found} incidents, precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")


if __name__ == "__main__":
    sys.exit(main())
