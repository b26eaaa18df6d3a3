"""Verbs that are no words of movement, and move something by their directions: "petrol bleeds from Gao into Niger"."""

from functools import cache

from geo.lexicon.triggers import trigger_rows
from geo.model import Parse, Sentence, Token
from geo.routes.directions import Phrase, phrases
from geo.routes.triggers import Trigger, leads
from geo.routes.whereabouts import Spots
from geo.routes.words import has_mark
from geo.syntax import ancestors, is_passive
from geo.syntax.tags import VERBS

FRAME = "way"
STARTS = frozenset({"from", "of"})  # the last words of "from" and "out of"
ENDS = frozenset({"to", "into", "onto"})


def led(parse: Parse, sentence: Sentence, where: Spots, found: tuple[Trigger, ...]) -> tuple[Trigger, ...]:
    """Return the verbs of a sentence on which both a "from" and a "to" hang that name places.

    Parameters
    ----------
    parse, sentence, where, found
        The text, one of its sentences, which words name which of its places, and its sentence's words of movement.
    """
    named = [p for p in phrases(parse, sentence) if any(noun in where for noun in p.nouns)]
    starts = {_verb(parse, p, found) for p in named if p.end == "origin" and parse.tokens[p.last].lemma in STARTS}
    ends = {_verb(parse, p, found) for p in named if p.end == "destination" and parse.tokens[p.last].lemma in ENDS}
    return tuple(
        Trigger(verb, noun=False, frame=FRAME, covert=False, cargo="")
        for verb in sorted(i for i in starts & ends if i is not None)
    )


def _verb(parse: Parse, phrase: Phrase, found: tuple[Trigger, ...]) -> int | None:
    """Return the verb above a direction, None if it, or a word on the way to it, is of movement or moves nothing."""
    moving = {t.token for t in found}
    for token in ancestors(parse, phrase.first):
        if token.index in moving:
            return None
        if token.pos in VERBS:
            still = token.pos != "VERB" or _is_still(parse, token) or token.lemma in deeds()
            still = still or leads(parse, token)
            return None if still else token.index
    return None


def _is_still(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb only says where something stretches; people are led from one place to another."""
    return has_mark(verb, "still") and not (verb.lemma == "lead" and is_passive(parse, verb.index))


@cache
def deeds() -> frozenset[str]:
    """Return the verbs that tell of incidents: what is fired from one place into another is no cargo."""
    return frozenset(phrase for phrase, pos, *_ in trigger_rows() if pos == "verb" and " " not in phrase)
