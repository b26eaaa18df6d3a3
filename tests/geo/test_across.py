"""Pairs of invented tellings in two reports: one event, or two that only look alike."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from gazetteer.place import Place
from geo.merge.across.copies import Copies
from geo.merge.across.events import Event, events, flows
from geo.merge.across.grouping import apart, grouped
from geo.model import Cargo, Claim, Count, Incident, Participant, Report, Route, RouteEnd, Span, Toponym, When, Where

KALU = Place("t:kalu", "Kalu", "populated_place", 10.0, 20.0, 5.0, "XA", "North")
ORDO = Place("t:ordo", "Ordo", "populated_place", 10.05, 20.0, 2.0, "XA", "North")  # 5.6 km from Kalu
SUBURB = Place("t:suburb", "Kalu East", "section", 10.0, 20.03, 2.0, "XA", "North")  # 3.3 km from Kalu
NORTH = Place("t:north", "North", "admin1", 10.5, 20.5, 90.0, "XA")
SOUTH = Place("t:south", "South", "admin1", 8.0, 20.5, 90.0, "XA")
DATELINE_WEST = Place("t:west", "Weste", "populated_place", -17.0, 179.999, 5.0, "XB")
DATELINE_EAST = Place("t:east", "Weste", "populated_place", -17.0, -179.999, 5.0, "XC")
PRECISION = {"populated_place": 1, "section": 2, "admin1": 4, "country": 6}

BASE: dict[str, Any] = {"place": KALU, "day": (3, 3), "killed": 4, "type": "bombing"}


def copies(reports: list[Report]) -> list[int]:
    """Return for each report the index of the first one that it is a copy of."""
    with Copies() as found:
        for each in reports:
            found.add(each)
        return found.first()


def incident(number: int, document: str, **what: Any) -> Incident:
    """Return an incident at the report's only toponym; `what` is as in `BASE`."""
    what = BASE | what
    place, day, killed = what["place"], what["day"], what["killed"]
    text = what.get("text", f"Invented words of {document} about it, number {number}.")
    words = [*(("target", t) for t in what.get("targets", ())), *(("perpetrator", t) for t in what.get("by", ()))]
    return Incident(
        id=f"{document}#i{number}",
        part_of=what.get("part_of"),
        type=what["type"],
        stage=what.get("stage", "accomplished"),
        modality=what.get("modality", "fact"),
        trigger=Span(0, 3, what.get("trigger", "blast")),
        when=When(date(2031, 5, day[0]), date(2031, 5, day[1]), "day", None) if day else None,
        where=place and Where(0, place.lat, place.lon, PRECISION[place.kind], place.radius_km, inherited=False),
        participants=tuple(Participant(role, "group", words, 0, 1) for role, words in words),
        weapons=tuple(Span(0, 1, weapon) for weapon in what.get("weapons", ())),
        killed=Count(killed, killed, killed) if isinstance(killed, int) else killed,
        injured=what.get("injured"),
        captured=None,
        claims=(Claim(0, len(text), text, None, (), None, False, what.get("modality", "fact")),),
    )  # fmt: skip


def report(name: str, *told: dict[str, Any], text: str | None = None, published: date | None = None) -> Report:
    """Return a report with an incident for each of `told`, all of them at the same place."""
    incidents = tuple(incident(n, name, **what) for n, what in enumerate(told, 1))
    place = (BASE | (told[0] if told else {}))["place"]
    text = text or f"Invented report {name} says in its own words what befell whom, and nothing that {name} copied."
    toponyms = (Toponym(0, 4, "Kalu", "literal", place, 0.9),) if place else ()
    return Report(name, None, None, published, "en", text, toponyms, incidents, (), ())


def merge(reports: list[Report]) -> list[Event]:
    """Return the events that reports tell."""
    return list(events(reports, grouped(reports)))


