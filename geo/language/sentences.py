"""Where sentences surely start, told from marks and lines alone; a parser may find more starts between them."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from geo.syntax.tags import DASHES

if TYPE_CHECKING:
    from spacy.tokens import Doc

ENDS = frozenset({".", "!", "?", "..."})  # as words of their own: the tokenizer leaves "Gen." and "U.S." whole
CLOSERS = frozenset({'"', "'", "”", "’", "''", ")", "]"})
SHORT = 3  # capitals before a full stop that may be no sentence's end: "DR.", "the US."
NUMBERED = frozenset({"no", "nos"})  # "School No. 3"
SAYS_NUMBER = frozenset({"said", "says", "say", "claimed", "put"})
LONGEST = 5_000  # words of a sentence: beyond, it is made to take for ever
LONGEST_HEAD = 4  # words that a full stop may end
LONGEST_COUNTER, BOUNDS = 9, 4  # words of such a clause; of them from the verb to the number
OPENERS = frozenset({'"', "'", "“", "‘", "``", "(", "["})


def start_sentences(doc: "Doc", words: list[str], after: Iterable[int]) -> list[int]:
    """Let sentences start after marks that end one, line breaks and heads; return the first tokens.

    Parameters
    ----------
    doc, words
        A tokenised text; what it marks, the recogniser and the parser keep to.
    after
        Characters at which the heads of lines and the dateline end, 0 for none.
    """
    places: list[int] = doc.to_array("IDX").tolist()
    starts = {i + 1 for i, word in enumerate(words) if "\n" in word}
    starts.update(_next_start(doc, words, i) for i, word in enumerate(words) if word in ENDS and not _short(words, i))
    starts.update(bisect_left(places, end) for end in after)
    starts.update(i + 1 for i, word in enumerate(words) if word == "," and _counters(words, i + 1))
    found = _none_too_long(sorted(start for start in starts if 0 < start < len(words)), len(words))
    marks: Any = doc.to_array(["SENT_START"]).astype("int64")  # one by one, spaCy would look through the text each time
    marks[found] = 1
    for i in range(1, len(words)):
        if words[i] == "." and _is_numbered(words, i):
            marks[[i, i + 1]] = -1
    marks[[i + 1 for i in (0, *found) if _counts(words, i)]] = -1
    marks[[i for i in range(2, len(words)) if i not in starts and _is_stated(words, i)]] = -1
    doc.from_array(["SENT_START"], marks.astype("uint64"))
    return [0, *found] if words else []


def _none_too_long(starts: list[int], end: int) -> list[int]:
    """Return starts, and more where from one to the next there are too many words."""
    return [more for start, after in pairwise([0, *starts, end]) for more in range(start, after, LONGEST) if more]


def is_head(words: Sequence[str]) -> bool:
    """Tell whether words are the head of a line that reads on, not a sentence: "NORD KIVU.", "Bria | ambush |".

    What stands before a dash or a colon, as a dateline does, says where by itself. Parsed with the sentence behind it,
    it only leads a parser astray.
    """
    apart = words[-1] in DASHES or words[-1] == ":"
    return not apart and "\n" not in words[-1] and (len(words) <= LONGEST_HEAD or words[-1] not in ENDS | CLOSERS)


def _short(words: list[str], end: int) -> bool:
    """Tell whether a mark may belong to the word before it, as a full stop after a title in capitals does."""
    before = words[max(0, end - 1)]
    return words[end] == "." and ((len(before) <= SHORT and before.isupper()) or _is_numbered(words, end))


def _counts(words: list[str], start: int) -> bool:
    """Tell whether a sentence begins with a number of what follows it: "2 policemen", which parsers part."""
    after = words[start + 1 : start + 2]
    return bool(words) and words[start].isdigit() and bool(after) and after[0][:1].isalpha()


def _is_stated(words: list[str], start: int) -> bool:
    """Tell whether a number is all that stands behind a word and a colon: "Killed: 1", which parsers part."""
    alone = start + 1 == len(words) or not words[start + 1][:1].isalnum()
    return words[start].isdigit() and words[start - 1] == ":" and words[start - 2].isalpha() and alone


def _counters(words: list[str], start: int) -> bool:
    """Tell whether somebody else's number makes a clause of its own: "the army said 12 were killed, rebels said 40"."""
    clause = [word.lower() for word in words[start : start + LONGEST_COUNTER]]
    said = next((n for n, word in enumerate(clause) if word in SAYS_NUMBER), 0)
    number = next((n for n, word in enumerate(clause) if n > said and word[0].isdigit()), 0)
    return 0 < said < number <= said + BOUNDS and clause[number + 1 : number + 2] in ([], ["."], [";"])


def _is_numbered(words: list[str], end: int) -> bool:
    """Tell whether a full stop belongs to "No." before a number."""
    digits = end + 1 < len(words) and words[end + 1][0].isdigit()
    return digits and words[end - 1].lower() in NUMBERED


def _next_start(doc: "Doc", words: list[str], end: int) -> int:
    """Return where the sentence after a mark starts, 0 where the mark ends none."""
    start = end + 1
    while start < len(words) and words[start] in CLOSERS and not doc[start - 1].whitespace_:
        start += 1
    if start == len(words) or not doc[start - 1].whitespace_:
        return 0
    first = words[start]
    return start if first in OPENERS or first[0].isupper() or first[0].isdigit() else 0
