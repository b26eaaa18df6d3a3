"""The dead of two sides are added up, those of one side are rival figures. All sentences are invented."""

import pytest

from geo.model import Count
from tests.geo.conftest import Read

TOLD = [
    ("Soldiers killed 31 rebels in Goma on Monday. Five soldiers were killed in the battle.", Count(36, 36, 36)),
    ("Six soldiers were killed in a raid in Goma, the army said. M23 said 14 soldiers were killed in the raid.",
     Count(6, 6, 14)),
    ("Guerrillas killed 15 soldiers near Goma on Monday. Four guerrillas also died.", Count(19, 19, 19)),
    ("A bomb killed six people in Goma, police said. The army put the toll at nine.", Count(6, 6, 9)),
    ("A bomb killed six people in Goma, police said. The army said 14.", Count(6, 6, 14)),
    ("A bomb killed six people in Goma, police said. The army said there were only four.", Count(4, 6, 6)),
    ("A bomb killed six people in Goma, police said. The army later put the toll at nine.", Count(9, 9, 9)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "killed"), TOLD)
def test_whose_dead_are_added_up(text: str, killed: Count, read_text: Read) -> None:
    (incident,) = read_text(text).incidents
    assert incident.killed == killed


def test_one_person_with_two_jobs_is_one(read_text: Read) -> None:
    (incident,) = read_text("Gunmen abducted a lawyer and deputy, Salma Haddad, from her house in Sirte.").incidents
    assert incident.captured == Count(1, 1, 1)
