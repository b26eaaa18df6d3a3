"""Coordinates in a text: invented sentences around known points."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Transformer

from geo.mentions.coordinates import coordinates
from geo.mentions.mgrs import BANDS, COLUMNS, ROWS, from_mgrs

WRITTEN = [
    ("The mast stands at 33.3152, 44.3661.", 33.3152, 44.3661, 0.1),
    ("The ship gave its position as 14 25N 042 10E and stopped.", 14.4167, 42.1667, 0.9),
    ("A buoy lies at 33°20'N 44°24'E.", 33.3333, 44.4, 0.9),
    ("33°20′15″N, 44°24′30″E is the crossroads.", 33.3375, 44.4083, 0.1),
    ("Pilots report to N33 20 E044 24 first.", 33.3333, 44.4, 0.9),
    ("They fired warning shots at 16°30'S, 179°15'W.", -16.5, -179.25, 0.9),
    ("ITS POSITION WAS 1425N 04210E.", 14.4167, 42.1667, 0.9),
    ("12-35.5N 043-20.1E, engine failure", 12.5917, 43.335, 0.1),
    ("at latitude 14.5 north, longitude 42.3 east", 14.5, 42.3, 5.6),
    ("14 degrees 25 minutes north and 42 degrees 10 minutes east", 14.4167, 42.1667, 0.9),
    ("The tower is at 31UDQ4825111932.", 48.8582, 2.2945, 0.1),
    ("a patrol at grid 38S MB 45 88", 33.3344, 44.4144, 0.5),
]


@pytest.mark.parametrize(("text", "lat", "lon", "radius"), WRITTEN)
def test_reads_each_way_of_writing_a_spot(text: str, lat: float, lon: float, radius: float) -> None:
    (mention,) = coordinates(text)
    assert mention.surface == text[mention.start : mention.end]
    assert mention.role == "literal"
    assert mention.fixed is not None
    assert (mention.fixed.lat, mention.fixed.lon) == pytest.approx((lat, lon), abs=2e-3)
    assert mention.fixed.radius_km == pytest.approx(radius, abs=0.1)


@pytest.mark.parametrize(
    "text",
    [
        "Shares fell 3.456, 2.345 points.",
        "Unit 7 N 12 W 3 moved.",
        "It was 30 south, 20 west.",
        "The 2-1 win was their third.",
        "Between 10 and 12 were hurt.",
        "Position 95°20'N 44°24'E does not exist.",
        "Call 0161 4960 0000 or 38S.",
        "On 12.05.2014, 33 were held.",
    ],
)
def test_leaves_other_numbers_alone(text: str) -> None:
    assert coordinates(text) == ()


def test_fewer_digits_make_an_area_and_more_a_spot() -> None:
    (coarse,), (fine,) = coordinates("at 33.3N, 44.4E"), coordinates("at 33.3152N, 44.3661E")
    assert coarse.fixed is not None
    assert fine.fixed is not None
    assert (coarse.fixed.kind, fine.fixed.kind) == ("region", "facility")


@given(lat=st.floats(-79, 83), lon=st.floats(-179.9, 179.9))
def test_a_grid_reference_is_within_its_square_of_the_point_it_was_made_from(lat: float, lon: float) -> None:
    zone = int((lon + 180) // 6) + 1
    band = BANDS[min(int((lat + 80) // 8), 19)]
    crs = (32700 if lat < 0 else 32600) + zone
    east, north = Transformer.from_crs(4326, crs, always_xy=True).transform(lon, lat)
    column = COLUMNS[(zone - 1) % 3][int(east // 100_000) - 1]
    row = ROWS[(int(north // 100_000) + (5 if zone % 2 == 0 else 0)) % 20]
    found = from_mgrs(zone, band, column + row, f"{int(east % 100_000):05d} {int(north % 100_000):05d}")
    assert found is not None
    assert found[0] == pytest.approx(lat, abs=1e-4)
    assert found[1] == pytest.approx(lon, abs=1e-4 / math.cos(math.radians(lat)))
