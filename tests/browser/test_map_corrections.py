"""What a reader sets right on the map is saved as a file, and a second run of the command applies it."""

import json
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gazetteer.place import Place
from geo.model import (
    Alternative,
    Claim,
    Correction,
    Count,
    Incident,
    Report,
    Route,
    RouteEnd,
    Span,
    Toponym,
    When,
    Where,
)
from geo.records import report_to_json
from output.cli import run
from output.layers import build_layers

pytestmark = pytest.mark.browser

ROW = ".home .row"
KIRKUK = Place("geonames:98160", "Kirkuk", "populated_place", 35.468, 44.392, 15.0, "IQ", "Kirkuk", 975000)
BASRA = Place("geonames:99532", "Basra", "populated_place", 30.509, 47.783, 20.0, "IQ", "Basra", 2600000)
ERBIL = Place("geonames:95446", "Erbil", "populated_place", 36.19, 44.009, 15.0, "IQ", "Erbil", 930000)
TEXT = "Invented: gunmen killed four farmers in Kirkuk on Monday. Rebels burned a mill in Basra on Tuesday."
TWO = "Invented: raiders took two drivers near Erbil. Others burned a mill in Kirkuk."
OTHER = "Invented: the farmers were shot dead in Erbil on Monday, officials said."


def report(name: str, text: str, *incidents: tuple[str, Any]) -> Report:
    """Return an invented report of incidents: a type, a place and a sentence of the text each."""
    toponyms, told, at = [], [], 0
    for number, (kind, place) in enumerate(incidents):
        start, end = text.index(place.name), text.index(".", at) + 1
        other = Alternative(Place("geonames:266826", "Tripoli", "populated_place", 34.43, 35.84, 9.0, "LB"), 0.1)
        toponyms.append(Toponym(start, start + len(place.name), place.name, "literal", place, 0.8, (other,)))
        claim = Claim(at, end, text[at:end], "a ministry", (), "said", quoted=False, modality="fact")
        where = Where(number, place.lat, place.lon, 1, place.radius_km, inherited=False)
        when = When(date(2031, 5, 5 + number), date(2031, 5, 5 + number), "day", "on Monday")
        told.append(
            Incident(f"{name}#i{number + 1}", None, kind, "accomplished", "fact", Span(at, at + 8, "Invented"), when,
                     where, (), (), Count(4, 4, 4), None, None, (claim,))
        )  # fmt: skip
        at = end + 1
    return Report(name, None, "Invented Wire", date(2031, 5, 7), "en", text, tuple(toponyms), tuple(told), (), ())


@pytest.fixture
def reports() -> list[Report]:
    """Return four invented reports; the third is a copy of the first, the last has two claims and a route."""
    two = (("shooting", KIRKUK), ("arson", BASRA))
    return [report("a", TEXT, *two), report("b", OTHER, ("shooting", ERBIL)), report("c", TEXT, *two), mixed("d")]


def mixed(name: str) -> Report:
    """Return an invented report whose one incident is two, and a route between its towns."""
    told = report(name, TWO, ("abduction", ERBIL), ("abduction", KIRKUK))
    first, second = told.incidents
    start, end = (RouteEnd(n, p.lat, p.lon, 1, inferred=False) for n, p in enumerate((ERBIL, KIRKUK)))
    route = Route(f"{name}#r1", "accused", (), start, end, (), None, None, None, habitual=True, claims=second.claims)
    return replace(told, incidents=(replace(first, claims=first.claims + second.claims),), routes=(route,))


@pytest.fixture
def page(reports: list[Report], gazetteer: Any, open_map: Any) -> Any:
    return open_map(build_layers(reports, gazetteer))


@pytest.fixture
def again(reports: list[Report], tmp_path: Path) -> Any:
    """Return a function that draws the reports again with a file of corrections, and gives the incidents by id."""

    def drawn(file: Path) -> dict[str, Any]:
        records = tmp_path / "reports.jsonl"
        records.write_bytes(b"\n".join(map(report_to_json, reports)))
        out = ["-o", str(tmp_path / "again.html"), "--layers", str(tmp_path / "layers"), "--force", "-q"]
        assert run(["map", str(records), "--corrections", str(file), *out]) == 0
        found = {}
        for layer in ("incidents", "areas"):
            text = (tmp_path / "layers" / f"{layer}.geojson").read_text(encoding="utf-8")
            found |= {one["id"]: one["properties"] for one in json.loads(text)["features"]}
        return found

    return drawn


