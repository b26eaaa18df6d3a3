"""Verbs of headlines that parsers take for a part of a noun: the bombs of "Army bombs village in Sagaing"."""

from collections.abc import Sequence
from dataclasses import replace

from geo.language.mending.hanging import Hung, Remade, place_of, remaking, sentence_start
from geo.lexicon.shared import actors, singular
from geo.model import Token
from geo.syntax.tags import NOUN_SUBJECTS

STRIKES = frozenset({"bombs", "shells", "raids", "strikes", "attacks", "storms", "torches", "ambushes", "shoots"})
CALLS_ON = frozenset({"visits", "meets", "greets", "consoles", "comforts", "treats", "rescues", "evacuates", "honours"})
HARMS = frozenset({"kills", "wounds", "injures", "hurts"})
NAMING = frozenset({"PROPN", "NOUN", "ADJ", "DET"})
COMMON = frozenset({"NN", "NNS", "NNP"})
BEHIND = frozenset({"prep", "advcl", "punct"})
SIDES = frozenset({"state_force", "government", "group"})
MOST = 5  # words of who did it
TRAILING = frozenset({"VBG"})  # ", killing nine"


@remaking
def with_headline_verbs(tokens: Sequence[Token], verb: Token) -> Remade:
    """Return such a verb at the head of its sentence, between who did it and to whom."""
    mended = _between(tokens, verb) or _beside_number(tokens, verb) or _calls_on(tokens, verb)
    if mended:
        return mended, (replace(verb, pos="VERB", tag="VBZ", lemma=singular(verb.text.lower())),)
    mended = _before_article(tokens, verb)
    return mended, (replace(verb, pos="VERB", tag="VBD"),) if mended else ()


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


def _calls_on(tokens: Sequence[Token], verb: Token) -> Hung:
    """Return a verb for what is done with the hurt as its sentence's: "army chief visits wounded soldiers"."""
    hurt = tokens[verb.head]
    people = [i for i in hurt.children if tokens[i].dep == "dobj"]
    who = [i for i in verb.children if tokens[i].dep == "compound"]
    follows = hurt.index == verb.index + 1 and hurt.tag == "VBD" and people[:1] == [hurt.index + 1]
    if verb.text.lower() not in CALLS_ON or verb.dep != "nsubj" or not follows or not who:
        return {}
    hung: Hung = {i: (tokens[i].dep, who[-1]) for i in verb.children if i < verb.index and i != who[-1]}
    hung |= {i: (tokens[i].dep, verb.index) for i in hurt.children if i not in {verb.index, people[0]}}
    hung |= {who[-1]: ("nsubj", verb.index), people[0]: ("dobj", verb.index), hurt.index: ("amod", people[0])}
    return hung | {verb.index: place_of(hurt, verb)}


def _before_article(tokens: Sequence[Token], verb: Token) -> Hung:
    """Return a participle before the article of a noun that it seems to describe as its verb: "youths stoned a bus"."""
    noun = tokens[verb.head]
    above = tokens[noun.head]
    before = [i for i in noun.children if i < verb.index and tokens[i].tag in COMMON]
    torn = noun.dep == "dobj" and above.tag in COMMON and above.dep == "ROOT"  # "youths", to parsers a sentence
    article = any(verb.index < i < noun.index and tokens[i].dep == "det" for i in noun.children)
    if verb.dep != "amod" or verb.tag != "VBN" or not article or not (before or torn):
        return {}
    top, who = (above, above.index) if torn else (noun, before[-1])
    hung: Hung = {i: (tokens[i].dep, verb.index) for i in noun.children if tokens[i].dep in BEHIND}
    hung |= {i: (tokens[i].dep, who) for i in before[:-1]}
    return hung | {who: ("nsubj", verb.index), noun.index: ("dobj", verb.index), verb.index: place_of(top, verb)}


def _is_side(who: Sequence[Token]) -> bool:
    """Tell whether words are those of a side or a name, and no article's, as of "the car bombs"."""
    kind = actors().get(singular(who[-1].text.lower()), ("",))[0]
    named = who[-1].pos == "PROPN" and not kind
    return all(t.pos in NAMING for t in who) and (named or kind in SIDES)
