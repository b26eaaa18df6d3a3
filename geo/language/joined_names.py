"""Names written with hyphens, which parsers tear: of "Ak-Sai" they are shown the last word alone.

Where a small word shows that no adjective is meant ("Port-au-Prince"), they are shown a name that they know. Names that
begin with an article ("al-Bab", "Ahrar al-Sham") are of groups and people as often, and left as they are, but for those
of capes, hills and the like ("Ras al-Ayn").
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from geo.lexicon import word_class

HYPHENS = frozenset({"-", "‐", "‑"})
ARTICLES = frozenset({"al", "el", "ar", "as", "ad", "at", "az", "an", "ash", "ul", "ez", "es", "ed", "er", "et"})
KNOWN = "Baghdad"


@dataclass(frozen=True, slots=True)
class JoinedNames:
    """The words of a text's names with hyphens: of each before the last, which is the last; of each last, the first."""

    last_of: Mapping[int, int]
    first_of: Mapping[int, int]

    def shown(self, words: Sequence[str], last: int) -> str:
        """Return what a parser is shown of the name that ends with a word."""
        small = any(word.islower() for word in words[self.first_of.get(last, last) : last])
        return KNOWN if small else words[last]


def joined_names(words: Sequence[str], is_apart: Sequence[bool], read: Sequence[int]) -> JoinedNames:
    """Return the names with hyphens among words that are to be parsed.

    Parameters
    ----------
    words, is_apart
        A text's, as written, and whether a blank follows each.
    read
        The positions of those to be parsed.
    """
    runs = list(_runs(words, is_apart, read))
    last_of = {word: last for first, last in runs for word in range(first, last)}
    return JoinedNames(last_of, {last: first for first, last in runs})


def _runs(words: Sequence[str], is_apart: Sequence[bool], read: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last word of each name."""
    last = 0
    for hyphen in read:
        if words[hyphen] in HYPHENS and hyphen > last and _begins(words, hyphen - 1):
            last = _last(words, is_apart, hyphen)
            if words[last][0].isupper() and last > hyphen:
                yield hyphen - 1, last


def _begins(words: Sequence[str], first: int) -> bool:
    """Tell whether a name may begin with a word: not with an article by itself, "al-Bab", "Ahrar al-Sham"."""
    word, before = words[first], words[first - 1] if first else ""
    if word.lower() in ARTICLES:
        return before[:1].isupper() and before.lower() in word_class("before_article")
    return word.isalpha() and word[0].isupper()


def _last(words: Sequence[str], is_apart: Sequence[bool], hyphen: int) -> int:
    """Return where a name ends that goes on at a hyphen; the hyphen for nowhere."""
    last = hyphen
    while hyphen + 1 < len(words) and words[hyphen] in HYPHENS and not (is_apart[hyphen] or is_apart[hyphen - 1]):
        if not words[hyphen + 1][0].isalpha():
            return hyphen
        last, hyphen = hyphen + 1, hyphen + 2
    return last
