"""Of things in the order of a text, those in a part of it, found without going over all of them."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol, TypeVar


class Starting(Protocol):
    """Anything that begins at a character of a text."""

    @property
    def start(self) -> int:
        """The character at which it begins."""


T = TypeVar("T", bound=Starting)


def starting_in(things: Sequence[T], start: int, end: int) -> Sequence[T]:
    """Return the things that begin in the characters ``[start, end)``.

    Parameters
    ----------
    things
        In the order of the text.
    start, end
        Characters of the text.
    """
    inside = positions_in(things, start, end)
    return things[inside.start : inside.stop]


def positions_in(things: Sequence[Starting], start: int, end: int) -> range:
    """Return the positions of the things that begin in the characters ``[start, end)``.

    Parameters
    ----------
    things, start, end
        As for `starting_in`.
    """
    first = bisect_left(things, start, key=lambda thing: thing.start)
    return range(first, bisect_left(things, end, lo=first, key=lambda thing: thing.start))
