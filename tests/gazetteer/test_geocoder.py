"""The geocoder is a geopy geocoder: in its own hands, geopandas', and RateLimiter's."""

import pytest
from geopy.exc import GeocoderQueryError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders.base import Geocoder

from gazetteer import GazetteerGeocoder


@pytest.fixture(scope="module")
def geocoder() -> GazetteerGeocoder:
    return GazetteerGeocoder()


@pytest.mark.parametrize(
    ("query", "place_id"),
    [
        ("Basra, Iraq", "geonames:99532"),
        ("Paris, Texas", "geonames:4717560"),
        ("Paris, Texas, United States", "geonames:4717560"),
        ("Georgia, US", "geonames:4197000"),
        ("Washington, D.C.", "geonames:4140963"),
        ("Kut, Wasit, Iraq", "geonames:99131"),
        ("Iraq", "geonames:99237"),
    ],
)
def test_names_with_the_units_after_them(geocoder: GazetteerGeocoder, query: str, place_id: str) -> None:
    found = geocoder.geocode(query)
    assert found.raw["id"] == place_id


@pytest.mark.parametrize("query", ["Basra, Brazil", "Basra, Nowhere-at-all", "", "Qqqqq", "Iraq, Iraq"])
def test_what_is_not_there_is_none(geocoder: GazetteerGeocoder, query: str) -> None:
    assert geocoder.geocode(query) is None


def test_all_candidates_of_one_country(geocoder: GazetteerGeocoder) -> None:
    found = geocoder.geocode("Paris", exactly_one=False, country_codes="us")
    assert len(found) > 5
    assert {location.raw["country"] for location in found} == {"US"}
    assert geocoder.geocode("Paris", country_codes=["IQ", "IR"]) is None


def test_reverse_gives_the_nearest_town(geocoder: GazetteerGeocoder) -> None:
    assert geocoder.reverse((36.19, 44.01)).raw["name"] == "Erbil"
    assert geocoder.reverse("36.19, 44.01").raw["name"] == "Erbil"
    assert len(geocoder.reverse((36.19, 44.01), exactly_one=False)) == 10
    with pytest.raises(GeocoderQueryError, match="not a point"):
        geocoder.reverse("somewhere")


def test_rate_limiter_takes_it(geocoder: GazetteerGeocoder) -> None:
    assert isinstance(geocoder, Geocoder)
    limited = RateLimiter(geocoder.geocode, min_delay_seconds=0)
    assert limited("Mosul").latitude == pytest.approx(36.335, abs=0.01)


def test_geopandas_takes_the_class() -> None:
    geopandas = pytest.importorskip("geopandas")
    frame = geopandas.tools.geocode(["Mosul", "Qqqqq", "Kyiv"], provider=GazetteerGeocoder)
    assert frame.crs == "EPSG:4326"
    assert frame.geometry.iloc[0].x == pytest.approx(43.119, abs=0.01)
    assert frame.geometry.iloc[1] is None or frame.geometry.iloc[1].is_empty
    assert frame["address"].iloc[2] == "Kyiv, Kyiv City, UA"