def choose(page: Any, identifier: str) -> None:
    """Open the details of an incident or a route, and the part that sets right."""
    if page.locator(".over:not([hidden])").count():
        page.click(".back")
    page.evaluate(
        """async (id) => { const data = await dateline.data.open();
        const { kind, index } = [...data.incidents, ...data.routes].find((one) => one.id === id);
        document.querySelector(`.row[data-key="${kind[0]}${index}"]`).click(); }""",
        identifier,
    )
    page.wait_for_selector(f".panel[data-open='{identifier}'] .fix")
    if page.locator(".fix").get_attribute("open") is None:
        page.click(".fix > summary")


def saved(page: Any, tmp_path: Path) -> Path:
    """Save the corrections, and return the file."""
    page.click(".back")
    with page.expect_download() as waiting:
        page.click(".corrections .save")
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)
    return file


def ends(folder: Path) -> list[tuple[str, str | None]]:
    """Return origin and destination of the routes that were drawn again."""
    text = (folder / "layers" / "routes.geojson").read_text(encoding="utf-8")
    return [(one["properties"]["origin"], one["properties"]["destination"]) for one in json.loads(text)["features"]]


def place(incident: dict[str, Any]) -> tuple[float, float]:
    return incident["lat"], incident["lon"]


def test_an_alternative_is_pinned_for_the_reports(page: Any, again: Any, tmp_path: Path) -> None:
    choose(page, "b#i1")
    page.locator(".fix .choice", has_text="It was ").first.click()
    file = saved(page, tmp_path)
    (table,) = tomllib.loads(file.read_text(encoding="utf-8"))["place"]

    assert table == {"name": "Erbil", "at": "geonames:266826", "document": "b"}
    assert again(file)["b#i1"]["country"] == "LB"


def test_a_click_on_the_map_places_the_incident_alone(page: Any, again: Any, tmp_path: Path) -> None:
    choose(page, "a#i1")
    page.click("text=for this incident alone")
    page.click("text=Click on the map")
    assert page.locator(".asking").is_visible()
    page.evaluate("() => map_dateline.once('click', (event) => { window.clicked = event.latlng; })")
    page.mouse.click(700, 300)
    lat, lon = page.evaluate("() => [window.clicked.lat, window.clicked.lng]")
    assert page.locator(".asking").is_hidden()
    found = again(saved(page, tmp_path))

    assert place(found["a#i1"]) == pytest.approx((lat, lon), abs=0.001)
    assert place(found["a#i2"]) == pytest.approx((30.5, 47.8), abs=0.2)


def test_a_point_can_be_typed_and_one_that_is_none_is_refused(page: Any, again: Any, tmp_path: Path) -> None:
    choose(page, "a#i2")
    page.click("text=for this incident alone")
    page.fill(".typed input", "99, 400")
    page.click("text=It was there")
    assert page.get_attribute(".typed input", "aria-invalid") == "true"
    page.fill(".typed input", "12.5, -70.25")
    page.click("text=It was there")
    page.wait_for_selector(".over .noted")

    assert place(again(saved(page, tmp_path))["a#i2"]) == (12.5, -70.25)


def test_what_is_no_incident_goes_from_all_its_reports(page: Any, again: Any, tmp_path: Path) -> None:
    choose(page, "a#i2")
    page.click("text=Not an incident")
    file = saved(page, tmp_path)

    assert [one["id"] for one in tomllib.loads(file.read_text())["not_an_incident"]] == ["a#i2", "c#i2"]
    assert set(again(file)) == {"a#i1", "b#i1", "d#i1"}


def test_two_incidents_are_said_to_be_one(page: Any, again: Any, tmp_path: Path) -> None:
    choose(page, "a#i1")
    page.click("text=Same event as")
    assert "Choose the other incident" in page.inner_text(".asking")
    page.locator(ROW, has_text="Shooting").filter(has_text="Erbil").click()
    page.wait_for_selector(".over .noted")
    found = again(saved(page, tmp_path))

    assert set(found) == {"a#i1", "a#i2", "d#i1"}
    assert found["a#i1"]["told_by"] == "a; b; c"


def test_tellings_of_another_event_come_apart(page: Any, again: Any, tmp_path: Path) -> None:
    choose(page, "a#i1")
    page.locator(".fix label", has_text="c#i1").locator("input").check()
    page.click(".fix >> text=Split")

    assert set(again(saved(page, tmp_path))) == {"a#i1", "a#i2", "b#i1", "c#i1", "d#i1"}


