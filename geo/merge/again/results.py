"""A telling right after another -> whether it only says what came of it: nine died, a second bomb failed."""

from geo.merge.again.pointing import DEADLY
from geo.merge.again.rivals import COUNTED_AGAIN, doers, has_day
from geo.merge.again.when import died_later
from geo.merge.groups import Group
from geo.merge.sufferers import count_alike, names_differ, person_names
from geo.model import DOERS, EFFECTS, HARMED, Incident, IncidentType, Telling

DEATHS = frozenset({"death", "deaths"})
BLASTS: frozenset[IncidentType] = frozenset({"bombing", "shelling", "airstrike"})
FOLLOWS = 2  # sentences over which results without a place or a doer are those of what was told
WRECKING: frozenset[IncidentType] = DEADLY | {"arson", "robbery", "sabotage", "riot", "hijacking"}
HOLDS: frozenset[IncidentType] = frozenset({"abduction", "hijacking"})
LINGERS = 4  # sentences over which those who hold people are spoken of as known


def is_dud(group: Group, telling: Telling) -> bool:
    """Tell whether a telling says right after a blast that another bomb failed: "A second grenade did not explode"."""
    new = telling.incident
    tried = (group.whole.type, new.type, new.stage) == ("bombing", "bombing", "attempted")
    silent = says_no_place(group, telling) and new.when is None
    near = telling.paragraph == group.last.paragraph and telling.sentence - group.last.sentence <= FOLLOWS
    return tried and silent and near and not doers(telling)


def is_threat(group: Group, telling: Telling) -> bool:
    """Tell whether those who hold people threaten them: "The hijackers threatened to blow up the bus"."""
    held = group.whole.type in HOLDS and group.whole.stage == "accomplished"
    near = 0 < telling.sentence - group.last.sentence <= LINGERS
    threatened = telling.incident.stage == "threatened" and telling.same_doers
    return held and near and threatened and says_no_place(group, telling)


def is_result(group: Group, telling: Telling) -> bool:
    """Tell whether a telling says what came of the one right before it: "… exploded. Nine people died."."""
    people = ([p for p in i.participants if p.role in HARMED] for i in (group.whole, telling.incident))
    named = telling.incident.trigger.text.casefold() in DEATHS
    others = named and names_differ(*people)  # "She leads the inquiry into the death of Ana Ruiz"
    return _tells_what_befell(group, telling) and not others and not differs(group, telling)


def _tells_what_befell(group: Group, telling: Telling) -> bool:
    new = telling.incident
    silent = says_no_more(group, telling) or _is_in_one_sentence(group, telling) or _is_there_again(group, telling)
    # Where the hurt died is not where it was: "after two of the wounded died in Niamey".
    silent = silent or ((telling.adds or says_no_place(group, telling)) and died_later(group, telling))
    own = 0 if group.whole.type == "battle" else new.claims[0].start  # "Gunmen came. Five were hurt." names no doers
    done = any(p.role in DOERS and p.start >= own for p in new.participants)
    came = any(p.role in DOERS for p in new.participants)  # in a sentence between
    near = telling.sentence - group.last.sentence <= (COUNTED_AGAIN if telling.bare else FOLLOWS + came)
    held = new.captured is not None and group.whole.type in BLASTS  # nobody is taken captive by a bomb
    return telling.result and silent and not (done or held) and near


def is_one_of_them(group: Group, telling: Telling) -> bool:
    """Tell whether a sentence right after says by name of one of several what befell them: "Mr Zondi (51) died there".

    Parameters
    ----------
    group, telling
        An incident so far, and a telling that comes after it.
    """
    one = [e for e in EFFECTS if (count := getattr(telling.incident, e)) is not None and count.high == 1]
    several = [e for e in one if (count := getattr(group.whole, e)) is not None and count.low > 1]
    others = [e for e in EFFECTS if getattr(telling.incident, e) is not None and e not in several]
    told, new = group.tellings[0].incident.participants, telling.incident.participants
    named = bool(person_names(new)) and not person_names(told)
    return bool(several) and not others and named and _tells_what_befell(group, telling)


def _is_in_one_sentence(group: Group, telling: Telling) -> bool:
    """Tell whether a sentence goes on to what else befell people: "killed four, the mayor said, and wounded nine"."""
    return telling.sentence == group.last.sentence and not count_alike(group.whole, telling.incident)


def _is_there_again(group: Group, telling: Telling) -> bool:
    """Tell whether a sentence counts whom else something befell where it was: "In Jolo, eleven were also hurt"."""
    there = telling.place_said is not None and any(t.place_said == telling.place_said for t in group.remembered)
    return there and not group.last.summary and not count_alike(group.whole, telling.incident)


def says_no_place(group: Group, telling: Telling) -> bool:
    """Tell whether a telling names no place but what heads it and the incident alike: "Kano: Shells fell. Six died"."""
    where, first = telling.incident.where, group.whole.where
    same = first is not None and where is not None and where.toponym == first.toponym
    alike = where is not None and where.inherited and (same or (telling.result and is_in_paragraph(group, telling)))
    return alike or (where is None and telling.place_said is None)


def is_in_paragraph(group: Group, telling: Telling) -> bool:
    """Tell whether a telling stands in the paragraph of the one before it, which one place may head."""
    return telling.paragraph == group.last.paragraph


def says_no_more(group: Group, telling: Telling) -> bool:
    """Tell whether a telling names neither a place nor a day that do not head it."""
    return says_no_place(group, telling) and (not has_day(telling) or telling.headed)


def differs(group: Group, telling: Telling) -> bool:
    """Tell whether both name sufferers, and not the same ones, for one and the same effect."""
    first, new = group.whole, telling.incident
    return count_alike(first, new) and bool(person_names(first.participants)) and bool(person_names(new.participants))


def counts_agree(first: Incident, second: Incident) -> bool:
    """Tell whether the ranges of two incidents overlap for each effect that both count."""
    pairs = [(getattr(first, effect), getattr(second, effect)) for effect in EFFECTS]
    return all(a is None or b is None or (a.low <= b.high and b.low <= a.high) for a, b in pairs)
