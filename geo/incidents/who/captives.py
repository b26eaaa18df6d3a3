"""How many were taken or put to death, where the words for it are no toll's: "bundled two students into a van"."""

from collections.abc import Callable
from dataclasses import replace

from geo.incidents.what.events import Event
from geo.lexicon import word_class
from geo.model import Count, Effect, Parse, Toll
from geo.syntax import children, conjuncts, prepositional
from geo.syntax.phrases import in_phrase

HowMany = Callable[[int], Count | None]


def with_captives(parse: Parse, event: Event, how_many: HowMany) -> Event:
    """Return an event with its captives counted, if no toll counts them.

    Parameters
    ----------
    parse, event
        The text, and one of its events.
    how_many
        Says how many people a noun and the list that it heads speak of.
    """
    captives = event.captives or _meant(parse, event) or _aboard(parse, event)
    if not captives or any(t.effect == "captured" for t in event.tolls):
        return event
    return _counted(parse, event, "captured", min(captives), how_many)


def with_executed(parse: Parse, event: Event, how_many: HowMany) -> Event:
    """Return an event with those counted who were put to death, if no toll counts them.

    Parameters
    ----------
    parse, event, how_many
        As for `with_captives`.
    """
    done = event.main.type == "execution" and event.assertion.stage == "accomplished"
    if not done or not event.arguments.patients or any(t.effect == "killed" for t in event.tolls):
        return event
    return _counted(parse, event, "killed", min(event.arguments.patients), how_many)


def _counted(parse: Parse, event: Event, effect: Effect, head: int, how_many: HowMany) -> Event:
    """Return an event with a toll of those of whom a noun speaks, if it says how many they are."""
    count = how_many(head)
    if count is None:
        return event
    phrase = [parse.tokens[i] for i in in_phrase(parse, head)]
    toll = Toll(effect, count, phrase[0].start, phrase[-1].end, head, event.main.index)
    return replace(event, tolls=(*event.tolls, toll))


def _meant(parse: Parse, event: Event) -> frozenset[int]:
    """Return the pronouns that stand for who was taken: "bundled him into a van"."""
    taking = (t.index for t in event.triggers if t.patient == "captive" and not t.noun)
    return frozenset(t.index for verb in taking for t in children(parse, verb, "dobj") if t.tag == "PRP")


def _aboard(parse: Parse, event: Event) -> frozenset[int]:
    """Return the crew of what was hijacked: of "a tanker with 23 crew", "a trawler and its fourteen hands"."""
    if event.main.type != "hijacking":
        return frozenset()
    words = parse.sentence_tokens(parse.sentences[event.sentence])
    aboard = any(t.lemma == "aboard" or (t.lemma == "board" and t.pos == "NOUN") for t in words)
    doers = event.arguments.perpetrators if aboard else ()  # "by nine gunmen with 165 people aboard"
    vessels = (*event.arguments.patients, event.main.index, *doers)
    beside = (i for v in vessels for i in (*prepositional(parse, v, ("with",)), *conjuncts(parse, v)))
    return frozenset(i for i in beside if parse.tokens[i].lemma in word_class("aboard"))
