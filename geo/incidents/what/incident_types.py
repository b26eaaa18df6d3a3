"""An event with its means and its sufferers -> the type of incident."""

from geo.incidents.what.events import SPECIFIC, Event
from geo.incidents.what.needs.contraband import is_contraband
from geo.incidents.what.needs.takings import taken
from geo.incidents.what.one_event.steps import FIGHTS
from geo.incidents.what.types_instead import is_by_state, is_from_the_air, is_of_the_taken, type_instead
from geo.incidents.who.nouns.arms import implied_type, is_weapon
from geo.incidents.who.nouns.kinds import ACTORS, THINGS, is_armed, kind_of
from geo.lexicon import load_words, word_class
from geo.model import STATE, IncidentType, Parse, Trigger
from geo.syntax import ancestors, children, conjuncts, prepositional

RESULTS = frozenset({"abduction", "arson", "robbery", "detention", "seizure", "sabotage", "execution"})
KILLS = frozenset({"execution", "assassination", "shooting"})
LARGER = frozenset({"airstrike", "shelling", "bombing", "battle"})
TAKES = frozenset({"hold", "pick", "haul", "lead", "march", "whisk", "bundle", "force"})  # police and gangs do
GOODS = frozenset({"confiscate", "impound"})  # done to goods alone, whatever "them" stands for
POLICE_TAKE = frozenset({"take", "remove", "pull", "drag"})  # police do, where soldiers abduct
CAPTIVE = frozenset({"captive", "prisoner"})
CUFFS = frozenset({"custody", "handcuff", "cuff", "manacle"})
BOARDS = frozenset({"board", "climb", "clamber", "get", "come", "storm", "draw", "pull"})
STAYS = frozenset({"ambush", "waylay"})
# What the means tell against the verb: bombs from aircraft, shots of tear gas, what a drone set on fire.
OVERRULED = frozenset({
    ("bombing", "airstrike"), ("shooting", "riot"), ("shelling", "airstrike"), ("shooting", "shelling"),
    ("shooting", "airstrike"), ("arson", "airstrike"), ("airstrike", "shelling"),
})  # fmt: skip


def incident_type(parse: Parse, event: Event) -> IncidentType:
    """Return the type of an event: what its words say, made closer by its means."""
    kinds = [t.type for t in _deeds(parse, event) if t.type != "effect"]
    kind = min(kinds, key=SPECIFIC.index) if kinds else "attack"
    if kind == "hijacking":
        kind = _by_what_is_boarded(parse, event)
    if kind == "seizure" and parse.tokens[event.main.index].lemma == "intercept":
        flying = implied_type(parse, (*event.arguments.patients, *event.arguments.weapons))
        kind = "shelling" if flying == "shelling" else kind  # a missile, shot down on its way
    means = (*event.arguments.weapons, *event.arguments.perpetrators, *event.main.tokens)
    implied = "airstrike" if is_from_the_air(parse, event) else implied_type(parse, means)
    if implied == "shooting" and parse.tokens[event.main.index].lemma in word_class("no_shot"):
        implied = None  # "men with machetes and guns hacked", "gunmen raped"
    if other := type_instead(parse, event, kind):
        return other
    if (kind, implied) in OVERRULED or (kind == "attack" and implied):
        return implied  # type: ignore[return-value]
    if kinds and kind != "attack":
        return _by_who_takes(parse, event, kind)
    captured = [t for t in event.tolls if t.effect == "captured" and t.count.best]
    only_captures = all(t.type == "effect" and t.patient == "captive" for t in event.triggers)
    return "detention" if only_captures or (not kinds and captured and len(captured) == len(event.tolls)) else kind


def _by_what_is_boarded(parse: Parse, event: Event) -> IncidentType:
    """Return what hijacking is: nobody hijacks a consulate that he takes over, nor a navy the ship that it boards.

    Who boards a ship and steals ropes has robbed it.
    """
    patients = event.arguments.patients
    hijacking = [t for t in event.triggers if t.type == "hijacking"]
    robs = any(t.type == "robbery" for t in event.triggers)
    if robs and all(parse.tokens[t.index].lemma in BOARDS for t in hijacking):
        return "robbery"
    if is_by_state(parse, event):
        return "seizure" if any(is_contraband(parse, i) for i in patients) else "raid"
    takes = parse.tokens[event.main.index].lemma == "take" and bool(patients)
    return "raid" if takes and all(kind_of(parse, i) == "facility" for i in patients) else "hijacking"


