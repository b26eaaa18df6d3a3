"""Filters, search, time and the address: what a reader can look for, in a real browser without a network."""

from typing import Any

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

ROW = ".home .row"


def said(text: str, **more: Any) -> dict[str, Any]:
    """Return an invented claim."""
    known = {
        "start": 0, "end": len(text), "text": text, "asserted_by": "a ministry", "relayed_by": [], "cue": "said",
        "quoted": False, "modality": "fact", "killed": None, "injured": None, "captured": None,
    }  # fmt: skip
    return known | more


@pytest.fixture
def mixed(sample: Any) -> Any:
    """Return six invented incidents and a route that differ in all that can be filtered."""
    sample.document("a", source="Invented Wire")
    sample.document("b", source="Invented Post")
    day = {"when_precision": "day"}
    sample.incident(33.0, 44.0, killed_low=2, killed_best=3, killed_high=4, when_start="2020-05-03",
                    when_end="2020-05-03", perpetrators="rebels; militia", **day)  # fmt: skip
    sample.incident(34.0, 36.0, 2, country="SY", type="arson", modality="claimed", when_start="2020-05-09",
                    when_end="2020-05-09", claims=[said("Invented: the mill at Kalú burnt down.")], **day)  # fmt: skip
    sample.incident(33.5, 44.5, 3, type="raid", document="b", when_start="2020-05-20", when_end="2020-06-20",
                    when_precision="days", killed_low=9, killed_best=9, killed_high=9)  # fmt: skip
    sample.incident(33.0, 44.0, 6, drawn="country", place="Iraq", type="protest", document="b")
    sample.incident(None, None, type="riot", stage="attempted", victims="rebels")
    sample.incident(33.0, 44.0, type="arson", modality="denied", reports=2, told_by="a; b", told_as="a#i6; b#i9",
                    claims=[said("One.", document="a"), said("Two.", document="b")])  # fmt: skip
    sample.route("Iran", "Iraq")
    return sample


def facet(page: Any, name: str) -> Any:
    """Open a facet, and return its element."""
    if not page.evaluate("document.querySelector('.filters').open"):
        page.click(".filters > summary")
    box = page.locator(f".facet[data-facet={name}]")
    if box.get_attribute("open") is None:
        box.locator("summary").click()
    return box


def values(page: Any, name: str) -> dict[str, int]:
    """Return the values of a facet with their numbers."""
    box = facet(page, name)
    box.locator("li label").first.wait_for()
    number = "Number(one.querySelector('.count').textContent)"
    pairs = box.locator("li label").evaluate_all(
        f"all => all.map((one) => [one.querySelector('bdi').textContent, {number}])"
    )
    return dict(pairs)


def tick(page: Any, name: str, label: str) -> None:
    facet(page, name).locator("li label", has_text=label).first.locator("input").click()


def shown(page: Any) -> list[str]:
    """Return the first words of each line of the list, sorted."""
    lines = page.locator(ROW).evaluate_all("all => all.map((one) => one.querySelector('strong').textContent)")
    return sorted(lines)


def address(page: Any) -> str:
    """Return what stands after the # once the address has followed."""
    page.wait_for_selector("html:not([data-pending])")
    return str(page.evaluate("decodeURIComponent(location.hash.slice(1)).replaceAll('+', ' ')"))


# ---------------------------------------------------------------- filters


def test_each_facet_counts_what_there_is(mixed: Any, open_map: Any) -> None:
    page = open_map(mixed.layers())
    assert values(page, "type") == {"Raid": 2, "Arson": 2, "Protest": 1, "Riot": 1, "Alleged routes": 1}
    assert values(page, "modality") == {
        "Stated as fact": 4, "Claimed by the doer": 1, "Denied": 1, "Alleged of another": 1,
    }  # fmt: skip
    assert values(page, "country") == {"Iraq": 5, "Syria": 1, "Country not known": 1, "Iran": 1}
    assert values(page, "source") == {"Invented Wire": 5, "Invented Post": 3}
    assert values(page, "report") == {"Invented report a": 5, "Invented report b": 3}
    assert values(page, "people") == {"rebels": 2, "militia": 1}
    exact = values(page, "precision")
    assert (exact["Exact place"], exact["Not located"], exact["Alleged routes: direction only"]) == (2, 1, 1)


