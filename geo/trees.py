"""Fitted trees, each a row of questions whether a thing bears a sign, and how likely they make each of some things.

A stage keeps its own in a file that `make fit` writes; the numbers at their ends add up to the logarithm of the odds.
No tree is walked: each sign that a thing bears bars those answers that are for things without it, and of the answers
left to a tree the first counts, where at each question the answers for things without come first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, reduce
from math import exp
from operator import and_
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
    all
        Four bytes for each tree, together a number, in which each bit is one of its answers.
    open
        For each sign those bits of `all` whose answers it leaves open.
    answers
        A row for each tree: its answers, in the order of the bits, the lowest first.
    """

    all: int
    open: dict[str, int]
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
    open_ = trees.open
    bits = [reduce(and_, [open_[sign] for sign in signs if sign in open_], trees.all) for signs in borne]
    rows = b"".join(each.to_bytes(4 * len(trees.answers), "little") for each in bits)
    left = np.frombuffer(rows, dtype="<i4").reshape(len(bits), -1)
    lowest = np.frexp(left & -left)[1] - 1  # the number of the lowest bit
    answers = trees.answers.take(lowest + np.arange(len(trees.answers)) * MOST)
    sums = answers.cumsum(axis=1)[:, -1]  # one after another: `sum` adds in an order of its own, and rounds otherwise
    return [1.0 / (1.0 + exp(-each)) for each in sums.tolist()]


@cache
def _trees(file: Path, turn: str) -> Trees:
    import numpy as np

    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for round_, tree, node, *question in read_rows(file, COLUMNS):
        if round_ == turn:
            found.setdefault(tree, {})[node] = tuple(question)
    trees = [_branch(f"{file.name}: tree {tree}", nodes, "0", len(nodes)) for tree, nodes in found.items()]
    everything = 2 ** (32 * len(trees)) - 1
    open_: dict[str, int] = {}
    answers = np.zeros((len(trees), MOST))

    def grow(tree: int, branch: Branch, first: int) -> int:
        """Put down the answers of a branch of which the first has a number, and return the number after its last."""
        if isinstance(branch, float):
            answers[tree, first] = branch
            return first + 1
        sign, borne, lacking = branch
        last = grow(tree, lacking, first)
        open_[sign] = open_.get(sign, everything) & ~(2**last - 2**first << 32 * tree)
        return grow(tree, borne, last)

    for number, branch in enumerate(trees):
        grow(number, branch, 0)
    return Trees(everything, open_, answers)


def _branch(tree: str, nodes: dict[str, tuple[str, ...]], end: str, depth: int) -> Branch:
    """Return what an end of a question leads to: another question (its number), or a number with a sign (+0.12)."""
    if end.startswith(("+", "-")):
        return float(end)
    if end not in nodes or depth < 0:
        raise LexiconError(f"{tree} has no node {end}, or it leads back to itself")
    sign, borne, lacking = nodes[end]
    return sign, _branch(tree, nodes, borne, depth - 1), _branch(tree, nodes, lacking, depth - 1)
