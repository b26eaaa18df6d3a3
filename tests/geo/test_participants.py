"""Who took part in what invented sentences tell of, as what, and by which words they are named."""

from datetime import date
from typing import Any

import pytest

DAY = date(2021, 6, 30)  # a Wednesday


def taking_part(read_text: Any, sentence: str, *roles: str) -> list[tuple[str, str]]:
    """Return the words and the kind of those with one of the roles, over all incidents of a text."""
    found = [p for i in read_text(sentence, DAY).incidents for p in i.participants if p.role in roles]
    return list(dict.fromkeys((p.text, p.kind) for p in found))


# ---------------------------------------------------------------- who did it


@pytest.mark.parametrize(
    ("sentence", "doers"),
    [
        ("The bishop said a paramilitary group is responsible for the murder of nine farmers in Orito.",
         [("paramilitary group", "group")]),
        ("Prosecutors implicated four gunmen in the murder of the priests in Santa Ana.", [("four gunmen", "person")]),
        ("The minister blamed the murder of two missionaries in La Paz on drug traffickers.",
         [("drug traffickers", "person")]),
        ("A guard was wounded in an attack staged tonight by masked men on the town hall in Lima.",
         [("masked men", "person")]),
        ("Deputy Salah Jabr was killed by a bomb placed by rebels under his car in Mosul.", [("rebels", "person")]),
        ("The Red Front, which claimed responsibility for killing General Alvarez in Tela, is small.",
         [("Red Front", "group")]),
        ("The militia confessed to the killing of two traders in Menaka.", [("militia", "group")]),
        ("Two students involved in the attack on the bus in Lagos were expelled.", [("Two students", "civilians")]),
        ("He was the mastermind of the attack on the bus in Lagos, which killed nine people.", []),
        ("Eyewitnesses claim that gunmen opened fire in Likasi.", [("gunmen", "person")]),
        ("An army patrol struck a mine near Likasi, killing three.", []),
        (("A bomb hurt three people in Tela. No group has claimed responsibility, but the army attributed the attack "
         "to the Red Column."), [("Red Column", "unknown")]),
        ("On 3 May gunmen shot two guards in Tela.", [("gunmen", "person")]),
        ("In August of that year gunmen shot two guards in Tela.", [("gunmen", "person")]),
        ("A bomb hurt three people in Tela. The Red Front claimed responsibility.", [("Red Front", "group")]),
        ("A bomb hurt three people in Tela. Officials blamed the rebels.", [("rebels", "person")]),
        ("A bomb hurt three people in Tela. No group claimed responsibility, nor did officials blame the rebels.", []),
        ("A bomb hurt three people in Tela. The opposition blamed the army for the delays.", []),
        ("A group calling itself the Dawn Brigade claimed responsibility for the bombing of a bank in Lima on Monday.",
         [("Dawn Brigade", "group")]),
        ("Three clerks were shot in Likasi on Monday by the Ashen Hand's (AH) urban fighters.",
         [("Ashen Hand", "group"), ("urban fighters", "person")]),
        ("Ashen Hand-linked gunmen shot three clerks in Likasi on Monday.", [("Ashen Hand-linked gunmen", "person")]),
        ("The Maroons killed two men in Lima on Monday.", [("Maroons", "group")]),
        ("Forty judges went on strike in Lima on Monday to protest the murder of Judge Omar Navas in Cali.", []),
        ("LIMA, 4 FEB 90 (RADIO NORTE) -- [TEXT] SHINING PATH TERRORISTS LAST NIGHT MURDERED THE MAYOR OF TINCO.",
         [("SHINING PATH", "group"), ("SHINING PATH TERRORISTS", "person")]),
        ("Yesterday heavily armed rebels burned a bank in Lima.", [("heavily armed rebels", "person")]),
        ("LIMA, 4 FEB 90 (RADIO NORTE) -- [TEXT] SHINING PATH TERRORISTS KILLED TWO MEN IN CUZCO ON MONDAY.",
         [("SHINING PATH", "group"), ("SHINING PATH TERRORISTS", "person")]),
        ("Nine clerks were shot when suspected Ashen Hand militants waylaid them in Likasi.",
         [("Ashen Hand", "group"), ("Ashen Hand militants", "person")]),
        ("We hold the army and the police responsible for this attack on the bus in Lagos, which killed nine people.",
         [("army", "state_force"), ("police", "state_force")]),
        ("The attack in Quinchia was apparently the work of guerrillas.", [("guerrillas", "person")]),
        ("Nine traders died at the hands of militiamen in Pata on Monday.", [("militiamen", "person")]),
        ("Unidentified men hurled a petrol bomb that exploded outside the bank in La Paz.",
         [("Unidentified men", "person")]),
        ("One pupil was killed by the blast of a grenade thrown at a school van by masked men in Lima.",
         [("masked men", "person")]),
        ("One of the engineers was kidnapped in Medellin today, presumably by rebels.", [("rebels", "person")]),
        ("A spokesman for the Gulf cartel claimed responsibility for the murder of a priest in Tampico.",
         [("Gulf cartel", "group")]),
        ("Nine traders in Lagos were killed by the impact of a shell.", []),
        ("Police condemned an attack reported by villagers in Gao, which killed nine people.", []),
    ],
)  # fmt: skip
def test_whose_deed_the_words_make_it(read_text: Any, sentence: str, doers: list[tuple[str, str]]) -> None:
    assert taking_part(read_text, sentence, "perpetrator", "captor") == doers