def _deeds(parse: Parse, event: Event) -> list[Trigger]:
    """Return the triggers that say what was done, without those of what came of it: "stormed …, abducting two".

    A word that says no more than "attack" is made closer by them; an ambush or a raid stays what it is.
    """
    deeds = [t for t in event.triggers if t.type != "effect"]
    deeds = [t for t in deeds if parse.tokens[t.index].lemma != "enter"] or deeds  # "entered Kaga and burned huts"
    deeds = _without_lesser(parse, event, deeds)
    deeds = _settings(parse, deeds) or deeds
    whole = [t for t in deeds if not t.noun and (t.type != "attack" or parse.tokens[t.index].lemma in STAYS)]
    first = {t.index for t in whole if parse.tokens[t.index].tag != "VBG"}
    stays = [t.index for t in whole if parse.tokens[t.index].lemma in STAYS]
    after = {t.index for t in deeds if t.type in RESULTS}
    steps = {i for i in after if first & {a.index for a in ancestors(parse, i)} or any(s < i for s in stays)}
    steps |= {t.index for t in deeds if t.type == "assassination" and any(s < t.index for s in stays)}
    steps |= {t.index for t in deeds if t.type == "arson" and _burns_after_killing(parse, event, t)}
    return [t for t in deeds if t.index not in steps]


def _settings(parse: Parse, deeds: list[Trigger]) -> list[Trigger]:
    """Return the fights in which people were shot: "was shot dead in a tribal fight" tells of the fight."""
    shot = {t.index for t in deeds if t.type in {"shooting", "attack"} and not t.noun}
    within = (i for verb in shot for i in prepositional(parse, verb, ("in", "during")))
    fights = {i for i in within if any(t.index == i and t.type == "battle" for t in deeds)}
    return [t for t in deeds if t.index in fights]


def _burns_after_killing(parse: Parse, event: Event, arson: Trigger) -> bool:
    """Tell whether a fire was set by those who killed first: "killed eight villagers and burned their homes"."""
    killed = {t.trigger for t in event.tolls if t.effect == "killed" and t.count.best}
    return parse.tokens[arson.index].dep in {"conj", "advcl"} and parse.tokens[arson.index].head in killed


def _without_lesser(parse: Parse, event: Event, deeds: list[Trigger]) -> list[Trigger]:
    """Leave out what only leads to what was done, or comes of it.

    That is the taking of those who were then killed, the raid in which people were taken and none hurt, and arrests.
    """
    if any(t.type == "robbery" for t in deeds):  # "blocked the bridge, fired into the air and took 84,000 pesos"
        harmed = any(t.effect != "captured" and t.count.best for t in event.tolls)
        deeds = [t for t in deeds if t.type != "protest" and (harmed or t.type != "shooting")]
    if any(t.type == "seizure" for t in deeds) and is_by_state(parse, event):
        deeds = [t for t in deeds if t.type != "abduction"]  # "seized 40 rifles; two men were held"
    died = [t for t in event.tolls if t.effect == "killed" and t.count.best]
    if any(parse.tokens[t.trigger].lemma not in word_class("dying") | {"drown"} for t in died):
        deeds = [t for t in deeds if t.type != "seizure"]  # "two militants were killed and a rifle was recovered"
    taking = [t for t in deeds if t.type == "abduction"]
    guarded = any(parse.tokens[i].lemma in word_class("guarded") for i in event.arguments.patients)
    if guarded and event.captives and all(kind_of(parse, i) == "state_force" for i in event.captives):
        deeds = [t for t in deeds if t.type in FIGHTS] or deeds  # "stormed a checkpoint and led away six soldiers"
        taking = [t for t in taking if t in deeds]
    killing = {t.index for t in deeds if any(_befalls_the_taken(parse, t, s) for s in taking)}
    if killing:
        return [t for t in deeds if t.index in killing]
    if taking and not any(t.effect != "captured" and t.count.best for t in event.tolls):
        return [t for t in deeds if t in taking or t.type in LARGER]
    deeds = [t for t in deeds if t.type != "robbery" or not _kills_whom_it_robs(parse, event, t)]
    others = [t for t in deeds if t.type != "detention"]
    return others if any(not t.noun for t in others) else deeds


def _kills_whom_it_robs(parse: Parse, event: Event, robbery: Trigger) -> bool:
    """Tell whether a verb shares its object with one that kills: "robbed and killed a family"."""
    killings = (t.index for t in event.triggers if t.type == "effect" and parse.tokens[t.index].head == robbery.index)
    shared = any(children(parse, i, "dobj") for i in killings)
    return not robbery.noun and shared and not children(parse, robbery.index, "dobj")


def _befalls_the_taken(parse: Parse, killing: Trigger, taking: Trigger) -> bool:
    """Tell whether those are killed who were taken before: "was dragged from a bus and shot", "seized and shot him"."""
    harms = KILLS | {"attack"} if taking.weak else KILLS  # "was dragged out and beaten"
    return killing.type in harms and is_of_the_taken(parse, killing, taking)


