"""Statements of the same flow -> one: stretches of a journey, what one leaves out and another says, what agrees."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import TypeVar

from geo.model import Cargo, Claim, Modality, RouteEnd, Span, When

# The boldest words about a flow decide how it is drawn; a denial stands beside them and never above.
BOLDEST: tuple[Modality, ...] = ("fact", "claimed", "accused", "estimate", "possible", "denied")


@dataclass(frozen=True, slots=True)
class Flow:
    """A movement of cargo from one place to another, as one or more statements tell it."""

    cargo: tuple[Cargo, ...]
    origin: RouteEnd | None
    destination: RouteEnd | None
    via: tuple[RouteEnd, ...]
    operator: Span | None
    purpose: str | None
    when: When | None
    habitual: bool
    claims: tuple[Claim, ...]


T = TypeVar("T")
PlaceId = Callable[[RouteEnd | None], str | None]
KnownEnds = dict[tuple[str, str | None, str], dict[str | None, RouteEnd]]


def join(flows: Iterable[Flow], place_id: PlaceId) -> tuple[Flow, ...]:
    """Return the flows with missing ends filled from their fellows, then those of one flow joined, in order.

    Parameters
    ----------
    flows
        One for each statement, in the order of the text.
    place_id
        Gives the identity of an end's place.
    """
    told = tuple(_completed(tuple(flows)))
    known = _known_ends(told, place_id)
    joined: dict[object, Flow] = {}
    for flow in (_filled(flow, known, place_id) for flow in told):
        key = (place_id(flow.origin), place_id(flow.destination), _categories(flow))
        joined[key] = _both(joined[key], flow) if key in joined else flow
    return tuple(joined.values())


def journeys(legs: Iterable[tuple[bool, tuple[Flow, ...]]], place_id: PlaceId) -> list[Flow]:
    """Return the flows of all statements, the stretches of one journey made one flow through the places between.

    Parameters
    ----------
    legs
        For each statement, in the order of the text, whether it goes on where the one before it ended, and its flows.
    place_id
        Gives the identity of an end's place.
    """
    done: list[Flow] = []
    last: list[Flow] = []
    for onward, flows in legs:
        if onward and last and flows and all(_goes_on(a, b, place_id) for a, b in product(last, flows)):
            last = [_through(a, b) for a, b in product(last, flows)]
        else:
            done += last
            last = list(flows)
    return done + last


def _goes_on(first: Flow, second: Flow, place_id: PlaceId) -> bool:
    """Tell whether a second flow is the next stretch of a first one, and not what somebody else does with the cargo."""
    meet = first.destination is not None and place_id(first.destination) == place_id(second.origin)
    apart = first.claims[-1].start != second.claims[0].start
    others = second.operator and (first.operator.text != second.operator.text if first.operator else apart)
    back = first.origin is not None and place_id(first.origin) == place_id(second.destination)
    guessed = (modality_of(first.claims) == "possible") != (modality_of(second.claims) == "possible")
    return meet and not (others or back or guessed) and bool(_categories(first) & _categories(second))


def _through(first: Flow, second: Flow) -> Flow:
    """Return the flow of two stretches, which passes where the first one ends."""
    middle = (first.destination,) if first.destination else ()
    whole = replace(second, origin=first.origin, via=())
    joined = _both(replace(first, destination=second.destination, via=()), whole)
    return replace(joined, via=(*first.via, *middle, *second.via))


def modality_of(claims: Iterable[Claim]) -> Modality:
    """Return the boldest modality among claims."""
    return min((claim.modality for claim in claims), key=BOLDEST.index)


def _categories(flow: Flow) -> frozenset[str]:
    return frozenset(cargo.category for cargo in flow.cargo)


def _known_ends(told: Iterable[Flow], place_id: PlaceId) -> KnownEnds:
    """Return for each end and category of the flows with both ends what lies at the other end, by its place."""
    known: KnownEnds = {}
    for flow in told:
        if flow.origin and flow.destination:
            start, goal = place_id(flow.origin), place_id(flow.destination)
            for category in _categories(flow):
                known.setdefault(("origin", start, category), {}).setdefault(goal, flow.destination)
                known.setdefault(("destination", goal, category), {}).setdefault(start, flow.origin)
    return known


def _completed(told: tuple[Flow, ...]) -> Iterator[Flow]:
    """Yield the flows, those of the very same thing that each lack the end that the other gives with both."""
    for flow in told:
        halves = {(f.origin, f.destination) for f in told if _is_other_half(flow, f)}
        if len(halves) == 1:
            (origin, destination), = halves
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
    for category in _categories(flow):
        others |= known.get((kept, here, category), {})
    if len(others) != 1:
        return flow
    (end,) = others.values()
    taken = replace(end, inferred=True)
    return replace(flow, destination=taken) if flow.origin else replace(flow, origin=taken)


def _both(first: Flow, second: Flow) -> Flow:
    """Return one flow for two statements of it, the first one's words before the second's."""
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
