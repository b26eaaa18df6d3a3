"""Places that the words give without naming them: some way off a town, between two, or by coordinates."""

from dataclasses import replace

from gazetteer import Gazetteer
from gazetteer.names import key
from gazetteer.place import Place
from geo.model import Offset
from geo.model.precision import SOMEWHERE_IN
from geo.resolve.distance import kilometres, midpoint, moved

DOUBT = 0.25  # of the distance: "30 km north" may be northwest, and by road
LEAST_KM = 5.0
NEARBY_KM = 25.0  # what UCDP's precision 2 allows
AROUND = 1.1  # times the distance, where no direction is given
AREA_KM = {"admin1": 60.0, "admin2": 25.0}  # of a unit of which only the town of its name is known


def off(place: Place, offset: Offset, words: str, gazetteer: Gazetteer) -> Place:
    """Return the place that lies some way off a named one, as a region with the doubt that such words leave.

    Parameters
    ----------
    place
        The named one.
    offset
        Its distance and bearing.
    words
        The text's, as its name.
    gazetteer
        Whose outlines tell its country.
    """
    distance = offset.distance_km
    if offset.bearing is None:
        lat, lon, radius = place.lat, place.lon, AROUND * distance
    else:
        lat, lon = moved(place.lat, place.lon, distance, offset.bearing)
        radius = DOUBT * distance
    course = "" if offset.bearing is None else f"@{offset.bearing:g}"
    found = _region(f"offset:{place.id}+{distance:g}km{course}", words, (lat, lon), max(radius, LEAST_KM))
    return located(found, gazetteer)


def between(one: Place, other: Place, words: str, gazetteer: Gazetteer) -> Place:
    """Return the stretch between two places, as a region that reaches to both.

    Parameters
    ----------
    one, other
        The two.
    words
        The text's, as its name.
    gazetteer
        Whose outlines tell its country.
    """
    radius = max(kilometres(one, other) / 2, LEAST_KM)
    return located(_region(f"between:{one.id}+{other.id}", words, midpoint(one, other), radius), gazetteer)


def inside(holder: Place, name: str, kinds: tuple[str, ...]) -> Place:
    """Return a place of which only the town, district or province is known that it lies in: anywhere within that one.

    Parameters
    ----------
    holder
        What it lies in.
    name
        As the text has it.
    kinds
        Kinds that the word beside the name speaks of, the likeliest first.
    """
    spoken = name.title() if name.isupper() else name
    within_town = holder.kind in {"populated_place", "section"}
    return replace(
        holder,
        id=f"in:{holder.id}/{key(name)}",
        name=" ".join(spoken.split()),
        kind="section" if within_town else "admin2" if kinds[:1] == ("admin2",) else "populated_place",
        admin1=holder.name if holder.kind == "admin1" else holder.admin1,
        population=0,
        feature=f"{SOMEWHERE_IN}{holder.kind}",
        layer="computed",
    )


def near(town: Place, name: str) -> Place:
    """Return a place of which only the town is known that it lies near: anywhere within 25 km of that one.

    Parameters
    ----------
    town
        What it lies near.
    name
        As the text has it.
    """
    found = inside(town, name, ())
    return replace(
        found, id=f"near:{town.id}/{key(name)}", kind="populated_place", radius_km=max(town.radius_km, NEARBY_KM)
    )


def _region(place_id: str, name: str, point: tuple[float, float], radius: float) -> Place:
    lat, lon = (round(degrees, 5) for degrees in point)
    return Place(place_id, " ".join(name.split()), "region", lat, lon, round(radius, 1), layer="computed")


def located(place: Place, gazetteer: Gazetteer) -> Place:
    """Return a computed place with the country and first-order unit whose outlines hold its point."""
    unit = gazetteer.boundaries.admin1_at(place.lat, place.lon)
    country = gazetteer.boundaries.country_at(place.lat, place.lon)
    return replace(place, country=country, admin1=unit.name if unit and unit.country == country else None)


def as_unit(place: Place, kinds: tuple[str, ...]) -> Place:
    """Return a town as the unit named after it, where the text names the unit and only the town is known.

    "Lubero territory" is not the town of Lubero: the town's point stands for it, with a unit's radius. It keeps its id.

    Parameters
    ----------
    place
        What was chosen.
    kinds
        Kinds that the word beside the name speaks of, the likeliest first.
    """
    if not kinds or kinds[0] not in AREA_KM or place.kind not in {"populated_place", "facility"}:
        return place
    return replace(place, kind="admin2", radius_km=max(place.radius_km, AREA_KM[kinds[0]]))