def test_claims_of_another_event_come_apart(page: Any, again: Any, tmp_path: Path) -> None:
    choose(page, "d#i1")
    page.locator(".fix label", has_text="2. Others burned a mill").locator("input").check()
    page.click(".fix >> text=Split")
    file = saved(page, tmp_path)
    found = again(file)

    assert tomllib.loads(file.read_text(encoding="utf-8"))["split"] == [{"id": "d#i1", "claims": [2]}]
    assert [json.loads(found[name]["claims_json"])[0]["text"] for name in ("d#i1", "d#i1.2")] == [TWO[:46], TWO[47:]]
    assert found["d#i1.2"]["place"] == "Erbil"


def test_a_route_is_none_or_led_the_other_way(page: Any, again: Any, tmp_path: Path) -> None:
    choose(page, "d#r1")
    page.click("text=It led the other way")
    page.wait_for_selector(".over .noted")
    turned = saved(page, tmp_path)
    again(turned)
    assert ends(tmp_path) == [("Kirkuk", "Erbil")]

    choose(page, "d#r1")
    page.click("text=Not a route")
    page.wait_for_selector(".over .noted:nth-of-type(2)")
    again(saved(page, tmp_path))
    assert ends(tmp_path) == []


# ---------------------------------------------------------------- day, numbers, doer; ends of a route


def test_the_day_the_numbers_and_the_doer_are_set_right_in_each_report(page: Any, again: Any, tmp_path: Path) -> None:
    choose(page, "a#i1")
    for label, before, after in (
        ("Day", "2031-05-05", "2031-05-01 to 2031-05-03"), ("Killed", "4", "5, 7, 9"), ("Injured", "", "0"),
        ("By", "", "Green Front; an invented brigade"), ("Note", "", "the ministry's list"),
    ):  # fmt: skip
        field = page.get_by_label(label, exact=True)
        assert field.input_value() == before
        field.fill(after)
    page.click("text=Set it right")
    page.wait_for_selector(".over .noted:nth-of-type(4)")
    file = saved(page, tmp_path)
    tables = tomllib.loads(file.read_text(encoding="utf-8"))["incident"]
    found = again(file)

    assert len(tables) == 8
    assert {(one["id"], one["note"]) for one in tables} == {(n, "the ministry's list") for n in ("a#i1", "c#i1")}
    assert set(found) == {"a#i1", "a#i2", "b#i1", "d#i1"}
    one = found["a#i1"]
    assert (one["told_by"], one["when_start"], one["when_end"]) == ("a; c", "2031-05-01", "2031-05-03")
    assert [one[f"killed_{bound}"] for bound in ("low", "best", "high")] == [5, 7, 9]
    assert (one["injured_best"], one["perpetrators"]) == (0, "Green Front; an invented brigade")
    assert one["corrected"] == "killed; injured; perpetrators; day"
    assert (found["a#i2"]["killed_best"], found["a#i2"]["corrected"]) == (4, None)


def test_what_is_emptied_is_not_known_and_what_cannot_be_is_refused(page: Any, again: Any, tmp_path: Path) -> None:
    choose(page, "a#i2")
    page.get_by_label("Day", exact=True).fill("31 May")
    page.get_by_label("Killed", exact=True).fill("")
    page.click("text=Set it right")
    assert page.get_by_label("Day", exact=True).get_attribute("aria-invalid") == "true"
    assert page.get_by_label("Killed", exact=True).get_attribute("aria-invalid") == "false"
    assert page.locator(".over .noted").count() == 0
    page.get_by_label("Day", exact=True).fill("")
    page.get_by_label("Day", exact=True).press("Enter")
    page.wait_for_selector(".over .noted:nth-of-type(2)")
    found = again(saved(page, tmp_path))["a#i2"]

    assert (found["killed_best"], found["when_start"], found["when_end"]) == (None, None, "2031-05-07")


def test_whoever_holds_people_is_a_captor(page: Any, again: Any, tmp_path: Path) -> None:
    choose(page, "d#i1")
    page.get_by_label("By", exact=True).fill("Invented Front")
    page.click("text=Set it right")
    page.wait_for_selector(".over .noted")

    assert again(saved(page, tmp_path))["d#i1"]["captors"] == "Invented Front"


def test_an_end_of_a_route_is_set_right(page: Any, again: Any, tmp_path: Path) -> None:
    choose(page, "d#r1")
    page.get_by_label("Note", exact=True).fill("an annex")
    page.fill(".typed input", "33.5, 44.25")
    page.click("text=It was there")
    page.wait_for_selector(".over .noted")
    page.click("text=where it went")
    page.click("text=It is not known")
    page.wait_for_selector(".over .noted:nth-of-type(2)")
    file = saved(page, tmp_path)
    again(file)

    assert tomllib.loads(file.read_text(encoding="utf-8"))["route"] == [
        {"id": "d#r1", "origin": [33.5, 44.25], "note": "an annex"}, {"id": "d#r1", "destination": "unknown"},
    ]  # fmt: skip
    assert ends(tmp_path) == [("33.5, 44.25", None)]


