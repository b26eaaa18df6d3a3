from datetime import date
from typing import Any

import pytest

DAY = date(2024, 5, 15)

# The words, the country, and a town of the part that they mean, which lies no further off than its radius.
PARTS = [
    ("in northern Mozambique", "MZ", (-12.97, 40.52)),
    ("in Burkina Faso's east", "BF", (12.06, 0.36)),
    ("in the north of Burkina Faso", "BF", (14.1, -1.63)),
    ("in southeastern Turkey", "TR", (37.91, 40.24)),
    ("in eastern Ukraine", "UA", (48.0, 37.8)),
    ("in eastern Indonesia", "ID", (-3.7, 128.18)),  # of many islands
    ("in the southern Philippines", "PH", (7.07, 125.6)),
    ("in northern Japan", "JP", (43.06, 141.35)),
]


@pytest.mark.parametrize(("words", "country", "town"), PARTS)
def test_a_part_of_a_country_is_known_as_a_region(
    words: str, country: str, town: tuple[float, float], read_text: Any
) -> None:
    report = read_text(f"Gunmen shot dead a judge {words} on Tuesday.", DAY)
    where = report.incidents[0].where
    place = report.toponyms[where.toponym].place
    assert (where.precision, place.kind, place.country) == (5, "country", country)
    assert abs(where.lat - town[0]) * 111 <= where.radius_km
    assert abs(where.lon - town[1]) * 111 <= where.radius_km


@pytest.mark.parametrize("words", ["in Mozambique", "in South Sudan", "in north Lebanon", "north of Mali"])
def test_what_is_no_part_of_a_large_country_is_the_country(words: str, read_text: Any) -> None:
    report = read_text(f"Gunmen shot dead a judge {words} on Tuesday.", DAY)
    assert report.incidents[0].where is None or report.incidents[0].where.precision == 6
