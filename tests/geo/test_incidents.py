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
    ("Two herders were killed by army fire near Menaka.", "attack accomplished fact"),
    ("A drone attack on an oil depot in Feodosia set fuel tanks ablaze.", "airstrike accomplished fact"),
    ("GUERRILLAS BLEW UP A POWER PYLON IN SAN MIGUEL DEPARTMENT AND KILLED TWO PEASANTS.", "bombing accomplished fact"),
    ("Heavy fighting raged between the army and rebels around Sake.", "battle accomplished fact"),
    ("Fierce clashes between government troops and the militia broke out near Bria.", "battle accomplished fact"),
    ("The town of Tessalit fell to the rebels.", "battle accomplished fact"),
    ("Rebels retook the town of Mweso on Tuesday.", "battle accomplished fact"),
    ("A bomb damaged a power station in Lima.", "bombing accomplished fact"),
    ("A submarine torpedoed a freighter off Freetown.", "attack accomplished fact"),
    ("Air defences shot down 14 drones over the port.", "attack accomplished fact"),
    ("Artillery fired 170 shells at the island.", "shelling accomplished fact"),
    ("A drone fired two missiles at a farmhouse near Wana.", "airstrike accomplished fact"),
    ("Pirates seized a fuel tanker and its crew off Lagos.", "hijacking accomplished fact"),
    ("He had been seized from his yacht off Sabah.", "abduction accomplished fact"),
    ("Soldiers executed at least 160 captives in a field near Tikrit.", "execution accomplished fact"),
    ("Explosions in Kyiv killed two people.", "bombing accomplished fact"),
    ("A strike on a house in Rafah killed seven members of a family.", "attack accomplished fact"),
    ("Villagers said settlers burned four cars in the valley.", "arson accomplished fact"),
    ("Two girls were raped by soldiers in Chibok.", "attack accomplished fact"),
    ("Soldiers raped two women at a roadblock near Bria.", "attack accomplished fact"),
    ("A soldier lost a leg when a booby-trap exploded in Newry.", "bombing accomplished fact"),
    ("A bomb exploded at a football match in Mogadishu, killing five players.", "bombing accomplished fact"),
    ("Gunmen opened fire on cinema-goers watching a film in Karachi.", "shooting accomplished fact"),
    ("Who was behind the bombing that killed 12 people in Kano?", "bombing accomplished fact"),
    ("Two men on a motorcycle shot dead Judge Carlos Mena in Medellin.", "shooting accomplished fact"),
    ("A sniper shot dead a nurse in Aleppo on Monday.", "shooting accomplished fact"),
    ("French forces stormed School No. 7 in Grozny.", "raid accomplished fact"),
    ("Guerrillas stopped a lorry near Ayacucho and shot nine travellers in the head.", "shooting accomplished fact"),
    ("Two people were killed in clashes between rival supporters in Kaolack.", "battle accomplished fact"),
    ("Turkish jets hit 9 targets in the Zagros mountains.", "airstrike accomplished fact"),
    ("Turkish F-16s bombed the mountains near Dohuk.", "airstrike accomplished fact"),
    ("German bombers raided the harbour at Valletta.", "airstrike accomplished fact"),
    ("An army helicopter neutralised a dozen militants in the Kidal sector.", "airstrike accomplished fact"),
    ("Fighters cut off the heads of five captives in Sirte.", "execution accomplished fact"),
    ("The two sides traded rocket-propelled grenades in Tripoli.", "battle accomplished fact"),
    ("A mob lynched a man in Port-au-Prince.", "riot accomplished fact"),
    ("A coach exploded near Ankara and nine passengers died.", "bombing accomplished fact"),
    ("Customs officers discovered 90 rifles on a lorry in Trieste.", "seizure accomplished fact"),
    ("Police found 2 tonnes of methamphetamine hidden in a truck in Mandalay.", "seizure accomplished fact"),
    ("Gunmen stormed a clinic in Kunduz, killing 12 and abducting two nurses.", "raid accomplished fact"),
    ("Rebels ambushed a convoy near Goma, burning four trucks and killing nine men.", "attack accomplished fact"),
    ("Police held a woman over the theft of a car in Leeds.", "detention accomplished fact"),
]
STAGES = [
    ("A 40-lb bomb was defused in Derry.", "bombing attempted fact"),
    ("A grenade wrapped in a towel landed near the podium in Tbilisi but did not explode.", "bombing attempted fact"),
    ("Police defused a bomb outside a hotel in Derry.", "bombing attempted fact"),
    ("Fighters threatened to sell 200 schoolgirls abducted from Chibok.", "abduction accomplished fact"),
    ("The army said it had killed 203 militants in Moura.", "attack accomplished claimed"),
    ("The group claimed to have killed 12 soldiers near Loikaw.", "attack accomplished claimed"),
    ("The minister accused the rebels of shelling a school in Homs.", "shelling accomplished accused"),
    ("The bombing in Kano, which killed 10, was blamed on Boko Haram.", "bombing accomplished accused"),
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
    "Two families were killed in a fire in Lyon.",
    "The minister warned of attacks on the pipeline.",
    "The strike force returned to its base.",
    "We are already at war, the columnist wrote.",
    "The company executed its plan to enter the market.",
    "Neither the driver nor his passenger was injured.",
    "Soldiers trained to storm buildings.",
    "If fighters attack the dam, the valley floods.",
    # games, trade, stories
    "The striker fired two shots that killed off the game in Kano.",
    "City bombarded the visitors' goal before half-time in Valencia.",
    "The winger raided down the left flank late in the second half.",
    "The bank raided its rival for talent in London, and the takeover hit investors.",
    "In the film, mercenaries raid a palace in Zanzibar and kill the king.",
    # texts that say at their head what they are
    "The novel opens in 1980. Soldiers shot two priests in Guatemala City.",
    "Omar Haddad's new film opens on Friday. Gunmen storm a school in Homs and shoot three teachers.",
    "United beat Rovers 3-1 in Leeds. The striker shot his captain down and the fans were murdered, he said.",
    "NATO troops began an exercise in Latvia on Monday. Jets bombed a bridge near Riga.",
    "Marines stormed a beach near Subic in a mock assault. Helicopters fired live rockets at targets offshore.",
    # what is found, but nobody's stock of arms or drugs
    "Police found a body in Lyon.",
    "Volunteers found tonnes of food in a truck in Kyiv.",
    "A child found a grenade in a field near Kismayo.",
    "The army held a meeting over the weekend in Lima.",
    # drills
    "Soldiers simulated an attack on a port during an exercise near Tallinn.",
    "During the drill, commandos stormed a mock embassy.",
    # questions
    "Did Israel kill the general in Damascus?",
    "Has the army shelled the market in Goma?",
    # death without violence
    "The novelist, who died in Oxford aged 94, wrote of the war.",
    "Typhoon Rosa killed 1,774 people in the Visayas.",
    "Twenty-two people died when a bus plunged into a ravine near Potosi.",
    "A gas explosion killed five people in a restaurant in Wuhan.",
    "A coal mine blast killed 31 miners in Zonguldak.",
    "Eleven migrants died when their boat capsized off Zuwara. Eleven bodies were recovered.",
    "Sir John Hale, who died on Sunday aged 94, was wounded at Tobruk in 1942.",
    "In 1916 rebels stormed the post office in Dublin and killed ten soldiers.",
    # tallies, and mentions of nothing in particular
    "Since 15 April at least 1,100 people have been killed in El Geneina.",
    "So far this year 340 people have been killed in the province.",
    "The war has left more than 60,000 dead.",
    "The front is known for attacks on pipelines.",
    "Death squads have murdered priests and nuns.",
    # wishes, and what did not happen
    "At no time did we bomb villages.",
    "Six men went to his house with the intention of kidnapping him.",
]


