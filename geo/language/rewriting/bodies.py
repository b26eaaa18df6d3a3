"""Words of a text in capitals -> which of them are common words in the names of armed movements."""

from collections.abc import Sequence
from functools import cache

from geo.lexicon import load_pairs, load_words
from geo.lexicon.parties import words_of_side

BEFORE_BODY = frozenset({"national", "armed", "united", "democratic", "patriotic", "people", "forces"})
NATIONAL_LIBERATION = ["of", "national", "liberation"]


def words_of_bodies(words: Sequence[str]) -> set[int]:
    """Return the positions of words in names of armed groups: "shining path", "national liberation front".

    An army or a front without a word of rebellion is named by other words or by none.

    Parameters
    ----------
    words
        In small letters.
    """
    found: set[int] = set()
    names, bodies = words_of_side("name"), _bodies()
    for last, (before, word) in enumerate(zip(["", *words], words, strict=False)):
        if f"{before} {word}" in names:
            found.update({last - 1, last})
        if word in bodies:
            found.update(_named_with(words, last))
    return found


def _named_with(words: Sequence[str], last: int) -> set[int]:
    """Return the words of a body's name that stand around its last noun, none if they say of no rebellion."""
    if list(words[last + 1 : last + 4]) == NATIONAL_LIBERATION:
        return {last, last + 2, last + 3}
    first = last
    while first and (words[first - 1] in load_words("armed_group_words") or words[first - 1] in BEFORE_BODY):
        first -= 1
    return set(range(first, last + 1)) if load_words("armed_group_words") & set(words[first:last]) else set()


@cache
def _bodies() -> frozenset[str]:
    kinds = load_pairs("organisation_words", ("word", "kind"))
    return frozenset(word for word, kind in kinds.items() if kind == "body")
