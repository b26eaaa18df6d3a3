"""Whole invented reports: they load, and what is read is held against them as it should be."""

from datetime import date

import pytest

from benchmarks.invented_reports import HALVES, cases, compare, faults, tally
from geo.model import Document
from geo.pipeline import read_one
from tests.suite.notation import load

TEXT = """@ 2024-05-15
Gunmen killed three traders near Gao on Monday, police said. Five farmers were wounded by a mine at Labbezanga.
= attack/shooting | where Gao | when 2024-05-13 | killed 3 | by Gunmen | says mayor
= abduction | where Kidal | captured 2
"""


@pytest.mark.parametrize("half", HALVES)
def test_every_report_loads_and_expects_something_or_says_that_there_is_nothing(half):
    found = list(cases(half))
    assert len(found) >= 60
    assert all(case.published and (case.expected or case.nothing) for case in found)


def test_what_is_found_lost_and_too_many_is_told_apart(tmp_path, gazetteer, language):
    (tmp_path / "invented.txt").write_text(TEXT, encoding="utf-8")
    (case,) = load(tmp_path / "invented.txt", whole=True)
    report = read_one(Document("invented", case.text, published=case.published), gazetteer, language)
    compared = compare(case, report, routes=False)
    [(expected, item, held)] = compared.found
    assert expected.line.startswith("attack")
    assert item.when.start == date(2024, 5, 13)
    assert {key for key, holds in held.items() if not holds} == {"says"}
    assert [lost.line for lost in compared.lost] == ["abduction | where Kidal | captured 2"]
    assert [item.injured.best for item in compared.spurious] == [5]
    assert tally([compared]).startswith("1 of 2 found, 0 without fault, 1 too many; by 1 of 1; killed 1 of 1; kind 1")
    assert [line.split(":")[1].split()[0] for line in faults(case, report, compared)] == ["says", "lost", "too"]
    assert compare(case, report, routes=True).spurious == ()
