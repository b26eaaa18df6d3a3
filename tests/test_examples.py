"""The example reports, read and drawn: each stands for something that the map must show as it is."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from geo.model import Incident, Report, Route

EXAMPLES = sorted((Path(__file__).resolve().parents[1] / "examples").glob("*.txt"))


@pytest.fixture(scope="module")
def read_example(gazetteer: Any, language: Any) -> Callable[[str], Report]:
    """Return a function that reads one example, each only once."""
    from geo.documents import read_documents
    from geo.model import Document
    from geo.pipeline import read

    documents = [item for item in read_documents(EXAMPLES) if isinstance(item, Document)]
    reports = list(read(documents, gazetteer, language))
    by_name = {path.stem: report for path, report in zip(EXAMPLES, reports, strict=True)}
    return by_name.__getitem__


def place_names(report: Report, toponyms: Sequence[int]) -> list[str | None]:
    """Return the names of the places of some toponyms of a report."""
    places = [report.toponyms[index].place for index in toponyms]
    return [place.name if place else None for place in places]


def the(report: Report, kind: str, part: bool = False) -> Incident:
    """Return the one incident of a type that is, or is not, a phase of another."""
    (found,) = [one for one in report.incidents if one.type == kind and (one.part_of is not None) == part]
    return found


def ends(report: Report, route: Route) -> list[str | None]:
    """Return the names of a route's origin and destination."""
    return place_names(report, [end.toponym for end in (route.origin, route.destination) if end])


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_says_that_it_is_invented(path: Path) -> None:
    assert path.read_text("utf-8").splitlines()[0] == "Invented example: nothing in this report happened."
