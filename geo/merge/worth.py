"""An incident among those of its text -> whether it is told as an event, or only spoken of in passing.

A tally of a war, a deed recalled from years ago, "attacks on civilians" in a speech, one more mention of what was told:
such talk bears other signs than an event that is told (see `worth_signs`). Fitted trees weigh them all at once;
`benchmarks/fit_worth.py` says how they were fitted, and on what.
"""

from collections.abc import Sequence
from pathlib import Path

from geo.merge.groups import Group
from geo.merge.worth_signs import UNTAUGHT, Signs, facts_of, signs_of
from geo.model import Telling
from geo.trees import likelihoods

FILE = Path(__file__).with_name("worth.csv")
# How likely an incident has to be told as an event. Trees are surer of what they were fitted on: by those of other
# documents MUC-4's templates are at their best from .35 to .45, not at .5.
LEAST = 0.45
LEAST_UNTAUGHT = 0.3  # the same for kinds of which MUC-4 has no events for the trees to learn from
DIES = frozenset({"died", "has died", "dies", "death"})
OPENING = 3  # sentences after the first in which a plain past tense tells news
NEWS = frozenset({"did", "has done"})
TELLS = NEWS | {"as subject"}
RECALLS = frozenset({"quoted", "old"})
TALLIES = frozenset({"plural", "hundreds"})
RESULT = "result"  # "was killed", which says of no deed that it was done
# Signs of what tells of no deed, or of none anew: "the murder of two nuns", "is held", "had been shot".
UNTOLD = frozenset({"known", "claimed", "possible", "longer time", "had done"})
THREE = 3  # facts
AT = frozenset({"when", "where"})
HARM = frozenset({"whom", "how many"})
BEFALLEN = frozenset({"main clause", "did", "passive"})  # "five were killed in Gao"
SETS_TIME = "sets a time"  # "five were killed when a shell hit a bus in Gao"


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
    likely = likelihoods(FILE, "1", signs_of(groups))
    weighed = zip(groups, is_weighed(groups), likely, strict=True)
    return tuple(not _only_died(each) and (not weighs or _is_told(each, chance)) for each, weighs, chance in weighed)


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


def _is_told(group: Group, likely: float) -> bool:
    """Tell whether an incident is told as an event; of years ago only what a text begins with, or tells in full."""
    if any(map(_is_plainly_told, group.tellings)):
        return True
    return likely >= least(group) and not all("years ago" in telling.signs for telling in group.tellings)


def _is_plainly_told(telling: Telling) -> bool:
    """Tell whether a main clause says in a past tense what was done, with facts enough; so does an item of a list.

    At the head of a text it is enough who did it to whom, whoever says so.
    """
    signs, facts = telling.signs, facts_of(telling)
    if "headed" in signs:
        return True
    if "years ago" in signs:
        return telling.sentence == 0 or _is_history_told(telling)
    if signs & RECALLS:
        return False
    if facts >= HARM and facts & AT and (signs >= BEFALLEN or SETS_TIME in signs) and not signs & (UNTOLD | TALLIES):
        return True
    if "main clause" not in signs:
        return False
    to_whom = "who" in facts and any(sign.startswith("harmed") for sign in signs)
    heads = telling.sentence <= OPENING and to_whom and bool(signs & NEWS or signs >= {"said", "had done"})
    return heads or (bool(signs & TELLS) and not signs & UNTOLD and RESULT not in signs and _is_in_full(signs, facts))


def _is_in_full(signs: Signs, facts: Signs) -> bool:
    """Tell whether facts are enough for an event, however late in a text: "A strike on a car in Kirkuk killed three".

    They are whom and how many, or three of which one is the day or place; of what is told in the plural, both of these.
    """
    if signs & TALLIES:
        return facts >= AT
    return facts >= HARM or (len(facts) >= THREE and bool(facts & AT))


def _is_history_told(telling: Telling) -> bool:
    """Tell whether what was years ago is told for its own sake, and not only as what a place is remembered for."""
    signs, facts = telling.signs, facts_of(telling)
    by_day = facts >= AT and len(facts) >= THREE
    by_month = facts >= {"where", "who", "whom"} and "longer time" in signs and not signs & TALLIES
    return (by_day or by_month) and bool(signs & (NEWS | {"had done"}))


def _only_died(group: Group) -> bool:
    """Tell whether all that is told is that one person died, by nobody and of whatever: "His wife died in 2006"."""
    told, new = group.tellings[0], group.tellings[0].incident
    one = new.killed is not None and new.killed.high == 1 and new.captured is None and new.injured is None
    by_any = bool(new.weapons) or any(p.role == "perpetrator" for p in new.participants)
    return len(group.tellings) == 1 and one and not by_any and told.result and new.trigger.text.casefold() in DIES
