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

from geo.merge.again.agreement import CROWDED, HELD, KIN, LARGE, VAGUE, agree, carries_off, counts_as_many, types_agree
from geo.merge.again.going_on import goes_on
from geo.merge.again.pointing import (
    DEADLY,
    POINTING_BACK,
    counts_again,
    is_another_deed,
    is_known_by_itself,
    names_again,
    names_only,
    points_to,
    recalls,
    same_people,
    sets_up,
)
from geo.merge.again.results import (
    FOLLOWS,
    WRECKING,
    counts_agree,
    differs,
    is_dud,
    is_one_of_them,
    is_result,
    is_threat,
    says_no_place,
)
from geo.merge.again.rivals import doers, is_counterclaim, is_of_other_side, is_own_version, is_party_account
from geo.merge.groups import Group
from geo.merge.sufferers import names_differ, nouns, plain, share_a_name, share_a_person, texts
from geo.model import DOERS, EFFECTS, HARMED, ParticipantKind, Telling, Toponym

REMEMBERED = 6  # sentences over which a small number in common tells something
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
    kin = WRECKING | {"abduction"} if (again or telling.inside) and not carries_off(telling) else WRECKING
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


def _is_same_victim(group: Group, telling: Telling, toponyms: Sequence[Toponym]) -> bool:
    """Tell whether both tell what befell the same named people, or "six farmers" of one place and day."""
    first, new = group.whole, telling.incident
    kin = first.type == new.type or {first.type, new.type} <= DEADLY
    alike = first.stage == new.stage and (first.modality == "denied") == (new.modality == "denied")
    if telling.phase or not kin or not alike:
        return False
    one, other = ([p for p in i.participants if p.role in HARMED] for i in (first, new))
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
