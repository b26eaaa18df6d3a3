"""A name -> the words in it by which a party to a conflict, or one who stands outside of it, is known."""

import re
from collections.abc import Collection, Mapping
from functools import cache, lru_cache

from geo.lexicon import load_pairs, load_rows
from geo.lexicon.shared import singular

SIDES = frozenset({"group", "state", "force", "allied", "outside"})
LONGEST = 9  # tokens of a name: "Jaish-e-Mohammed" is five
MOST = 4096  # names to remember
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
END = re.compile(r"(?:['’]s|-(?:run|led|backed|controlled))$")


@cache
def sides() -> dict[str, str]:
    """Return the words in names of parties to a conflict, and which side each shows; "name" of an armed group's own."""
    return _words_of_sides() | named_sides()


@cache
def words_of_side(*shown: str) -> frozenset[str]:
    """Return the words in names that show one of some sides."""
    return frozenset(word for word, side in sides().items() if side in shown)


@cache
def named_sides() -> dict[str, str]:
    """Return the names of those who bear arms, in small letters, as written and as `words_in` has them: their sides."""
    groups = dict.fromkeys((name for (name,) in load_rows("armed_groups", ("name",))), "name")
    names = load_pairs("state_forces", ("name", "side"), side=SIDES) | groups
    small = {name.casefold(): side for name, side in names.items()}
    # letters that stand for words, as in "ISIS", have no singular
    single = {singular(name.casefold()): side for name, side in names.items() if " " not in name and not name.isupper()}
    whole = frozenset(small) | frozenset(single) | frozenset(_words_of_sides())
    return {" ".join(_words(name, whole)): side for name, side in small.items()} | single | small


@cache
def _words_of_sides() -> dict[str, str]:
    return load_pairs("sides", ("word", "side"), side=SIDES)


@cache
def _longest() -> int:
    """Return how many words the longest entry has."""
    return max(len(entry.split()) for entry in sides())


def words_in(name: str) -> list[str]:
    """Return the words of a name in the singular, a possessive and a word joined to "run" or "led" without its end.

    Parameters
    ----------
    name
        In small letters.
    """
    return _words(name, sides().keys())


def _words(name: str, whole: Collection[str]) -> list[str]:
    """Return the words of a name without their ends; those in `whole` keep their "s"."""
    words = (END.sub("", word) for word in WORD.findall(name))
    return [word if word in whole else singular(word) for word in words]


@lru_cache(MOST)
def marks(name: str) -> Mapping[str, str]:
    """Return the entries in a name with their marks; a longer one hides the shorter ones inside: "state media".

    Parameters
    ----------
    name
        In small letters.
    """
    words, found, at = words_in(name), {}, 0
    while at < len(words):
        for size in range(_longest(), 0, -1):
            entry = " ".join(words[at : at + size])
            if entry in sides():
                found[entry] = sides()[entry]
                at += size - 1
                break
        at += 1
    return found


@lru_cache(MOST)
def side_at_end(name: str) -> str:
    """Return the side of those whose own name a name ends with, "" of none: "name" for "the Qassam Brigades".

    Parameters
    ----------
    name
        In small letters.
    """
    words = words_in(name)
    ends = (" ".join(words[first:]) for first in range(max(0, len(words) - _longest()), len(words)))
    return next((named_sides()[end] for end in ends if end in named_sides()), "")
