"""A clause that says that others did it, to their own: "they burned their own huts", "it was the army that fired"."""

from functools import cache

from geo.denials.own import FIRES, HARMS, is_own_force
from geo.denials.whose import doers_of
from geo.denials.words import OURS, arms, deeds, forces
from geo.lexicon import word_class
from geo.model import Parse, Token
from geo.model.remembered import remembered
from geo.syntax import by_prepositions, children, is_negated, subjects, subtree
from geo.syntax.tags import PLACES, TIMES

SETS = frozenset({"light", "set", "start", "kindle", "stage", "plant", "do"})  # "lit the fire themselves"
REFLEXIVE = frozenset({"themselves", "itself", "himself", "herself"})


@cache
def harms() -> frozenset[str]:
    """Return the verbs for deeds that hurt people or hit things, which a side answers for."""
    return (deeds() | FIRES | HARMS) - word_class("no_act")


def others_did(parse: Parse, clause: Token) -> bool:
    """Tell whether others did it, to their own: "they had burned their own huts", "it was the army that shelled it"."""
    if clause.lemma != "be" and not _speaks_of_own(parse, clause.sentence):
        return False
    who = tuple(parse.tokens[i] for i in subjects(parse, clause.index))
    if clause.lemma == "be":
        return _is_cleft(parse, clause, who)
    beside = (*by_prepositions(parse, clause.index), *children(parse, clause.index, "npadvmod"))
    known = any(t.entity in PLACES | TIMES for t in beside)
    if known or is_negated(parse, clause.index) or any(t.lemma in OURS | {"it"} for t in who):
        return False  # what has a day and a place of its own is another deed
    struck = (*children(parse, clause.index, "dobj"), *beside, *doers_of(parse, clause))
    words = (c for t in struck if not t.entity for c in (t, *children(parse, t.index)))
    below = (*children(parse, clause.index), *words)
    own = any(t.text.lower() in REFLEXIVE or (t.lemma == "own" and t.dep == "amod") for t in below)
    return (own and clause.lemma in harms() | SETS) or _is_own_weapon(parse, (*who, *struck))


@remembered
def _speaks_of_own(parse: Parse, sentence: int) -> bool:
    words = parse.sentence_tokens(parse.sentences[sentence])
    return any(t.lemma == "own" or t.text.lower() in REFLEXIVE for t in words)


def _is_own_weapon(parse: Parse, nouns: tuple[Token, ...]) -> bool:
    """Tell whether it was their own weapon: "drove onto one of its own mines", "the rebels' own rocket fell short"."""
    below = [parse.tokens[i] for t in nouns for i in subtree(parse, t.index)]
    return any(o.lemma == "own" for t in below if t.lemma in arms() for o in children(parse, t.index, "amod"))


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
