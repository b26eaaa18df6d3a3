"""Words that small parsers misread -> words of the same grammar that they read well, which they are shown instead.

"Dozens feared dead" are taken for those who fear. "Shot" before "dead" is taken for a noun ("a sniper shot", dead), and
the sentence is lost. "Took down" and "gunned down" are not: the first only does, before whom it befell; the second may
also be suffered. "Near" before a place is taken for a name, and who acted there for another.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

SHOT, DEAD = "shot", "dead"
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
NEAR, IN = "Near", "In"
LEAST = ("at", "least")
HELPERS = frozenset({"was", "were", "is", "are", "be", "been", "being", "found", "get", "got", "had", "has", "have"})
REACH = 2  # words before in which a helper makes it passive: "were later shot dead"


def stand_ins(words: Sequence[str]) -> dict[int, str]:
    """Return the words to show to a parser in place of some, by their position; "dead" has "down" for it.

    Parameters
    ----------
    words
        Of any text, as written.
    """
    small = [word.lower() for word in words]
    return dict(_shown(words, small))


def _shown(words: Sequence[str], small: Sequence[str]) -> Iterator[tuple[int, str]]:
    for first, pair in enumerate(pairwise(small)):
        if pair[0] in FEARED and pair[1] in HARMED and not HELPERS & set(small[max(0, first - REACH) : first]):
            yield first, ADVERB
        if words[first] == NEAR and words[first + 1][0].isupper() and small[max(0, first - 1)] != "the":
            yield first, IN  # "Near Goma", but not "the Near East"
        if pair == (SHOT, DEAD):
            helped = HELPERS & set(small[max(0, first - REACH) : first])
            yield first, DID if not helped and _is_sufferer(words[first + 2 : first + 4]) else SUFFERED
            yield first + 1, WITH


def _is_sufferer(after: Sequence[str]) -> bool:
    """Tell whether words begin with those on whom something befell: "a nurse", "Judge Mena", "12 men"."""
    small = tuple(word.lower() for word in after)
    begins = bool(small) and small[0][0].isalnum() and small[0] not in BEFORE_OTHERS
    return begins or small == LEAST
