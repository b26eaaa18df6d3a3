"""The objects of a verb of harm, where parsers hang them and where they hang them elsewhere."""

from geo.counts.people import are_people, count_one, may_be_people
from geo.model import Parse, Token
from geo.syntax import children, direct_objects
from geo.syntax.tags import PLURAL

STATED = frozenset({":", "="})  # "Killed: 4"


def objects(parse: Parse, verb: Token) -> list[int]:
    """Return the objects of a verb, with what parsers hang beside them: "33 on Monday and 12 on Tuesday"."""
    found = [*direct_objects(parse, verb.index)]
    if not found:  # "killed four, wounded 7 and took 3 prisoner"
        beside = (c for c in children(parse, verb.index, "npadvmod") if c.index == verb.index + 1)
        found = [c.index for c in beside if c.pos == "NUM"]
    if found:
        found += [c.index for c in children(parse, verb.index, "conj") if _goes_on_list(parse, c)]
    if found and count_one(parse, found[0]):
        found += [c.index for c in _strays(parse, verb) if c.pos != "PROPN" and children(parse, c.index, "cc")]
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


def is_of_counted_things(parse: Parse, number: int) -> bool:
    """Tell whether a bare number is of the things counted last: "stopped a column of 40 lorries and burned 22"."""
    token = parse.tokens[number]
    sentence = parse.tokens[parse.sentences[token.sentence].first : number]
    counted = [noun for t in sentence if t.dep == "nummod" and (noun := parse.tokens[t.head]).tag in PLURAL]
    return token.pos == "NUM" and bool(counted) and not may_be_people(parse, counted[-1].index)


def is_of_things(parse: Parse, verb: Token, number: int) -> bool:
    """Tell whether a number behind a mark counts what is no people: "Houses burned: 34"."""
    named = children(parse, verb.index, "nsubj", "nsubjpass")
    return parse.tokens[number - 1].text in STATED and any(not are_people(parse, t.index) for t in named)


def _strays(parse: Parse, verb: Token) -> list[Token]:
    """Return what parsers hang beside a verb, or on its subject, of a list that is the verb's object."""
    asides = [c for s in children(parse, verb.index, "nsubj") for c in children(parse, s.index, "appos")]
    return [*children(parse, verb.index, "npadvmod"), *(c for c in asides if c.index > verb.index)]


def _goes_on_list(parse: Parse, token: Token) -> bool:
    """Tell whether parsers hung the end of a list on its verb: "kidnapped a couple and their driver"."""
    listed = token.pos == "NOUN" and bool(children(parse, token.index, "det", "poss", "nummod"))
    return token.pos == "NUM" or (listed and are_people(parse, token.index))
