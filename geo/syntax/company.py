"""Those who share what somebody does or suffers: "along with two guards", "was killed with his wife"."""

from geo.model import Parse
from geo.syntax.walks import children, objects_of_preposition

BESIDES = frozenset({"along", "together", "addition", "alongside"})  # "along with two guards"
JOINED = ("prep", "advmod", "cc")
OTHERS = frozenset({"other", "others", "fellow"})


def beside(parse: Parse, holder: int) -> tuple[int, ...]:
    """Return the nouns of "together with", "along with" and "alongside", whichever word parsers hang on the other."""
    words = children(parse, holder, *JOINED)
    found = [t for t in words if any(c.lemma in BESIDES for c in children(parse, t.index))]
    found += [c for t in words if t.lemma in BESIDES for c in (t, *children(parse, t.index))]
    return tuple(dict.fromkeys(i for t in found for i in objects_of_preposition(parse, t.index)))


def with_own(parse: Parse, verb: int) -> tuple[int, ...]:
    """Return the nouns of "was killed with his wife and two sons", "was arrested with three others".

    Parameters
    ----------
    parse, verb
        The text, and the token index of what befell somebody; whoever does something to others may do it with his gun.
    """
    if children(parse, verb, "dobj"):
        return ()
    links = (t for t in children(parse, verb, "prep") if t.lemma == "with")
    firsts = (noun for link in links for noun in children(parse, link.index, "pobj"))
    own = [t for t in firsts if _is_of_his(parse, t.index) and not children(parse, t.index, "acl", "relcl")]
    return tuple(i for t in own for i in objects_of_preposition(parse, t.head))


def _is_of_his(parse: Parse, noun: int) -> bool:
    owner = any(t.tag == "PRP$" for t in children(parse, noun, "poss"))
    return owner or not OTHERS.isdisjoint(t.lemma for t in (parse.tokens[noun], *children(parse, noun, "amod")))
