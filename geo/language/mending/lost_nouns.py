"""Nouns for people and buildings that parsers take for other words, and recognisers for times.

In "a seminary was shelled" and "shot a private" they see adjectives, in "a cement works was shelled" a verb, and the
rancher of "shot a cattle rancher in Bria" says of the cattle how they are. "Three night watchmen" are no time.
"""

from collections.abc import Sequence
from dataclasses import replace

from geo.language.mending.hanging import AS_IT_IS, Hung, Remade, as_noun, place_of, remaking
from geo.lexicon.shared import actors, nouns_of
from geo.model import Token
from geo.syntax.tags import COMMON_NOUNS, TIMES

OTHER_WORDS = frozenset({"JJ", "JJR", "VB", "VBZ", "VBP"})
PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
ARTICLES = frozenset({"a", "an", "the"})


@remaking
def with_lost_nouns(tokens: Sequence[Token], word: Token) -> Remade:
    """Return such a word as a noun, or as no time, with what stands before it as its own."""
    if word.tag in OTHER_WORDS and word.index:
        mended = _named(tokens, word) or _compared(tokens, word)
        return mended, (as_noun(word),) if mended else ()
    if word.tag in COMMON_NOUNS and word.lemma in nouns_of("person", "civilians"):
        shift = _in_shifts(tokens, word)
        return shift, (replace(tokens[i], entity="") for i in shift or _of_label(tokens, word))
    return AS_IT_IS


def _named(tokens: Sequence[Token], word: Token) -> Hung:
    """Return a word with an article that acts or suffers as a noun would, and the noun right before it as its own."""
    before = tokens[word.index - 1]
    own = before.tag in COMMON_NOUNS and before.head == word.index
    first = before if own else word
    known = word.text.lower() in actors() or f"{before.text.lower()} {word.text.lower()}" in actors()
    article = any(tokens[i].lemma in ARTICLES for i in first.children)
    if word.dep not in PARTS or not known or not article:
        return {}
    return {word.index: (word.dep, word.head)} | ({before.index: ("compound", word.index)} if own else {})


def _compared(tokens: Sequence[Token], word: Token) -> Hung:
    """Return who is called by a trade in the place of what he trades in, as if it were compared: "cattle rancher"."""
    trade = tokens[word.index - 1]
    phrase = f"{trade.lemma} {word.text.lower()}"
    known = word.text.lower() in actors() or phrase in actors()
    if word.tag != "JJR" or word.head != trade.index or trade.tag not in COMMON_NOUNS or not known:
        return {}
    hung: Hung = {i: (tokens[i].dep, word.index) for i in trade.children if i != word.index}
    return hung | {trade.index: ("compound", word.index), word.index: place_of(trade, word)}


def _in_shifts(tokens: Sequence[Token], people: Token) -> Hung:
    """Return the number and the time of day before people as theirs, where they are taken for so long a time."""
    number, time = tokens[max(0, people.index - 2) : people.index] if people.index > 1 else (people, people)
    counted = number.tag == "CD" and time.tag == "NN" and time.text.isalpha()  # not "at 6:20 a.m. gunmen"
    counted = counted and number.entity == time.entity and time.entity in TIMES
    return {number.index: ("nummod", people.index), time.index: ("compound", people.index)} if counted else {}


def _of_label(tokens: Sequence[Token], noun: Token) -> range:
    """Return people taken for a time, with the number that such a name begins with."""
    first = noun.index - (noun.index > 0 and tokens[noun.index - 1].tag == "CD")
    begins = first == 0 or tokens[first - 1].entity != noun.entity
    return range(first, noun.index + 1) if noun.entity in TIMES and begins else range(0)
