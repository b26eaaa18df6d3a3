"""What somebody is said to have died of: "two died of their injuries", "succumbed to burns"."""

from geo.lexicon import word_class
from geo.model import Parse
from geo.syntax import prepositional

OF = frozenset({"of", "from", "to"})


def died_of(parse: Parse, verb: int) -> tuple[int, ...]:
    """Return the nouns for what somebody died of, none where a word tells of no dying."""
    return tuple(prepositional(parse, verb, OF)) if parse.tokens[verb].lemma in word_class("dying") else ()
