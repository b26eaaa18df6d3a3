"""Text in capitals, as cables have it -> mixed case, which parsers are trained on, character for character."""

import re
from calendar import day_name, month_abbr, month_name
from collections.abc import Callable, Container, Hashable
from functools import cache, lru_cache
from itertools import pairwise
from typing import Protocol

from geo.language.rewriting.bodies import words_of_bodies
from geo.lexicon import load_rows
from geo.lexicon.parties import named_sides

PARAGRAPH = re.compile(r"(?:[^\n]|\n(?!\s*\n))+")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
AMBIGUOUS_MONTHS = frozenset({"may", "march", "mar"})
CALENDAR = frozenset(name.lower() for name in (*day_name, *month_name, *month_abbr, "GMT") if name) - AMBIGUOUS_MONTHS
INFLECTIONS = (("s", ""), ("es", ""), ("ies", "y"), ("men", "man"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"),
               ("ly", ""))  # fmt: skip
# A bracket ends a head ("[TEXT]") where it opened a line or a sentence; elsewhere it holds an acronym or an aside.
SENTENCE_START = re.compile(r"(?:^\s*|[.!?:]\s+|(?:^|\n|[.!?:]\s|--)\s*[\[(][^\])\n]{0,40}[\])]\s*|--\s*)[\"'“(\[]*$")
OPENERS, BEFORE_START = "\"'“([", ".!?:)]-"  # what stands right before a sentence, and what the one before ends in
LONGEST_ACRONYM = 8
# Words that neither begin nor end a name of several, though without blanks it may be one: "and a" is not Anda.
LOOSE = frozenset({
    "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had", "has", "have", "he", "his",
    "if", "in", "is", "it", "its", "not", "of", "on", "or", "our", "she", "that", "their", "these", "they", "this",
    "those", "to", "was", "we", "were", "when", "which", "who", "will", "with", "would", "you",
})  # fmt: skip
ARTICLES = frozenset({"el", "la", "los", "las"})  # open a name, as no English word does: "EL CONGO"
JOINING = frozenset({"de", "del", "da", "do", "dos", "das"})  # stand within one: "LOMAS DEL ESTE"
WHERE = frozenset({"in", "at", "near", "outside"})
SHORT = 3  # letters of a name that may be an acronym
COMPASS = frozenset(
    {
        "north",
        "south",
        "east",
        "west",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "northwestern",
    }
)  # provinces of some countries, and mostly no names

DOUBLED = re.compile(r"(?P<stem>\w+(?P<end>[bdfgklmnprtvz]))(?P=end)(?:ed|ing)")  # "gutted", "robbing"
INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}\s+$")
# Words that begin a sentence behind an abbreviation; before others it stands within one: "a U.S. nun".
BEGINS = frozenset({
    "the", "he", "she", "they", "we", "it", "this", "these", "those", "there", "however", "meanwhile",
})  # fmt: skip
SHORTEST_NAME = 4  # letters up to which a group's name is an acronym
LOOK_BACK = 60  # characters before a word in which its sentence may start
BRACKETS = str.maketrans("[]", "()")  # parsers were trained on news, which has round ones


class CommonWords(Container[str], Hashable, Protocol):
    """Words of which it is remembered whether a word is an inflected one of them."""


def may_be_name(_: str) -> bool:
    """Take any words for a name's."""
    return True


def no_place(_: str) -> bool:
    """Take no word for a place's."""
    return False


def mixed_case(
    text: str,
    common_words: CommonWords,
    is_name: Callable[[str], bool],
    may_begin: Callable[[str], bool] = may_be_name,
    is_place: Callable[[str], bool] = no_place,
) -> str:
    """Return the text with paragraphs that stand in capitals written in mixed case, each character in its place.

    Parameters
    ----------
    text
        Any text.
    common_words
        Lower-case words that are written small; others keep a capital, as names do.
    is_name
        Tells whether one to three words, in lower case, are a well-known name, which keeps its capitals.
    may_begin
        Tells whether a name may be one or two words or go on from them: soon answered, and mostly no.
    is_place
        Tells whether a word, in lower case, is a name of any place.
    """

    def recased(match: re.Match[str]) -> str:
        return _recase(match[0], common_words, is_name, may_begin, is_place) if is_upper(match[0]) else match[0]

    return PARAGRAPH.sub(recased, text)


def names_in_capitals(
    is_name: Callable[[str], bool], is_place: Callable[[str], bool], common_words: CommonWords
) -> Callable[[str], bool]:
    """Return what tells names of one to three words: the well-known, and those of any place with an uncommon word.

    "MUSA QALA" is a name for the sake of "QALA", though "musa" is a word.
    """

    def named(name: str) -> bool:
        if name in COMPASS:
            return False
        if is_name(name):
            return True
        return " " in name and is_place(name) and not all(_is_common(word, common_words) for word in name.split())

    return cache(named)  # of this text alone


def is_upper(text: str) -> bool:
    """Tell whether a paragraph stands in capitals: at least 20 letters, nine tenths of them capitals."""
    letters = sum(map(str.isalpha, text))
    return letters >= 20 and sum(map(str.isupper, text)) >= 0.9 * letters


