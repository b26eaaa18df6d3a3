"""A noun for several deeds told before, or for one by its place among them: "both attacks", "the second bombing"."""

from geo.lexicon.numerals import read_number
from geo.model import Parse, Token, Trigger
from geo.syntax import children, is_known, prepositional
from geo.syntax.tags import NOUN_SUBJECTS

PAIR = frozenset({"both", "twin", "either", "neither"})
NTH = {"first": 1, "former": 1, "second": 2, "latter": 2, "third": 3}
UNCOUNTED = 1
ACTS = NOUN_SUBJECTS | {"dobj", "pobj"}
AMONG_OTHERS = frozenset({"prep", "relcl", "acl"})  # "the first attack in the city since May"


def how_many_told(parse: Parse, trigger: Trigger) -> int:
    """Return of how many deeds told before a noun is, 1 if of several that it does not count, 0 if not of several."""
    noun = parse.tokens[trigger.index]
    before = children(parse, noun.index, "det", "predet", "preconj", "amod", "nummod", "cc:preconj")
    if trigger.weak and _is_of_both(parse, noun):
        return 2
    if not trigger.noun or trigger.type == "effect":
        return 0
    if not PAIR.isdisjoint(t.lemma for t in before):
        return 2
    known = noun.tag == "NNS" and (is_known(parse, noun.index) or any(t.lemma == "all" for t in before))
    number = next((n for t in before if t.dep == "nummod" and (n := read_number([t.text]))), UNCOUNTED)
    return number if known else 0


def _is_of_both(parse: Parse, word: Token) -> bool:
    """Tell whether words that lay something at somebody's door are of "both": "claimed responsibility for both"."""
    objects = [t.index for t in children(parse, word.index, "dobj", "nsubjpass")]
    found = (i for at in (word.index, word.head, *objects) for i in prepositional(parse, at, ("for", "in", "of")))
    return any(parse.tokens[i].lemma == "both" for i in (*found, *objects))


def place_among_told(parse: Parse, trigger: Trigger) -> int:
    """Return the how many-th of several deeds told before a noun is, 0 where it does not say: "the first attack"."""
    noun = parse.tokens[trigger.index]
    alone = trigger.noun and noun.tag == "NN" and noun.dep in ACTS and is_known(parse, noun.index)
    if not alone or children(parse, noun.index, *AMONG_OTHERS):
        return 0
    return next((NTH[t.lemma] for t in children(parse, noun.index, "amod") if t.lemma in NTH), 0)
