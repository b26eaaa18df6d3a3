"""What a verb of movement is done to, and whether others move what it speaks of."""

from geo.model import Parse
from geo.routes.triggers import Trigger
from geo.routes.words import has_mark
from geo.syntax import children, is_passive
from geo.syntax.tags import PAST

DONE = frozenset({"move", "send", "provide", "load", "sell", "drop"})  # frames of what is done to a cargo


def moved_by(parse: Parse, verb: int) -> tuple[int, ...]:
    """Return what a verb is done to, also behind "had them driven to"."""
    token = parse.tokens[verb]
    caused = token.tag in PAST and token.dep == "ccomp" and parse.tokens[token.head].lemma in {"have", "get"}
    return tuple(t.index for t in children(parse, verb, "dobj", "nsubjpass", *(("nsubj",) if caused else ())))


def is_moved(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether what a verb speaks of is moved by others, also behind "and": "are recruited here and walked to"."""
    if is_passive(parse, trigger.token):
        return True
    token = parse.tokens[trigger.token]
    done = trigger.frame in DONE or has_mark(token, "afoot")
    shares = token.dep == "conj" and token.tag in PAST and not children(parse, token.index, "nsubj", "dobj", "aux")
    return done and shares and is_passive(parse, token.head)


def moves_something(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether a verb has an object that it moves, even where it was read as the object's attribute."""
    return bool(children(parse, trigger.token, "dobj")) or parse.tokens[trigger.token].dep in {"amod", "compound"}