SAME = {
    "a number": ({}, {}),
    "a number, the kind less exact": ({}, {"type": "attack"}),
    "a number, of one family": ({"type": "airstrike"}, {"type": "shelling"}),
    "a part of the town": ({}, {"place": SUBURB}),
    "a night that both days share": ({"day": (3, 4)}, {"day": (4, 4)}),
    "a named doer, one number unknown": ({"by": ["the Red Band"], "killed": None}, {"by": ["Red Band"]}),
    "the deed and its target": (
        {"killed": None, "targets": ["a police post"]},
        {"killed": None, "targets": ["the police post"]},
    ),
    "the sentence": (
        {"killed": None, "text": "Invented: the market at Kalu was hit again on Saturday."},
        {"killed": None, "text": "Invented: The market, at Kalu, was hit again on Saturday!"},
    ),
    "a range that holds the other number": ({"by": ["Red Band"], "killed": Count(3, 3, 6)}, {"by": ["Red Band"]}),
    "a bomb of a kind": ({"weapons": ["a bomb"]}, {"weapons": ["a car bomb"]}),
    "a province": ({"place": NORTH}, {"place": NORTH}),
    "both sides of 180°": ({"place": DATELINE_WEST}, {"place": DATELINE_EAST}),
}
APART = {
    "nothing particular": ({"killed": None}, {"killed": None}),
    "one dead in each": ({"killed": 1}, {"killed": 1}),
    "another day": ({}, {"day": (4, 4)}),
    "days too vague": ({"day": (1, 7)}, {"day": (1, 7)}),
    "no day": ({"day": None}, {"day": None}),
    "no place": ({"place": None}, {"place": None}),
    "the next village": ({"place": ORDO}, {"place": KALU}),
    "another province": ({"place": NORTH}, {"place": SOUTH}),
    "a town and its province": ({}, {"place": NORTH}),
    "another number": ({}, {"killed": 5}),
    "the dead agree, the injured do not": ({"injured": Count(2, 2, 2)}, {"injured": Count(9, 9, 9)}),
    "another kind": ({"type": "abduction"}, {"type": "bombing"}),
    "arrests and an attack": ({"type": "detention"}, {"type": "attack"}),
    "carried out and attempted": ({}, {"stage": "attempted"}),
    "told and denied": ({}, {"modality": "denied"}),
    "another bomb": ({"weapons": ["a car bomb"]}, {"weapons": ["a roadside bomb"]}),
    "another target": ({"targets": ["a market"]}, {"targets": ["a police post"]}),
    "an unnamed doer": ({"killed": None, "by": ["gunmen"]}, {"killed": None, "by": ["gunmen"]}),
    "capitals that name no one": ({"killed": None, "by": ["GUNMEN"]}, {"killed": None, "by": ["GUNMEN"]}),
    "a short sentence": (
        {"killed": None, "text": "Invented: he fired."},
        {"killed": None, "text": "Invented: he fired."},
    ),
}  # fmt: skip


@pytest.mark.parametrize("pair", SAME.values(), ids=SAME)
def test_two_reports_tell_one_event(pair: Any) -> None:
    first, second = pair
    (event,) = merge([report("a", first), report("b", second)])

    assert event.told == (("a", "a#i1"), ("b", "b#i1"))
    assert event.texts == 2
    assert [claim.document for claim in event.incident.claims] == ["a", "b"]


@pytest.mark.parametrize("pair", APART.values(), ids=APART)
@pytest.mark.parametrize("turned", [False, True])
def test_two_reports_tell_of_two_events_that_look_alike(pair: Any, turned: bool) -> None:
    first, second = reversed(pair) if turned else pair
    events = merge([report("a", first), report("b", second)])

    assert [event.told for event in events] == [(("a", "a#i1"),), (("b", "b#i1"),)]


def test_two_incidents_of_one_report_are_never_joined_through_another() -> None:
    reports = [report("a", {}, {"killed": 4}), report("b", {}), report("c", {}, {})]

    assert [event.told for event in merge(reports)] == [
        (("a", "a#i1"), ("b", "b#i1"), ("c", "c#i1")),
        (("a", "a#i2"), ("c", "c#i2")),
    ]


def test_no_chain_joins_what_is_at_odds_with_its_first_link() -> None:
    days = [report("a", {"day": (3, 3)}), report("b", {"day": (3, 4)}), report("c", {"day": (4, 4)})]

    assert [len(event.told) for event in merge(days)] == [2, 1]


def test_the_best_number_is_that_of_most_texts_and_the_range_holds_all() -> None:
    name = {"by": ["Red Band"], "killed": Count(3, 3, 5)}
    reports = [report("a", name), report("b", name | {"killed": Count(4, 5, 5)}), report("c", name | {"killed": 5})]
    (event,) = merge(reports)

    assert event.incident.killed == Count(3, 5, 5)


def test_the_closest_place_is_taken_with_its_report() -> None:
    rough = report("a", {})
    rough = replace(
        rough, incidents=(replace(rough.incidents[0], where=replace(rough.incidents[0].where, precision=2)),)
    )
    (event,) = merge([rough, report("b", {})])

    assert event.report.id == "b"
    assert event.incident.id == "a#i1"
    assert event.incident.where.precision == 1


