"""Does a sentence go on about those told of: by a pronoun, by "the" with a word that was said, or by "the victims"."""

from collections.abc import Collection, Sequence
from functools import cache
from itertools import pairwise

from geo.lexicon import load_rows, word_class
from geo.lexicon.numerals import number_words
from geo.lexicon.shared import actors, singular
from geo.lexicon.triggers import trigger_rows

PRONOUNS = frozenset({"they", "he", "she", "it", "both"})
ARTICLES = frozenset({"the", "his", "her", "their", "this", "its", "these"})
NEAR = 3  # words after an article in which its noun stands


def goes_on(words: Sequence[str], known: Collection[str]) -> bool:
    """Tell whether the first words of a sentence speak on about what was told, and not of what was done later.

    Parameters
    ----------
    words
        In small letters.
    known
        The words, in small letters, by which it was told.
    """
    if not words or not (word_class("talks") | word_class("became")).isdisjoint(words):
        return False
    recalled = any(article == "the" and noun in known for article, noun in pairwise(words))
    again = words[0] in ARTICLES and any({noun, singular(noun)} & _nouns() for noun in words[1 : 1 + NEAR])
    return words[0] in PRONOUNS or recalled or again


@cache
def _nouns() -> frozenset[str]:
    """Return the nouns that, with an article, speak of those told of, or of the event: "the victims", "the blast"."""
    known = actors().items()
    found = {noun for noun, (kind, armed) in known if (armed and kind != "state_force") or kind == "vehicle"}
    found |= {word for word, part, _ in load_rows("sufferers", ("word", "part", "what")) if part == "noun"}
    found |= {noun for noun, _ in load_rows("groups_of_people", ("noun", "size"))}
    found |= word_class("anybody") | word_class("crew") | {"incident"}
    return frozenset(found | {row[0] for row in trigger_rows() if row[1] == "noun"} | set(number_words()))
