"""The words beside a name that speak of a kind of place: "Anbar province", "the province of Anbar"."""

import re
from functools import cache

from geo.lexicon import load_rows
from geo.resolve.demonyms import countries_of

LONGEST_TOLD = 50  # characters of "the restive Thai province of the "
LONGEST_LIST = 160  # characters of several names and their noun
UNIT_NOUNS = frozenset(
    {"and", "area", "city", "county", "department", "district", "province", "region", "state", "zone"}
)
# "the province of", "the restive Thai province of"
OF = re.compile(r"(?:^|\b(?:the|a)\s+)(?P<told>(?:[\w-]+\s+){0,2}?)(?P<noun>[a-z]+)\s+of\s+(?:the\s+)?$", re.IGNORECASE)
# Of several names: "the provinces of Huambo, Bie, and ", ", Bie and Moxico provinces".
NAME = r"[^\W\d_a-z][\w’'-]*(?:\s+[^\W\d_a-z][\w’'-]*){0,3}"
COMMA = r"(?:,\s+(?:(?i:and)\s+)?|\s+(?i:and)\s+)"
NOUNS = r"(?P<noun>(?i:provinces|departments|districts|states|regions|governorates|counties|oblasts))"
OF_SEVERAL = re.compile(rf"\b{NOUNS}\s+(?i:of)\s+(?:{NAME}{COMMA}){{0,8}}$")
SEVERAL = re.compile(rf"{COMMA}(?:{NAME}{COMMA}){{0,8}}{NAME}\s+{NOUNS}\b")


@cache
def _kind_words() -> dict[tuple[str, str], tuple[str, ...]]:
    """Return {(position, word): kinds of place that the word speaks of}."""
    rows = load_rows("place_nouns", ("word", "position", "kinds"))
    return {(position, word): tuple(kinds.split("|")) for word, position, kinds in rows}


def kinds_of(name: str, before: str = "", after: str = "") -> tuple[str, ...]:
    """Return the kinds of place that a name's first or last word speaks of, or the noun before it: "province of".

    The noun of several names counts, too: "the provinces of Huambo and Bie".

    Parameters
    ----------
    name
        The longest spelling, with the noun beside it: "Anbar province".
    before
        The text up to the name.
    after
        The text from its end on.
    """
    words, table = name.lower().split(), _kind_words()
    if len(words) > 1 and (kinds := table.get(("after", words[-1])) or table.get(("before", words[0]))):
        return kinds
    noun = OF.search(before[-LONGEST_TOLD:])
    plain = noun and all(word.islower() or countries_of(word.title()) for word in noun["told"].split())
    if noun and plain and (kinds := table.get(("before", f"{noun['noun'].lower()} of"))):
        return kinds
    several = OF_SEVERAL.search(before[-LONGEST_LIST:]) or SEVERAL.match(after[:LONGEST_LIST])
    return table.get(("after", _singular(several["noun"].lower())), ()) if several else ()


def _singular(noun: str) -> str:
    return f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s")


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
