"""A report as a small table of HTML, for notebooks: what it says happened, when, where, and in which words."""

from collections.abc import Iterator
from html import escape

from geo.model import Claim, Incident, Report, Route, RouteEnd, When

MOST = 50  # rows; the rest is counted
LONGEST = 300  # characters of a quote
HEAD = ("what", "when", "where", "how many", "in whose words")


def report_html(report: Report) -> str:
    """Return a report as HTML; all that its text holds stands there as text."""
    rows = [_line(cells) for cells in _rows(report)]
    about = [report.source, report.published.isoformat() if report.published else None, *report.warnings]
    left = f"<p>and {len(rows) - MOST:,} more</p>" if len(rows) > MOST else ""
    return (
        f"<div><strong>{_text(report.title or report.id)}</strong><p>{_text(' · '.join(filter(None, about)))}</p>"
        f"<table><thead>{_line(HEAD, 'th')}</thead><tbody>{''.join(rows[:MOST])}</tbody></table>{left}</div>"
    )


def _rows(report: Report) -> Iterator[tuple[str, ...]]:
    for incident in report.incidents:
        yield incident.type, _when(incident.when), _where(report, incident), _counts(incident), _said(incident.claims)
    for route in report.routes:
        yield "alleged route", _when(route.when), _ends(report, route), "", _said(route.claims)


def _where(report: Report, incident: Incident) -> str:
    return _name(report, incident.where.toponym) if incident.where else "not located"


def _ends(report: Report, route: Route) -> str:
    def end(of: RouteEnd | None) -> str:
        return _name(report, of.toponym) if of else "?"

    return f"{end(route.origin)} → {end(route.destination)}"


def _name(report: Report, number: int) -> str:
    toponym = report.toponyms[number]
    place = toponym.place
    return toponym.surface if place is None else ", ".join(filter(None, (place.name, place.country)))


def _when(when: When | None) -> str:
    if when is None:
        return ""
    days = dict.fromkeys(day.isoformat() for day in (when.start, when.end) if day)
    return " – ".join(days) or when.text or ""


def _counts(incident: Incident) -> str:
    counts = (("killed", incident.killed), ("injured", incident.injured), ("captured", incident.captured))
    return ", ".join(f"{c.best} ({c.low}–{c.high}) {effect}" for effect, c in counts if c)


def _said(claims: tuple[Claim, ...]) -> str:
    if not claims:
        return ""
    words, more = " ".join(claims[0].text.split()), f" (and {len(claims) - 1} more)" if len(claims) > 1 else ""
    quote = words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
    return f"{claims[0].asserted_by or 'no speaker named'}, {claims[0].modality}: “{quote}”{more}"


def _line(cells: tuple[str, ...], tag: str = "td") -> str:
    return f"<tr>{''.join(f'<{tag}>{_text(cell)}</{tag}>' for cell in cells)}</tr>"


def _text(words: str) -> str:
    return f'<bdi dir="auto">{escape(words)}</bdi>'
