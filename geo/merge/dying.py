"""Whether somebody died days after the incident in which he was hurt: "was shot last night", "died this morning"."""

from geo.merge.groups import Group
from geo.merge.sufferers import texts
from geo.model import Telling

LINGERS = 14  # days
DIES = frozenset({"died", "dies", "dead", "death", "succumbed", "received", "suffered", "sustained"})


def died_later(group: Group, telling: Telling) -> bool:
    """Tell whether the later of an incident and a telling is the death of the one whom the other tells of.

    Parameters
    ----------
    group, telling
        An incident so far, and a telling that comes after it, not of the same day.
    """
    first, new = group.whole, telling.incident
    if first.when is None or new.when is None or first.when.start is None or new.when.start is None:
        return False
    days = (new.when.start - first.when.start).days
    death, result = (new, telling.result) if days > 0 else (first, group.tellings[0].result)
    one = death.killed is not None and death.killed.high == 1 and death.trigger.text.lower() in DIES
    same = telling.definite or not texts(first.participants).isdisjoint(texts(new.participants))
    return result and one and same and abs(days) <= LINGERS
