"""An active verb whose subject suffers: "came under fire from", "fell to the rebels", "lost it to thieves"."""

from geo.incidents.what.averted import beaten_off
from geo.incidents.what.needs.surrendering import gives_up, takers_of
from geo.incidents.who.arguments.strays import whose_hands
from geo.incidents.who.nouns.kinds import attacks
from geo.lexicon import word_class
from geo.model import Parse, Trigger
from geo.syntax import is_passive, prepositional, subjects
from geo.syntax.tags import PRONOUNS

TAKES = frozenset({"take", "catch"})  # "took fire", "caught a bullet"
# Verbs whose subject suffers, and the preposition of who does it: "came under fire from", "fell to the rebels".
SUFFERED_FROM = {"come": ("from",), "fall": ("to",), "lose": ("to",), "hand": ("to",)}
UNDER = frozenset({"under", "to", "into"})  # not "came upon rifles", "fell on the guards"


def suffered_from(parse: Parse, trigger: Trigger) -> list[int] | None:
    """Return who does what a verb tells of whose subject suffers it, None where it does not."""
    if trigger.type == "detention" and gives_up(parse, trigger.index):
        return takers_of(parse, trigger.index)
    beaten = beaten_off(parse, trigger.index) if trigger.type == "hijacking" else ()
    if beaten and not is_passive(parse, trigger.index):
        return list(beaten)
    words = _words_for_doers(parse, trigger)
    from_whom = prepositional(parse, trigger.index, ("by", *words)) if words else ()
    return [*from_whom, *whose_hands(parse, trigger.index)] if words else None


def is_overcome(parse: Parse, verb: int) -> bool:
    """Tell whether a passive says how those who did something were stopped: "he was overpowered by passers-by"."""
    stopped = parse.tokens[verb].lemma in word_class("overcomes")
    whom = subjects(parse, verb)
    return stopped and all(parse.tokens[i].tag in PRONOUNS or attacks(parse, i) for i in whom)


def _words_for_doers(parse: Parse, trigger: Trigger) -> tuple[str, ...]:
    """Return by which words a verb names who does it where its subject suffers, nothing where it does not."""
    lemma = parse.tokens[trigger.index].lemma
    words = {parse.tokens[i].lemma for i in trigger.tokens}
    if lemma in TAKES:  # "the helicopter took fire", "took nine bullets", not "the rebels took it under fire"
        return ("from",) if words - TAKES and words - TAKES <= word_class("slug") | {"fire"} else ()
    befalls = words & UNDER and (trigger.type not in {"seizure", "battle"} or lemma == "fall")
    return SUFFERED_FROM.get(lemma, ()) if befalls else ()
