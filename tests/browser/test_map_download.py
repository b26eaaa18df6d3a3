"""What is listed is saved as GeoJSON and CSV, prints, and reads from right to left where it should."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
import shapely

from gazetteer import bundled

pytestmark = pytest.mark.browser


def saved(page: Any, kind: str) -> str:
    """Save what is listed, and return the file's text."""
    with page.expect_download() as waiting:
        page.click(f".taking >> text={kind}")
    return Path(waiting.value.path()).read_bytes().decode()


@pytest.fixture
def several(sample: Any) -> Any:
    """Return what is drawn in every way, on both sides of 180°."""
    sample.incident(33.0, 44.0, killed_low=1, killed_best=2, killed_high=3, quote="Invented.", perpetrators="rebels")
    sample.incident(-16.85, 179.97, 3, radius_km=25.0)
    iraq = next(place for place in bundled().candidates("Iraq") if place.kind == "country")
    sample.incident(33.0, 44.0, 6, drawn="country", place="Iraq", shape=bundled().boundaries.shape(iraq))
    sample.incident(None, None, type="riot")
    sample.incident(89.9, 10.0, 5, radius_km=300.0)
    sample.route("Iran", "Iraq")
    sample.route("Suva", "Apia")
    sample.route(None, "Iraq")
    return sample


def test_geojson_holds_each_feature_whole_and_within_the_world(several: Any, open_map: Any) -> None:
    found = json.loads(saved(open_map(several.layers()), "GeoJSON"))["features"]
    shapes = {one["id"]: one["geometry"] and shapely.geometry.shape(one["geometry"]) for one in found}

    assert len(found) == 8
    assert found[0]["properties"]["killed_best"] == 2
    assert found[0]["geometry"] == {"type": "Point", "coordinates": [44.0, 33.0]}
    assert [identifier for identifier, shape in shapes.items() if shape is None] == ["a#i4", "a#r3"]
    for shape in filter(None, shapes.values()):
        assert shape.is_valid
        west, south, east, north = shape.bounds
        assert (west >= -180, east <= 180, south >= -90, north <= 90) == (True, True, True, True)
        assert all(part.exterior.is_ccw for part in shapely.get_parts(shape) if part.geom_type == "Polygon")
    assert shapes["a#i2"].geom_type == "MultiPolygon"
    assert shapes["a#r2"].geom_type == "MultiLineString"
    assert shapes["a#i5"].covers(shapely.Point(0, 90))


def test_only_what_the_filters_let_through_is_saved(several: Any, open_map: Any) -> None:
    page = open_map(several.layers())
    page.evaluate("location.hash = 'type=riot&type=route'")
    page.wait_for_selector("text=Showing 1 of 5 incidents and 3 of 3 routes")

    assert [one["id"] for one in json.loads(saved(page, "GeoJSON"))["features"]] == ["a#i4", "a#r1", "a#r2", "a#r3"]


@pytest.mark.parametrize(
    "bad", ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "  =1", "\u00a0=1", "\ufeff=1", "＝1", "＠x"]
)
def test_no_cell_is_a_formula_and_each_comes_back_whole(bad: str, sample: Any, open_map: Any) -> None:
    sample.document("a", title=bad, source=bad)
    text = f'{bad}, "quoted"\r\nand on'
    sample.incident(-33.0, -44.0, place=bad, perpetrators=bad, claims=[{"text": text, "asserted_by": bad}])
    rows = list(csv.DictReader(io.StringIO(saved(open_map(sample.layers()), "CSV"), newline="")))

    assert rows[0]["quote"] == f"'{text}"
    assert [rows[0][name] for name in ("place", "perpetrators", "asserted_by", "source")] == [f"'{bad}"] * 4
    assert (rows[0]["lat"], rows[0]["lon"]) == ("-33", "-44")


def test_csv_has_a_row_for_each_in_the_same_columns(several: Any, open_map: Any) -> None:
    rows = list(csv.DictReader(io.StringIO(saved(open_map(several.layers()), "CSV"), newline="")))

    assert [row["layer"] for row in rows] == ["incident"] * 5 + ["route"] * 3
    assert (rows[0]["killed_low"], rows[5]["origin"], rows[7]["origin"]) == ("1", "Iran", "")


def test_on_paper_there_is_the_map_and_all_that_is_said_and_no_button(operation: Any, open_map: Any) -> None:
    page = open_map(operation.layers())
    page.evaluate("document.querySelector('.legend').open = false")
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    for hidden in (".filters", ".play", ".taking", ".leaflet-control-zoom"):
        assert page.locator(hidden).is_hidden()
    seen = (".caveat", ".folium-map", ".legend li >> nth=0", ".home .row >> nth=0", ".home .row >> nth=-1")
    heights = [page.locator(one).bounding_box()["y"] for one in seen]
    assert heights == sorted(heights)


def test_names_read_from_right_to_left_where_they_do(sample: Any, open_map: Any) -> None:
    sample.document("a", title="דו״ח מומצא", source="وكالة مخترعة")
    sample.incident(33.0, 44.0, place="بغداد", surface="بغداد", perpetrators="مسلحون", claims=[{"text": "نص مخترع."}])
    page = open_map(sample.layers())
    page.click(".home .row")
    page.wait_for_selector(".over figure")
    directions = page.locator(".over bdi").evaluate_all(
        "all => all.filter((one) => /[\\u0590-\\u06ff]/.test(one.textContent) && !/[a-z]/i.test(one.textContent))"
        ".map((one) => [one.dir, getComputedStyle(one).direction])"
    )
    assert len(directions) >= 3
    assert set(map(tuple, directions)) == {("auto", "rtl")}
