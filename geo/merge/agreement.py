"""A telling and the incidents told before it -> whether it tells one of them again.

The rules, in words. A telling joins an earlier one when nothing that both say is at odds (stage, kind, place as it is
written, days, numbers), and one of these holds:

- the words point back ("the raid");
- it tells right after it only what befell people ("nine people died"), with no place, day or doer of its own;
- its sufferers are spoken of as known, and are of the same kind ("the priests");
- the two give the same number, or the same sufferer by name; a named victim ties them even where place, day or number
  are at odds, since nobody is killed twice;
- it corrects the number, or another speaker gives another number for what was just told;
- it is a denial of what was told.

What is told of several at once, or of the first or second of them, is found by `of_several`; of several that a telling
may tell again, `nearest` says which is asked first.
"""

from collections.abc import Sequence

from geo.merge.downed import are_downed_and_other
from geo.merge.groups import Group
from geo.merge.merged_type import BY_LAW
from geo.merge.neighbours import places_agree
from geo.merge.pointing import (
    DEADLY,
    PEOPLE,
    POINTING_BACK,
    counts_again,
    is_another_deed,
    is_known_by_itself,
    names_again,
    names_another,
    names_only,
    points_to,
    recalls,
    same_people,
    sets_up,
)
from geo.merge.results import (
    FOLLOWS,
    WRECKING,
    counts_agree,
    differs,
    goes_on,
    is_dud,
    is_in_paragraph,
    is_one_of_them,
    is_result,
    is_threat,
    says_no_place,
)
from geo.merge.rivals import doers, is_counterclaim, is_of_other_side, is_own_version, is_party_account
from geo.merge.sufferers import names_differ, nouns, plain, share_a_name, share_a_person, texts
from geo.merge.when import days_agree, died_later
from geo.model import DOERS, EFFECTS, IncidentType, ParticipantKind, Telling, Toponym

REMEMBERED = 6  # sentences over which a small number in common tells something
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
FORCES: frozenset[ParticipantKind] = frozenset({"state_force", "government", "vehicle"})
MEN: frozenset[ParticipantKind] = frozenset({"person", "group", "civilians"})
ANYBODY = frozenset({"him", "her", "them", "it", "anybody", "anyone", "civilian", "civilians", "body", "one"})


def is_same(group: Group, telling: Telling, toponyms: Sequence[Toponym]) -> bool:
    """Tell whether a telling tells an incident again.

    Parameters
    ----------
    group
        The incident so far.
    telling
        One that comes after it in the text.
    toponyms
        The document's.
    """
    if _is_same_victim(group, telling, toponyms) or is_dud(group, telling) or is_threat(group, telling):
        return True
    apart = telling.apart and telling.sentence != group.last.sentence  # the whole sentence is set apart
    if telling.phase or apart or is_another_deed(group, telling) or not agree(group, telling, toponyms):
        return False
    account = is_party_account(group, telling)
    return account or goes_on(group, telling) or _is_told_again(group, telling)


def _is_told_again(group: Group, telling: Telling) -> bool:
    """Tell whether a telling tells an incident again whose stage, place and days agree with its own."""
    first, new = group.whole, telling.incident
    named = share_a_name(first.participants, new.participants)
    again = names_again(group, telling) or recalls(group, telling) or sets_up(group, telling)
    again = again and (first.type == new.type or not is_known_by_itself(group, telling))
    known = named or same_people(group, telling) or again or telling.inside or _they_did(group, telling)
    another = group.last.summary or _others_did(group, telling)  # a title may name what is another incident's
    known = known and not another
    kin = WRECKING | {"abduction"} if (again or telling.inside) and not _carries_off(telling) else WRECKING
    kin = kin | HELD if telling.inside and new.type in HELD else kin  # "three men were held in the swoop"
    if not types_agree(group, telling) and not (known and {first.type, new.type} <= kin):
        return False
    near = telling.sentence - group.last.sentence <= POINTING_BACK
    evidence = named or _shares_evidence(group, telling)
    if new.modality == "denied" and first.modality != "denied":  # a denial stands beside what it denies
        return near and (evidence or _is_denial_of(group, telling))
    if telling.update or not counts_agree(first, new):
        other = telling.part or telling.adds or telling.more or is_of_other_side(group, telling)
        other = other and is_result(group, telling)
        other = other or is_one_of_them(group, telling)
        return near and (telling.update or other or is_counterclaim(group, telling))
    others = new.type in HELD and names_differ(first.participants, new.participants)  # "where the mayor was held"
    points = points_to(group, telling) or (is_result(group, telling) and not others) or again
    points = points or is_own_version(group.last_told, telling) or names_only(group, telling)
    return evidence or points or (near and same_people(group, telling))


