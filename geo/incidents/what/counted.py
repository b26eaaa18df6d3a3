"""An event that is counted among others of its kind right after it was told: "…, the fourth killing of a mayor"."""

from geo.model import Parse, Token, Trigger
from geo.syntax import children, subtree

ASIDE = frozenset({"appos", "npadvmod", "dobj", "conj", "attr", "dep", "oprd", "ROOT"})


def is_counted(parse: Parse, noun: Trigger, others: tuple[Trigger, ...]) -> bool:
    """Tell whether a noun after a comma only says the how many-th or how grave an event is that was just told.

    Parameters
    ----------
    parse
        The text.
    noun
        A trigger.
    others
        The triggers of its sentence.
    """
    token = parse.tokens[noun.index]
    if not noun.noun or token.tag != "NN" or token.dep not in ASIDE or not _is_numbered(parse, token):
        return False
    first = subtree(parse, noun.index)[0]
    return first > 0 and parse.tokens[first - 1].text == "," and any(t.index < first for t in others)


def _is_numbered(parse: Parse, token: Token) -> bool:
    """Tell whether a noun is "the second", "the deadliest" or "the latest" of its kind."""
    the = any(t.lemma in {"the", "a"} for t in children(parse, token.index, "det"))
    beside = children(parse, token.index, "amod")
    return the and any(t.entity == "ORDINAL" or t.tag == "JJS" or t.text.lower() == "latest" for t in beside)