def _is_by_police(parse: Parse, event: Event) -> bool:
    doers = event.arguments.perpetrators
    return bool(doers) and all(parse.tokens[i].lemma in word_class("police") and not _is_as(parse, i) for i in doers)


def _is_as(parse: Parse, noun: int) -> bool:
    """Tell whether people only look like somebody: "gunmen dressed as police"."""
    return noun > 0 and parse.tokens[noun - 1].lemma == "as"


def _is_of_war(parse: Parse, event: Event) -> bool:
    """Tell whether those who bear arms are taken prisoner: "fourteen soldiers were taken captive"."""
    words = {parse.tokens[i].lemma for i in event.main.tokens}
    return bool(words & CAPTIVE) and all(is_armed(parse, i) for i in event.arguments.patients)


def _is_to_custody(parse: Parse, event: Event) -> bool:
    """Tell whether people were taken, by nobody else, to where a state holds them: "to the police station"."""
    if event.main.noun or any(kind_of(parse, i) in {"group", "person"} for i in event.arguments.perpetrators):
        return False
    to = prepositional(parse, event.main.index, ("to", "into"))
    return any(parse.tokens[i].lemma in word_class("custody") or kind_of(parse, i) in STATE for i in to)


def _is_arrest(parse: Parse, event: Event) -> bool:
    """Tell whether who holds people has arrested them: "police hold a boy, arrested at a hotel"."""
    arrested = any(t.type == "detention" for t in event.triggers)
    arrested = arrested and all(t.weak for t in event.triggers if t.type == "abduction")  # no kidnapping
    return arrested and (not event.arguments.perpetrators or is_by_state(parse, event))


def _is_into_custody(parse: Parse, event: Event) -> bool:
    """Tell whether people were taken into custody or handcuffed, as only a state's people do."""
    into = (i for t in event.triggers for i in prepositional(parse, t.index, ("into", "in")))
    return any(parse.tokens[i].lemma in CUFFS for i in into)


def _are_goods(parse: Parse, event: Event) -> bool:
    """Tell whether nothing but goods was seized, whoever was held with them: "seized 40 rifles; two men were held"."""
    objects = [i for noun in taken(parse, event.main.index) for i in conjuncts(parse, noun)]
    # Recognisers take "machineguns" for a country.
    people = any(kind_of(parse, i) in ACTORS and not is_weapon(parse, i) for i in objects)
    return not people and any(is_contraband(parse, i) for i in objects)


def _takes_arms(parse: Parse, event: Event) -> bool:
    """Tell whether the law seized arms or drugs before it arrested anybody: "seized 40 rifles and arrested two men"."""
    arrests = [t.index for t in event.triggers if t.type == "detention"]
    seized = (
        t.index for t in event.triggers if t.type == "seizure" and not t.noun and t.index < min(arrests, default=0)
    )
    goods = any(is_contraband(parse, c.index) for i in seized for c in children(parse, i, "dobj", "nsubjpass"))
    return goods and is_by_state(parse, event)


def _by_who_takes(parse: Parse, event: Event, kind: IncidentType) -> IncidentType:
    """Return what it is by who takes whom or what: abduction, detention by the state, hijacking of vehicles."""
    if kind == "abduction" and (_is_to_custody(parse, event) or _is_of_war(parse, event) or _is_arrest(parse, event)):
        return "detention"
    seized = {kind_of(parse, i) for i in event.arguments.patients}
    verb = parse.tokens[event.main.index].lemma
    taking = kind == "abduction" and (verb in TAKES or (verb in POLICE_TAKE and _is_by_police(parse, event)))
    tolls = (t for t in event.tolls if t.effect == "captured" and t.count.best)
    held = any(kind_of(parse, t.head) not in THINGS for t in tolls)
    if kind == "abduction" and not (seized & ACTORS or held):
        loot = any(parse.tokens[i].lemma in load_words("loot") for i in event.arguments.patients)
        kind = "robbery" if loot else "hijacking" if "vehicle" in seized else kind  # at gunpoint: an engine; a jeep
    if kind in {"robbery", "hijacking"}:
        return kind
    if (kind != "seizure" and not taking) or verb in GOODS:
        return kind
    doers = {kind_of(parse, i) for i in event.arguments.perpetrators}
    state = is_by_state(parse, event) or _is_into_custody(parse, event)
    if not state and doers and "vehicle" in seized and event.main.type == "seizure":
        return "hijacking"
    if not taking and (_are_goods(parse, event) or _takes_arms(parse, event) or not (seized & ACTORS or held)):
        return kind
    arrested = any(t.type == "detention" for t in event.triggers)
    return "detention" if state or arrested else "abduction"
