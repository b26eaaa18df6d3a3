"""The words of denials, from the lexicon, and small words that tell whose a deed was."""

from collections.abc import Mapping
from functools import cache

from geo.lexicon import load_rows, word_class
from geo.lexicon.shared import armed_nouns, nouns_of, weapons
from geo.lexicon.triggers import trigger_rows
from geo.model import IncidentType

MARKS = frozenset({"rebuts", "charge", "matter", "false", "names", "says", "noun", "pleads", "deed"})
LAWFUL = frozenset({"detention", "seizure", "protest", "effect", "other", "battle"})  # what nobody need deny
OWN_POSSESSIVES = frozenset({"its", "their", "our", "his", "her", "my"})
SELF = frozenset({"we", "i", "it", "they", "he", "she"})
OURS = frozenset({"we", "us", "i", "me"})
PARTS = frozenset({"part", "role", "hand", "involvement", "responsibility", "share", "participation", "complicity"})


@cache
def marked(mark: str) -> frozenset[str]:
    """Return the words of the lexicon with a mark.

    Parameters
    ----------
    mark
        One of `MARKS`.
    """
    return frozenset(word for word, own in load_rows("denials", ("word", "mark"), mark=MARKS) if own == mark)


@cache
def deeds() -> frozenset[str]:
    """Return the verbs of deeds that are incidents themselves: to deny one says nothing of what was told before."""
    return frozenset(phrase.split()[0] for phrase, pos, *_ in trigger_rows() if pos == "verb")


@cache
def violence() -> frozenset[str]:
    """Return the nouns of deeds that nobody owns to lightly: "massacre", "raid", not "arrest" or "clash"."""
    return frozenset(
        phrase for phrase, pos, kind, *_ in trigger_rows() if pos == "noun" and kind not in LAWFUL and " " not in phrase
    )


@cache
def deeds_told() -> Mapping[str, IncidentType]:
    """Return the nouns for deeds, fights among them, and their types: "offensive"."""
    rows = ((phrase, kind) for phrase, pos, kind, *_ in trigger_rows() if pos == "noun" and kind != "protest")
    return dict(rows)  # type: ignore[arg-type]


@cache
def arms() -> frozenset[str]:
    """Return the nouns for weapons and for what is fired from them."""
    return frozenset(weapons()) | word_class("fired")


@cache
def forces() -> frozenset[str]:
    """Return the nouns for those who bear arms, for a side's people, and for what they move in and fire."""
    fired = {name.split()[-1] for name in weapons()}
    return word_class("on_a_side") | armed_nouns() | nouns_of("state_force", "group", "vehicle") | fired
