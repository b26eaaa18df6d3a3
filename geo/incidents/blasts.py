"""Bombs and shots: who placed or fired them, and what stands where they went off."""

from collections.abc import Iterable, Iterator

from geo.incidents.kinds import kind_of
from geo.model import Parse
from geo.syntax import children, prepositional

PLACES = frozenset({
    "place", "plant", "put", "leave", "throw", "hurl", "toss", "fire", "launch", "detonate", "set", "drop", "lay",
    "activate",
})  # fmt: skip
BESIDE = ("in", "inside", "at", "near", "outside", "under", "beside", "behind", "on", "against", "of", "to")
FRONT = frozenset({"front", "next", "close", "top"})  # "in front of", "next to"
# Where a blast was, but nothing that it was meant for.
GROUND = frozenset({
    "street", "avenue", "road", "highway", "square", "corner", "area", "city", "town", "village", "block", "border",
    "neighborhood", "neighbourhood", "field", "lot", "zone", "district", "sector", "center", "centre", "sidewalk",
    "line", "island", "end", "side", "time", "night", "day",
})  # fmt: skip


def placed_by(parse: Parse, weapons: Iterable[int]) -> list[int]:
    """Return who is said to have placed or fired a weapon: "a bomb planted by rebels".

    Parameters
    ----------
    parse
        The text.
    weapons
        Token indices of the weapons' nouns.
    """
    verbs = (v for i in weapons for v in children(parse, i, "acl", "relcl") if v.lemma in PLACES)
    return [i for verb in verbs for i in prepositional(parse, verb.index, ("by",))]


def beside_a_blast(parse: Parse, trigger: int) -> list[int]:
    """Return the buildings and vehicles in or beside which something exploded.

    Parameters
    ----------
    parse
        The text.
    trigger
        Token index of the word for the explosion.
    """
    return [i for i in _beside(parse, trigger) if kind_of(parse, i) in {"facility", "vehicle"}]


def _beside(parse: Parse, trigger: int) -> Iterator[int]:
    yield from prepositional(parse, trigger, BESIDE)
    for word in children(parse, trigger, "advmod", "prep", "acomp"):
        yield from prepositional(parse, word.index, BESIDE)
        for inner in children(parse, word.index, "pobj"):
            if inner.lemma in FRONT:
                yield from prepositional(parse, inner.index, ("of", "to"))
