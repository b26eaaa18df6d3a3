"""Which text says nothing by its case: in capitals, without any, or a headline in which every word has one."""

import re
from functools import cache

from geo.language.rewriting.inflected import is_common
from geo.lexicon.triggers import trigger_rows

LETTERS = 20  # of a text of which its case can be told
LONGEST_HEADLINE = 200  # characters
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# A word that headlines with capitals write with one, too.
SMALL = re.compile(
    r"(?<![\w'’-])(?!(?:about|across|after|against|amid|among|before|behind|between|during|from|into|near|over|since|than"
    r"|that|under|until|upon|with|within|without)\b)[a-z]{4,}"
)
HARMED = frozenset({"die", "dead"})
FEWEST = 4  # words of four letters and more in a headline


def is_upper(text: str) -> bool:
    """Tell whether a text stands in capitals: at least 20 letters, nine tenths of them capitals."""
    letters = sum(map(str.isalpha, text))
    return letters >= LETTERS and sum(map(str.isupper, text)) >= 0.9 * letters


def is_lower(text: str) -> bool:
    """Tell whether a text has no capitals: at least 20 letters, none of them one."""
    return text.islower() and sum(map(str.isalpha, text)) >= LETTERS


def is_headline(line: str) -> bool:
    """Tell whether a line is a headline in which each word has a capital, and that tells of a deed."""
    if len(line) > LONGEST_HEADLINE or SMALL.search(line):
        return False
    words = [word[0] for word in WORD.finditer(line) if len(word[0]) >= FEWEST]
    if len(words) < FEWEST or all(map(str.isupper, words)):
        return False
    return any(is_common(word.lower(), _deeds()) for word in words if not word.isupper())


@cache
def _deeds() -> frozenset[str]:
    """Return the words for deeds that stand by themselves, and for those who died of them."""
    return HARMED.union(phrase for phrase, *_ in trigger_rows() if " " not in phrase)
