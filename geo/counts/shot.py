"""Whom a shot killed, as what is done with them before or after it says: "dragged him out and shot him"."""

from geo.counts.deaths import Sufferers
from geo.counts.patients import patients, prepositional_heads
from geo.counts.words import Entry, entries, has_form
from geo.lexicon import word_class
from geo.model import Parse, Token
from geo.syntax import children, first_joined, is_passive

LINES = frozenset({"line"})  # "lined up and shot"
AT = frozenset({"at", "by", "beside", "against", "in"})
INTO = ("in", "through")
BEFORE = frozenset({"before", "front"})  # "in front of the villagers"


def laid_low(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield whom a shot killed: who was lined up or dragged out before, buried after it, or shot before onlookers.

    Who was found shot is dead. Hostages are shot dead, too, unless more is said of them.

    Parameters
    ----------
    parse, token
        The text, and a verb of shooting.
    entry
        What the lexicon says of it.
    """
    beside = _beside(parse, token)
    buried = any(_buries(parse, token, verb) for verb in beside)
    killed = buried or any(_subdues(parse, token, verb) for verb in beside) or _is_watched(parse, token)
    found = _is_found(parse, token)
    for head in patients(parse, token):
        at_mercy = parse.tokens[head].lemma in word_class("at_mercy")  # hostages
        if buried or found or ((killed or at_mercy) and not _lives(parse, token)):
            yield entry.effect, head


def _is_found(parse: Parse, shot: Token) -> bool:
    """Tell whether people were found shot, and not "found shot in the leg"."""
    found = shot.dep in {"oprd", "xcomp"} and parse.tokens[shot.head].lemma == "find"
    return found and not any(has_form(parse.tokens[i], "body") for i in prepositional_heads(parse, shot, INTO))


def _beside(parse: Parse, verb: Token) -> list[Token]:
    """Return the verbs that a verb is joined to, or that are joined to it."""
    found = [first_joined(parse, verb)]
    for each in found:
        found += children(parse, each.index, "conj")
    return [each for each in found if each is not verb and each.pos == "VERB"]


def _buries(parse: Parse, shot: Token, verb: Token) -> bool:
    """Tell whether a verb is one of lining people up, before, or of getting rid of the dead, after."""
    if verb.lemma in LINES:
        return bool(children(parse, verb.index, "prt"))
    into = prepositional_heads(parse, verb, ("in", "into", "down"))
    rid = has_form(verb, "burying") or any(parse.tokens[i].lemma in word_class("grave") for i in into)
    return rid and verb.index > shot.index


def _subdues(parse: Parse, shot: Token, verb: Token) -> bool:
    """Tell whether people are taken hold of before they are shot: "dragged him out and shot him"."""
    again = any(t.tag == "PRP" for t in children(parse, shot.index, "dobj"))
    same = again or is_passive(parse, verb.index)
    return same and verb.index < shot.index and verb.lemma in word_class("subdues")


def _is_watched(parse: Parse, shot: Token) -> bool:
    """Tell whether people are shot where others look on ("in front of his sons"), or at the roadside."""
    for before in children(parse, shot.index, "prep"):
        if before.lemma in AT and any(t.lemma in word_class("wayside") for t in children(parse, before.index, "pobj")):
            return True
        inner = children(parse, before.index, "pobj") if before.lemma == "in" else (before,)
        for front in (t for t in inner if t.lemma in BEFORE):
            of = (front, *(t for t in children(parse, front.index, "prep") if t.lemma == "of"))
            nouns = [c for t in of for c in children(parse, t.index, "pobj")]
            if any(t.lemma in word_class("onlooker") for t in nouns):
                return True
    return False


def _lives(parse: Parse, shot: Token) -> bool:
    """Tell whether more is said of those who were shot, who then were only hurt: "shot and wounded", "in the leg"."""
    rest = parse.tokens[shot.index + 1 : parse.sentences[shot.sentence].last]
    return any(e.effect == "injured" for t in rest for e in entries().get(t.lemma, ()))
