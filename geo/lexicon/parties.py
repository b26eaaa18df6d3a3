"""A name -> the words in it by which a party to a conflict, or one who stands outside of it, is known."""

import re
from collections.abc import Mapping
from functools import lru_cache

from geo.lexicon.shared import sides, singular

LONGEST = 3  # words of an entry
MOST = 4096  # names to remember
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
END = re.compile(r"(?:['’]s|-(?:run|led|backed|controlled))$")


def words_in(name: str) -> list[str]:
    """Return the words of a name in the singular, a possessive and a word joined to "run" or "led" without its end.

    Parameters
    ----------
    name
        In small letters.
    """
    words = (END.sub("", word) for word in WORD.findall(name))
    return [word if word in sides() else singular(word) for word in words]


@lru_cache(MOST)
def marks(name: str) -> Mapping[str, str]:
    """Return the entries in a name with their marks; a longer one hides the shorter ones inside: "state media".

    Parameters
    ----------
    name
        In small letters.
    """
    words, found, at = words_in(name), {}, 0
    while at < len(words):
        for size in range(LONGEST, 0, -1):
            entry = " ".join(words[at : at + size])
            if entry in sides():
                found[entry] = sides()[entry]
                at += size - 1
                break
        at += 1
    return found
