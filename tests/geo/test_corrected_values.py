"""The values that a reader sets right: days, numbers, people, types, the ends of routes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.corrections import Corrections, applied, corrected, corrected_incidents, read_corrections
from geo.errors import CorrectionError
from geo.merge.across.events import events, flows
from geo.merge.across.grouping import grouped
from geo.model import (
    Claim,
    Correction,
    Count,
    Incident,
    IncidentType,
    Modality,
    Participant,
    Report,
    Route,
    RouteEnd,
    Span,
    Stage,
    Toponym,
    When,
    Where,
)
from geo.records import report_from_json, report_to_json

TEXT = "Invented: gunmen killed four farmers in Kirkuk on Monday. Two died at a mill. Rifles went from Kirkuk to Basra."
MONDAY = When(date(2031, 5, 5), date(2031, 5, 5), "day", "on Monday")
Said = Callable[[str], Corrections]


@pytest.fixture(scope="module")
def said(tmp_path_factory: Any, gazetteer: Any) -> Said:
    """Return a function that reads a file of the words given."""
    file = tmp_path_factory.mktemp("said") / "corrections.toml"

    def read(words: str) -> Corrections:
        file.write_text(words, encoding="utf-8")
        return read_corrections(file, gazetteer)

    return read


@pytest.fixture(scope="module")
def report(gazetteer: Any) -> Report:
    """Return an invented report of an operation with two phases, of another incident, and of a route."""
    places = [gazetteer.get("geonames:98182"), gazetteer.get("geonames:99532")]
    toponyms = tuple(Toponym(40, 46, "Kirkuk", "literal", place, 0.9) for place in places)
    ends = tuple(RouteEnd(n, place.lat, place.lon, 1, inferred=True) for n, place in enumerate(places))
    route = Route("a#r1", "accused", (), ends[0], ends[1], (), None, None, None, habitual=False, claims=(telling(),))
    told = (
        incident(1, Count(4, 4, 4)), incident(2, Count(1, 1, 1), part_of="a#i1"),
        incident(3, Count(3, 3, 3), part_of="a#i1"), incident(4, None, when=replace(MONDAY, text="the same day")),
    )  # fmt: skip
    return Report("a", None, "Wire", date(2031, 5, 7), "en", TEXT, toponyms, told, (route,), ())


def telling(killed: Count | None = None) -> Claim:
    return Claim(0, 57, TEXT[:57], "police", (), "said", quoted=False, modality="fact", killed=killed)


def incident(number: int, killed: Count | None, **more: Any) -> Incident:
    doer = Participant("perpetrator", "group", "gunmen", 10, 16)
    where = Where(0, 33.3, 44.4, 1, 15.0, inherited=False)
    told = Incident(f"a#i{number}", None, "shooting", "accomplished", "fact", Span(17, 23, "killed"), MONDAY, where,
                    (doer,), (), killed, None, None, (telling(killed),))  # fmt: skip
    return replace(told, **more)


def of(report: Report, identifier: str) -> Any:
    return next(one for one in (*report.incidents, *report.routes) if one.id == identifier)


# ---------------------------------------------------------------- each value

SET = [
    ("day = 2031-05-06", "when", When(date(2031, 5, 6), date(2031, 5, 6), "day", "the same day"), "2031-05-05"),
    ('day = "2031-02"', "when", When(date(2031, 2, 1), date(2031, 2, 28), "month", "the same day"), "2031-05-05"),
    ('day = "2030"', "when", When(date(2030, 1, 1), date(2030, 12, 31), "year", "the same day"), "2031-05-05"),
    ('day = ["2031-05-01", 2031-05-03]', "when", When(date(2031, 5, 1), date(2031, 5, 3), "days", "the same day"),
     "2031-05-05"),
    ('day = "unknown"', "when", When(None, date(2031, 5, 7), "unknown", "the same day"), "2031-05-05"),
    ("killed = 0", "killed", Count(0, 0, 0), None),
    ("injured = [2, 3, 9]", "injured", Count(2, 3, 9), None),
    ('captured = "unknown"', "captured", None, None),
    ('type = "raid"', "type", "raid", "shooting"),
    ('stage = "attempted"', "stage", "attempted", "accomplished"),
    ('modality = "denied"', "modality", "denied", "fact"),
    ("perpetrators = []", "participants", (), "gunmen"),
    ('victims = ["four farmers"]', "participants",
     (Participant("perpetrator", "group", "gunmen", 10, 16), Participant("victim", "unknown", "four farmers", 24, 36)),
     None),
    ('captors = "gunmen"', "participants",
     (Participant("perpetrator", "group", "gunmen", 10, 16), Participant("captor", "group", "gunmen", 10, 16)), None),
    ('perpetrators = ["Green Front"]', "participants", (Participant("perpetrator", "unknown", "Green Front", 17, 17),),
     "gunmen"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "name", "value", "was"), SET, ids=[one[0] for one in SET])
def test_a_value_is_set_right_and_marked(  # noqa: PLR0917
    said: Said, report: Report, words: str, name: str, value: Any, was: str
) -> None:
    made = said(f'\n[[incident]]\nid = "a#i4"\n{words}\nnote = "the list"\n')
    right = corrected_incidents(report, made)

    assert getattr(of(right, "a#i4"), name) == value
    assert of(right, "a#i4").corrected == (Correction(words.split(maxsplit=1)[0], was, 2, "the list"),)  # type: ignore[arg-type]
    assert applied(report, made) == {(2, "a#i4")}
    assert report_from_json(report_to_json(right)).incidents == right.incidents


def test_what_was_only_threatened_and_has_no_day_may_still_come(said: Said, report: Report) -> None:
    made = said('[[incident]]\nid = "a#i4"\nday = "unknown"\nstage = "threatened"\n')

    assert of(corrected_incidents(report, made), "a#i4").when == When(None, None, "unknown", "the same day")


def test_the_ends_of_a_route_are_set_right(said: Said, report: Report) -> None:
    made = said('[[route]]\nid = "a#r1"\norigin = [36.34, 43.13]\ndestination = "unknown"\n'
                'via = ["geonames:98182", "geonames:99532"]\n')  # fmt: skip
    right = corrected_incidents(report, made)
    route = of(right, "a#r1")
    origin = right.toponyms[route.origin.toponym]

    assert (route.origin.lat, route.origin.lon, route.origin.inferred, route.destination) == (36.34, 43.13, False, None)
    assert (origin.start, origin.end, origin.place.country) == (0, 0, "IQ")
    assert origin.reasons == ("placed by line 1 of the corrections",)
    assert [right.toponyms[end.toponym].place.id for end in route.via] == ["geonames:98182", "geonames:99532"]
    names = ["Baghdad", "Basrah", None]
    assert [(one.what, one.was) for one in route.corrected] == list(zip(("origin", "destination", "via"), names))  # noqa: B905


def test_a_turned_route_is_marked_and_its_ends_are_set_right_after_it_is_turned(said: Said, report: Report) -> None:
    made = said('[[route]]\nid = "a#r1"\norigin = "unknown"\n[[reverse_route]]\nid = "a#r1"\n')
    route = of(corrected_incidents(report, made), "a#r1")

    assert (route.origin, route.destination) == (None, of(report, "a#r1").origin)
    assert [(one.what, one.was) for one in route.corrected] == [
        ("direction", "Baghdad → Basrah"), ("origin", "Basrah"),
    ]  # fmt: skip


def test_an_id_of_the_other_kind_fits_nothing(said: Said, report: Report) -> None:
    made = said('[[incident]]\nid = "a#r1"\nkilled = 1\n[[route]]\nid = "a#i1"\nvia = []\n'
                '[[not_a_route]]\nid = "a#i1"\n[[not_an_incident]]\nid = "a#r1"\n')  # fmt: skip

    assert corrected_incidents(report, made) == report
    assert applied(report, made) == set()
    assert made.subjects() == {(1, "a#r1"), (4, "a#i1"), (7, "a#i1"), (9, "a#r1")}


def test_the_place_of_a_correction_is_no_name_that_another_one_moves(said: Said, report: Report) -> None:
    place = '[[place]]\nname = "Baghdad"\nat = "geonames:266826"\n'
    made = said(f'[[incident_place]]\nid = "a#i4"\nat = "geonames:98182"\nnote = "seen"\n{place}')
    right = corrected_incidents(corrected(report, made), made)

    assert right.toponyms[of(right, "a#i4").where.toponym].reasons == ("placed by line 1 of the corrections: seen",)
    assert of(right, "a#i4").corrected == (Correction("place", "Baghdad", 1, "seen"),)
    assert corrected_incidents(corrected(right, made), made) == right


# ---------------------------------------------------------------- operations and their phases


def test_phases_have_the_day_of_their_operation_unless_they_have_their_own(said: Said, report: Report) -> None:
    own = replace(of(report, "a#i3"), when=replace(MONDAY, text="that night"))
    report = replace(report, incidents=(*report.incidents[:2], own, report.incidents[3]))
    right = corrected_incidents(report, said('[[incident]]\nid = "a#i1"\nday = 2031-04-01\n'))

    assert [i.when.start for i in right.incidents if i.when] == [date(2031, 4, 1)] * 2 + [date(2031, 5, 5)] * 2
    assert of(right, "a#i2").corrected == (Correction("day", "2031-05-05", 1, None),)


@pytest.mark.parametrize(
    ("words", "whole"),
    [("", Count(4, 4, 9)), ('[[incident]]\nid = "a#i1"\nkilled = 5\n', Count(5, 5, 5))],
)
def test_an_operation_spans_its_phases_anew_unless_it_is_set_right_itself(
    said: Said, report: Report, words: str, whole: Count
) -> None:
    right = corrected_incidents(report, said(f'[[incident]]\nid = "a#i3"\nkilled = 8\n{words}'))

    assert of(right, "a#i1").killed == whole
    assert [one.was for one in of(right, "a#i1").corrected] == ["4"]


def test_a_part_that_was_split_off_can_be_set_right(said: Said, report: Report) -> None:
    two = replace(of(report, "a#i4"), claims=(telling(), telling()))
    report = replace(report, incidents=(*report.incidents[:3], two))
    made = said('[[split]]\nid = "a#i4"\nclaims = [2]\n[[incident]]\nid = "a#i4.2"\nkilled = 3\n')
    right = corrected_incidents(report, made)

    assert [i.killed for i in right.incidents[3:]] == [None, Count(3, 3, 3)]
    assert applied(report, made) == {(1, "a#i4"), (4, "a#i4.2")}


# ---------------------------------------------------------------- several reports


def under(report: Report, name: str, sentence: str, more: str = "") -> Report:
    """Return the report's fourth incident and its route, as another report tells them."""
    told = replace(of(report, "a#i4"), id=f"{name}#i1", claims=(replace(telling(Count(6, 6, 6)), text=sentence),))
    told = replace(told, killed=Count(6, 6, 6), type="bombing")
    routes = tuple(replace(route, id=f"{name}#r1") for route in report.routes)
    return replace(report, id=name, text=sentence + more, incidents=(told,), routes=routes)


