"""What a text tells once more in other words is one incident; another place, victim or crowd is another. Invented."""

from datetime import date
from typing import Any

import pytest

DAY = date(2024, 5, 6)
RAID = (
    "Fighters of the Northern Front raided the customs post at Faya on Sunday. They drove up in four pickups before "
    "the shops opened. Officials in the capital gave no details.\n\n{more} The road to the north stays closed."
)


def test_a_number_told_without_day_or_doer_is_of_the_deed_at_that_place(read_text: Any) -> None:
    report = read_text(RAID.format(more="Two guards were shot dead at the customs post in Faya, a nurse said."), DAY)
    (raid,) = report.incidents
    assert (raid.type, raid.killed.best, len(raid.claims)) == ("raid", 2, 2)


def test_results_a_paragraph_later_are_of_the_fight(read_text: Any) -> None:
    text = (
        "Herders and farmers fought near Baro on Monday. The quarrel was over a well, a chief said.\n\n"
        "Six people were killed with arrows. The police have sent a patrol."
    )
    (fight,) = read_text(text, DAY).incidents
    assert (fight.type, fight.killed.best) == ("battle", 6)


@pytest.mark.parametrize(
    "more",
    [
        "Two guards were shot dead at Abéché, a nurse said.",
        "Elsewhere, two guards were shot dead, a nurse said.",
        "Two guards were shot dead at Faya in March, a nurse said.",
        "A crowd marched through Faya.",
    ],
)
def test_another_place_day_or_crowd_is_another_incident(more: str, read_text: Any) -> None:
    assert len(read_text(RAID.format(more=more), DAY).incidents) == 2


def test_two_deeds_of_one_sentence_are_two(read_text: Any) -> None:
    text = (
        "Men of one gang blew up a bank in Medellin and burned a restaurant on Monday. Nobody was hurt. The mayor "
        "called for calm. Shops opened again on Tuesday."
    )
    assert [i.type for i in read_text(text, DAY).incidents] == ["bombing", "arson"]
