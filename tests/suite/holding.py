"""What a report says against what its text was expected to say: a line for each thing that does not hold."""

from collections.abc import Callable
from datetime import date
from typing import Any

from geo.model import Claim, Count, Incident, Report, Route, RouteEnd
from tests.suite.notation import Case, Expected

DOERS, SUFFERERS = frozenset({"perpetrator", "captor"}), frozenset({"victim", "target", "captive"})
Item = Incident | Route


def misses(case: Case, report: Report) -> list[str]:
    """Return what does not hold of a report: things that it lacks, and things that it should not tell of.

    Parameters
    ----------
    case
        A text with what it tells of.
    report
        What was read from the text.
    """
    items: list[Item] = [*report.incidents, *report.routes]
    given = assigned(case.expected, items, report)
    taken = set(given.values())
    lacking = [f"lacks {e.line} ({_nearest(e, items, taken, report)})" for e in case.expected if e.line not in given]
    roots = [i for i, item in enumerate(items) if isinstance(item, Route) or item.part_of is None]
    spare = [] if case.more or lacking else [items[i] for i in roots if i not in taken]
    return lacking + [f"should not tell of {show(item, report)}" for item in spare]


def assigned(expected: list[Expected], items: list[Item], report: Report) -> dict[str, int]:
    """Return which item holds which expectation, each item once, as many as can be.

    Parameters
    ----------
    expected
        What a text tells of.
    items
        The incidents and routes that were read from it.
    report
        The report that they stand in.
    """
    fits = {e.line: [i for i, item in enumerate(items) if not _wrong(e, item, report)] for e in expected}
    holder: dict[int, str] = {}

    def place(line: str, seen: set[int]) -> bool:
        for item in fits[line]:
            if item not in seen:
                seen.add(item)
                if item not in holder or place(holder[item], seen):
                    holder[item] = line
                    return True
        return False

    for line in fits:
        place(line, set())
    return {line: item for item, line in holder.items()}


def _nearest(expected: Expected, items: list[Item], taken: set[int], report: Report) -> str:
    """Return what is wrong with the item that comes closest."""
    free = [item for i, item in enumerate(items) if i not in taken and isinstance(item, Route) == expected.route]
    wrong = min(((_wrong(expected, item, report), item) for item in free), key=lambda pair: len(pair[0]), default=None)
    return f"{'; '.join(wrong[0])} in {show(wrong[1], report)}" if wrong else "nothing like it"


def _wrong(expected: Expected, item: Item, report: Report) -> list[str]:
    """Return what does not hold of an item."""
    if isinstance(item, Route) != expected.route:
        return ["not of that kind"]
    said = {key: f"not {key} {' / '.join(values)}".rstrip() for key, values in expected.checks}
    kinds = "/".join(sorted(_kinds(item)))
    return [
        f"is {kinds}" if key == "kind" else said.get(key, item.stage if key == "stage" else "denied")
        for key, holds in conditions(expected, item, report).items()
        if not holds
    ]


def conditions(expected: Expected, item: Item, report: Report) -> dict[str, bool]:
    """Return whether each thing that is expected of an item holds: its kind, and by their keys the conditions.

    Parameters
    ----------
    expected
        What a careful reader finds.
    item
        An incident or a route, as `expected` is.
    report
        The report that it stands in.
    """
    found = {"kind": bool(_kinds(item) & expected.kinds)}
    if isinstance(item, Incident):
        found["stage"] = item.stage == "accomplished"
    found["modality"] = item.modality != "denied"
    given: dict[str, bool] = {}
    for key, values in expected.checks:
        holds = any(_holds(key, value, item, report) for value in values)
        given[key] = given.get(key, True) and holds
    return found | given


def _kinds(item: Item) -> frozenset[str]:
    return frozenset({c.category for c in item.cargo} if isinstance(item, Route) else {item.type})


def _holds(key: str, value: str, item: Item, report: Report) -> bool:
    if key in OF_CLAIMS:
        return OF_CLAIMS[key](value, item.claims)
    if key in {"stage", "modality"}:
        return bool(getattr(item, key) == value)
    if isinstance(item, Route):
        return _route_holds(key, value, item, report)
    return _incident_holds(key, value, item, report)


