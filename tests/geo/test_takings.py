"""Verbs with many senses tell of violence only with the objects that make it so. All sentences are invented."""

import pytest

from tests.geo.conftest import Read

TOLD = [
    ("Gunmen took three teachers from a college in Beirut on Monday.", "abduction", "Gunmen"),
    ("Gunmen dressed as police took a teacher from a college in Beirut on Monday.", "abduction", "Gunmen"),
    ("Rebels took Bukavu on Monday.", "battle", "Rebels"),
    ("Warplanes targeted a tower in Rafah on Monday.", "airstrike", "Warplanes"),
    ("Police secured 412 kilos of cocaine in Cali on Monday.", "seizure", "Police"),
    ("The army put six villages near Gao under fire on Monday.", "shelling", "army"),
]
SILENT = [
    "Gunmen took three days to reach Gao.",
    "Soldiers took the wounded away to hospital in Gao on Monday.",
    "Rebels took Friday off in Bukavu.",
    "The band marched into Derry on Monday.",
    "Police targeted speeding drivers in Leeds on Monday.",
    "Police secured the stadium in Cali on Monday.",
    "Engineers made the building safe in Newry on Monday.",
    "Finance Minister Paul Rivard came under heavy fire in Ottawa on Monday.",
    "Dora Boyd shot herself in the foot over the budget.",
]


@pytest.mark.parametrize(("text", "kind", "doer"), TOLD)
def test_with_people_ground_or_weapons_it_is_violence(text: str, kind: str, doer: str, read_text: Read) -> None:
    (incident,) = read_text(text).incidents
    assert incident.type == kind
    assert [p.text for p in incident.participants if p.role in {"perpetrator", "captor"}] == [doer]


@pytest.mark.parametrize("text", SILENT)
def test_without_them_it_is_none(text: str, read_text: Read) -> None:
    assert read_text(text).incidents == ()
