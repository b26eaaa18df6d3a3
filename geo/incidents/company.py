"""Who did or suffered a deed beside those whom it names first: "together with soldiers", "among them a midwife"."""

from collections.abc import Iterable

from geo.incidents.kinds import kind_of
from geo.model import Parse
from geo.syntax import children, objects_of_preposition, prepositional

BESIDES = frozenset({"along", "together", "addition", "alongside"})  # "along with two guards"
JOINED = ("prep", "advmod", "cc")
PEOPLE = frozenset({"person", "civilians", "state_force", "group", "government"})


def with_doers(parse: Parse, doers: Iterable[int]) -> list[int]:
    """Return those with whom doers did a deed: "militiamen, together with soldiers of the army, seized".

    Parameters
    ----------
    parse
        The text.
    doers
        Token indices of the nouns for them.
    """
    return [i for doer in doers for i in _beside(parse, doer)]


def with_sufferers(parse: Parse, deed: int, sufferers: Iterable[int]) -> list[int]:
    """Return whom a deed befell beside others: "along with two guards", "including a nurse".

    Parameters
    ----------
    parse
        The text.
    deed
        Token index of the word for the deed.
    sufferers
        Token indices of the nouns for those whom it names first; where there are none, nobody is beside them.
    """
    first = tuple(sufferers)
    holders = (deed, *first) if first else ()
    found = [i for n in holders for i in prepositional(parse, n, ("include",))]
    found += [i for n in holders for i in _beside(parse, n)]
    return [i for i in found if kind_of(parse, i) in PEOPLE or parse.tokens[i].pos == "PROPN"]


def _beside(parse: Parse, holder: int) -> tuple[int, ...]:
    """Return the nouns of "together with", "along with" and "alongside", whichever word parsers hang on the other."""
    words = children(parse, holder, *JOINED)
    found = [t for t in words if any(c.lemma in BESIDES for c in children(parse, t.index))]
    found += [c for t in words if t.lemma in BESIDES for c in (t, *children(parse, t.index))]
    return tuple(dict.fromkeys(i for t in found for i in objects_of_preposition(parse, t.index)))
