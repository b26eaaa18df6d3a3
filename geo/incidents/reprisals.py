"""Where and when that was for which a deed was done: "claimed the bombing as revenge for a killing in Herat in May"."""

from itertools import takewhile

from geo.lexicon import word_class
from geo.model import Parse, Token
from geo.syntax import ancestors

ANSWERS = frozenset({"for", "to"})  # "in retaliation for", "in response to"


def is_of_reprisal(parse: Parse, index: int, event: int) -> bool:
    """Tell whether a word belongs to what a deed answered, and an event is the deed.

    Parameters
    ----------
    parse, index
        The text, and the token index of a place's name or of a time.
    event
        Token index of the event's trigger.
    """
    paid = {t.index for t in ancestors(parse, index) if t.dep == "prep" and answers(parse, t)}
    back = (parse.tokens[i] for i in range(index - 1, event, -1))
    behind = takewhile(lambda t: t.pos != "PUNCT", back)  # wherever it hangs
    paid |= {t.index for t in behind if t.dep == "prep" and answers(parse, t)}
    return bool(paid) and paid.isdisjoint(t.index for t in ancestors(parse, event))


def answers(parse: Parse, preposition: Token) -> bool:
    """Tell whether a deed is told by a preposition for which another was done, wherever parsers hang it.

    Parameters
    ----------
    parse, preposition
        The text, and "for" or "to".
    """
    beside = {parse.tokens[preposition.head].lemma, parse.tokens[preposition.index - 1].lemma}
    return preposition.lemma in ANSWERS and not beside.isdisjoint(word_class("answer"))
