"""Tellings of one event become one incident; phases of an operation get a parent; nothing is counted twice."""

from datetime import date
from typing import Any

import pytest

from geo.merge.sufferers import is_within
from geo.model import Report

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


def test_what_is_told_of_two_neighbouring_towns_are_two_events(read_text: Any) -> None:
    text = (
        "A strike on a car in Khan Younis killed three people. The army said it had struck a command post in Nuseirat."
    )
    assert len(read_text(text).incidents) == 2


@pytest.mark.parametrize(
    ("second", "events"),
    [
        ("The rebels said their fighters had killed 31 officials.", 2),
        ("But a spokesman said 20 had died.", 1),
        ("The rebels said soldiers had killed 12 farmers.", 1),
    ],
)
def test_another_number_is_a_counterclaim_unless_others_did_it_to_others(
    second: str, events: int, read_text: Any
) -> None:
    text = f"Soldiers shot dead five farmers in Quetta, police said. {second}"
    assert len(read_text(text).incidents) == events


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


# ---------------------------------------------------------------- what is one event, and what are two


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Shelling hit a bakery in Lyman. Six people were killed.", [6]),
        ("A retired judge, Luis Paz, was murdered in Cali. The judge had left home when a young man shot him.", [1]),
        ("A bomb killed two people in Herat. A gunman killed two people in Zaranj.", [2, 2]),
        ("Gunmen killed three farmers in Madarabad. Three men were shot dead in Barziwal.", [3, 3]),
        ("Police killed two robbers in Cali. In Xanthopolis, a bomb killed two people.", [2, 2]),
        ("Gunmen killed 12 villagers in Borno. In Plateau state, herders killed 29 people.", [12, 29]),
        ("A bomb exploded in Kirkuk on Monday and gunmen shot dead two policemen in Mosul.", [None, 2]),
    ],
)
def test_names_of_places_and_sufferers_decide(read_text: Any, text: str, killed: list[int | None]) -> None:
    incidents = read_text(text, DAY).incidents
    assert [i.killed.best if i.killed else None for i in incidents] == killed


def test_a_denial_stands_beside_what_it_denies(read_text: Any) -> None:
    text = "The militia shelled Maglaj on Saturday, killing eight people. The militia denied firing on the town."
    (incident,) = read_text(text, DAY).incidents
    assert [claim.modality for claim in incident.claims] == ["fact", "denied"]


# ---------------------------------------------------------------- places taken over from the sentence before


def inherits(report: Report) -> bool | None:
    """Tell whether the last incident took its place from another; None where it has none."""
    where = report.incidents[-1].where
    return where.inherited if where else None


@pytest.mark.parametrize(
    ("text", "inherited"),
    [
        ("Troops raided a compound in Ghazni. A jet then bombed a truck, killing two.", True),
        ("Troops raided a compound in Ghazni.\n\nA jet bombed a truck, killing two.", None),
        ("Troops raided a compound in Ghazni. The news reached Iran. A jet bombed a truck, killing two.", None),
        ("Troops raided a compound in Ghazni on Monday. On 3 May a jet bombed a truck, killing two.", None),
    ],
)
def test_an_incident_told_right_after_another_takes_its_place(
    read_text: Any, text: str, inherited: bool | None
) -> None:
    assert inherits(read_text(text, DAY)) is inherited


def test_an_incident_at_a_place_that_the_gazetteer_lacks_takes_no_other_place(read_text: Any) -> None:
    report = read_text("Troops raided a compound in Ghazni. In Barziwal, a jet bombed a truck, killing two.", DAY)
    where = report.incidents[-1].where
    assert (report.toponyms[where.toponym].surface, where.precision) == ("Barziwal", 6)


def test_what_is_spoken_of_as_known_stood_in_the_words_before(read_text: Any) -> None:
    text = (
        "Seven guards were killed in an attack on their bus in Lima on Monday. "
        "The shops of the quarter stayed closed. It is thought that the bus was blown up by a car bomb."
    )
    (incident,) = read_text(text, DAY).incidents
    assert incident.type == "bombing"


def test_nobody_is_killed_twice(read_text: Any) -> None:
    text = (
        "The murder of the judge Ana Quiroz in Cali on Monday was condemned by her colleagues. "
        "Ana Quiroz was shot dead by two men outside her home."
    )
    assert len(read_text(text, DAY).incidents) == 1


def test_the_bomb_that_was_told_of_is_that_of_its_attack(read_text: Any) -> None:
    text = (
        "A bomb attack on the institute in Puno caused damage on Monday. Nobody has claimed it. "
        "The powerful bomb, which was placed at the main gate, damaged a car that was parked nearby."
    )
    (incident,) = read_text(text, DAY).incidents
    assert len(incident.claims) == 2


def test_as_many_dead_who_are_called_otherwise_are_the_same(read_text: Any) -> None:
    text = (
        "Soldiers killed nine farmers near Coban on Monday by mistake, the fire brigade said. "
        "The village lies in the hills. It has 300 inhabitants. "
        "The soldiers understood what they had done only after nine civilians had been killed."
    )
    (incident,) = read_text(text, DAY).incidents
    assert incident.killed is not None
    assert incident.killed.high == 9


@pytest.mark.parametrize(
    "text",
    [
        "Two Hazaras were killed in Quetta on Monday. On Tuesday three Hazaras were shot dead in Karachi.",
        "Six Yazidi women were abducted in Sinjar on Monday. On Tuesday two Yazidi men were abducted in Dohuk.",
    ],
)
def test_a_people_is_no_name_of_a_person(read_text: Any, text: str) -> None:
    assert len(read_text(text, DAY).incidents) == 2


def test_as_many_who_are_named_later_are_the_same(read_text: Any) -> None:
    text = "Two leaders of the party were killed by gunmen near Rioblanco. Saul Perez and Ruben Dario were shot dead."
    (incident,) = read_text(text, DAY).incidents
    assert incident.killed is not None
    assert incident.killed.best == 2


@pytest.mark.parametrize(
    ("short", "full", "within"),
    [
        ("judge", "judge Omar Navas", True),
        ("reporter Omar Navas", "journalist Omar Navas Diaz", True),
        ("two judges", "judge Omar Navas", False),
        ("Front", "fighters of the Front", False),
    ],
)
def test_fuller_words_for_the_same(short: str, full: str, within: bool) -> None:
    assert is_within(short, full) == within


def test_a_body_and_its_people_both_took_part(read_text: Any) -> None:
    told = read_text(
        "On Monday Hezbollah fighters shot two men in Tyre. The two men were shot in Tyre by Hezbollah, police said.",
        date(2021, 6, 30),
    )
    doers = {(p.text, p.kind) for i in told.incidents for p in i.participants if p.role == "perpetrator"}
    assert doers == {("Hezbollah fighters", "person"), ("Hezbollah", "group")}


def test_an_event_told_very_often_keeps_every_claim(read_text: Any) -> None:
    again = "The attack shocked the town. "
    (incident,) = read_text("Gunmen attacked the bank in Kano on Monday. " + again * 40, DAY).incidents
    assert len(incident.claims) == 41


@pytest.mark.parametrize("anew", ["Separately", "Elsewhere", "In a separate incident"])
def test_what_is_set_apart_is_no_result_of_what_was_told_before(anew: str, read_text: Any) -> None:
    text = f"Soldiers raided a ranch outside Culiacan on Friday. {anew}, five men were found shot dead on a road."
    raid, *_ = read_text(text, DAY).incidents
    assert raid.type == "raid"
    assert raid.killed is None
