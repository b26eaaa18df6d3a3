"""What stands beside an event's words -> whether it shows violence against people or things, no figure of speech."""

from typing import TYPE_CHECKING

from geo.incidents.what.needs.evident import is_plain
from geo.incidents.what.needs.takings import is_stranger
from geo.incidents.what.threats import is_threat
from geo.incidents.who.arguments.headlines import may_be_aimed_at
from geo.incidents.who.around.antecedents import attackers_before
from geo.incidents.who.nouns.arms import is_weapon
from geo.incidents.who.nouns.kinds import CIVIL, SIDES, THINGS, attacks, carries_arms, is_armed, is_unknown, kind_of
from geo.lexicon import load_words, word_class
from geo.meaning.generic import is_generic
from geo.model import HARMED, Parse, Trigger
from geo.model.remembered import remembered
from geo.syntax import ancestors, children, direct_objects, is_passive, prepositional, subjects, subtree
from geo.syntax.tags import PERSONAL

if TYPE_CHECKING:
    from geo.incidents.what.events import Event

OWN = frozenset({"they", "it", "we", "i", "he"})
BLAMES = frozenset({"blame", "suspect", "accuse", "implicate"})
TOOL = 6  # words behind a verb within which its tool stands
LAYS_WASTE = frozenset({"damage", "destroy", "flatten", "level", "wreck", "gut", "demolish", "raze", "pound", "kill"})
PHYSICAL = CIVIL | SIDES | THINGS


def is_supported(parse: Parse, event: "Event") -> bool:
    """Tell whether what stands beside an event's triggers shows violence against people or things."""
    harmed = any(toll.count.best > 0 and toll.alone for toll in event.tolls)
    counted = any(toll.count.best > 1 and toll.alone for toll in event.tolls)
    if is_generic(parse, event.main) and not counted and event.assertion.stage != "threatened":
        return False
    if any(not t.weak and t.type != "effect" for t in event.triggers) or harmed:
        return True
    if event.assertion.stage == "threatened" and is_threat(parse, event.main):
        return True
    bear = (is_armed, is_unknown, carries_arms)
    armed = any(arms(parse, i) for i in event.arguments.perpetrators for arms in bear)
    armed = armed or any(kind_of(parse, i) == "state_force" for i in event.arguments.perpetrators)  # "a column of the"
    armed = armed or _is_speakers(parse, event.main) or _is_sabotage(parse, event) or _is_by_those_before(parse, event)
    armed = armed or _is_taken_back(parse, event.main)
    weapons = bool(event.arguments.weapons) or _names_weapon(parse, event.main)
    kinds = {kind_of(parse, i) for i in event.arguments.patients}
    doers = {kind_of(parse, i) for i in event.arguments.perpetrators if parse.tokens[i].pos != "NUM"}  # "one by one"
    plain = any(not t.armed for t in event.triggers)
    people = any(t.patient in HARMED for t in event.triggers)
    persons = {"government"} if people else set()  # "shot the mayor"
    kinds |= {"person" for t in event.triggers if people and _befalls_pronoun(parse, t)}
    physical = plain and bool(kinds & (PHYSICAL | persons)) and "government" not in doers
    if is_plain(parse, event.main, event.arguments.patients) or _is_owned(parse, event) or _is_blamed(parse, event):
        return True
    if parse.tokens[event.main.index].lemma == "strike" and event.main.noun:
        return armed or weapons or _is_no_walkout(parse, event, physical=bool(kinds & PHYSICAL))
    strange = event.main.type == "abduction" and any(is_stranger(parse, i) for i in event.arguments.perpetrators)
    return armed or weapons or (physical and (not doers or doers != {"unknown"} or strange))


def _is_no_walkout(parse: Parse, event: "Event", *, physical: bool) -> bool:
    """Tell whether a strike is none of workers: "hit a clinic", "damaged the plant", but not "hit the ports".

    After a sentence that names a weapon it is none.
    """
    verbs = [parse.tokens[t.index].lemma for t in event.triggers if not t.noun]
    state = any(kind_of(parse, i) in {"government", "state_force"} for i in event.arguments.perpetrators)
    if state and prepositional(parse, event.main.index, ("against",)):
        return True  # "carried out strikes against targets in"
    one = any(t.lemma in {"a", "an"} for i in event.arguments.patients for t in children(parse, i, "det"))
    if physical and (not LAYS_WASTE.isdisjoint(verbs) or (one and verbs)):
        return True
    return bool(physical or verbs) and _first_weapon(parse, 0) < parse.sentences[event.sentence].first


