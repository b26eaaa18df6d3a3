"""Who people are: armed by name, serving the state, or people at all."""

from collections.abc import Iterator

from geo.lexicon.shared import nouns_of, sides
from geo.model import Parse, Token
from geo.routes.cargo import plain_load
from geo.routes.words import has_mark

LONGEST = 3  # words of a name in sides.csv


def is_people(token: Token) -> bool:
    """Tell whether a noun stands for people: "men", "gunmen", "the crowd", "soldiers"."""
    return token.lemma in nouns_of("person", "group", "civilians", "state_force")


def is_law(token: Token) -> bool:
    """Tell whether a noun stands for those who seize things by law: "customs", "the cutter"."""
    return token.lemma in nouns_of("state_force") or has_mark(token, "law")


def is_armed(parse: Parse, noun: int) -> bool:
    """Tell whether a noun stands for armed people: "the Taliban", "Boko Haram", "the rebels"."""
    load = plain_load(parse, noun)
    fights = load is not None and load.category == "persons"
    return fights or any(sides().get(name) in {"name", "group"} for name in _names(parse, noun))


def is_party(parse: Parse, noun: int) -> bool:
    """Tell whether a noun ends the name of an armed group: "the FMLN"."""
    return any(sides().get(name) == "name" for name in _names(parse, noun))


def _names(parse: Parse, noun: int) -> Iterator[str]:
    """Yield what a noun may be called, with the words before it, in small letters and the singular."""
    words = [token.text.lower() for token in parse.tokens[max(noun - LONGEST + 1, 0) : noun + 1]]
    for start in range(len(words)):
        yield " ".join(words[start:]).removesuffix("s")
        yield " ".join(words[start:])
