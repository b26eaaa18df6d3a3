"""What is done with people days after an event, elsewhere: "policemen killed in an ambush were buried in Quetta"."""

from geo.lexicon import load_words, word_class
from geo.model import Parse
from geo.syntax import ancestors, clause_of

WHOM = frozenset({"nsubj", "nsubjpass", "dobj"})


def is_afterwards(parse: Parse, index: int, event: int) -> bool:
    """Tell whether a word says where or when somebody was buried, tried or freed, and an event only says of whom.

    Parameters
    ----------
    parse
        The text.
    index
        Token index of a place's name or of a time.
    event
        Token index of the event's trigger.
    """
    verb = clause_of(parse, index)
    if verb == event or parse.tokens[verb].lemma not in load_words("afterwards"):
        return False
    chain = (parse.tokens[event], *ancestors(parse, event))
    return any(token.head == verb and token.dep in WHOM for token in chain)


def is_in_care(parse: Parse, index: int, _: int) -> bool:
    """Tell whether a name is that of a hospital, or of where one is, that people were taken to or died in.

    Parameters
    ----------
    parse
        The text.
    index
        Token index of a place's name.
    """
    over = (parse.tokens[index], *ancestors(parse, index))
    verb = clause_of(parse, index)
    noun = any(
        t.lemma.lower() in word_class("hospital") for t in over if t.index != verb and clause_of(parse, t.index) == verb
    )
    return noun and parse.tokens[verb].lemma in word_class("cared_for")
