"""The stretches of one journey -> one flow: "from A to B, and from there to C" leads from A to C, by way of B."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import product

from geo.routes.flows import Flow, PlaceId, both, categories, modality_of


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
        if flows and not (flows[0].origin or flows[0].destination):
            last = [_by_way_of(flow, flows[0]) for flow in last]
        elif onward and last and flows and all(_goes_on(a, b, place_id) for a, b in product(last, flows)):
            last = [_through(a, b) for a, b in product(last, flows)]
        else:
            done += last
            last = list(flows)
    return done + last


def _by_way_of(flow: Flow, way: Flow) -> Flow:
    """Return a flow with the places between that a later statement about the very same cargo tells."""
    same = {cargo.start for cargo in flow.cargo} & {cargo.start for cargo in way.cargo}
    return both(flow, replace(way, origin=flow.origin, destination=flow.destination)) if same else flow


def _goes_on(first: Flow, second: Flow, place_id: PlaceId) -> bool:
    """Tell whether a second flow is the next stretch of a first one, and not what somebody else does with the cargo."""
    meet = first.destination is not None and place_id(first.destination) == place_id(second.origin)
    apart = first.claims[-1].start != second.claims[0].start
    others = second.operator and (first.operator.text != second.operator.text if first.operator else apart)
    back = first.origin is not None and place_id(first.origin) == place_id(second.destination)
    guessed = (modality_of(first.claims) == "possible") != (modality_of(second.claims) == "possible")
    return meet and not (others or back or guessed) and bool(categories(first) & categories(second))


def _through(first: Flow, second: Flow) -> Flow:
    """Return the flow of two stretches, which passes where the first one ends."""
    middle = (first.destination,) if first.destination else ()
    whole = replace(second, origin=first.origin, via=())
    joined = both(replace(first, destination=second.destination, via=()), whole)
    return replace(joined, via=(*first.via, *middle, *second.via))
