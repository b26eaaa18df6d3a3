"""The incidents of a text -> the signs by which each is known to be told as an event, or spoken of in passing.

Each sign is a few words that say what it sees: of the tellings (`geo/incidents/what/telltale.py` says what those are),
of the facts that they give, of where in the text they stand and what stands beside them, and of the text as a whole.
No sign speaks of fighting between armed sides: the texts that the trees were fitted on leave it out, dateline must not.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from geo.merge.groups import Group
from geo.model import DOERS, SUFFERERS, Incident, Telling

Signs: TypeAlias = frozenset[str]
FIGHTING = frozenset({"harmed: armed", "harmed: state_force", "doer: state_force", "armed doer"})
ARMED_KINDS = frozenset({"battle", "raid", "airstrike"})
UNTAUGHT = frozenset({"protest", "riot", "detention", "seizure"})  # kinds of which those texts' key has no events
FACTS = (1, 2, 3, 4, 5)
TELLINGS = (2, 3, 4, 6)
SENTENCES = (1, 2, 3, 4, 6, 8, 11, 15, 20, 30)  # at which an incident is first told, 0 for the first
GAPS = (0, 1, 2, 3, 5, 8)  # sentences to the incident that is told next to it
ALIKE = (1, 2, 3, 4)  # things that two incidents have in common
INCIDENTS = (2, 3, 4, 6, 8, 11, 15, 20)
KINDS = (2, 3, 4, 6)
SHARES = (0.15, 0.3, 0.45, 0.6)
DAMPING = 3  # tellings that every text is thought to have besides: one of one or two says little of itself
LOOK_AROUND = 12  # incidents beside one, each way: a text's time must not grow with their square
OF_TEXT = ("quoted", "old", "speaks of self", "said", "day", "doer")
RECENT = frozenset({"of these days", "of a fortnight", "day"})
PLACED = frozenset({"town", "unit"})


def signs_of(groups: Sequence[Group]) -> list[Signs]:
    """Return the signs of each incident of a text.

    Parameters
    ----------
    groups
        The incidents, in the order in which they are first told.
    """
    of_text = frozenset(_of_text(groups))
    return [
        frozenset({*_of_tellings(each), *_of_place_in_text(groups, number)}) | of_text
        for number, each in enumerate(groups)
    ]


def facts_of(telling: Telling) -> Signs:
    """Return which facts a telling gives: when, where, who, whom, how many.

    A place counts where it is given, though the gazetteer may lack it.

    Parameters
    ----------
    telling
        Any.
    """
    signs = telling.signs
    said_where = telling.place_said is not None and "main clause" in signs
    whom = any(sign.startswith("harmed") for sign in signs) and "harmed: a kind" not in signs
    given = {
        "when": signs & RECENT,
        "where": signs & PLACED or said_where,
        "who": "doer" in signs,
        "whom": whom,
        "how many": "number" in signs,
    }
    return frozenset(fact for fact, is_given in given.items() if is_given)


def _of_tellings(group: Group) -> Iterator[str]:
    first = group.tellings[0]
    told = [facts_of(telling) for telling in group.tellings]
    facts = frozenset().union(*told)
    yield from frozenset().union(*(telling.signs for telling in group.tellings)) - FIGHTING
    yield from (f"tells {fact}" for fact in facts)
    yield from _steps("facts", len(facts), FACTS)
    yield from _steps("tellings", sum(not telling.is_answer for telling in group.tellings), TELLINGS)
    yield from _steps("sentence", first.sentence, SENTENCES)
    if group.whole.type not in ARMED_KINDS | UNTAUGHT:
        yield f"type {group.whole.type}"
    if group.whole.when is None:
        yield "no day"
    held = {"points back": first.definite, "general": first.general, "known": first.known, "in a title": first.summary}
    yield from (sign for sign, holds in held.items() if holds)


def _of_place_in_text(groups: Sequence[Group], number: int) -> Iterator[str]:
    own = groups[number]
    around = {
        "before": groups[max(0, number - LOOK_AROUND) : number],
        "after": groups[number + 1 : number + 1 + LOOK_AROUND],
    }
    for side, others in around.items():
        common = [frozenset(_in_common(own.whole, each.whole)) for each in others]
        yield from (f"{what} of one {side}" for what in frozenset().union(*common))
        yield from _steps(f"in common with one {side}", max(map(len, common), default=0), ALIKE)
        gap = min((abs(each.tellings[0].sentence - own.tellings[0].sentence) for each in others), default=None)
        yield from (f"another {side} within {most}" for most in GAPS if gap is not None and gap <= most)


def _in_common(one: Incident, two: Incident) -> Iterator[str]:
    if one.type == two.type:
        yield "type"
    if _last_words(one, SUFFERERS) & _last_words(two, SUFFERERS):
        yield "sufferers"
    if _last_words(one, DOERS) & _last_words(two, DOERS):
        yield "doers"
    if one.where and two.where and (one.where.lat, one.where.lon) == (two.where.lat, two.where.lon):
        yield "place"
    if one.when and two.when and (one.when.start, one.when.end) == (two.when.start, two.when.end):
        yield "day"
    if one.trigger.text.casefold() == two.trigger.text.casefold():
        yield "word"


def _last_words(incident: Incident, roles: frozenset[str]) -> set[str]:
    return {p.text.split()[-1].casefold() for p in incident.participants if p.role in roles}


def _of_text(groups: Sequence[Group]) -> Iterator[str]:
    every = [telling for each in groups for telling in each.tellings]
    yield from _steps("incidents of the text", len(groups), INCIDENTS)
    yield from _steps("types in the text", len({each.whole.type for each in groups}), KINDS)
    yield from _shares("verbs in the text", (not telling.noun for telling in every))
    for sign in OF_TEXT:
        yield from _shares(f"{sign} in the text", (sign in telling.signs for telling in every))


def _shares(name: str, holds: Iterable[bool]) -> Iterator[str]:
    every = list(holds)
    return _steps(name, sum(every) / (len(every) + DAMPING), SHARES)


def _steps(name: str, value: float, steps: Sequence[float]) -> Iterator[str]:
    """Yield a sign for each step that a number reaches, as trees ask only whether a sign is borne."""
    return (f"{name}: {step} or more" for step in steps if value >= step)
