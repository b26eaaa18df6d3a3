"""An incident among those of its text -> whether it is told as an event, or only spoken of in passing.

A tally of a war, a deed recalled from years ago, "attacks on civilians" in a speech, one more mention of what was told:
such talk bears other signs than an event that is told (see `worth_signs`). Fitted trees weigh them all at once;
`benchmarks/fit_worth.py` says how they were fitted, and on what.
"""

from collections.abc import Sequence
from pathlib import Path

from geo.merge.groups import Group
from geo.merge.worth_signs import UNTAUGHT, facts_of, signs_of
from geo.model import Telling
from geo.trees import likelihoods

FILE = Path(__file__).with_name("worth.csv")
LEAST = 0.5  # how likely an incident has to be told as an event
LEAST_UNTAUGHT = 0.3  # the same for kinds of which MUC-4 has no events for the trees to learn from
DIES = frozenset({"died", "has died", "dies", "death"})
OPENING = 3  # sentences after the first in which a plain past tense tells news
NEWS = frozenset({"did", "has done"})
TELLS = NEWS | {"as subject"}
RECALLS = frozenset({"quoted", "old", "years ago", "plural", "hundreds"})
# Signs of what tells of no deed, or of none anew: "the murder of two nuns", "is held", "had been shot".
UNTOLD = frozenset({"result", "known", "claimed", "possible", "longer time", "had done"})
THREE = 3  # facts


def told(groups: Sequence[Group]) -> tuple[bool, ...]:
    """Return for each incident of a text whether it is told as an event.

    Denials and threats are always told; so are an operation and its phases, the items of a list or log, and what is
    plainly told. That somebody died of whatever is no event.

    Parameters
    ----------
    groups
        The incidents.
    """
    if not groups:
        return ()
    weighed = zip(groups, is_weighed(groups), likelihoods(FILE, "1", signs_of(groups)), strict=True)
    return tuple(
        not _only_died(each) and (not weighs or likely >= least(each) or any(map(_is_plainly_told, each.tellings)))
        for each, weighs, likely in weighed
    )


def least(group: Group) -> float:
    """Return how likely an incident has to be told as an event, 0..1.

    Parameters
    ----------
    group
        Any.
    """
    return LEAST_UNTAUGHT if group.whole.type in UNTAUGHT else LEAST


def is_weighed(groups: Sequence[Group]) -> list[bool]:
    """Return for each incident of a text whether it has to be weighed at all.

    Parameters
    ----------
    groups
        The incidents.
    """
    wholes = {each.parent for each in groups}
    return [
        each.whole.modality != "denied"
        and each.whole.stage != "threatened"
        and each.parent is None
        and number not in wholes
        for number, each in enumerate(groups)
    ]


def _is_plainly_told(telling: Telling) -> bool:
    """Tell whether a main clause says in a past tense what was done, with facts enough; so does an item of a list.

    Enough are, however late in a text, whom and how many, or three of which one is the day or place: "Another strike
    on a car in Kirkuk killed three people". At its head who did it to whom is enough, whoever says so.
    """
    signs, facts = telling.signs, facts_of(telling)
    if "headed" in signs:
        return True
    if "main clause" not in signs or signs & RECALLS:
        return False
    to_whom = "who" in facts and any(sign.startswith("harmed") for sign in signs)
    if telling.sentence <= OPENING and to_whom and (signs & NEWS or signs >= {"said", "had done"}):
        return True
    in_full = len(facts) >= THREE and not facts.isdisjoint({"when", "where"})
    return bool(signs & TELLS) and not signs & UNTOLD and (in_full or facts >= {"whom", "how many"})


def _only_died(group: Group) -> bool:
    """Tell whether all that is told is that one person died, by nobody and of whatever: "His wife died in 2006"."""
    told, new = group.tellings[0], group.tellings[0].incident
    one = new.killed is not None and new.killed.high == 1 and new.captured is None and new.injured is None
    by_any = bool(new.weapons) or any(p.role == "perpetrator" for p in new.participants)
    return len(group.tellings) == 1 and one and not by_any and told.result and new.trigger.text.casefold() in DIES
