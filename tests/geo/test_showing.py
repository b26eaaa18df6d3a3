"""A report as a notebook shows it, by invented reports."""

from datetime import date
from typing import Any

from geo.model import Document
from geo.pipeline import read_one


def test_a_report_shows_what_happened_when_where_and_in_whose_words(gazetteer: Any, language: Any) -> None:
    text = "Invented: gunmen killed four farmers in Kirkuk on Monday, the ministry said."
    shown = read_one(Document("a", text, published=date(2031, 5, 7)), gazetteer, language)._repr_html_()

    for words in ("Kirkuk, IQ", "4 (4–4) killed", "gunmen killed four farmers", "2031-05-05"):
        assert words in shown


def test_a_report_of_very_much_shows_a_part_and_says_so(gazetteer: Any, language: Any) -> None:
    from dataclasses import replace

    report = read_one(Document("a", "Invented: gunmen shot a priest in Basra."), gazetteer, language)
    many = replace(report, incidents=report.incidents[:1] * 80)

    assert many._repr_html_().count("<tr>") == 51
    assert "and 30 more" in many._repr_html_()


def test_no_text_of_a_report_is_markup(gazetteer: Any, language: Any) -> None:
    bad = "<script>alert(1)</script>\" onload='x'"
    document = Document(bad, f"Invented: gunmen shot a priest in Basra {bad} on Monday.", title=bad, source=bad)
    shown = read_one(document, gazetteer, language)._repr_html_()

    assert "<script" not in shown
    assert "onload='x'" not in shown
    assert "&lt;script&gt;" in shown
