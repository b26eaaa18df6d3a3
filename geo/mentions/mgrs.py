"""The Military Grid Reference System: "38S MB 4560 8820" -> degrees.

The grid is that of NGA.STND.0037 (2014): squares of 100 km named in columns of A to Z and rows of A to V, without I and
O, the columns anew every three zones and the rows shifted by five in zones of even number.
"""

from functools import cache
from typing import Any

BANDS = "CDEFGHJKLMNPQRSTUVWX"  # of 8 degrees each from 80 south; the last of 12
COLUMNS = ("ABCDEFGH", "JKLMNPQR", "STUVWXYZ")
ROWS = "ABCDEFGHJKLMNPQRSTUV"
SQUARE_M, ROUND_M = 100_000, 2_000_000  # the rows' letters begin anew every 2,000 km
BEYOND = 1.0  # degrees by which a square may reach beyond its band


def from_mgrs(zone: int, band: str, square: str, digits: str) -> tuple[float, float, float] | None:
    """Return the middle of a grid square as (lat, lon, half its side in km), None where there is no such square.

    Parameters
    ----------
    zone
        1..60.
    band
        Letter C..X.
    square
        Two letters of the 100 km square.
    digits
        Easting and northing in the square, as many digits each: "45608820" or "4560 8820".
    """
    halves = digits.split()
    if len(halves) == 1:
        halves = [digits[: len(digits) // 2], digits[len(digits) // 2 :]]
    column = COLUMNS[(zone - 1) % 3].find(square[0])
    if len(halves[0]) != len(halves[1]) or column < 0 or band not in BANDS:
        return None
    side = SQUARE_M / 10 ** len(halves[0])
    east = (column + 1) * SQUARE_M + (int(halves[0]) + 0.5) * side
    row = (ROWS.index(square[1]) - (5 if zone % 2 == 0 else 0)) % len(ROWS)
    north = row * SQUARE_M + (int(halves[1]) + 0.5) * side
    return _in_band(zone, band, east, north, side / 2000)


def _in_band(zone: int, band: str, east: float, north: float, half_km: float) -> tuple[float, float, float] | None:
    """Return the one of the points, 2,000 km apart, that the letters may mean which lies in the band of latitude."""
    south = -80 + 8 * BANDS.index(band)
    top = south + (12 if band == "X" else 8)
    for rounds in range(5):
        lon, lat = _inverse(zone, south=band < "N").transform(east, north + rounds * ROUND_M)
        if south - BEYOND <= lat <= top + BEYOND:
            return lat, lon, half_km
    return None


@cache
def _inverse(zone: int, *, south: bool) -> Any:
    from pyproj import Transformer

    return Transformer.from_crs((32700 if south else 32600) + zone, 4326, always_xy=True)