def test_filters_combine_and_the_numbers_of_the_others_follow(mixed: Any, open_map: Any) -> None:
    page = open_map(mixed.layers())
    tick(page, "type", "Arson")
    tick(page, "type", "Raid")
    assert len(shown(page)) == 4
    assert values(page, "type")["Protest"] == 1  # what picking it would add
    assert values(page, "country") == {"Iraq": 3, "Syria": 1}
    tick(page, "country", "Syria")
    assert shown(page) == ["Arson"]
    assert "Showing 1 of 6 incidents and 0 of 1 route" in page.inner_text(".status")
    assert values(page, "modality") == {"Claimed by the doer": 1}
    drawn = page.evaluate("""() => { let overlay; map_dateline.eachLayer((l) => { if (l._drawn) overlay = l; });
        return [overlay._drawn.marks.length, overlay._drawn.arrows.length]; }""")
    assert drawn == [1, 0]


def test_each_way_to_be_shown_is_counted_and_can_be_seen_alone(mixed: Any, open_map: Any) -> None:
    page = open_map(mixed.layers())
    chips = page.locator(".layers button")
    assert chips.all_inner_texts() == ["On the map 4", "Country only 1", "Not located 1", "Routes 1"]
    chips.nth(3).click()
    assert shown(page) == ["Iran → Iraq"]
    assert "Showing 0 of 6 incidents and 1 of 1 route" in page.inner_text(".status")
    assert address(page).startswith("layer=routes")
    chips.nth(2).click()
    assert shown(page) == ["Attempted: riot", "Iran → Iraq"]
    chips.nth(3).click()
    assert shown(page) == ["Attempted: riot"]
    assert [chip.get_attribute("aria-pressed") for chip in chips.all()] == ["false", "false", "true", "false"]
    chips.nth(2).click()
    assert len(shown(page)) == 7


def test_one_button_and_a_link_bring_all_that_is_listed_into_sight(mixed: Any, open_map: Any, wait_until: Any) -> None:
    mixed.incident(-18.0, 178.0, type="raid", country="FJ", place="Suva")
    page = open_map(mixed.layers())
    zoom = "map_dateline.getZoom()"
    far = page.evaluate(zoom)
    tick(page, "country", "Iraq")
    assert page.evaluate(zoom) == far
    page.click(".fit")
    near = page.evaluate(zoom)
    assert near > far + 1
    page.click("text=Clear all filters")
    page.click(".fit")
    assert page.evaluate(zoom) == far
    page.evaluate("location.hash = 'country=IQ'")
    wait_until(page, f"{zoom} === {near}")


def test_a_map_that_shows_things_in_one_way_only_has_no_buttons_for_it(sample: Any, open_map: Any) -> None:
    sample.incident(33.0, 44.0)
    assert open_map(sample.layers()).locator(".layers").is_hidden()


def test_places_are_found_by_how_sure_they_are(sample: Any, open_map: Any) -> None:
    sample.incident(33.0, 44.0, confidence=0.95)
    sample.incident(34.0, 44.0, confidence=0.7, type="arson", inherited=True)
    sample.incident(35.0, 44.0, confidence=0.69, type="riot")
    sample.incident(None, None, type="protest")
    page = open_map(sample.layers())
    assert values(page, "sure") == {
        "90 % or more": 1, "Less than 90 %": 1, "In doubt: marked with “?”": 1, "Without a place": 1,
        "Taken from another sentence": 1,
    }  # fmt: skip
    tick(page, "sure", "In doubt")
    assert shown(page) == ["Riot"]
    tick(page, "sure", "Taken from")
    assert shown(page) == ["Arson", "Riot"]