def merged(reports: list[Report]) -> list[Any]:
    return list(events(reports, grouped(reports)))


def test_merging_sees_what_was_set_right(said: Said, report: Report) -> None:
    same = "Invented: a bomb killed six people at the old mill in Kirkuk on Monday, police said."
    reports = [under(report, name, same, f" {name * 5} {name * 7} {name * 9}." * 9) for name in "bcd"]
    numbers = said('[[incident]]\nid = "c#i1"\nkilled = [5, 7, 8]\nnote = "x"\n')
    days = said('[[incident]]\nid = "c#i1"\nday = 2031-03-01\n')
    (event,) = merged([corrected_incidents(one, numbers) for one in reports])

    assert len(merged(reports)) == 1
    assert event.incident.killed == Count(5, 6, 8)
    assert event.incident.corrected == (Correction("killed", "6", 1, "x"),)
    assert [len(one.told) for one in merged([corrected_incidents(one, days) for one in reports])] == [2, 1]


def test_what_was_set_right_in_each_telling_is_said_once(said: Said, report: Report) -> None:
    reports = [under(report, name, "Invented: a bomb killed six people at the old mill, police said.") for name in "bc"]
    words = "".join(f'[[incident]]\nid = "{name}#i1"\nday = 2031-05-01\n[[route]]\nid = "{name}#r1"\nvia = []\n'
                    for name in "bc")  # fmt: skip
    reports = [corrected_incidents(one, said(words)) for one in reports]
    (event,), (flow,) = merged(reports), list(flows(reports, grouped(reports)))

    assert (len(event.told), len(flow.told)) == (2, 2)
    assert [one.what for one in (*event.incident.corrected, *flow.route.corrected)] == ["day", "via"]


