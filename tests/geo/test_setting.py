"""Where an invented report is set, and the words that point back to a place, for what its own sentence puts nowhere."""

from datetime import date
from typing import Any

import pytest

DAY = date(2021, 6, 30)  # a Wednesday


def shooting(report: Any) -> tuple[str, str, int, bool] | None:
    """Return surface, name, precision and whether inherited of the place of the one shooting of a report."""
    (incident,) = [i for i in report.incidents if i.type == "shooting"]
    if incident.where is None:
        return None
    toponym = report.toponyms[incident.where.toponym]
    return toponym.surface, toponym.place.name, incident.where.precision, incident.where.inherited


SHOT = "Gunmen shot dead a judge on Tuesday."
PLACED = [
    # A capital's dateline is that of its country, which the text need not name.
    (f"NAIROBI, June 30 (Invented Agency) -- {SHOT}", ("NAIROBI", "Kenya", 6, True)),
    (f"NAIROBI, June 30 (Invented Agency) -- {SHOT} She was well known in Kenya.", ("Kenya", "Kenya", 6, True)),
    # A story from a smaller town is about it.
    (f"MEDELLIN, June 30 (Invented Agency) -- {SHOT}", ("MEDELLIN", "Medellín", 2, True)),
    # A name that the gazetteer lacks is somewhere in the country, not in the town.
    (
        "MEDELLIN, June 30 (Invented Agency) -- Gunmen shot dead a judge in Barkinabadal on Tuesday.",
        ("Barkinabadal", "Barkinabadal", 6, True),
    ),
    # "This city" is the dateline's, "the capital" the country's.
    (
        "NAIROBI, June 30 (Invented Agency) -- Gunmen shot dead a judge in this city on Tuesday.",
        ("NAIROBI", "Nairobi", 1, True),
    ),
    (
        "NAIROBI, June 30 (Invented Agency) -- Gunmen shot dead a judge in the Kenyan capital on Tuesday.",
        ("NAIROBI", "Nairobi", 1, True),
    ),
    (
        "Fighting goes on in Nairobi. Gunmen shot dead a judge in the capital on Tuesday.",
        ("Nairobi", "Nairobi", 1, True),
    ),
    # A line of its own says where a feature was written, and so in which country it is set.
    (f"A long road\nMEDELLIN, Colombia, 30 June 2021\n\n{SHOT}", ("Colombia", "Colombia", 6, True)),
    # Without a dateline, two places show which country a report is about; one, or places of several, show nothing.
    (
        "Gunmen shot dead a judge in Barkinabadal on Tuesday. They had come from Mombasa and Malindi.",
        ("Barkinabadal", "Barkinabadal", 6, True),
    ),
    (
        "Gunmen from Nakuru shot dead a judge at Barkinabadal on Tuesday. They had come from Mombasa and Malindi.",
        ("Barkinabadal", "Barkinabadal", 6, True),
    ),
    ("Gunmen shot dead a judge in Barkinabadal on Tuesday. They had come from Mombasa.", None),
    ("Gunmen shot dead a judge in Barkinabadal on Tuesday. They had come from Mombasa, Kampala and Arusha.", None),
    # Without a dateline nothing is inherited from nowhere.
    (f"{SHOT} Kenya mourns her.", None),
]


UNKNOWN = [
    # A name that the gazetteer lacks lies in or near the known one that its sentence gives.
    ("in the village of Barkinabadal, near Mombasa,", ("Barkinabadal", "Barkinabadal", 2, False)),
    ("in the Barkinabadal area south of Mombasa", ("Barkinabadal", "Barkinabadal, near Mombasa", 2, False)),
    ("when they stormed a house in Barkinabadal", None),
    ("at Barkinabadal, on the Nakuru-Eldoret road,", ("Barkinabadal", "Barkinabadal", 5, False)),
    ("in Barkinabadal, a fishing village outside Mombasa,", ("Barkinabadal", "Barkinabadal", 2, False)),
    ("in Barkinabadal, on the northern shore of Lamu County,", ("Barkinabadal", "Barkinabadal", 4, False)),
    ("in Barkinabadal in Kenya's restive Mombasa County", ("Barkinabadal", "Barkinabadal", 4, False)),
    ("in Barkinabadal and fled from there to Mombasa", None),
]


@pytest.mark.parametrize(("words", "expected"), UNKNOWN)
def test_an_unknown_name_lies_by_a_known_one(words: str, expected: Any, read_text: Any) -> None:
    assert shooting(read_text(f"Gunmen shot dead a judge {words} on Tuesday.", DAY)) == expected


