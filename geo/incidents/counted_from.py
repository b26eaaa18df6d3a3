"""A deed from which another is only counted: "hours before the blast, soldiers fought rebels near Isabela"."""

from geo.model import Parse
from geo.syntax import is_known, subtree

UNITS = frozenset({"minute", "hour", "day", "week", "month", "year"})
BESIDE = frozenset({"before", "after"})


def is_of_the_counted(parse: Parse, index: int, event: int) -> bool:
    """Tell whether an event is only what another is counted from, and a word is of that other.

    Parameters
    ----------
    parse, index
        The text, and the token index of a place's name.
    event
        Token index of the event's trigger.
    """
    link = parse.tokens[parse.tokens[event].head]
    counted = parse.tokens[event].dep == "pobj" and link.lemma in BESIDE and is_known(parse, event)
    counted = counted and link.index > 0 and parse.tokens[link.index - 1].lemma in UNITS
    return counted and index not in subtree(parse, event)
