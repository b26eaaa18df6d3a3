"""How many they are who are only pointed at: of "Gunmen took two nuns. They were found dead" two."""

from geo.counts.lists import count_people
from geo.counts.people import are_people
from geo.counts.states import BODIES
from geo.model import Count, Parse, Sentence
from geo.syntax import children
from geo.syntax.tags import OBJECTS, PLURAL

THEY = frozenset({"they", "them", "their"})
ONE = frozenset({"his", "her"})
KNOWN = frozenset({"the", "these", "those"})


def count_before(parse: Parse, head: int) -> Count | None:
    """Return how many people "they" or "the nuns" are by the sentence before, None where that leaves a doubt.

    "They" may be those alone whom something befell there; "the nuns", whoever is called so and is counted.
    """
    token = parse.tokens[head]
    if token.tag == "PRP$" and token.text.lower() in ONE:  # "his body was found"
        return Count(1, 1, 1) if parse.tokens[token.head].lemma in BODIES else None
    pronoun = token.text.lower() in THEY
    known = token.tag in PLURAL and any(t.lemma in KNOWN for t in children(parse, head, "det"))
    if token.sentence == 0 or not (pronoun or known):
        return None
    before = parse.sentences[token.sentence - 1]
    found = _sufferers(parse, before) if pronoun else _called(parse, before, token.lemma)
    counts = [count for i in found if (count := count_people(parse, i))]
    return counts[0] if len(counts) == 1 and counts[0].low > 1 else None


def _sufferers(parse: Parse, sentence: Sentence) -> list[int]:
    tokens = parse.sentence_tokens(sentence)
    return [t.index for t in tokens if t.dep in OBJECTS and are_people(parse, t.index)]


def _called(parse: Parse, sentence: Sentence, noun: str) -> list[int]:
    tokens = parse.sentence_tokens(sentence)
    return [t.index for t in tokens if t.lemma == noun and t.dep != "conj" and are_people(parse, t.index)]
