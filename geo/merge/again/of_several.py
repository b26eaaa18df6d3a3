"""A noun for several deeds told before, or for one by its place among them -> the incidents that it means."""

from collections.abc import Sequence
from dataclasses import replace

from geo.lexicon import word_class
from geo.merge.again.agreement import agree, types_agree
from geo.merge.groups import Group, latest, without_numbers
from geo.merge.sufferers import counts_anybody
from geo.model import DOERS, SUFFERERS, Telling, Toponym

NEAR = 4  # sentences
LEAST = 2  # incidents


def meant_of_several(groups: Sequence[Group], telling: Telling, toponyms: Sequence[Toponym]) -> tuple[int, ...]:
    """Return the positions of the incidents that "both attacks", "the attacks" or "the second attack" means.

    None where the words are not of several told before, or fewer were told.

    Parameters
    ----------
    groups
        The incidents so far.
    telling
        Any.
    toponyms
        The document's.
    """
    if not telling.ordinal and not (telling.several and _tells_of_all(telling)):
        return ()
    told = [n for n in latest(groups) if _may_be_meant(groups[n], telling, toponyms)][::-1]
    if len(told) < max(LEAST, telling.several, telling.ordinal):
        return ()
    if telling.ordinal:
        return (told[telling.ordinal - 1],)
    dead = groups[told[-1]].whole.killed  # "the killings" of those who died in one
    if telling.incident.trigger.text.casefold() in word_class("a_killing") and dead and dead.high >= telling.several:
        return ()
    if telling.several >= LEAST:
        return tuple(told[-telling.several :])
    one = any("plural" in t.signs for n in told for t in groups[n].remembered)  # "attacks", then "the attacks"
    return () if one else tuple(told)


def of_each(telling: Telling) -> Telling:
    """Return what a telling of several incidents says of each: who did it, and no number, which is that of all."""
    doers = tuple(p for p in telling.incident.participants if p.role in DOERS)
    each = without_numbers(telling)
    return replace(each, incident=replace(each.incident, participants=doers), update=False)


def _tells_of_all(telling: Telling) -> bool:
    """Tell whether a telling says nothing that is of one alone; whom it befell are those of all that are counted."""
    new = telling.incident
    nobody = not counts_anybody(new) and not any(p.role in SUFFERERS for p in new.participants)
    return telling.place_said is None and new.when is None and (telling.several >= LEAST or nobody)


def _may_be_meant(group: Group, telling: Telling, toponyms: Sequence[Toponym]) -> bool:
    near = telling.sentence - group.last.sentence <= NEAR
    title = all(t.summary for t in group.tellings)
    return near and not title and types_agree(group, telling) and agree(group, telling, toponyms)
