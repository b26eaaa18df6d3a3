"""A title or headline joins the incident that it sums up, wherever the text tells it, and makes none of its own."""

from datetime import date
from typing import Any

import pytest

from geo.incidents.what.no_news.summaries import is_summary

DAY = date(2024, 5, 15)
BODY = (
    "{dateline}Clashes over a grazing strip broke out outside Bama on Monday, officials said.\n\n"
    "A bomb hidden in a handcart went off in a market in Maiduguri on Sunday, killing four porters.\n\n"
    "Gunmen shot dead two rangers near Biu on Friday, and a third was wounded.\n"
)


@pytest.mark.parametrize(
    ("title", "of"),
    [
        ("Four porters dead as bomb rips through Borno market", "Maiduguri"),
        ("FOUR KILLED IN MAIDUGURI", "Maiduguri"),
        ("Two rangers gunned down in Borno", "Biu"),
        ("Six dead in a week of violence", "Maiduguri"),  # the sum of both
    ],
)
@pytest.mark.parametrize("dateline", ["", "ABUJA, May 15 (Nord Press) - "])
def test_a_title_is_of_an_incident_below(title: str, of: str, dateline: str, read_text: Any) -> None:
    report = read_text(f"{title}\n\n{BODY.format(dateline=dateline)}", DAY)
    assert len(report.incidents) == 3
    joined = [i for i in report.incidents if any(claim.text.startswith(title) for claim in i.claims)]
    assert [report.toponyms[i.where.toponym].surface.title() for i in joined] == [of]
    assert all(i.killed is None or i.killed.high <= 4 for i in report.incidents)  # a sum is nobody's number


def test_a_title_of_what_the_text_does_not_tell_stands_for_itself(read_text: Any) -> None:
    report = read_text(f"Twelve abducted from bus in Damboa\n\n{BODY.format(dateline='')}", DAY)
    assert [len(i.claims) for i in report.incidents if i.type == "abduction"] == [1]


def test_headlines_that_are_read_out_are_told_below(read_text: Any) -> None:
    text = (
        "This is Radio Nord. First the headlines.\n\n"
        "Four porters die in a market. Two rangers are shot in the hills.\n\n"
        f"{BODY.format(dateline='')}\n"
        "The main points again: a bomb kills four porters; and rangers come under fire. That is the end of the news.\n"
    )
    assert len(read_text(text, DAY).incidents) == 3


def test_items_of_a_list_are_no_titles(read_text: Any) -> None:
    text = (
        "- Maiduguri: bomb kills four porters\n- Biu: gunmen shoot dead two rangers\n- Yola: gunmen shoot dead a cook\n"
    )
    assert len(read_text(text, DAY).incidents) == 3


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Officials met traders and heard of a hard week.  Two guards were shot\ndead.  A bomb shattered windows.", 0),
        ("Two guards shot dead in bank raid\nA bomb shattered windows", 2),
    ],
)
def test_lines_broken_within_sentences_are_no_titles(text: str, titles: int, language: Any) -> None:
    parse = language.parse(f"{text}\n\n{BODY.format(dateline='')}")
    assert sum(is_summary(parse, sentence) for sentence in parse.sentences) == titles