def test_the_map_says_what_was_set_right(reports: list[Report], gazetteer: Any, open_map: Any) -> None:
    marks = (Correction("killed", "40", 3, "the list"), Correction("type", "raid", 9, None),
             Correction("injured", "2", 3, None))  # fmt: skip
    other = reports[1]
    other = replace(other, incidents=(replace(other.incidents[0], corrected=marks),))
    page = open_map(build_layers([other], gazetteer))
    choose(page, "b#i1")
    told = page.inner_text(".over dl")

    assert page.locator(".over .chip", has_text="set right by a reader").count() == 1
    assert "Read as 40; set right by line 3 of the corrections: the list" in told
    assert "Read as raid; set right by line 9 of the corrections." in told
    assert "not known\nRead as 2; set right" in told


TYPED = [
    ("dayOf", "", "unknown"), ("dayOf", "2031", "2031"), ("dayOf", "2031-02", "2031-02"),
    ("dayOf", "2031-02-29", None), ("dayOf", "2032-02-29", "2032-02-29"), ("dayOf", "2031-13", None),
    ("dayOf", "5/7/2031", None), ("dayOf", "2031-05-07 to 2031-05-05", None),
    ("dayOf", "2031-05-05 – 2031-05-07", ["2031-05-05", "2031-05-07"]), ("dayOf", "a to b to c", None),
    ("countOf", "", "unknown"), ("countOf", " 12 ", 12), ("countOf", "1, 2, 3", [1, 2, 3]),
    ("countOf", "1, 2", None), ("countOf", "3, 2, 4", None), ("countOf", "-1", None), ("countOf", "1.5", None),
    ("countOf", "99999999999999999999", None), ("countOf", "dozens", None),
    ("peopleOf", "", []), ("peopleOf", " a ; b;; a", ["a", "b"]),
]  # fmt: skip


def test_what_is_typed_is_read_as_the_command_reads_it(operation: Any, open_map: Any) -> None:
    page = open_map(operation.layers())
    read = page.evaluate("(all) => all.map(([kind, typed]) => dateline.amending[kind](typed))", TYPED)
    assert list(zip(TYPED, read, strict=True)) == [(one, one[2]) for one in TYPED]


def test_corrections_are_listed_and_can_be_undone(page: Any) -> None:
    choose(page, "a#i2")
    page.click("text=Not an incident")
    page.wait_for_selector(".over .noted")
    page.click(".back")
    assert "not an incident" in page.inner_text(".corrections")
    page.click(".corrections >> text=Undo")
    assert page.locator(".corrections").is_hidden()


def test_escape_takes_back_what_the_page_asks_for(page: Any) -> None:
    choose(page, "a#i2")
    page.click("text=Click on the map")
    page.keyboard.press("Escape")
    assert page.locator(".asking").is_hidden()
    assert page.locator(".over").is_visible()


@pytest.mark.parametrize(
    "bad", ['"]\n[[bar]]\nname = "x', "\\", '"""', "'''", "\u202e\x00\x1f\x7f\u2028", "#", "é\U0001f600", "\n\r\t"]
)
def test_no_words_of_a_report_can_end_the_string_they_stand_in(bad: str, operation: Any, open_map: Any) -> None:
    page = open_map(operation.layers())
    text = page.evaluate(
        """(bad) => { const { Corrections, renamed, struck, apart, value } = dateline.corrections;
        const made = new Corrections(), row = { id: bad, type: 'raid', document: { id: bad } };
        made.add(renamed(row, [bad], bad, { id: bad, name: bad }));
        made.add(struck(row, [bad]), apart(row, ['a', 'b', bad], [bad]));
        made.add(value(row, [bad], 'victims', [bad], bad));
        return made.toml(); }""",
        bad,
    )
    tables = tomllib.loads(text)
    assert tables["place"] == [{"name": bad, "at": bad, "document": bad}]
    assert tables["not_an_incident"] == [{"id": bad}]
    assert tables["incident"] == [{"id": bad, "victims": [bad], "note": bad}]
    assert tables["apart"] == [{"ids": ["a", bad]}, {"ids": ["b", bad]}]
    assert tables["same_event"] == [{"ids": ["a", "b"]}]
    assert len(tables) == 5
