"""spaCy's document -> ours: tokens, sentences and entities with their places in the text as written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.language.ages import with_ages
from geo.language.words import Use, Words
from geo.model import Entity, Parse, Sentence, Token

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Tokens. Real sentences are shorter; what is done for each word of a sentence with each other stays bounded.
LONGEST_SENTENCE = 200


@dataclass(frozen=True, slots=True)
class Syntax:
    """What the parser found, an item a token: spaCy's numbers of tags and dependencies (0: not parsed), heads, starts.

    `heads` count the tokens of the document, `starts` are the first tokens of its sentences, in order.
    """

    tags: Sequence[int]
    deps: Sequence[int]
    heads: Sequence[int]
    starts: Sequence[int]


def as_parse(text: str, doc: "Doc", syntax: Syntax, places: Sequence[int], words: Words) -> Parse:
    """Return a document as a `Parse`.

    Parameters
    ----------
    text
        The text as written.
    doc
        Its running text, with entities.
    syntax
        What the parser found.
    places
        Where each character of the running text stands in `text`.
    words
        Says what the words are.
    """
    spans = [(places[t.idx], places[t.idx + len(t) - 1] + 1) for t in doc]

    def written(first: int, last: int) -> tuple[int, int]:
        return spans[first][0], spans[last - 1][1]

    pieces = list(_pieces([*syntax.starts, len(doc)]))
    sentences = tuple(Sentence(number, *written(*piece), *piece) for number, piece in enumerate(pieces))
    entities = tuple(Entity(*written(e.start, e.end), e.start, e.end, e.label_) for e in doc.ents)
    return Parse(text, with_ages(_tokens(doc, syntax, spans, pieces, words)), sentences, entities)


def _tokens(
    doc: "Doc", syntax: Syntax, spans: list[tuple[int, int]], pieces: list[tuple[int, int]], words: Words
) -> tuple[Token, ...]:
    sentence_of = [number for number, (first, last) in enumerate(pieces) for _ in range(first, last)]
    # A head in another piece of an overlong sentence is out of reach: the token heads itself, as a root does.
    heads = [head if sentence_of[head] == sentence_of[i] else i for i, head in enumerate(syntax.heads)]
    children: list[list[int]] = [[] for _ in heads]
    for index, head in enumerate(heads):
        if head != index:
            children[head].append(index)
    return tuple(
        Token(
            i,
            *spans[i],
            word.text,
            word.lemma,
            word.pos,
            word.tag,
            word.dep if heads[i] == syntax.heads[i] else "ROOT",
            heads[i],
            tuple(children[i]),
            token.ent_type_,
            sentence_of[i],
        )
        for i, (token, word) in enumerate(zip(doc, words.read(_uses(doc, syntax)), strict=True))
    )


def _uses(doc: "Doc", syntax: Syntax) -> list[Use]:
    there = doc.vocab.strings["expl"]
    after_there = [False, *(dep == there for dep in syntax.deps[:-1])][: len(doc)]
    return list(zip([t.orth for t in doc], syntax.tags, syntax.deps, after_there, strict=True))


def _pieces(bounds: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield sentences whole, or in pieces where one is too long to be one: text without full stops has no end."""
    for first, last in pairwise(bounds):
        for start in range(first, last, LONGEST_SENTENCE):
            yield start, min(start + LONGEST_SENTENCE, last)