OF_CLAIMS: dict[str, Callable[[str, tuple[Claim, ...]], bool]] = {
    "says": lambda value, claims: (
        all(c.asserted_by is None for c in claims)
        if value == "nobody"
        else any(within(value, c.asserted_by) for c in claims)
    ),
    "denied by": lambda value, claims: (
        any(c.modality == "denied" and within(value, c.asserted_by) for c in claims)
        or (value == "nobody" and all(c.modality != "denied" for c in claims))
    ),
    "claims": lambda value, claims: len(claims) == int(value),
}


def _route_holds(key: str, value: str, route: Route, report: Report) -> bool:
    if key == "operator":
        return within(value, route.operator)
    if key == "via":
        return any(_is_end(value, end, report) for end in route.via)
    return _is_end(value, route.origin if key == "from" else route.destination, report)


def _is_end(value: str, end: RouteEnd | None, report: Report) -> bool:
    return end is None if value == "unknown" else end is not None and _is_place(value, end.toponym, report)


def _incident_holds(key: str, value: str, incident: Incident, report: Report) -> bool:
    if key in {"killed", "injured", "captured"}:
        return _is_count(value, getattr(incident, key))
    if key == "when":
        return _is_when(value, incident)
    if key in {"where", "nowhere"}:
        nowhere = incident.where is None
        return (
            nowhere if "nowhere" in {key, value} else not nowhere and _is_place(value, incident.where.toponym, report)
        )  # type: ignore[union-attr]
    return _is_among(key, value, incident)


def _is_among(key: str, value: str, incident: Incident) -> bool:
    """Tell whether a participant, weapon or relay is among those named."""
    roles = DOERS if key.endswith("by") else SUFFERERS
    named = [p.text for p in incident.participants if p.role in roles]
    if key == "with":
        named = [span.text for span in incident.weapons]
    if key == "via":
        named = [name for claim in incident.claims for name in claim.relayed_by]
    if value == "nobody":
        return not named
    return any(within(value, name) for name in named) != key.startswith("not ")


def within(value: str, text: str | None) -> bool:
    """Tell whether words stand in a text, whatever their case, hyphens and breaks of line."""
    return _plain(value) in _plain(text or "")


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").split())


def _is_place(value: str, toponym: int, report: Report) -> bool:
    found = report.toponyms[toponym]
    return within(value, found.surface) or within(value, found.place.name if found.place else None)


def _is_count(value: str, count: Count | None) -> bool:
    if value == "?" or count is None:
        return (value == "?") == (count is None)
    low, _, high = value.partition("-")
    return (count.low, count.high) == (int(low), int(high)) if high else count.best == int(low)


def _is_when(value: str, incident: Incident) -> bool:
    start, _, end = value.partition("..")
    when = incident.when
    return _is_day(start, when.start if when else None) and _is_day(end or start, when.end if when else None)


def _is_day(value: str, day: date | None) -> bool:
    return value == "*" or (day is None if value == "?" else day == date.fromisoformat(value))


def show(item: Item, report: Report) -> str:
    """Return an item as a line of the notation.

    Parameters
    ----------
    item
        An incident or a route.
    report
        The report that it stands in.
    """

    def surface(place: Any) -> str:
        return report.toponyms[place.toponym].surface if place else "unknown"

    says = [f"says {name}" for name in dict.fromkeys(c.asserted_by for c in item.claims) if name]
    if isinstance(item, Route):
        cargo = "/".join(dict.fromkeys(c.category for c in item.cargo))
        ends = (f"route {cargo}", f"from {surface(item.origin)}", f"to {surface(item.destination)}")
        return " | ".join([*ends, *(f"via {surface(end)}" for end in item.via), item.modality, *says])
    counts = ((effect, getattr(item, effect)) for effect in ("killed", "injured", "captured"))
    return " | ".join(
        [
            item.type,
            f"where {surface(item.where)}",
            f"when {item.when.start}..{item.when.end}" if item.when else "when ?",
            *(f"{effect} {count.low}-{count.high}" for effect, count in counts if count),
            *(
                f"{'by' if p.role in DOERS else 'on' if p.role in SUFFERERS else p.role} {p.text}"
                for p in item.participants
            ),
            *(f"with {span.text}" for span in item.weapons),
            item.stage,
            item.modality,
            *says,
        ]
    )
