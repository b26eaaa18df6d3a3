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
CAME = frozenset({"happened", "occurred", "took"})  # "this took place"
NEAR = 3  # words after an article in which its noun stands
HAUL = frozenset({"consignment", "shipment", "haul", "load", "cargo", "cache", "contraband"})
SAID = frozenset({"said", "says", "told", "added", "explained", "reported", "announced", "confirmed", "stated"})
HOURS = frozenset({"dawn", "daybreak", "sunrise", "noon", "midday", "sunset", "dusk", "nightfall", "midnight", "first"})
ACTING = ("acting on", "on a tip", "following a tip", "tipped off")  # of those who seized what was told of


def goes_on(words: Sequence[str], known: Collection[str]) -> bool:
    """Tell whether the first words of a sentence speak on about what was told, and not of what was done later.

    Parameters
    ----------
    words
        In small letters.
    known
        The words, in small letters, by which it was told.
    """
    told = _told(words)
    return _speaks_on(words, known) or (len(told) < len(words) and told[:1] != ["they"] and _speaks_on(told, known))


def _speaks_on(words: Sequence[str], known: Collection[str]) -> bool:
    if not words or not word_class("talks", "became").isdisjoint(words):
        return False
    recalled = any(article == "the" and (noun in known or noun in HAUL) for article, noun in pairwise(words))
    again = words[0] in ARTICLES and any({noun, singular(noun)} & known_nouns() for noun in words[1 : 1 + NEAR])
    this = words[0] == "this" and words[1:2] and words[1] in CAME
    return words[0] in PRONOUNS or bool(this) or recalled or again or " ".join(words[:4]).startswith(ACTING)


def _told(words: Sequence[str]) -> Sequence[str]:
    """Return what is told of a sentence that begins with who tells it, and no "before dawn" in it."""
    said = next((n for n, word in enumerate(words) if word in SAID), -1)
    that = next((n for n in range(said + 1, len(words)) if words[n] == "that"), said) if said >= 0 else -1
    told = words[that + 1 :]
    hours = {n for n, (one, other) in enumerate(pairwise(told)) if one == "before" and other in HOURS}
    return [word for n, word in enumerate(told) if n not in hours]


@cache
def known_nouns() -> frozenset[str]:
    """Return the nouns that, with an article, speak of those told of, or of the event: "the victims", "the blast"."""
    known = actors().items()
    found = {noun for noun, (kind, armed) in known if (armed and kind != "state_force") or kind == "vehicle"}
    found |= {word for word, part, _ in load_rows("sufferers", ("word", "part", "what")) if part == "noun"}
    found |= {noun for noun, _ in load_rows("groups_of_people", ("noun", "size"))}
    found |= word_class("anybody", "crew", "any_cargo", "kind_of_cargo") | {"incident"}
    return frozenset(found | {row[0] for row in trigger_rows() if row[1] == "noun"} | set(number_words()))
