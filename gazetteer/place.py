"""The one record that every part of dateline speaks of when it speaks of a place."""

from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal["country", "admin1", "admin2", "populated_place", "section", "water", "terrain", "region", "facility"]
KINDS: tuple[Kind, ...] = get_args(Kind)
GEONAMES = "geonames:"  # how the ids of GeoNames' places begin


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer: what it is called, what it is, where it is and how large.

    Parameters
    ----------
    id
        Source and identifier, such as ``geonames:7802746`` or ``curated:green-zone``. The same place keeps its id
        from one build to the next.
    name
        The name a reader would know it by, in Latin script.
    kind
        One of `KINDS`, as the report format defines them.
    lat, lon
        WGS 84 degrees of a representative point, -90..90 and -180..180.
    radius_km
        Kilometres from the point within which nearly all of the place lies, above 0.
    country
        ISO 3166-1 alpha-2 code; None for what belongs to no country (a sea) or to several (a river).
    admin1
        Name of the first-order unit it lies in, where known.
    population
        Inhabitants; 0 where unknown.
    feature
        GeoNames feature code (``PPLC``, ``ADM1``, ``STRT`` …), "" where unknown.
    layer
        Name of the gazetteer layer that it came from, such as ``bundled``.
    """

    id: str
    name: str
    kind: Kind
    lat: float
    lon: float
    radius_km: float
    country: str | None = None
    admin1: str | None = None
    population: int = 0
    feature: str = ""
    layer: str = "bundled"
