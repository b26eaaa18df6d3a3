"""Who did what was told, where another sentence lays it at somebody's door. All sentences are invented."""

import pytest

from tests.geo.conftest import Read

TOLD = "A car bomb killed a councillor in Bilbao on Monday, the council said."

# What follows the sentence above, who is said to have done it ("-" for nobody), who says so, and as what.
LAID = [
    ("The mayor blamed ETA.", "ETA", "mayor", "accused"),
    ("The mayor attributed it to ETA.", "ETA", "mayor", "accused"),
    ("The mayor holds ETA responsible.", "ETA", "mayor", "accused"),
    ("The mayor said it was the work of ETA.", "ETA", "mayor", "accused"),
    ('"This is the work of terrorists," the mayor said.', "terrorists", "mayor", "accused"),
    ("An ETA spokesman took credit.", "ETA", "ETA spokesman", "claimed"),
    ("The mayor said it was the work of years.", "-", "", ""),
    ("The mayor praised the work of the police.", "-", "", ""),
    ("The mayor holds the record.", "-", "", ""),
]


@pytest.mark.parametrize(("words", "doer", "speaker", "modality"), LAID)
def test_who_did_it_is_said_in_the_next_sentence(
    words: str, doer: str, speaker: str, modality: str, read_text: Read
) -> None:
    (incident,) = read_text(f"{TOLD} {words}").incidents
    doers = [p.text for p in incident.participants if p.role == "perpetrator"]
    assert doers == ([] if doer == "-" else [doer])
    assert [(c.asserted_by, c.modality) for c in incident.claims[1:]] == ([(speaker, modality)] if speaker else [])


def test_who_owns_up_in_an_item_of_a_list_did_nothing_of_the_item_before(read_text: Read) -> None:
    first = "A. ON 8 MAY ARMY HELICOPTERS ATTACKED A CAMP NEAR HUAMBO."
    for item, doers in (("RED FRONT CLAIMED RESPONSIBILITY.", 2), ("B. RED FRONT CLAIMED RESPONSIBILITY.", 1)):
        (incident,) = read_text(f"{first}{chr(10) if item[:2] == 'B.' else ' '}{item}").incidents
        assert len([p for p in incident.participants if p.role == "perpetrator"]) == doers, item
