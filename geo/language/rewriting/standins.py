"""Words that small parsers misread -> words of the same grammar that they read well, which they are shown instead.

"Dozens feared dead" are taken for those who fear. "Shot" before "dead" is taken for a noun ("a sniper shot", dead), and
the sentence is lost. "Took down" and "gunned down" are not: the first only does, before whom it befell; the second may
also be suffered. "Damaged" after a bomb is taken to say of which kind a pipeline is. "Near" before a place is taken for
a name, and who acted there for another. Who or how many follow a date without a comma are taken for more of it: "On 15
February Ali Omar". In "clashes since 10 May have left" the month is taken for what may be. "Overrun" is read as a noun,
and "IS", the name, as the verb. Of few drugs but heroin do they know that these are things. A day right behind a name
is taken for the end of it: "in Goma Sunday".
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, takewhile

from geo.language.late_days import late_days
from geo.lexicon import word_class
from geo.lexicon.cargo import cargo_rows
from geo.lexicon.shared import calendar_words, singular

SHOT, DEAD, AND, STABBED = "shot", "dead", "and", "stabbed"
DID, SUFFERED = "took", "gunned"
WITH = "down"
# Words after "dead" that begin no word for people: "shot dead in", "shot dead yesterday".
BEFORE_OTHERS = frozenset({
    "in", "on", "at", "near", "outside", "inside", "by", "with", "from", "for", "during", "after", "before", "while",
    "when", "as", "and", "or", "but", "because", "since", "around", "along", "beside", "behind", "under", "over",
    "within", "across", "between", "through", "amid", "where", "who", "which", "yesterday", "today", "tonight",
    "late", "early", "earlier", "later", "last", "this", "there", "here", "just", "then", "to", "of", "was", "were",
    "is", "had", "has", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
})  # fmt: skip
# "Dozens feared dead" fear nothing: parsers make them the speakers of the clause before.
FEARED, HARMED = (
    frozenset({"feared", "believed", "presumed"}),
    frozenset({"dead", "killed", "injured", "wounded", "hurt"}),
)
ADVERB = "reportedly"
# Verbs that parsers take for part of a noun where a weapon does it: "A helicopter strafed fields", "Blast hits bridge".
WRECKED = dict.fromkeys(("damaged", "hit", "wounded", "wrecked", "gutted", "strafed", "struck"), "destroyed")
WRECKED |= dict.fromkeys(("damages", "hits", "wounds", "wrecks", "guts", "strikes"), "destroys")
CLEAR = frozenset({"the", "a", "an", "his", "her", "its", "their", "this", "that", "these", "those", "all", "both"})
CLAUSE = 9  # words after it in which a helper shows that it was part of a noun: "the bomb damaged pipeline was mended"
NEAR, IN = "Near", "In"
LEAST = ("at", "least")
HELPERS = frozenset({"was", "were", "is", "are", "be", "been", "being", "found", "get", "got", "had", "has", "have"})
ON, MARKS = "on", frozenset({",", ".", ":", ";", "-", "–", "—", "|", "•"})
DAYS = frozenset(map(str, range(1, 32)))
A_DAY = ("Monday", "morning")
MAY, JUNE = "May", "June"
YEAR = 4  # digits
OVERRUN, CAPTURED = "overrun", "captured"
STATE, ISIS = "IS", "ISIS"
YESTERDAY = "yesterday"
HEROIN, RIFLES = "heroin", "rifles"
SHIP, SEND = "ship", "send"
REACH = 2  # words before in which a helper makes it passive: "were later shot dead"


def stand_ins(words: Sequence[str]) -> dict[int, str]:
    """Return the words to show to a parser in place of some, by their position; "dead" has "down" for it.

    Parameters
    ----------
    words
        Of any text, as written.
    """
    small = [word.lower() for word in words]
    ended = (day for day in late_days(words) if _ends_phrase(small[day + 1 : day + 2]))
    return (
        dict(_well_known(words)) | dict(_shipped(small)) | dict(_shown(words, small)) | dict.fromkeys(ended, YESTERDAY)
    )


def _well_known(words: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield better known things for those that are seldom read, but in names ("Narcotics Bureau")."""
    for n, word in enumerate(words):
        if (one := word.removesuffix("s")) in word_class("seldom_read"):
            yield n, HEROIN if one == word else RIFLES


