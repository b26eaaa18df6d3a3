"""Callings that open a sentence before a name, and parsers tear from it: "Aid worker Omar Navas was killed".

In "aid" they see a verb, in "Trade unionist Omar Navas" three of whom each is another, in "Mine clearer Omar Navas"
two.
"""

from collections.abc import Sequence
from dataclasses import replace

from geo.language.mending.hanging import Hung, rehung
from geo.lexicon.shared import nouns_of
from geo.model import Token

PERSON = "PERSON"
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
NOUNS = frozenset({"NN", "NNP"})
LONGEST = 4  # words of a calling
BEFORE_NOUN = NOUNS | {"NNS", "JJ", "VB", "VBG", "HYPH", "POS"}


def with_callings(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return tokens, each calling before its name, and the name as the subject.

    Parameters
    ----------
    tokens
        A document's.
    """
    hung: Hung = {}
    found = list(tokens)
    for token in tokens:
        begins = token.entity == PERSON and token.index and tokens[token.index - 1].entity != PERSON
        words = _calling(tokens, token.index) if begins else range(0)
        if words and (mended := _torn(tokens, words, _end(tokens, token.index))):
            hung.update(mended)
            for i in words:
                if tokens[i].tag == "VB":
                    found[i] = replace(tokens[i], tag="NN", pos="NOUN")
    return rehung(found, hung)


def _calling(tokens: Sequence[Token], name: int) -> range:
    """Return the words with which a sentence opens before a name, if they say what somebody is, and nothing else."""
    last = tokens[name - 1]
    phrase = f"{tokens[max(0, name - 2)].text.lower()} {last.lemma}"
    people = nouns_of("person", "civilians", "government", "state_force")
    known = last.tag in NOUNS and not people.isdisjoint({last.lemma, phrase})
    first = name
    while first and tokens[first - 1].sentence == tokens[name].sentence:
        first -= 1
    words = range(first, name)
    plain = len(words) <= LONGEST and all(tokens[i].tag in BEFORE_NOUN for i in words)
    return words if known and plain and last.sentence == tokens[name].sentence else range(0)


def _end(tokens: Sequence[Token], name: int) -> int:
    while name + 1 < len(tokens) and (tokens[name + 1].entity == PERSON or tokens[name + 1].pos == "PROPN"):
        name += 1
    return name


def _torn(tokens: Sequence[Token], words: range, name: int) -> Hung:
    """Return all words as those of the name's last, and that as the subject, if another is it in its place."""
    inside = range(words.start, name + 1)
    subjects = [i for i in inside if tokens[i].dep in SUBJECTS and tokens[i].head not in inside]
    if not subjects or (subjects == [name] and all(tokens[i].head in inside for i in words)):
        return {}
    top = tokens[subjects[0]]
    return dict.fromkeys(inside, ("compound", name)) | {name: (top.dep, top.head)}