def test_a_phase_belongs_to_what_its_operation_has_become() -> None:
    alone = report("a", {"killed": 9})
    whole = report("b", {"killed": 9}, {"killed": 3, "part_of": "b#i1"})
    events = merge([alone, whole])

    assert [(event.incident.id, event.incident.part_of) for event in events] == [("a#i1", None), ("b#i2", "a#i1")]


def test_phases_turned_round_in_two_reports_make_no_circle() -> None:
    one = report("a", {"killed": 9}, {"killed": 3, "part_of": "a#i1"})
    other = report("b", {"killed": 9, "part_of": "b#i2"}, {"killed": 3})
    links = {event.incident.id: event.incident.part_of for event in merge([one, other])}

    assert all(links.get(whole or "") is None for whole in links.values())


# ---------------------------------------------------------------- copies

LONG = " ".join(f"Invented line {n} of a wire story that says nothing of weight to anyone." for n in range(30))


@pytest.mark.parametrize(
    ("second", "days", "same"),
    [
        (LONG, 0, True),
        (LONG.upper().replace(".", " ..."), 2, True),
        (LONG, 30, False),
        (LONG + " An outlet added this one invented sentence.", 0, True),
        (LONG + " An outlet added this one invented sentence.", 7, False),
        (LONG[: len(LONG) // 2], 0, False),
        ("Invented and quite another story, of other people and elsewhere, told at no length at all.", 0, False),
    ],
)
def test_copies_have_nearly_the_same_words_within_days(second: str, days: int, same: bool) -> None:
    published = [date(2031, 5, 1), date.fromordinal(date(2031, 5, 1).toordinal() + days)]
    texts = [
        report(name, text=text, published=day) for name, text, day in zip("ab", (LONG, second), published, strict=True)
    ]

    assert copies(texts) == [0, 0 if same else 1]


def test_what_a_copy_tells_counts_once_even_without_place_and_day() -> None:
    nowhere = {"place": None, "day": None, "killed": 1, "text": "Invented: someone was shot."}
    reports = [report(name, nowhere, nowhere, text=LONG) for name in "abc"]
    first, second = merge(reports)

    assert [first.texts, second.texts] == [1, 1]
    assert first.told == (("a", "a#i1"), ("b", "b#i1"), ("c", "c#i1"))
    assert [claim.document for claim in second.incident.claims] == ["a", "b", "c"]


def test_a_copy_that_was_read_for_another_day_tells_another_event() -> None:
    reports = [report(name, {"day": (day, day)}, text=LONG) for name, day in (("a", 3), ("b", 10))]

    assert len(merge(reports)) == 2


def test_routes_of_copies_are_one_and_others_stay() -> None:
    end = RouteEnd(0, 10.0, 20.0, 1, inferred=False)
    claim = Claim(0, 3, "Invented: rifles go there.", None, (), None, False, "accused")
    cargo = (Cargo("materiel", "rifles", 0, 1),)

    def told(name: str, text: str) -> Report:
        route = Route(f"{name}#r1", "accused", cargo, end, None, (), None, None, None, False, (claim,))
        return replace(report(name, {}, text=text), routes=(route,))

    reports = [told("a", LONG), told("b", LONG), told("c", "Invented: rifles go there. And so on.")]

    assert [flow.told for flow in flows(reports, grouped(reports))] == [
        (("a", "a#r1"), ("b", "b#r1")),
        (("c", "c#r1"),),
    ]
    assert [claim.document for claim in next(flows(reports, grouped(reports))).route.claims] == ["a", "b"]
    assert len([*flows(reports, apart(reports))]) == 3


def test_apart_leaves_all_as_it_is() -> None:
    reports = [report("a", {}), report("b", {})]
    told = events(reports, apart(reports))

    assert [(event.told, event.texts, event.incident.claims[0].document) for event in told] == [
        ((("a", "a#i1"),), 1, None),
        ((("b", "b#i1"),), 1, None),
    ]


def test_thousands_of_like_incidents_are_joined_without_comparing_all_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    from geo.merge.across import sweep

    judged = 0
    judge = sweep.bits

    def counted(*pair: Any) -> float | None:
        nonlocal judged
        judged += 1
        return judge(*pair)

    monkeypatch.setattr(sweep, "bits", counted)
    merge([report(f"r{n}", *[{}] * 20) for n in range(60)])

    assert judged < 1_200 * 1_200 / 10  # pairs


def test_a_number_beyond_any_machine_is_merged_like_others() -> None:
    huge = {"killed": Count(10**30, 10**30, 10**30)}

    assert [len(event.told) for event in merge([report("a", huge), report("b", huge)])] == [2]
