"""A telling right after another -> whether it only says what came of it, or what the same people did besides."""

from geo.lexicon.numerals import number_words
from geo.merge.groups import Group
from geo.merge.pointing import DEADLY, PEOPLE
from geo.merge.rivals import ANOTHER, COUNTED_AGAIN, doers, has_day
from geo.merge.sufferers import count_alike, counts_anybody, names_differ, nouns, person_names, plain, words
from geo.merge.when import died_later
from geo.model import DOERS, EFFECTS, Incident, IncidentType, Telling

DEATHS = frozenset({"death", "deaths"})
FOLLOWS = 2  # sentences over which results without a place or a doer are those of what was told
WRECKING: frozenset[IncidentType] = DEADLY | {"arson", "robbery", "sabotage", "riot", "hijacking"}
HARM: frozenset[IncidentType] = frozenset({"attack", "shooting", "assassination", "execution"})
STRIKES: frozenset[IncidentType] = frozenset({"attack", "raid", "battle", "robbery"})
AMBUSHES: frozenset[IncidentType] = frozenset({"attack", "raid", "shooting"})
HOLDS: frozenset[IncidentType] = frozenset({"abduction", "hijacking"})
SEARCHED: frozenset[IncidentType] = frozenset({"battle", "raid", "detention", "shooting", "attack"})
FALLS: frozenset[IncidentType] = frozenset({"shelling", "airstrike"})  # one after the other
ALSO = "also"
SCENE = "scene"  # of the deed
LINGERS = 4  # sentences over which those who hold people are spoken of as known
OPENING = 3  # sentences
PERFECT = frozenset({"has", "have"})
LEAVES_RUINS: frozenset[IncidentType] = WRECKING | {"abduction", "protest"}


def goes_on(group: Group, telling: Telling) -> bool:
    """Tell whether a telling goes on right after another: what was wrecked, who was held, what else they did.

    Parameters
    ----------
    group, telling
        An incident so far, and a telling that comes after it, of a place and days that agree with its own.
    """
    return (
        _is_aftermath(group, telling)
        or _is_wreckage(group, telling)
        or _did_besides(group, telling)
        or _tells_how(group, telling)
        or _tells_whom(group, telling)
        or _tells_when(group, telling)
        or _tells_more(group, telling)
    )


def _tells_when(group: Group, telling: Telling) -> bool:
    """Tell whether a sentence says when what a text opens with was: "have died in shelling. Shells fell on Monday".

    Such an opening is in the present perfect.
    """
    first, new = group.whole, telling.incident
    perfect = not PERFECT.isdisjoint(words(first.claims[0].text)) and first.type == new.type
    opens = perfect and group.tellings[0].sentence <= OPENING
    follows = _goes_on_beside(group, telling) and has_day(telling) and not telling.headed
    return opens and follows and not any(map(has_day, group.tellings)) and not count_alike(first, new)


def _tells_more(group: Group, telling: Telling) -> bool:
    """Tell whether a telling says right after a lead that counts the dead how it was: "Six died in shelling. Shells …".

    The lead gives no day, and the next sentence no number, other place or word for another event. After fire whose
    doers were told, it says what was hit: "Rebels fired mortars at Gao. One shell fell in a school yard.", and, where
    nobody was counted, whom: "Jets bombed Gao. Five people died when a bomb struck a store."
    """
    first, new = group.whole, telling.incident
    lead = group.last.sentence <= OPENING and first.killed is not None and not group.last.summary
    lead = lead and not any(map(has_day, group.tellings))
    fell = first.type in FALLS and not doers(telling)
    silent = says_no_place(group, telling) or telling.place_said == group.last.place_said
    same = first.type == new.type or (fell and first.type == "airstrike" and _was_dropped(new))
    same = same and new.type not in {"attack", "other"}
    same = same and not (counts_anybody(new) and (counts_anybody(first) or not fell))
    undated = telling.headed or not has_day(telling) or new.when == group.last.incident.when
    beside = _goes_on_beside(group, telling, within=fell)
    return (lead or fell) and beside and same and silent and undated


