"""How far apart places are, and the point that lies some way off another."""

import math

from gazetteer.place import Place
from gazetteer.sphere import EARTH_KM, KM_PER_DEGREE, great_circle

NEAR_KM = 90.0  # distance at which nearness has fallen to 1/e
NOWHERE_NEAR = 6.0  # degrees of latitude beyond which nothing is near


def kilometres(a: Place, b: Place) -> float:
    """Return the great-circle distance of two places."""
    return great_circle(a.lat, a.lon, b.lat, b.lon)


def closeness(a: Place, b: Place) -> float:
    """Return 1 for the same point, falling by e every `NEAR_KM`; on a plane, which will do for a few hundred km."""
    north = abs(a.lat - b.lat)
    if north > NOWHERE_NEAR:
        return 0.0
    apart = abs(a.lon - b.lon)
    east = min(apart, 360 - apart) * math.cos(math.radians(a.lat))
    return math.exp(-KM_PER_DEGREE * math.hypot(north, east) / NEAR_KM)


def moved(lat: float, lon: float, distance_km: float, bearing: float) -> tuple[float, float]:
    """Return the point that lies some way off another on a great circle of the mean sphere.

    Parameters
    ----------
    lat, lon
        Degrees of the point to start from.
    distance_km
        Kilometres, 0 or more.
    bearing
        Degrees clockwise from north.

    Returns
    -------
    tuple of float
        (lat, lon), -90..90 and -180..180.
    """
    angle, course = distance_km / EARTH_KM, math.radians(bearing)
    north, east = math.radians(lat), math.radians(lon)
    sine = math.sin(north) * math.cos(angle) + math.cos(north) * math.sin(angle) * math.cos(course)
    aside = math.sin(course) * math.sin(angle) * math.cos(north)
    turned = east + math.atan2(aside, math.cos(angle) - math.sin(north) * sine)
    return math.degrees(math.asin(max(-1.0, min(1.0, sine)))), (math.degrees(turned) + 540) % 360 - 180


def midpoint(a: Place, b: Place) -> tuple[float, float]:
    """Return the point halfway between two places on their great circle, as (lat, lon)."""
    one, other = _vector(a), _vector(b)
    x, y, z = (p + q for p, q in zip(one, other, strict=True))
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def _vector(place: Place) -> tuple[float, float, float]:
    north, east = math.radians(place.lat), math.radians(place.lon)
    return math.cos(north) * math.cos(east), math.cos(north) * math.sin(east), math.sin(north)
