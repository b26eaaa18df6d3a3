"""A verb with many senses -> whether it harms people: "thrashed a clerk", not "thrashed out a deal"."""

from collections.abc import Iterator

from geo.incidents.who.nouns.arms import is_weapon
from geo.incidents.who.nouns.kinds import PERSONS, kind_of
from geo.lexicon import word_class
from geo.model import Parse
from geo.syntax import children, conjuncts, is_passive, prepositional, subjects
from geo.syntax.tags import PERSONAL

PEOPLE = PERSONS | {"group"}
INTO = ("on", "upon", "with", "at")  # "stamped on him", "did away with him", "hacked at whoever came out"
ANYBODY = frozenset({"whoever", "anyone", "anybody", "everyone", "everybody", "someone", "somebody"})


def harms_people(parse: Parse, verb: int) -> bool:
    """Tell whether people are what a verb is done to, be they told after a verb joined to it."""
    whom = list(_harmed(parse, verb))
    if not whom:  # "kicked and punched a clerk"
        whom = [i for t in children(parse, verb, "conj") for i in _harmed(parse, t.index)]
    return any(_are_people(parse, i) for n in whom for i in conjuncts(parse, n))


def _harmed(parse: Parse, verb: int) -> Iterator[int]:
    objects = children(parse, verb, "dobj")
    if is_passive(parse, verb):
        yield from subjects(parse, verb)
    yield from (t.index for t in objects)
    yield from prepositional(parse, verb, INTO)


def _are_people(parse: Parse, index: int) -> bool:
    token = parse.tokens[index]
    if token.lemma in word_class("body_part") | word_class("limb"):  # "hacked off his ear"
        return bool(children(parse, index, "poss") or prepositional(parse, index, ("of",)))
    if token.pos in {"PRON", "NUM"}:
        return token.pos == "NUM" or token.lemma in PERSONAL | ANYBODY
    return kind_of(parse, index) in PEOPLE and not is_weapon(parse, index)