REAL_AFTER_ALL = [
    "South Korea began a joint exercise on Monday. North Korea fired 30 shells at an island off Incheon.",
    "A film director was shot dead in Tehran. Gunmen also killed two policemen in Tabriz on Monday.",
]


@pytest.mark.parametrize("text", REAL_AFTER_ALL)
def test_an_opening_that_names_a_film_or_a_drill_does_not_silence_the_rest(read_text: Any, text: str) -> None:
    assert kinds(read_text(text, DAY)) != "-"


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
        ("Officials in Kabul said a bomb killed three people in Kunduz.", "Kunduz", 1, False),
        ("Gunmen killed five people in Kunduz, the governor said in Kabul.", "Kunduz", 1, False),
        ("In Cali, the army said, a bomb killed three people.", "Cali", 1, False),
        ("A tanker was hit by a drone off Hodeidah.", "Hodeidah", 2, False),
        ("Troops shelled Avdiivka and Vuhledar.", "Avdiivka", 1, False),
        ("Fighters abducted two nuns from Chibok.", "Chibok", 1, False),
    ],
)
def test_where(read_text: Any, sentence: str, place: str, precision: int, inherited: bool) -> None:
    report = read_text(sentence, DAY)
    (incident,) = report.incidents
    assert incident.where is not None
    found = report.toponyms[incident.where.toponym]
    assert (found.surface, incident.where.precision, incident.where.inherited) == (place, precision, inherited)


@pytest.mark.parametrize(
    "sentence",
    [
        "Gunmen killed five people in Barzunkhelabad, the governor said in Kabul.",
        "In Xanthopolis, a bomb killed two people, officials in Athens said.",
        "Fighters burned houses in Qarzunabad after a march from Aleppo.",
    ],
)
def test_an_unknown_place_is_no_other_place(read_text: Any, sentence: str) -> None:
    (incident,) = read_text(sentence, DAY).incidents
    assert incident.where is None


def test_two_clauses_have_two_places(read_text: Any) -> None:
    text = "Gunmen shot dead a man in Sadr City, and a bomb killed two shoppers in Baghdad."
    report = read_text(text, DAY)
    assert [report.toponyms[i.where.toponym].surface for i in report.incidents if i.where] == [
        "Sadr City",
        "Baghdad",
    ]


