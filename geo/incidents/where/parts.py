"""A country of which a sentence names only a part -> that part: "in northern Mali", "in the east of Chad"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from gazetteer import Gazetteer
from gazetteer.place import Place
from gazetteer.sphere import great_circle
from geo.model import Toponym
from geo.model.precision import SOMEWHERE_IN

SIDES = {"north": (0, 1), "south": (0, -1), "east": (1, 0), "west": (-1, 0)}  # steps east and north
SIDE = r"(?P<side>(?:north|south)(?:[\s-]?(?:east|west))?|east|west)"
HALF = SIDE.replace("side", "half")
BEFORE = re.compile(rf"\b(?:{SIDE}ern\s+|(?:the|in)\s+(?:far\s+)?{HALF}\s+of\s+)(?:the\s+)?$", re.IGNORECASE)
AFTER = re.compile(rf"['’]s?\s+(?:[a-z]+\s+)?{SIDE}\b", re.IGNORECASE)
LONGEST = 40  # characters before a name
MOSTLY = 2 / 3  # of a country's area, which its largest land has where that stands for it
LEAST_KM = 150.0  # radius of a country of which a part says more than the country


def parts_named(text: str, toponyms: Sequence[Toponym], gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """Return the toponyms, a large country as the part of it that the words beside its name speak of.

    Parameters
    ----------
    text, toponyms
        The document's.
    gazetteer
        Has the outlines of countries, and the parts that are regions of their own.
    """
    found = list(toponyms)
    for number, toponym in enumerate(toponyms):
        place = toponym.place
        if place is None or place.kind != "country" or place.radius_km < LEAST_KM or toponym.role != "literal":
            continue
        side = _side(text, toponym)
        part = _part(place, side, gazetteer) if side else None
        if part is not None:
            found[number] = replace(toponym, place=part, reasons=(f"a part of {place.name}", *toponym.reasons))
    return tuple(found)


def _side(text: str, toponym: Toponym) -> str:
    """Return which side of a country is meant, such as "northeast"; "" where no word says so."""
    before = BEFORE.search(text, max(0, toponym.start - LONGEST), toponym.start)
    after = AFTER.match(text, toponym.end)
    side = (before["side"] or before["half"]) if before else after["side"] if after else ""
    return re.sub(r"[\s-]", "", side.lower())


def _part(country: Place, side: str, gazetteer: Gazetteer) -> Place | None:
    """Return a country as known to a side of it only: a region of the gazetteer, or that side of its outline."""
    regions = gazetteer.candidates(f"{side}ern {country.name}")
    own = next((p for p in regions if p.kind == "region" and p.country == country.country), None)
    spot = _cut(country, side, gazetteer) if own is None else (own.lat, own.lon, own.radius_km)
    if spot is None:
        return None
    lat, lon, radius = spot
    named, feature = f"part:{country.id}/{side}", f"{SOMEWHERE_IN}region"
    return replace(country, id=named, lat=lat, lon=lon, radius_km=radius, feature=feature, layer="computed")


def _cut(country: Place, side: str, gazetteer: Gazetteer) -> tuple[float, float, float] | None:
    """Return the middle and the reach of what lies on one side of the middle of a country.

    Islands and lands overseas are left out, unless the country is made of them.
    """
    import shapely

    outline = gazetteer.boundaries.shape(country)
    if outline is None:
        return None
    largest = max(getattr(outline, "geoms", [outline]), key=lambda part: part.area)
    land = largest if largest.area >= MOSTLY * outline.area else outline  # no single island is Indonesia
    middle, (west, south, east, north) = land.centroid, land.bounds
    steps = [step for word, step in SIDES.items() if word in side]
    across, up = (sum(step[axis] for step in steps) for axis in (0, 1))
    box = shapely.box(
        middle.x if across > 0 else west,
        middle.y if up > 0 else south,
        middle.x if across < 0 else east,
        middle.y if up < 0 else north,
    )
    half = land.intersection(box)
    if half.is_empty:
        return None
    lat, lon = round(half.centroid.y, 4), round(half.centroid.x, 4)
    corners = half.convex_hull.exterior.coords
    radius = max(great_circle(lat, lon, y, x) for x, y in corners)
    return lat, lon, round(radius, 1)
