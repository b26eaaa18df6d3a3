"""Which words of a text in capitals are parts of names, which mixed case writes with a large letter."""

import re
from calendar import day_name, month_abbr, month_name
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from geo.language.rewriting.bodies import BEFORE_BODY, words_of_bodies
from geo.language.rewriting.inflected import CommonWords, is_common
from geo.lexicon import load_rows, load_words

AMBIGUOUS_MONTHS = frozenset({"may", "march", "mar"})
CALENDAR = frozenset(name.lower() for name in (*day_name, *month_name, *month_abbr, "GMT") if name) - AMBIGUOUS_MONTHS
# Words that neither begin nor end a name of several, though without blanks it may be one: "and a" is not Anda.
LOOSE = frozenset({
    "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had", "has", "have", "he", "his",
    "if", "in", "is", "it", "its", "not", "of", "on", "or", "our", "she", "that", "the", "their", "these", "they",
    "this", "those", "to", "us", "was", "we", "were", "when", "which", "who", "will", "with", "would", "you",
})  # fmt: skip
JOINING = frozenset({"de", "del", "da", "do", "dos", "das"})  # stand within one: "LOMAS DEL ESTE"
ARTICLES = frozenset({"el", "la", "los", "las"})  # open a name, as no English word does: "EL CONGO"
BEFORE_MONTH = frozenset({"since", "until", "till", "last", "next", "early", "late", "mid", "during", "of"})
BEFORE_PLACE = frozenset({"in", "at", "near", "outside"})
BESIDE = frozenset({"near", "outside"})
SHORT = 3  # letters of a name that may be an acronym
COMPASS = frozenset({
    "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "northwestern",
})  # fmt: skip
DIRECTIONS = COMPASS | {"northern", "southern", "eastern", "western", "central", "northeastern", "southeastern",
                        "southwestern", "upper", "lower"}  # fmt: skip
# What stands before "us" where that is no land: "let us set aside".
BEFORE_US = frozenset({
    "allow", "allowed", "ask", "asked", "asking", "call", "called", "enable", "force", "forced", "gave", "give",
    "given", "gives", "giving", "help", "helped", "inform", "informed", "lead", "leads", "let", "lets", "made", "make",
    "makes", "making", "offer", "offered", "permit", "send", "sent", "show", "showed", "tell", "telling", "tells",
    "told", "want", "wants",
})  # fmt: skip
# What stands behind "us" where that is no land: "gave us the names", "told us yesterday".
BEHIND_US = LOOSE | {"about", "after", "all", "before", "both", "here", "how", "no", "out", "there", "today", "what",
                     "where", "yesterday"}  # fmt: skip
GAP = re.compile(r"\.? +|-")  # between a title and a name, or a name and a site


@dataclass(frozen=True, slots=True)
class Names:
    """What tells names; words are in lower case.

    Parameters
    ----------
    common_words
        Words that are written small; others keep a capital, as names do.
    is_name
        Tells whether one to three words are a well-known name, which keeps its capitals.
    may_begin
        Tells whether a name may be one or two words or go on from them: soon answered, and mostly no.
    is_place
        Tells whether words are a name of any place.
    """

    common_words: CommonWords
    is_name: Callable[[str], bool]
    may_begin: Callable[[str], bool]
    is_place: Callable[[str], bool]

    def is_common(self, word: str) -> bool:
        """Tell whether a word or what it is inflected from is common."""
        return is_common(word, self.common_words)


def names_in_capitals(
    is_name: Callable[[str], bool], is_place: Callable[[str], bool], common_words: CommonWords
) -> Callable[[str], bool]:
    """Return what tells names of one to three words: the well-known, and those of any place with an uncommon word.

    "MUSA QALA" is a name for the sake of "QALA", though "musa" is a word. A side of a land is none: "NORTHERN IRAQ".
    """

    def named(name: str) -> bool:
        first, *others = name.split()
        if name in COMPASS or (first in DIRECTIONS and DIRECTIONS.union(_sites("after")).issuperset(others)):
            return False
        if is_name(name):
            return True
        if not others or (first in DIRECTIONS and is_name(" ".join(others))) or not is_place(name):
            return False
        return not all(is_common(word, common_words) for word in name.split())

    return cache(named)  # of this text alone


