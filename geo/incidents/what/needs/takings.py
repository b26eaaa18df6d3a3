"""A verb with many senses -> whether its object makes it violence: "took two men from home", "took Goma"."""

from collections.abc import Iterable

from geo.incidents.who.arguments.done_to import held_so, is_done_to
from geo.incidents.who.nouns.arms import is_weapon
from geo.incidents.who.nouns.kinds import PERSONS, THINGS, is_armed, kind_of
from geo.lexicon import load_words, word_class
from geo.lexicon.shared import singular
from geo.model import Parse, Token
from geo.syntax import (
    after_particle,
    agents,
    children,
    conjuncts,
    direct_objects,
    is_passive,
    prepositional,
    subjects,
    subtree,
)
from geo.syntax.tags import PERSONAL, PLURAL, RELATIVE_TAGS, VERBS

FIRING = frozenset({"group", "state_force", "government"})
GROUND = frozenset({"GPE", "LOC"})
NAMED = GROUND | {"", "PERSON"}  # as what recognisers take the names of small towns
OUT_OF = frozenset({"from", "of", "off"})
LEAVES = frozenset({"make", "drive", "ride", "sail", "speed", "roar", "go"})  # "made off with", "drove away with"
WHITHER = ("to", "into", "towards", "toward")
ROUGH = frozenset({"drag", "bundle", "haul", "shove", "yank", "manhandle", "frogmarch", "hustle"})  # not as helpers do
CROWDS = frozenset({"crowd", "mob", "gang"})
TAKEABLE = frozenset({"town", "village", "city", "district", "port", "capital"})


def takes_people(parse: Parse, verb: int) -> bool:
    """Tell whether a verb takes people away, and not to be helped: "took the wounded to hospital" does."""
    leaves = parse.tokens[verb].lemma in LEAVES
    if leaves and parse.tokens[verb].lemma != "make" and is_passive(parse, verb):
        return False  # "were driven off with tear gas"
    with_whom = prepositional(parse, verb, ("with",)) if leaves or is_passive(parse, verb) else ()
    whom = (*taken(parse, verb), *with_whom)
    helped = _is_to_help(parse, verb) or _is_mistaken(parse, verb)
    return not helped and any(_is_person(parse, i) for n in whom for i in conjuncts(parse, n))


def seizes_people(parse: Parse, verb: int) -> bool:
    """Tell whether a verb takes people, and no civilians do it: not "the nurse pushed the old man into a taxi"."""
    civil = any(kind_of(parse, i) == "civilians" and not is_stranger(parse, i) for i in agents(parse, verb))
    return not civil and takes_people(parse, verb)


def _is_to_help(parse: Parse, verb: int) -> bool:
    """Tell whether the hurt are taken, or the rescued, or to a place of care or the like and not from one."""
    if parse.tokens[verb].dep == "conj" and parse.tokens[parse.tokens[verb].head].lemma in word_class("saves"):
        return True
    if any(t.text.lower() in word_class("hurt") for i in taken(parse, verb) for t in children(parse, i, "amod")):
        return True
    token = parse.tokens[verb]
    where = (token.head,) if token.dep == "relcl" else ()  # "the hospital where they were taken"
    cares = (parse.tokens[i] for i in (*subtree(parse, verb), *where) if parse.tokens[i].lemma in word_class("care"))
    return any(parse.tokens[t.head].lemma not in OUT_OF for t in cares)


def _is_mistaken(parse: Parse, verb: int) -> bool:
    """Tell whether people are only thought to be something: "took him for a spy"."""
    taken_for = (parse.tokens[i] for i in prepositional(parse, verb, ("for", "as")))
    mistaken = (t for t in taken_for if t.pos not in VERBS and t.lemma not in word_class("taken_for"))
    return parse.tokens[verb].lemma == "take" and any(mistaken)


