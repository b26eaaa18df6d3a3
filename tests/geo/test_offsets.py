"""Places told by another: invented sentences, the distance from the named place and the doubt that is left."""

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.place import Place
from geo.mentions import find
from geo.model import Document, Toponym
from geo.resolve import resolve
from geo.resolve.distance import kilometres, midpoint, moved


@pytest.fixture
def reckoned(gazetteer: Any, language: Any) -> Any:
    """Return a function that resolves the places of a text: {surface: toponym}."""

    def resolved(text: str) -> dict[str, Toponym]:
        toponyms = resolve(find(language.parse(text), gazetteer), Document("invented", text), gazetteer)
        return {toponym.surface: toponym for toponym in toponyms}

    return resolved


# sentence | surface | town it is reckoned from | km | bearing
OFF = """
A shell hit a farm 30 km north of Baghdad. | 30 km north of Baghdad | Baghdad | 30 | 0
Militants killed a guard 70 km N of Bunia. | 70 km N of Bunia | Bunia | 70 | 0
It was hit about 45 nautical miles northeast of Assab. | 45 nautical miles northeast of Assab | Assab | 83.3 | 45
They were ambushed twenty miles west of Gao. | twenty miles west of Gao | Gao | 32.2 | 270
The car lay 12 km (7 miles) to the south-east of Homs. | 12 km (7 miles) to the south-east of Homs | Homs | 12 | 135
A dhow was seized 600 nautical miles east of Mogadishu. | 600 nautical miles east of Mogadishu | Mogadishu | 1111.2 | 90
A mine went off 40km SSW of the town of Agadez. | 40km SSW of the town of Agadez | Agadez | 40 | 202.5
A post 25 km outside Maiduguri was overrun. | 25 km outside Maiduguri | Maiduguri | 0 | 0
"""


def rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in line.split("|")) for line in table.strip().splitlines()]


@pytest.mark.parametrize("row", rows(OFF))
def test_a_place_told_by_distance_lies_there(row: tuple[str, ...], reckoned: Any, gazetteer: Any) -> None:
    text, surface, town, km, bearing = row
    place = reckoned(text)[surface].place
    start = gazetteer.get(place.id.removeprefix("offset:").partition("+")[0])
    assert start in gazetteer.candidates(town)
    assert place.kind == "region"
    assert kilometres(start, place) == pytest.approx(float(km), abs=0.3)
    if float(km):
        lat, lon = moved(start.lat, start.lon, float(km), float(bearing))
        assert (place.lat, place.lon) == pytest.approx((lat, lon), abs=0.01)
    assert place.radius_km >= max(5.0, 0.25 * float(km) - 0.1)


def test_the_stretch_between_two_towns_reaches_to_both(reckoned: Any, gazetteer: Any) -> None:
    text = "The convoy was ambushed on the road between San Vicente and Zacatecoluca in El Salvador."
    place = reckoned(text)["between San Vicente and Zacatecoluca"].place
    for name in ("San Vicente", "Zacatecoluca"):
        town = next(p for p in gazetteer.candidates(name) if p.country == "SV")
        assert kilometres(town, place) <= place.radius_km + 0.5
    assert (place.kind, place.country) == ("region", "SV")


def test_an_unknown_village_lies_where_the_words_after_it_say(reckoned: Any) -> None:
    found = reckoned("Four died in the village of Xanqorbel, some 12 km west of Kut in Iraq.")
    assert found["Xanqorbel"].place == found["12 km west of Kut"].place
    assert found["Xanqorbel"].reasons[0] == "said to lie 12 km west of Kut"


@pytest.mark.parametrize(
    "text",
    [
        "They drove 30 km and reached Baghdad.",
        "He ran 5 km for Kenya.",
        "Talks between Moscow and Kyiv failed.",
        "The 10 mile column left Kut.",
    ],
)
def test_a_length_that_is_no_distance_from_a_place_makes_none(text: str, reckoned: Any) -> None:
    assert all(t.place is None or t.place.layer != "computed" for t in reckoned(text).values())


POINTS = st.tuples(st.floats(-85, 85), st.floats(-180, 180))


def at(point: tuple[float, float]) -> Place:
    return Place("x:1", "X", "populated_place", *point, 1.0)


@given(start=POINTS, km=st.floats(0, 3000), bearing=st.floats(0, 360))
def test_what_is_moved_is_that_far_away(start: tuple[float, float], km: float, bearing: float) -> None:
    end = moved(*start, km, bearing)
    assert -90 <= end[0] <= 90
    assert -180 <= end[1] <= 180
    assert math.isclose(kilometres(at(start), at(end)), km, abs_tol=0.01)


@given(one=POINTS, other=POINTS)
def test_the_midpoint_is_as_far_from_both(one: tuple[float, float], other: tuple[float, float]) -> None:
    a, b = at(one), at(other)
    middle = at(midpoint(a, b))
    if kilometres(a, b) < 19_900:  # antipodes have no one midpoint
        assert math.isclose(kilometres(a, middle), kilometres(middle, b), abs_tol=0.01)
