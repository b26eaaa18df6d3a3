"""Words that say only what befell people, as part of what was told before."""

from geo.incidents.what.events import Event
from geo.model import Parse
from geo.syntax import is_passive, prepositional

HURT = frozenset({"wounded", "injured", "wound", "injure", "hurt", "casualty"})


def only_harms(parse: Parse, event: Event) -> bool:
    """Tell whether verbs say only that people were harmed: "five were eliminated"; "beaten to death" says how.

    Parameters
    ----------
    parse
        The text.
    event
        One of its events.
    """
    harmed = {t.trigger for t in event.tolls if t.count.best}
    plain = (t.type == "attack" and t.index in harmed and len(t.tokens) == 1 for t in event.triggers)
    words = all(is_plain or t.type == "effect" for is_plain, t in zip(plain, event.triggers, strict=True))
    done = event.arguments.perpetrators or event.arguments.weapons
    return words and is_passive(parse, event.main.index) and not done


def are_of_the_hurt(parse: Parse, event: Event) -> bool:
    """Tell whether words of death are of some who were told to be hurt: "two of the wounded had died".

    Parameters
    ----------
    parse, event
        As for `only_harms`.
    """
    dead = (t.head for t in event.tolls if t.effect == "killed")
    of = (parse.tokens[i] for one in dead for i in prepositional(parse, one, ("of",)))
    return event.is_result and any(t.lemma in HURT for t in of)
