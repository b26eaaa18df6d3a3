"""The Earth as a sphere: its size, and how far two points of it are apart."""

import math

EARTH_KM = 6371.0088  # mean radius, IUGG
HALF_EARTH_KM = 20038.0  # half the equator, rounded up: nothing on Earth reaches further from a point
KM_PER_DEGREE = 111.2  # of latitude


def great_circle(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the kilometres between two points on the mean sphere (haversine formula, Sinnott 1984).

    Parameters
    ----------
    lat, lon, other_lat, other_lon
        Degrees north and east.
    """
    north, south = math.radians(lat), math.radians(other_lat)
    half = math.sin((south - north) / 2) ** 2
    half += math.cos(north) * math.cos(south) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
