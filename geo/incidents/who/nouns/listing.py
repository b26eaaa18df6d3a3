"""The members of a list that parsers take for asides: "damaged the exchange, a hotel, two clinics and a shop"."""

from geo.incidents.who.nouns.kinds import PERSONS, THINGS, kind_of
from geo.incidents.who.nouns.naming import COUNTING
from geo.model import Parse, Token
from geo.syntax import children, conjuncts, prepositional
from geo.syntax.tags import NOUNS, PLURAL

LEAST = 2  # further members that make a list; one alone is an aside: "the hotel, a landmark"
SOME = frozenset({"some", "several", "many", "most", "both"})
OWN = ("det", "nummod", "poss", "amod", "compound")


def members(parse: Parse, index: int) -> tuple[int, ...]:
    """Return a noun and the members of the list that it begins, those too that hang on it as asides.

    An aside says who one is ("Ana Ruiz, a lawyer and activist"); further members are of the same sort as the first,
    people by name or things, and "and" or semicolons join them.
    """
    plain = (*conjuncts(parse, index), *_hung_on_place(parse, index))
    first = parse.tokens[index]
    asides = [i for n in plain for t in children(parse, n, "appos") for i in conjuncts(parse, t.index) if i > index]
    named = asides[:1] if asides and _is_person(parse.tokens[asides[0]]) and first.pos == "NOUN" else []
    asides = asides[len(named) :]  # without the mayor's own name in "the mayor, Ana Ruiz, and two guards"
    listed = [i for i in asides if _is_alike(parse, first, parse.tokens[i])]
    joined = any(children(parse, i, "cc") for i in (*plain, *named, *listed))
    few = len(plain) + len(listed) <= LEAST and not (named and first.tag == "NN")
    several = first.tag in PLURAL  # whom the asides tell one by one: "three vehicles, a bus, a car and a van"
    if not listed or few or not joined or several:
        return plain
    if any(t.text == ":" for t in parse.tokens[index : listed[0]]):
        return plain
    return tuple(sorted({*plain, *listed}))


def some_of(parse: Parse, index: int) -> tuple[int, ...]:
    """Return those of whom a word for a number takes some: "some of our boys", "a number of shops and houses".

    Any other word is itself.
    """
    token = parse.tokens[index]
    number = token.pos == "NUM" or token.lemma in SOME
    of = prepositional(parse, index, ("of",)) if number or token.lemma in COUNTING else ()
    return of if (number and of) or len(of) > 1 else (index,)


def _hung_on_place(parse: Parse, index: int) -> tuple[int, ...]:
    """Return the people whom parsers list with a place: those after "the mayor of Tambo, his wife and a guard"."""
    places = (t for t in children(parse, index, "prep") if t.lemma in {"of", "in", "from"})
    names = [p for t in places for p in children(parse, t.index, "pobj") if p.pos == "PROPN"]
    named = (i for p in names for i in conjuncts(parse, p.index)[1:])
    own = (i for i in named if children(parse, i, "poss", "det", "nummod"))
    return tuple(i for i in own if kind_of(parse, i) in PERSONS) if kind_of(parse, index) in PERSONS else ()


def _is_alike(parse: Parse, first: Token, other: Token) -> bool:
    own = bool(children(parse, other.index, *OWN))
    if _is_person(first):
        several = other.tag == "NNS" or bool(children(parse, other.index, "poss", "nummod"))
        return _is_person(other) or (several and kind_of(parse, other.index) in PERSONS)
    if kind_of(parse, first.index) in {*PERSONS, "government"}:  # nobody is a thing: "the guards, the hall, and"
        return _is_person(other) or (own and kind_of(parse, other.index) in PERSONS | THINGS)
    kinds = {kind_of(parse, first.index), kind_of(parse, other.index)}
    alike = {*THINGS, "unknown"} if kind_of(parse, first.index) not in THINGS else {*THINGS, *PERSONS, "unknown"}
    return other.pos in NOUNS and own and kinds <= alike and bool(kinds & THINGS)


def _is_person(token: Token) -> bool:
    return token.pos == "PROPN" and token.entity == "PERSON"


def shared_objects(parse: Parse, verb: int) -> list[int]:
    """Return the object of a verb that stands only behind the one joined to it: "have arrested and charged three men".

    Parameters
    ----------
    parse, verb
        The text, and the token index of the first verb.
    """
    token = parse.tokens[verb]
    if children(parse, verb, "dobj", "prep", "prt", "nsubjpass", "auxpass"):
        return []
    joined = [t for t in children(parse, verb, "conj") if t.tag == token.tag and t.index == verb + 2]
    return [i for t in joined for o in children(parse, t.index, "dobj") for i in members(parse, o.index)]