def _others_did(group: Group, telling: Telling) -> bool:
    """Tell whether a deed of no kindred kind was done by others: a mob stormed a post, "jets fired on the post"."""
    types = {group.whole.type, telling.incident.type}
    kindred = len(types) == 1 or not types.isdisjoint(VAGUE | CROWDED) or any(types <= kin for kin in KIN)
    if kindred or telling.noun or telling.same_doers:
        return False
    kinds = [{p.kind for p in i.participants if p.role in DOERS} for i in (group.whole, telling.incident)]
    return any(one <= FORCES and other <= MEN for one, other in (kinds, kinds[::-1]) if one and other)


def _carries_off(telling: Telling) -> bool:
    """Tell whether somebody is said to have carried people off, which is another deed than to murder them."""
    return telling.incident.type == "abduction" and not telling.noun and bool(doers(telling))


def _is_same_victim(group: Group, telling: Telling, toponyms: Sequence[Toponym]) -> bool:
    """Tell whether both tell what befell the same named people, or "six farmers" of one place and day."""
    first, new = group.whole, telling.incident
    kin = first.type == new.type or {first.type, new.type} <= DEADLY
    alike = first.stage == new.stage and (first.modality == "denied") == (new.modality == "denied")
    if telling.phase or not kin or not alike:
        return False
    one, other = ([p for p in i.participants if p.role in PEOPLE] for i in (first, new))
    if share_a_person(one, other) or counts_again(group, telling):
        return True
    worded = any(" " in text for text in texts(one) & texts(other))
    return worded and agree(group, telling, toponyms)


def _they_did(group: Group, telling: Telling) -> bool:
    """Tell whether "they" or "it" did or suffered something, at no other place or time: of whatever kind it is."""
    silent = says_no_place(group, telling) and telling.incident.when is None
    others = names_differ(group.whole.participants, telling.incident.participants)
    return silent and not telling.noun and not others and points_to(group, telling)


def _is_denial_of(group: Group, telling: Telling) -> bool:
    """Tell whether who denies it is who was said to have done it, and the denial names no other place or deed."""
    one, other = (nouns(i.participants) for i in (group.whole, telling.incident))
    if group.whole.type != telling.incident.type and one and other - ANYBODY and one.isdisjoint(other):
        return False  # "raided the camp", then "it is not true that they burnt houses"
    accused = {plain(p.text) for p in group.whole.participants if p.role in DOERS}
    denied = doers(telling)
    silent = telling.place_said in {None, *(t.place_said for t in group.remembered)}
    return silent and (bool(accused & denied) or telling.sentence - group.last.sentence <= FOLLOWS)


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
    related = not _carries_off(telling) and any(kind in kin and kinds & kin for kin in KIN)
    related = related and not (kind == "battle" and kinds <= BY_LAW and not is_in_paragraph(group, telling))
    related = related or (kind == "battle" and kinds == {"attack"} and not telling.bare)  # "the battle cost them 155"
    return related and telling.definite and not names_another(group, telling)


def _shares_evidence(group: Group, telling: Telling) -> bool:
    """Tell whether two tellings have a number in common, or the same sufferer at the same place."""
    first, new = group.whole, telling.incident
    if counts_as_many(group, telling):
        return not differs(group, telling)
    near = telling.sentence - group.last.sentence <= REMEMBERED
    for effect in EFFECTS:
        count = getattr(new, effect)
        if count is not None and count == getattr(first, effect) and (count.best > LARGE or (near and count.best > 1)):
            return not differs(group, telling)
    same_place = first.where is None or new.where is None or first.where.lat == new.where.lat
    return bool(texts(first.participants) & texts(new.participants)) and same_place
