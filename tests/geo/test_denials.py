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


# Something that is called false, in many ways: none of it is told as a fact.
FALSE = [
    "Reports that army planes hit Luuq on Friday were untrue, traders said.",
    "A rumour that militants had attacked a hotel in Zinder proved untrue, the mayor said.",
    "Police dismissed as fabricated a video of a bombing in Tamale.",
    "The army described footage of an attack on its base in Maiduguri as fabricated.",
    "The ministry said a video showing an attack on a church in Multan was fake.",
    "Reports of a bombing in Gao were unfounded, the army said.",
    "News of an airstrike on Kassala turned out to be a hoax, officials said.",
    "The claim that soldiers killed six villagers in Djibo is a fabrication, the governor said.",
    "There is no truth to reports that gunmen killed a priest in Jos, police said.",
    "The army rejected as baseless reports that troops shot dead nine protesters in Kaduna.",
    "A false rumour that rebels had attacked the market in Bunia caused panic.",
    "Not true that Mopti was shelled today.",
]
TRUE = [
    "Reports that rebels killed nine people in Bria were confirmed by the governor.",
    "Reports that rebels killed nine people in Bria were not false, the governor said.",
    "The army rejected as too late an offer by gunmen who killed nine people in Bria.",
]


@pytest.mark.parametrize("sentence", FALSE)
def test_what_is_called_false_is_denied(sentence: str, read_text: Read) -> None:
    (incident,) = read_text(sentence).incidents
    assert (incident.modality, incident.claims[0].modality) == ("denied", "denied")


@pytest.mark.parametrize("sentence", TRUE)
def test_what_is_not_called_false_is_not_denied(sentence: str, read_text: Read) -> None:
    (incident,) = read_text(sentence).incidents
    assert incident.modality != "denied"


def test_who_denies_a_part_is_named(read_text: Read) -> None:
    (incident,) = read_text(
        "A bomb killed four people in Derry. The Free Brigade denied any part in the attack."
    ).incidents
    assert incident.modality == "fact"
    assert [c.asserted_by for c in incident.claims if c.modality == "denied"] == ["Free Brigade"]
