"""Whether times can be those of one event: they share a day, or one is when somebody died of it."""

from geo.merge.groups import Group
from geo.merge.sufferers import person_names, texts
from geo.model import Telling, When

LINGERS = 14  # days within which somebody who was hurt may die
DIES = frozenset({"died", "dies", "dead", "death", "succumbed", "received", "suffered", "sustained"})


def days_agree(one: When | None, other: When | None) -> bool:
    """Tell whether two intervals share a day; what is not known agrees with everything.

    Parameters
    ----------
    one, other
        Two times.
    """
    if one is None or other is None:
        return True
    starts = [w.start for w in (one, other) if w.start]
    ends = [w.end for w in (one, other) if w.end]
    return not starts or not ends or max(starts) <= min(ends)


def died_later(group: Group, telling: Telling) -> bool:
    """Tell whether the later of an incident and a telling is the death of those whom the other tells to be hurt.

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
    counted = death.killed is not None and (death.killed.high == 1 or telling.adds or telling.more)
    one = counted and (telling.adds or death.trigger.text.lower() in DIES)
    pointed = telling.definite and not person_names(new.participants)
    pointed = pointed or telling.part or telling.adds or telling.more or telling.in_care
    same = pointed or not texts(first.participants).isdisjoint(texts(new.participants))
    return result and one and same and abs(days) <= LINGERS
