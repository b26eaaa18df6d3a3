"""An event that is counted among others of its kind right after it was told: "…, the fourth killing of a mayor"."""

from itertools import pairwise

from geo.model import Parse, Token, Trigger
from geo.syntax import ancestors, children, subtree
from geo.syntax.tags import NOUN_CLAUSES

COUNTED_OVER = 8  # words behind a noun that may say over what time its like are counted
SPANS = frozenset(
    (this, span) for this in ("this", "the", "last", "past") for span in ("year", "quarter", "month", "season")
)
LATEST = frozenset({"late", "latest", "last", "recent"})
ASIDE = frozenset({"appos", "npadvmod", "dobj", "conj", "attr", "dep", "oprd", "ROOT"})


def is_counted(parse: Parse, noun: Trigger, others: tuple[Trigger, ...]) -> bool:
    """Tell whether a noun after a comma only says the how many-th or how grave an event is that was just told.

    Parameters
    ----------
    parse, noun
        The text, and a trigger.
    others
        The triggers of its sentence.
    """
    token = parse.tokens[noun.index]
    if noun.noun and any(t.index < noun.index for t in others) and _is_of_run(parse, token):
        return True
    if not noun.noun or token.tag != "NN" or token.dep not in ASIDE or not _is_numbered(parse, token):
        return False
    first, *_, last = subtree(parse, noun.index)
    if any(t.entity == "ORDINAL" for t in children(parse, token.index, "amod")) and _is_of_year(parse, first, last):
        return True
    return first > 0 and parse.tokens[first - 1].text == "," and any(t.index < first for t in others)


def _is_of_run(parse: Parse, deeds: Token) -> bool:
    """Tell whether deeds are those of which the one just told was the last: "the latest in a series of attacks"."""
    above = [t.lemma for t in ancestors(parse, deeds.index)]
    return deeds.tag == "NNS" and above[:1] == ["of"] and any(a == "in" and b in LATEST for a, b in pairwise(above))


def _is_of_year(parse: Parse, first: int, last: int) -> bool:
    """Tell whether the time over which its like are counted follows: "the fifth kidnapping of a doctor this year"."""
    after = [t.text.lower() for t in parse.tokens[first : last + COUNTED_OVER]]
    return any((one, two) in SPANS for one, two in pairwise(after))


def _is_numbered(parse: Parse, token: Token) -> bool:
    """Tell whether a noun is "the second" or "the deadliest" of its kind."""
    the = any(t.lemma in {"the", "a"} for t in children(parse, token.index, "det"))
    beside = (token, *children(parse, token.index, "amod"))
    opens = any(t.index in {s.first for s in parse.sentences} for t in beside)  # "Fifth kidnapping this year."
    return (the or opens) and any(t.entity == "ORDINAL" or t.tag == "JJS" for t in beside)


def is_nth(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether a verb only counts somebody told of among those whom the same befell: "is the third mayor killed".

    Parameters
    ----------
    parse, trigger
        The text, and an event's main word.
    """
    verb = parse.tokens[trigger.index]
    noun = parse.tokens[verb.head]
    of_noun = not trigger.noun and verb.dep in NOUN_CLAUSES and verb.tag == "VBN"
    return of_noun and noun.dep in {"attr", "appos"} and _is_numbered(parse, noun)  # "the sixth to be killed"
