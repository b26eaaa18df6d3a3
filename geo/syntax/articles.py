"""What the small words before a noun say of it: that it is known, or that there is none."""

from geo.model import Parse
from geo.syntax.tags import POINTERS
from geo.syntax.walks import children

OR = frozenset({"or", "nor"})


def has_no(parse: Parse, noun: int) -> bool:
    """Tell whether "no" stands before a noun, or before the first of its list: "no soldiers", "no group or person"."""
    own, first = children(parse, noun, "det", "poss", "nummod"), parse.tokens[parse.tokens[noun].head]
    if not own and parse.tokens[noun].dep == "conj" and any(t.lemma in OR for t in children(parse, first.index, "cc")):
        return has_no(parse, first.index)
    return any(t.lemma == "no" for t in own)


def is_known(parse: Parse, noun: int) -> bool:
    """Tell whether a noun's article speaks of it as known: "the attack", "these men"."""
    return any(t.lemma in POINTERS for t in children(parse, noun, "det"))


def may_end_name(parse: Parse, noun: int) -> bool:
    """Tell whether a noun may be a family name: with a capital, without an article, after a name: "Alan Church"."""
    token = parse.tokens[noun]
    named = token.entity == "PERSON" or any(t.pos == "PROPN" for t in children(parse, noun, "compound"))
    capital = token.tag != "NNS" and parse.text[token.start].isupper()
    return named and capital and not children(parse, noun, "det", "poss", "nummod", "amod")


def is_not_one(parse: Parse, noun: int) -> bool:
    """Tell whether a noun begins with "not one" or "not a single"."""
    own = children(parse, noun, "nummod", "amod", "det", "neg")
    if not any(t.lemma in {"one", "single"} for t in own):
        return False
    return any(t.lemma == "not" for c in (*own, parse.tokens[noun]) for t in children(parse, c.index, "neg"))
