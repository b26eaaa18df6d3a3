"""A past without an object -> whether its subject suffered it, as headlines write: "Judge murdered", "17 killed"."""

from geo.incidents.what.needs.contraband import is_contraband
from geo.incidents.who.nouns.arms import is_platform
from geo.incidents.who.nouns.kinds import ACTORS, CIVIL, SIDES, THINGS, is_armed, kind_of
from geo.model import Parse, Trigger
from geo.syntax import children, subjects
from geo.syntax.tags import PAST, PRONOUNS
from geo.syntax.voice import TAKEN_AS

AIMED_AT = CIVIL | SIDES | {"vehicle"}
TO_DEATH = frozenset({"death", "down"})
DONE_TO_PEOPLE = frozenset({"assassination", "execution", "abduction", "detention"})
BURSTS = frozenset({"explode", "detonate", "blow", "burn"})  # as they do by themselves, too


def may_be_aimed_at(parse: Parse, index: int) -> bool:
    """Tell whether a noun or pronoun can be shot at: "shot at a ferry", "shot at them", but "was shot at noon"."""
    those = any(t.text.lower() == "those" for t in children(parse, index, "det"))  # "shot at those leaving prayers"
    return those or kind_of(parse, index) in AIMED_AT or parse.tokens[index].pos == "PRON"


def is_headline_passive(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether a past without an object is what befell its subject: "Judge murdered", "Farmers hacked to death".

    Parameters
    ----------
    parse, trigger
        The text, and a verb without an object or a "by".
    """
    verb, words = parse.tokens[trigger.index], {parse.tokens[i].lemma for i in trigger.tokens}
    to_death = bool(words & TO_DEATH) and trigger.patient == "victim"
    if verb.tag not in PAST and not (to_death and verb.lemma == "put"):  # whose past is the present, too
        return False
    return trigger.type == "effect" or "dead" in words or to_death or _lacks_victim(parse, trigger)


def _lacks_victim(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether a verb that wants whom or what it befalls for its object has none, as in headlines.

    "Judge murdered in Cali" and "Bus ambushed near Kutum" do not say who did it.
    """
    doers = subjects(parse, trigger.index)
    things = all(kind_of(parse, i) in THINGS and not is_platform(parse, i) for i in doers)
    things = things and bool(children(parse, trigger.index, "nsubj"))
    people = all(kind_of(parse, i) in ACTORS and not is_armed(parse, i) for i in doers)
    goods = people or all(is_contraband(parse, i) for i in doers)
    suffers = {"victim": True, "captive": True, "target": things, "goods": goods}.get(trigger.patient, False)
    held = trigger.type == "detention" or any(parse.tokens[i].lemma in TAKEN_AS for i in trigger.tokens)
    idiom = len(trigger.tokens) > 1 and not held  # "taken into custody", "taken hostage"
    if not suffers or idiom or parse.tokens[trigger.index].lemma in BURSTS:
        return False
    named = all(parse.tokens[i].tag not in PRONOUNS for i in doers)
    return named and (trigger.type in DONE_TO_PEOPLE or not any(is_armed(parse, i) for i in doers))
