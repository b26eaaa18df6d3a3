"""A sentence that only says who the victims were names those of the incident told before, and makes none (invented)."""

from datetime import date
from typing import Any

import pytest

from geo.model import Report

DAY = date(2021, 6, 30)
BOMB = "A bomb exploded in Tela on Monday, injuring four people."
TAKEN = "Gunmen kidnapped two teachers in Tela on Monday."


def _suffered(report: Report, role: str) -> list[str]:
    (incident,) = report.incidents
    return [p.text for p in incident.participants if p.role == role]


@pytest.mark.parametrize(
    ("naming", "names"),
    [
        ("Among the injured are Juan Lopez, 53; Ana Cruz, 24; and Eva Rey.", ["Juan Lopez", "Ana Cruz", "Eva Rey"]),
        ("The wounded man was identified as Juan Lopez by police sergeant Pedro Ruiz.", ["Juan Lopez"]),
        ("The victims were identified as Ana Cruz, director of a school, and Eva Rey.", ["Ana Cruz", "Eva Rey"]),
        ("Ana Cruz, a nurse, was among the victims.", ["Ana Cruz"]),
        ("The victims have not been identified. Mayor Juan Lopez was in Lima.", []),
        ("The wounded man's wife is Ana Cruz.", []),
        ("The suspect was identified as Pedro Ruiz.", []),
    ],
)
def test_the_injured_are_named_later(read_text: Any, naming: str, names: list[str]) -> None:
    assert _suffered(read_text(f"{BOMB} {naming}", DAY), "victim") == ["four people", *names]


@pytest.mark.parametrize(
    "naming",
    [
        "The victims were identified as Ana Cruz and Eva Rey.",
        "Those who were kidnapped are Ana Cruz, 55, from Spain, and Eva Rey, 52, from France.",
    ],
)
def test_the_victims_of_a_kidnapping_are_captives(read_text: Any, naming: str) -> None:
    assert _suffered(read_text(f"{TAKEN} {naming}", DAY), "captive") == ["two teachers", "Ana Cruz", "Eva Rey"]


def test_names_of_victims_alone_make_no_incident(read_text: Any) -> None:
    assert not read_text("The victims were identified as Ana Cruz and Eva Rey.", DAY).incidents


def test_they_are_named_in_capitals_too(read_text: Any) -> None:
    text = f"{TAKEN} The victims were identified as Ana Cruz, director of the school, and Juan Lopez."
    assert _suffered(read_text(text.upper(), DAY), "captive") == ["TWO TEACHERS", "ANA CRUZ", "JUAN LOPEZ"]
