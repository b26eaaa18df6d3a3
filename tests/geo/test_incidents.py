"""What invented sentences say happened: the construction, its negation and its look-alike."""

from datetime import date
from typing import Any

import pytest

from geo.model import Report

DAY = date(2021, 6, 30)  # a Wednesday

# Each line: a sentence, and its incidents as "type stage modality", "-" for none.
KINDS = [
    ("Gunmen opened fire on a minibus near Baqubah, killing six people.", "shooting accomplished fact"),
    ("A car bomb exploded outside a mosque in Kano, killing 20 worshippers.", "bombing accomplished fact"),
    ("An improvised explosive device went off in Cotabato, killing a soldier.", "bombing accomplished fact"),
    (
        "Russian missiles struck a shopping centre in Kremenchuk, leaving at least 18 dead.",
        "shelling accomplished fact",
    ),
    ("Warplanes bombed a weapons depot outside Sanaa.", "airstrike accomplished fact"),
    ("The town came under mortar fire before dawn.", "shelling accomplished fact"),
    ("Soldiers carried out a raid on a house in Nablus and arrested two men.", "raid accomplished fact"),
    ("Guerrillas ambushed an army patrol in Caqueta.", "attack accomplished fact"),
    ("The mayor was assassinated by two men on a motorcycle.", "assassination accomplished fact"),
    ("Militants beheaded a captive aid worker.", "execution accomplished fact"),
    ("Fighters abducted 12 schoolgirls from a dormitory in Kaduna.", "abduction accomplished fact"),
    ("Police detained three suspects in Manama.", "detention accomplished fact"),
    ("Pirates hijacked a tanker off Bosaso.", "hijacking accomplished fact"),
    ("Masked men robbed a bank in Cali.", "robbery accomplished fact"),
    ("Rebels set fire to two buses in Arauca.", "arson accomplished fact"),
    ("Saboteurs blew up a pipeline near Arish.", "bombing accomplished fact"),
    ("Thousands protested in Khartoum against the coup.", "protest accomplished fact"),
    ("Inmates rioted at the prison in Guayaquil.", "riot accomplished fact"),
    ("Customs officers seized 40 rifles at the port of Mombasa.", "seizure accomplished fact"),
    ("Rebels seized the town of Goma.", "battle accomplished fact"),
    ("Clashes between the army and the militia in Omdurman left 12 dead.", "battle accomplished fact"),
    ("Police fired tear gas at protesters in Harare.", "riot accomplished fact"),
    ("Four policemen were shot dead at a checkpoint in Peshawar.", "shooting accomplished fact"),
    ("A drone attack on an oil depot in Feodosia set fuel tanks ablaze.", "airstrike accomplished fact"),
    ("GUERRILLAS BLEW UP A POWER PYLON IN SAN MIGUEL DEPARTMENT AND KILLED TWO PEASANTS.", "bombing accomplished fact"),
]
STAGES = [
    ("Police foiled an attempt to bomb the embassy in Nairobi.", "bombing attempted fact"),
    ("Gunmen tried to kidnap the judge.", "abduction attempted fact"),
    ("The group threatened to kill the hostages.", "attack threatened fact"),
    ("The rebels denied attacking the convoy.", "attack accomplished denied"),
    ("The militia may have kidnapped the two engineers.", "abduction accomplished possible"),
]
NOTHING = [
    "The senator attacked the bill in a speech in Washington.",
    "Nurses went on strike in London over pay.",
    "The war on drugs has failed, he said.",
    "The army will attack the town if the talks fail.",
    "The president condemned the attack.",
    "Three people were killed in a bus crash near Lagos.",
    "The film was shot in Prague and critics attacked the director.",
    "No one was killed.",
    "The rebels did not attack the village.",
    "He suffered a heart attack in Geneva.",
    "The striker hit the post twice before half time.",
    "They are helping to kill our soldiers.",
    "Hundreds died in the earthquake in Nepal.",
    "The minister warned of attacks on the pipeline.",
    "The strike force returned to its base.",
    "We are already at war, the columnist wrote.",
    "The company executed its plan to enter the market.",
    "Neither the driver nor his passenger was injured.",
    "Soldiers trained to storm buildings.",
    "If fighters attack the dam, the valley floods.",
]


