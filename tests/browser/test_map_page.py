"""What a reader of the map can see and do, in a real browser without a network."""

import zlib
from operator import sub
from typing import Any

import pytest

from output.rows.shapes import point
from tests.browser.conftest import claim

pytestmark = pytest.mark.browser

ROW = ".home .row"
PHONE = {"width": 390, "height": 844}


def at(page: Any, lat: float, lon: float) -> tuple[float, float]:
    """Return where a point of the globe is in the window."""
    script = """([lat, lon]) => { const p = map_dateline.latLngToContainerPoint([lat, lon]);
        const box = map_dateline.getContainer().getBoundingClientRect(); return [box.x + p.x, box.y + p.y]; }"""
    x, y = page.evaluate(script, [lat, lon])
    return x, y


def pixel(page: Any, lat: float, lon: float) -> tuple[int, ...]:
    """Return the red, green and blue of the pixel at a point of the globe."""
    x, y = at(page, lat, lon)
    png = page.screenshot(clip={"x": x, "y": y, "width": 1, "height": 1})
    packed, position = b"", 8
    while position < len(png):
        length = int.from_bytes(png[position : position + 4], "big")
        if png[position + 4 : position + 8] == b"IDAT":
            packed += png[position + 8 : position + 8 + length]
        position += 12 + length
    return tuple(zlib.decompress(packed)[1:4])


def panel(page: Any) -> str:
    return page.text_content(".panel")


def opened(page: Any) -> str:
    """Return the text of the details, once they stand."""
    page.wait_for_selector(".over:not([hidden]) figure")
    return " ".join(page.inner_text(".over").split())


# ---------------------------------------------------------------- the list


def test_the_list_holds_every_incident_and_route(operation: Any, open_map: Any) -> None:
    page = open_map(operation.layers())
    assert page.locator(ROW).count() == 4
    assert "2 incidents · 2 alleged routes · from 1 report" in panel(page)
    assert "an invented warning" in panel(page)
    assert page.locator(".phase .row").count() == 1


def test_what_has_no_place_has_its_own_lists(sample: Any, open_map: Any) -> None:
    sample.incident(33.0, 44.0, 6, drawn="country", place="Iraq", admin1=None, radius_km=400)
    sample.incident(None, None, type="protest")
    sample.route(None, "Iraq")
    page = open_map(sample.layers())
    assert "Raid" in page.inner_text("section[aria-labelledby=list-country-only]")
    assert "Protest" in page.inner_text("section[aria-labelledby=list-not-located]")
    assert "Not drawn: one end is not known." in page.inner_text("section[aria-labelledby=list-alleged-routes]")
    assert page.locator("section[aria-labelledby=list-on-the-map]").count() == 0


def test_a_long_list_comes_in_pages_and_all_of_it_by_keyboard(sample: Any, open_map: Any) -> None:
    for i in range(230):
        sample.incident(30 + i / 100, 44.0, place=f"Town {i}")
    page = open_map(sample.layers())
    assert page.locator(ROW).count() == 100
    page.focus(".home .row >> nth=99")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent").startswith("RaidTown 100,")
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    assert page.locator(ROW).count() == 230


def test_nothing_found_says_so(sample: Any, open_map: Any) -> None:
    sample.document("a")
    page = open_map(sample.layers(), notes=["b.bin: not text; give a text file"])
    assert "no incident and no alleged route was found in this report" in page.inner_text(".empty")
    assert "b.bin: not text" in panel(page)
    assert "No place is named in this report, or none that the gazetteer has." in panel(page)


def test_an_empty_map_says_what_was_looked_for_what_was_read_and_what_was_left_out(sample: Any, open_map: Any) -> None:
    sample.document("a", warnings="taken for background: “Invented: shots fell years ago.”")
    sample.places = [
        ({"id": "x:1", "name": "Kalú"}, point(1.0, 2.0)),
        ({"id": "x:2", "name": "Brena"}, point(2.0, 2.0)),
    ]
    page = open_map(sample.layers())
    assert "Places that are named in this report, and where nothing was found: Kalú, Brena." in panel(page)
    assert "Looked for were, in English: attacks" in panel(page)
    assert "Invented: shots fell years ago." in panel(page)  # without a click, as nothing else is to be seen
    page = open_map(sample.layers(), notes=["left out by the filters: 2 incidents"])
    assert "all that was found in this report was left out" in page.inner_text(".empty")