def test_the_reports_listed_are_those_of_what_is_shown(mixed: Any, open_map: Any) -> None:
    mixed.document("empty", warnings="left out: “Invented words.”")
    page = open_map(mixed.layers())
    reports = page.locator("section[aria-labelledby=list-reports]")
    assert reports.locator("li").count() == 3
    tick(page, "type", "Protest")
    assert [text.splitlines()[0] for text in reports.locator("li").all_inner_texts()] == ["Invented report b"]
    tick(page, "type", "Riot")
    assert reports.locator("h2").inner_text() == "Reports 2"


def test_one_button_clears_all(mixed: Any, open_map: Any) -> None:
    page = open_map(mixed.layers())
    assert page.locator("text=Clear all filters").is_hidden()
    tick(page, "type", "Riot")
    page.fill("input[data-effect=killed]", "2")
    assert shown(page) == []
    page.click("text=Clear all filters")
    assert len(shown(page)) == 7
    assert page.input_value("input[data-effect=killed]") == ""


def test_numbers_are_filtered_by_their_best_figure(mixed: Any, open_map: Any) -> None:
    page = open_map(mixed.layers())
    page.click(".filters > summary")
    page.fill("input[data-effect=killed]", "4")
    assert shown(page) == ["Raid"]
    page.fill("input[data-effect=killed]", "3")
    assert shown(page) == ["Raid", "Raid"]


def test_an_event_of_several_reports_is_found_by_each_of_them(mixed: Any, open_map: Any) -> None:
    page = open_map(mixed.layers())
    tick(page, "source", "Invented Post")
    assert shown(page) == ["Arson", "Protest", "Raid"]


def test_participants_are_found(mixed: Any, open_map: Any) -> None:
    page = open_map(mixed.layers())
    values(page, "people")
    tick(page, "people", "rebels")
    assert shown(page) == ["Attempted: riot", "Raid"]


def test_a_long_facet_can_be_narrowed(sample: Any, open_map: Any) -> None:
    for n in range(20):
        sample.document(f"d{n}", source=f"Invented Source {n}")
        sample.incident(33.0, 44.0, document=f"d{n}")
    page = open_map(sample.layers())
    box = facet(page, "source")
    expect(box.locator("li")).to_have_count(8)
    box.locator("input[type=search]").fill("source 17")
    expect(box.locator("li")).to_have_count(1)
    assert values(page, "source") == {"Invented Source 17": 1}
    box.locator("input[type=search]").fill("")
    expect(box.locator("li")).to_have_count(8)
    box.locator("text=Show more").click()
    expect(box.locator("li")).to_have_count(20)


# ---------------------------------------------------------------- search


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kalu", ["Arson"]),
        ("MILL burnt", ["Arson"]),
        ('"burnt down"', ["Arson"]),
        ('"down burnt"', []),
        ("militia", ["Raid"]),
        ("rifles", ["Iran → Iraq"]),
        ("syria", ["Arson"]),
        (" ", ["Arson", "Arson", "Attempted: riot", "Iran → Iraq", "Protest", "Raid", "Raid"]),
    ],
)
def test_words_are_found_in_claims_and_names(query: str, found: list[str], mixed: Any, open_map: Any) -> None:
    page = open_map(mixed.layers())
    page.fill(".finding > input[type=search]", query)
    page.wait_for_selector("html:not([data-pending])")
    assert shown(page) == found


# ---------------------------------------------------------------- time


def test_the_undated_have_a_bin_of_their_own(mixed: Any, open_map: Any) -> None:
    page = open_map(mixed.layers())
    undated = page.locator(".time select")
    assert "4 without a day (routes too): shown" in undated.inner_text()
    undated.select_option("left out")
    assert shown(page) == ["Arson", "Raid", "Raid"]
    undated.select_option("alone")
    assert shown(page) == ["Arson", "Attempted: riot", "Iran → Iraq", "Protest"]


