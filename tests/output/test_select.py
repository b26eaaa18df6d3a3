from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pyproj import Geod

from output.command.select import Choice, _kilometres_to, notes_on, selected
from output.layers import build_layers

GEOD = Geod(ellps="WGS84")


def select(reports, choice):
    """Return what is chosen of reports, and the notes on the rest."""
    tally = Counter()
    return list(selected(reports, choice, tally)), notes_on(tally)


def ids(maker, **choice):
    (report,), notes = select([maker.report()], Choice(**choice))
    return [*(i.id[4:] for i in report.incidents), *(r.id[4:] for r in report.routes)], notes


def test_no_choice_keeps_all_and_says_nothing(maker):
    maker.incident("Baghdad")
    maker.incident(None)
    maker.route("Iran", None)

    assert select([maker.report()], Choice()) == ([maker.report()], [])


@pytest.mark.parametrize(
    ("since", "until", "kept"),
    [
        ("2007-08-07", None, ["i2", "i3", "i4"]),
        ("2007-08-08", None, ["i2", "i3", "i4"]),
        ("2007-08-09", None, ["i2", "i3", "i4"]),
        ("2007-08-10", None, ["i3"]),  # the report came out on the 9th
        (None, "2007-08-06", ["i1", "i4"]),
        (None, "2007-08-07", ["i1", "i2", "i4"]),
        ("2007-08-07", "2007-08-09", ["i2", "i4"]),
        ("2007-08-01", "2007-08-31", ["i1", "i2", "i3", "i4"]),
    ],
)
def test_days_are_kept_if_any_of_them_fits_and_the_undated_stay(maker, since, until, kept):
    maker.incident(when=maker.on("2007-08-05", "2007-08-06"))
    maker.incident(when=maker.on("2007-08-07", "2007-08-09"))
    maker.incident(when=maker.on("2007-08-10"))
    maker.incident(when=None)
    days = {name: date.fromisoformat(day) for name, day in (("since", since), ("until", until)) if day}
    found, notes = ids(maker, **days)

    assert found == kept
    assert ("kept though the day is not known: 1 incident" in notes) == ("i4" in kept)
    assert ("left out by the filters" in " ".join(notes)) == (len(kept) < 4)


def test_what_is_threatened_can_come_after_its_report_and_an_open_day_is_over_with_it(maker):
    maker.incident(when=None, stage="threatened")
    maker.incident(when=replace(maker.on("2007-08-01"), end=None))
    maker.incident(when=replace(maker.on("2007-08-09"), start=None, precision="unknown"))
    maker.route("Iran", "Iraq")

    assert ids(maker, since=date(2007, 8, 9)) == (
        ["i1", "i2", "i3", "r1"],
        ["kept though the day is not known: 2 incidents, 1 route"],
    )
    assert ids(maker, since=date(2007, 8, 10))[0] == ["i1"]


def test_what_has_no_day_can_be_left_out(maker):
    maker.incident(when=maker.on("2007-08-05"))
    maker.incident(when=None)
    maker.incident(when=replace(maker.on("2007-08-09"), start=None, precision="unknown"))
    maker.route("Iran", "Iraq")

    assert ids(maker, dated_only=True) == (["i1"], ["left out by the filters: 2 incidents, 1 route"])
    assert ids(maker, dated_only=True, since=date(2007, 8, 6))[0] == []


def test_routes_can_be_chosen_alone_or_with_some_types(maker):
    maker.incident(type="raid")
    maker.incident(type="airstrike")
    maker.route("Iran", "Iraq")

    assert ids(maker, types=frozenset({"route"}))[0] == ["r1"]
    assert ids(maker, types=frozenset({"route", "raid"}))[0] == ["i1", "r1"]


def test_types_choose_incidents_and_leave_routes_out(maker):
    maker.incident(type="raid")
    maker.incident(type="airstrike")
    maker.incident(type="riot")
    maker.route("Iran", "Iraq")

    assert ids(maker, types=frozenset({"raid", "riot"})) == (
        ["i1", "i3"],
        ["left out by the filters: 1 incident, 1 route"],
    )


def test_countries_choose_what_is_known_to_lie_in_them_and_what_may(maker):
    maker.incident("Baghdad")
    maker.incident("Fiji", 6)
    maker.incident(None)
    maker.route("Iran", "Iraq")
    maker.route("Iran", "Fiji")
    maker.route("Fiji", None)

    assert ids(maker, countries=frozenset({"IQ"})) == (
        ["i1", "i3", "r1", "r3"],
        ["left out by the filters: 1 incident, 1 route", "kept though the country is not known: 1 incident, 1 route"],
    )


