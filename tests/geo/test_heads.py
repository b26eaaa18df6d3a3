"""What the head of a report tells of the whole of it: when it was written and by whom. All texts are invented."""

from collections.abc import Callable
from datetime import date

import pytest

from geo.model import Report

Read = Callable[..., Report]
CABLE = "KABUL, 3 MAR 1991 (RADIO HORIZON) -- [TEXT] GUNMEN KILLED 12 SOLDIERS IN KUNDUZ ON 2 MARCH. POLICE SAID THAT "
CABLE += "GUNMEN SHOT A TEACHER IN HERAT."


def test_the_radio_of_a_dateline_says_what_nobody_else_does(read_text: Read) -> None:
    report = read_text(CABLE)
    said = {i.trigger.text.lower(): i.claims[0].asserted_by for i in report.incidents}
    assert said == {"killed": "RADIO HORIZON", "shot": "POLICE"}
    assert report.source is None


def test_a_known_source_speaks_before_the_dateline(read_text: Read) -> None:
    report = read_text(CABLE, source="Nord Press")
    assert report.incidents[0].claims[0].asserted_by == "Nord Press"


def test_the_day_of_a_head_anchors_the_days_of_the_text(read_text: Read) -> None:
    report = read_text("Reporting period: 5-11 June 2023\n\nOn 7 June gunmen killed 12 soldiers in Kunduz.")
    when = report.incidents[0].when
    assert when is not None
    assert (when.start, when.end) == (date(2023, 6, 7), date(2023, 6, 7))
    assert report.published is None


HEADS = [
    ("PEMBA, Mozambique (Invented News), March 29, 2021 -", date(2021, 3, 28), "Invented News"),
    ("PEMBA, March 29, 2021 (Invented News):", date(2021, 3, 28), "Invented News"),
    ("PEMBA, Mozambique. March 29, 2021 (Invented News) -", date(2021, 3, 28), "Invented News"),
    ("Killings in the north\nPress note, 29 March 2021\n\n(Maputo) -", date(2021, 3, 28), None),
    ("Killings in the north\nPEMBA 29 MARCH 2021\n\n", date(2021, 3, 28), None),
]


@pytest.mark.parametrize(("head", "day", "speaker"), HEADS)
def test_the_town_and_day_of_a_head_have_no_part_in_the_first_event(
    head: str, day: date, speaker: str | None, read_text: Read
) -> None:
    (incident,) = read_text(f"{head} Insurgents beheaded two men in Palma on Sunday.").incidents
    assert incident.when is not None
    assert (incident.when.start, incident.when.end) == (day, day)
    assert not [p.text for p in incident.participants if "PEMBA" in p.text.upper()]
    assert {claim.asserted_by for claim in incident.claims} == {speaker}