def words_of_names(text: str, words: Sequence[re.Match[str]], small: Sequence[str], names: Names) -> set[int]:
    """Return the positions of words that are parts of names, so far as more than the word itself tells it.

    Parameters
    ----------
    text
        A paragraph in capitals.
    words
        Its words.
    small
        The same in small letters, without possessives.
    names
        What tells names.
    """
    joined = [bool(GAP.fullmatch(text, a.end(), b.start())) for a, b in pairwise(words)]
    found = _well_known(small, names) | words_of_bodies(small)
    found |= _by_shape(small, joined, found, names)
    for n, word in enumerate(small):
        before = small[n - 1] if n else ""
        if word in AMBIGUOUS_MONTHS:
            dated = _beside_number(text, words[n]) or before in BEFORE_MONTH or (before == "in" and word != "mar")
            found.update({n} if dated else ())
        elif word in CALENDAR or (before and _is_where(text, words[n], small, n, names)):
            found.add(n)
    return found


def is_land(text: str, word: re.Match[str], before: str, after: str) -> bool:
    """Tell whether "US" is the land, not "us": it has an article, or a noun behind it.

    Parameters
    ----------
    text
        A paragraph in capitals.
    word
        Where it stands.
    before, after
        The words beside it in small letters, "" for none.
    """
    if before in {"the", "a"}:
        return True
    return text[word.end() : word.end() + 1] in {" ", "-"} and before not in BEFORE_US and after not in BEHIND_US


def _well_known(small: Sequence[str], names: Names) -> set[int]:
    """Return the positions of words that stand in a well-known name of one to three words, longest first."""
    found: set[int] = set()
    binds = [word not in LOOSE for word in small]
    for first, word in enumerate(small):
        if first in found or not binds[first]:
            continue
        opens = names.may_begin(word) and names.may_begin(" ".join(small[first : first + 2]))
        for length in (3, 2) if opens else ():
            last = first + length - 1
            if last < len(small) and binds[last] and names.is_name(" ".join(small[first : last + 1])):
                found |= {first, last}.union(n for n in range(first, last) if small[n] not in LOOSE | JOINING)
                break
        else:
            if names.is_name(word):
                found.add(first)
    return found


def _by_shape(small: Sequence[str], joined: Sequence[bool], known: Collection[int], names: Names) -> set[int]:
    """Return the positions of common words that are names by the word beside them: "LOS ANDES", "VICTOR MORA"."""
    found: set[int] = set()
    for n in range(len(small) - 2, -1, -1):
        word, after = small[n : n + 2]
        if after in LOOSE or after in CALENDAR or not joined[n]:
            continue
        if after == "republic" and n + 1 in known and word in BEFORE_BODY:
            found.add(n)
        named = n + 1 in found or not names.is_common(after)  # "JESUS MARIA MORA"
        if word in ARTICLES or word in _short_titles() or (named and word in _forenames()):
            found |= {n, n + 1}
        elif named and word in _titles() | _sites("before"):
            found.add(n)  # "MR KAREGA", "CAPE BARBAS"
    return found


def _is_where(text: str, word: re.Match[str], small: Sequence[str], n: int, names: Names) -> bool:
    """Tell whether a word that might be letters or common is the name of where something is: "IN JOS", "NEAR HIT."."""
    low, before = small[n], small[n - 1]
    unclear = low not in names.common_words and (len(low) == SHORT or names.is_common(low))  # as "TUBAS" is
    if before in BEFORE_PLACE and unclear and names.is_place(low):
        return True
    sided = before == "of" and n > 1 and small[n - 2] in COMPASS
    if not (sided or before in BESIDE) or low in LOOSE or low in _kinds():
        return False
    ends = text[word.end() : word.end() + 1] != " " or "".join(small[n + 1 : n + 2]) in LOOSE
    return ends and names.may_begin(low)


def _beside_number(text: str, word: re.Match[str]) -> bool:
    return any(c.isdigit() for c in text[max(0, word.start() - 2) : word.start()] + text[word.end() : word.end() + 2])


@cache
def _forenames() -> frozenset[str]:
    return frozenset(word for word, kind in load_rows("person_words", ("word", "kind")) if kind == "forename")


@cache
def _titles() -> frozenset[str]:
    return frozenset(word for word, kind in load_rows("person_words", ("word", "kind")) if kind == "title")


@cache
def _short_titles() -> frozenset[str]:
    return frozenset(title.lower() for (title,) in load_rows("short_titles", ("title",)))


@cache
def _kinds() -> frozenset[str]:
    """Return words that are none's name, and those for what sort of place or body something is."""
    bodies = frozenset(word for word, _ in load_rows("organisation_words", ("word", "kind")))
    return load_words("not_places") | bodies | _sites("after")


@cache
def _sites(position: str) -> frozenset[str]:
    """Return the nouns that stand before or after a place's name."""
    rows = load_rows("place_nouns", ("word", "position", "kinds"))
    return frozenset(word for word, where, _ in rows if where == position and " " not in word)
