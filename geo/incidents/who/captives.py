"""How many were taken, where the words for it are no toll's: "bundled two students into a van"."""

from collections.abc import Callable
from dataclasses import replace

from geo.incidents.what.events import Event
from geo.model import Count, Parse, Toll
from geo.phrases import in_phrase

HowMany = Callable[[int], Count | None]


def with_captives(parse: Parse, event: Event, how_many: HowMany) -> Event:
    """Return an event with its captives counted, if no toll counts them.

    Parameters
    ----------
    parse
        The text.
    event
        One of its events.
    how_many
        Says how many people a noun and the list that it heads speak of.
    """
    if not event.captives or any(t.effect == "captured" for t in event.tolls):
        return event
    head = min(event.captives)
    count = how_many(head)
    if count is None:
        return event
    phrase = [parse.tokens[i] for i in in_phrase(parse, head)]
    toll = Toll("captured", count, phrase[0].start, phrase[-1].end, head, event.main.index)
    return replace(event, tolls=(*event.tolls, toll))