def _recase(
    text: str,
    common_words: CommonWords,
    is_name: Callable[[str], bool],
    may_begin: Callable[[str], bool],
    is_place: Callable[[str], bool],
) -> str:
    words = list(WORD.finditer(text))
    small = [word[0].lower() for word in words]
    named = _words_in_names(small, is_name, may_begin) | words_of_bodies(small) | _words_by_shape(small, common_words)
    named |= {n for n, low in enumerate(small) if low in AMBIGUOUS_MONTHS and _is_dated(text, words[n])}
    named |= {n + 1 for n, pair in enumerate(pairwise(small)) if _is_where(*pair, common_words, is_place)}
    names, bracketed = named_sides(), "(" in text or "[" in text
    pieces: list[str] = []
    done = 0
    for number, (word, low) in enumerate(zip(words, small, strict=True)):
        if len(low) != len(word[0]):  # a letter whose small form is two: leave the word, keep the offsets
            continue
        if (bracketed and _is_acronym(text, word)) or (len(low) <= SHORTEST_NAME and low in names):
            continue
        common = low in JOINING or _is_common(low, common_words)
        if common and number not in named and not _starts_sentence(text, word.start(), low):
            written = low
        elif common or len(low) > 3 or number in named:
            written = low[0].upper() + low[1:]
        else:
            continue
        pieces += text[done : word.start()], written
        done = word.end()
    return "".join((*pieces, text[done:]))


def _starts_sentence(text: str, start: int, word: str) -> bool:
    """Tell whether a word that begins at a character begins a sentence, too."""
    if text[max(0, start - 2) : start - 1].isalnum() and text[start - 1] == " ":  # most words stand behind another
        return False
    reach = max(0, start - LOOK_BACK)
    before = text[reach:start].rstrip(OPENERS).rstrip()  # looking at one mark spares the search as a rule
    starts = (not before or before[-1] in BEFORE_START) and bool(SENTENCE_START.search(text, reach, start))
    return starts and (word in BEGINS or not INITIALS.search(text, reach, start))


def _words_in_names(small: list[str], is_name: Callable[[str], bool], may_begin: Callable[[str], bool]) -> set[int]:
    """Return the positions of words that stand in a well-known name of one to three words, longest first."""
    found: set[int] = set()
    binds = [word not in LOOSE for word in small]
    for first, word in enumerate(small):
        if first in found:
            continue
        opens = binds[first] and may_begin(word) and may_begin(" ".join(small[first : first + 2]))
        for length in (3, 2) if opens else ():
            last = first + length - 1
            if last < len(small) and binds[last] and is_name(" ".join(small[first : last + 1])):
                found.update(range(first, last + 1))
                break
        else:
            if is_name(word):
                found.add(first)
    return found


def _words_by_shape(small: list[str], common_words: CommonWords) -> set[int]:
    """Return the positions of common words that are names by the word beside them: "LOS ANDES", "VICTOR MORA"."""
    found: set[int] = set()
    opening = [n for n, word in enumerate(small[:-1]) if word in ARTICLES or word in _forenames()]
    for n in reversed(opening):
        word, after = small[n : n + 2]
        named = n + 1 in found or not _is_common(after, common_words)  # "JESUS MARIA MORA"
        person = word in _forenames() and after not in CALENDAR and named
        if (person or word in ARTICLES) and after not in LOOSE:
            found |= {n, n + 1}
    return found


def _is_where(before: str, word: str, common_words: CommonWords, is_place: Callable[[str], bool]) -> bool:
    """Tell whether a word is the name of where something is that might be letters or a plural: "IN JOS", "AT TUBAS"."""
    if before not in WHERE or word in common_words:
        return False
    return (len(word) == SHORT or _is_common(word, common_words)) and is_place(word)


@cache
def _forenames() -> frozenset[str]:
    return frozenset(word for word, kind in load_rows("person_words", ("word", "kind")) if kind == "forename")


def _is_acronym(text: str, word: re.Match[str]) -> bool:
    """Tell whether a short word stands alone in brackets, as the letters do by which a name before it is known."""
    if word.start() == 0 or text[word.start() - 1] not in "[(":
        return False
    around = text[word.start() - 1] + text[word.end() : word.end() + 1]
    return around in {"[]", "()"} and len(word[0]) <= LONGEST_ACRONYM and word[0].lower() != "text"


def _is_dated(text: str, word: re.Match[str]) -> bool:
    """Tell whether a word that may be a verb is a month, since it stands beside a number: "15 MAY"."""
    return any(c.isdigit() for c in text[max(0, word.start() - 2) : word.start()] + text[word.end() : word.end() + 2])


@lru_cache(maxsize=2**14)
def _is_common(word: str, common_words: CommonWords) -> bool:
    """Tell whether a word or what it is inflected from is common: "residences" is by way of "residence"."""
    if word in common_words:
        return True
    stems = (
        (word[: -len(end)], put)
        for end, put in INFLECTIONS
        if word.endswith(end) and len(word) - len(end) + len(put) > 2
    )
    doubled = DOUBLED.fullmatch(word)
    return any(stem + put in common_words for stem, put in stems) or bool(doubled and doubled["stem"] in common_words)
