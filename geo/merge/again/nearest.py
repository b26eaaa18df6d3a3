"""Which of the incidents told before a telling is held against first: the nearest, or one that its words name."""

import re
from collections.abc import Sequence

from geo.merge.again.agreement import VAGUE, counts_as_many
from geo.merge.again.rivals import doers
from geo.merge.groups import Group, latest
from geo.merge.sufferers import words
from geo.model import DOERS, Telling

PLACE = 4  # ways of naming that weigh less than a place


def nearest(groups: Sequence[Group], telling: Telling) -> list[int]:
    """Return the positions of the incidents, that told last before the others.

    Before these go those that its sentence names by their place, kind, doers or weapons, and for many dead those with
    as many. A protest goes last where people died.

    Parameters
    ----------
    groups
        The incidents so far.
    telling
        One that may tell one of them again.
    """
    near = sorted(latest(groups), key=lambda n: -groups[n].last_told.sentence)
    if telling.result and telling.incident.killed is not None:
        near.sort(key=lambda n: groups[n].whole.type == "protest")
    near.sort(key=lambda n: -how_named(groups[n], telling))
    if telling.general and not (telling.update or telling.definite):
        near.sort(key=lambda n: not counts_as_many(groups[n], telling))
    return near


def how_named(group: Group, telling: Telling) -> int:
    """Return in how many ways a telling names an incident: its place, be it a speaker's, its kind, doers or weapons.

    A place says more than the rest.
    """
    if group.last.summary:  # a title names what is told below it
        return 0
    whole = group.whole
    did = {word for p in whole.participants if p.role in DOERS for word in words(p.text)}
    again = {word for text in doers(telling) for word in words(text)} if telling.same_doers else set()
    arms = {word for weapon in whole.weapons for word in words(weapon.text)}
    kind = telling.definite and telling.incident.type not in VAGUE and telling.incident.type == whole.type
    known = kind + bool(did & again) + bool(arms & telling.means)
    return known + PLACE * _names_place(group, telling)


def _names_place(group: Group, telling: Telling) -> bool:
    said = telling.incident.claims[0].text
    names = (rf" {re.escape(place)}\b(?! [A-Z])" for place in group.place_names)  # no "Papua Presidium"
    return any(re.search(name, said) for name in names)
