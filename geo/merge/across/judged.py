"""What a reader says of tellings: which are of one event, whatever the rules find, and which are not."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Judged:
    """A reader's judgement on incidents, by their ids.

    Parameters
    ----------
    group
        A number for each incident that is said to be the same event as others; the same number for the same event.
    barred
        For each incident, those that are said to be other events.
    """

    group: dict[str, int]
    barred: dict[str, frozenset[str]]

    @classmethod
    def of(cls, same: Iterable[Iterable[str]], apart: Iterable[Iterable[str]]) -> "Judged":
        """Return the judgement that each of `same` is one event, and that no two of each of `apart` are."""
        barred: dict[str, set[str]] = {}
        for ids in map(frozenset, apart):
            for one in ids:
                barred.setdefault(one, set()).update(ids - {one})
        return cls(_groups(same), {one: frozenset(others) for one, others in barred.items()})

    def apart(self, one: str, other: str) -> bool:
        """Tell whether two incidents are said to be two events."""
        return other in self.barred.get(one, ())


def _groups(same: Iterable[Iterable[str]]) -> dict[str, int]:
    """Return the number of each incident's group; groups that share an incident are one."""
    number: dict[str, int] = {}
    members: dict[int, list[str]] = {}
    for new, ids in enumerate(map(tuple, same)):
        joined = {number[one] for one in ids if one in number}
        group = max(joined, key=lambda each: len(members[each]), default=new)  # the smaller ones move, or it takes long
        moved = [one for each in joined - {group} for one in members.pop(each)]
        fresh = [one for one in ids if one not in number]
        members.setdefault(group, []).extend((*moved, *fresh))
        number |= dict.fromkeys((*moved, *fresh), group)
    return number


NOTHING = Judged({}, {})
