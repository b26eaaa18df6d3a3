"""Subjects that parsers join to the place before them: of "in the town of Kunduz militants threw" they make one phrase.

So they do with those who did it and what describes them: of "shot by hired gunmen" they make that somebody hired them,
and of "in Osh masked policemen held a man" that somebody masked them; and of "three men, all villagers of Rano, were
held" they make two subjects.
"""

from collections.abc import Sequence

from geo.language.mending.hanging import Hung, mending
from geo.lexicon.shared import actors, singular
from geo.model import Token
from geo.syntax.tags import MODIFIERS, NOUN_SUBJECTS, SINGULAR, TENSED

ABOVE = frozenset({"prep", "pobj", "npadvmod"})
HIDES = frozenset({"mask", "hood", "arm", "disguise"})
HELD_UP = NOUN_SUBJECTS | {"aux", "auxpass"}
WHOLE = frozenset({"all", "both", "most", "each"})  # "all residents of"


@mending
def with_torn_subjects(tokens: Sequence[Token], token: Token) -> Hung:
    """Return such nouns with the verb that is theirs."""
    if token.dep in NOUN_SUBJECTS and token.tag == "NNS":
        return _apposed(tokens, token)
    if token.dep == "pobj" and token.tag in {"NNS", "NNP"} and token.index + 1 < len(tokens):
        return _after_place(tokens, token)
    hidden = token.dep == "ROOT" and token.lemma in HIDES and not any(tokens[i].dep in HELD_UP for i in token.children)
    return _described(tokens, token) if hidden or (token.dep == "pcomp" and token.tag == "VBN") else {}


def _after_place(tokens: Sequence[Token], noun: Token) -> Hung:
    """Return a noun right before a verb that has no subject as its subject, and the place before it as one."""
    after, place = tokens[noun.index + 1], tokens[noun.index - 1]
    verb = tokens[after.head] if after.dep in {"aux", "auxpass"} else after
    people = noun.tag == "NNS" or (singular(noun.text.lower()) in actors() and noun.text.lower() not in actors())
    joined = place.head == noun.index and place.dep in MODIFIERS and place.tag in SINGULAR
    if after.tag not in TENSED or verb.pos != "VERB" or not people or not joined or not _is_below(tokens, noun, verb):
        return {}
    if any(t.text == "," for t in tokens[noun.head : place.index]):
        return {}
    label = "nsubjpass" if any(tokens[i].dep == "auxpass" for i in verb.children) else "nsubj"
    before = {i: (tokens[i].dep, place.index) for i in noun.children if i < place.index}
    return before | {place.index: ("pobj", noun.head), noun.index: (label, verb.index)}


def _is_below(tokens: Sequence[Token], noun: Token, verb: Token) -> bool:
    """Tell whether a noun hangs on a verb by prepositions alone: "in the town of"."""
    above = noun
    while above.dep in ABOVE:
        above = tokens[above.head]
    return above.index == verb.index


def _apposed(tokens: Sequence[Token], noun: Token) -> Hung:
    """Return a second subject, between commas, as what says who the first one is: ", all residents of Rano,".

    Behind "and" it is another: "a monk collecting alms and the two soldiers escorting him were killed".
    """
    start = min([noun.index, *noun.children])
    opens = tokens[start].text.lower() in WHOLE and tokens[start - 1].text == "," if start else False
    others = (i for i in tokens[noun.head].children if i < start and tokens[i].dep == noun.dep)
    first = next(others, None)
    if first is not None and opens:
        return {noun.index: ("appos", first)}
    link = tokens[start - 1]
    listed = first is not None and link.dep == "cc" and link.head == first and tokens[link.index - 1].text != ","
    return {noun.index: ("conj", first)} if first is not None and listed and tokens[first].lemma in actors() else {}


def _described(tokens: Sequence[Token], participle: Token) -> Hung:
    """Return the noun right behind a participle in its place: "by hired gunmen"."""
    noun = tokens[participle.index + 1] if participle.index + 1 < len(tokens) else participle
    if noun.dep != "dobj" or noun.head != participle.index:
        return {}
    rest = {i: (tokens[i].dep, noun.index) for i in participle.children if i != noun.index}
    above = noun.index if participle.dep == "ROOT" else participle.head
    label = "ROOT" if participle.dep == "ROOT" else "pobj"
    return rest | {noun.index: (label, above), participle.index: ("amod", noun.index)}
