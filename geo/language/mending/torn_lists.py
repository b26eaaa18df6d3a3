"""Lists of things at places, whose second thing parsers hang on the verb or on the place before it, and of two sides.

In "jets bombed a depot in Adra and a bridge near Homs" the bridge is a second deed, or stands beside Adra. In "the army
and Hutu rebels clashed" the rebels are of the army and of the Hutu.
"""

from collections.abc import Sequence
from functools import cache

from geo.language.mending.hanging import Hung, mending, place_of
from geo.lexicon.shared import nouns_of
from geo.model import Token
from geo.syntax.tags import COMMON_NOUNS

NAMED = "PROPN"


@mending
def with_whole_lists(tokens: Sequence[Token], thing: Token) -> Hung:
    """Return a thing and the word that joins it as of the nearest object of its verb before it, if there is one."""
    counted = thing.dep == "conj" and any(tokens[i].dep in {"det", "nummod"} for i in thing.children)
    if not counted or thing.tag not in COMMON_NOUNS:
        return {}
    above = tokens[thing.head]
    if above.pos == NAMED and above.dep == "pobj":
        above = tokens[tokens[above.head].head]
        above = tokens[above.head] if above.dep == "dobj" else above  # "a depot in Adra", where "in" hangs on the depot
    objects = [i for i in above.children if tokens[i].dep == "dobj" and i < thing.index]
    if above.pos != "VERB" or not objects or tokens[objects[-1]].tag not in COMMON_NOUNS:
        return {}
    joins = [i for i in tokens[thing.head].children if tokens[i].dep == "cc" and objects[-1] < i < thing.index]
    if not joins:
        return {}  # "14 people, three of them policemen"
    return {thing.index: ("conj", objects[-1]), **dict.fromkeys(joins, ("cc", objects[-1]))}


@mending
def with_sides(tokens: Sequence[Token], first: Token) -> Hung:
    """Return a side as the head of a list, beside which the other stands under its own name."""
    if first.dep not in {"nmod", "compound"} or first.lemma not in _sides() or first.tag not in COMMON_NOUNS:
        return {}
    last = tokens[first.head]
    named = [i for i in first.children if tokens[i].dep == "conj"]
    if last.index < first.index or len(named) != 1 or named[0] != last.index - 1:
        return {}
    own = first.tag == "NNS" or any(
        tokens[i].dep == "det" for i in (*first.children, *last.children) if i < first.index
    )
    before: Hung = {i: (tokens[i].dep, first.index) for i in last.children if i < first.index}
    hung = {first.index: place_of(last, first), last.index: ("conj", first.index), named[0]: ("compound", last.index)}
    return before | hung if own else {}


@cache
def _sides() -> frozenset[str]:
    return nouns_of("group", "state_force", "civilians", "person", "government")
