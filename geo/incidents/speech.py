"""Words that belong to who says something, not to what is said: "officials in Kabul said on Monday that …"."""

from functools import cache
from itertools import pairwise

from geo.lexicon import word_class
from geo.lexicon.shared import cues_of
from geo.model import Parse, Token
from geo.syntax import ancestors, children, subjects, upward
from geo.syntax.tags import NOUNS

TELLS = frozenset({"says", "reports", "accuses", "cites"})
ACCUSED = frozenset({"accuse", "charge", "suspect", "blame", "know"})  # "a man accused of theft" says nothing
SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson", "envoy", "ambassador", "exile"})
SPEAKS = frozenset({"speak", "talk", "write"})
OCCASIONS = frozenset({"conference", "briefing", "hearing", "bed", "bedside", "address", "speech"})
SOURCES = frozenset({"accord", "cite", "quote"})


@cache
def _cues() -> frozenset[str]:
    return frozenset(cue.split()[0] for cue in cues_of(*TELLS))


def is_saying(token: Token) -> bool:
    """Tell whether a word is a verb of saying."""
    return token.pos == "VERB" and token.lemma in _cues() and not (token.dep == "acl" and token.lemma in ACCUSED)


def sayer(parse: Parse, index: int) -> int | None:
    """Return the verb of saying whose content holds a token, or None."""
    below = parse.tokens[index]
    for above in ancestors(parse, index):
        if is_saying(above) and below.dep in {"ccomp", "xcomp", "pcomp", "prep"}:
            return above.index
        below = above
    return None


def speakers(parse: Parse, index: int) -> tuple[int, ...]:
    """Return who says what holds a token, nobody where it is told plainly."""
    said = sayer(parse, index)
    return () if said is None else subjects(parse, said)


def is_said_beside(parse: Parse, index: int, event: int) -> bool:
    """Tell whether a word stands in what somebody says and an event, told as such, does not.

    "The crew, who were detained, said that they had loaded in Mukalla."

    Parameters
    ----------
    parse, index
        The text, and the word's token index.
    event
        Token index of the event's trigger.
    """
    events = {t.index for t in upward(parse, event)}
    below = parse.tokens[index]
    for above in ancestors(parse, index):
        if below.index in events:
            return False
        if below.dep == "ccomp" and is_saying(above) and below.index > above.index:
            return sayer(parse, event) is None
        below = above
    return False


def is_added(parse: Parse, index: int, event: int) -> bool:
    """Tell whether a word stands in what a speaker adds of somebody else, and an event does not.

    "He denied a part in the raid, adding that cows had been stolen in Daffo on Saturday."

    Parameters
    ----------
    parse, index, event
        As for `is_said_beside`.
    """
    events = {t.index for t in upward(parse, event)}
    chain = upward(parse, index)
    for clause, above in pairwise(chain):
        if clause.index in events:
            return False
        if above.dep == "advcl" and clause.dep == "ccomp" and is_saying(above):
            told = children(parse, clause.index, "nsubj", "nsubjpass")
            named = any(t.pos in NOUNS and t.lemma not in word_class("event") for t in told)
            return above.index not in events and named
    return False


def belongs_to_speaker(parse: Parse, index: int, event: int) -> bool:
    """Tell whether a word says something of a speaker or of the telling, and not of the event that is told.

    Parameters
    ----------
    parse, index
        The text, and the word's token index.
    event
        Token index of the event's trigger.
    """
    events = {t.index for t in upward(parse, event)}
    below = parse.tokens[index]
    for above in ancestors(parse, index):
        if below.index == event:
            return False
        if below.lemma in SOURCES and below.index not in events:
            return True
        if above.index != event and (is_saying(above) or _speaks_of(parse, above)):
            return _on_telling(parse, below, above, events)
        below = above
    return False


def _speaks_of(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb says something with its preposition: "spoke of forty dead", "admitted to ten"."""
    return any(f"{verb.lemma} {t.lemma}" in cues_of("speaks") for t in children(parse, verb.index, "prep"))


def _on_telling(parse: Parse, below: Token, saying: Token, events: set[int]) -> bool:
    """Tell whether what hangs on a verb of saying is its subject, or stands beside it: "said on Monday"."""
    if below.index in events:
        return False
    if below.dep in {"nsubj", "nsubjpass", "agent"} or (below.dep == "dobj" and _quotes(parse, saying)):
        return True
    if below.dep == "advcl":
        return below.lemma in SPEAKS and below.tag == "VBG"  # "Speaking to reporters in Jos, he said"
    if below.dep not in {"prep", "npadvmod", "advmod"}:
        return False
    subject = min((t.index for t in children(parse, saying.index, "nsubj", "nsubjpass")), default=saying.index)
    return below.index > subject or _is_where_spokesmen_are(parse, below, subject) or _is_occasion(parse, below)


def _quotes(parse: Parse, verb: Token) -> bool:
    """Tell whether the object of a verb is who speaks: "quoted a doctor in Jos as saying"."""
    links = (t for t in children(parse, verb.index, "prep") if t.lemma == "as")
    return any(is_saying(t) for link in links for t in children(parse, link.index, "pcomp"))


def _is_occasion(parse: Parse, opening: Token) -> bool:
    """Tell whether a sentence opens with where or how somebody speaks: "At a news conference in Jos", "In a letter"."""
    return any(t.lemma in word_class("medium") | OCCASIONS for t in children(parse, opening.index, "pobj"))


def _is_where_spokesmen_are(parse: Parse, opening: Token, subject: int) -> bool:
    """Tell whether a sentence opens with the place of who speaks for others: "In Lisbon a rebel spokesman said"."""
    close = not any(t.text == "," for t in parse.tokens[opening.index : subject])
    return close and opening.dep == "prep" and parse.tokens[subject].lemma in SPOKESMEN
