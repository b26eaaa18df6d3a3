"""What a capitalised name is, from the words around it: a person's, an organisation's, or one that may be a place's."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from geo.lexicon import Row, load_rows
from geo.model import Entity, Parse, Sentence, Token

Owner = Literal["body", "facility"]

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
JOINERS = frozenset({"of", "for", "and", "the", "&", "-", "\u2013"})
DASHES = frozenset({"-", "--", "\u2013", "\u2014"})
CLOSE_JOINERS = frozenset({"of", "the", "&", "-", "\u2013", "'s", "\u2019s"})
LONGEST_NAME = 7  # words on one side of a place that its organisation's name may add: "Army of the Republic of …"
HEADLINE_SHARE = 0.85  # of a sentence's longer words with a capital: from here on capitals say little
KINDS = {
    "organisation_words": {"body", "facility", "franchise"},
    "person_words": {"title", "given", "following"},
    "small_words": {"inside", "article", "direction", "locative", "relation", "illness", "local"},
}


@dataclass(frozen=True, slots=True)
class NameWords:
    """The words that make a name a person's, an organisation's or a place's, in lower case."""

    bodies: frozenset[str]
    facilities: frozenset[str]
    branches: re.Pattern[str]
    titles: frozenset[str]
    given: frozenset[str]
    followings: frozenset[str]
    after: frozenset[str]
    before: frozenset[str]
    not_places: frozenset[str]
    inside: frozenset[str]
    articles: frozenset[str]
    directions: frozenset[str]
    locatives: frozenset[str]
    relations: frozenset[str]
    illnesses: frozenset[str]
    locals: frozenset[str]


@cache
def name_words() -> NameWords:
    """Return the lexicons of words that stand beside names, read once."""
    organisations = load_rows("organisation_words", ("word", "kind"), _wrong_organisation)
    people = load_rows("person_words", ("word", "kind"), _wrong_person)
    places = load_rows("place_nouns", ("word", "position", "kinds"))
    small = load_rows("small_words", ("word", "kind"), _wrong_small_word)
    branches = "|".join(re.escape(word) for word, kind in organisations if kind == "franchise")
    return NameWords(
        bodies=_of_kind(organisations, "body"),
        facilities=_of_kind(organisations, "facility"),
        branches=re.compile(rf"\b(?:{branches})\s+(?:the\s+)?(?:\w+ and )?$", re.IGNORECASE),
        titles=_of_kind(people, "title"),
        given=_of_kind(people, "given"),
        followings=_of_kind(people, "following"),
        after=_of_kind(places, "after"),
        before=_of_kind(places, "before"),
        not_places=frozenset(word for (word,) in load_rows("not_places", ("word",))),
        inside=_of_kind(small, "inside"),
        articles=_of_kind(small, "article"),
        directions=_of_kind(small, "direction"),
        locatives=_of_kind(small, "locative"),
        relations=_of_kind(small, "relation"),
        illnesses=_of_kind(small, "illness"),
        locals=_of_kind(small, "local"),
    )


def _of_kind(rows: tuple[Row, ...], kind: str) -> frozenset[str]:
    return frozenset(row[0] for row in rows if row[1] == kind)


def _wrong_organisation(row: Row) -> str | None:
    return _wrong_kind("organisation_words", row)


def _wrong_person(row: Row) -> str | None:
    return _wrong_kind("person_words", row)


def _wrong_small_word(row: Row) -> str | None:
    return _wrong_kind("small_words", row)


def _wrong_kind(name: str, row: Row) -> str | None:
    return None if row[1] in KINDS[name] else f"kind {row[1]!r} is none of {', '.join(sorted(KINDS[name]))}"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A parse with what naming asks of it again and again: each token's entity, headlines, people named before."""

    parse: Parse
    entity_of: tuple[Entity | None, ...]
    headlines: frozenset[int]
    people: frozenset[str]

    def token(self, index: int) -> Token | None:
        """Return a token, None before the first and after the last."""
        return self.parse.tokens[index] if 0 <= index < len(self.parse.tokens) else None

    def stands_apart(self, index: int) -> bool:
        """Tell whether a token is a dash with blanks about it, which parts names rather than joins them."""
        token, before = self.parse.tokens[index], self.token(index - 1)
        return token.text in DASHES and before is not None and before.end < token.start

    def is_name(self, index: int) -> bool:
        """Tell whether a token may be in a name: it has a capital and, where these say little, the tagger's word."""
        token = self.token(index)
        if token is None or not token.text[0].isupper():
            return False
        return token.pos == "PROPN" or bool(token.entity) or token.sentence not in self.headlines


def surroundings(parse: Parse) -> Surroundings:
    """Return a parse together with what naming asks of it again and again."""
    entity_of: list[Entity | None] = [None] * len(parse.tokens)
    for entity in parse.entities:
        entity_of[entity.first : entity.last] = [entity] * (entity.last - entity.first)
    headlines = frozenset(s.index for s in parse.sentences if _is_headline(parse, s))
    return Surroundings(parse, tuple(entity_of), headlines, _people(parse))


def _is_headline(parse: Parse, sentence: Sentence) -> bool:
    words = [t.text for t in parse.sentence_tokens(sentence) if len(t.text) > 3 and t.text.isalpha()]
    return len(words) > 1 and sum(word[0].isupper() for word in words) >= HEADLINE_SHARE * len(words)


