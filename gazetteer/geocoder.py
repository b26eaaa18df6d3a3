"""The gazetteer as a geopy geocoder, offline: for `geopandas.tools.geocode`, `RateLimiter`, or by itself."""

from collections.abc import Collection, Sequence
from typing import Any, TypeAlias

from geopy.exc import GeocoderQueryError
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from gazetteer.index import Gazetteer, bundled
from gazetteer.names import key
from gazetteer.place import Kind, Place

Answer: TypeAlias = "Location | list[Location] | None"


class GazetteerGeocoder(Geocoder):  # type: ignore[misc]
    """Geocoder over a gazetteer: no network, no key, no limit.

    Parameters
    ----------
    gazetteer
        Where to look; None for the bundled one.
    timeout, user_agent
        Taken because other code passes them; nothing is sent anywhere.

    Examples
    --------
    >>> GazetteerGeocoder().geocode("Basra, Iraq").raw["country"]
    'IQ'
    """

    def __init__(
        self, gazetteer: Gazetteer | None = None, *, timeout: Any = DEFAULT_SENTINEL, user_agent: str | None = None
    ) -> None:
        super().__init__(scheme="https", timeout=timeout, user_agent=user_agent)
        self._gazetteer = gazetteer or bundled()

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,  # noqa: ARG002 (geopy's signature)
        language: str | None = None,  # noqa: ARG002
        country_codes: str | Collection[str] | None = None,
    ) -> Answer:
        """Return the place that a name means.

        Parameters
        ----------
        query
            A name, or a name and the units it lies in after commas: ``Springfield, Illinois``, ``Basra, Iraq``.
        exactly_one
            False for all candidates, the most prominent first.
        timeout, language
            Not used: nothing is sent anywhere, and every name counts in every language.
        country_codes
            ISO 3166-1 alpha-2 codes; only places of these countries count.

        Returns
        -------
        geopy.location.Location, list of them, or None
            `raw` holds the place's fields. None if nothing is found.
        """
        codes = {country_codes} if isinstance(country_codes, str) else set(country_codes or ())
        wanted = {code.upper() for code in codes}
        found = [place for place in lookup(self._gazetteer, query) if not wanted or place.country in wanted]
        return _answer([_location(place) for place in found], exactly_one=exactly_one)

    def reverse(
        self,
        query: Point | str | Sequence[float],
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,  # noqa: ARG002 (geopy's signature)
        language: str | None = None,  # noqa: ARG002
    ) -> Answer:
        """Return the populated place nearest to a point, or with ``exactly_one=False`` the nearest ten.

        Parameters
        ----------
        query
            (lat, lon) in degrees, a geopy Point, or text such as ``"33.3, 44.4"``.
        exactly_one, timeout, language
            As in `geocode`.
        """
        try:
            point = Point(query)
        except (ValueError, TypeError) as error:
            raise GeocoderQueryError(f"{query!r} is not a point; give (lat, lon) in degrees") from error
        kinds: tuple[Kind, ...] = ("populated_place", "section")
        near = self._gazetteer.nearest(point.latitude, point.longitude, 1 if exactly_one else 10, kinds)
        return _answer([_location(place) for place, _ in near], exactly_one=exactly_one)


def lookup(gazetteer: Gazetteer, query: str) -> tuple[Place, ...]:
    """Return the candidates of ``NAME, UNIT, COUNTRY``: those of the name that lie in every unit named after it.

    The whole text is looked up first, as "Washington, D.C." is a name. A unit that nothing is called is an error of the
    query, and nothing is found.
    """
    name, *units = (part.strip() for part in query.split(","))
    whole = gazetteer.candidates(query) if units else ()
    found = gazetteer.candidates(name)
    for unit in filter(None, units):
        within = gazetteer.candidates(unit)
        found = tuple(place for place in found if any(_lies_in(place, above) for above in within))
    return found or whole


def _lies_in(place: Place, unit: Place) -> bool:
    if unit.kind == "country":
        return place.country == unit.country and place.kind != "country"
    return unit.kind == "admin1" and place.country == unit.country and key(place.admin1 or "") == key(unit.name)


def _answer(found: list[Location], *, exactly_one: bool) -> Answer:
    if not found:
        return None
    return found[0] if exactly_one else found


def _location(place: Place) -> Location:
    parts = dict.fromkeys(part for part in (place.name, place.admin1, place.country) if part)
    raw = {field: getattr(place, field) for field in place.__slots__}
    return Location(", ".join(parts), Point(place.lat, place.lon), raw)
