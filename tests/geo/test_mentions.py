"""Invented sentences, from several wars and kinds of writing, with the places they name and the role of each."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.errors import LexiconError
from geo.language import never
from geo.mentions import weights
from geo.mentions.features import FEATURES
from geo.mentions.finding import find
from geo.mentions.weights import load_weights
from geo.pipeline import is_notable

# Each line: the sentence | its mentions in order, as surface:role; (x) marks a name that must not be taken for a place.
LITERAL = """
Gunmen attacked a police post near Tal Afar on Monday, killing four. | Tal Afar:literal
A car bomb exploded in Kut, south of Baghdad. | Kut:literal, Baghdad:literal
Missiles hit Kharkiv and Bakhmut overnight. | Kharkiv:literal, Bakhmut:literal
Fighters withdrew from Amarah. | Amarah:literal
Rebels captured al-Bab and Jarabulus. | al-Bab:literal, Jarabulus:literal
Troops crossed the Euphrates at Deir ez-Zor. | Euphrates:literal, Deir ez-Zor:literal
Arms went from Iran into Iraq through the Shalamcheh crossing. | Iran:literal, Iraq:literal, Shalamcheh:literal
Ships were attacked in the Red Sea off Hodeidah, Yemen. | Red Sea:literal, Hodeidah:literal, Yemen:literal
The shooting happened in Long Beach, CA. | Long Beach:literal, CA:literal
Police in Paris, Texas, arrested two men. | Paris:literal, Texas:literal
BAGHDAD (Reuters) - A bomb killed five people in Sadr City on Tuesday. | BAGHDAD:literal, Sadr City:literal
The Mosul offensive began at dawn. | Mosul:literal
Two soldiers died in the Aleppo bombing. | Aleppo:literal
The road between Baghdad and Basra was closed. | between Baghdad and Basra:literal
A Beirut-based group hacked the site. | Beirut:literal
The blast struck Baghdad's Karrada district. | Baghdad:literal, Karrada:literal
The town of Battle was flooded. | Battle:literal
Smugglers moved cocaine from Guayaquil to Rotterdam. | Guayaquil:literal, Rotterdam:literal
The convoy left Bangui at dawn. | Bangui:literal
Shots came from the village Dvani. | Dvani:literal
Officers in Monrovia said that the bus was robbed in neighbouring Gbanga. | Monrovia:literal, Gbanga:literal
The siege of Tizi lasted a week. | Tizi:literal
A lorry burned in barrio Qelmesh. | Qelmesh:literal
A Winona man was held. | Winona:demonym
Explosions shook Goris, Kapan and Zelenobor. | Goris:literal, Kapan:literal, Zelenobor:literal
Twelve bodies were found in Ciudad Juarez, Chihuahua. | Ciudad Juarez:literal, Chihuahua:literal
Militants shot dead five farmers in the village of Kukawa in Borno on Friday. | Kukawa:literal, Borno:literal
Bandits killed nine farmers in North Central Nigeria on Friday. | Nigeria:literal
BANDITS BURNED FOUR FARMS IN SOUTH EAST TURKEY. | TURKEY:literal
Two teachers were shot in South West Region of Cameroon. | South West Region:literal, Cameroon:literal
Two men were shot in North Carolina and in South America. | North Carolina:literal, South America:literal
"""
ACTORS = """
Iran denied that it had sent weapons to Lebanon. | Iran:metonym, Lebanon:literal
Washington and Tehran resumed talks in Muscat on Sunday. | Washington:metonym, Tehran:metonym, Muscat:literal
Russia accused Ukraine of shelling Belgorod. | Russia:metonym, Ukraine:metonym, Belgorod:literal
He bought the engines on behalf of Libya. | Libya:metonym
The regime was then at war with Ethiopia. | Ethiopia:metonym
Moscow put its losses at four dead. | Moscow:metonym
Relations between Moscow and Kyiv are at a low. | Moscow:metonym, Kyiv:metonym
The Russia-Ukraine War Drags On | Russia:metonym, Ukraine:metonym
Sanctions on Russia were extended by Brussels. | Russia:metonym, Brussels:metonym
Tehran rejected the accusation, and Riyadh expelled its envoy. | Tehran:metonym, Riyadh:metonym
"""
PEOPLES = """
Afghan and US troops searched a house in Khost. | Afghan:demonym, US:demonym, Khost:literal
An Iranian-backed militia fired rockets at the Green Zone. | Iranian:demonym, Green Zone:literal
Israeli warplanes bombed Khan Younis in the Gaza Strip. | Israeli:demonym, Khan Younis:literal, Gaza Strip:literal
London police arrested two Libyans at Heathrow. | London:demonym, Libyans:demonym, Heathrow:literal
The European envoy flew to Srinagar. | European:demonym, Srinagar:literal
Pro-Russian separatists shelled Avdiivka. | Russian:demonym, Avdiivka:literal
"""
OWNERS = """
Iran's Basij Force held a parade in Qom. | Iran:possessive, Qom:literal
Iraq's parliament met in Baghdad. | Iraq:possessive, Baghdad:literal
US troops in Iraq's Anbar province came under fire. | US:demonym, Iraq:literal, Anbar:literal
Peru's army clashed with guerrillas. | Peru:possessive
"""
ORGANISATIONS = """
Al Qaeda in Iraq claimed the bombing in Ramadi. | Iraq:organisation, Ramadi:literal
The Armed Forces of Ukraine struck a depot in Luhansk. | Ukraine:organisation, Luhansk:literal
The Islamic State of Iraq and Syria seized a dam near Raqqa. | Iraq:organisation, Syria:organisation, Raqqa:literal
Soldiers looted the Khartoum Hospital in Nyala. | Khartoum:organisation, Nyala:literal
Fighters stormed the Pearl Beach hotel in Mogadishu on Friday. | Pearl Beach:organisation, Mogadishu:literal
Bombs went off at Kandahar hospital in Afghanistan. | Kandahar:literal, Afghanistan:literal
The Bank of Syria closed its branch in Homs. | Syria:organisation, Homs:literal
The Washington Post reported that clashes broke out in Tripoli. | Washington:organisation, Tripoli:literal
Multinational Forces Iraq announced the raid. | Iraq:organisation
The Iranian Revolutionary Guard Corps drilled in the Strait of Hormuz. | Iranian:organisation, Strait of Hormuz:literal
A spokesman for the Ministry of Defence of Ukraine declined to comment in Kyiv. | Ukraine:organisation, Kyiv:literal
The Free Syrian Army fired mortars at Damascus. | Syrian:organisation, Damascus:literal
A U.S. Navy destroyer sailed through the Taiwan Strait. | U.S.:organisation, Taiwan Strait:literal
The Qods Force runs a camp near Ahvaz. | Qods:organisation, Ahvaz:literal
"""
NOT_PLACES = """
President Lincoln addressed troops near Richmond, Virginia. | Richmond:literal, Virginia:literal
Gen. Jackson was wounded in the arm. |
Mr. Jordan said the shelling had stopped. |
Hassan Nasrallah spoke in Beirut. | Beirut:literal
Chad Smith met Georgia Brown in Austin. | Austin:literal
Bill Clinton and Hamilton Jordan met in Amman, Jordan. | Amman:literal, Jordan:literal
Lord North left London. | London:literal
Police said the March offensive had failed. Mobile phones were cut off. |
They ate turkey on Thursday in Ankara. | Ankara:literal
Police held Rafael N., alias "El Paso", in Lima. | Lima:literal
Reading the statement, the minister left for Geneva. | Geneva:literal
Best estimates say the war will reach Sanaa. | Sanaa:literal
Prime Minister Abadis convoy in Samarra was hit. | Samarra:literal
A Hamas leader paid US$500 to the FAO. |
They spoke in French. |
Cases of West Nile virus were found in Tucson. | Tucson:literal
The clinic treats Marburg haemorrhagic fever. |
The Sadr movement denied it, and a statement from Nasrallah arrived. |
HEADQUARTERS, MEMPHIS, TENN., MAY 4. | MEMPHIS:literal, TENN.:literal
"""
CABLES = """
BOGOTA, 12 JAN 90 -- GUERRILLAS BLEW UP A PIPELINE NEAR ARAUCA, POLICE REPORTED. | BOGOTA:literal, ARAUCA:literal
REBELS ATTACKED A STATION IN SAN MIGUEL, EL SALVADOR, KILLING THREE. | SAN MIGUEL:literal, EL SALVADOR:literal
THE REBELS CLAIMED THE ATTACK ON ZACATECOLUCA. | ZACATECOLUCA:literal
BOGOTA, 3 MAY 90 -- PERUVIAN REBELS KILLED TWO CHILEANS. | BOGOTA:literal, PERUVIAN:demonym, CHILEANS:demonym
TEGUCIGALPA, 2 MAY 89 -- PLANES BOMBED VILLAGES, AND THE REST OF THE SOUTH WAS QUIET. | TEGUCIGALPA:literal
MANY FLED FROM THE LA BRENA AREA TO AYACUCHO. | LA BRENA:literal, AYACUCHO:literal
"""


def cases(*tables: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the sentences of tables with the (surface, role) of each mention that they ask for."""
    rows = []
    for line in "".join(tables).strip().splitlines():
        sentence, _, wanted = line.partition(" |")
        pairs = [tuple(pair.strip().rsplit(":", 1)) for pair in wanted.split(",") if ":" in pair]
        rows.append((sentence, pairs))
    return rows