def test_days_are_picked_with_the_keyboard(mixed: Any, open_map: Any) -> None:
    page = open_map(mixed.layers())
    page.select_option(".time select", "left out")
    page.focus(".handle.to")
    page.keyboard.press("Home")
    assert page.get_attribute(".handle.to", "aria-valuetext") == "3 May 2020"
    assert shown(page) == ["Raid"]
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    assert shown(page) == ["Arson", "Raid"]
    page.keyboard.press("End")
    page.focus(".handle.from")
    page.keyboard.press("End")
    assert shown(page) == ["Raid"]  # an interval is there on each of its days
    page.click("text=All days")
    assert len(shown(page)) == 3


def test_days_are_picked_with_the_mouse_and_with_a_finger(mixed: Any, open_map: Any) -> None:
    page = open_map(mixed.layers())
    page.select_option(".time select", "left out")
    box = page.locator(".track canvas").bounding_box()
    y = box["y"] + 20
    page.mouse.move(box["x"] + box["width"] / 4, y)
    page.mouse.down()
    page.mouse.move(box["x"] + 3, y, steps=5)
    page.mouse.up()
    assert shown(page) == ["Arson", "Raid"]
    page.mouse.move(box["x"] + 40, y)  # the band itself moves
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"], y, steps=5)
    page.mouse.up()
    assert shown(page) == ["Raid"]
    assert page.evaluate("getComputedStyle(document.querySelector('.track')).touchAction") == "pan-y"


def test_days_are_typed(mixed: Any, open_map: Any) -> None:
    page = open_map(mixed.layers())
    page.fill("input[aria-label=From]", "2020-05-10")
    assert shown(page) == ["Arson", "Attempted: riot", "Iran → Iraq", "Protest", "Raid"]
    assert page.input_value("input[aria-label=Until]") == "2020-06-20"


def test_playing_moves_the_days_and_ends(mixed: Any, open_map: Any) -> None:
    page = open_map(mixed.layers())
    page.click(".play")
    assert page.get_attribute(".play", "aria-pressed") == "true"
    first = page.get_attribute(".handle.to", "aria-valuenow")
    page.wait_for_selector(f".handle.to:not([aria-valuenow='{first}'])")
    page.click(".play")
    assert page.get_attribute(".play", "aria-pressed") == "false"


def test_an_interval_is_drawn_as_long_as_it_may_be(mixed: Any, open_map: Any) -> None:
    page = open_map(mixed.layers())
    bins = page.evaluate("""() => { const start = Int32Array.of(10, 12, 12, 0), end = Int32Array.of(10, 12, 19, 0);
        const bins = new dateline.timebins.Bins({ start, end });
        const found = bins.count(() => true, Uint8Array.of(0, 1, 0, 1), 2);
        return [bins.length, [...found.within], [...found.over], [...found.undated], found.spans,
                dateline.timebins.lanes([0, 1, 2], [0, 1, 3], [2, 3, 4])]; }""")
    assert bins[0] == 10
    assert bins[1][:6] == [1, 0, 0, 0, 0, 1]
    assert bins[2:] == [[0, 0, 1, 1, 1, 1, 1, 1, 1, 1], [0, 1], [2], [[0, 0], [1, 1], [2, 0]]]


@pytest.mark.parametrize(("first", "last", "unit"), [("2020-01-01", "2020-03-01", "day"), ("2020-01-01", "2021-03-01",
    "week"), ("2015-01-01", "2020-03-01", "month"), ("1960-01-01", "2020-03-01", "year"), ("1000-01-01",
    "2020-03-01", "decade"), ("0001-01-01", "9999-12-31", "century")])  # fmt: skip
def test_the_bins_fit_the_time_that_the_reports_span(
    first: str, last: str, unit: str, operation: Any, open_map: Any
) -> None:
    page = open_map(operation.layers())
    found = page.evaluate(
        """([first, last]) => { const days = [first, last].map(dateline.rows.numbered);
        const { unit, length, edges } = new dateline.timebins.Bins({ start: days, end: days });
        return [unit, length, edges[0] <= days[0] && edges[edges.length - 1] > days[1]]; }""",
        [first, last],
    )
    assert found[0] == unit
    assert found[1] < 160
    assert found[2]


