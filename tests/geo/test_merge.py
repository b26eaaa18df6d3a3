"""Tellings of one event become one incident; phases of an operation get a parent; nothing is counted twice."""

from datetime import date
from typing import Any

DAY = date(2021, 6, 30)


def test_a_retelling_with_its_count_joins_the_first(read_text: Any) -> None:
    text = "A bomb killed three people in Mosul on Monday. The blast also wounded nine, police said."
    (incident,) = read_text(text, DAY).incidents
    assert incident.killed is not None
    assert incident.injured is not None
    assert (incident.killed.best, incident.injured.best, len(incident.claims)) == (3, 9, 2)


def test_a_toll_update_replaces(read_text: Any) -> None:
    text = "A bomb killed 30 people in Kano on Monday. The death toll rose to 41 on Tuesday, officials said."
    (incident,) = read_text(text, DAY).incidents
    assert incident.killed is not None
    assert incident.killed.best == 41


def test_two_attacks_in_two_towns_stay_apart(read_text: Any) -> None:
    text = "A bomb killed three people in Mosul on Monday. Another bomb killed five people in Kirkuk on Tuesday."
    incidents = read_text(text, DAY).incidents
    assert [i.killed.best for i in incidents if i.killed] == [3, 5]
    assert {i.part_of for i in incidents} == {None}


def test_phases_of_an_operation_are_not_added_to_it(read_text: Any) -> None:
    text = (
        "Troops carried out a raid in Kunduz on Monday, killing 14 members of the network and capturing five. "
        "Two gunmen were killed and five captured during the initial raid, and helicopters were called in to bomb a "
        "column of fighters. Twelve fighters were killed in the airstrike."
    )
    whole, raid, airstrike = read_text(text, DAY).incidents
    assert (whole.part_of, raid.part_of, airstrike.part_of) == (None, whole.id, whole.id)
    assert (raid.type, airstrike.type) == ("raid", "airstrike")
    assert whole.killed is not None
    assert (whole.killed.low, whole.killed.best, whole.killed.high) == (14, 14, 14)
    assert whole.captured is not None
    assert whole.captured.best == 5


def test_a_phase_takes_its_place_from_the_whole_and_says_so(read_text: Any) -> None:
    text = (
        "Troops carried out a raid in Kunduz on Monday, killing 14 fighters. Two gunmen were killed in the initial "
        "raid, and helicopters were called in to bomb a column of fighters. "
        "Twelve fighters were killed in the airstrike."
    )
    whole, *phases = read_text(text, DAY).incidents
    assert whole.where is not None
    assert not whole.where.inherited
    assert [p.where.inherited for p in phases if p.where] == [True, True]


def test_ids_are_numbered_in_the_order_of_the_text(read_text: Any) -> None:
    text = "A bomb killed three people in Mosul. Gunmen kidnapped two engineers in Basra."
    assert [i.id for i in read_text(text, DAY).incidents] == ["invented#i1", "invented#i2"]
