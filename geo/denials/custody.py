"""Whether a clause says that somebody is held, by those who speak: "holding him", "had been in their custody"."""

from geo.model import Parse, Token
from geo.syntax import by_prepositions, children

HOLDS = frozenset({"hold", "have", "detain", "arrest", "keep", "take", "abduct", "kidnap", "seize"})


def is_of_holding(parse: Parse, clause: Token) -> bool:
    """Tell whether a clause is of holding those of whom was told: "holding him", "are in its custody".

    Parameters
    ----------
    parse, clause
        The text, and its verb.
    """
    known = any(t.tag == "PRP" for t in children(parse, clause.index, "dobj"))
    return (clause.lemma in HOLDS and known) or any(t.lemma == "custody" for t in by_prepositions(parse, clause.index))
