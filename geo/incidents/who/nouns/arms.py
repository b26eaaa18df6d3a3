"""A noun -> whether it is a weapon or what carries one, and which type of incident it implies."""

from collections.abc import Iterable
from functools import cache

from geo.incidents.who.nouns.terms import phrases
from geo.lexicon import word_class
from geo.lexicon.shared import actors, demonyms, weapons
from geo.model import Parse, Token
from geo.model.remembered import remembered
from geo.syntax.phrases import in_phrase
from geo.syntax.tags import OBJECTS

TEARS = frozenset({"tear", "rip", "blow"})
SETS_OFF = frozenset({"explode", "detonate", "go", "lay", "plant", "place"})
STORMS = frozenset({"raid", "attack", "storm", "invade", "overrun", "occupy"})
REGIMENT = "rifles"  # the one word for arms by which those who bear them are called


@remembered
def is_weapon(parse: Parse, index: int) -> bool:
    """Tell whether a noun speaks of a weapon or of what carries one."""
    return _arm(parse, index) is not None or _is_charge(parse, parse.tokens[index])


def _arm(parse: Parse, index: int) -> tuple[str, bool] | None:
    """Return the entry of a weapon; a "gold mine" is worked, and a "water tank" is no tank."""
    longest = next((p for p in phrases(parse, index) if p in weapons() or p in _unarmed()), "")
    none = is_worked(parse, index) or names_regiment(parse, index)
    return None if none else weapons().get(longest)


@cache
def _unarmed() -> frozenset[str]:
    """Return the phrases for who and what bears no arms, whatever their last word is for: "water tank"."""
    return frozenset(noun for noun, (_, armed) in actors().items() if " " in noun and not armed)


def _is_charge(parse: Parse, noun: Token) -> bool:
    """Tell whether a charge is one that explodes: "two charges went off", "laid a charge", not "faces a charge"."""
    verb = parse.tokens[noun.head]
    return noun.lemma == "charge" and noun.dep in {"nsubj", "nsubjpass", "dobj"} and verb.lemma in SETS_OFF | TEARS


def is_worked(parse: Parse, index: int) -> bool:
    """Tell whether a mine is one that people dig in: "a gold mine", "raided a mine"."""
    token = parse.tokens[index]
    if token.lemma != "mine":
        return False
    stormed = token.dep in OBJECTS and parse.tokens[token.head].lemma in STORMS
    return stormed or any(parse.tokens[i].lemma in word_class("dug") for i in in_phrase(parse, index))


def names_regiment(parse: Parse, index: int) -> bool:
    """Tell whether a word for arms ends the name of those who bear them: "Assam Rifles", not "Kalashnikov rifles"."""
    token, before = parse.tokens[index], parse.tokens[index - 1]
    if token.text.lower() != REGIMENT or index == 0:
        return False
    acts = token.dep == "nsubj" and parse.text[token.start : token.end].isupper()  # cables have no other capitals
    named = (token.pos == before.pos == "PROPN" or acts) and before.text[0].isupper() and before.text.isalpha()
    named = named and before.index in in_phrase(parse, index)
    arms = before.text.casefold() in demonyms() or _arm(parse, before.index) is not None
    return named and not arms


@remembered
def is_platform(parse: Parse, index: int) -> bool:
    """Tell whether a noun speaks of what carries weapons: a jet, a drone, a gunman."""
    entry = _arm(parse, index)
    return entry is not None and entry[1]


def implied_type(parse: Parse, indices: Iterable[int]) -> str | None:
    """Return the type of incident that weapons or platforms imply, the first that implies one, else None."""
    for index in indices:
        entry = _arm(parse, index)
        if entry is not None and entry[0] != "attack":
            return entry[0]
    return None