@pytest.mark.parametrize(
    ("box", "kept"),
    [
        ((44.0, 33.0, 45.0, 34.0), ["i1", "i2", "i4", "i5"]),
        ((44.41, 33.0, 45.0, 34.0), ["i2", "i4", "i5"]),
        ((44.0, 33.0, 44.43, 34.0), ["i1", "i2", "i4", "i5"]),
        ((44.0, 33.0, 44.42, 34.0), ["i1", "i4", "i5"]),
        ((179.0, -18.0, -179.0, -16.0), ["i3", "i5"]),
        ((-179.9, -18.0, -179.0, -16.0), ["i3", "i5"]),
        ((-179.0, -18.0, -178.0, -16.0), []),  # nor does the report name a place there
    ],
)
def test_a_box_keeps_what_lies_in_it_or_may_across_180_too(maker, box, kept):
    maker.incident("Baghdad", 1)
    maker.incident("Sadr City", 2)  # within 3 km of 44.4583 E
    maker.incident("Taveuni", 5)  # within 25 km of 179.97 E
    maker.incident("Iraq", 6)
    maker.incident(None)

    assert ids(maker, box=box)[0] == kept


def test_what_has_no_place_is_left_out_of_what_its_report_has_nothing_to_do_with(maker):
    maker.incident(None)
    maker.route(None, "Fiji")

    assert ids(maker, countries=frozenset({"SD"})) == (
        [],
        [
            "left out without a known country, their reports naming no place that fits: 1 incident, 1 route",
        ],
    )
    assert ids(maker, countries=frozenset({"IR"})) == (
        ["i1", "r1"],
        ["kept though the country is not known: 1 incident, 1 route"],
    )


def test_a_name_that_is_no_place_keeps_nothing(maker):
    maker.incident(None)
    report = maker.report()
    spoken_for = replace(report, toponyms=tuple(replace(t, role="metonym") for t in report.toponyms))

    assert select([spoken_for], Choice(countries=frozenset({"IR"})))[0][0].incidents == ()


def test_a_box_keeps_a_route_that_has_an_end_in_it(maker):
    maker.route("Baghdad", "Taveuni")
    maker.route("Fiji", "Taveuni")

    assert ids(maker, box=(44.0, 33.0, 45.0, 34.0))[0] == ["r1"]


@example(0.0078125, 0.0, (0.0, 0.0, 0.0, 1.0))
@given(
    st.floats(-89, 89), st.floats(-180, 180),
    st.tuples(st.floats(-180, 180), st.floats(-80, 0), st.floats(-180, 180), st.floats(0, 80)),
)  # fmt: skip
def test_the_way_to_a_box_is_nought_within_and_never_above_the_way_to_its_corners(lat, lon, box):
    west, south, east, north = box
    away = _kilometres_to(box, lat, lon)
    inside = south <= lat <= north and (west <= lon <= east if west <= east else lon >= west or lon <= east)
    corners = [GEOD.inv(lon, lat, x, y)[2] / 1000 for x in (west, east) for y in (south, north)]

    assert away >= 0
    assert not inside or away == 0
    assert away <= min(corners) * 1.01 + 0.001


def test_a_doubtful_place_is_taken_from_its_name_and_what_stood_on_it_shows_that(maker, gazetteer):
    maker.confidences = {"Sadr City": 0.3, "Iran": 0.5}
    maker.incident("Sadr City", 2)
    maker.incident("Baghdad", 1)
    maker.route("Iran", "Iraq")
    (report,), notes = select([maker.report()], Choice(min_confidence=0.6))
    layers = build_layers([report], gazetteer)

    assert layers.incidents["drawn"].tolist() == ["unlocated", "point"]
    assert layers.incidents[["unplaced", "named", "confidence"]].iloc[0].tolist() == ["doubtful", "Sadr City", 0.3]
    assert layers.routes[["origin", "destination"]].iloc[0].tolist() == ["Iran", "Iraq"]
    assert layers.routes["origin_lat"].isna().all()
    assert layers.routes.geometry[0] is None
    assert not {"Sadr City", "Iran"} & {*layers.places["name"]}
    assert notes == ["not placed, being less sure than 0.6: 2 place names"]


def test_a_doubtful_place_passes_a_filter_only_as_one_that_is_not_known(maker):
    maker.confidences = {"Fiji": 0.3, "Taveuni": 0.3}
    maker.incident("Fiji", 6)

    assert ids(maker, countries=frozenset({"FJ"}), min_confidence=0.6)[0] == []
    assert ids(maker, countries=frozenset({"IQ"}), min_confidence=0.6)[0] == ["i1"]


def test_a_place_just_sure_enough_stays(maker):
    maker.incident("Baghdad", 1)

    assert select([maker.report()], Choice(min_confidence=0.9))[0] == [maker.report()]


def test_a_part_whose_whole_is_left_out_stands_alone_so_that_it_is_counted(maker):
    whole = maker.incident("Sadr City", type="raid")
    maker.incident("Sadr City", type="airstrike", part_of=whole.id)
    (report,), _ = select([maker.report()], Choice(types=frozenset({"airstrike"})))

    assert [(incident.id, incident.part_of) for incident in report.incidents] == [("day#i2", None)]


def test_a_report_of_which_nothing_is_left_is_still_a_report(maker):
    maker.incident("Baghdad", type="raid")
    (report,), _ = select([maker.report()], Choice(types=frozenset({"riot"})))

    assert (report.id, report.incidents) == ("day", ())
