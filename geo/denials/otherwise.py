"""Those told of as harmed who were not, as a speaker has it: an answer, where his side is said to have done it."""

from geo.denials.others_did import harms
from geo.denials.words import OWN_POSSESSIVES, marked
from geo.model import Parse, Token
from geo.syntax import by_prepositions, children, is_negated, is_passive, subjects, subtree
from geo.syntax.tags import NOBODY, PRONOUNS, UNSAID

HELD_IN = frozenset({"custody", "hand"})


def says_unharmed(parse: Parse, verb: Token) -> tuple[int, ...]:
    """Return who says that nobody was harmed: "the chief said the boy was never in police hands", none else.

    What a speaker says of his own side ("none of its men was hurt") is none of it.

    Parameters
    ----------
    parse, verb
        The text, and a verb of saying.
    """
    if verb.lemma not in marked("says") or is_negated(parse, verb.index) or is_passive(parse, verb.index):
        return ()
    who = tuple(i for i in subjects(parse, verb.index) if parse.tokens[i].tag not in PRONOUNS)
    return who if any(_is_unharmed(parse, c) for c in children(parse, verb.index, "ccomp")) else ()


def _is_unharmed(parse: Parse, clause: Token) -> bool:
    whom = children(parse, clause.index, "nsubj", "nsubjpass")
    own = any(parse.tokens[i].lemma in OWN_POSSESSIVES for n in whom for i in subtree(parse, n.index))
    if own or {t.text.lower() for t in children(parse, clause.index, "aux")} & UNSAID:
        return False
    if any(n.lemma in NOBODY for n in whom):
        return clause.lemma in harms() - {"do"}  # "nothing had been done to protect them"
    harmed = clause.lemma in harms() and is_passive(parse, clause.index)
    held = any(t.lemma in HELD_IN for t in by_prepositions(parse, clause.index))
    return is_negated(parse, clause.index) and (harmed or held)
