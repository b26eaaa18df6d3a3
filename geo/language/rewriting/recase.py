"""Text in capitals, as cables have it -> mixed case, which parsers are trained on, character for character."""

import re
from collections.abc import Callable
from functools import cache

from geo.language.rewriting.capital_names import JOINING, Names, is_land, words_of_names
from geo.language.rewriting.cases import WORD, is_headline, is_lower, is_upper
from geo.language.rewriting.inflected import CommonWords, without_ending
from geo.lexicon import load_rows

PARAGRAPH = re.compile(r"(?:[^\n]|\n(?!\s*\n))+")
# A bracket ends a head ("[TEXT]") where it opened a line or a sentence; elsewhere it holds an acronym or an aside.
SENTENCE_START = re.compile(
    r"(?:^\s*|[.!?]\s+|(?:^|\n|[.!?:]\s|--)\s*[\[(][^\])\n]{0,40}[\])]\s*|(?:--|—)\s*)[\"'“(\[]*$"
)
OPENERS, BEFORE_START = "\"'“([", ".!?:)]-—"  # what stands right before a sentence, and what the one before ends in
LONGEST_ACRONYM = 8
BRACKETED = re.compile(r"(?<=[^\W\d_] )[\[(]([A-Z]{2,6})[\])]")  # behind a word: "THE LIBERATION FRONT (NLF)"
UNSPEAKABLE = re.compile(r"[bcdfghjklmnpqrstvwxz]{4,}")  # letters that stand for words
LETTERS = frozenset({"gmt", "utc", "un", "eu", "uk", "uae", "icrc", "unicef", "osce", "afp", "upi"})
SHORT = 3  # letters of a word that may be an acronym
SMALL_LETTER = re.compile(r"(?:\d|['’]|[AP]\.? ?|\d ?P)[A-Z]$")
LONGEST_TIME = 4
INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}\s+$")
# Words that begin a sentence behind an abbreviation; before others it stands within one: "a U.S. nun".
BEGINS = frozenset({
    "the", "he", "she", "they", "we", "it", "this", "these", "those", "there", "however", "meanwhile",
})  # fmt: skip
LOOK_BACK = 60  # characters before a word in which its sentence may start
BRACKETS = str.maketrans("[]", "()")  # parsers were trained on news, which has round ones


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
    """Return the text with paragraphs in capitals or without any, and headlines, in mixed case, each sign in its place.

    Parameters
    ----------
    text
        Any text.
    common_words
        Lower-case words that are written small; others keep a capital, as names do.
    is_name, may_begin, is_place
        What `Names` has under these names.
    """
    names = Names(common_words, is_name, may_begin, is_place)
    bracketed = {word.lower() for word in BRACKETED.findall(text)}
    acronyms = _acronyms() | {word for word in bracketed if not names.is_common(word) and not is_name(word)}

    def recased(match: re.Match[str]) -> str:
        paragraph = match[0]
        if is_upper(paragraph) or is_lower(paragraph):
            return _recase(paragraph, names, acronyms)
        lines = paragraph.split("\n")
        return "\n".join(_recase(line, names, acronyms) if is_headline(line) else line for line in lines)

    return PARAGRAPH.sub(recased, text)


def _recase(text: str, names: Names, acronyms: frozenset[str]) -> str:
    tells = not text.isupper()  # where other words have small letters, one in capitals is letters: "US Jets Bomb ISIS"
    words = list(WORD.finditer(text))
    small = [without_ending(word[0].lower()) for word in words]
    named = words_of_names(text, words, small, names)
    pieces: list[str] = []
    done = 0
    for number, (word, low) in enumerate(zip(words, small, strict=True)):
        written = word[0].lower()
        if len(written) != len(word[0]):  # a letter whose small form is two: leave the word, keep the offsets
            continue
        if tells and len(low) > 1 and word[0].isupper():
            continue
        common = low in JOINING or names.is_common(low)
        known = number in named
        if low in acronyms or (low == "us" and is_land(text, word, *_beside(small, number))):
            written = low.upper() + written[len(low) :]
        elif _is_letters(text, word, low):
            written = word[0][: len(low)] + written[len(low) :]
        elif not known and ((not common and len(low) <= SHORT) or _is_acronym(text, word)):
            continue
        elif known or not common or _starts_sentence(text, word.start(), low):
            written = written[0].upper() + written[1:]
        pieces += text[done : word.start()], written
        done = word.end()
    return "".join((*pieces, text[done:]))


def _beside(small: list[str], number: int) -> tuple[str, str]:
    return small[number - 1] if number else "", "".join(small[number + 1 : number + 2])


def _starts_sentence(text: str, start: int, word: str) -> bool:
    """Tell whether a word that begins at a character begins a sentence, too."""
    if text[max(0, start - 2) : start - 1].isalnum() and text[start - 1] == " ":  # most words stand behind another
        return False
    reach = max(0, start - LOOK_BACK)
    before = text[reach:start].rstrip(OPENERS).rstrip()  # looking at one mark spares the search as a rule
    starts = (not before or before[-1] in BEFORE_START) and bool(SENTENCE_START.search(text, reach, start))
    return starts and (word in BEGINS or not INITIALS.search(text, reach, start))


def _is_letters(text: str, word: re.Match[str], low: str) -> bool:
    """Tell whether a word is an initial, or letters that nobody can speak: "MFDC", no "2 P.M." and "THE 1980S"."""
    if len(low) > 1:
        return bool(UNSPEAKABLE.fullmatch(low))
    return low not in "ax" and not SMALL_LETTER.search(text, max(0, word.start() - LONGEST_TIME), word.end())


def _is_acronym(text: str, word: re.Match[str]) -> bool:
    """Tell whether a short word stands alone in brackets, as the letters do by which a name before it is known."""
    if word.start() == 0 or text[word.start() - 1] not in "[(":
        return False
    around = text[word.start() - 1] + text[word.end() : word.end() + 1]
    return around in {"[]", "()"} and len(word[0]) <= LONGEST_ACRONYM and word[0].lower() != "text"


@cache
def _acronyms() -> frozenset[str]:
    """Return the letters by which bodies are known, in small letters."""
    names = [row[0] for row in (*load_rows("armed_groups", ("name",)), *load_rows("state_forces", ("name", "side")))]
    return LETTERS | {name.lower() for name in names if name.isupper() and name.isalpha()}
