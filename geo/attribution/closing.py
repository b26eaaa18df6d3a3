"""Who says it stands at the end, and parsers take it for more of the same: "Nine killed in blast, police say"."""

from geo.model import Parse, Token
from geo.syntax import children, subtree


def told_before(parse: Parse, verb: Token) -> list[int]:
    """Return the tokens of what is told before its speaker and a verb of saying, none where neither is misread.

    Parameters
    ----------
    parse, verb
        The text, and the verb of saying.
    """
    head = headline(parse, verb)
    if head is not None:
        return list(subtree(parse, head.index))
    comma = _closing_comma(parse, verb)
    return [] if comma is None else list(range(parse.sentences[verb.sentence].first, comma))


def headline(parse: Parse, verb: Token) -> Token | None:
    """Return what a headline tells where it was read as a second subject: "Nine killed in blast, police say".

    Parameters
    ----------
    parse, verb
        As for `told_before`.
    """
    first, *others = children(parse, verb.index, "nsubj") or (verb,)
    told = any(c.tag == "VBN" for c in children(parse, first.index, "acl"))
    return first if others and told else None


def _closing_comma(parse: Parse, verb: Token) -> int | None:
    """Return the comma before who says it, where that was read as one more clause: "was sent, experts said in May"."""
    subjects = children(parse, verb.index, "nsubj")
    told = ("ccomp",) if verb.lemma == "tell" else ("ccomp", "dobj")  # whom it is told may stand behind
    beside = verb.dep == "conj" or (verb.dep == "advcl" and not children(parse, verb.index, "mark", "advmod"))
    if not beside or len(subjects) != 1 or children(parse, verb.index, *told):
        return None
    before = min(subtree(parse, subjects[0].index)[0], verb.index) - 1  # "…, said a survivor"
    return before if before > verb.head and parse.tokens[before].text == "," else None
