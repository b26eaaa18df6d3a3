"""A spelling -> its lookup key. The build and the lookup share it, so a name is found however it was spelt.

A key is folded to lower case without diacritics, and its words are joined: ``Tal Afar``, ``Tal-Afar`` and ``Tal'afar``
are one. Latin, Arabic, Cyrillic and Hebrew letters are kept, each in its own script.
"""

import re
import unicodedata
from functools import lru_cache

_ASCII_WORD = re.compile(r"[a-z0-9]+")
_WORD = re.compile(r"[^\W_]+")
_INITIALS = re.compile(r"(?<=\b\w)\.")
_POSSESSIVE = re.compile(r"['\u2019\u02bc]s$")
_EXPANDED = {"st": "saint", "ste": "sainte", "mt": "mount", "mts": "mountains", "ft": "fort"}
_SHORT = frozenset(_EXPANDED)
# Letters that NFKD leaves whole, and those of Persian that Arabic writes otherwise; dotless i is Turkish.
_FOLDED = str.maketrans(
    {
        "ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ħ": "h", "ŧ": "t", "ə": "a",
        "ک": "ك", "ی": "ي", "ى": "ي", "ة": "ه", "ـ": None, "&": " and ",
    }
    | dict.fromkeys("'`´\u2018\u2019\u201b\u02bb\u02bc\u02bd\u02be\u02bf\u02b9\u02b0\u05f3", "")
)  # fmt: skip
_ASCII_FOLDED = str.maketrans({"'": None, "`": None, "&": " and "})
# The Arabic article takes on the letter that follows it; "el" is also Spanish, hence the key with it comes first.
_ARTICLE = re.compile(
    r"(?:[ae]l|ul|a(?:sh|th|dh|([dnrstz]))(?=[ -](?:\1|sh|th|dh)))[ -]+(?=\w{3})|\u0627\u0644(?=\w{3})"
)

_BEGIN_ARTICLE = frozenset("aeu\u0627")


@lru_cache(maxsize=2**13)
def key(spelling: str) -> str:
    """Return the lookup key of a spelling, "" if it has no letter or digit.

    Case, diacritics, apostrophes, dots, hyphens and spaces do not count; a leading "the" and a possessive "'s" are
    dropped; St., Ste., Mt. and Ft. are written out.

    Parameters
    ----------
    spelling
        A name in any script.

    Returns
    -------
    str
        Lower-case letters and digits only. ``key(key(x)) == key(x)``.
    """
    return "".join(words(spelling))


def bare_key(spelling: str) -> str:
    """Return the key of a spelling without its Arabic article (al-, el-, ash-, ar- …), if it has one."""
    return keys(spelling)[1]


def keys(spelling: str) -> tuple[str, str]:
    """Return the key of a spelling, and that without its Arabic article; the two are the same if it has none."""
    folded = _folded(spelling)
    whole = "".join(_words(folded))
    article = _ARTICLE.match(folded) if folded[:1] in _BEGIN_ARTICLE else None  # asked of nearly all words
    return whole, "".join(_words(folded[article.end() :])) if article else whole


def printable(name: str) -> str:
    """Return a name without control and direction marks, its words apart by single spaces."""
    if name.isprintable() and "  " not in name:
        return name.strip()
    return " ".join("".join(c if c.isprintable() or c.isspace() else "" for c in name).split())


def words(spelling: str) -> list[str]:
    """Return the folded words of a spelling, which joined are its key."""
    return _words(_folded(spelling))


def _folded(spelling: str) -> str:
    if spelling.isascii():
        lower = spelling.lower()
        if lower.replace(" ", "").isalnum():
            return lower
        return _undotted(lower.removesuffix("'s").translate(_ASCII_FOLDED))
    lower = _POSSESSIVE.sub("", spelling.casefold())
    marked = unicodedata.normalize("NFKD", lower)
    return _undotted("".join(c for c in marked if not unicodedata.combining(c)).casefold().translate(_FOLDED))


def _undotted(text: str) -> str:
    return _INITIALS.sub("", text) if "." in text else text


def _words(folded: str) -> list[str]:
    if folded.isalnum():
        return [folded]
    if folded.isascii():
        words = folded.split() if folded.replace(" ", "").isalnum() else _ASCII_WORD.findall(folded)
    else:
        words = _WORD.findall(folded)
    if len(words) > 1:
        if words[0] == "the":
            del words[0]
        if not _SHORT.isdisjoint(words):
            words[:-1] = [_EXPANDED.get(word, word) for word in words[:-1]]
    return words
