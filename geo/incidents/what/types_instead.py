"""What an event's words say that it was -> what it then is, by who did it or to whom: bombers that raid are no raid."""

from collections.abc import Callable

from geo.incidents.what.events import Event
from geo.incidents.what.needs.crowds import is_crowd
from geo.incidents.who.arguments.done_to import is_done_to
from geo.incidents.who.nouns.arms import implied_type
from geo.incidents.who.nouns.kinds import CIVIL, is_armed, kind_of
from geo.lexicon import word_class
from geo.lexicon.shared import singular
from geo.model import STATE, IncidentType, Parse, Trigger
from geo.syntax import children, is_passive, prepositional
from geo.syntax.phrases import in_phrase
from geo.syntax.tags import SINGULAR

AIRMEN = frozenset({"airman", "flier", "flyer", "aviator"})
LANDS = frozenset({"helicopter", "chopper"})
GUNNERS = frozenset({"gunner", "artillery", "battery", "tank", "gunboat", "warship", "mortar", "howitzer"})
SENTENCED = frozenset({"convict", "condemn", "sentence"})
FIRED = frozenset({"rocket", "propelled", "mortar", "rifle", "launcher"})


def _dies_with_others(parse: Parse, event: Event) -> bool:
    """Tell whether a bomber is among several dead: "the suicide bomber and four others were killed"."""
    bomber = any(parse.tokens[i].lemma == "bomber" for i in event.arguments.patients)
    return bomber and any(t.effect == "killed" and t.count.best > 1 for t in event.tolls)


def _is_thrown(parse: Parse, event: Event) -> bool:
    """Tell whether what landed was a grenade from nobody's mortar or launcher."""
    grenades = [i for i in event.arguments.weapons if parse.tokens[i].lemma == "grenade"]
    words = {parse.tokens[n].lemma for i in grenades for n in in_phrase(parse, i)}
    return event.main.armed and bool(grenades) and not words & FIRED


def _are_shots(parse: Parse, event: Event) -> bool:
    """Tell whether rounds were fired, and from no gun that shells: "fired fifty rounds through the front of a bar"."""
    rounds = any(parse.tokens[i].lemma == "round" for i in event.main.tokens)
    means = (*event.arguments.weapons, *event.arguments.perpetrators)
    gunners = any(parse.tokens[i].lemma in GUNNERS for i in means)
    return rounds and not event.main.noun and not gunners and implied_type(parse, means) in {None, "shooting"}


def _is_shot_down(parse: Parse, event: Event) -> bool:
    """Tell whether shots brought down what was made to land: "fired on a helicopter, forcing it to land"."""
    shots = (t.index for t in event.triggers if t.type == "shooting" and not t.noun)
    hit = (i for verb in shots for i in prepositional(parse, verb, ("on", "at", "upon")))
    return any(kind_of(parse, i) == "vehicle" for i in hit)


def _is_invaded_by_few(parse: Parse, event: Event) -> bool:
    """Tell whether people who are no army entered by force where others live or meet: "bandits invaded a village"."""
    invaded = any(parse.tokens[t.index].lemma == "invade" for t in event.triggers) and not is_by_state(parse, event)
    return invaded and any(kind_of(parse, i) in CIVIL | {"facility"} for i in event.arguments.patients)


def _is_of_convicts(parse: Parse, event: Event) -> bool:
    """Tell whether those who were shot had been sentenced: "three men convicted of treason were shot"."""
    own = (c for i in event.arguments.patients for c in children(parse, i, "acl", "relcl", "amod"))
    sentenced = (t for t in own if t.lemma in SENTENCED and t.tag == "VBN")
    return not event.main.noun and any(t.dep != "relcl" or is_passive(parse, t.index) for t in sentenced)


def _is_bombing_raid(parse: Parse, event: Event) -> bool:
    """Tell whether all who raided were aircraft: "warplanes launched two raids on a school"."""
    doers = event.arguments.perpetrators
    return bool(doers) and all(parse.tokens[i].lemma == "bomber" or _flies(parse, i) for i in doers)


def _flies(parse: Parse, doer: int) -> bool:
    """Tell whether a noun is of aircraft that strike and put nobody down, as helicopters do."""
    return implied_type(parse, [doer]) == "airstrike" and parse.tokens[doer].lemma not in LANDS


def _is_bombed_by_state(parse: Parse, event: Event) -> bool:
    """Tell whether a state or its forces "bombed" something and no means are told: that they do from the air."""
    bombs = not event.main.noun and parse.tokens[event.main.index].lemma == "bomb" and not event.arguments.weapons
    police = any(parse.tokens[i].lemma in word_class("police") for i in event.arguments.perpetrators)
    return bombs and not police and (is_by_state(parse, event) or _is_bombing_raid(parse, event))


def _is_strafed_from_below(parse: Parse, event: Event) -> bool:
    """Tell whether somebody on the ground or at sea strafed something: "a patrol boat strafed a canoe"."""
    below = bool(event.arguments.perpetrators) and not is_from_the_air(parse, event)
    return below and parse.tokens[event.main.index].lemma == "strafe"


