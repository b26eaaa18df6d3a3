"""Who did or suffered a deed beside those whom it names first: "together with soldiers", "among them a midwife"."""

from collections.abc import Iterable
from itertools import takewhile

from geo.incidents.who.nouns.kinds import ACTORS, kind_of
from geo.model import Parse, Token
from geo.syntax import children, prepositional
from geo.syntax.company import beside, with_own
from geo.syntax.tags import FINITE, MAY_BE_PERSON

LONGEST = 8  # words of a name and its titles
LEAST = 2  # people by name that make a list
MARKS = frozenset({":", ",", ";", "and"})


def with_doers(parse: Parse, doers: Iterable[int]) -> list[int]:
    """Return those with whom doers did a deed: "militiamen, together with soldiers of the army, seized"."""
    return [i for doer in doers for i in beside(parse, doer)]


def with_sufferers(parse: Parse, deed: int, sufferers: Iterable[int]) -> list[int]:
    """Return whom a deed befell beside others: "along with two guards", "including a nurse".

    Parameters
    ----------
    parse, deed
        The text, and the token index of the word for the deed.
    sufferers
        Token indices of the nouns for those whom it names first; where there are none, nobody is beside them.
    """
    first = tuple(sufferers)
    holders = (deed, *first) if first else ()
    torn = [t.index for t in children(parse, deed, "nsubj")] if first else []  # "a bomb killed two, including a nurse"
    found = [i for n in (*holders, *torn) for i in prepositional(parse, n, ("include",)) if n not in torn or i > deed]
    found += [i for n in holders for i in beside(parse, n)]
    found += with_own(parse, deed) if first else ()
    found = [i for i in found if kind_of(parse, i) in ACTORS or parse.tokens[i].pos == "PROPN"]
    return [*found, *_named_after_colon(parse, max(holders, default=0), first)]


def _named_after_colon(parse: Parse, after: int, sufferers: tuple[int, ...]) -> list[int]:
    """Return the people whom a list at the end of a sentence names: "killed two nurses: Ana Ruiz, 30, and Eva Rey"."""
    if not any(parse.tokens[i].tag == "NNS" and kind_of(parse, i) in ACTORS for i in sufferers):
        return []
    rest = parse.tokens[after : parse.sentences[parse.tokens[after].sentence].last]
    colon = next((n for n, t in enumerate(rest) if t.text == ":"), len(rest))
    told = any(t.tag in FINITE for t in rest[colon:])
    named = [] if told else [last for mark in rest[colon:] if mark.text in MARKS and (last := _name_after(parse, mark))]
    return [t.index for t in named] if sum(t.entity == "PERSON" for t in named) >= LEAST else []


def _name_after(parse: Parse, mark: Token) -> Token | None:
    """Return the last word of a name of at least two that stands right after a mark."""
    name = list(takewhile(lambda t: t.pos == "PROPN", parse.tokens[mark.index + 1 : mark.index + LONGEST]))
    return name[-1] if len(name) > 1 and name[-1].entity in MAY_BE_PERSON else None
