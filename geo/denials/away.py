"""Where a side says that it was, or was not: "our guns were miles away", "no plane was over the town"."""

from geo.denials.whose import doers_of, is_of_side, is_without
from geo.lexicon import word_class
from geo.model import Parse, Token
from geo.syntax import by_prepositions, children, is_negated, prepositional
from geo.syntax.tags import PLACES, TIMES

STAYS = frozenset({"be", "remain", "stay", "sit", "lie", "sleep"})
POSTED = frozenset({"be", "deploy", "station", "post", "base", "garrison"})
WHERE = ("in", "at", "near", "to", "inside", "around", "within", "over", "above", "across", "along", "on")
ABOUT = frozenset({"airborne", "aloft", "active", "present", "deployed", "operational", "there", "here", "nearby"})


def was_elsewhere(parse: Parse, clause: Token) -> bool:
    """Tell whether a clause is of its speaker's side at another place: "our guns were 30 km away", "was in bed"."""
    if clause.lemma not in STAYS or is_negated(parse, clause.index):
        return False
    if not any(is_of_side(parse, t) for t in doers_of(parse, clause)):
        return False
    below = children(parse, clause.index, "advmod", "acomp", "prep", "npadvmod", "attr")
    if any(t.lemma in word_class("elsewhere") for t in (*below, *by_prepositions(parse, clause.index))):
        return not any(_is_towards(parse, t) for t in (clause, *below))
    there = any(t.entity in PLACES for p in below if p.lemma in {"in", "at"} for t in children(parse, p.index, "pobj"))
    then = any(t.entity in TIMES or t.lemma == "time" for t in (*below, *by_prepositions(parse, clause.index)))
    return there and then


def was_not_there(parse: Parse, clause: Token) -> bool:
    """Tell whether none of its speaker's side was where it happened: "were not in Bouar", "no plane was airborne"."""
    if clause.lemma not in POSTED:
        return False
    who = doers_of(parse, clause)
    nowhere = any(t.lemma == "nowhere" for t in children(parse, clause.index, "advmod"))
    none = is_negated(parse, clause.index) or any(is_without(parse, t) for t in who) or nowhere
    ours = any(is_of_side(parse, t) for t in who)
    return none and ours and (nowhere or _is_somewhere(parse, clause))


def _is_somewhere(parse: Parse, clause: Token) -> bool:
    """Tell whether a clause is of having been at a place: "been in Bouar", "was over the town", "were airborne"."""
    where = [parse.tokens[i] for i in prepositional(parse, clause.index, WHERE)]
    there = any(t.lemma in ABOUT for t in children(parse, clause.index, "advmod", "acomp"))
    that = any(d.lemma in {"that", "those"} for t in where for d in children(parse, t.index, "det"))
    return there or that or any(t.pos == "PROPN" or t.lemma in word_class("scene_denied") for t in where)


def _is_towards(parse: Parse, word: Token) -> bool:
    """Tell whether a distance is one to a named place, which may be what a side is taking: "10 km from Goma"."""
    return any(parse.tokens[i].entity in PLACES for i in prepositional(parse, word.index, ("from", "of")))
