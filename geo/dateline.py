"""The line at the head of a wire story or cable that says where and when it was filed, and where it ends."""

import re

# "KHARTOUM, June 29 (Reuters) - ", "SAN SALVADOR, 3 JAN 90 (ACAN-EFE) -- ": a place, a day, an agency, a dash.
SHAPE = re.compile(
    r"^[\s\[]*(?P<place>[^\n(,]{2,40}?)(?P<rest>(?:,[^\n()—–]{0,60}?)?\s*(?:\([^)\n]{1,60}\)\s*)*)(?:—|–|--|\s-)\s+",
    re.MULTILINE,
)
# "January 22, 2018 - ", "3 Feb. 1990 -- ": a day alone.
MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
DAY = re.compile(
    rf"^[\s\[]*(?:\w+day,?\s+)?(?:{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH})(?:,?\s+\d{{2,4}})?\]?\s*(?:—|–|--|\s-)\s+",
    re.MULTILINE | re.IGNORECASE,
)
WITHIN = 400  # characters from the start of a text: a headline and a byline may come first
MOST_WORDS = 4  # of a place's name
TINY = 3  # letters
SMALL = frozenset({"de", "del", "la", "al", "el", "of", "the", "el-", "al-", "da", "do"})


def dateline_end(text: str) -> int:
    """Return where the dateline at the head of a text ends, 0 where it has none.

    Parameters
    ----------
    text
        The document's.
    """
    for match in SHAPE.finditer(text[:WITHIN]):
        if _is_place(match["place"], match["rest"]):
            return match.end()
    return 0


def head_end(text: str) -> int:
    """Return where the head of a text ends, be it a dateline or a day alone; 0 where it has neither.

    Parameters
    ----------
    text
        The document's.
    """
    day = DAY.search(text[:WITHIN])
    return dateline_end(text) or (day.end() if day else 0)


def _is_place(name: str, rest: str) -> bool:
    """Tell whether words look like a place's name; in capitals throughout a day or an agency must follow."""
    words = name.split()
    if not 0 < len(words) <= MOST_WORDS or any(c in name for c in '.;:!?"“”'):
        return False
    if not all(word[:1].isupper() or word.lower() in SMALL for word in words):
        return False
    return not (name.isupper() and len(words) > 1) or bool(re.search(r"[\d(,]", rest))


def are_names(text: str) -> bool:
    """Tell whether all words of a text can be those of a dateline: with a capital, without letters, or tiny ("of").

    Parameters
    ----------
    text
        A line or a piece of one.
    """
    words = (word.strip(".,'’()[]|/–—-") for word in text.split())
    return all(
        not word or word[0].isupper() or len(word) <= TINY or not any(c.islower() for c in word) for word in words
    )
