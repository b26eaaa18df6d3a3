"""Who denies what a report tells, beside who tells it. All sentences are invented."""

import pytest

from tests.geo.conftest import Read

TOLD = "Residents of Juba said soldiers burned a market in Bor on Monday"

# What follows the sentence above, and who denies it, "-" for nobody.
DENIED = [
    (", but the army denied it.", "army"),
    (", a charge the army rejected.", "army"),
    (", which the army denies.", "army"),
    (". The army denied any involvement.", "army"),
    (". The army rejected the accusation.", "army"),
    (". The army said it had not burned the market.", "army"),
    (". The army said its troops did not burn the market.", "army"),
    (". The army said it had not been there.", "-"),
    (". The army did not deny it.", "-"),
    (". The army denied the rebels food.", "-"),
    (". The accusation was not rejected.", "-"),
]


@pytest.mark.parametrize(("words", "who"), DENIED)
def test_a_denial_stands_beside_the_claim(words: str, who: str, read_text: Read) -> None:
    (incident,) = read_text(TOLD + words).incidents
    assert incident.modality != "denied"
    by = [claim.asserted_by for claim in incident.claims if claim.modality == "denied"]
    assert [(name or "").removeprefix("the ").removeprefix("The ") for name in by] == ([] if who == "-" else [who])


def test_who_denies_a_part_in_an_event_does_not_deny_the_event(read_text: Read) -> None:
    (incident,) = read_text("The group denied involvement in the bombing of a bank in Lahore.").incidents
    assert incident.modality == "fact"
    assert [claim.modality for claim in incident.claims] == ["denied"]
