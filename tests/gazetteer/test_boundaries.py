"""Points lie in the countries and units that ISO 3166-2 puts them in; shapes survive their encoding."""

from array import array

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry.base import BaseGeometry

from gazetteer import Gazetteer, bundled
from gazetteer.boundaries import boxes, decoded
from gazetteer.build.shapes import GRID, encoded

POINTS = {
    "Baghdad": (33.34, 44.40, "IQ", "Baghdad"),
    "Simferopol": (44.95, 34.10, "UA", "Crimea"),
    "Sevastopol": (44.60, 33.55, "UA", "Sevastopol City"),
    "Donetsk": (48.00, 37.80, "UA", "Donetsk"),
    "Katzrin": (32.99, 35.69, "SY", "Quneitra"),
    "Old City of Jerusalem": (31.777, 35.234, "PS", "West Bank"),
    "West Jerusalem": (31.782, 35.20, "IL", "Jerusalem"),
    "Gaza": (31.50, 34.46, "PS", "Gaza Strip"),
    "Hargeisa": (9.56, 44.06, "SO", None),
    "Kyrenia": (35.30, 33.30, "CY", None),
    "Laayoune": (27.15, -13.18, "EH", None),
    "Pristina": (42.66, 21.16, "XK", "Pristina"),
    "Sukhumi": (43.01, 41.00, "GE", "Abkhazia"),
    "Hualien": (23.98, 121.60, "TW", "Taiwan"),
    "Chukotka, beyond 180": (66.5, -172.0, "RU", "Chukotka"),
    "Attu, before 180": (52.9, 173.1, "US", "Alaska"),
    "San Diego": (32.85, -117.0, "US", "California"),
    "mid-Atlantic": (30.0, -40.0, None, None),
}


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return bundled()


@pytest.mark.parametrize("name", POINTS)
def test_points_lie_in_their_country_and_unit(gazetteer: Gazetteer, name: str) -> None:
    lat, lon, country, unit = POINTS[name]
    assert gazetteer.boundaries.country_at(lat, lon) == country
    found = gazetteer.boundaries.admin1_at(lat, lon)
    assert (found.name if found else None) == unit


def test_a_country_and_a_unit_have_shapes_and_a_town_has_none(gazetteer: Gazetteer) -> None:
    iraq, anbar, baghdad = (gazetteer.candidates(name)[0] for name in ("Iraq", "Anbar", "Baghdad"))
    country, unit = (gazetteer.boundaries.shape(place) for place in (iraq, anbar))
    assert country is not None
    assert unit is not None
    assert country.is_valid
    assert country.buffer(0.01).contains(unit)
    assert gazetteer.boundaries.shape(baghdad) is None


def test_shapes_wind_counter_clockwise_outside(gazetteer: Gazetteer) -> None:
    shape = gazetteer.boundaries.shape(gazetteer.candidates("Iran")[0])
    assert all(polygon.exterior.is_ccw for polygon in shapely.get_parts(shape))


def test_a_gazetteer_without_shapes_knows_no_borders(tmp_path_factory: pytest.TempPathFactory) -> None:
    from gazetteer.pack import pack

    path = tmp_path_factory.mktemp("bare") / "bare.gazetteer"
    pack(path, [], {})
    assert Gazetteer.open(path).boundaries.country_at(33, 44) is None


@st.composite
def _shapes(draw: st.DrawFn) -> BaseGeometry:
    west, south = draw(st.integers(-1799, 1700)), draw(st.integers(-899, 800))
    sizes = draw(st.lists(st.integers(2, 29), min_size=1, max_size=3))
    squares = [
        shapely.box(west / 10, south / 10 + 3 * i, (west + n) / 10, south / 10 + 3 * i + n / 10)
        for i, n in enumerate(sizes)
    ]
    holed = squares[0].difference(squares[0].centroid.buffer(0.05, quad_segs=2))
    shape = shapely.multipolygons([holed, *squares[1:]]) if len(squares) > 1 else holed
    return shapely.set_precision(shape, GRID)


@given(_shapes())
def test_encoded_shapes_decode_to_themselves(shape: BaseGeometry) -> None:
    words = memoryview(array("h", encoded(shape)))
    assert shapely.equals_exact(decoded(words), shape, tolerance=GRID / 2, normalize=True)


@given(st.lists(_shapes(), min_size=1, max_size=4))
def test_boxes_are_those_of_the_shapes(shapes: list[BaseGeometry]) -> None:
    each = [encoded(shape) for shape in shapes]
    ends = array("l", [sum(map(len, each[:number])) for number in range(len(each) + 1)])
    found = boxes(memoryview(array("h", [word for words in each for word in words])), memoryview(ends))
    np.testing.assert_allclose(found, shapely.bounds(shapes), atol=GRID / 2)