# ---------------------------------------------------------------- any corrections

written = st.sampled_from([*(words for words, *_ in SET), 'day = "2031-05"\nkilled = 2', "captured = 1\nvictims = 'x'"])
ids = st.sampled_from(["a#i1", "a#i2", "a#i3", "a#i4", "a#i9", "b#i1"])
tables = st.one_of(
    st.builds('[[incident]]\nid = "{}"\n{}'.format, ids, written),
    st.builds('[[incident_place]]\nid = "{}"\nat = "geonames:{}"'.format, ids, st.sampled_from([98182, 99532])),
    st.builds('[[not_an_incident]]\nid = "{}"'.format, ids),
    st.builds('[[split]]\nid = "{}"\nclaims = [{}]'.format, ids, st.integers(1, 3)),
    st.builds('[[route]]\nid = "a#r1"\n{}'.format, st.sampled_from(
        ["origin = [1, 2]", 'destination = "unknown"', "via = [[1, 2], [3, 4]]", 'via = ["geonames:98182"]'])),
    st.just('[[reverse_route]]\nid = "a#r1"'),
    st.builds('[[place]]\nname = "Kirkuk"\nat = [{}, 4]'.format, st.integers(1, 3)),
)  # fmt: skip
unhurried = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


def read(said: Said, words: list[str]) -> Corrections | None:
    """Return the corrections, or None where one contradicts another."""
    try:
        return said("\n".join(words))
    except CorrectionError:
        return None