def takes_ground(parse: Parse, verb: int) -> bool:
    """Tell whether a verb takes what may be a named place, or goes into it: "took Goma", "entered the town of Goma"."""
    gone_to = [parse.tokens[i] for i in (*taken(parse, verb), *prepositional(parse, verb, ("into", "through")))]
    gone_to += parse.tokens[verb + 1 : verb + 2]  # cables leave words out: "ENTERED GOMA MORNING OF JULY 4"
    named = any(t.pos == "PROPN" and t.entity in NAMED for t in gone_to)
    towns = (t.index for t in gone_to if t.lemma in TAKEABLE)
    return named or any(parse.tokens[i].pos == "PROPN" for t in towns for i in prepositional(parse, t, ("of",)))


def is_by_weapon(parse: Parse, verb: int) -> bool:
    """Tell whether a weapon does what a verb says, or it is done with one: "a mine took the wheels off a bus"."""
    doers = agents(parse, verb)
    moved = (*doers, *taken(parse, verb))
    laden = [a.index for n in moved for a in children(parse, n, "acl", "amod")]  # "a car packed with gelignite"
    amount = (i for n in doers for i in prepositional(parse, n, ("of",)))  # "a stick of dynamite"
    packed = [i for at in laden for i in prepositional(parse, at, ("with",))]
    weighed = [i for n in packed for i in prepositional(parse, n, ("of",))]  # "packed with 200 pounds of dynamite"
    means = (*packed, *weighed, *(i for at in (verb, *moved) for i in prepositional(parse, at, ("with",))))
    bare = any(is_weapon(parse, i) and not is_armed(parse, i) for i in (*doers, *amount))
    return bare or any(is_weapon(parse, i) for i in means)


def befalls_fighters(parse: Parse, verb: int) -> bool:
    """Tell whether a verb has armed people for its object: "repelled the rebels", not "repelled the attack"."""
    return any(is_armed(parse, i) for i in (*taken(parse, verb), *prepositional(parse, verb, ("for",))))


def aims_weapons(parse: Parse, verb: int) -> bool:
    """Tell whether weapons are aimed, or something is that only weapons hit: "targeted a bridge", not "smokers"."""
    doers = agents(parse, verb)
    if any(is_weapon(parse, i) for i in doers):
        return True
    civil = any(parse.tokens[i].lemma in word_class("police") for i in doers)
    return not civil and any(kind_of(parse, i) in THINGS for i in taken(parse, verb))


def sends_against(parse: Parse, verb: int) -> bool:
    """Tell whether what a verb sends off is a weapon: fired at something, or by those who fight, not by a survey ship.

    Parameters
    ----------
    parse, verb
        The text, and the verb's token index.
    """
    fighters = any(is_armed(parse, i) or kind_of(parse, i) in FIRING for i in agents(parse, verb))
    sent = (verb, *taken(parse, verb))
    return fighters or any(prepositional(parse, n, ("at", "against", "into", "toward", "towards")) for n in sent)


def works_hit(parse: Parse, verb: int) -> list[int]:
    """Return what carries power, water or traffic and a verb befalls: the pylons of "sawed through the legs of pylons".

    Parameters
    ----------
    parse, verb
        The text, and the verb's token index.
    """
    hit = (*taken(parse, verb), *prepositional(parse, verb, ("through", "into", "in")))
    trail = parse.tokens[verb].lemma == "take" and any(is_armed(parse, i) for i in agents(parse, verb))
    whole = (i for i in hit if parse.tokens[i].lemma != "access" and not trail)  # "cut off access to the highway"
    below = (i for n in whole for i in subtree(parse, n, frozenset({"relcl", "acl", "poss"})))
    return [i for i in below if parse.tokens[i].lemma in load_words("works") and parse.tokens[i].dep != "compound"]


def taken_from_home(parse: Parse, verb: int) -> bool:
    """Tell whether people were taken from where they live or go, by "men" or by force: that needs nobody who is armed.

    Parameters
    ----------
    parse, verb
        The text, and the verb's token index.
    """
    passive = is_done_to(parse, verb)
    doers = prepositional(parse, verb, ("by",)) if passive else agents(parse, verb)
    men = any(is_stranger(parse, i) or (kind_of(parse, i) == "group") for i in doers)
    whom = (*direct_objects(parse, verb), *prepositional(parse, verb, ("with",)))
    around = [i for n in (verb, *whom) for i in prepositional(parse, n, ("from", "off"))]
    around += [*prepositional(parse, verb, ("of",)), *after_particle(parse, verb, ("of",)), *whom]  # "pulled off buses"
    from_home = any(_is_home(parse, i) or kind_of(parse, i) == "vehicle" for i in around)
    strange = all(parse.tokens[i].tag in PLURAL and kind_of(parse, i) in {"unknown", "group"} for i in doers)
    below = [parse.tokens[i] for i in subtree(parse, verb, frozenset({"conj"}))]
    forced = any(t.lemma in word_class("force") or _is_plain_force(parse, t) for t in below)
    forced = forced or _is_driven_off(parse, verb, whom) or (men and parse.tokens[verb].lemma in ROUGH)
    forced = forced or (passive and not doers and _is_to_custody(parse, verb))
    return forced or (passive and (men or (from_home and strange))) or (men and from_home)


