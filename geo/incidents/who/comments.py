"""What others say of those whom an event befell, in the sentence after it: "Relatives say that all were shot."."""

import re
from collections.abc import Iterator
from functools import cache

from geo.denials import denials, is_charge, is_known_matter
from geo.lexicon.shared import cues
from geo.model import Claim, Modality, Parse, Sentence, Token
from geo.syntax import ancestors, children, is_known, is_negated, subtree
from geo.syntax.phrases import phrase_span, sentence_span
from geo.syntax.tags import PRONOUNS, UNSAID

ALL = frozenset({"all", "most", "none", "both", "half"})
SUFFERERS = frozenset({"victim", "dead", "casualty", "fatality", "deceased", "captive", "detainee", "hostage"})
POINTERS = frozenset({"the", "these", "those"})
BACK = re.compile(r"of (?:them|these|those|the (?:dead|victims|men|women|captives|killed|detained))\b")
CONFIRMS = frozenset({"confirm", "acknowledge", "corroborate", "verify", "admit"})
BREAK = re.compile(r"\n\s*\n")


def said_by_others(parse: Parse, sentence: Sentence, after: int) -> tuple[Claim, ...]:
    """Return what others deny of what a sentence tells, and what they say of those whom it befell.

    Parameters
    ----------
    parse, sentence
        The text, and the sentence.
    after
        Token index of what it tells.
    """
    return (*denials(parse, sentence, after), *comments(parse, sentence))


def comments(parse: Parse, sentence: Sentence) -> tuple[Claim, ...]:
    """Return what somebody says of those whom a sentence tells of, in the next one.

    Parameters
    ----------
    parse, sentence
        The text, and the sentence.

    Returns
    -------
    tuple of Claim
        Each with the speaker's sentence as its words.
    """
    words = (t for each in _following(parse, sentence) for t in parse.sentence_tokens(each))
    verbs = (t for t in words if t.pos == "VERB" and t.lemma in _says())
    return tuple(claim for verb in verbs for claim in _comment(parse, verb))


def _following(parse: Parse, sentence: Sentence) -> tuple[Sentence, ...]:
    """Return the next sentence, or the one after it in the same paragraph if the next tells of nothing."""
    following = parse.sentences[sentence.index + 1 : sentence.index + 3]
    silent = following and not any(t.pos for t in parse.sentence_tokens(following[0]))
    if silent and BREAK.search(parse.text, sentence.end - 1, following[-1].start) is None:
        return following[1:]
    return following[:1]


@cache
def _says() -> dict[str, Modality | None]:
    tells = {"says", "reports"}
    return {cue: modality for (cue, kind), modality in cues().items() if kind in tells and modality != "denied"}


def _comment(parse: Parse, verb: Token) -> Iterator[Claim]:
    who = [t.index for t in children(parse, verb.index, "nsubj") if t.tag not in PRONOUNS]
    if not who or is_negated(parse, verb.index) or any(_says_above(parse, verb)):
        return
    told = any(_is_of_known(parse, t) for c in children(parse, verb.index, "ccomp") for t in _subjects_of(parse, c))
    if told or _confirms(parse, verb):
        modality = _says()[verb.lemma] or "fact"
        said, by = sentence_span(parse, verb.sentence), phrase_span(parse, who[0]).text
        yield Claim(said.start, said.end, said.text, by, (), verb.text, quoted=False, modality=modality)


def _confirms(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb only says that what was told is so: "confirmed the incident", "acknowledged this"."""
    helpers = {t.text.lower() for t in children(parse, verb.index, "aux")}
    stated = verb.lemma in CONFIRMS and verb.dep in {"ROOT", "conj"} and not helpers & UNSAID
    return stated and any(is_known_matter(parse, t) or is_charge(t) for t in children(parse, verb.index, "dobj"))


def _says_above(parse: Parse, verb: Token) -> Iterator[Token]:
    return (t for t in ancestors(parse, verb.index) if t.pos == "VERB" and t.lemma in _says())


def _subjects_of(parse: Parse, clause: Token) -> tuple[Token, ...]:
    return children(parse, clause.index, "nsubj", "nsubjpass")


def _is_of_known(parse: Parse, noun: Token) -> bool:
    """Tell whether a subject speaks of people told of before: "all", "four of these", "those killed", "the victims"."""
    words = [parse.tokens[i] for i in subtree(parse, noun.index)]
    if (noun.lemma in ALL and len(words) == 1) or (noun.lemma in POINTERS and any(t.tag == "VBN" for t in words)):
        return True
    if noun.lemma in SUFFERERS and is_known(parse, noun.index):
        return True
    return bool(BACK.search(" ".join(t.text.lower() for t in words)))
