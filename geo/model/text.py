"""What is read: a document, and its text as sentences, words and marked names.

Offsets are Unicode code points into `Document.text`, ``[start, end)``.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date

from geo.model.record import record


@dataclass(frozen=True, slots=True)
class Document:
    """One text to be read, with what is known about it from outside the text."""

    id: str
    text: str
    title: str | None = None
    source: str | None = None
    source_location: str | None = None
    published: date | None = None


@record
class Token:
    """A word of a parsed sentence.

    `index`, `head` and `children` count the tokens of the whole document; the head of a sentence's root is the root
    itself. `pos` is the universal part of speech, `tag` Penn's, `dep` spaCy's English dependency (ClearNLP), `entity`
    the recogniser's label or "". `text` is the word in mixed case, even where the document
    has capitals throughout; `lemma` is in lower case.
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    children: tuple[int, ...]
    entity: str
    sentence: int


@record
class Sentence:
    """A sentence: its characters ``[start, end)`` and its tokens ``[first, last)``."""

    index: int
    start: int
    end: int
    first: int
    last: int


@record
class Entity:
    """A name or quantity that the recogniser marked: characters ``[start, end)``, tokens ``[first, last)``, label."""

    start: int
    end: int
    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Parse:
    """A document's text as tokens, sentences and entities, all in the order of the text."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]

    def between(self, start: int, end: int) -> tuple[Token, ...]:
        """Return the tokens that lie in or reach into the characters ``[start, end)``."""
        first = bisect_right(self.tokens, start, key=lambda token: token.end)
        last = bisect_left(self.tokens, end, lo=first, key=lambda token: token.start)
        return self.tokens[first:last]

    def at(self, position: int) -> Token:
        """Return the token at a character, or the last one before it."""
        return self.tokens[max(0, bisect_right(self.tokens, position, key=lambda token: token.start) - 1)]

    def sentence_tokens(self, sentence: Sentence) -> tuple[Token, ...]:
        """Return the tokens of one sentence."""
        return self.tokens[sentence.first : sentence.last]
