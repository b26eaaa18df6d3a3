"""What a text only speaks of in passing is no incident; what it tells is. All texts are invented."""

from datetime import date
from typing import Any

import pytest

DAY = date(2021, 6, 30)
TALK = (
    "The two presidents met in Brena on Tuesday to speak about trade and about the new railway. "
    "They signed four agreements and dined with students of the conservatory. "
    "Officials of both countries called the visit a success and praised the orchestra. "
    "The minister of transport said that the first trains would run in spring. "
    "The railway will cross three rivers and serve eleven towns of the plain. "
)


def test_a_deed_recalled_in_a_speech_is_no_incident(read_text: Any) -> None:
    text = (
        TALK
        + '"We will not forget that in the years of the dictatorship they have killed peasants and teachers," he added.'
    )
    assert read_text(text, DAY).incidents == ()


def test_what_is_told_after_much_else_is_an_incident(read_text: Any) -> None:
    text = TALK + "On Monday gunmen shot dead a guard of the railway, Ivo Maran, in Kirkuk."
    (incident,) = read_text(text, DAY).incidents
    assert incident.type == "shooting"


def test_a_weekday_is_recent_whatever_the_day_of_the_report(read_text: Any) -> None:
    news = (
        "A car bomb killed nine people in Baghdad. Gunmen abducted a judge in Mosul. Arsonists burned a bank in Erbil. "
    )
    text = news + TALK + "On Sunday, shelling in the same valley wounded five people, two of them children."
    assert [len(read_text(text, day).incidents) for day in (DAY, None)] == [4, 4]


def test_a_noun_with_its_toll_in_a_town_is_told(read_text: Any) -> None:
    news = (
        "A car bomb killed nine people in Baghdad. Gunmen abducted a judge in Mosul. Arsonists burned a bank in Erbil. "
    )
    more = "Gunmen shot a guard in Basra. Rebels abducted two nurses in Kut. A bomb went off at a bridge in Hilla. "
    text = news + more + TALK + "Another strike on a car in Kirkuk killed three people."
    assert len(read_text(text, DAY).incidents) == 7


@pytest.mark.parametrize(
    "clash",
    [
        "On Monday soldiers clashed with rebels near Kirkuk, killing four of them.",
        "Rebels attacked an army post near Kirkuk on Monday and killed three soldiers.",
        "Artillery shelled positions of the militia near Kirkuk on Monday.",
    ],
)
def test_fighting_between_armed_sides_is_as_good_an_event_as_any(clash: str, read_text: Any) -> None:
    assert len(read_text(TALK + clash, DAY).incidents) == 1


@pytest.mark.parametrize(
    "late",
    [
        "Police in Kirkuk stopped a lorry and recovered 900 kg of explosives.",
        "Soldiers arrested two students.",
        "A helicopter of the army fired on two groups of herders and killed eleven.",
        "Rebels ambushed a convoy of the Red Cross near Kut and burned two trucks.",
        "The other two were killed in an airstrike on a truck.",
        "Soldiers summarily executed 34 civilians in Sinjar on 9 September 2015, the bishop recalled.",
    ],
)
def test_what_is_told_in_full_is_told_however_late_in_the_text(late: str, read_text: Any) -> None:
    news = (
        "A car bomb killed nine people in Baghdad. Gunmen abducted a judge in Mosul. Arsonists burned a bank in Erbil. "
    )
    assert len(read_text(news + 3 * TALK + late, DAY).incidents) == 4


def test_of_long_ago_a_passing_word_is_background(read_text: Any) -> None:
    text = (
        TALK + "The hall, which was burnt in the riots of 1979, has new seats. The war of 1991 cost thousands of lives."
    )
    assert read_text(text, DAY).incidents == ()


def test_a_text_that_looks_back_tells_what_was_long_ago(read_text: Any) -> None:
    text = (
        TALK
        + "Her village was shelled in the spring of 1992. Her brother was shot at a checkpoint in June 1992. "
        + "In 1993 militiamen burned the school. "
    )
    assert {i.type for i in read_text(text, DAY).incidents} >= {"shooting", "arson"}


def test_what_a_text_begins_with_is_told(read_text: Any) -> None:
    assert len(read_text("Two policemen were shot dead.", DAY).incidents) == 1
