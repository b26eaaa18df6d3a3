"""The countries by their ISO 3166-1 alpha-2 codes, and the codes by what a country is or was called."""

from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING

from gazetteer.curated import load_country_names, load_former_countries
from gazetteer.names import key
from gazetteer.place import Place

if TYPE_CHECKING:
    from gazetteer.index import Gazetteer

LEAST_LIKENESS = 0.8  # by difflib's ratio; Chechnya and China have .77


def country_by_code(code: str, gazetteer: "Gazetteer") -> Place | None:
    """Return the country that has a code, None where the gazetteer has none of its names.

    Parameters
    ----------
    code
        ISO 3166-1 alpha-2, such as ``IQ``.
    gazetteer
        Where its names are looked up.
    """
    places = (place for name in _names().get(code, ()) for place in gazetteer.candidates(name))
    return next((place for place in places if place.kind == "country" and place.country == code), None)


def codes_of(name: str, gazetteer: "Gazetteer") -> tuple[str, ...]:
    """Return the codes of the country that has a name or code, of all that lie where a former state was, or none.

    Parameters
    ----------
    name
        ``Iraq``, ``iq`` or ``Yugoslavia``.
    gazetteer
        Where names of countries are looked up.
    """
    named = [place.country for place in gazetteer.candidates(name) if place.kind == "country" and place.country]
    if named:
        return (named[0],)
    if country_by_code(name.upper(), gazetteer):
        return (name.upper(),)
    return _codes_of_former(name)


def former_lands(name: str, gazetteer: "Gazetteer") -> tuple[Place, ...]:
    """Return the countries that lie today where a state lay that is no more, () for other names.

    Parameters
    ----------
    name
        ``Yugoslavia``.
    gazetteer
        Where names of countries are looked up.
    """
    lands = (country_by_code(code, gazetteer) for code in _codes_of_former(name))
    return tuple(land for land in lands if land is not None)


def _codes_of_former(name: str) -> tuple[str, ...]:
    return next((codes for former, codes in load_former_countries().items() if key(former) == key(name)), ())


def likest(name: str) -> str | None:
    """Return the country's name that a misspelt one is likest to, None where none is like it."""
    known = [*load_country_names(), *load_former_countries()]
    return next(iter(get_close_matches(name.title(), known, 1, LEAST_LIKENESS)), None)


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """Return {code: names of the country}."""
    names: dict[str, tuple[str, ...]] = {}
    for name, code in load_country_names().items():
        names[code] = (*names.get(code, ()), name)
    return names
