"""Airports and airfields, sea ports, and lakes."""

import csv
import json
import math
import re
from collections.abc import Mapping

import shapely

from gazetteer.build.fetch import Archives
from gazetteer.build.natural_earth import LANGUAGES, attributes
from gazetteer.build.shapes import reach
from gazetteer.pack import Entry
from gazetteer.place import Place
from gazetteer.weighing import usable_names

AIRPORT_PROMINENCE, AIRFIELD_PROMINENCE, PORT_PROMINENCE, LAKE_PROMINENCE = 4.0, 2.5, 2.0, 5.0
AIRPORT_KM, PORT_KM = 3.0, 3.0
_FIELD = re.compile(r"(?i)\b(airport|airfield|air ?base|air force|heliport|aerodrome|airstrip|field|afb|naval|army)\b")
_BASE = re.compile(r"(?i)\s+(?:international\s+)?(?:airport|airfield|air\s?base)$")


def airports(archives: Archives) -> list[Entry]:
    """Return airports and airfields, without the private strips of the United States that have no airline code."""
    rows = csv.DictReader(archives.read("airports", "airportsdata/airports.csv").decode().splitlines())
    return [_airport(row) for row in rows if row["iata"] or row["country"] != "US"]


def _airport(row: Mapping[str, str]) -> Entry:
    name = row["name"] if _FIELD.search(row["name"]) else f"{row['name']} Airport"
    place = Place(
        id=f"airport:{row['icao'] or row['iata']}",
        name=name,
        kind="facility",
        lat=round(float(row["lat"]), 5),
        lon=round(float(row["lon"]), 5),
        radius_km=AIRPORT_KM,
        country=row["country"] or None,
        admin1=row["subd"] or None,
        feature="AIRB" if re.search(r"(?i)air ?base|afb|air force", name) else "AIRP",
    )
    names = [(name, 0.0)]
    base = _BASE.sub("", name)
    if base != name and row["iata"]:
        names += [(f"{base} {kind}", 0.5) for kind in ("Airport", "Airfield", "Air Base", "International Airport")]
    if row["city"] and row["iata"]:
        names += [(f"{row['city']} {kind}", 0.7) for kind in ("Airport", "International Airport")]
    return Entry(place, AIRPORT_PROMINENCE if row["iata"] else AIRFIELD_PROMINENCE, tuple(names))


def ports(archives: Archives) -> list[Entry]:
    """Return sea ports, each named "Port of X"."""
    rows = json.loads(archives.read("ports", "lib/ports.json"))
    return [_port(code, row) for code, row in rows.items() if row.get("coordinates")]


def _port(code: str, row: Mapping[str, object]) -> Entry:
    lon, lat = (float(number) for number in row["coordinates"])  # type: ignore[attr-defined]
    town = str(row["name"]).strip()
    place = Place(
        id=f"port:{code}",
        name=f"Port of {town}",
        kind="facility",
        lat=round(lat, 5),
        lon=round(lon, 5),
        radius_km=PORT_KM,
        country=code[:2],
        feature="PRT",
    )
    names = (place.name, f"{town} Port", f"{town} port", f"{town} harbour")
    return Entry(place, PORT_PROMINENCE, tuple((name, 0.0) for name in names))


def lakes(archives: Archives) -> list[Entry]:
    """Return the named lakes and reservoirs that Natural Earth draws."""
    return [entry for row in attributes(archives, "physical/ne_10m_lakes", geometry=True) if (entry := _lake(row))]


def _lake(row: Mapping[str, object]) -> Entry | None:
    name = str(row.get("name") or row.get("name_en") or "").strip()
    if not name:
        return None
    shape = shapely.make_valid(shapely.from_wkb(row["wkb_geometry"]))
    point = shape.representative_point()
    place = Place(
        id=f"naturalearth:{row['ne_id']}",
        name=name,
        kind="water",
        lat=round(point.y, 5),
        lon=round(point.x, 5),
        radius_km=round(max(1.0, reach(shape, point.y, point.x)), 1),
        feature="RSV" if "eservoir" in str(row.get("featurecla")) else "LK",
    )
    translated = [str(row[f"name_{code}"]) for code in LANGUAGES if row.get(f"name_{code}")]
    others = usable_names([*str(row.get("name_alt") or "").split("|"), *translated])
    scale = float(str(row.get("scalerank") or 0))
    prominence = LAKE_PROMINENCE - math.log10(1 + scale) * 2
    return Entry(place, prominence, ((name, 0.0), *((other, 0.5) for other in others)))
