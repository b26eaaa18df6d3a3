"""An incident among those of its text -> whether it is told as an event, or only spoken of in passing.

A tally of a war, a deed recalled from years ago, "attacks on civilians" in a speech, one more mention of what was told:
such talk has other signs than an event that is told. Each sign has a fitted weight, in `worth.toml`; a sign without one
counts for nothing. `benchmarks/fit_incidents.py` says how they were fitted, and on what.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import log

from geo.merge.groups import Group
from geo.model import Telling
from geo.weights import BIAS, points, read_weights

FILE = "worth.toml"
LEAD = 1  # sentences at the head of a text that tell what it is about
DAMPING = 3
OPENING = 3  # sentences in which a plain past tense tells news
NEWS = frozenset({"did", "has done"})
TOLD = NEWS | {"had done"}
TALLIES = frozenset({"plural", "hundreds"})
# Signs of what tells of no deed, or of none anew: "the murder of two nuns", "is held", "had been shot".
UNTOLD = frozenset({"result", "known", "claimed", "possible", "longer time", "does", "done", "to do", "had done"})
DIES = frozenset({"died", "has died", "dies", "death"})
TWO, THREE, FOUR = 2, 3, 4  # facts
RECENT = frozenset({"of these days", "of a fortnight"})
PLACED = frozenset({"town", "unit"})
UNKEYED = frozenset({"detention", "seizure", "protest", "riot"})  # of which the key has no templates to learn from
LATE = 20  # sentences after which the place in the text tells no more


def told(groups: Sequence[Group]) -> tuple[bool, ...]:
    """Return for each incident of a text whether it is told as an event.

    Denials and threats are always told; so are an operation and its phases, and what is clearly told. Of years ago
    nothing else is.

    Parameters
    ----------
    groups
        The incidents.
    """
    weights = load_worth()
    wholes = {each.parent for each in groups}
    return tuple(
        each.whole.modality == "denied"
        or each.whole.stage == "threatened"
        or each.parent is not None
        or number in wholes
        or (not _only_died(each) and (_is_clear(each) or (not _is_history(each) and points(weights, signs) >= 0)))
        for number, (each, signs) in enumerate(zip(groups, signs_of(groups), strict=True))
    )


def _is_clear(group: Group) -> bool:
    return any(is_clearly_told(t) for t in (*group.tellings, *group.heads))


def _only_died(group: Group) -> bool:
    """Tell whether all that is told is that one person died, by nobody and of whatever: "His wife died in 2006"."""
    told, new = group.tellings[0], group.tellings[0].incident
    one = new.killed is not None and new.killed.high == 1 and new.captured is None and new.injured is None
    by_any = bool(new.weapons) or any(p.role == "perpetrator" for p in new.participants)
    return len(group.tellings) == 1 and one and not by_any and told.result and new.trigger.text.casefold() in DIES


def _is_history(group: Group) -> bool:
    return all("years ago" in telling.signs for telling in group.tellings)


def signs_of(groups: Sequence[Group]) -> list[Mapping[str, float]]:
    """Return the signs of each incident of a text with their strength: its tellings', and its text's.

    Parameters
    ----------
    groups
        The incidents.
    """
    of_text = _signs_of_text(groups)
    begun = Counter(each.tellings[0].sentence for each in groups)
    return [_signs_of_one(each, begun[each.tellings[0].sentence] - 1) | of_text for each in groups]


def _signs_of_one(group: Group, beside: int) -> dict[str, float]:
    first = group.tellings[0]
    signs = {
        f"type {group.whole.type}": 1.0,
        "told again": log(max(1, sum(not t.is_answer for t in group.tellings))),
        "lead": float(first.sentence <= LEAD),
        "position": min(first.sentence, LATE) / LATE,
        "one beside": float(beside == 1),
        "several beside": float(beside > 1),
        "points back": float(first.definite),
    }
    return signs | {sign: 1.0 for telling in group.tellings for sign in telling.signs}


def _signs_of_text(groups: Sequence[Group]) -> dict[str, float]:
    every = [telling for each in groups for telling in each.tellings]
    return {
        "incidents of the text": log(len(groups)) if groups else 0.0,
        "verbs in the text": _share(not t.noun for t in every),
        "quoted in the text": _share("quoted" in t.signs for t in every),
        "self in the text": _share("speaks of self" in t.signs for t in every),
        "old in the text": _share("old" in t.signs for t in every),
        "combat in the text": _share(_is_combat(t) for t in every),
    }


def is_clearly_told(telling: Telling) -> bool:
    """Tell whether a text begins with a telling, or tells it with enough facts, wherever in the text and in whatever.

    The facts are when and where it was, who did it to whom, and how many they were.

    Parameters
    ----------
    telling
        Any.
    """
    signs = telling.signs
    if telling.bare or telling.sentence <= (0 if "years ago" in signs else LEAD):
        return not telling.bare
    if "quoted" in signs:
        return False
    if "headed" in signs and not signs & TALLIES:
        return True  # an item of a list or log
    facts = _facts(telling)
    dated_and_placed = facts >= {"when", "where"}
    if "old" in signs:
        return _is_old_but_told(telling, facts)
    if signs & TALLIES:
        dated = {"day", "hundreds"} <= signs and len(facts) >= THREE  # a single day's hundreds are no war's
        return (dated or dated_and_placed) and "main clause" in signs and bool(signs & (TOLD | {"as subject"}))
    return _is_one_event(telling.signs, facts) or len(facts) >= THREE or _is_plainly_told(telling, facts)


def _is_one_event(signs: frozenset[str], facts: frozenset[str]) -> bool:
    """Tell whether a main clause has one event with how many, and whom: "in a clash six smugglers were killed".

    An event that somebody saw some day somewhere needs no number: "on Monday the UN saw a fresh crater in Luhansk".
    """
    if "main clause" not in signs:
        return False
    counted = facts >= {"how many", "whom"}
    if "one" in signs:
        return counted or facts >= {"when", "where"}
    return counted and not signs & UNTOLD


def _is_old_but_told(telling: Telling, facts: frozenset[str]) -> bool:
    """Tell whether what is no news is told for its own sake, and not only as what a place is remembered for."""
    signs = telling.signs
    if "years ago" not in signs and len(facts) >= FOUR and "when" in facts:
        return True
    by_day = facts >= {"when", "where"} and len(facts) >= THREE
    by_month = facts >= {"where", "who", "whom"} and "longer time" in signs and not signs & TALLIES
    return (by_day or by_month) and bool(signs & TOLD)


def _is_plainly_told(telling: Telling, facts: frozenset[str]) -> bool:
    """Tell whether a plain past tense tells news: at the head of a text, or when or where and more, or who and whom."""
    signs = telling.signs
    if not signs & TOLD:
        return False
    if telling.sentence <= OPENING or (facts & {"when", "where"} and len(facts - {"who"}) >= TWO):
        return True
    harmed = any(sign.startswith("harmed") for sign in signs)
    parties = ("who" in facts) + harmed
    parties += telling.incident.type == "battle" and facts >= {"who", "when"}  # "the two clans exchanged fire"
    unkeyed = telling.incident.type in UNKEYED
    news = signs & NEWS or (unkeyed and signs >= {"said", "had done"})  # "said that agents had arrested two men"
    return bool((parties == TWO or (parties and unkeyed)) and "main clause" in signs and news)


def _facts(telling: Telling) -> frozenset[str]:
    """Return which facts a telling gives; a place counts where it is given, though the gazetteer may lack it."""
    signs = telling.signs
    said_where = telling.place_said is not None and "main clause" in signs
    whom = any(sign.startswith("harmed") for sign in signs) and "harmed: a kind" not in signs
    given = {
        "when": signs & RECENT or "day" in signs,
        "where": signs & PLACED or said_where,
        "who": "doer" in signs,
        "whom": whom,
        "how many": "number" in signs,
    }
    return frozenset(fact for fact, is_given in given.items() if is_given)


def _is_combat(telling: Telling) -> bool:
    return telling.incident.type == "battle" or "harmed: armed" in telling.signs


def _share(holds: Iterable[bool]) -> float:
    """Return how many hold of all, as if some more did not: a text of one or two tellings says little of itself."""
    every = list(holds)
    return sum(every) / (len(every) + DAMPING)


@cache
def load_worth() -> Mapping[str, float]:
    """Return {sign: points}; one point is a factor e in the odds that an incident is told as an event.

    Raises
    ------
    LexiconError
        A weight is no number, or the bias lacks.
    """
    return read_weights(files(__package__) / FILE, {BIAS}, others=True)
