"""What is done with people days after an event, elsewhere: "policemen killed in an ambush were buried in Quetta"."""

from geo.lexicon import load_words
from geo.model import Parse
from geo.syntax import clause_of, upward

WHOM = frozenset({"nsubj", "nsubjpass", "dobj"})


def is_afterwards(parse: Parse, index: int, event: int) -> bool:
    """Tell whether a word says where or when somebody was buried, tried or freed, and an event only says of whom.

    Parameters
    ----------
    parse, index
        The text, and the token index of a place's name or of a time.
    event
        Token index of the event's trigger.
    """
    verb = clause_of(parse, index)
    if verb == event or parse.tokens[verb].lemma not in load_words("afterwards"):
        return False
    chain = upward(parse, event)
    return any(token.head == verb and token.dep in WHOM for token in chain)
