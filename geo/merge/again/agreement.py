"""An incident and a telling -> whether stage, kind, place, days and numbers can be those of one event."""

from collections.abc import Sequence

from geo.merge.again.downed import are_downed_and_other
from geo.merge.again.neighbours import places_agree
from geo.merge.again.pointing import DEADLY, names_another, sets_up
from geo.merge.again.results import FOLLOWS, is_in_paragraph
from geo.merge.again.rivals import doers
from geo.merge.again.when import days_agree, died_later
from geo.merge.groups import Group
from geo.merge.whole.merged_type import BY_LAW
from geo.model import EFFECTS, IncidentType, Telling, Toponym

LARGE = 4  # a number above it is rarely that of two events
VAGUE: frozenset[IncidentType] = frozenset({"attack", "other"})
# "The bombing" may be the airstrike, "the attack" any violence; a raid's arrests are the raid.
KIN: tuple[frozenset[IncidentType], ...] = (
    frozenset({"airstrike", "bombing", "shelling"}),
    frozenset({"bombing", "sabotage", "arson"}),
    frozenset({"shooting", "assassination", "battle"}),
    frozenset({"attack", "assassination"}),
    frozenset({"bombing", "assassination"}),
    frozenset({"raid", "battle", "detention"}),
    frozenset({"execution", "assassination", "abduction"}),
)
DENIED = DEADLY | {"arson"}
FIGHTS: frozenset[IncidentType] = frozenset({"attack", "raid", "battle", "shooting", "robbery", "other"})
HELD: frozenset[IncidentType] = frozenset({"abduction", "detention", "seizure"})
SCENES: frozenset[IncidentType] = FIGHTS | {"abduction", "hijacking", "riot"}
CROWDED: frozenset[IncidentType] = frozenset({"protest", "riot"})  # what was done to the crowd is told as of it


def agree(group: Group, telling: Telling, toponyms: Sequence[Toponym]) -> bool:
    """Tell whether stage, place and days of an incident and of a telling can be those of one event.

    Parameters
    ----------
    group, telling, toponyms
        As for `is_same`.
    """
    first, second = group.whole, telling.incident
    return (
        (first.stage == second.stage or (first.stage == "attempted" and telling.result))
        and (first.modality != "denied" or second.modality == "denied")
        and (_is_anywhere(group, telling) or all(places_agree(t, telling, toponyms) for t in group.remembered))
        and (days_agree(first.when, None if telling.headed else second.when) or died_later(group, telling))
        and (is_in_paragraph(group, telling) or second.when is not None or _may_be_then(group, telling))
        and not are_downed_and_other(first, second)
    )


def _may_be_then(group: Group, telling: Telling) -> bool:
    """Tell whether what was told before a telling leaves it the day of an incident: its number of dead says more."""
    return days_agree(group.whole.when, telling.around) or counts_as_many(group, telling)


def counts_as_many(group: Group, telling: Telling) -> bool:
    """Tell whether a number of people that is rarely that of two events was told of an incident below a title.

    Parameters
    ----------
    group, telling
        As for `is_same`.
    """
    counts = {effect: getattr(telling.incident, effect) for effect in EFFECTS}
    many = {effect: count.best for effect, count in counts.items() if count is not None and count.best > LARGE}
    told = (t.incident for t in group.tellings if not t.summary)
    return any((said := getattr(i, effect)) is not None and said.best == n for i in told for effect, n in many.items())


def _is_anywhere(group: Group, telling: Telling) -> bool:
    """Tell whether a place is none of another event: the street's of what goes on, or where one of the hurt died.

    A place that only heads the paragraph of both is wider than the one that the incident has.
    """
    where = telling.incident.where
    if telling.died_elsewhere or (where is None and _only_says_where(group, telling)):
        return True
    if where is not None and where.inherited and telling.result and is_in_paragraph(group, telling):
        return True
    return telling.incident.where is None and (telling.inside or sets_up(group, telling))


def _only_says_where(group: Group, telling: Telling) -> bool:
    """Tell whether "the attack" right after one says no more than where it was: "… hit a wedding in Xan"."""
    near = telling.sentence - group.last.sentence <= FOLLOWS
    return telling.bare and telling.noun and telling.definite and near


def types_agree(group: Group, telling: Telling) -> bool:
    """Tell whether a telling's kind can be that of an incident.

    Parameters
    ----------
    group, telling
        As for `is_same`.
    """
    kinds = {t.incident.type for t in group.remembered}
    kind = telling.incident.type
    vague = (telling.general or telling.result) and (kind in VAGUE or (telling.general and telling.result))
    vague = vague and not (telling.noun and not telling.result and kinds <= BY_LAW)  # no "attack" is an arrest
    in_fight = telling.result and kind in FIGHTS and kinds <= SCENES  # "one was killed", with what a raid took
    in_fight = in_fight or (
        telling.result and kind == "detention" and kinds <= FIGHTS | {"hijacking"}
    )  # "40 were taken prisoner"
    in_fight = in_fight or (
        telling.result and kind == "assassination" and kinds <= FIGHTS and not group.tellings[0].result
    )
    if kind in kinds or vague or in_fight or all(t.general for t in group.remembered):
        return True
    if telling.incident.modality == "denied":
        return any(kind in kin and kinds & kin for kin in (*KIN, DENIED))  # "no shot was fired" by those who burned it
    related = not carries_off(telling) and any(kind in kin and kinds & kin for kin in KIN)
    related = related and not (kind == "battle" and kinds <= BY_LAW and not is_in_paragraph(group, telling))
    related = related or (kind == "battle" and kinds == {"attack"} and not telling.bare)  # "the battle cost them 155"
    return related and telling.definite and not names_another(group, telling)


def carries_off(telling: Telling) -> bool:
    """Tell whether somebody is said to have carried people off, which is another deed than to murder them."""
    return telling.incident.type == "abduction" and not telling.noun and bool(doers(telling))
