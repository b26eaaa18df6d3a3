"""A parse with what the search for names asks of it again and again; it needs tokens and entities, no syntax."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from geo.mentions.words import name_words
from geo.model import Entity, Parse, Token
from geo.syntax.tags import DASHES

STOPS = frozenset({".", "!", "?", ";"})
HEADLINE_SHARE = 0.85  # of a passage's longer words outside names with a capital: from here on capitals say little
LONG_WORD = 4  # letters of a word that only a headline writes with a capital


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A parse with each token's entity and passage, and what the document says of its words.

    Parameters
    ----------
    parse
        The document's parse; of its tokens only the text counts.
    words
        Each token's word in lower case.
    entity_of
        Each token's entity.
    passage
        The number of each token's passage: what lies between two stops or line breaks.
    starts
        Tokens that begin a passage, where a capital says nothing.
    headlines
        Passages that write nearly every word with a capital.
    named
        Whether each token may be in a name: it has a capital, and not only because it stands in a headline.
    people
        The last names of those whom the document gives a longer name or a title.
    small
        Words that the document also writes without a capital.
    """

    parse: Parse
    words: tuple[str, ...]
    entity_of: tuple[Entity | None, ...]
    passage: tuple[int, ...]
    starts: frozenset[int]
    headlines: frozenset[int]
    named: tuple[bool, ...]
    people: frozenset[str]
    small: frozenset[str]

    def token(self, index: int) -> Token | None:
        """Return a token, None before the first and after the last."""
        return self.parse.tokens[index] if 0 <= index < len(self.parse.tokens) else None

    def word(self, index: int) -> str:
        """Return a token's word in lower case, "" before the first and after the last."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def is_name(self, index: int) -> bool:
        """Tell whether a token may be in a name."""
        return 0 <= index < len(self.named) and self.named[index]

    def in_headline(self, index: int) -> bool:
        """Tell whether a token stands where nearly every word has a capital."""
        return self.passage[index] in self.headlines

    def stands_apart(self, index: int) -> bool:
        """Tell whether a token is a dash with blanks about it, which parts names rather than joins them."""
        token, before = self.parse.tokens[index], self.token(index - 1)
        return token.text in DASHES and before is not None and before.end < token.start


def surroundings(parse: Parse) -> Surroundings:
    """Return a parse together with what the search for names asks of it."""
    entity_of: list[Entity | None] = [None] * len(parse.tokens)
    for entity in _whole_people(parse.entities):
        entity_of[entity.first : entity.last] = [entity] * (entity.last - entity.first)
    bounds = list(_passages(parse.tokens))
    passage = tuple(n for n, (first, last) in enumerate(bounds) for _ in range(first, last))
    unnamed = [None if entity else token for token, entity in zip(parse.tokens, entity_of, strict=True)]
    headlines = frozenset(n for n, (first, last) in enumerate(bounds) if _is_headline(unnamed[first:last]))
    small = frozenset(token.text for token in parse.tokens if token.text.islower())
    common = name_words().not_places | small
    words = tuple([token.text.lower() for token in parse.tokens])
    named = tuple(
        t.text[0].isupper()
        and not (passage[t.index] in headlines and not entity_of[t.index] and words[t.index] in common)
        for t in parse.tokens
    )
    starts = frozenset(_first_word(parse.tokens, first, last) for first, last in bounds)
    return Surroundings(parse, words, tuple(entity_of), passage, starts, headlines, named, _people(parse), small)


def _whole_people(entities: tuple[Entity, ...]) -> Iterator[Entity]:
    """Yield entities, persons with nothing between them as one: "Federico Estrada", "Velez"."""
    last: Entity | None = None
    for entity in entities:
        if last and last.label == entity.label == "PERSON" and last.last == entity.first:
            last = replace(last, end=entity.end, last=entity.last)
            continue
        if last:
            yield last
        last = entity
    if last:
        yield last


def _passages(tokens: tuple[Token, ...]) -> Iterator[tuple[int, int]]:
    first = 0
    for index, token in enumerate(tokens):
        if token.text in STOPS or "\n" in token.text:
            yield first, index + 1
            first = index + 1
    if first < len(tokens):
        yield first, len(tokens)


def _first_word(tokens: tuple[Token, ...], first: int, last: int) -> int:
    return next((index for index in range(first, last) if tokens[index].text[0].isalnum()), first)


def _is_headline(unnamed: list[Token | None]) -> bool:
    words = [t.text for t in unnamed if t is not None and len(t.text) >= LONG_WORD and t.text.isalpha()]
    return len(words) > 1 and sum(word[0].isupper() for word in words) >= HEADLINE_SHARE * len(words)


def _people(parse: Parse) -> frozenset[str]:
    """Return the last names of those whom the document gives a longer name or a title."""
    words, tokens = name_words(), parse.tokens
    names = {tokens[e.last - 1].text for e in parse.entities if e.label == "PERSON" and e.last - e.first > 1}
    for title, after in pairwise(tokens):
        if after.text[0].isupper() and title.text[0].isupper() and title.text.rstrip(".").lower() in words.titles:
            names.add(after.text)
    return frozenset(name for name in names if name.lower() not in words.common)
