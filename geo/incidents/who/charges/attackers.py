"""Sentences that say who known doers were: "the attackers were militiamen", "the gunmen, who belong to the Front"."""

from collections.abc import Iterator

from geo.incidents.speech import speakers
from geo.incidents.who.charges.callers import bodies
from geo.incidents.who.charges.laid import Laid, laid_on
from geo.lexicon import load_words
from geo.model import Modality, Parse, Token
from geo.syntax import children, conjuncts, is_negated, is_passive, prepositional, subjects, upward
from geo.syntax.tags import NOUN_SUBJECTS, SUPPOSES, VERBS

CALLS = frozenset({"identify", "name", "describe", "recognise", "recognize"})
BELONGS = frozenset({"belong", "link", "tie", "ally"})
POINTING_BACK = frozenset({"the", "these", "those", "their", "both", "all", "his", "her", "its"})


def revealed(parse: Parse, noun: Token) -> Laid | None:
    """Return who the known doers are said to have been, None where the words say nothing of it."""
    if noun.lemma not in load_words("attackers") or not any(
        t.lemma in POINTING_BACK for t in children(parse, noun.index, "det", "poss")
    ):
        return None
    for verb, doers in _said_of(parse, noun):
        by = _speaker(parse, verb)
        unsure = bool(by) or any(t.lemma in SUPPOSES for t in upward(parse, verb.index))
        modality: Modality = "accused" if unsure else "fact"
        if doers and not is_negated(parse, verb.index):
            return laid_on(parse, parse.tokens[noun.head], bodies(parse, doers), by, modality, though_unsure=True)
    verb = parse.tokens[noun.head]
    by = _speaker(parse, verb)
    return laid_on(parse, verb, (noun.index,), by, "fact", though_unsure=True) if _acts(parse, noun) else None


def _acts(parse: Parse, noun: Token) -> bool:
    """Tell whether it is told what known doers did besides: "the gunmen fled", "the four attackers came by boat"."""
    verb = parse.tokens[noun.head]
    acting = noun.dep == "nsubj" and verb.tag == "VBD" and not children(parse, verb.index, "dobj", "auxpass")
    return acting or (noun.dep == "ROOT" and bool(children(parse, noun.index, "appos")))  # "the killers, two men, left"


def _said_of(parse: Parse, noun: Token) -> Iterator[tuple[Token, tuple[int, ...]]]:
    """Yield each verb that says who somebody is, with the nouns for it."""
    for verb in children(parse, noun.index, "acl", "relcl"):
        yield verb, _named_by(parse, verb)
    verb = parse.tokens[noun.head]
    if noun.dep == "dobj" and verb.lemma in CALLS:
        yield verb, prepositional(parse, verb.index, ("as",))
    while noun.dep in NOUN_SUBJECTS and verb.pos in VERBS:
        yield verb, _named_by(parse, verb)
        below = next((t for t in children(parse, verb.index, "xcomp") if verb.lemma in SUPPOSES), None)
        if below is None:
            return
        verb = below


def _named_by(parse: Parse, verb: Token) -> tuple[int, ...]:
    if verb.lemma == "be":
        return tuple(i for t in children(parse, verb.index, "attr") for i in conjuncts(parse, t.index))
    themselves = any(t.text.lower() == "themselves" for t in children(parse, verb.index, "dobj"))
    if verb.lemma in CALLS and (themselves or verb.dep == "acl" or is_passive(parse, verb.index)):
        return prepositional(parse, verb.index, ("as",))
    return prepositional(parse, verb.index, ("to", "with")) if verb.lemma in BELONGS else ()


def _speaker(parse: Parse, verb: Token) -> tuple[int, ...]:
    if verb.lemma in CALLS and verb.dep != "acl" and not is_passive(parse, verb.index):
        return subjects(parse, verb.index)  # "the governor named the attackers as"
    return speakers(parse, verb.index)
