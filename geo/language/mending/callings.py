"""Callings that open a sentence before a name, and parsers tear from it: "Aid worker Omar Navas was killed".

In "aid" they see a verb, in "Trade unionist Omar Navas" three of whom each is another, in "Mine clearer Omar Navas"
two.
"""

from collections.abc import Sequence
from dataclasses import replace

from geo.language.mending.hanging import AS_IT_IS, Hung, Remade, remaking, sentence_start
from geo.lexicon.shared import nouns_of
from geo.model import Token
from geo.syntax.tags import NOUN_SUBJECTS, SINGULAR

PERSON = "PERSON"
LONGEST = 4  # words of a calling
BEFORE_NOUN = SINGULAR | {"NNS", "JJ", "VB", "VBG", "HYPH", "POS"}


@remaking
def with_callings(tokens: Sequence[Token], name: Token) -> Remade:
    """Return a calling as the name's own where a name begins, and the name as the subject."""
    if name.entity != PERSON or not name.index or tokens[name.index - 1].entity == PERSON:
        return AS_IT_IS
    words = _calling(tokens, name.index)
    mended = _torn(tokens, words, _end(tokens, name.index)) if words else {}
    return mended, (replace(tokens[i], tag="NN", pos="NOUN") for i in words if mended and tokens[i].tag == "VB")


def _calling(tokens: Sequence[Token], name: int) -> range:
    """Return the words with which a sentence opens before a name, if they say what somebody is, and nothing else."""
    last = tokens[name - 1]
    phrase = f"{tokens[max(0, name - 2)].text.lower()} {last.lemma}"
    people = nouns_of("person", "civilians", "government", "state_force")
    known = last.tag in SINGULAR and not people.isdisjoint({last.lemma, phrase})
    words = range(sentence_start(tokens, tokens[name]), name)
    plain = len(words) <= LONGEST and all(tokens[i].tag in BEFORE_NOUN for i in words)
    return words if known and plain and last.sentence == tokens[name].sentence else range(0)


def _end(tokens: Sequence[Token], name: int) -> int:
    while name + 1 < len(tokens) and (tokens[name + 1].entity == PERSON or tokens[name + 1].pos == "PROPN"):
        name += 1
    return name


def _torn(tokens: Sequence[Token], words: range, name: int) -> Hung:
    """Return all words as those of the name's last, and that as the subject, if another is it in its place."""
    inside = range(words.start, name + 1)
    subjects = [i for i in inside if tokens[i].dep in NOUN_SUBJECTS and tokens[i].head not in inside]
    if not subjects or (subjects == [name] and all(tokens[i].head in inside for i in words)):
        return {}
    top = tokens[subjects[0]]
    return dict.fromkeys(inside, ("compound", name)) | {name: (top.dep, top.head)}
