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
        ("MEDELLIN", "Colombia", 6, True),
    ),
    # "This city" is the dateline's, "the capital" the country's.
    (
        "NAIROBI, June 30 (Invented Agency) -- Gunmen shot dead a judge in this city on Tuesday.",
        ("NAIROBI", "Nairobi", 1, True),
    ),
    (
        "Fighting goes on in Nairobi. Gunmen shot dead a judge in the capital on Tuesday.",
        ("Nairobi", "Nairobi", 1, True),
    ),
    # A line of its own says where a feature was written, and so in which country it is set.
    (f"A long road\nMEDELLIN, Colombia, 30 June 2021\n\n{SHOT}", ("Colombia", "Colombia", 6, True)),
    # Without a dateline nothing is inherited from nowhere.
    (f"{SHOT} Kenya mourns her.", None),
]


@pytest.mark.parametrize(("text", "expected"), PLACED)
def test_where_a_report_is_set(text: str, expected: Any, read_text: Any) -> None:
    assert shooting(read_text(text, DAY)) == expected


def test_a_report_that_speaks_of_another_country_is_set_there(read_text: Any) -> None:
    text = (
        f"PARIS, June 30 (Invented Agency) -- {SHOT} Soldiers from Bamako, Gao, Kidal, Mopti and Segou were "
        "called up in Mali. Mali is tense, and the road from Mali to Gao is closed."
    )
    assert shooting(read_text(text, DAY)) == ("Mali", "Mali", 6, True)


def test_the_country_is_no_toponym_where_nothing_needs_it(read_text: Any) -> None:
    text = "NAIROBI, June 30 (Invented Agency) -- Gunmen shot dead a judge in Mombasa on Tuesday."
    report = read_text(text, DAY)
    assert shooting(report) == ("Mombasa", "Mombasa", 1, False)
    assert [t.surface for t in report.toponyms] == ["NAIROBI", "Mombasa"]


def test_what_happened_long_ago_is_not_put_where_the_report_was_filed(read_text: Any) -> None:
    report = read_text(
        "NAIROBI, June 30 (Invented Agency) -- Gunmen shot dead a judge on 3 May 1998. Two men robbed a bank in "
        "Mombasa on Tuesday.",
        DAY,
    )
    assert shooting(report) is None
