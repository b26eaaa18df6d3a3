"""Invented reports in, what they say out: each folder of tests/golden is one pair, see its README."""

import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from geo.corrections import NONE, corrected_incidents, read_corrections
from geo.model import Count, Document, Incident, Report, Route, When, Where

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(folder.name for folder in GOLDEN.iterdir() if (folder / "report.txt").is_file())


def summary(report: Report) -> list[str]:
    """Return a report as lines that can be read and written by hand."""
    places = {
        (t.surface, t.place.name, t.place.country or "--") for t in report.toponyms if t.role == "literal" and t.place
    }
    lines = [f"place {surface} = {name} {country}" for surface, name, country in sorted(places)]
    lines += [incident_line(report, incident) for incident in report.incidents]
    lines += [route_line(report, route) for route in report.routes]
    return lines + [f"warning {text}" for text in report.warnings]


def incident_line(report: Report, incident: Incident) -> str:
    """Return one incident as a line."""
    number = incident.id.rsplit("#", 1)[1]
    parts = [
        f"{number} {incident.type}, {incident.stage}, {incident.modality}",
        f"at {where_text(report, incident.where)}",
        f"on {when_text(incident.when)}",
        *(f"{effect} {count_text(getattr(incident, effect))}" for effect in ("killed", "injured", "captured")
          if getattr(incident, effect)),
        f"claims {len(incident.claims)}",
    ]  # fmt: skip
    if incident.part_of:
        parts.append(f"part of {incident.part_of.rsplit('#', 1)[1]}")
    who = [f"    {p.role}: {p.text} ({p.kind})" for p in incident.participants]
    by = sorted({c.asserted_by for c in incident.claims if c.asserted_by})
    return "\n".join(["; ".join(parts), *who, *(f"    says: {name}" for name in by), *marks(incident)])


def marks(corrected: Incident | Route) -> list[str]:
    """Return what was set right as lines."""
    return [
        f"    set right: {one.what} was {one.was or 'not known'}{f' ({one.note})' if one.note else ''}"
        for one in corrected.corrected
    ]


def where_text(report: Report, where: Where | None) -> str:
    """Return a place as its name and precision."""
    if where is None:
        return "nowhere stated"
    inherited = " inherited" if where.inherited else ""
    return f"{report.toponyms[where.toponym].surface} precision {where.precision}{inherited}"


def when_text(when: When | None) -> str:
    """Return an interval as its ends."""
    if when is None or (when.start is None and when.end is None):
        return "no day known"
    return str(when.start) if when.start == when.end else f"{when.start or '?'} to {when.end or '?'}"


def count_text(count: Count) -> str:
    """Return a count as one number or a range with its best value."""
    return str(count.best) if count.low == count.high else f"{count.low}-{count.high} best {count.best}"


def route_line(report: Report, route: Route) -> str:
    """Return one route as a line."""
    ends = [
        "?" if end is None else report.toponyms[end.toponym].surface + (" inferred" if end.inferred else "")
        for end in (route.origin, route.destination)
    ]
    cargo = ", ".join(dict.fromkeys(c.category for c in route.cargo))
    via = "".join(f" via {report.toponyms[end.toponym].surface}" for end in route.via)
    line = f"route {cargo}: {ends[0]} -> {ends[1]}{via}, {route.modality}; claims {len(route.claims)}"
    return "\n".join([line, *marks(route)])


def read_case(folder: Path, gazetteer: Any, language: Any) -> Report:
    """Read the report of a case."""
    from geo.pipeline import read_one

    day = folder / "date.txt"
    published = date.fromisoformat(day.read_text(encoding="utf-8").strip()) if day.is_file() else None
    text = (folder / "report.txt").read_text(encoding="utf-8")
    file = folder / "corrections.toml"
    made = read_corrections(file, gazetteer) if file.is_file() else NONE
    return corrected_incidents(
        read_one(Document(folder.name, text, published=published), gazetteer, language, made), made
    )


@pytest.mark.parametrize("case", CASES)
def test_golden(case: str, gazetteer: Any, language: Any) -> None:
    expected = (GOLDEN / case / "expected.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    assert "\n".join(summary(read_case(GOLDEN / case, gazetteer, language))).split("\n") == expected


if __name__ == "__main__":
    from gazetteer import bundled
    from geo.language import load

    for name in sys.argv[1:]:
        print("\n".join(summary(read_case(Path(name), bundled(), load()))))  # noqa: T201
