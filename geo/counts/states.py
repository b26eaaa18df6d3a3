"""Who is in a state that an adjective tells: "left 20 people dead", "375 lie dead", "were found dead"."""

from geo.counts.deaths import Sufferers
from geo.counts.objects import objects
from geo.counts.patients import LEAVES, patients, subject_heads
from geo.counts.people import number_of, says_none
from geo.counts.words import Entry
from geo.model import Parse, Token
from geo.syntax import children
from geo.tags import VERBS

LIES = frozenset({"lie", "drop", "fall", "lay"})  # "375 lie dead", "left six lying dead"


def by_state(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield the people of "left 20 people dead", "were found dead", "four dead".

    Parameters
    ----------
    parse
        The text.
    token
        An adjective.
    entry
        What the lexicon says of it.
    """
    if not entry.effect or token.pos not in {"ADJ", "VERB", "ADV"} or (token.pos == "VERB" and token.dep != "amod"):
        return
    if number_of(parse, token.index):  # "left 12 dead": they are the dead themselves
        return
    for head in _bearers(parse, token):
        if parse.tokens[head + 1 : head + 2] and parse.tokens[head + 1].tag == "POS":
            continue  # "put the rebels' dead at 15"
        if token.dep != "amod" or number_of(parse, head) or says_none(parse, head):
            yield entry.effect, head


def _bearers(parse: Parse, state: Token) -> list[int]:
    """Return the nouns that an adjective says something of."""
    head = parse.tokens[state.head]
    if head.pos == "ADV":  # "had been shot dead there"
        head = parse.tokens[head.head]
    if state.dep == "amod":
        return [head.index]
    own = [c.index for c in children(parse, state.index, "nsubj", "nsubjpass")] or _counted_before(parse, state)
    if own or head.index == state.index:
        return own
    if head.pos not in VERBS:
        return [head.index]
    if head.lemma in LIES:
        left = parse.tokens[head.head] if head.dep in {"xcomp", "acl"} else head  # "left six lying dead"
        return objects(parse, left) if left.lemma in LEAVES else subject_heads(parse, head)
    return patients(parse, head) if head.pos == "VERB" else subject_heads(parse, head)


def _counted_before(parse: Parse, state: Token) -> list[int]:
    """Return the counted noun right before a state, wherever parsers hang that: "admits to ten soldiers dead"."""
    before = parse.tokens[state.index - 1] if state.index else state
    beside = before.sentence == state.sentence and before.dep in {"pobj", "dobj"}
    return [before.index] if beside and number_of(parse, before.index) else []