def _people(parse: Parse) -> frozenset[str]:
    """Return the last names of those whom the document gives a longer name or a title."""
    titles = name_words().titles
    names = {parse.tokens[e.last - 1].text for e in parse.entities if e.label == "PERSON" and e.last - e.first > 1}
    names |= {
        after.text
        for title, after in zip(parse.tokens, parse.tokens[1:], strict=False)
        if after.text[0].isupper() and title.text[0].isupper() and title.text.rstrip(".").lower() in titles
    }
    return frozenset(names)


def words_after(text: Surroundings, last: int) -> list[Token]:
    """Return the further words of the name in which a place's name ends at token `last`."""
    found: list[Token] = []
    index = last + 1
    while len(found) < LONGEST_NAME and (token := text.token(index)) is not None:
        joined = token.text in {"-", "&"} and text.is_name(index + 1) and not text.stands_apart(index)
        if not joined and not (text.is_name(index) and token.pos in {"PROPN", "NOUN", "ADJ"}):
            break
        if not joined:
            found.append(token)
        index += 1
    return found


def words_before(text: Surroundings, first: int) -> list[Token]:
    """Return the words, nearest first, of a name that runs on to a place's name at token `first`, small ones too."""
    found: list[Token] = []
    index = first - 1
    while len(found) < LONGEST_NAME and (token := text.token(index)) is not None:
        if (
            not (text.is_name(index) or token.text in JOINERS)
            or text.stands_apart(index)
            or token.sentence != text.parse.tokens[first].sentence
        ):
            break
        found.append(token)
        index -= 1
    return found


def owner(text: Surroundings, first: int, last: int) -> Owner | None:
    """Tell whether tokens ``[first, last]`` name a place inside the name of an organisation, and of which sort.

    "body" for what is nowhere in particular (an army, a newspaper, a ministry), "facility" for what stands somewhere
    (an airport, a university).
    """
    words = name_words()
    start = text.parse.tokens[first].start
    if words.branches.search(text.parse.text, max(0, start - 48), start):
        return "body"
    return _named_after(text, last) or _named_before(text, first) or _recognised(text, first, last)


def _named_after(text: Surroundings, last: int) -> Owner | None:
    """Judge by the words that follow: "Washington Post", "Basra Airport"."""
    words = name_words()
    following = words_after(text, last)
    entity = text.entity_of[following[0].index] if following else None
    if following and following[0].sentence in text.headlines and (entity is None or entity.label != "ORG"):
        return None
    for token in following:
        word = token.text.rstrip(".").lower()
        if word in words.titles:
            return None
        if word in words.facilities:
            return "facility"
        if word in words.bodies:
            return "body"
    return None


def _named_before(text: Surroundings, first: int) -> Owner | None:
    """Judge by the words that lead up to the place: "Bank of Syria", "Multinational Forces Iraq"."""
    words = name_words()
    before = words_before(text, first)
    if not before:
        return None
    if before[0].text.lower() in words.bodies and before[0].sentence not in text.headlines:
        return "body"
    small = [token.text for token in before[:4]]
    if before[0].text not in JOINERS or not {"of", "for"} & set(small):
        return None
    for token in before:
        word = token.text.lower()
        if token.text[0].isupper() and (word in words.bodies or word in words.facilities):
            return "body" if word in words.bodies else "facility"
    return None


def _recognised(text: Surroundings, first: int, last: int) -> Owner | None:
    """Judge by the recogniser: an organisation's name that holds the place and other capitalised words."""
    entity = text.entity_of[first]
    if entity is None or entity.label not in {"ORG", "PRODUCT", "WORK_OF_ART", "LAW"}:
        return None
    words = name_words()
    others = [token.text.rstrip(".").lower() for token in _joined_to(text, entity, first, last)]
    others = [w for w in others if w not in words.after | words.before | words.titles | {"the", "north", "south"}]
    if not others:
        return None
    return "facility" if words.facilities.intersection(others) else "body"


def _joined_to(text: Surroundings, entity: Entity, first: int, last: int) -> list[Token]:
    """Return an entity's capitalised words that no comma or other preposition than "of" parts from the place's."""
    before = reversed(text.parse.tokens[entity.first : first])
    found = []
    for side in (before, text.parse.tokens[last + 1 : entity.last]):
        for token in side:
            if token.text[0].isupper():
                found.append(token)
            elif token.text not in CLOSE_JOINERS:
                break
    return found


def is_person(text: Surroundings, first: int, last: int) -> bool:
    """Tell whether tokens ``[first, last]`` are a person's name or a part of one."""
    words = name_words()
    entity, before, after = text.entity_of[first], text.token(first - 1), text.token(last + 1)
    if after is not None and after.text.rstrip(".").lower() in words.titles:
        return False
    if entity is not None and entity.label == "PERSON" and _outgrows(text, entity, first, last):
        return True
    titled = before is not None and before.text[0].isupper() and before.text.rstrip(".").lower() in words.titles
    if titled or (first == last and after is not None and after.text in words.followings):
        return True
    if after is None or not text.is_name(last + 1) or after.pos != "PROPN":
        return False
    next_word = after.text.lower()
    if next_word in words.after or next_word in words.facilities:
        return False
    return after.entity == "PERSON" or (first == last and text.parse.tokens[first].text.lower() in words.given)


def _outgrows(text: Surroundings, entity: Entity, first: int, last: int) -> bool:
    """Tell whether an entity has capitalised words beyond the tokens ``[first, last]``."""
    tokens = text.parse.tokens[entity.first : entity.last]
    return any(t.text[0].isupper() and not first <= t.index <= last for t in tokens)
