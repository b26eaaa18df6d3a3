"""An event and the names of its sentence -> how likely each name is where the event was, by fitted trees.

The trees are in `linking.csv`, each a row of questions whether a name bears a sign (see `place_signs`); the numbers at
their ends add up to the logarithm of the odds. The trees of the first round see a name by itself, those of the second
also how likely the first made it and the other names. `make fit` (benchmarks/fit_placing.py) writes the file.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from typing import TypeAlias

from geo.errors import LexiconError
from geo.incidents.place_names import Candidate, candidates
from geo.incidents.place_signs import APART, signs
from geo.lexicon import read_rows
from geo.model import Parse, Toponym

FILE = "linking.csv"
COLUMNS = ("round", "tree", "node", "sign", "borne", "lacking")
FIRST = 0.35  # from here on the likeliest name is where the event was; below it the sentence does not say
NEAR = 0.3  # from here on, in the first round, a name bars those in clauses with another subject
FURTHER = 0.5  # from here on a name is another of several places
STEPS = (0.05, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9)  # likelihoods between which the second round tells names apart

Branch: TypeAlias = "tuple[str, Branch, Branch] | float"


@dataclass(frozen=True, slots=True)
class Link:
    """A name and the likelihood, 0..1, that the event was there."""

    name: Candidate
    likelihood: float


def links(parse: Parse, event: int, toponyms: tuple[Toponym, ...]) -> list[Link]:
    """Return the names by which a sentence puts an event somewhere, the likeliest first; [] where it says no place.

    Parameters
    ----------
    parse
        The text.
    event
        Token index of the word that tells of the event.
    toponyms
        All of the document's, in the order of the text.
    """
    names = candidates(parse, parse.sentences[parse.tokens[event].sentence], toponyms)
    if not names:
        return []
    told = [(n, b, likelihood("1", b)) for n, b in zip(names, signs(parse, event, names, toponyms), strict=True)]
    near = [each for each in told if APART not in each[1]]
    told = near if any(likely >= NEAR for *_, likely in near) else told  # what is told of another gives way
    borne = compared([each for _, each, _ in told], [likely for *_, likely in told])
    found = [Link(name, likelihood("2", each)) for (name, *_), each in zip(told, borne, strict=True)]
    ranked = sorted(found, key=lambda link: -link.likelihood)
    return [link for n, link in enumerate(ranked) if link.likelihood >= (FURTHER if n else FIRST)]


def compared(borne: Sequence[frozenset[str]], likely: Sequence[float]) -> list[frozenset[str]]:
    """Return the signs of each name with what the first round says of it beside the others.

    Parameters
    ----------
    borne
        The signs of each name of a sentence.
    likely
        The first round's likelihood of each, 0..1.
    """
    return [signs.union(_beside(number, likely)) for number, signs in enumerate(borne)]


def _beside(number: int, likely: Sequence[float]) -> tuple[str, ...]:
    own, others = _step(likely[number]), _step(max((*likely[:number], *likely[number + 1 :]), default=0.0))
    return (
        f"likely: {own}",
        f"likeliest other: {others}",
        f"likely, likeliest other: {own}, {others}",
        f"likely last: {_step(likely[number - 1] if number else 0.0)}",
        f"likely next: {_step(next(iter(likely[number + 1 :]), 0.0))}",
        f"likelier: {sum(each > likely[number] for each in likely)}",
        f"likely in all: {min(5, int(2 * sum(likely)))}",
    )


def _step(likely: float) -> int:
    return bisect_right(STEPS, likely)


def likelihood(turn: str, borne: frozenset[str]) -> float:
    """Return how likely a name with some signs is where the event was, 0..1.

    Parameters
    ----------
    turn
        The round: "1" or "2".
    borne
        The name's signs.
    """
    return 1.0 / (1.0 + exp(-sum(_value(tree, borne) for tree in _trees(turn))))


def _value(branch: Branch, borne: frozenset[str]) -> float:
    while not isinstance(branch, float):
        sign, with_it, without = branch
        branch = with_it if sign in borne else without
    return branch


@cache
def _trees(turn: str) -> tuple[Branch, ...]:
    """Return a round's trees, each a sign with a branch for names that bear it and one for those that lack it."""
    trees: dict[str, dict[str, tuple[str, ...]]] = {}
    for round_, tree, node, *question in read_rows(files(__package__) / FILE, COLUMNS):
        if round_ == turn:
            trees.setdefault(tree, {})[node] = tuple(question)
    return tuple(_branch(tree, nodes, "0", len(nodes)) for tree, nodes in trees.items())


def _branch(tree: str, nodes: dict[str, tuple[str, ...]], end: str, depth: int) -> Branch:
    """Return what an end of a question leads to: another question (its number), or a number with a sign (+0.12)."""
    if end.startswith(("+", "-")):
        return float(end)
    if end not in nodes or depth < 0:
        raise LexiconError(f"{FILE}: tree {tree} has no node {end}, or it leads back to itself")
    sign, borne, lacking = nodes[end]
    return sign, _branch(tree, nodes, borne, depth - 1), _branch(tree, nodes, lacking, depth - 1)
