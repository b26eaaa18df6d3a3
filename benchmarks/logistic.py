"""Logistic regression over named signs, with a ridge: how the small weights of `geo/merge` are fitted."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize

from geo.weights import BIAS


def fitted(
    signs: Sequence[Mapping[str, float]],
    right: Sequence[bool],
    ridge: float,
    least: int,
    counts: Sequence[float] | None = None,
) -> dict[str, float]:
    """Return {sign: points} of greatest penalised likelihood, the bias among them.

    Parameters
    ----------
    signs
        Of each case, the strength of its signs.
    right
        Whether each case is what is sought.
    ridge
        Penalty on each weight's square, none on the bias.
    least
        A sign that fewer cases have gets no weight.
    counts
        How much each case counts; None for all alike.
    """
    seen = Counter(name for case in signs for name in case)
    names = sorted(name for name, times in seen.items() if times >= least)
    columns = {name: number for number, name in enumerate(names)}
    table = np.zeros((len(signs), len(names) + 1))
    table[:, -1] = 1.0
    for line, case in zip(table, signs, strict=True):
        for name, value in case.items():
            if name in columns:
                line[columns[name]] = value
    sought, weight = np.array(right, dtype=float), np.ones(len(signs)) if counts is None else np.array(counts)
    penalty = np.append(np.full(len(names), ridge), 0.0)

    def loss(weights: Any) -> tuple[float, Any]:
        points = table @ weights
        value = (weight * (np.logaddexp(0.0, points) - sought * points)).sum() + (penalty * weights**2).sum() / 2
        slope = table.T @ (weight * (1.0 / (1.0 + np.exp(-points)) - sought)) + penalty * weights
        return float(value), slope

    found = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B").x
    return {BIAS: float(found[-1])} | {n: float(w) for n, w in zip(names, found[:-1], strict=True)}


def written(weights: Mapping[str, float]) -> str:
    """Return weights as the lines of a TOML table, the least first."""
    return "".join(f'"{name}" = {value:.3f}\n' for name, value in sorted(weights.items(), key=lambda item: item[1]))


def fold(document: str, folds: int) -> int:
    """Return the fold of a document, the same in every run.

    Parameters
    ----------
    document, folds
        Its name, and how many folds there are.
    """
    return sum(document.encode()) % folds
