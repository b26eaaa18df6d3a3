"""A part of a body -> whose it is: "cut off the ears of two boys", "had his hands broken"."""

from geo.lexicon import word_class
from geo.model import Parse
from geo.syntax import children, prepositional, subjects


def owners(parse: Parse, index: int) -> tuple[int, ...]:
    """Return those of whom a noun is a part of the body, nobody for "his hands", or the noun itself."""
    lemma = parse.tokens[index].lemma
    if lemma == "head" or lemma not in word_class("body_part") | word_class("limb"):  # "the head of a union"
        return (index,)
    first = parse.tokens[index].head if parse.tokens[index].dep == "conj" else index
    whose = children(parse, first, "poss")
    named = tuple(t.index for t in whose if t.tag != "PRP$")
    return named or prepositional(parse, index, ("of",)) or (() if whose else (index,))


def who_had(parse: Parse, verb: int) -> tuple[int, ...]:
    """Return who had something done to him: "had his throat cut"; nobody where nobody had."""
    token = parse.tokens[verb]
    had = token.tag == "VBN" and token.dep in {"ccomp", "acl"} and not children(parse, verb, "aux", "auxpass")
    above = token if token.dep == "ccomp" else parse.tokens[token.head]
    clause = parse.tokens[above.head]
    return tuple(subjects(parse, clause.index)) if had and clause.lemma == "have" else ()


def struck_in(parse: Parse, verb: int) -> list[int]:
    """Return in whose faces something was thrown."""
    struck = prepositional(parse, verb, ("in", "over", "into"))
    return [i for part in struck for i in owners(parse, part) if i != part]