@pytest.mark.parametrize(
    ("sentence", "wanted"), cases(LITERAL, ACTORS, PEOPLES, OWNERS, ORGANISATIONS, NOT_PLACES, CABLES)
)
def test_finds_each_place_in_its_role(
    sentence: str, wanted: list[tuple[str, str]], gazetteer: Any, language: Any
) -> None:
    parse = language.parse(sentence, lambda words: is_notable(words, gazetteer))
    assert [(m.surface, m.role) for m in find(parse, gazetteer)] == wanted


def test_a_name_proven_once_counts_again(gazetteer: Any, language: Any) -> None:
    parse = language.parse("Two men were shot in Winona. Winona reported the deaths on Friday.")
    assert [m.surface for m in find(parse, gazetteer)] == ["Winona", "Winona"]


def test_names_without_the_common_word_come_last(gazetteer: Any, language: Any) -> None:
    parse = language.parse("Troops entered Anbar province and the Karrada district.")
    assert [m.names for m in find(parse, gazetteer)] == [
        ("Anbar province", "Anbar"),
        ("Karrada district", "Karrada"),
    ]


def test_a_street_is_not_looked_up_as_the_town_it_is_called_after(gazetteer: Any, language: Any) -> None:
    parse = language.parse("A man was shot on Lancaster Avenue in Richmond.")
    spellings = {name for m in find(parse, gazetteer) for name in m.names}
    assert "Lancaster" not in spellings


