"""Whose a deed, a weapon or a captive is, in what a side says of itself: its subject, its object, or none."""

from functools import cache

from geo.denials.words import OWN_POSSESSIVES, SELF, forces
from geo.lexicon import load_words, word_class
from geo.lexicon.shared import demonyms
from geo.model import Parse, Token
from geo.syntax import agents, by_prepositions, children, has_no, is_not_one, is_passive, prepositional
from geo.syntax.tags import NOBODY

HOLDS = frozenset({"hold", "have", "detain", "arrest", "keep", "take", "abduct", "kidnap", "seize"})
SOME = frozenset({"one", "none", "any", "neither"})


def doers_of(parse: Parse, clause: Token) -> tuple[Token, ...]:
    """Return who does what a clause says: its subject, or its agent in the passive."""
    who = agents(parse, clause.index)
    some = (i for one in who if parse.tokens[one].lemma in SOME for i in prepositional(parse, one, ("of",)))
    return tuple(parse.tokens[i] for i in (*who, *some))  # "not one of his batteries"


def what_of(parse: Parse, clause: Token) -> tuple[Token, ...]:
    """Return to whom or what it is done: the object, or the subject of a passive."""
    return children(parse, clause.index, "nsubjpass" if is_passive(parse, clause.index) else "dobj")


def is_of_side(parse: Parse, noun: Token) -> bool:
    """Tell whether a noun can be for a speaker's side or its arms: "we", "his batteries", "Thai soldiers", "the force".

    Parameters
    ----------
    parse, noun
        The text, and any noun.
    """
    name = noun.pos == "PROPN" and (noun.entity in {"NORP", "ORG", "GPE"} or has_no(parse, noun.index))
    named = name or noun.text.casefold() in demonyms()
    owned = any(t.lemma in OWN_POSSESSIVES for t in children(parse, noun.index, "poss"))
    return noun.lemma in SELF or owned or named or noun.lemma in _bodies()


@cache
def _bodies() -> frozenset[str]:
    """Return the nouns by which a speaker means his own side: "the force", "troops"; nobody calls it "gunmen"."""
    return (forces() | word_class("unnamed_body")) - word_class("rebel") - load_words("attackers")


def is_without(parse: Parse, noun: Token) -> bool:
    """Tell whether there is none of what a noun is for: "no crew", "not one of his men", "nobody"."""
    not_one = noun.lemma == "one" and bool(children(parse, noun.index, "neg"))  # "not one of his men"
    return not_one or noun.lemma in NOBODY or has_no(parse, noun.index) or is_not_one(parse, noun.index)


def is_of_holding(parse: Parse, clause: Token) -> bool:
    """Tell whether a clause is of holding those of whom was told: "holding him", "are in its custody"."""
    known = any(t.tag == "PRP" for t in children(parse, clause.index, "dobj"))
    return (clause.lemma in HOLDS and known) or any(t.lemma == "custody" for t in by_prepositions(parse, clause.index))
