"""Whose a deed or a weapon is, in what a side says of itself: its subject, its object, and whether there is none."""

from geo.denials.own import is_own_force
from geo.denials.words import forces
from geo.model import Parse, Token
from geo.syntax import children, has_no, is_not_one, is_passive, prepositional, subjects
from geo.syntax.tags import NOBODY

SOME = frozenset({"one", "none", "any", "neither"})


def doers_of(parse: Parse, clause: Token) -> tuple[Token, ...]:
    """Return who does what a clause says: its subject, or its agent in the passive.

    Parameters
    ----------
    parse, clause
        The text, and the clause's verb.
    """
    by = prepositional(parse, clause.index, ("by",))
    who = by if is_passive(parse, clause.index) else subjects(parse, clause.index)
    some = (i for one in who if parse.tokens[one].lemma in SOME for i in prepositional(parse, one, ("of",)))
    return tuple(parse.tokens[i] for i in (*who, *some))  # "not one of his batteries"


def what_of(parse: Parse, clause: Token) -> tuple[Token, ...]:
    """Return to whom or what it is done: the object, or the subject of a passive.

    Parameters
    ----------
    parse, clause
        The text, and the clause's verb.
    """
    return children(parse, clause.index, "nsubjpass" if is_passive(parse, clause.index) else "dobj")


def is_of_own_arms(parse: Parse, noun: Token) -> bool:
    """Tell whether a noun is for a speaker's own people or arms: "our crews", "his men", "the patrol".

    Parameters
    ----------
    parse, noun
        The text, and any noun.
    """
    ours = any(t.lemma in {"our", "my"} for t in children(parse, noun.index, "poss"))
    return ours or is_own_force(parse, noun) or noun.lemma in forces()


def is_without(parse: Parse, noun: Token) -> bool:
    """Tell whether there is none of what a noun is for: "no crew", "not one of his men", "nobody".

    Parameters
    ----------
    parse, noun
        The text, and any noun.
    """
    not_one = noun.lemma == "one" and bool(children(parse, noun.index, "neg"))
    return not_one or noun.lemma in NOBODY or has_no(parse, noun.index) or is_not_one(parse, noun.index)