WORDS = st.sampled_from(
    [
        *("Iran", "'s", "US", "-", "the", "forces", "of", "al", "Iraq", "City", "Sadr", "Army", "Al", "New", "South"),
        *("Paris", "said", ",", ".", "in", "Gen.", "'", "A", "(", ")", "\n", "\n\n", "and", "London", "KUT", "$"),
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=60))
def test_mentions_are_spans_of_the_text_that_do_not_overlap(text: str, gazetteer: Any, language: Any) -> None:
    mentions = find(language.parse(text), gazetteer)
    assert all(m.surface == text[m.start : m.end] and m.surface and m.names for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))


# Each line as above. What it mends: a name's neighbours in a list, an appositive, "State University", a possessive.
MENDED = """
Missiles fell near Bakhmut, Avdiivka and Vuhledar. | Bakhmut:literal, Avdiivka:literal, Vuhledar:literal
Bakhmut was shelled and Tal Afar was retaken. | Bakhmut:literal, Tal Afar:literal
A depot burned in Port-au-Prince, Haiti. | Port-au-Prince:literal, Haiti:literal
A shell hit a school in the village of Zelenokamsk. | Zelenokamsk:literal
Rain fell in Lyon. | Lyon:literal
Ukraine joined the EU, officials in Lviv said. | Ukraine:metonym, Lviv:literal
A student of Ohio State University was shot in Dayton. | Ohio:organisation, Dayton:literal
"""


@pytest.mark.parametrize(("sentence", "wanted"), cases(MENDED))
def test_words_around_a_name_decide(
    sentence: str, wanted: list[tuple[str, str]], gazetteer: Any, language: Any
) -> None:
    parse = language.parse(sentence, lambda words: is_notable(words, gazetteer))
    assert [(m.surface, m.role) for m in find(parse, gazetteer)] == wanted


@pytest.mark.parametrize(("sentence", "wanted"), cases(LITERAL, ACTORS, PEOPLES, ORGANISATIONS, NOT_PLACES, CABLES))
def test_names_are_the_same_where_nothing_is_parsed(
    sentence: str, wanted: list[tuple[str, str]], gazetteer: Any, language: Any
) -> None:
    parse = language.parse(sentence, lambda words: is_notable(words, gazetteer), worth=never)
    found = find(parse, gazetteer)
    owned = [surface for surface, role in wanted if role == "organisation"]
    assert [m.surface for m in found] == [surface for surface, _ in wanted]
    assert [m.surface for m in found if m.role == "organisation"] == owned


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Iran denied that it had sent weapons.", "metonym"),
        ("US forces left.", "demonym"),
        ("He was at war with Ethiopia.", "metonym"),
        ("Iraq's parliament met.", "possessive"),
        ("Shots were fired in Iraq on Monday.", "literal"),
        ("The Aleppo bombing killed two.", "literal"),
    ],
)
def test_roles_are_told_by_neighbours_where_nothing_is_parsed(
    sentence: str, role: str, gazetteer: Any, language: Any
) -> None:
    parse = language.parse(sentence, worth=never)
    assert find(parse, gazetteer)[0].role == role


def test_every_feature_has_a_weight_and_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    load_weights.cache_clear()
    monkeypatch.setattr(weights, "FEATURES", (*FEATURES, "a new one"))
    with pytest.raises(LexiconError, match="a new one"):
        load_weights()
    load_weights.cache_clear()


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("Location: Ban Qel Mesh, Yaha district, Yala\nType: School set on fire", ["Ban Qel Mesh", "Yaha", "Yala"]),
        ("Location: Baghdad International Airport\nType: Rocket attack", ["Baghdad International Airport"]),
        ("Location: Kabul Old City\nType: Bomb", ["Kabul"]),
        ("The location is secret, Kabul police said.", ["Kabul"]),
    ],
)
def test_what_stands_between_commas_in_a_form_is_one_name(
    text: str, surfaces: list[str], gazetteer: Any, language: Any
) -> None:
    found = find(language.parse(text, lambda words: is_notable(words, gazetteer)), gazetteer)
    assert [mention.surface for mention in found] == surfaces