def test_a_power_that_speaks_by_its_capitals_name_is_no_place(read_text: Any) -> None:
    report = read_text("A bomb killed three soldiers near Kirkuk. Moscow put its losses at four dead.", DAY)
    assert {report.toponyms[i.where.toponym].surface for i in report.incidents if i.where} == {"Kirkuk"}


def test_steps_of_one_sentence_are_one_incident(read_text: Any) -> None:
    text = "Militants stormed a hotel in Mogadishu on Friday, setting off two car bombs before opening fire."
    (incident,) = read_text(text, DAY).incidents
    assert incident.type == "bombing"


def test_places_listed_with_the_place_are_no_victims(read_text: Any) -> None:
    (incident,) = read_text("Troops shelled Avdiivka and Vuhledar.", DAY).incidents
    assert [p.text for p in incident.participants] == ["Troops"]


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


@pytest.mark.parametrize(
    ("sentence", "doer"),
    [
        ("The minister accused the rebels of shelling a school in Homs.", "rebels"),
        ("The ministry blamed the rebels for the attack, which killed 12 people in Homs.", "rebels"),
        ("Hamas said it had fired rockets at Ashkelon.", "Hamas"),
        ("The army said it had killed 203 militants in Moura.", "army"),
        ("Two priests were found murdered by soldiers in Tame.", "soldiers"),
    ],
)
def test_who_did_it(read_text: Any, sentence: str, doer: str) -> None:
    (incident,) = read_text(sentence, DAY).incidents
    assert [p.text for p in incident.participants if p.role == "perpetrator"] == [doer]


@pytest.mark.parametrize(
    ("sentence", "killed"),
    [
        ("A roadside bomb struck a patrol near Gao; four soldiers died and seven were hurt.", 4),
        ("Air strike on the market in Zarqa: 17 people killed, monitors wrote.", 17),
        ("Militants stormed a village in Kaduna in an attack in which 23 people died.", 23),
        ("Two bombs went off in Quetta; one killed six people.", 6),
        ("Three villages were attacked by bandits who killed 30 people in Zamfara.", 30),
        ("Nine people were killed as a result of a bomb explosion in downtown Bogota.", 9),
        ("An officer was shot dead by the Provisional IRA at his farm outside Castlederg.", 1),
    ],
)
def test_what_befell_people_belongs_to_the_event_of_its_sentence(read_text: Any, sentence: str, killed: int) -> None:
    (incident,) = read_text(sentence, DAY).incidents
    assert incident.killed is not None
    assert incident.killed.best == killed


def test_what_happened_long_ago_is_background_but_not_in_the_lead(read_text: Any) -> None:
    past = "In 1983 a truck bomb killed 241 soldiers in Beirut."
    news = "On Monday gunmen killed two guards in Tripoli."
    assert len(read_text(past, DAY).incidents) == 1
    (incident,) = read_text(f"{news} {past}", DAY).incidents
    assert incident.killed is not None
    assert incident.killed.best == 2


def test_what_is_left_out_is_said(read_text: Any) -> None:
    past = "In 1983 a bomb killed 241 soldiers in Beirut."
    report = read_text(f"On Monday gunmen killed two guards in Tripoli. {past}", DAY)
    (warning,) = report.warnings
    assert f"left out: “{past}”" in warning


def test_a_day_that_no_incident_is_told_with_is_no_warning(read_text: Any) -> None:
    assert read_text("The mayor spoke on Monday. The market opens on Friday.").warnings == ()


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
    assert any("no date is known" in warning for warning in report.warnings)


def test_the_hour_of_a_bulletins_item_is_no_part_of_a_name(read_text: Any) -> None:
    (incident,) = read_text("11:45 - Masked gunmen torched six trucks near Tunja.", DAY).incidents
    assert [p.text for p in incident.participants if p.role == "perpetrator"] == ["Masked gunmen"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry today condemned the murder of a judge in Cali.",
        "Two magistrates on Monday resigned to protest the murder of a judge in Cali.",
    ],
)
def test_the_day_of_a_reaction_is_not_that_of_the_event(read_text: Any, sentence: str) -> None:
    (incident,) = read_text(sentence, DAY).incidents
    assert incident.when is not None
    assert incident.when.start is None


def test_the_day_at_the_head_of_a_report_is_not_that_of_its_first_event(read_text: Any) -> None:
    (incident,) = read_text(
        "January 22, 2018 - Gunmen attacked a convoy in Kirkuk on Sunday, killing nine soldiers."
    ).incidents
    assert incident.when is not None
    assert incident.when.start == incident.when.end == date(2018, 1, 21)


def test_the_day_after_an_event_stays_its_own(read_text: Any) -> None:
    (incident,) = read_text("The ministry condemned the murder of a judge in Cali on Monday.", DAY).incidents
    assert incident.when is not None
    assert incident.when.start == date(2021, 6, 28)
