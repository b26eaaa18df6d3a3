"""The countries whose people a word names: "Congolese" those of two."""

from functools import cache

from gazetteer import Gazetteer
from gazetteer.countries import country_by_code
from gazetteer.place import Place
from geo.lexicon import load_rows


@cache
def _codes() -> dict[str, tuple[str, ...]]:
    """Return {demonym: the countries that it may mean, the likelier first}."""
    codes: dict[str, tuple[str, ...]] = {}
    for demonym, country, _ in load_rows("demonyms", ("demonym", "country", "kind")):
        codes[demonym] = (*codes.get(demonym, ()), country)
    return codes


@cache
def _persons() -> frozenset[str]:
    return frozenset(
        word for word, _, kind in load_rows("demonyms", ("demonym", "country", "kind")) if kind == "people"
    )


def lands_of(word: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Return the countries whose towns a word names, not those of a people abroad: "Serbian", but no "Serb"."""
    return () if word in _persons() else by_demonym(word, gazetteer)


def by_demonym(word: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Return the countries whose people a word names."""
    places = (country_by_code(code, gazetteer) for code in countries_of(word))
    return tuple(place for place in places if place is not None)


def countries_of(word: str) -> tuple[str, ...]:
    """Return the codes of the countries whose people a word names."""
    return _codes().get(word) or _codes().get(word.removesuffix("s")) or ()