def test_what_was_left_out_of_a_report_stands_folded_under_it(sample: Any, open_map: Any) -> None:
    sample.document("a", incidents=1, warnings="taken for background: “Invented: shots fell years ago.”")
    sample.incident(33.0, 44.0)
    page = open_map(sample.layers())
    assert "1 report has something that was left out or not settled" in panel(page)
    assert page.locator("div.report .warning").is_hidden()
    page.click("div.report summary")
    assert "shots fell years ago" in page.inner_text("div.report .warning")


# ---------------------------------------------------------------- the details


def test_the_details_quote_each_claim_and_its_speakers(operation: Any, open_map: Any) -> None:
    page = open_map(operation.layers())
    page.click(f"{ROW} >> nth=0")
    text = opened(page)
    for words in (
        "Invented: something happened.", "Asserted by an invented ministry", "Relayed by a wire", "How sure: fact",
        "8 Aug 2007", "on Wednesday", "30 best figure; lowest 25, highest 40", "invented troops", "Invented Wire",
        "Sadr City, Baghdad, Iraq", "Drawn as a circle of 3 km around 33.3889° N, 44.4583° E", "Its phases", "90 %",
    ):  # fmt: skip
        assert words in text
    page.click(".over .row")
    page.wait_for_selector(".over h2:text-is('Airstrike')")
    assert "names no place" in opened(page)
    assert "Part of" in opened(page)


def test_a_route_says_that_it_is_alleged_and_no_path(operation: Any, open_map: Any) -> None:
    page = open_map(operation.layers())
    page.click(f"{ROW} >> nth=2")
    text = opened(page)
    for words in ("Alleged; direction only, no path.", "Iran", "Iraq", "rifles", "said to be habitual"):
        assert words in text


def test_a_day_that_was_not_resolved_is_not_guessed(sample: Any, open_map: Any) -> None:
    sample.incident(33.0, 44.0, when_precision="unknown", when_text="on Wednesday")
    page = open_map(sample.layers())
    assert "“on Wednesday”, day not known" in page.inner_text(ROW)
    page.click(ROW)
    assert "The day is not known" in opened(page)


def test_keys_walk_the_list_open_and_close(operation: Any, open_map: Any) -> None:
    page = open_map(operation.layers())
    page.focus(f"{ROW} >> nth=0")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert "Airstrike" in opened(page)
    page.keyboard.press("Escape")
    page.wait_for_selector(".over", state="hidden")
    assert page.evaluate("document.activeElement.dataset.key") == "i1"


# ---------------------------------------------------------------- the map


def test_marks_of_one_place_stand_side_by_side_and_each_opens(operation: Any, open_map: Any) -> None:
    page = open_map(operation.layers())
    x, y = at(page, 33.3889, 44.4583)
    page.mouse.click(x - 15, y)
    assert "Raid" in opened(page)
    page.mouse.click(x + 15, y)
    page.wait_for_selector(".over h2:text-is('Airstrike')")


def test_marks_are_counted_where_they_would_stand_far_off_their_place(operation: Any, open_map: Any) -> None:
    page = open_map(operation.layers())
    drawn = """(zoom) => { let overlay; map_dateline.eachLayer((l) => { if (l._drawn) overlay = l; });
        map_dateline.setZoom(zoom, { animate: false });
        return overlay._drawn.marks.map(({ block }) => [block.count, block.counted]); }"""
    assert any(count > 1 and counted for count, counted in page.evaluate(drawn, 3))
    assert not any(counted for _, counted in page.evaluate(drawn, 9))


