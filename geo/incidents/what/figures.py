"""An event in words that are no more than a figure of speech: "set Iraq on fire", "the minister came under fire"."""

from geo.incidents.what.conquest import takes_nothing
from geo.incidents.what.events import Event
from geo.incidents.where.place_names import head_token
from geo.incidents.who.casting import located
from geo.incidents.who.kinds import ACTORS, kind_of
from geo.lexicon import word_class
from geo.model import Parse, Toponym
from geo.syntax import children, prepositional
from geo.syntax.phrases import in_phrase
from geo.syntax.tags import TIMES


def is_figure(parse: Parse, event: Event, toponyms: tuple[Toponym, ...]) -> bool:
    """Tell whether an event's words say nothing that happened.

    Parameters
    ----------
    parse
        The text.
    event
        One of its events.
    toponyms
        The document's.
    """
    return (
        takes_nothing(parse, event, toponyms)
        or _burns_country(parse, event, toponyms)
        or _is_criticised(parse, event)
        or _is_by_critics(parse, event)
        or (event.main.type == "shooting" and _in_own_foot(parse, event.main.index))
    )


def _burns_country(parse: Parse, event: Event, toponyms: tuple[Toponym, ...]) -> bool:
    if event.main.type != "arson" or event.main.noun:
        return False
    burnt = {t.index for t in children(parse, event.main.index, "dobj", "nsubjpass")}
    placed = burnt & located(parse, event.sentence, toponyms)
    countries = {head_token(parse, t.start, t.end) for t in toponyms if t.place and t.place.kind == "country"}
    said = event.arguments.perpetrators
    speech = bool(said) and not any(kind_of(parse, i) in ACTORS for i in said)  # "his words set the town ablaze"
    named = any(parse.tokens[i].pos == "PROPN" for i in burnt)
    return (speech and named) or (bool(placed) and placed <= countries)


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


def _is_by_critics(parse: Parse, event: Event) -> bool:
    """Tell whether those who did it fight with words, and nobody is hurt: "was ambushed by its own voters"."""
    doers = {parse.tokens[i].lemma for i in event.arguments.perpetrators}
    weak = event.main.type == "attack" and not event.tolls and not event.arguments.weapons
    return weak and bool(doers) and doers <= word_class("critic")


def _in_own_foot(parse: Parse, verb: int) -> bool:
    own = any(t.tag == "PRP" and t.text.lower().endswith(("self", "selves")) for t in children(parse, verb, "dobj"))
    return own and any(parse.tokens[i].lemma == "foot" for i in prepositional(parse, verb, ("in",)))
