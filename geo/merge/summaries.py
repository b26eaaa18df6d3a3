"""A title or headline -> the incident of the text below that it sums up, wherever that is told."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from geo.merge.again.agreement import VAGUE
from geo.merge.again.neighbours import places_agree
from geo.merge.again.results import WRECKING, counts_agree
from geo.merge.again.when import days_agree
from geo.merge.groups import Group, without, without_numbers
from geo.merge.sufferers import names_differ, words
from geo.merge.whole.joining import joined
from geo.model import EFFECTS, IncidentType, Telling, Toponym

MAY_TAKE: frozenset[IncidentType] = frozenset({"abduction", "detention", "hijacking", "raid"})  # people
LONG = 5  # letters of a word that says something
SAME_NUMBER, MORE, OTHER_NUMBER, OTHER_PLACE = 4, -1, -3, -5
SAME_TYPE, SAME_PLACE, ONLY_ONE, MOST_WORDS = 2, 2, 2, 3
ENOUGH = 1


def with_summaries(groups: Sequence[Group], toponyms: Sequence[Toponym]) -> list[Group]:
    """Join what only titles and headlines tell to the incidents of the text that they sum up.

    What can be none of those that the text tells stands for itself.

    Parameters
    ----------
    groups
        The incidents of a document.
    toponyms
        The document's.
    """
    found = list(groups)
    gone = set()
    for number, group in enumerate(groups):
        if group.parent is None and _only_sums_up(group):
            bodies = [n for n, each in enumerate(groups) if each.parent is None and not _only_sums_up(each)]
            told = _told_below(group, bodies, found, toponyms)
            if told is not None:
                found[told[0]] = _headed(found[told[0]], told[1])
                gone.add(number)
    return without(found, gone)


def without_lone_titles(groups: Sequence[Group], news: Sequence[bool], toponyms: Sequence[Toponym]) -> tuple[bool, ...]:
    """Return what is told as an event, without what only a title tells above a text that tells of other events.

    A title is of what its text tells; where no rule finds of what, it is told there in words that were read otherwise.
    One whose place the text never names again stands for itself.

    Parameters
    ----------
    groups
        The incidents of a document.
    news
        For each whether it is told as an event.
    toponyms
        The document's.
    """
    title = [_only_sums_up(group) for group in groups]
    told_below = any(is_news and not only for is_news, only in zip(news, title, strict=True))
    return tuple(
        is_news and not (only and told_below and not _is_elsewhere(group, toponyms))
        for group, is_news, only in zip(groups, news, title, strict=True)
    )


def _is_elsewhere(group: Group, toponyms: Sequence[Toponym]) -> bool:
    """Tell whether an incident is at a place that the text names once."""
    where = group.whole.where
    place = toponyms[where.toponym].place if where and not where.inherited else None
    return place is not None and sum(t.place is not None and t.place.id == place.id for t in toponyms) == 1


def _only_sums_up(group: Group) -> bool:
    return all(t.summary for t in group.tellings if not t.bare)


def _told_below(
    group: Group, bodies: Sequence[int], groups: Sequence[Group], toponyms: Sequence[Toponym]
) -> tuple[int, tuple[Telling, ...]] | None:
    """Return the incident that a title sums up, and the title's tellings as they are added to it."""
    likely = {n: _likeness(group, groups[n], toponyms) for n in bodies}
    points = {n: value for n, value in likely.items() if value is not None}
    if not points:
        return None
    alone = len(points) == 1
    parts = [] if alone else _parts(group, {n: groups[n] for n in points})
    best = max(parts or points, key=lambda n: points[n])
    begun = min(groups[n].tellings[0].sentence for n in bodies)
    opens = best == min(bodies) and group.tellings[0].sentence < begun  # a headline is of what is told first
    if points[best] + ONLY_ONE * alone + opens < ENOUGH and not parts:
        return None
    own = alone or counts_agree(group.whole, groups[best].whole)
    return best, group.tellings if own else tuple(without_numbers(t) for t in group.tellings)


def _likeness(title: Group, body: Group, toponyms: Sequence[Toponym]) -> int | None:
    """Return what speaks for a title's telling of an incident, None where something is at odds."""
    one, other = title.whole, body.whole
    if (
        one.stage != other.stage
        or (one.modality == "denied") != (other.modality == "denied")
        or not _kinds_agree(title, body)
        or not days_agree(one.when, other.when)
        or names_differ(one.participants, other.participants)
    ):
        return None
    numbers = [(getattr(one, effect), getattr(other, effect)) for effect in EFFECTS]
    both = [(a, b) for a, b in numbers if a is not None and b is not None]
    same = any(a.best == b.best for a, b in both)
    odds = 0 if counts_agree(one, other) else MORE if all(a.best >= b.best for a, b in both) else OTHER_NUMBER
    if not both and one.killed is not None and other.injured is not None:  # who counts the hurt would count the dead
        odds = OTHER_NUMBER
    there = any(all(_can_be_at(t, b, toponyms) for t in title.tellings) for b in body.remembered)
    if not there and not same:
        return None
    points = [(where.lat, where.lon) for where in (one.where, other.where) if where is not None]
    return (
        SAME_NUMBER * same
        + odds
        + OTHER_PLACE * (not there)
        + SAME_TYPE * (one.type == other.type and one.type not in VAGUE)
        + SAME_PLACE * (len(points) == 2 and points[0] == points[1])
        + min(MOST_WORDS, len(_said(title) & _said(body)))
    )


def _kinds_agree(title: Group, body: Group) -> bool:
    """Tell whether a title's kind can be that of an incident; "six dead" is of any in which people may die."""
    kinds = {t.incident.type for t in title.tellings if not t.general}
    own = {t.incident.type for t in body.tellings}
    if kinds & own or kinds <= WRECKING >= {body.whole.type}:
        return bool(kinds & own) or title.whole.captured is None or body.whole.type in MAY_TAKE
    return bool(kinds & MAY_TAKE) and body.whole.type in MAY_TAKE


def _can_be_at(title: Telling, body: Telling, toponyms: Sequence[Toponym]) -> bool:
    """Tell whether a title's place can be that of a telling; a name that the gazetteer lacks may be of any width."""
    unknown = None in {title.incident.where, body.incident.where}
    return unknown or places_agree(title, body, toponyms)


def _said(group: Group) -> set[str]:
    every = (word for claim in group.whole.claims for word in words(claim.text))
    return {word.removesuffix("s") for word in every if len(word) >= LONG}


def _parts(title: Group, likely: Mapping[int, Group]) -> list[int]:
    """Return the incidents that a title adds up: of several its number is larger than any of theirs."""
    for effect in EFFECTS:
        known = {n: c.best for n, each in likely.items() if (c := getattr(each.whole, effect)) is not None}
        total = getattr(title.whole, effect)
        if total is not None and len(known) > 1 and total.best > max(known.values()):
            return list(known)
    return []


def _headed(body: Group, heads: tuple[Telling, ...]) -> Group:
    every = (*body.heads, *heads)
    return replace(body, heads=every, whole=joined((*body.tellings, *every)))
