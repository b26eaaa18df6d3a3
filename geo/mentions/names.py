"""A name where it stands, and how it may be spelt."""

import re
from dataclasses import dataclass

from gazetteer import Gazetteer
from gazetteer.place import Place
from geo.mentions.known_words import stands_beside, tells_where
from geo.mentions.surroundings import Surroundings
from geo.mentions.words import name_words
from geo.model import Token

WELL_KNOWN = 100_000  # inhabitants from which a town is not taken for a part of what the recogniser marked
SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Reader:
    """What reading one document needs at every step: its parse with its surroundings, and the gazetteer."""

    text: Surroundings
    gazetteer: Gazetteer


@dataclass(frozen=True, slots=True)
class Name:
    """A span of tokens ``[first, last]`` that may name a place, with the spellings to look up and what they bring."""

    first: int
    last: int
    names: tuple[str, ...]
    places: tuple[Place, ...]
    demonym: bool = False


def written(text: Surroundings, first: int, last: int) -> str:
    """Return tokens ``[first, last]`` as the text has them, with single blanks."""
    tokens = text.parse.tokens
    return SPACES.sub(" ", text.parse.text[tokens[first].start : tokens[last].end])


def is_settled(name: Name) -> bool:
    """Tell whether a name is so well known that it is no part of an unknown one."""
    return bool(name.places) and (name.places[0].kind == "admin1" or name.places[0].population >= WELL_KNOWN)


def with_article(tokens: tuple[Token, ...], first: int) -> int:
    """Return where a name begins if an Arabic article is joined to it: "al-Bab"."""
    if first >= 2 and tokens[first - 1].text == "-" and tokens[first - 2].text.lower() in name_words().articles:
        return first - 2
    return first


def spellings(text: Surroundings, first: int, last: int) -> tuple[str, ...]:
    """Return the spellings to look up: with the common word beside the name, as it stands, and without that word."""
    surface = written(text, first, last)
    found = [f"{surface} {text.parse.tokens[last + 1].text}"] if text.word(last + 1) in name_words().after else []
    found.append(surface)
    if last > first and tells_where(text.word(last)):
        found.append(written(text, first, last - 1))
    if last > first and stands_beside(text.word(first)):
        found.append(written(text, first + 1, last))
    return tuple(dict.fromkeys(found))
