"""Which place a noun phrase of a movement speaks of: the place itself, or the place that its words lead to."""

from geo.cargo import load_at
from geo.lexicon import load_rows
from geo.model import Parse, Toponym
from geo.syntax import children, objects_of_preposition

Spots = dict[int, int]

NESTED = frozenset({"in", "of", "at", "near", "inside", "within", "outside", "around", "on", "across", "throughout"})
DEEPEST = 4


def spots(parse: Parse, toponyms: tuple[Toponym, ...]) -> Spots:
    """Return token index -> toponym index, for every word of a place name that may be an end of a movement.

    A name inside an organisation's name says nothing about a place, nor does one that was not resolved.
    """
    usable = [
        (t.start, t.end, number)
        for number, t in enumerate(toponyms)
        if t.place is not None and t.role != "organisation"
    ]
    return {
        token.index: number
        for start, end, number in usable
        for token in parse.tokens
        if token.start < end and start < token.end and load_at(token) is None
    }


def realm(parse: Parse, noun: int) -> str:
    """Return "state" or "territory" for a noun that stands for the country named before it, else ""."""
    return dict(load_rows("realms", ("word", "use"))).get(parse.tokens[noun].lemma, "")


def place_in(parse: Parse, noun: int, where: Spots, toponyms: tuple[Toponym, ...], depth: int = 0) -> int | None:
    """Return the toponym that a noun phrase leads to: "Gaza", "rebels in Chad", "the Chadian army", "Odessa port"."""
    if noun in where and _names_itself(parse, noun, where, toponyms):
        return where[noun]
    if depth == DEEPEST:
        return None
    for inner in _inner_nouns(parse, noun):
        found = place_in(parse, inner, where, toponyms, depth + 1)
        if found is not None:
            return found
    return _owner(parse, noun, where, ("state", "territory"))


def state_in(parse: Parse, noun: int, where: Spots) -> int | None:
    """Return the toponym of a state as an actor: "France", "the French", "the French army", "France's navy"."""
    return where[noun] if noun in where else _owner(parse, noun, where, ("state",))


def followed_by_place(parse: Parse, noun: int, where: Spots, toponyms: tuple[Toponym, ...]) -> int | None:
    """Return the place of an "in …" that comes right after a noun, wherever the parser hung it."""
    last = max((i for i in parse.tokens[noun].children if parse.tokens[i].dep in {"appos", "case"}), default=noun)
    follower = max(last, noun) + 1
    if follower >= len(parse.tokens) or parse.tokens[follower].lemma not in {"in", "inside", "across"}:
        return None
    for inner in objects_of_preposition(parse, follower):
        found = place_in(parse, inner, where, toponyms)
        if found is not None:
            return found
    return None


def _names_itself(parse: Parse, noun: int, where: Spots, toponyms: tuple[Toponym, ...]) -> bool:
    """Tell whether the noun is the place, or its people as a whole ("the Americans"), not an adjective of another."""
    return toponyms[where[noun]].role != "demonym" or parse.tokens[noun].pos in {"NOUN", "PROPN"}


def _inner_nouns(parse: Parse, noun: int) -> list[int]:
    """Return the nouns that say more closely where a noun is: after a preposition, or in apposition."""
    nested = [
        i for p in children(parse, noun, "prep") if p.lemma in NESTED for i in objects_of_preposition(parse, p.index)
    ]
    return nested + [t.index for t in children(parse, noun, "appos")]


def _owner(parse: Parse, noun: int, where: Spots, uses: tuple[str, ...]) -> int | None:
    """Return the toponym that stands before a noun as its owner or attribute, where the two mean one place."""
    owners = children(parse, noun, "poss", "amod", "compound", "nmod")
    if realm(parse, noun) not in uses:
        owners = tuple(t for t in owners if t.dep == "poss" and "territory" in uses)
    return next((where[t.index] for t in owners if t.index in where and t.head == noun), None)
