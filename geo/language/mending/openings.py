"""Prepositions that open a sentence and are taken for a part of the name behind them: "Outside Kano, gunmen killed"."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.language.mending.hanging import Hung, rehung
from geo.model import Token
from geo.syntax.tags import MODIFIERS

if TYPE_CHECKING:
    from spacy.tokens import Doc

OPENING = frozenset({"At", "In", "Near", "Inside", "Outside", "Around", "Across", "Along", "Off", "Over"})


def openings(doc: "Doc", starts: Collection[int]) -> Iterator[int]:
    """Yield the tokens of prepositions that open a sentence.

    Parameters
    ----------
    doc
        spaCy's document.
    starts
        The first tokens of its sentences.
    """
    return (start for start in starts if doc[start].text in OPENING)


def with_openings(tokens: Sequence[Token], found: Collection[int]) -> tuple[Token, ...]:
    """Return tokens, prepositions in names hung on the verb of their clause and the names on them.

    Parameters
    ----------
    tokens
        A document's.
    found
        The prepositions' tokens.
    """
    hung: Hung = {}
    for index in found:
        hung.update(_hung(tokens, tokens[index]))
    told = [replace(t, pos="ADP", tag="IN") if t.index in found and t.index in hung else t for t in tokens]
    return rehung(told, hung)


def _hung(tokens: Sequence[Token], word: Token) -> Hung:
    """Return a preposition and its name as what says where a verb's event was, if that has a subject beside them."""
    name = tokens[word.head]
    verb = tokens[name.head]
    subjects = [i for i in verb.children if tokens[i].dep in {"nsubj", "nsubjpass"} and i > name.index]
    if word.dep not in MODIFIERS or name.dep not in {"nsubj", "nsubjpass", "npadvmod"} or not subjects:
        return {}
    return {word.index: ("prep", verb.index), name.index: ("pobj", word.index)}