def _is_forced_by_state(parse: Parse, event: Event) -> bool:
    """Tell whether a state's people broke in somewhere, which robs nobody."""
    return parse.tokens[event.main.index].lemma == "break" and is_by_state(parse, event)


def _is_of_one(parse: Parse, event: Event) -> bool:
    """Tell whether one person did what a crowd's riot would be: "Ray Miller, 45, went on a rampage in a clinic"."""
    doers = event.arguments.perpetrators
    one = all(parse.tokens[i].tag in SINGULAR and kind_of(parse, i) in CIVIL for i in doers)
    return len(doers) == 1 and one and parse.tokens[doers[0]].lemma not in word_class("several", "band")


def _is_with_crowd(parse: Parse, event: Event) -> bool:
    """Tell whether a crowd clashed with police or soldiers: "protesters clashed with police"."""
    sides = (*event.arguments.perpetrators, *event.arguments.patients)
    law = any(kind_of(parse, i) == "state_force" for i in sides)
    return law and parse.tokens[event.main.index].lemma == "clash" and any(_may_riot(parse, i) for i in sides)


def _may_riot(parse: Parse, noun: int) -> bool:
    return parse.tokens[noun].lemma in word_class("rioting") and is_crowd(parse, noun)


def _kills_the_taken(parse: Parse, event: Event) -> bool:
    """Tell whether those who were taken were then killed: "was dragged from his classroom and killed"."""
    killed = {t.trigger for t in event.tolls if t.effect == "killed" and t.count.best}
    killings = [t for t in event.triggers if t.type == "effect" and t.index in killed]
    taking = [t for t in event.triggers if t.type == "abduction"]
    return any(is_of_the_taken(parse, k, t) for k in killings for t in taking)


def is_from_the_air(parse: Parse, event: Event) -> bool:
    """Tell whether the doers are aircraft, whatever they fire."""
    doers = event.arguments.perpetrators
    flying = AIRMEN & {singular(parse.tokens[i].text.lower()) for i in doers}
    return bool(flying) or any(implied_type(parse, [i]) == "airstrike" for i in doers)


def is_by_state(parse: Parse, event: Event) -> bool:
    """Tell whether a state's people did it."""
    doers = event.arguments.perpetrators
    warships = any(kind_of(parse, i) == "vehicle" and is_armed(parse, i) for i in doers)
    members = (i for i in doers if parse.tokens[i].lemma in word_class("member"))
    men = (c.index for i in members for c in children(parse, i, "compound"))
    return warships or any(kind_of(parse, i) in STATE for i in (*doers, *men))


def is_of_the_taken(parse: Parse, killing: Trigger, taking: Trigger) -> bool:
    """Tell whether a verb after that of taking is done to the same people: "him", or whom its subject is.

    Parameters
    ----------
    parse, killing, taking
        The text, and two of its triggers.
    """
    if killing.noun or taking.noun or killing.index < taking.index:
        return False
    if not all(_is_his(parse, t.index) for t in children(parse, killing.index, "nsubj", "nsubjpass")):
        return False
    objects = children(parse, killing.index, "dobj")
    return all(t.tag == "PRP" for t in objects) if objects else is_done_to(parse, taking.index)


def _is_his(parse: Parse, noun: int) -> bool:
    """Tell whether a noun is a part of somebody's body: of "and had his throat slit", "and his throat was slit"."""
    part = parse.tokens[noun].lemma in word_class("body_part")
    return part and any(t.tag == "PRP$" for t in children(parse, noun, "poss"))


# What is the case for a type that words say, and the type that it then is.
INSTEAD: tuple[tuple[IncidentType, Callable[[Parse, Event], bool], IncidentType], ...] = (
    ("shelling", _is_thrown, "bombing"),
    ("shelling", _are_shots, "shooting"),
    ("raid", _is_bombing_raid, "airstrike"),
    ("bombing", _is_bombed_by_state, "airstrike"),
    ("airstrike", _is_strafed_from_below, "shooting"),
    ("attack", _dies_with_others, "bombing"),
    ("battle", _is_with_crowd, "riot"),
    ("battle", _is_invaded_by_few, "raid"),
    ("hijacking", _is_shot_down, "shooting"),
    ("robbery", _is_forced_by_state, "raid"),
    ("abduction", _kills_the_taken, "execution"),
    ("riot", _is_of_one, "attack"),
    ("shooting", _is_of_convicts, "execution"),
)


def type_instead(parse: Parse, event: Event, kind: IncidentType) -> IncidentType | None:
    """Return what an event of a kind is instead, None if nothing else.

    Parameters
    ----------
    parse, event
        The text, and one of its events.
    kind
        The type that its words say.
    """
    return next((other for own, is_so, other in INSTEAD if own == kind and is_so(parse, event)), None)
