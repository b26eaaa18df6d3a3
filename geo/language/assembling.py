"""spaCy's document -> ours: tokens, sentences and entities with their places in the text as written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.language.mending.ages import with_ages
from geo.language.mending.callings import with_callings
from geo.language.mending.compass import with_compass
from geo.language.mending.flat_names import with_whole_names
from geo.language.mending.free_relatives import with_free_relatives
from geo.language.mending.gerunds import with_gerunds
from geo.language.mending.group_names import with_group_names
from geo.language.mending.headline_verbs import with_headline_verbs
from geo.language.mending.late_speakers import with_late_speakers
from geo.language.mending.late_victims import with_late_victims
from geo.language.mending.lost_nouns import with_lost_nouns
from geo.language.mending.numbered_units import with_numbered_units
from geo.language.mending.opening_days import with_opening_days
from geo.language.mending.particles import with_particles
from geo.language.mending.prefixes import with_prefixes
from geo.language.mending.torn_clauses import with_bearing_verbs, with_joined_clauses
from geo.language.mending.torn_lists import with_sides, with_whole_lists
from geo.language.mending.torn_people import with_torn_people
from geo.language.mending.torn_quotes import with_torn_quotes
from geo.language.mending.torn_series import with_whole_series
from geo.language.mending.torn_subjects import with_torn_subjects
from geo.language.mending.torn_verbs import with_torn_verbs
from geo.language.openings import openings
from geo.language.words import Use, Word, Words
from geo.model import Entity, Parse, Sentence, Token

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Tokens. Real sentences are shorter; what is done for each word of a sentence with each other stays bounded.
LONGEST_SENTENCE = 200
# What mends the trees, in the order in which each builds on those before.
MENDED = (
    with_prefixes, with_lost_nouns, with_callings, with_numbered_units, with_group_names, with_particles,
    with_opening_days, with_whole_names, with_headline_verbs, with_gerunds, with_ages, with_compass,
    with_bearing_verbs, with_joined_clauses, with_free_relatives, with_whole_lists, with_sides, with_torn_people,
    with_torn_quotes, with_torn_subjects, with_torn_verbs, with_late_speakers, with_late_victims, with_whole_series,
)  # fmt: skip


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
    starts, lengths, orths = columns(doc, "IDX", "LENGTH", "ORTH")
    spans = [(places[at], places[at + length - 1] + 1) for at, length in zip(starts, lengths, strict=True)]

    def written(first: int, last: int) -> tuple[int, int]:
        return spans[first][0], spans[last - 1][1]

    pieces = list(_pieces([*syntax.starts, len(doc)]))
    sentences = tuple(Sentence(number, *written(*piece), *piece) for number, piece in enumerate(pieces))
    opened = frozenset(openings(doc, syntax.starts))
    bounds = ((e.start + (e.start in opened and e.end - e.start > 1), e.end, e.label_) for e in doc.ents)
    entities = tuple(Entity(*written(first, last), first, last, label) for first, last, label in bounds)
    read = words.read(_uses(orths, syntax, doc.vocab.strings["expl"]))
    marked = ["" if i in opened else label for i, label in enumerate(texts_of(doc, "ENT_TYPE"))]
    tokens = _tokens(read, marked, syntax, spans, pieces)
    for mend in MENDED:
        tokens = mend(tokens)
    return Parse(text, tokens, sentences, entities)


def columns(doc: "Doc", *attributes: str) -> list[list[int]]:
    """Return attributes of a document's tokens, as spaCy numbers them: quicker than token by token.

    Parameters
    ----------
    doc
        The document.
    attributes
        Two or more of `spacy.attrs`.
    """
    found: list[list[int]] = doc.to_array(list(attributes)).T.tolist()
    return found


def texts_of(doc: "Doc", attribute: str = "ORTH") -> list[str]:
    """Return an attribute of a document's tokens that is a text: each is made but once from spaCy's number.

    Parameters
    ----------
    doc
        The document.
    attribute
        One of `spacy.attrs`; by default the token as written.
    """
    numbers, names = doc.to_array(attribute).tolist(), doc.vocab.strings
    known = {number: names[number] for number in set(numbers)}
    return [known[number] for number in numbers]


def _tokens(
    words: list[Word], labels: list[str], syntax: Syntax, spans: list[tuple[int, int]], pieces: list[tuple[int, int]]
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
            labels[i],
            sentence_of[i],
        )
        for i, word in enumerate(words)
    )


def _uses(orths: list[int], syntax: Syntax, there: int) -> list[Use]:
    after_there = [False, *(dep == there for dep in syntax.deps[:-1])][: len(orths)]
    return list(zip(orths, syntax.tags, syntax.deps, after_there, strict=True))


def _pieces(bounds: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield sentences whole, or in pieces where one is too long to be one: text without full stops has no end."""
    for first, last in pairwise(bounds):
        for start in range(first, last, LONGEST_SENTENCE):
            yield start, min(start + LONGEST_SENTENCE, last)