def test_many_marks_together_are_counted_and_listed(sample: Any, open_map: Any) -> None:
    for _ in range(9):
        sample.incident(33.0, 44.0)
    page = open_map(sample.layers())
    page.mouse.click(*at(page, 33.0, 44.0))
    page.wait_for_selector(".over:not([hidden])")
    assert page.locator(".over .row").count() == 9
    assert "9 incidents here" in page.inner_text(".over h2")


def test_choosing_one_of_a_crowd_brings_it_into_sight(sample: Any, open_map: Any, wait_until: Any) -> None:
    sample.incident(33.0, 44.0)
    sample.incident(33.1, 44.1, type="arson")
    sample.incident(-30.0, -60.0)
    page = open_map(sample.layers())
    page.click(f"{ROW} >> nth=1")
    opened(page)
    wait_until(page, "map_dateline.getZoom() >= 8")
    page.mouse.click(*at(page, 33.1, 44.1))
    assert "Arson" in opened(page)


def test_a_click_within_an_area_opens_its_incident(sample: Any, open_map: Any) -> None:
    sample.incident(33.0, 44.0, 3, radius_km=40.0)
    page = open_map(sample.layers())
    page.mouse.click(*at(page, 33.25, 44.0))
    assert "Drawn as a circle of 40 km" in opened(page)


def test_a_country_gets_an_outline_and_no_mark(sample: Any, open_map: Any) -> None:
    sample.incident(33.0, 44.0, 6, drawn="country", place="Iraq", radius_km=400)
    page = open_map(sample.layers())
    found = page.evaluate("""() => { let overlay; map_dateline.eachLayer((l) => { if (l._drawn) overlay = l; });
        return [overlay._drawn.areas.length, overlay._drawn.marks.length]; }""")
    assert found == [1, 0]


def test_circles_are_true_to_the_metre_far_north_too(sample: Any, open_map: Any) -> None:
    sample.incident(68.97, 33.08, 3, radius_km=50.0)
    page = open_map(sample.layers())
    far = page.evaluate("""() => { let overlay; map_dateline.eachLayer((l) => { if (l._areas) overlay = l; });
        return overlay._areas[0].rings()[0].map(([x, y]) => {
            const lat = 360 / Math.PI * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - 90;
            return map_dateline.distance([68.97, 33.08], [lat, (x - 0.5) * 360]); }); }""")
    assert min(far) == pytest.approx(50_000, rel=1e-3)
    assert max(far) == pytest.approx(50_000, rel=1e-3)


