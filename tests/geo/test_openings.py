"""Prepositions that open a sentence and are taken for a part of the name behind them. All sentences are invented."""

from typing import Any

import pytest

NEAR = ["Near Goma", "Outside Kano", "Inside Beni", "Outside Homs", "Around Kidal"]


@pytest.mark.parametrize("opening", NEAR)
def test_a_name_behind_a_preposition_that_opens_a_sentence_is_where_it_was(opening: str, read_text: Any) -> None:
    report = read_text(f"{opening}, gunmen killed two guards on Friday.")
    (killing,) = report.incidents
    assert report.toponyms[killing.where.toponym].surface == opening.split()[1]
    assert [p.text for p in killing.participants if p.role == "perpetrator"] == ["gunmen"]


def test_a_name_that_begins_so_stays_whole(read_text: Any) -> None:
    report = read_text("In Amenas, gunmen killed two guards on Friday.")
    assert [t.surface for t in report.toponyms] == ["In Amenas"]
