"""An event and the names of its sentence -> how likely each name is where the event was, by fitted trees.

The trees (see `geo.trees`) ask whether a name bears signs (see `place_signs`). Those of the first round see a name by
itself, those of the second also how likely the first made it and the other names.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from geo.incidents.where.place_names import Candidate, candidates
from geo.incidents.where.place_signs import APART, signs
from geo.model import Parse, Toponym
from geo.model.remembered import remembered
from geo.trees import likelihoods

FILE = Path(__file__).with_name("linking.csv")
FIRST = 0.35  # from here on the likeliest name is where the event was; below it the sentence does not say
NEAR = 0.3  # from here on, in the first round, a name bars those in clauses with another subject
FURTHER = 0.5  # from here on a name is another of several places
STEPS = (0.05, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9)  # likelihoods between which the second round tells names apart


@dataclass(frozen=True, slots=True)
class Link:
    """A name and the likelihood, 0..1, that the event was there."""

    name: Candidate
    likelihood: float


@remembered
def links(parse: Parse, event: int, toponyms: tuple[Toponym, ...]) -> tuple[Link, ...]:
    """Return the names by which a sentence puts an event somewhere, the likeliest first; () where it says no place.

    Parameters
    ----------
    parse, event
        The text, and the token index of the word that tells of the event.
    toponyms
        All of the document's, in the order of the text.
    """
    names = candidates(parse, parse.sentences[parse.tokens[event].sentence], toponyms)
    if not names:
        return ()
    own = signs(parse, event, names, toponyms)
    told = list(zip(names, own, likelihoods(FILE, "1", own), strict=True))
    near = [each for each in told if APART not in each[1]]
    told = near if any(likely >= NEAR for *_, likely in near) else told  # what is told of another gives way
    borne = compared([each for _, each, _ in told], [likely for *_, likely in told])
    found = [Link(name, likely) for (name, *_), likely in zip(told, likelihoods(FILE, "2", borne), strict=True)]
    ranked = sorted(found, key=lambda link: -link.likelihood)
    return tuple(link for n, link in enumerate(ranked) if link.likelihood >= (FURTHER if n else FIRST))


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
