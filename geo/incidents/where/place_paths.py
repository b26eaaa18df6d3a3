"""The way through the sentence's tree from an event to a name, told in words of few kinds."""

from dataclasses import dataclass
from functools import cache

from geo.lexicon import load_rows
from geo.lexicon.shared import actors, cues_of, nouns_of
from geo.lexicon.triggers import trigger_rows
from geo.model import Parse, Token
from geo.syntax import ancestors, children, upward
from geo.syntax.tags import PLACES, RELATIVE_TAGS, TIMES, VERBS

PREPOSITIONS = frozenset({
    "in", "at", "near", "on", "outside", "inside", "around", "within", "across", "throughout", "over", "off", "along",
    "between", "through", "from", "to", "into", "toward", "towards", "against", "of", "with", "for", "by", "during",
    "after", "before", "as", "about", "under",
})  # fmt: skip
NEAR_HOPS = 6  # from an event to what may be where it was
SHORT = {
    "pobj": "", "pcomp": "", "conj": "and", "appos": "is", "nsubj": "does", "nsubjpass": "does", "csubj": "does",
    "dobj": "object", "compound": "part", "nmod": "part", "amod": "part", "poss": "whose",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Way:
    """From an event up to the word that it and a name hang on, and down to the name.

    Parameters
    ----------
    up
        The event and what is above it, below the common word.
    down
        What is below the common word, down to the name's head.
    top
        The common word.
    """

    up: tuple[Token, ...]
    down: tuple[Token, ...]
    top: Token

    @property
    def length(self) -> int:
        """How many hops it has."""
        return len(self.up) + len(self.down)


def way(parse: Parse, event: int, name: int) -> Way | None:
    """Return the way between two tokens of one sentence, None where the tree does not join them."""
    up = upward(parse, event)
    place = {token.index: n for n, token in enumerate(up)}
    down: list[Token] = []
    for token in upward(parse, name):
        if token.index in place:
            return Way(tuple(up[: place[token.index]]), tuple(reversed(down)), token)
        down.append(token)
    return None


def is_near(parse: Parse, event: int, name: int) -> bool:
    """Tell whether few hops lead from an event to a name."""
    found = way(parse, event, name)
    return found is not None and found.length <= NEAR_HOPS


@cache
def _nouns() -> dict[str, str]:
    """Return the class of each noun that a lexicon knows."""
    sites = {noun for noun in nouns_of("facility") if " " in noun}  # a "gas storage site" makes no actor of a site
    found = {noun.split()[-1]: "actor" for noun in actors().keys() - sites}
    found |= {word: kind for word, part, kind in load_rows("scenes", ("word", "part", "class")) if part == "noun"}
    found |= {row[0]: "place" for row in load_rows("place_nouns", ("word", "position", "kinds"))}
    return found | {row[0].split()[-1]: "event" for row in trigger_rows() if row[1] == "noun"}


@cache
def _verbs() -> dict[str, str]:
    """Return the class of each verb that a lexicon knows."""
    moves = load_rows("movements", ("word", "class", "frame", "covert", "cargo"))
    found = {word: "motion" for word, kind, *_ in moves if kind == "verb"}
    found |= {word: kind for word, part, kind in load_rows("scenes", ("word", "part", "class")) if part == "verb"}
    found |= {row[0].split()[0]: row[3] for row in trigger_rows() if row[1] == "verb"}  # the last row of a verb counts
    return found | {cue.split()[0]: "says" for cue in cues_of("says", "reports", "accuses", "cites")}


def kind_of(token: Token) -> str:
    """Return what kind of word a token is: what a verb does to its object, what sort of thing a noun names."""
    if token.pos in VERBS:
        return _verbs().get(token.lemma, "verb")
    if token.entity in TIMES:
        return "time"
    known = _nouns().get(token.lemma)
    if known:
        return known
    if token.pos == "PROPN":
        return "ground" if token.entity in PLACES else "name"
    return token.pos.lower()


def knows(token: Token) -> bool:
    """Tell whether a common word is one that the lexicons list, so that it may be told by itself."""
    return token.lemma in (_verbs() if token.pos in VERBS else _nouns())


def hop(token: Token) -> str:
    """Return how a token hangs on the one above it: a preposition by itself, else the relation and what it is."""
    if token.dep in {"prep", "agent", "dative"} or token.pos in {"ADP", "SCONJ"}:
        return preposition(token)
    return f"{SHORT.get(token.dep, token.dep)} {kind_of(token)}".strip()


def preposition(token: Token) -> str:
    """Return a preposition, the rare ones as one."""
    return token.lemma if token.lemma in PREPOSITIONS else "other"


def is_apart(parse: Parse, head: int, event: int) -> bool:
    """Tell whether a name stands in a clause that the event is not in, and that has a subject of its own."""
    own = {t.index for t in upward(parse, event)}
    for token in (t for t in ancestors(parse, head) if t.pos in VERBS):
        acts = children(parse, token.index, "nsubj", "nsubjpass")
        if acts and not any(t.tag in RELATIVE_TAGS for t in acts) and _has_own(parse, event, token.index):
            return True
        if token.index in own:
            return False
    return False


def _has_own(parse: Parse, event: int, verb: int) -> bool:
    """Tell whether, from an event up to a verb, another subject comes before that verb's: "…, and a bomb killed"."""
    for token in upward(parse, event):
        if token.index == verb:
            return False
        if children(parse, token.index, "nsubj", "nsubjpass"):
            return True
    return True
