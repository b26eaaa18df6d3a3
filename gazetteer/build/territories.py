"""Territories that ISO 3166-2 counts to another country than holds them, where Natural Earth has no polygon."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import shapely
from shapely.geometry.base import BaseGeometry

from gazetteer.build.geonames import Town

TERRITORIES = Path(__file__).parents[1] / "territories.toml"
NO_UNIT = "00"  # GeoNames' code of a place that is in no first-order unit


@dataclass(frozen=True, slots=True)
class Territory:
    """A piece of the outline of `held_by` that belongs to `country`, there to the first-order unit `admin1` if any."""

    country: str
    admin1: str | None
    held_by: str
    shape: BaseGeometry


def territories(path: Path = TERRITORIES) -> list[Territory]:
    """Return the territories that the file lists."""
    rows = tomllib.loads(path.read_text(encoding="utf-8")).values()
    return [
        Territory(
            row["country"], row.get("admin1"), row["held_by"], shapely.Polygon([(lon, lat) for lat, lon in row["ring"]])
        )
        for row in rows
    ]


def transferred(towns: Sequence[Town], found: Sequence[Territory], admin1_names: Mapping[str, str]) -> list[Town]:
    """Return the towns, those in a territory with its country and unit instead of the holder's."""
    return [_transferred(town, found, admin1_names) for town in towns]


def _transferred(town: Town, found: Sequence[Territory], admin1_names: Mapping[str, str]) -> Town:
    for territory in found:
        here = town.place.country == territory.held_by
        if here and shapely.contains_xy(territory.shape, town.place.lon, town.place.lat):
            code = territory.admin1 or f"{territory.country}.{NO_UNIT}"
            place = replace(town.place, country=territory.country, admin1=admin1_names.get(code))
            return replace(town, place=place, admin1=code, admin2=f"{code}.")
    return town
