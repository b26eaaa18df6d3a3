"""Reading place names alone: what is named is what a full reading names, nothing else is looked for, and it is said."""

from datetime import date
from typing import Any

import pytest

from geo import read
from geo.model import Document, Report
from geo.pipeline import PLACES_ONLY, read_one, read_places
from geo.records import report_from_json, report_to_json

# Invented.
TEXTS = (
    "Gunmen attacked a convoy near Mosul on Friday and killed nine soldiers, police in Baghdad said.",
    "Trucks left Mosul on Monday and reached Basra. Rice is grown near Kisumu, Kenya.",
    "NAIROBI (Invented Wire) - Rice from Tanzania reached markets in Mombasa and Kisumu.",
)


@pytest.fixture
def named(gazetteer: Any, language: Any) -> Any:
    """Return a function that reads the place names of a text."""
    return lambda text: read_places(Document("invented", text, published=date(2031, 5, 7)), gazetteer, language)


@pytest.mark.parametrize("text", TEXTS)
def test_places_are_those_of_a_full_reading(named: Any, gazetteer: Any, language: Any, text: str) -> None:
    full = read_one(Document("invented", text, published=date(2031, 5, 7)), gazetteer, language)
    assert full.toponyms
    assert _places(named(text)) == _places(full)


def _places(report: Report) -> list[tuple[int, int, str | None]]:
    return [(t.start, t.end, t.place.id if t.place else None) for t in report.toponyms]


def test_nothing_else_is_looked_for_and_the_record_says_so(named: Any) -> None:
    report = named(TEXTS[0])
    assert not report.incidents
    assert not report.routes
    assert report.warnings == (PLACES_ONLY,)
    assert report_from_json(report_to_json(report)).warnings == (PLACES_ONLY,)


def test_read_takes_it_as_an_option(gazetteer: Any, language: Any) -> None:
    documents = [Document("a", TEXTS[0]), Document("b", TEXTS[1])]
    reports = list(read(documents, gazetteer, pipeline=language, places_only=True))
    assert [report.warnings for report in reports] == [(PLACES_ONLY,)] * 2
    assert [t.surface for t in reports[1].toponyms] == ["Mosul", "Basra", "Kisumu", "Kenya"]
