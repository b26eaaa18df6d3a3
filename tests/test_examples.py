"""The example reports, read and drawn: each stands for something that the map must show as it is."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from geo.model import Incident, Report

EXAMPLES = sorted((Path(__file__).resolve().parents[1] / "examples").glob("*.txt"))


@pytest.fixture(scope="module")
def read_example(gazetteer: Any, language: Any) -> Callable[[str], Report]:
    """Return a function that gives what one of the examples says; they are read once for all tests."""
    from geo import read
    from geo.documents import read_documents
    from geo.model import Document

    documents = [item for item in read_documents(EXAMPLES) if isinstance(item, Document)]
    reports = {report.id: report for report in read(documents, gazetteer, pipeline=language)}
    return reports.__getitem__


def name(report: Report, toponym: int) -> str:
    """Return the words that name a place in a report."""
    return report.toponyms[toponym].surface


def flows(report: Report) -> set[tuple[str, str, str]]:
    """Return each route that has both ends as origin, destination and modality."""
    return {
        (name(report, route.origin.toponym), name(report, route.destination.toponym), route.modality)
        for route in report.routes
        if route.origin and route.destination
    }


def the(report: Report, kind: str) -> Incident:
    """Return the one incident of a type."""
    (found,) = [one for one in report.incidents if one.type == kind]
    return found


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_says_that_it_is_invented(path: Path) -> None:
    assert path.read_text("utf-8").splitlines()[0] == "Invented example: nothing in this report happened."


def test_the_raid_is_near_its_town_on_its_day(read_example: Any) -> None:
    report = read_example("amarah-raid")
    raid = the(report, "raid")
    assert raid.where
    assert (name(report, raid.where.toponym), raid.where.precision) == ("Amarah", 2)
    assert raid.when
    assert raid.when.start == raid.when.end
    assert str(raid.when.start) == "2019-03-12"
    assert raid.killed
    assert raid.captured
    assert (raid.killed.best, raid.captured.best) == (4, 7)


def test_the_airstrike_after_the_raid_is_told_too(read_example: Any) -> None:
    strike = the(read_example("amarah-raid"), "airstrike")
    assert strike.killed
    assert strike.killed.best == 2


def test_the_alleged_routes_run_both_ways(read_example: Any) -> None:
    assert flows(read_example("amarah-raid")) == {("Ahvaz", "Basra", "accused"), ("Amarah", "Iran", "accused")}


def test_routes_over_the_180th_meridian_are_cut_there(read_example: Any, gazetteer: Any) -> None:
    from output.layers import build_layers

    report = read_example("savusavu-seizure")
    assert {flow[:2] for flow in flows(report)} == {("Suva", "Apia"), ("Auckland", "Samoa")}
    for line in build_layers([report], gazetteer).routes.geometry:
        assert line.geom_type == "MultiLineString"
        west, _, east, _ = line.bounds
        assert (west, east) == (-180, 180)


def test_what_is_known_to_the_country_is_drawn_as_the_country(read_example: Any, gazetteer: Any) -> None:
    from output.layers import build_layers

    report = read_example("mali-convoy")
    attack = the(report, "shooting")
    assert attack.where
    assert attack.where.precision == 6
    areas = build_layers([report], gazetteer).areas.set_index("id")
    assert areas.loc[attack.id, "drawn"] == "country"
    assert areas.loc[attack.id, "geometry"].area > 50  # square degrees: the outline, not a circle


def test_what_nobody_places_is_listed_and_not_drawn(read_example: Any, gazetteer: Any) -> None:
    from output.layers import build_layers

    report = read_example("mali-convoy")
    abduction = the(report, "abduction")
    assert abduction.where is None
    incidents = build_layers([report], gazetteer).incidents.set_index("id")
    assert incidents.loc[abduction.id, "drawn"] == "unlocated"
    assert incidents.loc[abduction.id, "geometry"] is None
