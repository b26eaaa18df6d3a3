"""In whose name somebody owns up to a deed: the Front of "a caller for the Front", "a man claimed it for the Front"."""

from collections.abc import Iterable

from geo.incidents.who.nouns.kinds import ACTORS, kind_of
from geo.lexicon import word_class
from geo.model import Parse, Token
from geo.syntax import children, prepositional

NAMES = frozenset({"name", "behalf"})


def bodies(parse: Parse, nouns: Iterable[int]) -> tuple[int, ...]:
    """Return the nouns for people or for a body: "the work of rebels", not "the work of years"."""
    return tuple(i for i in nouns if parse.tokens[i].pos == "PROPN" or kind_of(parse, i) in ACTORS)


def in_whose_name(parse: Parse, speakers: Iterable[int], verb: Token, noun: Token) -> tuple[int, ...]:
    """Return those for whom a caller owns up, none if it is no caller who does, or he names nobody.

    Parameters
    ----------
    parse, speakers
        The text, and the token indices of the nouns for who says so.
    verb, noun
        The words by which they do.
    """
    callers = tuple(i for i in speakers if parse.tokens[i].lemma in word_class("caller"))
    calling = [t.index for caller in callers for t in children(parse, caller, "acl")]  # "a caller speaking for"
    called = [t.index for i in calling for t in children(parse, i, "dobj")]  # "telephoning a paper in the name of"
    sides = [s for i in (verb.index, noun.index, *calling, *called) for s in prepositional(parse, i, ("in", "on"))]
    named = [i for s in sides if parse.tokens[s].lemma in NAMES for i in prepositional(parse, s, ("of",))]
    theirs = [i for caller in callers for i in prepositional(parse, caller, ("for", "from", "of"))]
    theirs += [i for n in calling for i in prepositional(parse, n, ("for",))]
    owned = [
        i for t in (verb, noun) for i in prepositional(parse, t.index, ("for",))
    ]  # "claimed the blast for the Front"
    wings = [i for n in owned for i in prepositional(parse, n, ("of",))]  # "for the political wing of the Front"
    return bodies(parse, (*named, *theirs, *owned, *wings)) if callers else ()