# ---------------------------------------------------------------- the address

VIEW = "(() => { const c = map_dateline.getCenter(); return [c.lat, c.lng, map_dateline.getZoom()]; })()"


def test_a_link_reopens_the_same_view(mixed: Any, open_map: Any, browser: Any) -> None:
    page = open_map(mixed.layers())
    tick(page, "type", "Arson")
    tick(page, "type", "Raid")
    tick(page, "country", "Iraq")
    page.fill("input[data-effect=killed]", "1")
    page.select_option(".time select", "left out")
    page.fill("input[aria-label=From]", "2020-05-01")
    page.select_option("select[name=order]", "killed")
    page.click(f"{ROW} >> nth=0")
    page.wait_for_selector(".over figure")
    page.wait_for_selector("html:not([data-pending])")
    link, lines = page.url, page.locator(".home strong").all_text_contents()
    view = page.evaluate(VIEW)

    context = browser.new_context(offline=True, viewport={"width": 1400, "height": 900}, reduced_motion="reduce")
    again = context.new_page()
    complaints: list[str] = []
    again.on("pageerror", lambda error: complaints.append(str(error)))
    again.goto(link)
    again.wait_for_selector("html[data-ready]")
    assert again.locator(".home strong").all_text_contents() == lines
    assert again.get_attribute(".panel", "data-open") == page.get_attribute(".panel", "data-open") == "b#i3"
    assert again.input_value("input[data-effect=killed]") == "1"
    assert again.evaluate(VIEW) == pytest.approx(view, abs=0.01)
    again.evaluate("location.hash = 'type=arson&map=33.3/44.4/7'")  # a view that is read, and written anew
    again.wait_for_selector("html:not([data-pending])")
    assert complaints == []
    context.close()


def test_words_and_participants_come_back_with_a_link(mixed: Any, open_map: Any) -> None:
    page = open_map(mixed.layers())
    page.evaluate("location.hash = 'q=invented&people=rebels&people=nobody'")
    page.wait_for_selector("text=Showing 2 of 6 incidents")
    assert page.input_value(".finding > input[type=search]") == "invented"
    assert "people=rebels" in address(page)
    assert "nobody" not in address(page)


@pytest.mark.parametrize(
    "link",
    [
        "type=%3Cimg%20src=x%20onerror=alert(1)%3E", "type=constructor", "country=__proto__", "sort=constructor",
        "group=__proto__", "sort=%22%5D%3Bx", "killed=-1", "killed=1e9", "killed=99999999999999999999",
        "days=2020-13-45..x", "undated=maybe",
        "at=nothing", "map=91/0/3", "map=1/2", "map=NaN/0/3", "map=1e3/0/3", "map=0/0/99", "%", "%E0%A4%A", "=&=&&",
        "people=hasOwnProperty", "stage=toString&modality=valueOf&precision=10",
    ],
)  # fmt: skip
def test_a_link_that_makes_no_sense_changes_nothing(link: str, mixed: Any, open_map: Any) -> None:
    page = open_map(mixed.layers())
    page.evaluate(
        """(link) => new Promise((done) => { window.addEventListener("hashchange", () => done());
        location.hash = link; })""",
        link,
    )
    page.wait_for_selector("html:not([data-pending])")
    assert len(shown(page)) == 7
    assert page.locator(".over:not([hidden])").count() == 0


# ---------------------------------------------------------------- the list


def test_the_list_is_grouped_and_a_group_fills_when_it_opens(mixed: Any, open_map: Any) -> None:
    page = open_map(mixed.layers())
    page.select_option("select[name=group]", "country")
    groups = page.locator("section[aria-labelledby=list-on-the-map] .group")
    assert [" ".join(text.split()) for text in groups.locator("summary").all_inner_texts()] == ["Iraq 3", "Syria 1"]
    assert groups.nth(0).locator(".row").count() == 0
    groups.nth(0).locator("summary").click()
    groups.nth(0).locator(".row").first.wait_for()  # a browser tells of the opening a moment later
    assert groups.nth(0).locator(".row").count() == 3
    for country_only in page.locator("section[aria-labelledby=list-country-only] .row").all():
        assert "Protest" in country_only.inner_text()