def test_what_a_fight_began_with_was_where_it_broke_out(read_text: Any) -> None:
    text = "Clashes broke out in Mombasa on Tuesday, when gunmen shot dead a judge at a house in Barkinabadal."
    assert shooting(read_text(text, DAY)) == ("Barkinabadal", "Barkinabadal, near Mombasa", 2, False)


POINTING = [
    ("She went to Mombasa. In May of that year gunmen shot dead a judge there.", "Mombasa"),
    ("She went to Mombasa.\n\nIn May of that year gunmen shot dead a judge there.", None),
    ("She moved to Mombasa. Gunmen shot dead a judge in the Barkinabadal quarter of the city on Monday.", "Mombasa"),
    ("A doctor left Mombasa. Gunmen entered the old quarter of the town on Monday and shot dead a judge.", "Mombasa"),
    ("He came to Mombasa in May. Gunmen shot dead a judge on Monday.", "Mombasa"),
    ("He came from Mombasa in May. Gunmen shot dead a judge on Monday.", None),
]


@pytest.mark.parametrize(("text", "surface"), POINTING)
def test_words_that_point_back_to_a_place(text: str, surface: str | None, read_text: Any) -> None:
    found = shooting(read_text(text, DAY))
    assert (found[0] if found else None) == surface
    assert found is None or found[3]


@pytest.mark.parametrize(("text", "expected"), PLACED)
def test_where_a_report_is_set(text: str, expected: Any, read_text: Any) -> None:
    assert shooting(read_text(text, DAY)) == expected


def test_a_report_that_speaks_of_another_country_is_set_there(read_text: Any) -> None:
    text = (
        f"PARIS, June 30 (Invented Agency) -- {SHOT} Soldiers from Bamako, Gao, Kidal, Mopti and Segou were "
        "called up in Mali. Mali is tense, and the road from Mali to Gao is closed."
    )
    assert shooting(read_text(text, DAY)) == ("Mali", "Mali", 6, True)


def test_words_for_a_people_show_which_country_a_report_from_abroad_is_about(read_text: Any) -> None:
    text = (
        f"PARIS, June 30 (Invented Agency) -- {SHOT} Malian opposition leaders in exile blamed the Malian army. Malian "
        "soldiers were seen nearby. The Malian ambassador called that untrue. Two Malian witnesses have fled."
    )
    assert shooting(read_text(text, DAY)) == ("Malian", "Mali", 6, True)


def test_the_country_is_no_toponym_where_nothing_needs_it(read_text: Any) -> None:
    text = "NAIROBI, June 30 (Invented Agency) -- Gunmen shot dead a judge in Mombasa on Tuesday."
    report = read_text(text, DAY)
    assert shooting(report) == ("Mombasa", "Mombasa", 1, False)
    assert [t.surface for t in report.toponyms] == ["NAIROBI", "Mombasa"]


def test_what_happened_long_ago_is_not_put_where_the_report_was_filed(read_text: Any) -> None:
    report = read_text(
        "NAIROBI, June 30 (Invented Agency) -- Gunmen shot dead 14 worshippers on 3 May 2020, police said.\n\nTwo men "
        "robbed a bank in Mombasa on 15 May 2021.",
        DAY,
    )
    assert shooting(report) is None


ELSEWHERE = [
    "The crew of a dhow, who were detained on Monday, said that they had loaded in Mombasa.",
    "In Mombasa a rebel spokesman said on Monday that the killing of two sailors was a mistake.",
]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_where_somebody_speaks_or_says_he_was_is_not_where_it_happened(text: str, read_text: Any) -> None:
    (incident,) = read_text(text, DAY).incidents
    assert incident.where is None


def test_what_is_said_of_an_event_says_where_it_was(read_text: Any) -> None:
    assert shooting(read_text("Police said that gunmen had shot dead a judge in Mombasa.", DAY)) == (
        "Mombasa",
        "Mombasa",
        1,
        False,
    )


TITLED = [
    f"Talks went on in Dodoma.\n\nMombasa. The market was closed. {SHOT}\n",
    f"Talks went on in Dodoma.\n\n3. Mombasa. {SHOT}\n",
    f"Talks went on in Dodoma.\n\nMombasa\n\n{SHOT}\n",
]


@pytest.mark.parametrize("text", TITLED)
def test_a_name_by_itself_is_the_title_of_its_paragraph(text: str, read_text: Any) -> None:
    assert shooting(read_text(text, DAY)) == ("Mombasa", "Mombasa", 1, True)


def test_a_title_goes_no_further_than_its_paragraph(read_text: Any) -> None:
    text = f"Talks went on in Dodoma.\n\nMombasa. The market was closed.\n\nThe king is well. {SHOT}\n"
    assert shooting(read_text(text, DAY)) != ("Mombasa", "Mombasa", 1, True)
