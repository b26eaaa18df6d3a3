"""A telling right after another -> whether it says more of it: how, when or whom, what was wrecked, who was held."""

from geo.lexicon.numerals import number_words
from geo.merge.again.pointing import DEADLY
from geo.merge.again.results import FOLLOWS, HOLDS, WRECKING, counts_agree, is_in_paragraph, says_no_more, says_no_place
from geo.merge.again.rivals import ANOTHER, doers, has_day
from geo.merge.groups import Group
from geo.merge.sufferers import count_alike, counts_anybody, nouns, plain, words
from geo.model import DOERS, Incident, IncidentType, Telling

HARM: frozenset[IncidentType] = frozenset({"attack", "shooting", "assassination", "execution"})
STRIKES: frozenset[IncidentType] = frozenset({"attack", "raid", "battle", "robbery"})
AMBUSHES: frozenset[IncidentType] = frozenset({"attack", "raid", "shooting"})
SEARCHED: frozenset[IncidentType] = frozenset({"battle", "raid", "detention", "shooting", "attack"})
FALLS: frozenset[IncidentType] = frozenset({"shelling", "airstrike"})  # one after the other
ALSO = "also"
SCENE = "scene"  # of the deed
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
    silent = says_no_place(group, telling) if back else says_no_more(group, telling)
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
    return untold and near and harmed and passive and says_no_more(group, telling)


def _is_aftermath(group: Group, telling: Telling) -> bool:
    """Tell whether a telling says right after another only whom or what the police then took: "Two men were held."."""
    new = telling.incident
    silent = says_no_more(group, telling) or _is_of_one_scene(group, telling)
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
    agreed = (beside or says_no_more(group, telling)) and counts_agree(group.whole, telling.incident)
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