@pytest.mark.parametrize(
    ("order", "first"),
    [
        ("killed", "Raid"),
        ("newest", "Raid"),
        ("place", "Raid"),
        ("type", "Arson"),
        ("report", "Raid"),
        ("date", "Raid"),
    ],
)
def test_the_list_has_an_order_that_is_named(order: str, first: str, mixed: Any, open_map: Any) -> None:
    page = open_map(mixed.layers())
    page.select_option("select[name=order]", order)
    lines = page.locator("section[aria-labelledby=list-on-the-map] .row").all_inner_texts()
    assert lines[0].startswith(first)
    if order == "killed":
        assert ["9 killed" in lines[0], "3 (2–4) killed" in lines[1]] == [True, True]
    if order == "newest":
        assert "20 May – 20 Jun 2020" in lines[0]


def test_the_list_follows_the_map_where_a_reader_asks_for_it(sample: Any, open_map: Any) -> None:
    sample.incident(33.0, 44.0)
    sample.incident(-30.0, -60.0, type="arson")
    sample.incident(33.4, 44.4, 3, type="riot", radius_km=30.0)
    sample.incident(None, None, type="protest")
    sample.route("Iran", "Iraq")
    page = open_map(sample.layers())
    page.evaluate("map_dateline.setView([33, 43.5], 9, { animate: false })")
    page.check("input[name=sight]")
    assert shown(page) == ["Iran → Iraq", "Protest", "Raid", "Riot"]  # what has no place is never out of sight
    page.evaluate("map_dateline.setView([-30, 300], 9, { animate: false })")
    assert shown(page) == ["Arson", "Protest"]
    assert "sight=map" in address(page)
    page.uncheck("input[name=sight]")
    assert len(shown(page)) == 5


def test_nothing_that_fits_says_so_and_the_way_back_leads_to_the_line(mixed: Any, open_map: Any) -> None:
    page = open_map(mixed.layers())
    page.evaluate("location.hash = 'type=riot&country=SY'")
    page.wait_for_selector("text=Nothing here fits all the filters.")
    page.click("text=Clear all filters")
    page.evaluate("location.hash = 'at=b%23i3'")
    page.wait_for_selector(".over figure")
    page.click(".back")
    assert page.evaluate("document.activeElement.dataset.key") == "i4"


# ---------------------------------------------------------------- for every reader


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("size", [{"width": 1400, "height": 900}, {"width": 390, "height": 844}])
def test_axe_finds_nothing_serious_in_any_state(mixed: Any, open_map: Any, axe: str, size: Any, dark: bool) -> None:
    page = open_map(mixed.layers(), size=size, dark=dark)
    page.evaluate(axe)

    def serious() -> list[tuple[str, str]]:
        found = page.evaluate("axe.run({ resultTypes: ['violations'] })")["violations"]
        return [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in {"serious", "critical"}]

    page.evaluate("for (const box of document.querySelectorAll('.filters, .facet')) box.open = true")
    page.locator(".facet[data-facet=people] li label").first.wait_for()
    assert serious() == []
    tick(page, "type", "Arson")
    page.fill("input[aria-label=From]", "2020-05-04")
    page.select_option("select[name=group]", "country")
    assert serious() == []
    page.locator(".group > summary").first.click()
    page.locator(".group .row").first.click()
    page.wait_for_selector(".over figure")
    page.click(".fix > summary")
    page.click("text=Click on the map")
    assert serious() == []
    page.keyboard.press("Escape")
    page.click(".fix button:text('Not an incident')")
    page.wait_for_selector(".over .noted")
    page.click(".back")
    page.click(".play")
    assert serious() == []
    page.fill(".finding > input", "zzz")
    page.wait_for_selector("text=Showing 0 of 6 incidents")
    assert serious() == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