def _was_dropped(incident: Incident) -> bool:
    """Tell whether it was done with what aircraft drop: a missile, or a bomb of which nobody says that it was laid."""
    plain = all(len([w for w in words(span.text) if w not in number_words()]) == 1 for span in incident.weapons)
    return incident.type == "shelling" or (incident.type == "bombing" and bool(incident.weapons) and plain)


def _goes_on_beside(group: Group, telling: Telling, *, within: bool = False) -> bool:
    """Tell whether a clause in the next sentence, or `within` the same, may be of what was told: of no other event."""
    after = telling.sentence - group.last.sentence
    beside = (after == 1 or (within and after == 0)) and not telling.noun
    another = not ANOTHER.isdisjoint(words(telling.incident.claims[0].text))
    return beside and not another


def _tells_how(group: Group, telling: Telling) -> bool:
    """Tell whether a telling says right after harm without a doer how it came: "A man was killed. Two men fired"."""
    first, new = group.whole, telling.incident
    untold = first.type in HARM and not any(p.role in DOERS for p in first.participants) and not group.last.summary
    near = 0 < telling.sentence - group.last.sentence <= FOLLOWS
    back = "had done" in telling.signs and not any(map(has_day, group.tellings))  # "The toll rose. Men had fired on"
    sufferers = [p for p in new.participants if p.role == "victim" and not (back and telling.known)]
    how = new.type in {"shooting", "attack"} and bool(doers(telling)) and not sufferers and not counts_anybody(new)
    silent = says_no_place(group, telling) if back else _says_no_more(group, telling)
    return untold and near and how and not telling.noun and silent


def _tells_whom(group: Group, telling: Telling) -> bool:
    """Tell whether a telling says right after an attack without harm whom it befell: "… Two were hacked to death.".

    Where nobody is said to have done it, they are called what those are who came under it: "officers were ambushed";
    or the attackers took people: "A convoy was ambushed. Two were killed and six abducted.".
    """
    first, new = group.whole, telling.incident
    done = any(p.role in DOERS for p in first.participants)
    taken = new.type == "abduction" and counts_anybody(new)
    strikes = first.type in (AMBUSHES if taken else STRIKES)
    untold = strikes and not group.last.summary and not counts_anybody(first)
    untold = untold and (done or taken or bool(nouns(first.participants) & nouns(new.participants)))
    near = is_in_paragraph(group, telling) and 0 < telling.sentence - group.last.sentence <= FOLLOWS
    harmed = taken or (new.type in HARM and new.killed is not None)
    passive = not doers(telling) and not telling.noun
    return untold and near and harmed and passive and _says_no_more(group, telling)


def _is_aftermath(group: Group, telling: Telling) -> bool:
    """Tell whether a telling says right after another only whom or what the police then took: "Two men were held."."""
    new = telling.incident
    silent = _says_no_more(group, telling) or _is_of_one_scene(group, telling)
    held = new.type == "detention" and group.whole.type != "detention"
    found = new.type == "seizure" and group.whole.stage == "accomplished"
    at_scene = telling.known_scene and SCENE in words(new.claims[0].text)  # "recovered shell cases at the scene"
    found = found and (at_scene or (group.whole.type in SEARCHED and not doers(telling)))
    plainly = held and group.whole.type == "seizure" and telling.around in (None, group.last.around)
    far = 1 if plainly else 0  # paragraphs
    beside = telling.paragraph - group.last.paragraph <= far and telling.sentence - group.last.sentence <= FOLLOWS
    blamed = group.last.definite and group.last.bare  # "Police suspect militants." stands between
    noun = telling.noun and not telling.result  # but "the driver is in custody"
    return (held or found) and silent and beside and not noun and not blamed


