"""A clause that says that others did it, to their own: "they burned their own huts", "it was the army that fired"."""

from functools import cache

from geo.denials.own import FIRES, HARMS, is_own_force
from geo.denials.words import OURS, arms, deeds, forces, violence
from geo.lexicon import word_class
from geo.model import Parse, Token
from geo.syntax import by_prepositions, children, is_negated, subjects, subtree
from geo.syntax.tags import PLACES, TIMES

SETS = frozenset({"light", "set", "start", "kindle", "stage", "plant", "do"})  # "lit the fire themselves"
RUNS_ONTO = frozenset({"drive", "run", "hit", "step", "tread", "ride", "walk", "trip", "trigger", "strike", "drop"})
REFLEXIVE = frozenset({"themselves", "itself", "himself", "herself"})


@cache
def harms() -> frozenset[str]:
    """Return the verbs for deeds that hurt people or hit things, which a side answers for."""
    return (deeds() | FIRES | HARMS) - word_class("no_act")


def others_did(parse: Parse, clause: Token) -> bool:
    """Tell whether others did it, to their own: "they had burned their own huts", "it was the army that shelled it".

    Parameters
    ----------
    parse, clause
        The text, and the clause's verb.
    """
    who = tuple(parse.tokens[i] for i in subjects(parse, clause.index))
    if clause.lemma == "be":
        return _is_their_own(parse, clause, who) or _is_cleft(parse, clause, who)
    known = any(
        t.entity in PLACES | TIMES
        for t in (*by_prepositions(parse, clause.index), *children(parse, clause.index, "npadvmod"))
    )
    if known or is_negated(parse, clause.index) or any(t.lemma in OURS | {"it"} for t in who):
        return False  # what has a day and a place of its own is another deed
    it = any(t.lemma in {"it", "this", "that", "so"} for t in children(parse, clause.index, "dobj", "advmod"))
    if it and (clause.lemma == "do" or clause.lemma in harms()) and any(_are_others(parse, t) for t in who):
        return True  # "others had done it"
    struck = (*children(parse, clause.index, "dobj"), *by_prepositions(parse, clause.index), *_by(parse, clause))
    owned = [o.lemma for t in struck if not t.entity for o in children(parse, t.index, "amod")]
    asides = (c for t in struck for c in children(parse, t.index, "appos"))  # "had shelled the town themselves"
    themselves = any(t.text.lower() in REFLEXIVE for t in (*struck, *asides, *children(parse, clause.index)))
    if (clause.lemma in harms() or clause.lemma in SETS) and ("own" in owned or themselves):
        return True
    return _is_own_weapon(parse, clause, (*who, *struck))


def _are_others(parse: Parse, noun: Token) -> bool:
    """Tell whether a noun is for others than the speaker's side: "others", "somebody else", "other people"."""
    words = {noun.lemma, *(t.lemma for t in children(parse, noun.index, "amod", "advmod", "det"))}
    return not words.isdisjoint({"other", "another", "else", "outsider", "stranger", "provocateur", "bandit"})


def _by(parse: Parse, clause: Token) -> tuple[Token, ...]:
    """Return the doers of a passive: "were killed by their own neighbours"."""
    return tuple(t for by in children(parse, clause.index, "agent") for t in children(parse, by.index, "pobj"))


def _is_own_weapon(parse: Parse, clause: Token, nouns: tuple[Token, ...]) -> bool:
    """Tell whether it was their own weapon: "drove onto one of its own mines", "the rebels' own rocket fell short"."""
    below = [parse.tokens[i] for t in nouns for i in subtree(parse, t.index)]
    weapons = [t for t in below if t.lemma in arms()]
    if any(o.lemma == "own" for t in weapons for o in children(parse, t.index, "amod")):
        return True
    return clause.lemma in RUNS_ONTO and any(t.lemma == "own" and t.dep == "pobj" for t in below)  # "one of its own"


def _is_their_own(parse: Parse, clause: Token, who: tuple[Token, ...]) -> bool:
    """Tell whether a weapon or a deed is said to be another's: "the bomb was the army's own"."""
    things = any(t.lemma in arms() or t.lemma in violence() for t in who)
    attributes = children(parse, clause.index, "attr", "acomp", "poss")
    others = [o for t in (clause, *attributes) for o in (t, *children(parse, t.index, "poss"))]
    return things and any(c.tag == "POS" for o in others for c in children(parse, o.index, "case"))


def _is_cleft(parse: Parse, clause: Token, who: tuple[Token, ...]) -> bool:
    """Tell whether it was somebody who did it, or somebody was not: "it was rebels who fired", "it was not my men"."""
    it = any(t.lemma in {"it", "that"} for t in who)
    named = children(parse, clause.index, "attr")
    told = [c for t in (clause, *named) for c in children(parse, t.index, "relcl", "ccomp", "advcl")]
    acts = [c for c in told if c.lemma in harms()]
    did = any(all(t.lemma != "first" for t in children(parse, c.index)) for c in acts)
    ours = is_negated(parse, clause.index) and any(is_own_force(parse, t) or t.lemma in OURS for t in named)
    people = any(t.lemma in forces() or t.pos == "PROPN" for t in named)
    return it and (ours or (did and people))