@unhurried
@given(words=st.lists(tables, max_size=5), through=st.booleans())
def test_to_correct_twice_is_to_correct_once(said: Said, report: Report, words: list[str], through: bool) -> None:
    made = read(said, words)
    if made is None:
        return
    two = tuple(replace(i, claims=(*i.claims, telling(Count(1, 2, 3)), telling())) for i in report.incidents)
    once = corrected_incidents(corrected(replace(report, incidents=two), made), made)
    between = report_from_json(report_to_json(once)) if through else once

    assert report_to_json(corrected_incidents(corrected(between, made), made)) == report_to_json(once)


@unhurried
@given(identifier=st.sampled_from(["a#i1", "a#i2", "a#i3", "a#i4"]), words=written)
def test_to_correct_one_changes_no_other(said: Said, report: Report, identifier: str, words: str) -> None:
    right = corrected_incidents(report, said(f'[[incident]]\nid = "{identifier}"\n{words}\n'))
    family = (
        {"a#i1", "a#i2", "a#i3"} if identifier != "a#i4" else {"a#i4"}
    )  # days and numbers of an operation hang together
    others = [one for one in right.incidents if one.id not in {identifier, *family}]

    assert others == [one for one in report.incidents if one.id not in {identifier, *family}]
    assert (right.routes, right.toponyms, right.text) == (report.routes, report.toponyms, report.text)


