"""The words beside a name that speak of a kind of place: "Anbar province", "the province of Anbar"."""

import re
from functools import cache

from geo.lexicon import load_rows

UNIT_NOUNS = frozenset(
    {"and", "area", "city", "county", "department", "district", "province", "region", "state", "zone"}
)
OF = re.compile(r"(?:^|\b(?:the|a)\s+)(?P<noun>[a-z]+)\s+of\s+(?:the\s+)?$", re.IGNORECASE)


@cache
def _kind_words() -> dict[tuple[str, str], tuple[str, ...]]:
    """Return {(position, word): kinds of place that the word speaks of}."""
    rows = load_rows("place_nouns", ("word", "position", "kinds"))
    return {(position, word): tuple(kinds.split("|")) for word, position, kinds in rows}


def kinds_of(name: str, before: str = "") -> tuple[str, ...]:
    """Return the kinds of place that a name's first or last word speaks of, or the noun before it: "province of".

    Parameters
    ----------
    name
        The longest spelling, with the noun beside it: "Anbar province".
    before
        The text up to the name.
    """
    words, table = name.lower().split(), _kind_words()
    if len(words) > 1 and (kinds := table.get(("after", words[-1])) or table.get(("before", words[0]))):
        return kinds
    noun = OF.search(before[-40:])
    return table.get(("before", f"{noun['noun'].lower()} of"), ()) if noun else ()


def split_kind(name: str) -> tuple[str, tuple[str, ...]]:
    """Return a name without the word at its end that speaks of a kind, and the kinds: "Shwebo" of "Shwebo Township".

    Parameters
    ----------
    name
        As the text has it.
    """
    bare, _, word = name.rpartition(" ")
    kinds = _kind_words().get(("after", word.lower()), ()) if bare else ()
    return (bare, kinds) if kinds else (name, ())


def is_part_of_any(name: str) -> bool:
    """Tell whether a name only says which part of some country is meant: "EASTERN REGION", "the CAPITAL".

    Parameters
    ----------
    name
        As the text has it.
    """
    words = name.lower().removeprefix("the ").split()
    telling = [word for word in words if word not in UNIT_NOUNS]
    return bool(telling) and all(word in _directions() for word in telling)


@cache
def _directions() -> frozenset[str]:
    rows = load_rows("small_words", ("word", "kind"))
    return frozenset(word for word, kind in rows if kind == "direction") | {"capital"}
