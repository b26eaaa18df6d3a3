"""Bombs and shots: who placed or fired them, and what stands where they went off."""

from collections.abc import Iterable, Iterator

from geo.incidents.who.nouns.arms import implied_type, is_platform, is_weapon
from geo.incidents.who.nouns.kinds import THINGS, kind_of
from geo.lexicon import word_class
from geo.model import Parse, Token, Trigger
from geo.syntax import agents, children, direct_objects, is_negated, is_passive, prepositional, subjects
from geo.syntax.tags import COMES_ABOUT, OBJECTS

BESIDE = ("in", "inside", "at", "near", "outside", "under", "beneath", "underneath", "below", "beside", "behind", "on",
          "against", "of", "to", "over", "through", "among", "onto", "opposite", "between")  # fmt: skip
# Verbs of those who meet with what lies in wait: "struck a mine", "drove over a bomb".
MEETS = frozenset({"hit", "strike", "drive", "run", "step", "tread"})
HANDLES = frozenset({"play", "tamper"})  # "a child who was playing with a grenade was killed"
LAYS = frozenset({"place", "plant", "put", "leave", "lay", "hide"})
FRONT = frozenset({"front", "next", "close", "top"})  # "in front of", "next to"
ACROSS = frozenset({"across", "opposite"})  # "across the street from"


def placing(parse: Parse, weapons: Iterable[int]) -> tuple[list[int], list[int]]:
    """Return who placed or fired weapons, and at what: "a bomb planted by rebels in a bus", "hurled grenades at"."""
    doers: list[int] = []
    sufferers: list[int] = []
    for weapon in weapons:
        for verb in _placing_verbs(parse, weapon):
            doers += () if is_negated(parse, verb.index) else agents(parse, verb.index)
            found = (*_beside(parse, verb.index), *prepositional(parse, verb.index, ("at", "into", "against")))
            sufferers += [i for n in found for i in _buildings(parse, n)]
            hung = (i for n in prepositional(parse, verb.index, ("by",)) for i in prepositional(parse, n, ("in", "at")))
            sufferers += [i for i in hung if verb.lemma in LAYS and kind_of(parse, i) == "facility"]
    return doers, [i for i in sufferers if parse.tokens[i].lemma not in word_class("open_ground")]


def _placing_verbs(parse: Parse, weapon: int) -> Iterator[Token]:
    """Yield the verbs of placing or firing whose object, or passive subject, a weapon is, or that describe it."""
    clauses = children(parse, weapon, "acl", "relcl")
    told = [
        v for clause in clauses for v in children(parse, clause.index, "ccomp")
    ]  # "which police say was planted by"
    yield from (v for v in (*clauses, *told) if v.lemma in word_class("puts_bomb") and is_passive(parse, v.index))
    above = parse.tokens[parse.tokens[weapon].head]
    if parse.tokens[weapon].dep in OBJECTS and above.lemma in word_class("puts_bomb"):
        yield above


def beside_a_blast(parse: Parse, trigger: int) -> list[int]:
    """Return the buildings and vehicles in or beside which something exploded."""
    at = [trigger]
    if parse.tokens[trigger].pos == "NOUN":
        at += [i for i in prepositional(parse, trigger, ("of",)) if is_weapon(parse, i)]  # "the blast of a bomb at"
        at += [parse.tokens[trigger].head] if _comes_about(parse, parse.tokens[trigger]) else []
    return [i for word in at for n in _beside(parse, word) for i in _buildings(parse, n)]


def _comes_about(parse: Parse, noun: Token) -> bool:
    """Tell whether a verb only says that a deed was: "the explosion occurred at", "took place in front of"."""
    verb = parse.tokens[noun.head]
    place = verb.lemma == "take" and any(t.lemma == "place" for t in children(parse, verb.index, "dobj"))
    return noun.dep == "nsubj" and (verb.lemma in COMES_ABOUT or place)


def _buildings(parse: Parse, noun: int) -> list[int]:
    """Return what a bomb was meant for, where it went off in or beside it: a building, or what it was a part of."""
    part = parse.tokens[noun].pos == "NUM" or parse.tokens[noun].lemma in word_class("building_part")
    if part and (whole := prepositional(parse, noun, ("of",))):  # "one of the lorries"
        return [i for n in whole for i in _buildings(parse, n)]
    return [noun] if kind_of(parse, noun) in THINGS or parse.tokens[noun].lemma in word_class("institution") else []


def meets_a_mine(parse: Parse, verb: int) -> bool:
    """Tell whether a verb says that somebody came upon a mine, whose deed that is not: "the patrol struck a mine"."""
    if parse.tokens[verb].lemma in HANDLES:
        return True
    if parse.tokens[verb].lemma not in MEETS:
        return False
    met = (*direct_objects(parse, verb), *prepositional(parse, verb, ("over", "on", "onto")))
    return any(not is_platform(parse, i) and implied_type(parse, (i,)) == "bombing" for i in met)


def _beside(parse: Parse, trigger: int) -> Iterator[int]:
    yield from prepositional(parse, trigger, BESIDE)
    for word in children(parse, trigger, "advmod", "prep", "acomp"):
        yield from prepositional(parse, word.index, (*BESIDE, "from") if word.lemma in ACROSS else BESIDE)
        for inner in children(parse, word.index, "pobj"):
            if inner.lemma in FRONT:
                yield from prepositional(parse, inner.index, ("of", "to"))


def is_dud(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether a bomb is said not to have gone off: "the charge did not explode", not "no bomb exploded"."""
    if trigger.type != "bombing" or trigger.noun or not is_negated(parse, trigger.index):
        return False
    there = (i for i in subjects(parse, trigger.index) if not is_negated(parse, i))
    return any(is_weapon(parse, i) for i in there)
