"""Whether a party to a conflict says it of another or of its own side, or whether no party speaks. All invented."""

import pytest

from tests.geo.conftest import Read

SIDES = [
    # of another side
    ("Hezbollah said Israeli warplanes bombed a school in Tyre.", "accused"),
    ("Rebel radio said army helicopters bombed a market in Kidal.", "accused"),
    ("M23 said government forces shelled a camp in Sake.", "accused"),
    ("The government said the rebels had shelled Taiz, killing six.", "accused"),
    ("Six villagers were killed by guerrillas in Tumaco, the army reported.", "accused"),
    ("Taliban fighters attacked a checkpoint in Ghazni, the defence ministry said.", "accused"),
    ("Ukraine said Russian forces shelled a hospital in Kherson.", "accused"),
    ("The Russian Defence Ministry said Ukrainian drones attacked a depot in Rostov.", "accused"),
    ("Israel said Palestinian militants fired rockets at Sderot.", "accused"),
    ("FARC guerrillas killed two ELN rebels in Arauca, the ELN said.", "accused"),
    ("Houthi-run television said coalition jets bombed a wedding in Hajjah.", "accused"),
    # of the own side
    ("The army said soldiers killed nine rebels in Kidal.", "claimed"),
    ("Ethiopian soldiers killed nine men in Axum, the Ethiopian government said.", "claimed"),
    ("The Taliban said Taliban fighters killed nine policemen in Ghazni.", "claimed"),
    ("The rebels said their fighters killed ten soldiers in Goma.", "claimed"),
    ("The army said 31 rebels and five soldiers were killed in a battle in Goma.", "claimed"),
    ("The defence ministry said 40 militants were killed in an air strike near Kunduz.", "claimed"),
    ("French forces said a drone had killed 12 fighters near Kidal.", "claimed"),
    ("Hamas said three Israeli soldiers were killed in Rafah.", "claimed"),
    ("An Al Shabaab spokesman said the group had killed 12 soldiers in Baidoa.", "claimed"),
    # by no party, of no named side, or of a side that is not said
    ("Police said gunmen killed three traders in Gao.", "fact"),
    ("Police said separatists killed a teacher in Bamenda.", "fact"),
    ("Residents said soldiers killed three traders in Gao.", "fact"),
    ("Lawyers said police burned two huts in Meru.", "fact"),
    ("The Houthi-run health ministry said coalition jets bombed a wedding in Hajjah.", "fact"),
    ("A U.N. official said Russian forces shelled a hospital in Kherson.", "fact"),
    ("The army said gunmen killed two teachers in Monywa.", "fact"),
    ("The army said five soldiers were killed in an ambush in Gao.", "fact"),
    ("Police said the group had killed six traders in Gao.", "fact"),
    ("Two men are believed by relatives to have been killed in Gao.", "possible"),
    ("The junta said pro-government militiamen killed two teachers in Monywa.", "fact"),
    ("The army said Malian troops killed two teachers in Monywa.", "fact"),
    # words of accusation and of denial come first
    ("The mayor accused soldiers of killing nine men in Kidal.", "accused"),
    ("The army denied that soldiers killed nine men in Kidal.", "denied"),
]


@pytest.mark.parametrize(("sentence", "modality"), SIDES)
def test_whose_side_the_speaker_is_on(sentence: str, modality: str, read_text: Read) -> None:
    (incident,) = read_text(sentence).incidents
    assert (incident.modality, incident.claims[0].modality) == (modality, modality)


def test_whoever_accuses_in_the_passive_is_named_and_so_is_the_accused(read_text: Read) -> None:
    (incident,) = read_text("An army patrol is accused by villagers of killing eight people in Tarata.").incidents
    assert incident.claims[0].asserted_by == "villagers"
    assert [p.text for p in incident.participants if p.role == "perpetrator"] == ["army patrol"]


def test_what_was_done_on_the_way_is_the_doers_own_claim(read_text: Read) -> None:
    told = "The Taliban said its fighters stormed Sangin after killing 12 policemen."
    rejected = "The governor rejected this, saying three died."
    said = [claim for incident in read_text(f"{told} {rejected}").incidents for claim in incident.claims]
    assert {c.modality for c in said if c.asserted_by == "Taliban"} == {"claimed"}
    assert {c.asserted_by for c in said} == {"Taliban", "governor"}


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ('Al Shabaab said that its "special unit" had killed a colonel in Baidoa.', ["Al Shabaab", "special unit"]),
        ("A bomb killed nine people in Kano. A spokesman for Ansaru claimed responsibility.", ["Ansaru"]),
        ("The ELN radio claimed responsibility for the bombing of a bank in Cali.", ["ELN"]),
        ("A bomb killed nine people in Kano. The news agency claimed responsibility.", []),
    ],
)
def test_who_speaks_for_the_doers_is_not_one_of_them(text: str, doers: list[str], read_text: Read) -> None:
    (incident,) = read_text(text).incidents
    assert [p.text for p in incident.participants if p.role == "perpetrator"] == doers


def test_a_denial_ends_where_another_thing_is_said(read_text: Read) -> None:
    told = "The navy denied hitting a trawler off Sidon and said that it had bombed a depot in Tyre."
    assert [i.modality for i in read_text(told).incidents] == ["denied", "claimed"]


def test_who_is_suspected_of_a_deed_is_none_of_its_victims(read_text: Read) -> None:
    told = "Two suspects in the bombing of a market in Kano were shot dead in Zaria on Friday."
    bombing = next(i for i in read_text(told).incidents if i.type == "bombing")
    assert bombing.killed is None
    assert [p.text for p in bombing.participants] == ["market"]
