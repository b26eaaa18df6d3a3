"""Statements of one sentence that speak of the same cargo -> one: each gives an end that the other lacks."""

from collections.abc import Iterable
from dataclasses import replace

from geo.routes.movement import Movement
from geo.routes.where.ends import Ends


def joined(statements: Iterable[Movement]) -> list[Movement]:
    """Return a sentence's statements, two that each give one end of the same cargo's way made one.

    Parameters
    ----------
    statements
        The statements, in order.
    """
    kept: list[Movement] = []
    for new in statements:
        other = next((old for old in kept if _complete(old, new) or _goes_on(old, new) or _sets_out(old, new)), None)
        if other:
            national = other.national and not _said(new).origins
            ends = replace(other.ends, destinations=new.ends.origins) if _sets_out(other, new) else _united(other, new)
            kept[kept.index(other)] = replace(other, ends=ends, national=national)
        else:
            kept.append(new)
    return [s for s in kept if not any(_is_diverted(s, other) for other in kept)]


def counts(statement: Movement) -> bool:
    """Tell whether a statement tells of a way by itself.

    A deal and everyday things need both ends, though one may be a name that nobody knows; of people a start alone tells
    where they come from, and no way.

    Parameters
    ----------
    statement
        What was read of the movement.
    """
    only = _only_end(statement.ends)
    started = statement.goers and only == "origin" and not statement.ends.via
    whole = only == "both" or (statement.between and only != "none")
    return whole or not (statement.deal or statement.everyday or started)


def _is_diverted(meant: Movement, other: Movement) -> bool:
    """Tell whether another statement takes elsewhere what was meant for a place: "meant for the mines, is sold in"."""
    aimed = meant.aim in {"mean", "intend"} and _only_end(meant.ends) == "destination"
    return aimed and other is not meant and _shares(meant, other) and bool(other.ends.destinations)


def _shares(first: Movement, second: Movement) -> bool:
    """Tell whether two statements speak of the same cargo."""
    return bool({load.token for load in first.cargo} & {load.token for load in second.cargo})


def _united(first: Movement, second: Movement) -> Ends:
    """Return the ends of two statements of one movement; where cargo was found is no end if it was to go on."""
    far = second.aim and _only_end(first.ends) == "both"
    onward = second.ends.destinations if first.halted or far or first.ends.brought else ()
    passed = first.ends.destinations if onward and (first.arrived or not first.halted) else ()
    return Ends(
        _said(first).origins or second.ends.origins or first.ends.origins,
        onward or first.ends.destinations or second.ends.destinations,
        (*first.ends.via, *passed, *second.ends.via),
    )


def _goes_on(first: Movement, second: Movement) -> bool:
    """Tell whether a statement says where cargo was to go that another says was found: "seized here en route to"."""
    start = set(second.ends.origins) <= set(first.ends.origins)
    far = second.aim and not second.ends.origins and _only_end(first.ends) == "both"
    far = far or first.halted or first.ends.brought
    return bool(far and _shares(first, second) and second.ends.destinations and start)


def _sets_out(first: Movement, second: Movement) -> bool:
    """Tell whether a cargo sets out anew where it had come to: "is shipped from Aden and carried on from Bar"."""
    apart = not set(first.ends.origins) & set(second.ends.origins)
    halves = _only_end(_said(first)) == _only_end(second.ends) == "origin"
    return halves and apart and counts(first) and counts(second) and _shares(first, second) and not second.lent


def _complete(first: Movement, second: Movement) -> bool:
    """Tell whether two statements speak of the same cargo and each gives the end that the other lacks."""
    if not _shares(first, second):
        return False
    return {_only_end(_said(first)), _only_end(_said(second))} == {"origin", "destination"}


def _said(statement: Movement) -> Ends:
    """Return the ends that the words give, and neither the country of a cargo's adjective nor where it was found."""
    ends = replace(statement.ends, origins=()) if statement.national else statement.ends
    return replace(ends, destinations=()) if ends.brought else ends


def _only_end(ends: Ends) -> str:
    """Return which end a statement gives, if only one, "none" if it tells of the way alone."""
    if ends.origins and ends.destinations:
        return "both"
    return "origin" if ends.origins else "destination" if ends.destinations else "none"
