"""Fitted trees, each a row of questions whether a name bears a sign, and how likely they make each of some names.

They are in `linking.csv`, which `make fit` (benchmarks/fit_placing.py) writes; the numbers at their ends add up to the
logarithm of the odds. All names are led through all trees of a round at once, question by question.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from typing import TYPE_CHECKING, Any, TypeAlias

from geo.errors import LexiconError
from geo.lexicon import read_rows

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[Any, np.dtype[Any]]

FILE = "linking.csv"
COLUMNS = ("round", "tree", "node", "sign", "borne", "lacking")

Branch: TypeAlias = "tuple[str, Branch, Branch] | float"


@dataclass(frozen=True, slots=True)
class Trees:
    """A round's trees, their questions and answers numbered one after another.

    Parameters
    ----------
    signs
        The number of each sign.
    number
        How many trees there are; their first questions come before all others.
    asked
        The sign that each question asks for; 0 at answers.
    after
        What follows each for names that lack the sign and, in the second column, that bear it; an answer's is itself.
    answers
        The answers; 0 at questions.
    depth
        Questions, at most, to an answer.
    """

    signs: dict[str, int]
    number: int
    asked: "Numbers"
    after: "Numbers"
    answers: "Numbers"
    depth: int


def likelihoods(turn: str, borne: Sequence[frozenset[str]]) -> list[float]:
    """Return how likely each of some names is where the event was, 0..1.

    Parameters
    ----------
    turn
        The round: "1" or "2".
    borne
        The signs of each name.
    """
    import numpy as np

    trees = _trees(turn)
    width = len(trees.signs)
    bears = np.zeros(len(borne) * width, dtype=np.intp)
    bears[[n * width + trees.signs[sign] for n, signs in enumerate(borne) for sign in signs if sign in trees.signs]] = 1
    name = np.arange(0, len(bears), width)[:, np.newaxis]
    at = np.tile(np.arange(trees.number), (len(borne), 1))  # where each name is in each tree
    for _ in range(trees.depth):  # `take` is twice as quick as brackets
        at = trees.after.take(2 * at + bears.take(name + trees.asked.take(at)))
    return [1.0 / (1.0 + exp(-sum(answers))) for answers in trees.answers[at].tolist()]


@cache
def _trees(turn: str) -> Trees:
    import numpy as np

    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for round_, tree, node, *question in read_rows(files(__package__) / FILE, COLUMNS):
        if round_ == turn:
            found.setdefault(tree, {})[node] = tuple(question)
    waiting = [_branch(tree, nodes, "0", len(nodes)) for tree, nodes in found.items()]
    signs: dict[str, int] = {}
    rows: list[tuple[int, int, int, float]] = []
    for own, branch in enumerate(waiting):  # which grows while it is read
        if isinstance(branch, float):
            rows.append((0, own, own, branch))
            continue
        sign, borne, lacking = branch
        rows.append((signs.setdefault(sign, len(signs)), len(waiting), len(waiting) + 1, 0.0))
        waiting += lacking, borne
    asked, without, bearing, answers = map(np.array, zip(*rows, strict=True))
    return Trees(signs, len(found), asked, np.stack([without, bearing], axis=1), answers, max(map(len, found.values())))


def _branch(tree: str, nodes: dict[str, tuple[str, ...]], end: str, depth: int) -> Branch:
    """Return what an end of a question leads to: another question (its number), or a number with a sign (+0.12)."""
    if end.startswith(("+", "-")):
        return float(end)
    if end not in nodes or depth < 0:
        raise LexiconError(f"{FILE}: tree {tree} has no node {end}, or it leads back to itself")
    sign, borne, lacking = nodes[end]
    return sign, _branch(tree, nodes, borne, depth - 1), _branch(tree, nodes, lacking, depth - 1)
