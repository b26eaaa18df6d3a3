"""A trigger in its sentence -> who took part in what it tells of, with what weapons, and as what kind of actor."""

from dataclasses import dataclass

from geo.incidents.what.blasts import beside_a_blast, placing
from geo.incidents.who.arguments.blame import blamed
from geo.incidents.who.arguments.company import with_doers, with_sufferers
from geo.incidents.who.arguments.damage import damaged, whole
from geo.incidents.who.arguments.indirect import searchers
from geo.incidents.who.arguments.means import instruments, is_amount
from geo.incidents.who.arguments.nominal import HARMS, of_noun
from geo.incidents.who.arguments.owners import senders
from geo.incidents.who.arguments.verbal import objects_of, of_verb
from geo.incidents.who.around.antecedents import meant, one_meant
from geo.incidents.who.nouns.ability import can_act, can_suffer, weighed
from geo.incidents.who.nouns.arms import implied_type, is_platform, is_weapon
from geo.incidents.who.nouns.body_parts import owners
from geo.incidents.who.nouns.kinds import THINGS, kind_of
from geo.incidents.who.nouns.listing import members, some_of
from geo.lexicon import word_class
from geo.model import Parse, Trigger
from geo.syntax import first_of_list
from geo.syntax.tags import OBJECTS

WIELDED = frozenset({"with", "from", "use", "employ"})  # words before what a deed is done with
ARM = "artillery"  # the one word for arms by which those who serve them are called


@dataclass(frozen=True, slots=True)
class Arguments:
    """Token indices of the heads of who did it, whom or what it befell, and what it was done with."""

    perpetrators: tuple[int, ...]
    patients: tuple[int, ...]
    weapons: tuple[int, ...]


def arguments(parse: Parse, trigger: Trigger) -> Arguments:
    """Return the heads of a trigger's arguments."""
    doers, sufferers = of_noun(parse, trigger) if trigger.noun else of_verb(parse, trigger)
    if trigger.noun and parse.tokens[trigger.index].lemma in word_class("care"):
        doers = []  # "taken to a hospital by neighbours"
    sufferers = [one_meant(parse, i) for n in sufferers for i in owners(parse, n)]
    sufferers = [n for i in sufferers for n in (weighed(parse, i) if trigger.patient == "goods" else (i,))]
    sufferers = [*sufferers, *with_sufferers(parse, trigger.index, sufferers), *damaged(parse, trigger)]
    sufferers = whole(parse, sufferers)
    if trigger.patient != "victim":  # "two of his aides" are counted
        sufferers = [n for i in sufferers for n in some_of(parse, i)]
    owned = trigger.type != "effect" or not trigger.noun  # who acknowledges four deaths has not done them
    guilty = tuple(i for n in blamed(parse, trigger.index) for i in members(parse, n)) if owned else ()
    if guilty:
        doers = [*guilty, *(i for i in doers if is_weapon(parse, i) and not is_platform(parse, i))]
        sufferers = [i for i in sufferers if i not in guilty]  # "pinned the attack on the rebels"
    doers = [i for n in doers for i in some_of(parse, n)]
    doers = [i for n in doers for i in (searchers(parse, n) if trigger.patient == "goods" else meant(parse, n))]
    doers = [*doers, *with_doers(parse, doers)]
    acting = _that_act(parse, trigger, sufferers)
    doers, sufferers = [*doers, *acting], [i for i in sufferers if i not in acting]
    armed = [i for i in (*instruments(parse, trigger, doers), *doers) if is_weapon(parse, i)]
    # Arms that are taken do nothing, nor burnt clubs.
    taken = sufferers if trigger.type in {"seizure", "arson"} or trigger.patient == "captive" else ()
    weapons = [i for i in armed if _is_used(parse, i) and not _are_troops(parse, i) and i not in taken]
    placed_by, placed_at = placing(parse, (*weapons, *(i for i in trigger.tokens if is_weapon(parse, i))))
    doers, sufferers = [*doers, *placed_by, *senders(parse, weapons)], [*sufferers, *placed_at]
    if trigger.type == "bombing":
        hit = [i for i in objects_of(parse, trigger.index) if parse.tokens[i].tag != "PRP"]  # not "blew herself up"
        beside = () if hit else beside_a_blast(parse, trigger.index)
        sufferers = [i for i in (*sufferers, *beside) if not _is_where(parse, i)]
    return Arguments(
        tuple(i for i in dict.fromkeys(doers) if i not in weapons and _is_doer(parse, i, guilty)),
        tuple(i for i in dict.fromkeys(sufferers) if trigger.patient != "none" and can_suffer(parse, i)),
        tuple(dict.fromkeys(weapons)),
    )


def _is_where(parse: Parse, index: int) -> bool:
    """Tell whether a noun only says where a bomb went off: "in a street", not "the village was bombed"."""
    token = parse.tokens[index]
    return token.lemma in word_class("open_ground") and token.dep not in OBJECTS


def _is_doer(parse: Parse, index: int, guilty: tuple[int, ...]) -> bool:
    """Tell whether a noun can do a deed; a name on which one is laid can, though it be taken for a place's."""
    named = index in guilty and parse.tokens[index].pos == "PROPN"
    means = _is_means(parse, index) and (is_platform(parse, index) or parse.tokens[index].lemma == "force")
    aside = means or is_amount(parse, index) or _is_vantage(parse, index)
    return (named or can_act(parse, index)) and not aside


def _is_vantage(parse: Parse, index: int) -> bool:
    """Tell whether a noun says from where fire comes and not whose it is: "from a roof", "from the rebels' hills"."""
    token = parse.tokens[index]
    return token.text.lower() in word_class("vantage") and parse.tokens[token.head].lemma in {"from", "behind"}


def _is_means(parse: Parse, index: int) -> bool:
    """Tell whether a noun says how it was done and not by whom: "was flown out by plane", "were taken by force"."""
    token = parse.tokens[index]
    return token.tag == "NN" and not token.children and parse.tokens[token.head].lemma == "by"


def _is_used(parse: Parse, index: int) -> bool:
    """Tell whether arms are used by others, as aircraft may be: "hit it with drones", not "drones hit it"."""
    if not is_platform(parse, index):
        return True
    used = parse.tokens[first_of_list(parse, index)]
    before = parse.tokens[used.head].lemma
    return before in WIELDED and used.dep in {"pobj", "dobj"} and implied_type(parse, (index,)) == "airstrike"


def _are_troops(parse: Parse, index: int) -> bool:
    """Tell whether a word for arms stands for those who serve them: "our artillery shelled the fort"."""
    return parse.tokens[index].dep == "nsubj" and parse.tokens[index].lemma == ARM


def _that_act(parse: Parse, trigger: Trigger, sufferers: list[int]) -> list[int]:
    """Return which of those named behind a deed do it: both sides that fight, and a grenade that explodes."""
    if trigger.type == "battle":
        return [i for i in sufferers if kind_of(parse, i) not in THINGS and not _is_harmed(parse, i)]
    exploding = trigger.noun and trigger.type == "bombing"  # "the explosion of a grenade"
    return [i for i in sufferers if exploding and is_weapon(parse, i)]


def _is_harmed(parse: Parse, noun: int) -> bool:
    """Tell whether words say that somebody was harmed: of "the shootout that killed a clerk" he is no side."""
    token = parse.tokens[noun]
    return token.dep in OBJECTS and parse.tokens[token.head].lemma in HARMS