def _shipped(small: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield "send" for "traders ship rifles", which are not the rifles of a ship."""
    for n, (who, verb, what) in enumerate(zip(small, small[1:], small[2:], strict=False)):
        if verb == SHIP and who.endswith("s") and singular(what) in _plain_cargo():
            yield n + 1, SEND


@cache
def _plain_cargo() -> frozenset[str]:
    return frozenset(word for word, category, use in cargo_rows() if category and use == "plain")


def _shown(words: Sequence[str], small: Sequence[str]) -> Iterator[tuple[int, str]]:
    for first, pair in enumerate(pairwise(small)):
        if pair[0] in FEARED and pair[1] in HARMED and not HELPERS & set(small[max(0, first - REACH) : first]):
            yield first, ADVERB
        yield from _named(words, small, first)
        if _is_date(pair):
            yield from _dated(words, small, first)
        blow = pair[1] in WRECKED and pair[0].removesuffix("s") in word_class("blow")
        if blow and _is_struck(small[first + 2 : first + CLAUSE]):
            yield first + 1, WRECKED[pair[1]]
        if pair[1] == OVERRUN and (pair[0] in HELPERS or "by" in small[first + 2 : first + 3]):
            yield first + 1, CAPTURED
        if pair == (SHOT, DEAD):
            yield from _shot_dead(words, small, first)
        if pair == (AND, SHOT) and _ends_phrase(small[first + 2 : first + 3]) and HELPERS & set(small[:first]):
            yield first + 1, STABBED  # "were taken from a bus and shot", where a shot is seen


def _ends_phrase(after: Sequence[str]) -> bool:
    """Tell whether the small word after a day leaves it by itself, unlike that in "the Goma Sunday market"."""
    return all(word in BEFORE_OTHERS or not word[0].isalnum() for word in after)


def _named(words: Sequence[str], small: Sequence[str], index: int) -> Iterator[tuple[int, str]]:
    """Yield "In" for "Near Goma", but not "the Near East"; "ISIS" for "IS fighters", but not "WHAT IS known"."""
    before, word, after = max(0, index - 1), words[index], words[index + 1]
    if word == NEAR and after[0].isupper() and small[before] != "the":
        yield index, IN
    if word == STATE and after.islower() and not (index and words[before].isupper()):
        yield index, ISIS


def _dated(words: Sequence[str], small: Sequence[str], first: int) -> Iterator[tuple[int, str]]:
    if MAY in words[first : first + 2]:
        yield words.index(MAY, first), JUNE
    if _goes_straight_on(small[max(0, first - 1)], small[first + 2 : first + 3]):
        yield from zip((first, first + 1), A_DAY, strict=True)


def _shot_dead(words: Sequence[str], small: Sequence[str], first: int) -> Iterator[tuple[int, str]]:
    helped = HELPERS & set(small[max(0, first - REACH) : first])
    yield first, DID if not helped and _is_sufferer(words[first + 2 : first + 4]) else SUFFERED
    yield first + 1, WITH


def _is_date(pair: Sequence[str]) -> bool:
    """Tell whether two small words are a day and a month: "15 february", "february 15"."""
    day, month = pair if pair[0].isdecimal() else reversed(pair)
    return day.removeprefix("0") in DAYS and month.removesuffix(".") in calendar_words("month", "month_word")


def _goes_straight_on(before: str, after: Sequence[str]) -> bool:
    """Tell whether the small word after a date may begin who did something, with no comma before it, and is no year."""
    begins = bool(after) and after[0][0].isalnum() and after[0] not in BEFORE_OTHERS
    notes = before in MARKS and not after[0].isdecimal() if after else False  # "NAKURU, 9 Aug. Three suspects"
    return begins and (notes or (before == ON and not (after[0].isdecimal() and len(after[0]) == YEAR)))


def _is_struck(after: Sequence[str]) -> bool:
    """Tell whether small words after a verb are what it was done to, without an article, and all that is said of it."""
    named = bool(after) and after[0][0].isalpha() and after[0] not in BEFORE_OTHERS | CLEAR
    clause = takewhile(lambda word: word[0].isalnum(), after)
    return named and HELPERS.isdisjoint(clause)


def _is_sufferer(after: Sequence[str]) -> bool:
    """Tell whether words begin with those on whom something befell: "a nurse", "Judge Mena", "12 men"."""
    small = tuple(word.lower() for word in after)
    begins = bool(small) and small[0][0].isalnum() and small[0] not in BEFORE_OTHERS
    return begins or small == LEAST