@remembered
def _first_weapon(parse: Parse, start: int) -> int:
    """Return the first token from one on that names a weapon, or the text's end."""
    return next((t.index for t in parse.tokens[start:] if is_weapon(parse, t.index)), len(parse.tokens))


def _is_by_those_before(parse: Parse, event: "Event") -> bool:
    """Tell whether people were harmed or taken by nobody named, after attackers: "Nine women were carried off"."""
    if event.main.noun or event.arguments.perpetrators or not is_passive(parse, event.main.index):
        return False
    whom = {kind_of(parse, i) for i in event.arguments.patients}
    return bool(whom & CIVIL) and bool(attackers_before(parse, event.sentence))


def _is_taken_back(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether fighters held what was freed: "was liberated from the Front", "after its occupation by rebels"."""
    token = parse.tokens[trigger.index]
    freed = token.lemma == "liberate" and is_passive(parse, trigger.index)
    return freed and any(kind_of(parse, i) in SIDES or is_armed(parse, i) for i in subtree(parse, trigger.index))


def _names_weapon(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether a weapon is among a trigger's words; whoever axes posts has none."""
    return any(is_weapon(parse, i) for i in trigger.tokens if trigger.noun or i != trigger.index)


def _is_speakers(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether armed people tell of what they did: "the rebels said that they had brought down a plane"."""
    verb = parse.tokens[trigger.index]
    own = any(t.lemma in OWN for t in children(parse, verb.index, "nsubj"))
    told = verb.dep in {"ccomp", "xcomp"} and (own or not children(parse, verb.index, "nsubj", "nsubjpass"))
    return told and any(is_armed(parse, i) for i in subjects(parse, verb.head))


def _is_sabotage(parse: Parse, event: "Event") -> bool:
    """Tell whether what carries power or news was cut by somebody unknown, or by nobody named as only hands do.

    Hands cut, too, what is cut "with a chain saw".
    """
    doers = {parse.tokens[i].lemma for i in event.arguments.perpetrators}
    if event.main.type != "sabotage":
        return event.main.type == "arson" and bool(doers & word_class("somebody"))  # "somebody put a match to it"
    by_hand = parse.tokens[event.main.index].lemma in word_class("by_hand")
    hit = {parse.tokens[i].lemma for i in event.arguments.patients}
    behind = [t.lemma for t in parse.tokens[event.main.index + 1 : event.main.index + TOOL]]
    by_tool = "with" in behind and not word_class("tool").isdisjoint(behind)
    by_hand = by_tool or (by_hand and bool(hit & word_class("wire")))
    unnamed = by_hand and not doers and is_passive(parse, event.main.index)
    return unnamed or bool(doers & (word_class("somebody") | load_words("attackers")))


def _is_owned(parse: Parse, event: "Event") -> bool:
    """Tell whether somebody says that a deed was theirs: "claimed responsibility for attacks on the treasury"."""
    above = {t.lemma for t in ancestors(parse, event.main.index)}
    return event.assertion.modality == "claimed" and bool(above & {"responsibility", "credit"})


def _is_blamed(parse: Parse, event: "Event") -> bool:
    """Tell whether fighters are blamed right after for a fire: "went up in flames. The army accused the rebels"."""
    if event.main.type != "arson" or event.main.noun:
        return False
    following = parse.sentences[event.sentence : event.sentence + 2]
    after = [t for t in parse.tokens[event.main.index : following[-1].last] if t.dep]
    return any(t.lemma in BLAMES for t in after) and any(attacks(parse, t.index) for t in after)


def _befalls_pronoun(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether a verb says what befell "him" or "them", or so many."""
    if trigger.noun:
        return False
    passive = is_passive(parse, trigger.index)
    whom = subjects(parse, trigger.index) if passive else direct_objects(parse, trigger.index)
    at_those = any(may_be_aimed_at(parse, i) for i in prepositional(parse, trigger.index, ("at",)))
    if at_those and not passive:  # "shot at those leaving prayers"
        return True
    people = [parse.tokens[i] for i in whom]
    return any(t.lemma in PERSONAL or (t.entity == "CARDINAL" and t.tag in {"CD", "NNS"}) for t in people)
