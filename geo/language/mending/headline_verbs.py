"""Verbs of headlines that parsers take for a part of a noun: the bombs of "Army bombs village in Sagaing"."""

from collections.abc import Sequence
from dataclasses import replace

from geo.language.mending.hanging import Hung, Remade, remaking, sentence_start
from geo.lexicon.shared import actors, singular
from geo.model import Token
from geo.syntax.tags import NOUN_SUBJECTS

STRIKES = frozenset({"bombs", "shells", "raids", "strikes", "attacks", "storms", "torches", "ambushes", "shoots"})
HARMS = frozenset({"kills", "wounds", "injures", "hurts"})
NAMING = frozenset({"PROPN", "NOUN", "ADJ", "DET"})
SIDES = frozenset({"state_force", "government", "group"})
MOST = 5  # words of who did it
TRAILING = frozenset({"VBG"})  # ", killing nine"


@remaking
def with_headline_verbs(tokens: Sequence[Token], verb: Token) -> Remade:
    """Return such a verb at the head of its sentence, between who did it and to whom."""
    mended = _between(tokens, verb) or _beside_number(tokens, verb)
    return mended, (replace(verb, pos="VERB", tag="VBZ"),) if mended else ()


def _between(tokens: Sequence[Token], verb: Token) -> Hung:
    """Return a verb right behind a side or its name as the head of its sentence, what it strikes as its object."""
    if verb.dep != "compound" or verb.text.lower() not in STRIKES:
        return {}
    noun = tokens[verb.head]
    first = sentence_start(tokens, verb)
    who = tokens[first : verb.index]
    above = noun if noun.dep == "ROOT" else tokens[noun.head]
    heads = above.dep == "ROOT" and (noun is above or noun.dep in NOUN_SUBJECTS)
    if not 0 < len(who) <= MOST or noun.index < verb.index or not heads or not _is_side(who):
        return {}
    doer = who[-1].index
    hung: Hung = {t.index: ("compound", doer) for t in who[:-1] if t.head not in range(first, verb.index)}
    hung |= {i: ("advcl", verb.index) for i in noun.children if tokens[i].tag in TRAILING}
    if above is not noun:  # "bombs village, nine killed"
        hung[above.index] = ("conj", verb.index)
    return hung | {doer: ("nsubj", verb.index), noun.index: ("dobj", verb.index), verb.index: ("ROOT", verb.index)}


def _beside_number(tokens: Sequence[Token], verb: Token) -> Hung:
    """Return a verb of "kills two, wounds five" with the number behind it as its object."""
    second = verb.tag == "NNS" and verb.dep == "conj" and tokens[verb.head].tag == "VBZ"
    numbers = [t for t in tokens[verb.index + 1 : verb.index + 2] if t.tag == "CD" and t.head == verb.index]
    mended = verb.text.lower() in HARMS and (second or verb.tag == "VBZ") and numbers and numbers[0].dep != "dobj"
    return {verb.index: (verb.dep, verb.head), numbers[0].index: ("dobj", verb.index)} if mended else {}


def _is_side(who: Sequence[Token]) -> bool:
    """Tell whether words are those of a side or a name, and no article's, as of "the car bombs"."""
    kind = actors().get(singular(who[-1].text.lower()), ("",))[0]
    named = who[-1].pos == "PROPN" and not kind
    return all(t.pos in NAMING for t in who) and (named or kind in SIDES)
