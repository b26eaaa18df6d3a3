"""The objects of a verb of harm, where parsers hang them and where they hang them elsewhere."""

from geo.counts.people import are_people, count_one
from geo.model import Parse, Token
from geo.syntax import ancestors, children, conjuncts, subtree

STATED = frozenset({":", "="})  # "Killed: 4"


def objects(parse: Parse, verb: Token) -> list[int]:
    """Return the objects of a verb, with what parsers hang beside them: "33 on Monday and 12 on Tuesday".

    As many names as were counted say who they were: "killed two nurses, Ana and Eva".
    """
    found = [c.index for c in children(parse, verb.index, "dobj")] or _torn_off(parse, verb)
    if not found:  # "killed four, wounded 7 and took 3 prisoner"
        beside = (c for c in children(parse, verb.index, "npadvmod") if c.index == verb.index + 1)
        found = [c.index for c in beside if _is_bare_number(parse, c) and c.entity in {"", "CARDINAL"}]
    if found:
        found += [c.index for c in children(parse, verb.index, "conj") if _goes_on_list(parse, c)]
    first = count_one(parse, found[0]) if found else None
    if first:
        strays = [c for c in _strays(parse, verb) if children(parse, c.index, "cc")]
        found += [c.index for c in strays if c.pos != "PROPN" or len(conjuncts(parse, c.index)) != first.best]
    return found


def meant_by_them(parse: Parse, verb: Token, index: int) -> int:
    """Return for "them" the object of a verb that this one goes on from: "lined up nine youths and shot them"."""
    if parse.tokens[index].text.lower() != "them":
        return index
    while verb.dep == "conj" and verb.head != verb.index:
        verb = parse.tokens[verb.head]
        named = [t.index for t in children(parse, verb.index, "dobj") if t.pos in {"NOUN", "PROPN", "NUM"}]
        if named:
            return named[0] if are_people(parse, named[0]) else index
    return index


def is_of_things(parse: Parse, verb: Token, number: int) -> bool:
    """Tell whether a number behind a mark counts what is no people: "Houses burned: 34"."""
    marked = parse.tokens[number].pos == "NUM" and parse.tokens[number - 1].text in STATED
    return marked and any(not are_people(parse, t.index) for t in children(parse, verb.index, "nsubj", "nsubjpass"))


def _torn_off(parse: Parse, verb: Token) -> list[int]:
    """Return the object that the parser took for the subject of the verb of saying after it."""
    if verb.tag != "VBG" or verb.index + 1 >= len(parse.tokens):
        return []
    after = parse.tokens[verb.index + 1]
    heads = (t for t in (after, *ancestors(parse, after.index)) if t.dep in {"nsubj", "nsubjpass"})
    head = next((t.index for t in heads if t.index > verb.index), None)
    return [head] if head is not None and _takes_object_of(parse, head) else []


def _takes_object_of(parse: Parse, index: int) -> bool:
    """Tell whether a noun that is taken for a subject is the object of a participle right before it.

    Parsers tear them apart in "a raid killing 90 people, witnesses said", where "people" becomes the subject of "said".
    """
    first = parse.tokens[subtree(parse, index)[0]]
    before = parse.tokens[first.index - 1] if first.index else first
    return before.tag == "VBG" and before.pos == "VERB" and not children(parse, before.index, "dobj", "prep", "ccomp")


def _strays(parse: Parse, verb: Token) -> list[Token]:
    """Return what parsers hang beside a verb, or on its subject, of a list that is the verb's object."""
    asides = [c for s in children(parse, verb.index, "nsubj") for c in children(parse, s.index, "appos")]
    return [*children(parse, verb.index, "npadvmod"), *(c for c in asides if c.index > verb.index)]


def _goes_on_list(parse: Parse, token: Token) -> bool:
    """Tell whether parsers hung the end of a list on its verb: "kidnapped a couple and their driver"."""
    listed = token.pos == "NOUN" and bool(children(parse, token.index, "det", "poss", "nummod"))
    return _is_bare_number(parse, token) or (listed and are_people(parse, token.index))


def _is_bare_number(parse: Parse, token: Token) -> bool:
    return token.pos == "NUM" and not children(parse, token.index, "acl", "amod")