@pytest.mark.parametrize(
    ("sentence", "doers"),
    [
        ("Guerrillas of the Popular Front burned two trucks in Arauca.",
         [("Guerrillas", "person"), ("Popular Front", "group")]),
        ("Members of the Popular Front burned two trucks in Arauca.",
         [("Members of the Popular Front", "person"), ("Popular Front", "group")]),
        ("A group of armed men shot dead two traders in Culiacan.", [("group of armed men", "person")]),
        ("A group of soldiers shot dead two traders in Culiacan.", [("group of soldiers", "state_force")]),
        ("The National Liberation Army killed two traders in Arauca.", [("National Liberation Army", "group")]),
        ("Jaish-e-Mohammed killed two guards in Uri.", [("Jaish-e-Mohammed", "group")]),
        ("Two guards were killed in Raqqa by Harakat al-Nujaba.", [("Harakat al-Nujaba", "group")]),
        ("Jaish al-Islam killed two traders in Douma.", [("Jaish al-Islam", "group")]),
        ("The Qassam Brigades killed two soldiers in Jabalia.", [("Qassam Brigades", "group")]),
        ("The Mahdi Army killed two traders in Basra.", [("Mahdi Army", "group")]),
        ("The M23 killed two traders in Rutshuru.", [("M23", "group")]),
        ("IS killed four soldiers near Tikrit.", [("IS", "group")]),
        ("ISIS killed four soldiers near Tikrit.", [("ISIS", "group")]),
        ("The IDF killed four fighters near Jenin.", [("IDF", "state_force")]),
        ("FARDC killed four fighters near Beni.", [("FARDC", "state_force")]),
        ("Carabineros killed two men in Arica.", [("Carabineros", "state_force")]),
        ("Hamas police killed two men in Rafah.", [("Hamas police", "group")]),
        ("The junta bombed a school in Loikaw, killing nine pupils.", [("junta", "government")]),
        ("Gunmen working for the Gulf cartel killed two traders in Reynosa.",
         [("Gunmen", "person"), ("Gulf cartel", "group")]),
        ("Suspected PFL rebels killed two traders in Beni.", [("PFL", "group"), ("PFL rebels", "person")]),
        ("The Malian army killed two traders in Gao.", [("Malian army", "state_force")]),
    ],
)  # fmt: skip
def test_doers_and_their_organisation(read_text: Any, sentence: str, doers: list[tuple[str, str]]) -> None:
    assert taking_part(read_text, sentence, "perpetrator") == doers


# ---------------------------------------------------------------- whom and what it befell


