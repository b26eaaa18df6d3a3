"""Phrases that lay what was told at somebody's door: "laid responsibility on", "at the door of", "was behind it"."""

from geo.incidents.speech import sayer
from geo.incidents.who.kinds import SIDES, is_armed, kind_of
from geo.incidents.who.laid import Laid, bodies, laid_on
from geo.model import Parse, Token
from geo.syntax import children, is_passive, prepositional, subjects

GIVES = frozenset({"lay", "put", "place", "pin", "fix", "assign", "attribute", "ascribe", "heap"})
ON_WHOM = ("on", "upon", "at", "to", "with")
BEARS = frozenset({"bear", "have", "carry", "show"})
STANDS = frozenset({"be", "stand"})
IT = frozenset({"it", "this", "that", "them", "these", "both"})
NO_BODIES = frozenset({"GPE", "LOC", "FAC", "PERSON", "DATE", "TIME"})


def credited(parse: Parse, noun: Token) -> Laid | None:
    """Read "laid responsibility on the rebels", "puts the blame on"."""
    verb = parse.tokens[noun.head]
    if noun.dep not in {"dobj", "nsubjpass"} or verb.lemma not in GIVES or _is_of_named(parse, noun, verb):
        return None
    whom = [i for t in (verb, noun) for i in prepositional(parse, t.index, ON_WHOM)]
    return laid_on(parse, verb, fighters(parse, whom), _givers(parse, verb), "accused")


def at_door(parse: Parse, door: Token) -> Laid | None:
    """Read "laid the killing at the door of the rebels"."""
    preposition = parse.tokens[door.head]
    above = parse.tokens[preposition.head]
    verb = above if above.pos == "VERB" else parse.tokens[above.head]
    if preposition.lemma != "at" or verb.lemma not in GIVES:
        return None
    whom = bodies(parse, prepositional(parse, door.index, ("of",)))
    return laid_on(parse, verb, whom, _givers(parse, verb), "accused")


def behind(parse: Parse, word: Token) -> Laid | None:
    """Read "the rebels are behind it" and "said its men were behind it"."""
    verb = parse.tokens[word.head]
    it = any(t.text.lower() in IT for t in children(parse, word.index, "pobj"))
    if not it or verb.lemma not in STANDS:
        return None
    said = sayer(parse, verb.index)
    by = () if said is None else subjects(parse, said)
    doers = subjects(parse, verb.index)
    own = tuple(i for i in doers if children(parse, i, "poss"))  # "its men"
    return laid_on(parse, verb, fighters(parse, doers) or own, by, "accused", though_unsure=True)


def owned_up(parse: Parse, verb: Token) -> Laid | None:
    """Read "the group owned up to it"."""
    up = any(t.lemma == "up" for t in children(parse, verb.index, "prt", "advmod", "prep"))
    it = any(parse.tokens[i].text.lower() in IT for i in _to(parse, verb))
    doers = bodies(parse, subjects(parse, verb.index))
    return laid_on(parse, verb, doers, doers, "claimed") if up and it else None


def claimed(parse: Parse, verb: Token) -> Laid | None:
    """Read "the Front claimed it in a communique"."""
    objects = children(parse, verb.index, "dobj")
    others = children(parse, verb.index, "ccomp", "xcomp", "oprd")
    if is_passive(parse, verb.index) or others or not any(t.text.lower() in IT for t in objects):
        return None
    doers = fighters(parse, subjects(parse, verb.index))
    return laid_on(parse, verb, doers, doers, "claimed")


def pointed_to(parse: Parse, verb: Token) -> Laid | None:
    """Read "police point to the rebels"."""
    if verb.pos != "VERB" or children(parse, verb.index, "dobj", "xcomp"):
        return None
    whom = fighters(parse, prepositional(parse, verb.index, ("to", "at")))
    return laid_on(parse, verb, whom, subjects(parse, verb.index), "accused")


def traced(parse: Parse, verb: Token) -> Laid | None:
    """Read "police traced it to the rebels" and "put it down to the rebels"."""
    put = verb.lemma != "put" or any(t.lemma == "down" for t in children(parse, verb.index, "prt", "advmod", "prep"))
    if not put or not any(t.text.lower() in IT for t in children(parse, verb.index, "dobj", "nsubjpass")):
        return None
    return laid_on(parse, verb, fighters(parse, _to(parse, verb)), _givers(parse, verb), "accused")


def fighters(parse: Parse, nouns: list[int] | tuple[int, ...]) -> tuple[int, ...]:
    """Return the nouns for those who fight, by name or by calling.

    Parameters
    ----------
    parse
        The text.
    nouns
        Token indices.
    """
    return tuple(i for i in nouns if kind_of(parse, i) in SIDES or is_armed(parse, i) or _names_body(parse, i))


def _names_body(parse: Parse, index: int) -> bool:
    token = parse.tokens[index]
    named = bool(token.entity) or any(children(parse, index, "compound", "punct"))
    return named and token.pos == "PROPN" and token.entity not in NO_BODIES and kind_of(parse, index) != "government"


def _to(parse: Parse, verb: Token) -> tuple[int, ...]:
    """Return the nouns after "to", which parsers hang on a particle as well: "down to the rebels"."""
    particles = children(parse, verb.index, "prt", "advmod", "prep")
    return tuple(i for t in (verb, *particles) for i in prepositional(parse, t.index, ("to",)))


def _givers(parse: Parse, verb: Token) -> tuple[int, ...]:
    return prepositional(parse, verb.index, ("by",)) if is_passive(parse, verb.index) else subjects(parse, verb.index)


def _is_of_named(parse: Parse, noun: Token, verb: Token) -> bool:
    """Tell whether it is said for what, so that the deed's own words tell of it: "blame for the raid"."""
    return any(prepositional(parse, t.index, ("for",)) for t in (noun, verb))


CREDITS = {
    **dict.fromkeys(("responsibility", "blame", "guilt"), credited),
    "door": at_door,
    "behind": behind,
    "own": owned_up,
    "claim": claimed,
    "point": pointed_to,
    **dict.fromkeys(("link", "trace", "put"), traced),
}
