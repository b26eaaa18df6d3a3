"""Things of which a clause says what somebody calls them, hung as the things: "fired at what it called a rebel base".

So are what they seem to be: "hit what appeared to be a bakery". Parsers let the clause stand for the thing.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from geo.language.mending.hanging import Hung, mending
from geo.lexicon.shared import cues_of
from geo.model import Token
from geo.syntax.tags import SUPPOSES

STANDS_FOR = {"pcomp": "pobj", "ccomp": "dobj", "csubj": "nsubj", "csubjpass": "nsubjpass"}
UPON = frozenset({"at", "on", "against", "into"})
SUBJECTS = frozenset({"csubj", "csubjpass"})
BELOW = frozenset({"ccomp", "xcomp"})
CALLED = frozenset({"attr", "oprd"})
HIGHEST = 4  # links from "what" up to the verb of its clause


@mending
def with_free_relatives(tokens: Sequence[Token], what: Token) -> Hung:
    """Return such a thing in the place of its clause, and the clause as one that says more of it."""
    if what.lemma != "what" or what.tag != "WP" or what.dep not in {"dobj", "nsubj", "nsubjpass"}:
        return {}
    verb = tokens[what.head]
    for _ in range(HIGHEST):
        if verb.head < what.index or verb.dep in SUBJECTS:
            break
        verb = tokens[verb.head]
    label = STANDS_FOR.get(verb.dep)
    thing = next(_called(tokens, verb), None)
    if label is None or thing is None or (verb.dep not in SUBJECTS and verb.head > what.index):
        return {}
    above = tokens[verb.head].lemma
    said = above not in UPON if verb.lemma in SUPPOSES and label == "pobj" else above in _cues()
    if said:  # "in what police said was an attack", "claimed what it called the execution of a judge"
        return {}
    return {thing.index: (label, verb.head), verb.index: ("relcl", thing.index)}


@cache
def _cues() -> frozenset[str]:
    return frozenset(cue.split()[0] for cue in cues_of("says", "reports", "accuses", "owns"))


def _called(tokens: Sequence[Token], verb: Token) -> Iterator[Token]:
    """Yield the nouns for what a clause says that something is, seems, is said or is called."""
    for child in (tokens[i] for i in verb.children):
        if child.dep in CALLED and child.pos == "NOUN":
            yield child
        elif child.dep == "prep" and child.lemma == "as":
            yield from (tokens[i] for i in child.children if tokens[i].dep == "pobj" and tokens[i].pos == "NOUN")
        elif child.dep in BELOW:
            yield from _called(tokens, child)
