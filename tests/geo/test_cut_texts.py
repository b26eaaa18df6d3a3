"""A report that breaks off anywhere is read: mails are cut, pages load halfway, clippings end in mid-word."""

from pathlib import Path
from random import Random
from typing import Any

import pytest

from geo.model import Document
from geo.pipeline import read_one
from geo.records import report_to_json

CUTS, LONGEST = 12, 900
REPORTS = sorted((Path(__file__).parents[1] / "suite" / "reports").glob("*.txt"))


@pytest.mark.parametrize("file", REPORTS, ids=lambda file: file.stem)
def test_a_report_may_break_off_anywhere(file: Path, gazetteer: Any, language: Any) -> None:
    text, chance = file.read_text(encoding="utf-8").partition("\n= ")[0], Random(file.stem)  # noqa: S311  # it picks where to cut
    for _ in range(CUTS):
        start = chance.randrange(len(text))
        cut = text[start : start + chance.randrange(1, LONGEST)]
        assert report_to_json(read_one(Document("cut", cut), gazetteer, language))
