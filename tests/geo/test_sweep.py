"""Merging over invented reports whose truth is known: what is put together, and that nothing hangs on their order."""

import random
from dataclasses import replace

import pytest

from benchmarks.merging import made, score
from geo.merge.across import days
from geo.merge.across.copies import Copies
from geo.merge.across.events import events
from geo.merge.across.grouping import grouped
from geo.merge.across.judged import Judged
from geo.model import Report


def copies(reports: list[Report]) -> list[int]:
    """Return for each report the index of the first one that it is a copy of."""
    with Copies() as found:
        for each in reports:
            found.add(each)
        return found.first()


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    return list(made(600, 40).reports())


def told(given: list[Report], judged: Judged | None = None) -> set[tuple[tuple[str, str], ...]]:
    """Return the events as the ids of their tellings."""
    return {event.told for event in events(given, grouped(given, judged) if judged else grouped(given))}


def test_most_pairs_are_found_and_few_are_wrong() -> None:
    given = made(2_000, 120)
    precision, recall = score(grouped(given.reports()), given.press.truth)

    assert precision > 0.93
    assert recall > 0.85


def test_the_order_of_the_reports_makes_no_difference(reports: list[Report]) -> None:
    mixed = random.Random(1).sample(reports, len(reports))  # noqa: S311  # no secret

    assert told(mixed) == told(reports)


def test_the_order_of_copies_makes_no_difference(reports: list[Report]) -> None:
    mixed = random.Random(2).sample(reports, len(reports))  # noqa: S311  # no secret
    first = {reports[n].id: reports[first].id for n, first in enumerate(copies(reports))}

    assert {mixed[n].id: mixed[first].id for n, first in enumerate(copies(mixed))} == first
    assert len({*first.values()}) < len(reports)


def test_what_does_not_fit_into_memory_is_merged_alike(reports: list[Report], monkeypatch: pytest.MonkeyPatch) -> None:
    whole = told(reports)
    monkeypatch.setattr(days, "MOST_HELD", 10_000)

    assert told(reports) == whole


def test_what_a_reader_said_holds_whatever_the_days(reports: list[Report]) -> None:
    first, last = reports[0].incidents[0].id, reports[-1].incidents[0].id
    found = told(reports, Judged.of([[first, last]], []))

    assert any({first, last} <= {one for _, one in event} for event in found)


def test_no_report_tells_one_event_twice(reports: list[Report]) -> None:
    doubled = [
        replace(r, incidents=tuple(two for i in r.incidents for two in (i, replace(i, id=f"{i.id}b")))) for r in reports
    ]

    assert all(len({document for document, _ in event}) == len(event) for event in told(doubled))
