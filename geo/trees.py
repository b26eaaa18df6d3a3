"""Fitted trees, each a row of questions whether a thing bears a sign, and how likely they make each of some things.

A stage keeps its own in a file that `make fit` writes; the numbers at their ends add up to the logarithm of the odds.
No tree is walked: each sign that a thing bears bars those answers that are for things without it, and of the answers
left to a tree the first counts, where at each question the answers for things without come first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from geo.errors import LexiconError
from geo.lexicon import read_rows

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[Any, np.dtype[Any]]

COLUMNS = ("round", "tree", "node", "sign", "borne", "lacking")
MOST = 30  # answers of a tree, each a bit of a number; those fitted so far have 15

Branch: TypeAlias = "tuple[str, Branch, Branch] | float"


@dataclass(frozen=True, slots=True)
class Trees:
    """A round's trees, their questions and answers numbered one after another.

    Parameters
    ----------
    signs
        The number of each sign.
    open
        A row for each sign, a column for each tree: a bit for each of its answers that the sign leaves open.
    answers
        A row for each tree: its answers, in the order of the bits, the lowest first.
    """

    signs: dict[str, int]
    open: "Numbers"
    answers: "Numbers"


def likelihoods(file: Path, turn: str, borne: Sequence[frozenset[str]]) -> list[float]:
    """Return how likely each of some things is what is sought, 0..1.

    Parameters
    ----------
    file
        A stage's trees.
    turn
        The round, where a file has several: "1" or "2".
    borne
        The signs of each thing.

    Raises
    ------
    LexiconError
        A tree leads nowhere.
    """
    import numpy as np

    trees = _trees(file, turn)
    rows = [[trees.signs[sign] for sign in signs if sign in trees.signs] for signs in borne]
    left = np.array([np.bitwise_and.reduce(trees.open[row]) for row in rows])
    lowest = np.frexp(left & -left)[1] - 1  # the number of the lowest bit
    answers = trees.answers.take(lowest + np.arange(len(trees.answers)) * MOST)
    return [1.0 / (1.0 + exp(-sum(each))) for each in answers.tolist()]


@cache
def _trees(file: Path, turn: str) -> Trees:
    import numpy as np

    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for round_, tree, node, *question in read_rows(file, COLUMNS):
        if round_ == turn:
            found.setdefault(tree, {})[node] = tuple(question)
    trees = [_branch(f"{file.name}: tree {tree}", nodes, "0", len(nodes)) for tree, nodes in found.items()]
    signs: dict[str, int] = {}
    barred: list[tuple[int, int, int]] = []
    answers = np.zeros((len(trees), MOST))

    def grow(tree: int, branch: Branch, first: int) -> int:
        """Put down the answers of a branch of which the first has a number, and return the number after its last."""
        if isinstance(branch, float):
            answers[tree, first] = branch
            return first + 1
        sign, borne, lacking = branch
        last = grow(tree, lacking, first)
        barred.append((signs.setdefault(sign, len(signs)), tree, 2**last - 2**first))
        return grow(tree, borne, last)

    for number, branch in enumerate(trees):
        grow(number, branch, 0)
    open_ = np.full((len(signs), len(trees)), -1, dtype=np.int32)
    for asked, number, bits in barred:
        open_[asked, number] &= ~bits
    return Trees(signs, open_, answers)


def _branch(tree: str, nodes: dict[str, tuple[str, ...]], end: str, depth: int) -> Branch:
    """Return what an end of a question leads to: another question (its number), or a number with a sign (+0.12)."""
    if end.startswith(("+", "-")):
        return float(end)
    if end not in nodes or depth < 0:
        raise LexiconError(f"{tree} has no node {end}, or it leads back to itself")
    sign, borne, lacking = nodes[end]
    return sign, _branch(tree, nodes, borne, depth - 1), _branch(tree, nodes, lacking, depth - 1)
