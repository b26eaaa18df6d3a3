"""What the lexicons know of words in and beside names: demonyms, short forms, and nouns for kinds of places."""

from functools import cache

from geo.lexicon import load_rows
from geo.model.precision import UNITS

SETTLED = frozenset({"populated_place", "section"})
GOVERNED = frozenset({"admin1", "admin2", "populated_place", "section", "country"})


@cache
def demonyms() -> dict[str, str]:
    """Return {word for the people and things of a place: the spelling to look up}; of a country, the word itself."""
    of_countries = {demonym: demonym for demonym, _, _ in load_rows("demonyms", ("demonym", "country", "kind"))}
    return dict(load_rows("region_demonyms", ("demonym", "place"))) | of_countries  # type: ignore[arg-type]


@cache
def abbreviations() -> dict[str, tuple[str, bool]]:
    """Return {abbreviation: (name to look up, whether it needs no place before it)}."""
    rows = load_rows("place_abbreviations", ("abbreviation", "name", "country", "where"))
    return {short: (name, where == "anywhere") for short, name, _, where in rows}


def tells_where(noun: str) -> bool:
    """Tell whether what a noun makes of a place's name lies there: a "district" does, a "street" or "river" not."""
    return bool(kinds_after().get(noun, frozenset()) & GOVERNED)


@cache
def stands_beside(noun: str) -> bool:
    """Tell whether a noun before a name may be left out of it: an island's "Pulau" or a unit's, not a village's."""
    rows = load_rows("place_nouns", ("word", "position", "kinds"))
    kinds = (kinds.split("|") for word, position, kinds in rows if position == "before" and word == noun)
    return any(SETTLED.isdisjoint(each) for each in kinds)


@cache
def kinds_after() -> dict[str, frozenset[str]]:
    """Return {noun after a name: the kinds of place that it speaks of}."""
    rows = load_rows("place_nouns", ("word", "position", "kinds"))
    return {word: frozenset(kinds.split("|")) for word, position, kinds in rows if position == "after"}


def noun_of(word: str) -> str:
    """Return what a noun after a name makes of it: a "unit" to live in, "water" or other terrain, a "road" or site."""
    kinds = kinds_after()[word]
    if kinds & {"water", "terrain", "region"} and not kinds & UNITS:
        return "water"
    return "road" if "facility" in kinds else "unit"
