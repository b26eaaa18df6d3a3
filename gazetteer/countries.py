"""The countries by their ISO 3166-1 alpha-2 codes."""

from functools import cache
from typing import TYPE_CHECKING

from gazetteer.curated import load_country_names
from gazetteer.place import Place

if TYPE_CHECKING:
    from gazetteer.index import Gazetteer


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


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """Return {code: names of the country}."""
    names: dict[str, tuple[str, ...]] = {}
    for name, code in load_country_names().items():
        names[code] = (*names.get(code, ()), name)
    return names
