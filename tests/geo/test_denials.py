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
    (". The army called the account a fabrication.", "army"),
    (". The army described the claim as lies.", "army"),
    (". The army said it had nothing to do with it.", "army"),
    (". The army said it was not responsible.", "army"),
    (". The army said its troops had fired no shot.", "army"),
    (". The army said no shot had been fired by its men.", "army"),
    (". The army called the account a disgrace.", "-"),
    (". The army said it had nothing to hide.", "-"),
    (". The army said it had no money.", "-"),
    (". The army said it had not been there.", "army"),
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


@pytest.mark.parametrize("words", ["denied involvement in", "said it had no role in", "played no part in"])
def test_who_denies_a_part_in_an_event_does_not_deny_the_event(words: str, read_text: Read) -> None:
    (incident,) = read_text(f"The group {words} the bombing of a bank in Lahore.").incidents
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
    "Correction: in update 20 we reported an attack on a school in Dori on 11 May. The report was false.",
    "We reported an attack on a school in Dori on 11 May. The report was false; the school is open.",
    "We wrongly reported on Monday that gunmen had attacked a school in Dori.",
    "An earlier version of this article said that gunmen had killed nine people in Dori.",
]
TRUE = [
    "We reported an attack on a school in Dori on 11 May. The report was confirmed.",
    "Gunmen killed nine people in Dori on 11 May, police said. The report was false, the governor said.",
    "Gunmen killed nine people in Dori on 11 May, police said. This report is invented.",
    "The police rightly reported on Monday that gunmen had attacked a school in Dori.",
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
