"""A verb -> whether armed people come upon armed people: "a patrol ran into rebels", "the band was surrounded by"."""

from geo.incidents.what.needs.takings import taken
from geo.incidents.who.nouns.kinds import PERSONS, is_armed, kind_of
from geo.lexicon import word_class
from geo.model import Parse
from geo.syntax import after_particle, agents, children, direct_objects, is_passive, prepositional, subjects
from geo.syntax.tags import TIMES

UPON = ("upon", "across", "on", "into", "with")  # "came upon", "ran into", "caught up with"


def meets_foes(parse: Parse, verb: int) -> bool:
    """Tell whether armed people come upon armed people: "a patrol ran into rebels", not "into criticism".

    Of a band, a party or a column no more need be said, if the others bear arms and it is not one of civilians.
    """
    upon = (*prepositional(parse, verb, UPON), *after_particle(parse, verb, UPON))
    upon = tuple(j for i in upon if parse.tokens[i].entity not in TIMES for j in _pursued(parse, verb, i))
    if is_passive(parse, verb) and not upon:  # not "a patrol caught up with", which parsers take for a participle
        sides = (agents(parse, verb), subjects(parse, verb))
    else:
        sides = (subjects(parse, verb), upon or taken(parse, verb))
    armed = [any(_bears_arms(parse, i) for i in side) for side in sides]
    bands = [any(_is_band(parse, i) for i in side) for side in sides]
    return any(armed) and all(one or other for one, other in zip(armed, bands, strict=True))


def _pursued(parse: Parse, verb: int, noun: int) -> tuple[int, ...]:
    """Return a noun, or for "them" what the verb before took: "chased the raiders and caught up with them"."""
    before = parse.tokens[verb]
    known = parse.tokens[noun].tag == "PRP" and before.dep == "conj"
    return direct_objects(parse, before.head) if known else (noun,)


def _bears_arms(parse: Parse, noun: int) -> bool:
    """Tell whether people bear arms, or those who make up a band of them: "two companies of gendarmes"."""
    band = parse.tokens[noun].lemma in word_class("band")
    members = (*prepositional(parse, noun, ("of",)), *(t.index for t in children(parse, noun, "compound")))
    return is_armed(parse, noun) or (band and any(is_armed(parse, i) for i in members))


def _is_band(parse: Parse, noun: int) -> bool:
    """Tell whether a noun speaks of people who go together and may bear arms: "a party of Sikin", not "of hikers"."""
    whose = prepositional(parse, noun, ("of",))
    civil = any(kind_of(parse, i) in PERSONS and parse.tokens[i].pos != "PROPN" for i in whose)
    return parse.tokens[noun].lemma in word_class("band") and not civil