@given(day=st.dates(), count=st.integers(0, 2**53 - 1))
def test_any_day_and_any_number_can_be_written(said: Said, day: date, count: int) -> None:
    made = said(f'[[incident]]\nid = "a"\nday = {day.isoformat()}\nkilled = {count}\n')

    assert made.incidents["a"]["day"].value == When(day, day, "day", None)
    assert made.incidents["a"]["killed"].value == Count(count, count, count)


# ---------------------------------------------------------------- what is refused

DAY = 'line 3: day needs a day such as 2031-05-07, "2031-05" or "2031"'
COUNT = "line 3: killed needs a whole number of people, .lowest, best, highest"
WRONG = {
    "day = 2031-05-07T10:00:00": DAY, "day = 2031": DAY, 'day = "2031-13"': DAY, 'day = "31 May"': DAY, "day = []": DAY,
    'day = "2031-02-30"': DAY, "day = [2031-05-07, 2031-05-06]": DAY, 'day = ["unknown", 2031-05-06]': DAY,
    'day = "0000"': DAY, 'day = ["2031", "2032", "2033"]': DAY, "day = true": DAY,
    "killed = -1": COUNT, "killed = 1.5": COUNT, "killed = true": COUNT, 'killed = "four"': COUNT,
    "killed = [1, 2]": COUNT, "killed = [3, 2, 4]": COUNT, f"killed = {2**53}": COUNT,
    'type = "murder"': f"line 3: type needs one of {', '.join(get_args(IncidentType))}",
    "stage = []": f"line 3: stage needs one of {', '.join(get_args(Stage))}",
    "modality = 1": f"line 3: modality needs one of {', '.join(get_args(Modality))}",
    "victims = [1]": "line 3: victims needs words in quotation marks, or a list of them",
    "captors = ' '": "line 3: captors needs words in quotation marks, or a list of them",
    "doer = 'x'": r"line 3: \[\[incident\]\] has no 'doer'; it has captives, captors, captured, day",
    "note = 'only'": r"line 1: \[\[incident\]\] needs what is to be set right: day, killed",
    "": r"line 1: \[\[incident\]\] needs what is to be set right: day, killed",
    "killed = 1\n[[incident]]\nid = 'a'\nkilled = 1": "line 6: the killed of 'a' is corrected twice; leave one of them",
}  # fmt: skip
WRONG_ROUTES = {
    "origin = 'geonames:0'": "line 3: no place has the id 'geonames:0'; dateline gazetteer search NAME shows the ids",
    "destination = [91, 0]": "line 3: destination needs a place's id, or .latitude, longitude. in degrees",
    "via = [36.3, 43.1]": "line 3: via needs a place's id, or .latitude, longitude",
    "via = 'unknown'": "line 3: via needs a list of places, in their order: .. for none",
    "day = 2031-05-07": r"line 3: \[\[route\]\] has no 'day'; it has destination, id, note, origin, via",
    "": r"line 1: \[\[route\]\] needs what is to be set right: origin, destination, via",
}


@pytest.mark.parametrize(
    ("kind", "words", "why"),
    [*(("incident", *one) for one in WRONG.items()), *(("route", *one) for one in WRONG_ROUTES.items())],
)
def test_a_value_that_cannot_be_is_refused_with_its_line(said: Said, kind: str, words: str, why: str) -> None:
    with pytest.raises(CorrectionError, match=f"corrections.toml, {why}"):
        said(f"[[{kind}]]\nid = 'a'\n{words}\n")


def test_values_of_one_incident_may_stand_in_tables_of_their_own(said: Said) -> None:
    made = said("[[incident]]\nid = 'a'\nkilled = 1\n[[incident]]\nid = 'a'\ninjured = 1\n")

    assert [(one.what, one.line) for one in made.incidents["a"].values()] == [("killed", 1), ("injured", 4)]