def _is_plain_force(parse: Parse, noun: Token) -> bool:
    """Tell whether a noun says that it was done "by force", and not by a force."""
    return noun.text.lower() == "force" and not noun.children and parse.tokens[noun.head].lemma == "by"


def _is_driven_off(parse: Parse, verb: int, whom: Iterable[int]) -> bool:
    """Tell whether people are led or carried off to where nobody lives: "were marched into the bush"."""
    whither = [i for at in (verb, *whom) for i in prepositional(parse, at, WHITHER)]
    whither += after_particle(parse, verb, WHITHER)
    wild = any(parse.tokens[i].lemma in word_class("wilds") for i in whither)
    return wild and parse.tokens[verb].lemma in word_class("drives")


def _is_to_custody(parse: Parse, verb: int) -> bool:
    """Tell whether people are taken where those are held who are arrested: "to the naval base", "a police station"."""
    held = [t for i in prepositional(parse, verb, ("to",)) if (t := parse.tokens[i]).lemma in word_class("custody")]
    return any(t.lemma != "station" or "police" in {c.lemma for c in children(parse, t.index)} for t in held)


def _is_home(parse: Parse, noun: int) -> bool:
    """Tell whether it is a place where people live or go: "from his office", not "bundled out of office"."""
    token = parse.tokens[noun]
    return token.lemma in word_class("home") and (token.lemma != "office" or bool(token.children))


def is_stranger(parse: Parse, noun: int) -> bool:
    """Tell whether a noun speaks of several people of whom no more is said: "men", "a gang"."""
    token = parse.tokens[noun]
    members = prepositional(parse, noun, ("of",)) if token.lemma in word_class("several") else ()
    if any(is_stranger(parse, i) or kind_of(parse, i) == "group" for i in members):  # "a column of the Shining Path"
        return True
    several = token.lemma in word_class("stranger") and token.tag == "NNS"
    return several or not CROWDS.isdisjoint({token.lemma, singular(token.text.lower())})


def taken(parse: Parse, verb: int) -> tuple[int, ...]:
    """Return what a verb takes; for "whom they took" and "those they took", whom that speaks of."""
    if is_done_to(parse, verb):
        return subjects(parse, verb)
    if captive := held_so(parse, verb):
        return captive
    objects, doers = children(parse, verb, "dobj"), children(parse, verb, "nsubj")
    relative = parse.tokens[verb].dep == "relcl" or (parse.tokens[verb].dep == "acl" and bool(doers))
    of_noun = relative and all(t.tag in RELATIVE_TAGS or t.lemma == "that" for t in objects)
    of_noun = of_noun and not any(t.tag in RELATIVE_TAGS for t in doers)
    return (parse.tokens[verb].head,) if of_noun else tuple(t.index for t in objects)


def _is_person(parse: Parse, index: int) -> bool:
    token = parse.tokens[index]
    if any(parse.tokens[i].lemma in PERSONAL for i in prepositional(parse, index, ("of",))):
        return True  # "both of them"
    if token.pos == "PRON" or token.lemma in PERSONAL:
        return token.lemma in PERSONAL
    kind = kind_of(parse, index)
    several = kind == "group" and token.tag == "NNS"  # "62 Ustasha soldiers"
    people = kind in PERSONS or several or (token.entity == "NORP" and token.tag == "NNPS")
    return people and token.entity not in GROUND and not is_weapon(parse, index)  # recognisers take an AK for a person
