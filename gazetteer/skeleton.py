"""What the transliterations of a name share.

English has several ways to write an Arabic, Kurdish or Slavic name: Tall 'Afar and Tel Afar, Fallujah and Falouja,
Kharkiv and Kharkov. Their skeleton is one. It is kept among the keys of a gazetteer file under `MARK`, for a place's
own name and the spellings of it, and only looked up when nothing is called exactly so.
"""

import re
from functools import lru_cache

from gazetteer.names import words

MARK = "~"  # begins the skeletons among the keys, which are letters and digits otherwise
LEAST_SKELETON = 4  # letters; shorter ones are shared by too many names

_ARTICLES = frozenset(("al", "el", "ul", "ar", "as", "ash", "ad", "adh", "an", "at", "ath", "az")) | frozenset(
    ("er", "es", "esh", "ed", "en", "et", "ez")
)
_RULES = tuple(
    (re.compile(pattern), written)
    for pattern, written in (
        (r"(?<=[a-z]{2})iyy?[ae]h?$|(?<=[a-z]{2})[ie]ah?$", "ia"),  # Nasiriyah, Nasiriya, Nasiria
        (r"(?<=[a-z]{2})(?:iv|ov|ev|iew|ow)$", "v"),  # Kharkiv, Kharkov
        (r"sk(?:iy|iyi|yy|yi|y|i|ij)$", "ski"),
        (r"(?<=[aeiou])h$", ""),  # Fallujah, Falluja
        (r"dj|zh", "j"),
        (r"ph", "f"),
        (r"gh", "g"),
        (r"dh", "d"),
        (r"th", "t"),
        (r"q", "k"),
        (r"aw|au|ow(?![aeiou])", "o"),  # Dayr az Zawr, Deir ez-Zor
        (r"a[iy]|e[iy]", "e"),
        (r"ou|oo|o", "u"),
        (r"ee|ie|y", "i"),
        (r"e", "a"),  # Tel Afar, Tal Afar
        (r"(.)\1+", r"\1"),
    )
)


def skeleton(spelling: str) -> str:
    """Return what the transliterations of a name share, "" if it is too short or not in Latin letters."""
    written = words(spelling)
    kept = [word for word in written if word not in _ARTICLES] or written
    bones = "".join(_bones(word) for word in kept)
    return bones if len(bones) >= LEAST_SKELETON and bones.isascii() and bones.isalpha() else ""


@lru_cache(2**16)
def _bones(word: str) -> str:
    for pattern, written in _RULES:
        word = pattern.sub(written, word)
    return word
