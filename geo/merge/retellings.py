"""Incidents of a text -> the same, what is told once more in other words joined to the first.

The rules of `agreement` join what their words prove to be one event. What is left is weighed here, pair by pair: how
far apart the two stand, what either leaves unsaid, whether the later one only tells a result; days and places must
agree. Each sign has a fitted weight, in `retellings.toml`; `benchmarks/fit_retellings.py` says how they were fitted.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from math import log1p

from geo.merge.again.agreement import KIN, VAGUE
from geo.merge.again.downed import are_downed_and_other
from geo.merge.again.pointing import DEADLY, names_another, strikes_back
from geo.merge.again.rivals import has_day
from geo.merge.again.when import days_agree
from geo.merge.groups import Group, group, without
from geo.merge.sufferers import names_differ, words
from geo.model import EFFECTS, Incident, IncidentType, Telling
from geo.weights import BIAS, points, read_weights

FILE = "retellings.toml"
# How a sentence begins that goes on to another event.
ADDS = re.compile(r"\W*(?:in addition|meanwhile|furthermore|moreover|likewise|in other|in a related)\b", re.IGNORECASE)
CROWDS: frozenset[IncidentType] = frozenset({"protest"})  # a march, and what was done to it, are two
LONG = 3  # sentences after the first: a shorter text tells nothing again
LOOK_BACK = 12  # incidents that a later one is held against: a text's time must not grow with their square


def once(groups: Sequence[Group]) -> list[Group]:
    """Join each incident to the one before it which it most likely tells again.

    Operations and their phases stay as they are, and so do denials.

    Parameters
    ----------
    groups
        The incidents of a document, in the order in which they are first told.
    """
    found, gone, weights = list(groups), set[int](), load_retellings()
    may = joinable(groups)
    for at, number in enumerate(may):
        before = [n for n in may[max(0, at - LOOK_BACK) : at] if n not in gone]
        near = [n for n in before if may_be_one(found[n], groups[number])]
        likely = {n: points(weights, signs(found[n], groups[number])) for n in near}
        best = max(likely, key=lambda n: likely[n], default=None)
        if best is not None and likely[best] >= 0:
            found[best] = _with(found[best], groups[number])
            gone.add(number)
    return without(found, gone)


def joinable(groups: Sequence[Group]) -> list[int]:
    """Return the positions of incidents that may be joined: of a text that is long enough, and no denials or phases.

    Parameters
    ----------
    groups
        The incidents of a document.
    """
    if not any(t.sentence >= LONG for each in groups for t in each.tellings):
        return []
    wholes = {each.parent for each in groups}
    alone = (n for n, each in enumerate(groups) if each.parent is None and n not in wholes)
    return [n for n in alone if groups[n].whole.modality != "denied"]


def may_be_one(first: Group, second: Group) -> bool:
    """Tell whether an incident may be told again by a later one: no day, place or victim is another, and nothing apart.

    Two deeds of one sentence are two.

    Parameters
    ----------
    first, second
        Two incidents in the order in which they are told.
    """
    return (
        not _is_set_apart(first, second.tellings[0])
        and not names_another(first, second.tellings[0])
        and not names_differ(first.whole.participants, second.whole.participants)
        and (_is_placeless(first) or _is_placeless(second) or _is_one_point(first.whole, second.whole))
        and days_agree(first.whole.when, second.whole.when)
        and not are_downed_and_other(first.whole, second.whole)
        and not strikes_back(first, second.tellings[0])
    )


def _is_set_apart(first: Group, opens: Telling) -> bool:
    """Tell whether a telling's words make it another event: "Elsewhere, …", a step, an entry, another kind."""
    kinds = {first.whole.type, opens.incident.type}
    beside = opens.sentence == first.last.sentence
    own = beside and bool(opens.incident.weapons)  # "shot two men, and a bomb killed a clerk"
    deed = (beside or len(kinds) > 1) and (own or not opens.result) and kinds.isdisjoint(VAGUE)
    entry = opens.headed and opens.paragraph != first.last.paragraph
    more = ADDS.match(opens.incident.claims[0].text) is not None and not opens.definite
    answered = opens.answered and opens.sentence == first.last.sentence
    crowd = len(kinds) > 1 and not kinds.isdisjoint(CROWDS)
    return opens.apart or deed or entry or crowd or answered or more


def signs(first: Group, second: Group) -> Mapping[str, float]:
    """Return the signs by which a later incident is known to be an earlier one, or another, with their strength.

    Parameters
    ----------
    first, second
        Two incidents in the order in which they are told.
    """
    opens, last, kinds = second.tellings[0], first.last, {first.whole.type, second.whole.type}
    held: dict[str, float] = {
        "a kind that says little": len(kinds) > 1 and not kinds.isdisjoint(VAGUE),
        "kinds without kinship": len(kinds) > 1 and not any(kinds <= kin for kin in (*KIN, DEADLY)),
        "one place": _is_one_point(first.whole, second.whole),
        "no place before": _is_placeless(first),
        "no day before": not any(has_day(t) for t in first.tellings),
        "other weapons": _have_other_weapons(first.whole, second.whole),
        "a result": all(t.result for t in second.tellings),
        "a result before": all(t.result for t in first.tellings),
        "in a title": any(t.summary for t in (*first.tellings, *second.tellings)),
        "sentences between": log1p(max(0, opens.sentence - last.sentence)),
        "one paragraph": opens.paragraph == last.paragraph,
    }
    return {name: float(value) for name, value in held.items() if value}


def _is_one_point(one: Incident, two: Incident) -> bool:
    if one.where is None or two.where is None or (one.where.inherited and two.where.inherited):
        return False
    return (one.where.lat, one.where.lon) == (two.where.lat, two.where.lon)


def _is_placeless(each: Group) -> bool:
    return each.whole.where is None and all(t.place_said is None for t in each.tellings)


def _have_other_weapons(one: Incident, two: Incident) -> bool:
    armed, armed_too = ({word for w in each.weapons for word in words(w.text)} for each in (one, two))
    return bool(armed) and bool(armed_too) and not armed & armed_too


def _with(first: Group, second: Group) -> Group:
    """Return an incident with what tells it again; the same speaker's smaller number is a part of its own."""
    speaker = first.last.incident.claims[0].asserted_by
    more = [replace(t, part=t.part or _counts_some(first.whole, t, speaker)) for t in second.tellings]
    tellings = sorted((*first.tellings, *more), key=lambda t: t.sentence)
    return replace(group(tuple(tellings), first.parent), heads=(*first.heads, *second.heads))


def _counts_some(whole: Incident, telling: Telling, speaker: object) -> bool:
    numbers = ((getattr(whole, effect), getattr(telling.incident, effect)) for effect in EFFECTS)
    fewer = any(a is not None and b is not None and b.high < a.low for a, b in numbers)
    return fewer and telling.incident.claims[0].asserted_by == speaker


@cache
def load_retellings() -> Mapping[str, float]:
    """Return {sign: points}; one point is a factor e in the odds that two incidents of a text are one.

    Raises
    ------
    LexiconError
        A weight is no number, or the bias lacks.
    """
    return read_weights(files(__package__) / FILE, {BIAS}, others=True)