def _is_of_one_scene(group: Group, telling: Telling) -> bool:
    """Tell whether a sentence goes on with its own place and day: "seized two tonnes in Jolo, and three were held"."""
    first, new = group.last.incident, telling.incident
    searched = first.type in {"seizure", "raid", "detention"}
    return searched and telling.sentence == group.last.sentence and (first.where, first.when) == (new.where, new.when)


def _is_wreckage(group: Group, telling: Telling) -> bool:
    """Tell whether a telling says right after violence only what was wrecked: "Forty houses were burnt."."""
    violent = group.whole.type in LEAVES_RUINS and group.whole.stage == "accomplished"
    near = telling.paragraph == group.last.paragraph and telling.sentence - group.last.sentence <= FOLLOWS
    beside = telling.sentence == group.last.sentence and telling.place_said == group.last.place_said
    agreed = (beside or _says_no_more(group, telling)) and counts_agree(group.whole, telling.incident)
    return telling.wreckage and violent and near and agreed


def _did_besides(group: Group, telling: Telling) -> bool:
    """Tell whether a telling says right after what the same people did besides: "They also burned six huts".

    How an ambush was laid may be told in the next paragraph: "The rebels set off a charge under the lorry."
    """
    new = telling.incident
    done = any(p.role in DOERS for p in group.whole.participants)
    when = not any(map(has_day, group.tellings)) and new.type not in HOLDS  # "The men came on Sunday and fired"
    silent = says_no_place(group, telling) and (when or telling.headed or not has_day(telling))
    how = group.whole.type == "attack" and new.type in DEADLY and not (telling.noun or counts_anybody(new))
    how = how and ALSO not in words(new.claims[0].text)
    beside = telling.paragraph == group.last.paragraph or ((when or how) and not group.last.summary)
    named = new.type in WRECKING and not {
        plain(p.text) for p in group.whole.participants if p.role in DOERS
    }.isdisjoint(doers(telling))
    beside = beside and 0 < telling.sentence - group.last.sentence <= (FOLLOWS if named else 1)
    return telling.same_doers and done and silent and beside and counts_agree(group.whole, new)


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
    people = ([p for p in i.participants if p.role in PEOPLE] for i in (group.whole, telling.incident))
    named = telling.incident.trigger.text.casefold() in DEATHS
    others = named and names_differ(*people)  # "She leads the inquiry into the death of Ana Ruiz"
    return _tells_what_befell(group, telling) and not others and not differs(group, telling)


def _tells_what_befell(group: Group, telling: Telling) -> bool:
    new = telling.incident
    silent = _says_no_more(group, telling) or _is_in_one_sentence(group, telling) or _is_there_again(group, telling)
    # Where the hurt died is not where it was: "after two of the wounded died in Niamey".
    silent = silent or ((telling.adds or says_no_place(group, telling)) and died_later(group, telling))
    own = 0 if group.whole.type == "battle" else new.claims[0].start  # "Gunmen came. Five were hurt." names no doers
    done = any(p.role in DOERS and p.start >= own for p in new.participants)
    came = any(p.role in DOERS for p in new.participants)  # in a sentence between
    near = telling.sentence - group.last.sentence <= (COUNTED_AGAIN if telling.bare else FOLLOWS + came)
    return telling.result and silent and not done and near


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


def _says_no_more(group: Group, telling: Telling) -> bool:
    """Tell whether a telling names neither a place nor a day that do not head it."""
    return says_no_place(group, telling) and (not has_day(telling) or telling.headed)


def differs(group: Group, telling: Telling) -> bool:
    """Tell whether both name sufferers, and not the same ones, for one and the same effect."""
    first, new = group.whole, telling.incident
    return count_alike(first, new) and bool(person_names(first.participants)) and bool(person_names(new.participants))


def counts_agree(first: Incident, second: Incident) -> bool:
    """Tell whether the ranges of two incidents overlap for each effect that both count.

    Parameters
    ----------
    first, second
        Two incidents.
    """
    pairs = [(getattr(first, effect), getattr(second, effect)) for effect in EFFECTS]
    return all(a is None or b is None or (a.low <= b.high and b.low <= a.high) for a, b in pairs)
