"""Which words of a text in capitals are common ones, which mixed case writes small."""

import re
import unicodedata
from collections.abc import Container, Hashable
from functools import lru_cache
from typing import Protocol

INFLECTIONS = (("s", ""), ("es", ""), ("ies", "y"), ("men", "man"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"),
               ("ly", ""), ("est", ""), ("est", "e"), ("iest", "y"))  # fmt: skip
DOUBLED = re.compile(r"(?P<stem>\w+(?P<end>[bdfgklmnprtvz]))(?P=end)(?:ed|ing)")  # "gutted", "robbing"
SHORTENED = frozenset({"s", "ll", "re", "ve", "d", "m"})  # "the army's", "they've"


class CommonWords(Container[str], Hashable, Protocol):
    """Words of which it is remembered whether a word is an inflected one of them."""


def without_ending(word: str) -> str:
    """Return a word without a possessive or a shortened verb: "army" of "army's".

    Parameters
    ----------
    word
        In small letters.
    """
    stem, mark, end = word.replace("’", "'").rpartition("'")
    return stem if mark and end in SHORTENED else word


@lru_cache(maxsize=2**14)
def is_common(word: str, common_words: CommonWords) -> bool:
    """Tell whether a word or what it is inflected from is common: "residences" is by way of "residence".

    Parameters
    ----------
    word
        In small letters, without a possessive.
    common_words
        Words in small letters.
    """
    if word in common_words or word.endswith(("n't", "n’t")):
        return True
    if not word.isascii():  # "communiqué"
        plain = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
        return plain.isascii() and is_common(plain, common_words)
    stems = (
        (word[: -len(end)], put)
        for end, put in INFLECTIONS
        if word.endswith(end) and len(word) - len(end) + len(put) > 2
    )
    doubled = DOUBLED.fullmatch(word)
    return any(stem + put in common_words for stem, put in stems) or bool(doubled and doubled["stem"] in common_words)
