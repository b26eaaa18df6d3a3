"""Where the dateline of a wire story or cable ends, and what only looks like one."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.layout.dateline import dateline_end, filed_end, head_end


@pytest.mark.parametrize(
    "line",
    [
        "KHARTOUM, June 29 (Reuters) - ",
        "SAN SALVADOR, 3 JAN 90 (ACAN-EFE) -- ",
        "SAN SALVADOR, 3 JAN 90 (ACAN-EFE) -- [REPORT] [ANA RUIZ] [TEXT] ",
        "BAGHDAD — ",
        "Kabul, Afghanistan (AP) – ",
        "MAIDUGURI, Nigeria, 22 July 2015 - ",
        "An invented headline about a raid\n\nPORT SUDAN, Sudan — ",
        "[MANAGUA, 4 FEB 90] -- ",
        "PEMBA, Mozambique (Invented News), March 29, 2021 - ",
        "PESHAWAR, Oct. 20, 2009 (Invented Agency): ",
        "MAKHACHKALA, Russia. April 17, 2010 (Invented News) - ",
        "Invented Rights Watch\n\n(Nairobi) - ",
        "(Nairobi, 3 March 2021) – ",
    ],
)
def test_the_dateline_ends_where_the_story_begins(line: str) -> None:
    assert dateline_end(line + "Gunmen killed two judges.") == len(line)


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("January 22, 2018 - ", "Gunmen killed two judges."),
        ("An invented headline about a raid\n\nMonday, 3 Feb. 1990 — ", "Gunmen killed two judges."),
        ("KHARTOUM, June 29 (Reuters) - ", "Gunmen killed two judges."),
        ("", "Flight 370 - the last of the day - was shot at."),
        ("", "Gunmen killed two judges on 22 January - a Monday."),
    ],
)
def test_a_day_alone_is_a_head_too(line: str, rest: str) -> None:
    assert head_end(line + rest) == len(line)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed two judges in Kabul.",
        "Police said on Monday - after a long silence - that two judges were dead.",
        "THE ARMY AND POLICE -- BOTH SIDES AGREE -- WERE ABSENT.",
        "“We left – all of us,” she said.",
        "PESHAWAR: Gunmen killed two judges.",
        "Bilbao - Gunmen killed a judge.\n\nHernani - Youths burned a bus.",
        "MAIDUGURI, Nigeria, 28 April 2014\n\nGunmen killed two judges.",
        "",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert dateline_end(text) == 0


@pytest.mark.parametrize(
    ("line", "filed"),
    [
        ("By an inventor\nMAIDUGURI, Nigeria, 28 April 2014", True),
        ("ISLAMABAD 14 AUGUST 1988", True),
        ("Invented Secretariat, Culiacan, Sinaloa, 7 October 2019", True),
        ("Gunmen killed two judges on 28 April 2014", False),
        ("Friday, June 2, 2017", False),
        ("Two judges killed\n28 April 2014", False),
    ],
)
def test_a_line_of_its_own_says_where_a_text_was_written(line: str, filed: bool) -> None:
    assert filed_end(f"{line}\n\nGunmen killed two judges.") == (len(line) if filed else 0)


@given(st.text(max_size=600))
def test_the_end_lies_within_the_text(text: str) -> None:
    assert 0 <= dateline_end(text) <= filed_end(text) <= len(text)


def test_the_first_sentence_starts_after_the_dateline(language: Any) -> None:
    text = "DAKAR, Senegal, 22 July 2015 - Two officers were found shot dead."
    parse = language.parse(text)
    assert text[parse.sentences[-1].start :] == "Two officers were found shot dead."