@pytest.mark.parametrize(
    ("sentence", "sufferers"),
    [
        ("Rebels killed at least 30 civilians in Haut-Uele on Tuesday.", ["civilians"]),
        ("Rebels killed about 30 other civilians in Haut-Uele on Tuesday.", ["civilians"]),
        ("Rebels killed six civilians in Haut-Uele on Tuesday.", ["six civilians"]),
        ("The blast left 7 other people dead in Lima on Monday.", ["people"]),
        ("Gunmen kidnapped the mayor of Tela and two of his aides on Tuesday.", ["mayor of Tela", "his aides"]),
        ("A cartel claimed responsibility for the assassination of Ibarra Ossa in Lima.", ["Ibarra Ossa"]),
        ("Three people, two women and a man, died in an air strike on Tuesday.", ["two women", "man"]),
        ("Soldiers seized students Mario Flores and Luis Rey in Tela.", ["students Mario Flores", "Luis Rey"]),
        ("Rebels kidnapped a large number of youths in Beni on Tuesday.", ["youths"]),
        ("Gunmen killed four members of a family in Tela on Monday.", ["four members of a family"]),
        ("Gunmen shot dead two police officers in Culiacan on Sunday.", ["two police officers"]),
        ("Gunmen wounded her mother, Marta Orozco, in Medellin on Sunday.", ["mother, Marta Orozco"]),
        ("Gunmen killed two nurses, Amna Idris and Hawa Adam, in Kutum.", ["Amna Idris", "Hawa Adam"]),
        ("Gunmen killed ten teachers, including Rosa Vera, in Lima.", ["ten teachers", "Rosa Vera"]),
        ("Gunmen killed the teacher Omar Navas along with two guards in Lima on Monday.",
         ["teacher Omar Navas", "two guards"]),
        ("Gunmen murdered Omar Navas, a lawyer and activist, in Lima on Monday.", ["Omar Navas"]),
        ("Gunmen kidnapped David Leslie Moran in Cali. A judge said that Moran had been kidnapped on Monday.",
         ["David Leslie Moran"]),
        ("The attack came a day after the death of a judge near Lima.", ["judge"]),
        ("Guards stopped Omar Navas in Lima on Monday and shot him dead.", ["Omar Navas"]),
        ("Gunmen dragged two nurses from a bus in Lima and shot them.", ["two nurses"]),
        ("A 17-year-old was shot dead in Lima on Monday.", ["17-year-old"]),
        ("A patrol struck a roadside bomb near Lima on Monday.", ["patrol"]),
        ("The attack came a day after the arrest of two smugglers near Lima.", ["two smugglers"]),
    ],
)  # fmt: skip
def test_victims_by_name(read_text: Any, sentence: str, sufferers: list[str]) -> None:
    found = [text.removeprefix("her ") for text, _ in taking_part(read_text, sentence, "victim", "captive")]
    assert found == sufferers


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("A bomb exploded on Monday inside a tourist bus on an avenue in Lima.", ["tourist bus"]),
        ("A car bomb went off in front of the Iraqi embassy in Amman on Thursday.", ["Iraqi embassy"]),
        ("The principal office of the newspaper was the target of a car bomb attack in Bogota on Monday.",
         ["principal office of the newspaper"]),
        ("The bomb damaged a bank, a hotel, two clinics, and a warehouse in Cali on Monday.",
         ["bank", "hotel", "two clinics", "warehouse"]),
        ("The bomb damaged the telephone exchange, a hotel, two clinics, and a shop in Lima on Monday.",
         ["telephone exchange", "hotel", "two clinics", "shop"]),
        ("A bomb went off in the basement of the Tower Building in Lima on Monday.", ["Tower Building"]),
        ("Rebels placed two bombs in bank branches in Lima on Monday.", ["bank branches"]),
        ("Masked men attacked the Weavers' Union in Lima on Monday.", ["Weavers' Union"]),
        ("A C-4 plane was bombed in Lima on Monday.", ["C-4 plane"]),
        ("Police defused a bomb planted in front of the embassy in Lima on Monday.", ["embassy"]),
        ("A truck of the army drove over a mine near Lima on Monday.", ["truck of the army"]),
        ("A bomb exploded in a street in Lima on Monday, wounding two people.", []),
        ("A bomb exploded at night in Lima on Monday, wounding two people.", []),
    ],
)  # fmt: skip
def test_what_a_blast_was_meant_for(read_text: Any, sentence: str, targets: list[str]) -> None:
    assert [text for text, _ in taking_part(read_text, sentence, "target")] == targets


@pytest.mark.parametrize(
    ("sentence", "weapons"),
    [
        ("Rebels used mortars to attack the barracks in Bambari on Sunday.", ["mortars"]),
        ("Rebels attacked the barracks in Bambari with rocket launchers on Sunday.", ["rocket launchers"]),
        ("A dynamite charge exploded at a bank in Lima on Sunday.", ["dynamite charge"]),
        ("A bomb was thrown at a shop in Lima on Sunday.", ["bomb"]),
        ("Twenty kg of dynamite exploded at a bank in Lima on Sunday.", ["dynamite"]),
        ("A car bomb exploded outside a bank in Lima on Sunday. The bomb wounded two clerks.", ["car bomb"]),
        ("A court heard new charges of murder against two men in Lima on Sunday.", []),
    ],
)
def test_weapons(read_text: Any, sentence: str, weapons: list[str]) -> None:
    assert [w.text for i in read_text(sentence, DAY).incidents for w in i.weapons] == weapons


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The murder on 22 March of Juan Ruiz, its candidate, shocked the party.", ["Juan Ruiz"]),
        ("The assassination in February of General Pedro Ruiz was plotted in Brena.", ["General Pedro Ruiz"]),
        ("All 107 passengers and crew were killed when a bomb exploded in Tela.", ["107 passengers", "crew"]),
    ],
)
def test_victims_beside_a_date_or_a_number(read_text: Any, sentence: str, names: list[str]) -> None:
    (incident,) = read_text(sentence).incidents
    assert [p.text for p in incident.participants if p.role == "victim"] == names
