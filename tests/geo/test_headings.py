"""Days that head what follows them: of round-ups, logs, diaries and messages. All texts are invented."""

from datetime import date
from typing import Any

import pytest

SHOT = "Gunmen shot dead two farmers in Bama."
TOLD = [
    ("DAILY ROUND-UP\nThursday, 17 June 2021\n\n", SHOT, "2021-06-17", "2021-06-17"),
    ("WHAT HAPPENED ON THURSDAY 17 JUNE 2021\n\n", SHOT, "2021-06-17", "2021-06-17"),
    ("Security incidents, 17 June 2021\n\n", SHOT, "2021-06-17", "2021-06-17"),
    ("LIVE: Borno, Thursday 17 June 2021\n\n09:10 ", SHOT, "2021-06-17", "2021-06-17"),
    ("Situation update for 17 June 2021\n\n", SHOT, "2021-06-16", "2021-06-17"),  # written in the morning, perhaps
    ("WEEKLY DIGEST, 7-13 JUNE 2021\n\n", SHOT, "2021-06-07", "2021-06-13"),
    ("Overnight, 16-17 June 2021\n\n", SHOT, "2021-06-16", "2021-06-17"),
    ("Diary\n\nMonday, 14 June 2021\n\nA quiet day.\n\nThursday, 17 June 2021\n\n", SHOT, "2021-06-17", "2021-06-17"),
    ("[16 June 2021, 07:12] Quiet.\n\n[17 June 2021, 09:05] ", SHOT, "2021-06-17", "2021-06-17"),
    ("16 June 2021. It rained.\n\n17 June 2021. ", SHOT, "2021-06-17", "2021-06-17"),
    ("16 June 2021. It rained.\n\nNight of 17/18 June 2021. ", SHOT, "2021-06-17", "2021-06-18"),
    # What has a time of its own, be it counted from the day above it.
    ("[16 June 2021, 07:12] Quiet.\n\n[17 June 2021, 09:05] ", f"Yesterday {SHOT}", "2021-06-16", "2021-06-16"),
    ("DAILY ROUND-UP\nThursday, 17 June 2021\n\n", f"{SHOT[:-1]} on Tuesday.", "2021-06-15", "2021-06-15"),
    ("DAILY ROUND-UP\nThursday, 17 June 2021\n\n", "Gunmen had shot dead two farmers in Bama.", None, "2021-06-30"),
    # The day of writing heads nothing.
    ("Calm in Borno\n17 June 2021\n\n", SHOT, None, "2021-06-30"),
    ("BRENA CLARION\nPublished: Thursday, 17 June 2021\n\n", SHOT, None, "2021-06-30"),
    ("The daily round-up of cattle was late.\n\n", SHOT, None, "2021-06-30"),
]


@pytest.mark.parametrize(("head", "told", "start", "end"), TOLD)
def test_a_day_heads_what_follows_it(head: str, told: str, start: str | None, end: str, read_text: Any) -> None:
    (shooting,) = [i for i in read_text(head + told, date(2021, 6, 30)).incidents if i.type == "shooting"]
    assert (shooting.when.start and str(shooting.when.start), str(shooting.when.end)) == (start, end)


def test_the_words_of_the_heading_stand_beside_the_day(read_text: Any) -> None:
    (shooting,) = read_text(f"Security incidents, 17 June 2021\n\n{SHOT}", None).incidents
    assert shooting.when.text == "17 June 2021"


def test_a_log_without_a_day_of_its_own_is_of_its_last_entry(read_text: Any) -> None:
    text = f"[16 June 2021, 07:12] A mine killed a driver in Gwoza.\n\n[19 June 2021, 09:05] {SHOT}"
    assert [str(i.when.start) for i in read_text(text, None).incidents] == ["2021-06-16", "2021-06-19"]


def test_what_came_of_an_item_is_told_once(read_text: Any) -> None:
    text = "DAILY ROUND-UP\nThursday, 17 June 2021\n\nBama. Rebels shelled the market. Four traders were killed."
    (shelling,) = read_text(text, None).incidents
    assert shelling.type == "shelling"
    assert shelling.killed.best == 4
