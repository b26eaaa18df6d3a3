"""Where the dateline of a wire story or cable ends, and what only looks like one."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.dateline import dateline_end, head_end


@pytest.mark.parametrize(
    "line",
    [
        "KHARTOUM, June 29 (Reuters) - ",
        "SAN SALVADOR, 3 JAN 90 (ACAN-EFE) -- ",
        "BAGHDAD — ",
        "Kabul, Afghanistan (AP) – ",
        "MAIDUGURI, Nigeria, 22 July 2015 - ",
        "An invented headline about a raid\n\nPORT SUDAN, Sudan — ",
        "[MANAGUA, 4 FEB 90] -- ",
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
        "",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert dateline_end(text) == 0


@given(st.text(max_size=600))
def test_the_end_lies_within_the_text(text: str) -> None:
    assert 0 <= dateline_end(text) <= len(text)


def test_the_first_sentence_starts_after_the_dateline(language: Any) -> None:
    text = "DAKAR, Senegal, 22 July 2015 - Two officers were found shot dead."
    parse = language.parse(text)
    assert text[parse.sentences[-1].start :] == "Two officers were found shot dead."
