"""Fitted weights, from small files that a person can read and change; each stage keeps its own."""

import tomllib
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from importlib.resources.abc import Traversable
from typing import Any

from geo.errors import LexiconError

BIAS = "bias"  # what everything weighs, whatever its signs


def read_table(file: Traversable, name: str) -> dict[str, Any]:
    """Return a table of a stage's file of weights (TOML), empty if it is not there."""
    table: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8")).get(name, {})
    return table


def read_weights(file: Traversable, needed: AbstractSet[str], *, others: bool = False) -> dict[str, float]:
    """Return {feature: points} of the table ``[weights]``; one point is a factor e in the odds.

    Parameters
    ----------
    file
        A stage's weights.
    needed
        What must have a weight.
    others
        Whether anything else may have one, too.

    Raises
    ------
    LexiconError
        A weight is missing, or is of nothing that may have one, or is no number.
    """
    table = read_table(file, "weights")
    wrong = needed - table.keys() if others else needed ^ table.keys()
    wrong |= {name for name, value in table.items() if not isinstance(value, (int, float))}
    if wrong:
        raise LexiconError(f"{file.name}: [weights] needs one number for each feature; see {', '.join(sorted(wrong))}")
    return {name: float(value) for name, value in table.items()}


def points(weights: Mapping[str, float], signs: Mapping[str, float]) -> float:
    """Return what signs of some strength come to; one without a weight counts for nothing.

    Parameters
    ----------
    weights
        {sign: points}, `BIAS` among them.
    signs
        {sign: strength}.
    """
    return weights[BIAS] + sum(weights.get(name, 0.0) * value for name, value in signs.items())
