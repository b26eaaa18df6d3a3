"""Names beside one another, and which of them says where the other lies. All sentences are invented."""

from typing import Any

import pytest

# sentence | the place that the event is put at, and its country
SPEAKERS = """
A mine killed three soldiers in Mosul, the U.S. military said on Tuesday. | Mosul | IQ
A bomb killed nine people in Tripoli, U.S. officials said. | Tripoli | LY
Gunmen killed five policemen in Timbuktu, the French army said. | Timbuktu | ML
A mine killed three people in Manbij, Turkey's army said. | Manbij | SY
A drone killed two guards in Aden, the United Arab Emirates said. | Aden | YE
A bomb killed nine people in Alexandria, an American spokesman told reporters. | Alexandria | EG
"""
HOLDERS = """
A mine killed three people in Kirkuk, Iraq, police said. | Kirkuk | IQ
A blast killed three people in Athens, Georgia, police said. | Athens | US
Gunmen killed two people in Paris, Texas officials said. | Paris | US
A mine killed three people in Homs, Syria's third largest city, police said. | Homs | SY
A bomb killed four people in Tilburg, the Netherlands, on Monday. | Tilburg | NL
"""


def rows(table: str) -> list[list[str]]:
    return [[part.strip() for part in line.split("|")] for line in table.strip().splitlines()]


def put_at(read_text: Any, sentence: str) -> list[tuple[str, str | None] | None]:
    """Return the place of each incident, as its name and country."""
    report = read_text(sentence)
    numbers = [incident.where.toponym if incident.where else None for incident in report.incidents]
    places = [None if number is None else report.toponyms[number].place for number in numbers]
    return [place and (place.name, place.country) for place in places]


@pytest.mark.parametrize(("sentence", "name", "country"), rows(SPEAKERS))
def test_a_speaker_after_a_name_does_not_hold_it(sentence: str, name: str, country: str, read_text: Any) -> None:
    assert put_at(read_text, sentence) == [(name, country)]


@pytest.mark.parametrize(("sentence", "name", "country"), rows(HOLDERS))
def test_a_country_or_state_after_a_name_holds_it(sentence: str, name: str, country: str, read_text: Any) -> None:
    assert put_at(read_text, sentence) == [(name, country)]


# A part of a town that the gazetteer lacks, or knows in a far town only, lies somewhere in the town.
PARTS = """
Gunmen killed a preacher in Majengo, Mombasa. | Majengo | KE
Police killed two people in Richmond, Harare. | Richmond | ZW
A bomb killed three people in Kharkiv's Saltivskyi district. | Saltivskyi | UA
A bomb killed three people in Kharkiv's Kyivskyi district. | Kyivskyi | UA
A bomb killed six people in Baghdad's Al-Rashid district. | Al-Rashid | IQ
Gunmen killed two traders in Karachi's Lyari neighbourhood. | Lyari | PK
Rockets killed three people in Haifa, Tel Aviv. | Haifa | IL
"""
IN_DISTRICTS = """
Militants killed nine villagers near Labbezanga, in the Ansongo cercle. | Labbezanga | ML
Militants killed two people in Talataye, in Ansongo district, on Monday. | Talataye | ML
"""


@pytest.mark.parametrize(("sentence", "name", "country"), rows(PARTS))
def test_what_is_part_of_a_town_lies_in_it_or_is_put_at_it(
    sentence: str, name: str, country: str, read_text: Any
) -> None:
    assert put_at(read_text, sentence) == [(name, country)]


@pytest.mark.parametrize(("sentence", "name", "country"), rows(IN_DISTRICTS))
def test_a_village_with_its_district_stays_where_it_is(sentence: str, name: str, country: str, read_text: Any) -> None:
    assert put_at(read_text, sentence) == [(name, country)]


# A unit lies in what its "of" names: the one called Fajardo that the gazetteer knows is in Puerto Rico.
UNITS_OF = """
Soldiers burned eleven houses in Huaya, in the Fajardo province of Ayacucho, Peru. | PE
Gunmen killed three ranchers near a farm in the Zulia department of Petén. Guatemala sent troops. | GT
"""


@pytest.mark.parametrize(("sentence", "country"), rows(UNITS_OF))
def test_a_unit_of_another_is_none_abroad(sentence: str, country: str, read_text: Any) -> None:
    places = [toponym.place for toponym in read_text(sentence).toponyms if toponym.place]
    assert places
    assert {place.country for place in places} == {country}


# What stands in a town is not the town of its name in another country.
SITES = """
Artillery fire landed in the Al-Wadi market in Nyala on Tuesday, killing nine people. | Nyala | SD
A bomb exploded near Victoria hospital in Lahore, killing two people. | Lahore | PK
A bomb killed four people in the Primorskyi district of Odesa. | Primorskyi | UA
NYALA, March 5 (AP) - Shells landed at the Valencia hospital on Tuesday, killing nine people. | Nyala | SD
- Nyala, South Darfur: Artillery fire landed in the Al-Wadi market on 4 March, killing nine people. | Nyala | SD
"""


@pytest.mark.parametrize(("sentence", "name", "country"), rows(SITES))
def test_a_market_or_hospital_is_where_the_text_puts_it(sentence: str, name: str, country: str, read_text: Any) -> None:
    assert put_at(read_text, sentence) == [(name, country)]


@pytest.mark.parametrize(
    ("sentence", "precision"),
    [
        ("Rebels ambushed a convoy between Monywa and Budaling on Monday, killing nine soldiers.", 5),
        ("Rebels ambushed a convoy between Kut and Amarah on Monday, killing nine soldiers.", 5),
        ("Rebels ambushed a convoy on the road out of Tepalcatepec, killing two soldiers.", 5),
        ("Pirates seized a tanker 180 nautical miles off Salalah on Monday.", 7),
        ("Rebels ambushed a convoy in Kut and Amarah on Monday, killing nine soldiers.", 1),
    ],
)
def test_a_stretch_or_the_open_sea_is_no_exact_point(sentence: str, precision: int, read_text: Any) -> None:
    assert [i.where and i.where.precision for i in read_text(sentence).incidents] == [precision]


LISTS = """
- Nyala, South Darfur: Artillery fire between soldiers and rebels on 1 March landed in the Al-Wadi market.\\n\
- Adre, Chad: Nothing was recorded. | Nyala
- El Geneina, West Darfur: On 2 March, armed men robbed a pharmacy in Al Jabal neighbourhood.\\n\
- Adre, Chad: Nothing was recorded. | El Geneina
- Kabkabiya, North Darfur: Gunmen detained two doctors on 2 March. | Kabkabiya
"""


@pytest.mark.parametrize(("text", "surface"), rows(LISTS))
def test_the_head_of_an_item_of_a_list_says_where_its_events_were(text: str, surface: str, read_text: Any) -> None:
    report = read_text("Weekly bulletin\n\n" + text.replace("\\n", "\n"))
    assert [i.where and report.toponyms[i.where.toponym].surface for i in report.incidents] == [surface]


def test_an_unknown_town_in_an_item_is_not_put_at_its_head(read_text: Any) -> None:
    report = read_text("Bulletin\n\n- Nyala, South Darfur: Gunmen killed two traders in Umm Qarshanabad on 2 March.\n")
    assert [i.where is None or i.where.precision == 6 for i in report.incidents] == [True]


def test_an_unknown_quarter_is_in_the_town_that_the_report_is_from(read_text: Any) -> None:
    report = read_text("OSH, March 5 (AP) - A crowd burned homes in the Vostochka quarter on Monday.")
    assert [i.where and (round(i.where.lat), i.where.precision) for i in report.incidents] == [(41, 2)]
