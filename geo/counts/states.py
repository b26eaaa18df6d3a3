"""Who is in a state by an adjective or a noun for those in it: "375 lie dead", "were found dead", "17 wounded"."""

from geo.counts.deaths import Sufferers
from geo.counts.patients import of, patients, prepositional_heads, subject_heads
from geo.counts.people import are_people, is_figure, number_of, says_none
from geo.counts.sums import NOUN_TAGS
from geo.counts.words import Entry, has_form
from geo.lexicon import word_class
from geo.meaning.remains import who_left
from geo.model import Parse, Token
from geo.syntax import ancestors, children, first_joined
from geo.syntax.tags import VERBS

BODIES = frozenset({"body", "corpse"})
STATED = frozenset({"be", "number", "give", "list", "report", "name", "describe", "identify"})
LIES = frozenset({"lie", "drop", "fall", "lay"})  # "375 lie dead", "left six lying dead"


def by_state(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield the people of "left 20 people dead", "were found dead", "four dead".

    Parameters
    ----------
    parse, token
        The text, and an adjective.
    entry
        What the lexicon says of it.
    """
    if token.pos not in {"ADJ", "ADV"} or number_of(parse, token.index) or _is_put_at(parse, token):
        return  # "left 12 dead": they are the dead themselves
    for head in _bearers(parse, token):
        if head != token.index and (token.dep != "amod" or number_of(parse, head)):
            yield entry.effect, head


def _is_put_at(parse: Parse, state: Token) -> bool:
    """Tell whether a number follows by "at": "puts the Bolivian dead at 40" speaks of no one Bolivian."""
    beside = (*children(parse, state.index, "prep"), *children(parse, state.head, "prep"))
    at = (t for t in beside if t.index == state.index + 1 and t.lemma == "at")
    return any(is_figure(parse, c.index) for t in at for c in children(parse, t.index, "pobj"))


def _bearers(parse: Parse, state: Token) -> list[int]:
    """Return the nouns that an adjective says something of."""
    head = parse.tokens[state.head]
    if head.pos == "ADV":  # "had been shot dead there"
        head = parse.tokens[head.head]
    if state.dep == "amod":
        return [head.index]
    own = [c.index for c in children(parse, state.index, "nsubj", "nsubjpass")] or _counted_before(parse, state)
    if own:
        return own
    if head.pos not in VERBS:
        return [head.index]
    done = head.pos == "VERB" and head.lemma not in LIES
    found = patients(parse, head) if done else subject_heads(parse, head)
    return [i for i in found if i < state.index] or found  # "left a guard dead and two others wounded"


def _counted_before(parse: Parse, state: Token) -> list[int]:
    """Return the counted noun right before a state, wherever parsers hang that: "admits to ten soldiers dead"."""
    before = parse.tokens[state.index - 1] if state.index else state
    before = first_joined(parse, before)  # "with ten rebels and a hostage dead"
    return [before.index] if before.dep in {"pobj", "dobj", "dative"} and number_of(parse, before.index) else []


def by_self(parse: Parse, token: Token, entry: Entry) -> Sufferers:
    """Yield "17 wounded", "12 bodies", "the bodies of 12 men".

    Parameters
    ----------
    parse, token, entry
        As for `by_state`; the word is one for the people themselves.
    """
    if token.pos not in NOUN_TAGS or (token.lemma in BODIES and not _is_found(parse, token)):
        return
    named = of(parse, token) or _whose(parse, token)
    if named and token.lemma in BODIES and parse.tokens[named[0]].lemma == "one":
        return  # "three were shot; the body of one was burned"
    if named and token.lemma in BODIES:
        yield entry.effect, named[0]
    elif number_of(parse, token.index) or says_none(parse, token.index):
        yield entry.effect, token.index
    else:
        counted = _counted_in_aside(parse, token) or _counted_after(parse, token)
        yield from ((entry.effect, i) for i in counted)


def _whose(parse: Parse, body: Token) -> list[int]:
    """Return whose a body is that opens a sentence: "Their bodies were found hours later."."""
    return [t.index for t in children(parse, body.index, "poss") if t.index == parse.sentences[t.sentence].first]


def _counted_in_aside(parse: Parse, word: Token) -> list[int]:
    """Return the eleven of "the wounded, eleven of them, were carried", "the dead, seven in all"."""
    after = parse.tokens[word.index + 1 : word.index + 4]
    counted = len(after) == 3 and after[0].text in {",", "(", "–", "-"} and after[2].lemma in {"of", "in"}
    known = any(c.lemma == "the" for c in children(parse, word.index, "det"))
    return [after[1].index] if counted and known else []


def is_brought_to(parse: Parse, word: Token) -> bool:
    """Tell whether a verb says that the dead or the hurt become more or fewer: "bringing the dead to 29"."""
    return word.dep == "dobj" and parse.tokens[word.head].lemma in word_class("rises")


def _counted_after(parse: Parse, word: Token) -> list[int]:
    """Return the number of "the dead were at least 19", "the dead were given as nine soldiers and a farmer"."""
    verb = parse.tokens[word.head]
    if is_brought_to(parse, word):  # "bringing the dead to 29"
        beside = (word, verb)
        return [i for t in beside for i in prepositional_heads(parse, t, ("to",)) if number_of(parse, i)][:1]
    if verb.lemma not in STATED or all(c.lemma != "the" for c in children(parse, word.index, "det")):
        return []
    said = (t.index for t in children(parse, verb.index, "attr", "acomp", "oprd"))
    return [i for i in (*said, *prepositional_heads(parse, verb, ("as",))) if number_of(parse, i)]


def _is_found(parse: Parse, body: Token) -> bool:
    """Tell whether bodies are found, left behind, or said to be somebody's: then they are the dead."""
    above = tuple(ancestors(parse, body.index))
    if any(t.lemma in word_class("hands_over") and t.pos == "VERB" for t in above[:1]):
        return False  # nobody died where or when the dead were given back
    found = any(has_form(t, "finder") for t in above) or who_left(parse, body.index)
    return bool(found) or any(are_people(parse, i) for i in of(parse, body))
