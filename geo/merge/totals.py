"""A number that a text begins with, and that adds up what it goes on to tell one by one: "attacks killed nine".

Beside its parts it would count their dead twice.
"""

from collections.abc import Sequence

from geo.merge.again.when import days_agree
from geo.merge.groups import Group

OPENING = 2  # sentences after the first in which a text says what all came to
LEAST_PARTS = 2
WIDE = 4  # precision from which a place is a province's or a country's
HALF = 0.5  # of the total, which its parts reach even where one of them gives no number


def are_totals(groups: Sequence[Group], news: Sequence[bool]) -> tuple[bool, ...]:
    """Return for each incident of a text whether it only adds up others that the text tells after it.

    Parameters
    ----------
    groups
        The incidents of a document.
    news
        For each whether it is told as an event.
    """
    told = [group for group, is_news in zip(groups, news, strict=True) if is_news and group.parent is None]
    return tuple(is_news and _adds_up(group, told) for group, is_news in zip(groups, news, strict=True))


def _adds_up(group: Group, told: Sequence[Group]) -> bool:
    """Tell whether an incident speaks of several deeds, and two or more told after it have its dead between them.

    What was on other days is none of them.
    """
    total = group.whole.killed
    if total is None or group.tellings[0].sentence > OPENING or not _is_of_several(group):
        return False
    after = group.tellings[-1].sentence
    within = (e.whole for e in told if e.tellings[0].sentence > after and days_agree(group.whole.when, e.whole.when))
    dead = [each.killed.best for each in within if each.killed]
    parts = [number for number in dead if 0 < number < total.best]
    return len(parts) >= LEAST_PARTS and len(parts) == len(dead) and HALF * total.best <= sum(parts) <= total.high


def _is_of_several(group: Group) -> bool:
    """Tell whether words for several deeds, or for a whole province or country, are all that is told of it.

    "An attack in the north" is one.
    """
    wide = group.whole.where is None or group.whole.where.precision >= WIDE
    one = any("one" in telling.signs for telling in group.tellings)
    return any("plural" in telling.signs for telling in group.tellings) or (wide and not one)
