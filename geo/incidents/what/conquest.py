"""What was taken is ground: "the rebels seized Goma" is a battle, and nobody's arrest."""

from dataclasses import replace

from geo.incidents.what.events import Event
from geo.incidents.what.needs.contraband import is_contraband
from geo.incidents.who.casting import located
from geo.incidents.who.nouns.kinds import kind_of
from geo.model import Parse, Toponym, Trigger
from geo.syntax import children, direct_objects, is_passive, prepositional
from geo.syntax.tags import PLACES

ENTERS = frozenset({"take", "march", "sweep", "storm", "enter"})
LAND = frozenset({"territory", "ground", "land", "area", "terrain", "province", "region", "country", "countryside"})
TOWNS = frozenset({"town", "city", "village", "capital"})
SHARES = frozenset({"half", "third", "quarter", "percent", "%", "cent", "part", "most", "much", "all", "swathe", "mile",
                    "kilometre", "kilometer", "tract", "bulk", "rest"})  # fmt: skip
PRISONERS = frozenset({"prisoner", "captive"})
TAKES = frozenset({"seize", "seizure", "capture", "occupy"})


def without_ground(parse: Parse, event: Event, toponyms: tuple[Toponym, ...]) -> tuple[Event, bool]:
    """Return an event without the places that were taken among those it befell, and whether any was."""
    if not any(parse.tokens[t.index].lemma in TAKES | {"take"} for t in event.triggers):
        return event, False
    names = located(parse, event.sentence, toponyms)
    over = [t.index for t in event.triggers if _takes_over(parse, event, t, names)]
    takes = [*over, *(t.index for t in event.triggers if parse.tokens[t.index].lemma in TAKES)]
    others = (t for t in event.triggers if t.index not in takes and t.type != "effect")
    if not takes or not all(_takes_prisoners(parse, t) for t in others):
        return event, False
    beside = (*(verb + 1 for verb in takes), *(t.index for verb in over for t in children(parse, verb, "dobj")))
    ground = {i for i in (*event.arguments.patients, *beside) if _is_ground(parse, event, i, names)}
    if not ground:
        return event, False
    return _by_those_who_took(parse, event, takes[0], ground), True


def _takes_over(parse: Parse, event: Event, trigger: Trigger, names: frozenset[int | None]) -> bool:
    """Tell whether a town or country is taken over: the other things that may be are buildings and vehicles."""
    over = parse.tokens[trigger.index].lemma == "take" and any(parse.tokens[i].lemma == "over" for i in trigger.tokens)
    what = (*event.arguments.patients, *direct_objects(parse, trigger.index))
    land = any(i in names or parse.tokens[i].entity in PLACES or parse.tokens[i].lemma in LAND | TOWNS for i in what)
    return over and land


def _takes_prisoners(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether those are taken prisoner who held what was taken: "captured a base and took nine prisoners"."""
    return trigger.type == "detention" and any(parse.tokens[i].lemma in PRISONERS for i in trigger.tokens)


def takes_nothing(parse: Parse, event: Event, toponyms: tuple[Toponym, ...]) -> bool:
    """Tell whether a verb that takes ground is said of what is no place: "took Friday off", "marched into the office".

    Parameters
    ----------
    parse, event
        The text, and one of its events.
    toponyms
        The document's.
    """
    main = event.main
    lemma = parse.tokens[main.index].lemma
    if main.noun or main.type != "battle" or lemma not in ENTERS:
        return False
    if lemma == "enter" and _sets_scene(parse, main.index):
        return True
    names = located(parse, event.sentence, toponyms)
    if lemma == "enter" and _crosses(parse, event, toponyms):
        return True
    into = prepositional(parse, main.index, ("into",))
    objects = (*event.arguments.patients, *direct_objects(parse, main.index), *into)
    objects = (*objects, *(i for n in objects for i in prepositional(parse, n, ("of",))))
    return len(main.tokens) <= 2 and not any(i in names for i in objects) and not _is_town_named(parse, main)


def _crosses(parse: Parse, event: Event, toponyms: tuple[Toponym, ...]) -> bool:
    """Tell whether people who are no army only cross a border: "fighters entered Syria from Turkey"."""
    verb = event.main.index
    way = prepositional(parse, verb, ("from", "through", "via"))
    army = any(kind_of(parse, i) == "state_force" for i in event.arguments.perpetrators)
    entered = [parse.tokens[t.index] for t in children(parse, verb, "dobj")]
    lands = (t.place for t in toponyms for noun in entered if t.start <= noun.start < t.end)
    return bool(way) and not army and any(land is not None and land.kind == "country" for land in lands)


def _sets_scene(parse: Parse, verb: int) -> bool:
    """Tell whether it only says where people were when something else happened: "had entered Goma when shells fell"."""
    had = any(t.text.lower() == "had" for t in children(parse, verb, "aux"))
    just = any(t.lemma == "just" for t in children(parse, verb, "advmod"))
    return had and (just or bool(children(parse, verb, "advcl")))


def _is_town_named(parse: Parse, main: Trigger) -> bool:
    """Tell whether the row of the lexicon names what was taken: "took the town"."""
    return any(parse.tokens[i].pos == "NOUN" for i in main.tokens)


def _is_ground(parse: Parse, event: Event, index: int, names: frozenset[int | None]) -> bool:
    if index not in names and index not in event.arguments.patients:  # what follows a text's last word is neither
        return False
    if _is_somebody(parse, event, index):
        return False
    if index in names:
        return True
    if is_contraband(parse, index):  # "captured a dump of mortar bombs"
        return False
    if parse.tokens[index].lemma in SHARES:  # "captured half of Kordofan"
        return any(i in names or parse.tokens[i].lemma in LAND for i in prepositional(parse, index, ("of",)))
    return kind_of(parse, index) == "facility" or parse.tokens[index].lemma in LAND


def _is_somebody(parse: Parse, event: Event, index: int) -> bool:
    """Tell whether a name is a person's: with an age, "who", or taken by the police, who take no towns."""
    aged = any(t.pos == "NUM" for t in children(parse, index, "appos", "npadvmod"))
    who = any(t.lemma == "who" for c in children(parse, index, "relcl") for t in children(parse, c.index))
    police = any(parse.tokens[i].lemma == "police" for i in event.arguments.perpetrators)
    return parse.tokens[index].pos == "PROPN" and (aged or who or police)


def _by_those_who_took(parse: Parse, event: Event, verb: int, ground: set[int]) -> Event:
    """Leave the places out; where the parser saw no object ("troops captured Bakhmut"), its subject took them."""
    patients, doers = event.arguments.patients, event.arguments.perpetrators
    if not ground & set(patients) and not is_passive(parse, verb):
        own = {t.index for t in children(parse, verb, "nsubj", "nsubjpass")}
        doers = (*doers, *(i for i in patients if i in own))
        patients = tuple(i for i in patients if i not in own)
    kept = tuple(i for i in patients if i not in ground or kind_of(parse, i) == "facility")
    doers = tuple(i for i in doers if i not in ground)
    arguments = replace(event.arguments, patients=kept, perpetrators=doers)
    tolls = tuple(t for t in event.tolls if t.head not in ground)
    return replace(event, arguments=arguments, captives=event.captives - ground, tolls=tolls)
