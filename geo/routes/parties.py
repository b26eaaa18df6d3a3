"""Who is armed by name: a party of ``sides.csv``, or people whose movement is worth a route by itself."""

from functools import cache

from geo.lexicon import load_rows
from geo.model import Parse
from geo.routes.cargo import plain_load

LONGEST = 3  # words of a name in sides.csv


@cache
def _names() -> frozenset[str]:
    return frozenset(word for word, side in load_rows("sides", ("word", "side")) if side in {"name", "group"})


def is_armed(parse: Parse, noun: int) -> bool:
    """Tell whether a noun names armed people: "the Taliban", "Boko Haram", "the rebels"."""
    load = plain_load(parse, noun)
    if load and load.category == "persons":
        return True
    words = [token.text.lower() for token in parse.tokens[max(noun - LONGEST + 1, 0) : noun + 1]]
    return any(_name(words[start:]) in _names() for start in range(len(words)))


def _name(words: list[str]) -> str:
    return " ".join(words).removesuffix("s")
