"""An event in words that are no more than a figure of speech: "set Iraq on fire", "the minister came under fire"."""

from geo.incidents.what.conquest import takes_nothing
from geo.incidents.what.events import Event
from geo.incidents.who.nouns.arms import is_weapon
from geo.incidents.who.nouns.kinds import kind_of
from geo.lexicon import word_class
from geo.model import Parse, Toponym
from geo.syntax import children, prepositional
from geo.syntax.phrases import in_phrase
from geo.syntax.tags import TIMES

WAYS = frozenset({"line", "route", "road"})


def is_figure(parse: Parse, event: Event, toponyms: tuple[Toponym, ...]) -> bool:
    """Tell whether an event's words say nothing that happened."""
    return (
        takes_nothing(parse, event, toponyms)
        or _is_criticised(parse, event)
        or _is_delayed(parse, event)
        or _is_protest_in_words(parse, event)
        or _is_cleared(parse, event)
        or _is_cut_off(parse, event)
        or (event.main.type == "shooting" and _in_own_foot(parse, event.main.index))
    )


def _is_criticised(parse: Parse, event: Event) -> bool:
    """Tell whether who holds an office came under fire, and nobody and nothing is said to have fired."""
    fire = {parse.tokens[i].lemma for i in event.main.tokens} >= {"under", "fire"}
    if not fire or event.arguments.weapons or event.arguments.perpetrators:
        return False
    phrases = (parse.tokens[j] for i in event.arguments.patients for j in in_phrase(parse, i))
    # Not "the minister's convoy".
    officials = (t for t in phrases if t.lemma in word_class("official") and t.dep != "poss")
    over = (parse.tokens[i] for i in prepositional(parse, event.main.index, ("over", "for")))
    return any(officials) or any(t.entity not in TIMES for t in over)  # not "came under fire over the weekend"


def _is_cut_off(parse: Parse, event: Event) -> bool:
    """Tell whether what was cut is the way of somebody's supplies, which is no deed of its own and no cable."""
    lines = [parse.tokens[i] for i in event.arguments.patients if parse.tokens[i].lemma in WAYS]
    supplies = any(c.lemma == "supply" for t in lines for c in children(parse, t.index, "compound"))
    return supplies and parse.tokens[event.main.index].lemma == "cut"


def _in_own_foot(parse: Parse, verb: int) -> bool:
    own = any(t.tag == "PRP" and t.text.lower().endswith(("self", "selves")) for t in children(parse, verb, "dobj"))
    return own and any(parse.tokens[i].lemma == "foot" for i in prepositional(parse, verb, ("in",)))


def _is_delayed(parse: Parse, event: Event) -> bool:
    """Tell whether somebody was only made to wait: "was held up for forty minutes"."""
    held_up = {parse.tokens[i].lemma for i in event.main.tokens} == {"hold", "up"}
    return held_up and any(parse.tokens[i].entity in TIMES for i in prepositional(parse, event.main.index, ("for",)))


def _is_protest_in_words(parse: Parse, event: Event) -> bool:
    """Tell whether a state or a body protests by a note or speech: "the embassy protested", "a protest to Rabat"."""
    if event.main.type != "protest" or parse.tokens[event.main.index].lemma != "protest":
        return False
    to = prepositional(parse, event.main.index, ("to",)) if event.main.noun else ()
    bodies = word_class("protests_in_words")
    doers = event.arguments.perpetrators
    official = (kind_of(parse, i) == "government" or parse.tokens[i].lemma in bodies for i in doers)
    return any(parse.tokens[i].pos == "PROPN" for i in to) or (bool(doers) and all(official))


def _is_cleared(parse: Parse, event: Event) -> bool:
    """Tell whether arms that were found are destroyed: "a team blew up six mortar bombs", not "a bomb blew up"."""
    token = parse.tokens[event.main.index]
    objects = children(parse, token.index, "dobj")
    arms = bool(objects) and all(is_weapon(parse, t.index) for t in objects)
    return event.main.type == "bombing" and token.lemma == "blow" and arms
