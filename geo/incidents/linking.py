"""An event and the names of its sentence -> how likely each name is where the event was, by fitted trees.

The trees are in `linking.csv`, each a row of questions whether a name bears a sign (see `place_signs`); the numbers at
their ends add up to the logarithm of the odds. `make fit` (benchmarks/fit_placing.py) writes the file.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from typing import TypeAlias

from geo.errors import LexiconError
from geo.incidents.place_names import Candidate, candidates
from geo.incidents.place_signs import signs
from geo.lexicon import read_rows
from geo.model import Parse, Toponym

FILE = "linking.csv"
COLUMNS = ("tree", "node", "sign", "borne", "lacking")
FIRST = 0.33  # from here on the likeliest name is where the event was; below it the sentence does not say
FURTHER = 0.5  # from here on a name is another of several places

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
    found = zip(names, signs(parse, event, names, toponyms), strict=True)
    ranked = sorted((Link(name, likelihood(borne)) for name, borne in found), key=lambda link: -link.likelihood)
    return [link for n, link in enumerate(ranked) if link.likelihood >= (FURTHER if n else FIRST)]


def likelihood(borne: frozenset[str]) -> float:
    """Return how likely a name with some signs is where the event was, 0..1.

    Parameters
    ----------
    borne
        Its signs.
    """
    return 1.0 / (1.0 + exp(-sum(_value(tree, borne) for tree in _trees())))


def _value(branch: Branch, borne: frozenset[str]) -> float:
    while not isinstance(branch, float):
        sign, with_it, without = branch
        branch = with_it if sign in borne else without
    return branch


@cache
def _trees() -> tuple[Branch, ...]:
    """Return the trees, each a sign with a branch for names that bear it and one for those that lack it."""
    trees: dict[str, dict[str, tuple[str, ...]]] = {}
    for tree, node, *question in read_rows(files(__package__) / FILE, COLUMNS):
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
