"""An event -> the finer place at which the next sentences, going on about it, put it.

"… kidnapped two engineers in western Mali, officials said. The two were forced out of their car near Nioro."
"""

from functools import cache
from itertools import pairwise

from geo.incidents.where.place_leads import is_spot, is_there, named
from geo.incidents.where.placing import where
from geo.lexicon import load_rows, word_class
from geo.lexicon.numerals import number_words
from geo.lexicon.shared import actors, singular
from geo.lexicon.triggers import trigger_rows
from geo.model import Parse, Toponym, Where

REACH = 2  # sentences looked at
PRONOUNS = frozenset({"they", "he", "she", "it", "both"})
ARTICLES = frozenset({"the", "his", "her", "their", "this"})
NEAR = 3  # words after an article in which its noun stands


def place_after(parse: Parse, sentence: int, toponyms: tuple[Toponym, ...]) -> Where | None:
    """Return the place that the first of the next sentences to name one gives those told of; None where it does not.

    Parameters
    ----------
    parse
        The text.
    sentence
        The number of an event's sentence.
    toponyms
        All of the document's.
    """
    for number in range(sentence + 1, min(sentence + 1 + REACH, len(parse.sentences))):
        if found := named(parse, number, toponyms):
            first = toponyms[found[0]]
            there = is_spot(first) and is_there(parse, first) and _goes_on(parse, sentence, first)
            return where(parse, found[0], first, inherited=True) if there else None
    return None


def _goes_on(parse: Parse, told: int, name: Toponym) -> bool:
    """Tell whether the words before a name speak on about what a sentence told, and not of what was done later."""
    first = parse.between(name.start, name.end)[0]
    before = [t.text.lower() for t in parse.tokens[parse.sentences[first.sentence].first : first.index]]
    if not before or not (word_class("talks") | word_class("became")).isdisjoint(before):
        return False
    known = {t.text.lower() for t in parse.sentence_tokens(parse.sentences[told]) if t.text.isalpha()}
    recalled = any(article == "the" and noun in known for article, noun in pairwise(before))
    again = before[0] in ARTICLES and any(singular(noun) in _nouns() for noun in before[1 : 1 + NEAR])
    return before[0] in PRONOUNS or recalled or again


@cache
def _nouns() -> frozenset[str]:
    """Return the nouns that, with an article, speak of those told of, or of the event: "the victims", "the blast"."""
    known = actors().items()
    found = {noun for noun, (kind, armed) in known if (armed and kind != "state_force") or kind == "vehicle"}
    found |= {word for word, part, _ in load_rows("sufferers", ("word", "part", "what")) if part == "noun"}
    found |= {noun for noun, _ in load_rows("groups_of_people", ("noun", "size"))}
    return frozenset(found | {row[0] for row in trigger_rows() if row[1] == "noun"} | set(number_words()))
