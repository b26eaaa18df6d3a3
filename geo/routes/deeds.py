"""Verbs that tell of incidents, and so of no way: what is fired from one place into another is no cargo."""

from functools import cache

from geo.lexicon.triggers import trigger_rows


@cache
def deeds() -> frozenset[str]:
    """Return the verbs that tell of incidents."""
    return frozenset(phrase for phrase, pos, *_ in trigger_rows() if pos == "verb" and " " not in phrase)
