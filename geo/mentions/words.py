"""The words that stand beside names and say what is named, read once from the lexicons."""

import re
from dataclasses import dataclass
from functools import cache

from geo.lexicon import Row, load_rows, load_words
from geo.lexicon.shared import not_places

ORGANISATION_KINDS = ("body", "facility", "franchise")
PERSON_KINDS = ("alias", "title", "given", "following", "forename")
SMALL_KINDS = ("inside", "article", "direction", "locative", "relation", "illness", "local", "message", "dweller")


@dataclass(frozen=True, slots=True)
class NameWords:
    """The words that make a name a person's, an organisation's or a place's, in lower case."""

    bodies: frozenset[str]
    facilities: frozenset[str]
    branches: re.Pattern[str]
    titles: frozenset[str]
    aliases: frozenset[str]
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
    messages: frozenset[str]
    dwellers: frozenset[str]
    common: frozenset[str]
    everyday: frozenset[str]


@cache
def name_words() -> NameWords:
    """Return the lexicons of words that stand beside names, read once."""
    organisations = load_rows("organisation_words", ("word", "kind"), kind=ORGANISATION_KINDS)
    people = load_rows("person_words", ("word", "kind"), kind=PERSON_KINDS)
    places = load_rows("place_nouns", ("word", "position", "kinds"))
    small = load_rows("small_words", ("word", "kind"), kind=SMALL_KINDS)
    branches = "|".join(re.escape(word) for word, kind in organisations if kind == "franchise")
    bodies, facilities = _of_kind(organisations, "body"), _of_kind(organisations, "facility")
    after, before = _of_kind(places, "after"), _of_kind(places, "before")
    titles, directions = _of_kind(people, "title"), _of_kind(small, "direction")
    return NameWords(
        bodies=bodies,
        facilities=facilities,
        branches=re.compile(rf"\b(?:{branches})\s+(?:the\s+)?(?:\w+ and )?$", re.IGNORECASE),
        titles=titles,
        aliases=_of_kind(people, "alias"),
        given=_of_kind(people, "given"),
        followings=_of_kind(people, "following"),
        after=after,
        before=before,
        not_places=not_places(),
        inside=_of_kind(small, "inside"),
        articles=_of_kind(small, "article"),
        directions=directions,
        locatives=_of_kind(small, "locative"),
        relations=_of_kind(small, "relation"),
        illnesses=_of_kind(small, "illness"),
        locals=_of_kind(small, "local"),
        messages=_of_kind(small, "message"),
        dwellers=_of_kind(small, "dweller"),
        common=not_places() | directions | bodies | facilities | after | before | titles,
        everyday=load_words("everyday_words"),
    )


def may_name(words: str) -> bool:
    """Tell whether words in small letters may name a place: all but those that nearly always mean something else."""
    return words not in name_words().not_places and words not in name_words().everyday


def _of_kind(rows: tuple[Row, ...], kind: str) -> frozenset[str]:
    return frozenset(row[0] for row in rows if row[1] == kind)
