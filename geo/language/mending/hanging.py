"""Tokens -> the same tokens, some of them hung elsewhere in the tree of their sentence."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import wraps
from typing import TypeAlias

from geo.model import Token

Hung: TypeAlias = "dict[int, tuple[str, int]]"  # {token: (label, head)}
Remade: TypeAlias = "tuple[Hung, Iterable[Token]]"  # and words with other tags, in place of those of their index
AS_IT_IS: Remade = ({}, ())


def mending(rule: Callable[[Sequence[Token], Token], Hung]) -> Callable[[Sequence[Token]], tuple[Token, ...]]:
    """Let a rule for one token mend the trees of a document.

    Parameters
    ----------
    rule
        Takes a document's tokens and one of them, and returns which are to hang elsewhere on account of it.
    """

    @wraps(rule)
    def hangs(tokens: Sequence[Token], token: Token) -> Remade:
        return rule(tokens, token), ()

    return remaking(hangs)


def remaking(rule: Callable[[Sequence[Token], Token], Remade]) -> Callable[[Sequence[Token]], tuple[Token, ...]]:
    """Let a rule for one token mend the trees and the words of a document.

    Parameters
    ----------
    rule
        As for `mending`, but also returns the words that are to be others on account of it.
    """

    @wraps(rule)
    def mended(tokens: Sequence[Token]) -> tuple[Token, ...]:
        hung: Hung = {}
        found = list(tokens)
        for token in tokens:
            moved, words = rule(tokens, token)
            hung.update(moved)
            for word in words:
                found[word.index] = word
        return rehung(found, hung)

    return mended


def sentence_start(tokens: Sequence[Token], token: Token) -> int:
    """Return the index of the first token of a token's sentence."""
    first = token.index
    while first > 0 and tokens[first - 1].sentence == token.sentence:
        first -= 1
    return first


def place_of(token: Token, other: Token) -> tuple[str, int]:
    """Return label and head of a token for another that takes its place: at the head of the sentence, it heads it."""
    return token.dep, other.index if token.head == token.index else token.head


def as_noun(token: Token) -> Token:
    """Return a token that was taken for a verb or an adjective as a noun."""
    return replace(token, pos="NOUN", tag="NN", lemma=token.text.lower())


def rehung(tokens: Sequence[Token], hung: Mapping[int, tuple[str, int]]) -> tuple[Token, ...]:
    """Return tokens with new labels and heads, and the children that follow from them; what hangs in a ring stays.

    Parameters
    ----------
    tokens
        A document's.
    hung
        The new ones: {token index: (label, index of the head)}.
    """
    hung = _without_rings(tokens, hung)
    found = list(tokens)
    below: dict[int, set[int]] = {}
    for index, (label, head) in hung.items():
        found[index] = replace(tokens[index], dep=label, head=head)
        for above in (tokens[index].head, head):
            below.setdefault(above, set(tokens[above].children)).discard(index)
    for index, (_, head) in hung.items():
        if head != index:
            below[head].add(index)
    for index, children in below.items():
        found[index] = replace(found[index], children=tuple(sorted(children)))
    return tuple(found)


def _without_rings(tokens: Sequence[Token], hung: Mapping[int, tuple[str, int]]) -> Mapping[int, tuple[str, int]]:
    """Return new heads without those that make a ring: who walks up from there would never reach a root."""
    ringed = {index for index in hung if _comes_back(tokens, hung, index)}
    return _without_rings(tokens, {i: to for i, to in hung.items() if i not in ringed}) if ringed else hung


def _comes_back(tokens: Sequence[Token], hung: Mapping[int, tuple[str, int]], index: int) -> bool:
    at, seen = index, set[int]()
    while at not in seen:
        seen.add(at)
        at = hung[at][1] if at in hung else tokens[at].head
    return at == index and len(seen) > 1
