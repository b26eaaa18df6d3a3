"""What a reader sets right on the map is saved as a file, and a second run of the command applies it."""

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gazetteer.place import Place
from geo.corrections import read_corrections
from geo.model import Alternative, Claim, Count, Incident, Report, Span, Toponym, When, Where
from geo.records import report_to_json
from output.cli import run
from output.layers import build_layers

pytestmark = pytest.mark.browser

ROW = ".home .row"
KIRKUK = Place("geonames:98160", "Kirkuk", "populated_place", 35.468, 44.392, 15.0, "IQ", "Kirkuk", 975000)
BASRA = Place("geonames:99532", "Basra", "populated_place", 30.509, 47.783, 20.0, "IQ", "Basra", 2600000)
ERBIL = Place("geonames:95446", "Erbil", "populated_place", 36.19, 44.009, 15.0, "IQ", "Erbil", 930000)
TEXT = "Invented: gunmen killed four farmers in Kirkuk on Monday. Rebels burned a mill in Basra on Tuesday."
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
    """Return three invented reports; the last is a copy of the first."""
    two = (("shooting", KIRKUK), ("arson", BASRA))
    return [report("a", TEXT, *two), report("b", OTHER, ("shooting", ERBIL)), report("c", TEXT, *two)]


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
    """Open the details of an incident, and the part that sets right."""
    if page.locator(".over:not([hidden])").count():
        page.click(".back")
    page.evaluate(
        """async (id) => { const data = await dateline.data.open();
        document.querySelector(`.row[data-key="i${data.incidents.find((one) => one.id === id).index}"]`).click(); }""",
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
    page.mouse.click(700, 300)
    lat, lon = page.evaluate(
        """() => { const box = map_dateline.getContainer().getBoundingClientRect();
        const p = map_dateline.containerPointToLatLng([700 - box.x, 300 - box.y]); return [p.lat, p.lng]; }"""
    )
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
    assert set(again(file)) == {"a#i1", "b#i1"}


def test_two_incidents_are_said_to_be_one(page: Any, again: Any, tmp_path: Path) -> None:
    choose(page, "a#i1")
    page.click("text=Same event as")
    assert "Choose the other incident" in page.inner_text(".asking")
    page.locator(ROW, has_text="Erbil").click()
    page.wait_for_selector(".over .noted")
    found = again(saved(page, tmp_path))

    assert set(found) == {"a#i1", "a#i2"}
    assert found["a#i1"]["told_by"] == "a; b; c"


def test_tellings_of_another_event_come_apart(page: Any, again: Any, tmp_path: Path) -> None:
    choose(page, "a#i1")
    page.locator(".fix label", has_text="c#i1").locator("input").check()
    page.click(".fix >> text=Split")

    assert set(again(saved(page, tmp_path))) == {"a#i1", "a#i2", "b#i1", "c#i1"}


def test_claims_of_another_event_come_apart(sample: Any, open_map: Any, tmp_path: Path, gazetteer: Any) -> None:
    claims = [{"text": f"Invented {n}.", "start": 0, "end": 1, "modality": "fact"} for n in range(3)]
    sample.incident(33.0, 44.0, claims=claims)
    page = open_map(sample.layers())
    choose(page, "a#i1")
    page.locator(".fix label", has_text="2. Invented 1.").locator("input").check()
    page.click(".fix >> text=Split")

    assert read_corrections(saved(page, tmp_path), gazetteer).split == {"a#i1": (((2,), 4 + 1),)}


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
        """(bad) => { const { Corrections, renamed, struck, apart } = dateline.corrections;
        const made = new Corrections(), row = { id: bad, type: 'raid', document: { id: bad } };
        made.add(renamed(row, [bad], bad, { id: bad, name: bad }));
        made.add(struck(row, [bad]), apart(row, ['a', 'b', bad], [bad]));
        return made.toml(); }""",
        bad,
    )
    tables = tomllib.loads(text)
    assert tables["place"] == [{"name": bad, "at": bad, "document": bad}]
    assert tables["not_an_incident"] == [{"id": bad}]
    assert tables["apart"] == [{"ids": ["a", bad]}, {"ids": ["b", bad]}]
    assert tables["same_event"] == [{"ids": ["a", "b"]}]
    assert len(tables) == 4