def test_arrows_point_to_their_destination_and_opposite_ones_stay_apart(operation: Any, open_map: Any) -> None:
    page = open_map(operation.layers())
    lines = page.evaluate("""() => { let overlay; map_dateline.eachLayer((l) => { if (l._drawn) overlay = l; });
        return overlay._drawn.arrows.map(({ line, routes }) => [routes[0].origin.name, line]); }""")
    (_, there), (_, back) = sorted(lines)
    assert [name for name, _ in sorted(lines)] == ["Iran", "Iraq"]
    assert there[0][0] > there[-1][0]
    assert back[0][0] < back[-1][0]
    assert abs(there[len(there) // 2][1] - back[len(back) // 2][1]) > 20


def test_an_arrow_opens_its_route(sample: Any, open_map: Any) -> None:
    sample.route("Iran", "Iraq")
    page = open_map(sample.layers())
    x, y = page.evaluate("""() => { let overlay; map_dateline.eachLayer((l) => { if (l._drawn) overlay = l; });
        const [x, y] = overlay._drawn.arrows[0].line[30], box = map_dateline.getContainer().getBoundingClientRect();
        return [box.x + x - overlay._pad.x, box.y + y - overlay._pad.y]; }""")
    page.mouse.click(x, y)
    assert "Alleged; direction only" in opened(page)


def test_the_view_across_180_degrees_is_narrow(sample: Any, open_map: Any) -> None:
    sample.incident(-16.85, 179.97, 2, radius_km=25.0)
    sample.incident(-13.83, -171.77)
    sample.route("Suva", "Apia")
    page = open_map(sample.layers())
    west, east = page.evaluate("(() => { const b = map_dateline.getBounds(); return [b.getWest(), b.getEast()]; })()")
    assert east - west < 60
    drawn = page.evaluate("""() => { let overlay; map_dateline.eachLayer((l) => { if (l._drawn) overlay = l; });
        return [overlay._drawn.marks.length, overlay._drawn.arrows.length]; }""")
    assert drawn == [2, 1]


def test_the_legend_explains_what_is_used_and_nothing_else(operation: Any, open_map: Any) -> None:
    page = open_map(operation.layers())
    text = page.inner_text(".legend")
    for words in (
        "Raid",
        "Airstrike",
        "Stated as fact",
        "An estimate",
        "dashed area",
        "Direction only",
        "Disputed border",
    ):
        assert words in text
    for words in ("Shelling", "Denied", "Exact place", "Somewhere in the country"):
        assert words not in text


# ---------------------------------------------------------------- for every reader


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("size", [{"width": 1400, "height": 900}, PHONE])
def test_axe_finds_nothing_serious(operation: Any, open_map: Any, axe: str, size: Any, dark: bool) -> None:
    operation.incident(33.0, 44.0, 6, drawn="country", place="Iraq", radius_km=400)
    operation.incident(None, None)
    page = open_map(operation.layers(), size=size, dark=dark, notes=["an invented note"])
    page.evaluate(axe)
    for step in (None, f"{ROW} >> nth=0", ".back", f"{ROW} >> nth=4"):
        if step:
            page.click(step)
            page.wait_for_selector("html:not([data-pending])")
        found = page.evaluate("axe.run({ resultTypes: ['violations'] })")["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in {"serious", "critical"}] == []


def test_axe_finds_nothing_serious_on_an_empty_map(sample: Any, open_map: Any, axe: str) -> None:
    page = open_map(sample.layers())
    page.evaluate(axe)
    found = page.evaluate("axe.run()")["violations"]
    assert [one["id"] for one in found if one["impact"] in {"serious", "critical"}] == []


def test_a_phone_needs_no_sideways_scrolling(operation: Any, open_map: Any) -> None:
    operation.incident(33.0, 44.0, place="X" * 400, claims=[])
    page = open_map(operation.layers(), size=PHONE, title="T" * 300)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert page.evaluate("document.querySelector('.folium-map').clientHeight") > 300


def test_less_motion_where_the_reader_asks_for_it(operation: Any, open_map: Any) -> None:
    assert open_map(operation.layers(), still=True).evaluate("map_dateline.options.zoomAnimation") is False
    assert open_map(operation.layers(), still=False).evaluate("map_dateline.options.zoomAnimation") is True


def test_the_basemap_paints_land_and_sea(operation: Any, open_map: Any) -> None:
    page = open_map(operation.layers())
    colours = page.evaluate("""() => { const seen = new Set();
        for (const tile of document.querySelectorAll('.leaflet-tile')) {
            const data = tile.getContext('2d').getImageData(0, 0, tile.width, tile.height).data;
            for (let i = 0; i < data.length; i += 4000) seen.add([data[i], data[i + 1], data[i + 2]].join()); }
        return [...seen]; }""")
    assert {"247,245,239", "217,230,238"} <= set(colours)


@pytest.mark.parametrize("width", [1100, 1280, 1440, 1700])
def test_land_is_painted_where_land_is_in_the_first_view(sample: Any, open_map: Any, width: int) -> None:
    for lat, lon in ((16.3, -0.05), (31.8, 47.1), (-16.8, 179.3)):  # wide enough for a half zoom
        sample.incident(lat, lon)
    page = open_map(sample.layers(), size={"width": width, "height": 800})
    inland = {"Sahara": (23, 10), "Steppe": (47, 67), "Gansu": (37, 103), "Deccan": (20, 77), "Outback": (-25, 127)}
    sea = pixel(page, 0, 75)
    as_sea = [name for name, place in inland.items() if max(map(abs, map(sub, pixel(page, *place), sea))) < 8]
    assert not as_sea


# ---------------------------------------------------------------- honest words


def sample_claim() -> dict[str, Any]:
    return {
        "start": 0, "end": 9, "text": "Invented: something happened.", "asserted_by": "a ministry", "relayed_by": [],
        "cue": "said", "quoted": False, "modality": "fact", "killed": None, "injured": None, "captured": None,
    }  # fmt: skip


def nth(page: Any, number: int) -> str:
    """Open a line of the list, and return its details."""
    page.click(f"{ROW} >> nth={number}")
    return opened(page)


def test_why_an_incident_is_not_on_the_map_is_said_in_the_list_and_in_its_details(sample: Any, open_map: Any) -> None:
    quote = "Invented: gunmen came to the hamlet at night, and nobody who was asked about it would say any more."
    sample.incident(unplaced="none", named=None, quote=quote)
    sample.incident(unplaced="unknown", named="Zubbe", quote=quote)
    sample.incident(unplaced="doubtful", named="Kalu", quote=quote, confidence=0.31)
    page = open_map(sample.layers())
    unplaced = page.inner_text("section[aria-labelledby=list-not-located]")

    assert "do not say" not in unplaced
    assert "“Zubbe” is not in the gazetteer" in unplaced
    assert "perhaps Kalu, too doubtful to draw" in unplaced
    assert "Invented: gunmen came to the hamlet at night, and nobody who was asked about it…" in unplaced
    assert "in Invented report a" in unplaced
    assert "The reading found no place for it" in nth(page, 0)
    page.click(".back")
    assert "Named, but not in the gazetteer: Zubbe" in nth(page, 1)
    page.click(".back")
    assert "Perhaps Kalu, but at 31 % that is less sure than was asked for" in nth(page, 2)


def test_a_place_in_doubt_is_marked_listed_and_explained_as_such(sample: Any, open_map: Any) -> None:
    sample.incident(33.0, 44.0, confidence=0.43)
    page = open_map(sample.layers())
    assert "Sadr City, Iraq · place only 43 % sure" in page.inner_text(ROW)
    assert "less than 70 % sure" in page.inner_text(".legend")
    drawn = page.evaluate("""() => [40, 90].map((sure) => { const asked = [], ctx = new Proxy({}, {
        get: (_, name) => (...all) => { if (name === 'fillText') asked.push(all[0]); }, set: () => true });
        dateline.marks.draw(ctx, { type: 'raid', modality: 'fact', drawn: 'point', sure }, 0, 0, dateline.marks.inks());
        return asked; })""")
    assert drawn == [["?"], []]
    page.click(ROW)
    page.wait_for_selector(".over figure")
    assert "place in doubt" in page.inner_text(".chips")


def test_a_place_of_another_sentence_is_said_to_be_inferred(operation: Any, open_map: Any) -> None:
    page = open_map(operation.layers())
    assert "place inferred" in page.inner_text(f"{ROW} >> nth=1")
    assert "place inferred" not in page.inner_text(f"{ROW} >> nth=0")
    page.click(f"{ROW} >> nth=1")
    assert "90 %. That it happened there is inferred, and not in this figure." in opened(page)


def test_the_country_of_a_dateline_is_not_called_as_its_town(sample: Any, open_map: Any) -> None:
    sample.incident(33.0, 44.0, 6, drawn="country", place="Iraq", surface="BASRA", admin1=None, inherited=True)
    assert open_map(sample.layers()).inner_text(f"{ROW} .words").split() == ["Raid", "Iraq", "·", "place", "inferred"]


def test_claims_that_are_not_equally_sure_are_said_to_differ(sample: Any, open_map: Any) -> None:
    sample.incident(33.0, 44.0, claims=[claim(), claim(modality="denied")])
    page = open_map(sample.layers())
    page.click(ROW)
    page.wait_for_selector(".over figure")
    assert "claims differ in how sure they are" in page.inner_text(".chips")


def test_a_small_circle_is_not_called_a_large_one(sample: Any, open_map: Any) -> None:
    sample.incident(33.0, 44.0, 2, radius_km=2.5)
    text = nth(open_map(sample.layers()), 0)

    assert "Known to a part of a place, or its surroundings. Drawn as a circle of 2.5 km" in text
    assert "25 km" not in text


def test_a_day_that_is_not_known_is_bounded_by_its_report_and_says_so(sample: Any, open_map: Any) -> None:
    sample.incident(33.0, 44.0, when_end="2031-05-06", when_precision="unknown")
    text = nth(open_map(sample.layers()), 0)

    assert "until 6 May 2031 The day is not known; it was over when it was reported." in text


def test_what_somebody_denies_is_marked_so_in_the_list_and_the_details(sample: Any, open_map: Any) -> None:
    sample.incident(33.0, 44.0, 2, modality="claimed", denied_by="the army")
    sample.route("Iran", "Iraq", denied_by="not named")
    page = open_map(sample.layers())

    assert panel(page).count("denied by some") == 2
    assert "near " in panel(page)
    assert "denied by some" in nth(page, 0)
    page.keyboard.press("Escape")
    assert "denied by some" in nth(page, 1)


def test_none_killed_is_told_in_words_and_a_routes_ends_say_how_sure_they_are(sample: Any, open_map: Any) -> None:
    sample.incident(33.0, 44.0, killed_low=0, killed_best=0, killed_high=0)
    sample.route("Iran", "Iraq", origin_confidence=0.714)
    page = open_map(sample.layers())

    assert "nobody killed" in panel(page)
    page.click(f"{ROW} >> nth=1")
    assert "Confidence that the name means this place: 71 %." in opened(page)


def test_large_numbers_are_set_apart(sample: Any, open_map: Any) -> None:
    sample.incident(33.0, 44.0, killed_low=1500, killed_best=1774, killed_high=12000)
    page = open_map(sample.layers())

    assert "1,774 (1,500–12,000) killed" in panel(page)
    assert "1,774 best figure; lowest 1,500, highest 12,000" in nth(page, 0)


def test_a_place_is_called_what_its_report_calls_it(sample: Any, open_map: Any) -> None:
    sample.incident(33.0, 44.0, place="Ḩadīthah", surface="Haditha")
    page = open_map(sample.layers())

    assert "Haditha, Iraq" in page.inner_text(ROW)
    assert "Haditha, Baghdad, Iraq In the gazetteer: Ḩadīthah" in nth(page, 0)


def test_an_inherited_place_quotes_where_it_was_taken_from(sample: Any, open_map: Any) -> None:
    sample.incident(33.0, 44.0, inherited=True, inherited_from="dateline: KALU, May 3 (Invented) - Someone…")
    text = nth(open_map(sample.layers()), 0)

    assert (
        "Its own sentence names no place. Taken from the report’s dateline: KALU, May 3 (Invented) - Someone…" in text
    )


def test_nobody_is_said_to_accuse_where_no_one_is_named(sample: Any, open_map: Any) -> None:
    nameless = {**sample_claim(), "asserted_by": None, "relayed_by": [], "modality": "accused"}
    sample.incident(33.0, 44.0, modality="accused", claims=[nameless])
    sample.incident(33.0, 44.0, modality="accused")
    page = open_map(sample.layers())
    first = nth(page, 0)

    assert "Alleged; by whom is not said" in first
    assert "No speaker is named: the report’s own words" in first
    assert "Alleged of another" not in first
    page.click(".back")
    assert "Alleged of another" in nth(page, 1)


def test_headings_and_bullets_do_not_run_into_the_quote(sample: Any, open_map: Any) -> None:
    text = "SUMMARY\n\nInvented: it was\nquiet.\n- Three men were held.\n* Two more came - and left."
    sample.incident(33.0, 44.0, claims=[{**sample_claim(), "text": text}])

    assert "SUMMARY · Invented: it was quiet. · Three men were held. · Two more came - and left." in nth(
        open_map(sample.layers()), 0
    )


def test_the_details_say_why_this_place(sample: Any, open_map: Any) -> None:
    sample.incident(33.0, 44.0, reasons="population 1,210,000; same country")
    text = nth(open_map(sample.layers()), 0)

    assert "Why this place population 1,210,000 same country" in text


def test_an_event_of_several_reports_names_them_and_says_the_same_words_once(sample: Any, open_map: Any) -> None:
    for name in ("b", "c"):
        sample.document(name)
    claims = [{**sample_claim(), "document": name} for name in ("a", "b")]
    claims.append({**sample_claim(), "text": "Invented: other words.", "document": "c"})
    sample.incident(33.0, 44.0, claims=claims, reports=3, texts=2, told_by="a; b; c")
    page = open_map(sample.layers())

    assert "told by 3 reports" in page.inner_text(ROW)
    text = nth(page, 0)
    assert "Invented report a Invented report b Invented report c" in text
    assert "Copies of the same words count once: 2 different texts." in text
    assert "The 2 claims" in text
    assert "In Invented report a; Invented report b" in text


# ---------------------------------------------------------------- choosing and sorting


def view(page: Any) -> list[float]:
    script = "(() => { const c = map_dateline.getCenter(); return [c.lat, c.lng, map_dateline.getZoom()]; })()"
    return [round(number, 2) for number in page.evaluate(script)]


@pytest.fixture
def far_apart(sample: Any) -> Any:
    """Return three incidents: two alone, and one only known to an area."""
    sample.incident(33.0, 44.0, when_start="2020-05-09", when_end="2020-05-09", when_precision="day")
    sample.incident(-30.0, -60.0, when_start="2020-05-03", when_end="2020-05-03", when_precision="day", type="arson")
    sample.incident(10.0, 20.0, 5, radius_km=200.0, document="b", type="riot")
    return sample


def test_choosing_in_the_list_goes_there_and_escape_goes_back(far_apart: Any, open_map: Any) -> None:
    page = open_map(far_apart.layers())
    before = view(page)
    page.click(f"{ROW} >> nth=0")
    opened(page)
    lat, lon, zoom = view(page)
    assert zoom == 7
    assert (abs(lat + 30) < 0.5, abs(lon + 60) < 3) == (True, True)  # the legend takes some room
    page.keyboard.press("Escape")
    page.wait_for_selector(".home:not([hidden])")
    assert view(page) == before


def test_choosing_an_area_leaves_the_land_around_it_in_sight(far_apart: Any, open_map: Any) -> None:
    page = open_map(far_apart.layers())
    page.click(f"{ROW} >> nth=2")
    opened(page)
    west, east = page.evaluate("(() => { const b = map_dateline.getBounds(); return [b.getWest(), b.getEast()]; })()")
    assert west < 16
    assert east > 24
    assert east - west < 40


def test_a_reader_who_moves_on_is_not_taken_back(far_apart: Any, open_map: Any) -> None:
    page = open_map(far_apart.layers())
    page.click(f"{ROW} >> nth=0")
    opened(page)
    page.mouse.move(900, 400)
    page.mouse.down()
    page.mouse.move(700, 300, steps=4)
    page.mouse.up()
    after = view(page)
    page.click(".back")
    assert view(page) == after


def test_the_list_is_sorted_by_day_or_by_report(far_apart: Any, open_map: Any) -> None:
    page = open_map(far_apart.layers())
    kinds = "[...document.querySelectorAll('.home .row strong')].map((one) => one.textContent)"
    assert page.evaluate(kinds) == ["Arson", "Raid", "Riot"]
    page.select_option(".sorting select", "report")
    assert page.evaluate(kinds) == ["Raid", "Arson", "Riot"]
    assert page.evaluate("document.activeElement.tagName") == "SELECT"


def test_escape_stops_what_has_not_opened_yet(far_apart: Any, open_map: Any) -> None:
    page = open_map(far_apart.layers())
    before = view(page)
    page.evaluate("""() => { const row = document.querySelector('.home .row'); row.focus(); row.click();
        row.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })); }""")
    page.wait_for_selector("html:not([data-pending])")
    assert page.locator(".over:not([hidden])").count() == 0
    assert view(page) == before
