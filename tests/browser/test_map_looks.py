"""What the map looks like: the ground, the names on it, the legend's place, arrows and bars that can be told apart."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

pytestmark = pytest.mark.browser

NAMES = """(view) => { const seen = [], draw = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function (...all) { seen.push(all[0]); draw.apply(this, all); };
    map_dateline.setView(...view, { animate: false });
    CanvasRenderingContext2D.prototype.fillText = draw;
    return seen; }"""
LINES = """() => { let overlay; map_dateline.eachLayer((l) => { if (l._drawn) overlay = l; });
    return overlay._drawn.arrows.map(({ line, routes }) => [routes.length, line[24]]); }"""


def test_countries_capitals_places_and_the_ends_of_routes_are_named(sample: Any, open_map: Any) -> None:
    sample.incident(35.47, 44.39, place="Kirkuk", surface="Kirkuk")
    sample.route("Iran", "Iraq")
    page = open_map(sample.layers())
    near, far = (page.evaluate(NAMES, [[34, 47], zoom]) for zoom in (6, 4))

    assert {"Kirkuk", "Iran", "Iraq", "Baghdad", "Tehran", "SYRIA"} <= set(near)
    assert {"TURKEY", "SAUDI ARABIA"} <= set(far)
    assert "Kirkuk" not in far  # too far away for the names of towns


def test_the_ground_has_all_its_lines_a_scale_and_its_sources(operation: Any, open_map: Any) -> None:
    page = open_map(operation.layers())
    lines = page.evaluate(
        """async () => { const { lines } = await dateline.basemap.load();
        return Object.fromEntries(Object.entries(lines).map(([name, all]) => [name, all.length])); }"""
    )
    dashed = page.evaluate(
        """async () => { const seen = [], set = CanvasRenderingContext2D.prototype.setLineDash;
        CanvasRenderingContext2D.prototype.setLineDash = function (d) { seen.push(d.join()); set.call(this, d); };
        const { lines } = await dateline.basemap.load(), ground = new dateline.basemap.Tiles().addTo(map_dateline);
        ground.show(lines); ground.remove();
        CanvasRenderingContext2D.prototype.setLineDash = set;
        return seen; }"""
    )

    assert set(lines) == {"land", "lakes", "rivers", "borders", "disputed", "units"}
    assert min(lines.values()) > 0
    assert "4,3" in dashed
    assert "km" in page.inner_text(".leaflet-control-scale")
    assert "Natural Earth · GeoNames CC BY 4.0 · Leaflet" in page.inner_text(".credit")


def test_routes_one_way_between_the_same_ends_are_kept_apart_and_many_are_counted(sample: Any, open_map: Any) -> None:
    for cargo in ("rifles", "drones"):
        sample.route("Iran", "Iraq", cargo=cargo)
    for _ in range(5):
        sample.route("Suva", "Apia")
    page = open_map(sample.layers())
    page.evaluate("map_dateline.setView([33, 48], 6, { animate: false })")
    (_, one), (_, other) = (line for line in page.evaluate(LINES) if line[0] == 1)
    assert abs(one[1] - other[1]) > 12
    assert "5×" in page.evaluate(NAMES, [[-16, 183], 6])


def test_the_legend_stands_open_where_it_does_not_push_the_world_away(sample: Any, open_map: Any) -> None:
    sample.incident(33.0, 44.0)
    sample.incident(33.9, 44.9)
    near = open_map(sample.layers())
    sample.incident(-33.0, 150.0, type="riot")
    sample.incident(45.0, -100.0, type="arson")
    far = open_map(sample.layers())

    assert near.locator(".legend li").first.is_visible()
    assert far.locator(".legend li").first.is_hidden()
    far.click(".legend > summary")
    for page in (near, far):
        legend, button = (page.locator(name).bounding_box() for name in (".legend", ".fit"))
        assert legend["y"] > button["y"] + button["height"]


def test_the_bars_of_the_time_axis_have_the_colours_of_their_types(sample: Any, open_map: Any) -> None:
    for day, kind in enumerate(("riot", "airstrike", "riot"), 1):
        when = {"when_start": f"2020-05-0{day}", "when_end": f"2020-05-0{day}", "when_precision": "day"}
        sample.incident(33.0, 44.0, type=kind, **when)
    page = open_map(sample.layers())
    painted, meant = page.evaluate(
        """() => { const canvas = document.querySelector('.track canvas'), found = new Set();
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        const ink = dateline.marks.inks();
        const hex = (i) => '#' + [0, 1, 2].map((k) => data[i + k].toString(16).padStart(2, '0')).join('');
        for (let i = 0; i < data.length; i += 4) if (data[i + 3] === 255) found.add(hex(i));
        return [[...found], ['riot', 'airstrike'].map((type) => dateline.marks.colour(type, ink).toLowerCase())]; }"""
    )
    assert len(set(meant)) == 2
    assert set(meant) <= set(painted)


@pytest.mark.parametrize("last", ["2020-08-30", "2023-02-14"])
def test_the_labels_of_the_time_axis_stand_evenly(sample: Any, open_map: Any, last: str) -> None:
    for day in ("2020-05-01", last):
        sample.incident(33.0, 44.0, when_start=day, when_end=day, when_precision="day")
    page = open_map(sample.layers())
    page.evaluate(
        """() => { window.labels = []; const { fillText } = CanvasRenderingContext2D.prototype;
        CanvasRenderingContext2D.prototype.fillText = function (words, x, y) {
          if (this.canvas.closest('.track')) labels.push([x, x + this.measureText(words).width]);
          return fillText.call(this, words, x, y); }; }"""
    )
    page.set_viewport_size({"width": 1180, "height": 800})
    labels = page.evaluate(
        """() => new Promise((done) => {
        const look = () => (labels.length > 1 ? done(labels) : requestAnimationFrame(look)); look(); })"""
    )
    gaps = [after[0] - before[0] for before, after in pairwise(labels) if after[0] > before[0]]
    assert max(gaps) - min(gaps) < 0.01
    assert all(after[0] > before[1] for before, after in pairwise(labels) if after[0] > before[0])


def test_a_claim_stands_in_its_context_and_other_places_beside_the_one_chosen(sample: Any, open_map: Any) -> None:
    text = "Invented: it was a calm day. Then rebels burned a mill. Nobody was seen after that."
    start = text.index("Then")
    told = {"text": "Then rebels burned a mill.", "start": start, "end": start + 26, "modality": "fact"}
    other = '[{"id": "x:1", "name": "Elsewhere", "country": "LB", "lat": 34.4, "lon": 35.8, "confidence": 0.07}]'
    sample.incident(33.0, 44.0, claims=[told], alternatives_json=other)
    page = open_map(replace(sample.layers(), texts={"a": text}))
    page.click(".home .row")
    page.wait_for_selector(".over figure")

    assert page.inner_text(".over blockquote") == text
    assert page.locator(".around").all_inner_texts() == [text[: start - 1], text[start + 27 :]]
    assert "Elsewhere, Lebanon 7 %" in " ".join(page.inner_text(".over").split())


def test_a_screen_reader_hears_what_each_part_is(operation: Any, open_map: Any) -> None:
    page = open_map(operation.layers())
    heard = [
        ("region", "Map"), ("region", "Incidents and routes"), ("searchbox", "Search claims and names"),
        ("button", "Raid near Sadr City, Iraq · 8 Aug 2007 · 30 (25–40) killed"),
        ("button", "Iran → Iraq rifles · alleged"),
        ("slider", "First day shown"), ("slider", "Last day shown"), ("combobox", "Sorted"),
        ("button", "Show all that is listed"), ("heading", "On the map 2"),
    ]  # fmt: skip
    for role, name in heard:
        assert page.get_by_role(role, name=name, exact=False).count() >= 1, (role, name)


def test_on_a_phone_the_legend_lies_below_the_map_and_covers_nothing_of_it(sample: Any, open_map: Any) -> None:
    page = open_map(sample.layers(), size={"width": 390, "height": 844})
    for _ in range(2):  # closed, then open
        ground, legend = (page.locator(name).bounding_box() for name in (".folium-map", ".legend"))
        assert legend["y"] >= ground["y"] + ground["height"] - 1
        assert legend["width"] == 390
        page.click(".legend > summary")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
