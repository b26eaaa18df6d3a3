"""Words that nobody was harmed -> the event of which they are told, in its sentence or the next."""

from collections.abc import Sequence
from dataclasses import replace

from geo.incidents.what.events import Event
from geo.model import Parse, Toll


def with_unharmed(parse: Parse, fresh: Sequence[list[Event]], tolls: Sequence[Toll]) -> list[list[Event]]:
    """Return the events of each sentence, with tolls of nobody where a text says so: "there were no casualties".

    Such words go to the only event of their sentence, or else to the only event of the sentence before.

    Parameters
    ----------
    parse, fresh
        The text, and the events of each sentence, in the order of the text.
    tolls
        All of the text's.
    """
    found = [list(events) for events in fresh]
    for toll in tolls:
        at = parse.tokens[toll.trigger].sentence
        told = next((n for n in (at, at - 1) if n >= 0 and found[n]), None)
        if toll.count.high or told is None or len(found[told]) > 1:
            continue
        event = found[told][0]
        if all(t.effect != toll.effect for t in event.tolls):
            found[told] = [replace(event, tolls=(*event.tolls, toll))]
    return found
