"""Nouns for who can say something: people, bodies, outlets."""

from functools import cache

from geo.lexicon.shared import actors, cues_of, nouns_of, singular
from geo.model import Token
from geo.syntax.tags import PLACES


def can_speak(word: Token) -> bool:
    """Tell whether a noun is for who can say something: a person, a body, an outlet, or a name that is no place's."""
    named = word.text[:1].isupper() and word.entity not in PLACES
    return named or not {word.text.lower(), singular(word.text.lower())}.isdisjoint(_speakers())


@cache
def _speakers() -> frozenset[str]:
    people = actors().keys() - nouns_of("vehicle", "facility")
    return frozenset(people) | cues_of("speaker", "outlet", "paper")
