"""Statements of the same flow -> one: what one leaves out is taken from another, what agrees is joined."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from geo.model import Cargo, Claim, Modality, RouteEnd, Span, When

# The boldest words about a flow decide how it is drawn; a denial stands beside them and never above.
BOLDEST: tuple[Modality, ...] = ("fact", "claimed", "accused", "estimate", "possible", "denied")


@dataclass(frozen=True, slots=True)
class Flow:
    """A movement of cargo from one place to another, as one or more statements tell it.

    `slight` is True where it tells of a way only if both ends are known, be it from other statements.
    """

    cargo: tuple[Cargo, ...]
    origin: RouteEnd | None
    destination: RouteEnd | None
    via: tuple[RouteEnd, ...]
    operator: Span | None
    purpose: str | None
    when: When | None
    habitual: bool
    claims: tuple[Claim, ...]
    slight: bool = False


T = TypeVar("T")
PlaceId = Callable[[RouteEnd | None], str | None]
Holds = Callable[[RouteEnd, RouteEnd], bool]
KnownEnds = dict[tuple[str, str | None, str], dict[str | None, RouteEnd]]


def join(flows: Iterable[Flow], place_id: PlaceId, holds: Holds) -> tuple[Flow, ...]:
    """Return the flows with missing ends filled from their fellows, then those of one flow joined, in order.

    Parameters
    ----------
    flows
        One for each statement, in the order of the text.
    place_id
        Gives the identity of an end's place.
    holds
        Tells whether the first of two ends is the country of the second.
    """
    told = tuple(flow for flow in _completed(tuple(flows)) if not flow.slight or (flow.origin and flow.destination))
    known = _known_ends(told, place_id)
    joined: dict[object, Flow] = {}
    for flow in (_closer(_filled(flow, known, place_id), told, holds) for flow in told):
        key = (place_id(flow.origin), place_id(flow.destination), categories(flow))
        joined[key] = both(joined[key], flow) if key in joined else flow
    return tuple(joined.values())


def modality_of(claims: Iterable[Claim]) -> Modality:
    """Return the boldest modality among claims.

    Parameters
    ----------
    claims
        At least one.
    """
    return min((claim.modality for claim in claims), key=BOLDEST.index)


def categories(flow: Flow) -> frozenset[str]:
    """Return the categories of a flow's cargo.

    Parameters
    ----------
    flow
        A movement between two places.
    """
    return frozenset(cargo.category for cargo in flow.cargo)


def _known_ends(told: Iterable[Flow], place_id: PlaceId) -> KnownEnds:
    """Return for each end and category of the flows with both ends what lies at the other end, by its place."""
    known: KnownEnds = {}
    for flow in told:
        if flow.origin and flow.destination:
            start, goal = place_id(flow.origin), place_id(flow.destination)
            for category in categories(flow):
                known.setdefault(("origin", start, category), {}).setdefault(goal, flow.destination)
                known.setdefault(("destination", goal, category), {}).setdefault(start, flow.origin)
    return known


def _completed(told: tuple[Flow, ...]) -> Iterator[Flow]:
    """Yield the flows, those of the very same thing that each lack the end that the other gives with both."""
    for flow in told:
        others = [f for f in told if _is_other_half(flow, f)]
        halves = {(f.origin, f.destination) for f in ([f for f in others if not f.slight] or others)}
        if len(halves) == 1:
            ((origin, destination),) = halves
            yield replace(
                flow,
                origin=flow.origin or (origin and replace(origin, inferred=True)),
                destination=flow.destination or (destination and replace(destination, inferred=True)),
            )
        else:
            yield flow


def _is_other_half(flow: Flow, other: Flow) -> bool:
    same = {cargo.start for cargo in flow.cargo} & {cargo.start for cargo in other.cargo}
    ends = (flow.origin or other.origin, flow.destination or other.destination)
    one = (flow.origin is None) != (flow.destination is None) and (other.origin is None) != (other.destination is None)
    return bool(same and one and all(ends))


def _filled(flow: Flow, known: KnownEnds, place_id: PlaceId) -> Flow:
    """Return a flow with its missing end, if all full statements about such a cargo and its other end agree on one."""
    if (flow.origin is None) == (flow.destination is None):
        return flow
    kept = "origin" if flow.origin else "destination"
    here = place_id(flow.origin or flow.destination)
    others: dict[str | None, RouteEnd] = {}
    for category in categories(flow):
        others |= known.get((kept, here, category), {})
    if len(others) != 1:
        return flow
    (end,) = others.values()
    taken = replace(end, inferred=True)
    return replace(flow, destination=taken) if flow.origin else replace(flow, origin=taken)


def _closer(flow: Flow, told: Iterable[Flow], holds: Holds) -> Flow:
    """Return a flow that is told roughly, by one end or by countries, with the ends of the one that is told closely."""
    fuller = [f for f in told if f.origin and f.destination and categories(f) & categories(flow)]
    ends = {(f.origin, f.destination) for f in fuller if _is_in(flow, f, holds)}
    if len(ends) != 1:
        return flow
    ((origin, destination),) = ends
    return replace(flow, origin=origin, destination=destination)


def _is_in(flow: Flow, fuller: Flow, holds: Holds) -> bool:
    pairs = ((flow.origin, fuller.origin), (flow.destination, fuller.destination))
    known = [holds(whole, part) for whole, part in pairs if whole and part]
    return bool(known) and all(known)


def both(first: Flow, second: Flow) -> Flow:
    """Return one flow for two statements of it, the first one's words before the second's.

    Parameters
    ----------
    first, second
        A flow, the one told first, and the other.
    """
    return Flow(
        cargo=_each_once(first.cargo + second.cargo, lambda cargo: cargo.text.casefold()),
        origin=_surer(first.origin, second.origin),
        destination=_surer(first.destination, second.destination),
        via=_each_once(first.via + second.via, lambda end: (end.lat, end.lon)),
        operator=first.operator or second.operator,
        purpose=first.purpose or second.purpose,
        when=first.when or second.when,
        habitual=first.habitual or second.habitual,
        claims=_each_once(first.claims + second.claims, lambda claim: (claim.start, claim.end, claim.asserted_by)),
    )


def _each_once(items: tuple[T, ...], key: Callable[[T], object]) -> tuple[T, ...]:
    """Return the items without those whose key came before."""
    first: dict[object, T] = {}
    for item in items:
        first.setdefault(key(item), item)
    return tuple(first.values())


def _surer(first: RouteEnd | None, second: RouteEnd | None) -> RouteEnd | None:
    """Return the end that the words give rather than the inferred one."""
    return second if first and first.inferred and second else first