def kinds(report: Report) -> str:
    """Return a report's incidents as the tables above write them."""
    return "; ".join(f"{i.type} {i.stage} {i.modality}" for i in report.incidents if not i.part_of) or "-"


@pytest.mark.parametrize(("sentence", "expected"), KINDS + STAGES)
def test_kind(read_text: Any, sentence: str, expected: str) -> None:
    assert kinds(read_text(sentence, DAY)) == expected


@pytest.mark.parametrize("sentence", NOTHING)
def test_no_incident(read_text: Any, sentence: str) -> None:
    assert kinds(read_text(sentence, DAY)) == "-"


# ---------------------------------------------------------------- where


@pytest.mark.parametrize(
    ("sentence", "place", "precision", "inherited"),
    [
        ("A bomb killed three people in Mosul.", "Mosul", 1, False),
        ("A bomb killed three people near Mosul.", "Mosul", 2, False),
        ("A bomb killed three people in Iraq.", "Iraq", 6, False),
        ("A bomb killed three people in Sadr City, Baghdad.", "Sadr City", 2, False),
        ("In Mogadishu, gunmen killed the governor of Gedo.", "Mogadishu", 1, False),
        ("Rebels shelled the town of Sake in North Kivu.", "Sake", 1, False),
    ],
)
def test_where(read_text: Any, sentence: str, place: str, precision: int, inherited: bool) -> None:
    report = read_text(sentence, DAY)
    (incident,) = report.incidents
    assert incident.where is not None
    found = report.toponyms[incident.where.toponym]
    assert (found.surface, incident.where.precision, incident.where.inherited) == (place, precision, inherited)


def test_a_country_in_a_groups_name_places_nothing(read_text: Any) -> None:
    (incident,) = read_text("Fighters of al Qaeda in Iraq killed two policemen.", DAY).incidents
    assert incident.where is None


# ---------------------------------------------------------------- who, with what, how many


def test_participants_of_an_active_sentence(read_text: Any) -> None:
    (incident,) = read_text("Boko Haram fighters abducted 12 schoolgirls from a dormitory in Chibok.", DAY).incidents
    assert [(p.role, p.text) for p in incident.participants] == [
        ("captor", "Boko Haram fighters"),
        ("captive", "12 schoolgirls"),
    ]
    assert incident.captured is not None
    assert incident.captured.best == 12


def test_participants_of_a_passive_sentence_and_its_weapon(read_text: Any) -> None:
    (incident,) = read_text("Two farmers were killed by soldiers with machetes in Tame.", DAY).incidents
    roles = {p.role: p.text for p in incident.participants}
    assert roles["victim"] == "Two farmers"
    assert roles["perpetrator"] == "soldiers"
    assert [w.text for w in incident.weapons] == ["machetes"]


def test_responsibility_claimed_names_the_doer(read_text: Any) -> None:
    (incident,) = read_text(
        "Islamic State claimed responsibility for the attack, which killed 12 people in Kabul."
    ).incidents
    assert [p.text for p in incident.participants if p.role == "perpetrator"] == ["Islamic State"]


def test_a_speaker_is_no_perpetrator(read_text: Any) -> None:
    (incident,) = read_text("Police said three men were shot dead in Durban.", DAY).incidents
    assert "perpetrator" not in {p.role for p in incident.participants}


def test_every_claim_quotes_the_text(read_text: Any) -> None:
    text = "A bomb killed three people in Mosul on Monday. The blast also wounded nine, police said."
    report = read_text(text, DAY)
    claims = [claim for incident in report.incidents for claim in incident.claims]
    assert len(claims) == 2
    assert all(text[claim.start : claim.end] == claim.text for claim in claims)


def test_the_day_stays_open_without_an_anchor(read_text: Any) -> None:
    report = read_text("A bomb killed three people in Mosul on Monday.")
    (incident,) = report.incidents
    assert incident.when is not None
    assert (incident.when.start, incident.when.end, incident.when.precision) == (None, None, "unknown")
    assert any("--date" in warning for warning in report.warnings)
