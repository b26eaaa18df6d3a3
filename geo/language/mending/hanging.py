"""Tokens -> the same tokens, some of them hung elsewhere in the tree of their sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from geo.model import Token

Hung: TypeAlias = "dict[int, tuple[str, int]]"  # {token: (label, head)}


def rehung(tokens: Sequence[Token], hung: Mapping[int, tuple[str, int]]) -> tuple[Token, ...]:
    """Return tokens with new labels and heads, and the children that follow from them.

    Parameters
    ----------
    tokens
        A document's.
    hung
        The new ones: {token index: (label, index of the head)}.
    """
    moved = [replace(t, dep=hung[t.index][0], head=hung[t.index][1]) if t.index in hung else t for t in tokens]
    below: dict[int, list[int]] = {}
    for token in moved:
        if token.head != token.index:
            below.setdefault(token.head, []).append(token.index)
    return tuple(replace(t, children=tuple(below.get(t.index, ()))) for t in moved)
