"""Each construction, its negation and its look-alike, in invented sentences and reports: see the README beside this.

`python -m tests.suite.test_suite` prints what fails and the share that holds.
"""

import sys
from pathlib import Path
from typing import Any

import pytest

from geo.model import Document, Report
from tests.suite.holding import misses
from tests.suite.notation import Case, NotationError, load

FOLDER = Path(__file__).parent
SENTENCES = [case for file in sorted(FOLDER.glob("sentences/*.txt")) for case in load(file)]
REPORTS = [case for file in sorted(FOLDER.glob("reports/*.txt")) for case in load(file, whole=True)]
MOST_TODO = 0.2  # of the cases


def read_case(case: Case, gazetteer: Any, language: Any) -> Report:
    """Read the text of a case."""
    from geo.pipeline import read_one

    return read_one(Document("invented", case.text, published=case.published), gazetteer, language)


def _parameters(cases: list[Case]) -> list[Any]:
    return [
        pytest.param(case, id=case.name, marks=[pytest.mark.xfail(reason=case.todo)] if case.todo else [])
        for case in cases
    ]


@pytest.mark.parametrize("case", [*_parameters(SENTENCES), *_parameters(REPORTS)])
def test_says_what_is_expected(case: Case, gazetteer: Any, language: Any) -> None:
    found = misses(case, read_case(case, gazetteer, language))
    assert not found, "\n".join([f"{case.file.name}, line {case.line}: {case.text}", *found])


def test_is_large_enough_and_mostly_holds() -> None:
    assert len(SENTENCES) >= 400
    assert len(REPORTS) >= 30
    cases = [*SENTENCES, *REPORTS]
    assert sum(case.todo is not None for case in cases) <= MOST_TODO * len(cases)


@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        ("A bomb went off.\n= bomb", "line 2: 'bomb' is no type of incident"),
        ("A bomb went off.\n= bombing | at Kano", "line 2: 'at Kano' begins with no word"),
        ("A bomb went off.\n= bombing | killed many", "line 2: 'many' is no value for 'killed'"),
        ("# A comment.\n\nA bomb went off.\n= bombing | when Monday", "line 4: 'Monday' is no value for 'when'"),
        ("Rifles came.\n= route rifles | from Kano", "line 2: 'rifles' is no cargo"),
        ("A bomb went off.", "line 1: it takes lines with ="),
        ("A bomb went off.\n= bombing\ntodo", "line 3: a todo says what is missing"),
        ("@ yesterday\nA bomb went off.\n= bombing", "line 1: "),
    ],
)
def test_a_bad_line_is_refused_by_its_number(lines: str, wrong: str, tmp_path: Path) -> None:
    file = tmp_path / "wrong.txt"
    file.write_text(lines, encoding="utf-8")
    with pytest.raises(NotationError, match="wrong.txt, " + wrong.replace("?", r"\?")):
        load(file)


def main(names: list[str]) -> None:
    """Print each case that fails, and the share that holds; with names only those of these files."""
    from gazetteer import bundled
    from geo.language import load as load_language

    gazetteer, language = bundled(), load_language()
    cases = [case for case in (*SENTENCES, *REPORTS) if not names or case.file.stem in names]
    failed = 0
    for case in cases:
        found = misses(case, read_case(case, gazetteer, language))
        failed += bool(found)
        mark = f" (todo: {case.todo})" if case.todo else ""
        for miss in found:
            text = case.text if len(case.text) < 400 else case.text[:60] + " …"
            print(f"{case.file.stem}:{case.line}{mark}: {' '.join(text.split())} => {miss}")  # noqa: T201
    print(f"{len(cases) - failed} of {len(cases)} hold")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
