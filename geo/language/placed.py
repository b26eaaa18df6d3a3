"""Whether a sentence may name a place, told from its words and the recogniser's labels before its grammar is read."""

from collections.abc import Sequence
from itertools import pairwise

from geo.syntax.tags import FIGURES, PLACES

# Words right before a name that is a place's, whatever the recogniser makes of it: "from Gao to Kidal", "reached Bama".
BEFORE = frozenset({
    "from", "to", "into", "in", "at", "via", "through", "near", "towards", "toward", "around", "across", "outside",
    "inside", "off", "between", "reach", "reached", "reaches", "reaching", "enter", "entered", "enters",
    "entering", "leave", "left", "leaves", "leaving", "cross", "crossed", "crosses", "crossing",
})  # fmt: skip

AHEAD = frozenset({"bound", "destined", "headed", "heading"})  # and before "for"


def names_place(words: Sequence[str], labels: Sequence[str]) -> bool:
    """Tell whether a sentence may name a place or a people.

    Parameters
    ----------
    words
        The sentence's, as it writes them.
    labels
        The recogniser's of each, "" for none.
    """
    if not PLACES.isdisjoint(labels):
        return True
    leads = [word in BEFORE or (word == "for" and before in AHEAD) for before, word in pairwise(("", *words))]
    pairs = zip(leads, words[1:], labels[1:], strict=False)
    return any(led and name[0].isupper() and label not in FIGURES for led, name, label in pairs)
