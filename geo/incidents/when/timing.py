"""An event in its sentence -> when it was, as far as the sentence says so."""

from itertools import takewhile

from geo.incidents.what.events import Event
from geo.incidents.what.harm import are_of_the_hurt
from geo.incidents.when.day_over import day_over
from geo.incidents.when.times_beside import (
    is_ahead,
    is_of_a_state,
    is_of_another,
    is_of_telling,
    is_of_what_was_before,
    is_when,
)
from geo.incidents.where.place_names import head_token
from geo.layout.dateline import head_end
from geo.model import Parse, TimeExpression, When
from geo.model.within import starting_in
from geo.syntax import ancestors, clause_of
from geo.syntax.tags import NOUNS, VERBS

LONG = frozenset({"week", "month", "year"})


def time_of(parse: Parse, event: Event, times: tuple[TimeExpression, ...]) -> When | None:
    """Return the time that stands in the event's sentence, nearest to its words; an update's only if it is the deed's.

    Parameters
    ----------
    parse, event
        The text, and one of its events.
    times
        The document's.
    """
    if is_update(parse, event) or _corrects(event):
        return _of_deed(parse, event, times)
    sentence = parse.sentences[event.sentence]
    start = max(sentence.start, head_end(parse.text))
    inside = [t for t in starting_in(times, start, sentence.end) if t.end <= sentence.end and not t.until]
    told = [t for t in inside if t.of_speech or is_of_telling(parse, event, t)]
    others = (is_of_what_was_before, is_of_a_state, is_ahead, is_of_another)
    inside = [t for t in inside if t not in told and not any(is_others(parse, event, t) for is_others in others)]
    inside = [t for t in inside if _is_within(parse, event, t)] or inside
    at = parse.tokens[event.main.index].start

    def rank(time: TimeExpression) -> tuple[bool, bool, bool, int]:
        open_start = time.when.start is None and time.when.end is not None  # "a century ago"
        vague = time.when.precision == "unknown" and not open_start
        elsewhere = not _is_in_clause(parse, event, time)
        beside = elsewhere and not (_is_below(parse, event, time) or _is_above(parse, event, time))
        return vague, elsewhere, beside, abs(time.start - at)

    nearest = min(inside, key=rank, default=None)
    return _finest(nearest, inside).when if nearest else day_over(parse, event, times) or _by_then(told)


def _finest(time: TimeExpression, inside: list[TimeExpression]) -> TimeExpression:
    """Return the day that a sentence names within a month or year: "in May 2014 …, on the night of the 18th"."""
    start, end = time.when.start, time.when.end
    if time.when.precision not in LONG or start is None or end is None:
        return time
    days = [t for t in inside if t.when.precision == "day" and t.when.start and t.when.end]
    within = [t for t in days if start <= (t.when.start or end) and (t.when.end or start) <= end]
    return within[0] if len(within) == 1 else time


def _corrects(event: Event) -> bool:
    """Tell whether a noun and new numbers of its dead are all that is told: "the toll from the bombing rose to 41".

    One who died of his wounds since may be told of beside.
    """
    corrected = any(toll.replaces for toll in event.tolls)
    return corrected and event.main.noun and all(toll.replaces or toll.count.high == 1 for toll in event.tolls)


def _of_deed(parse: Parse, event: Event, times: tuple[TimeExpression, ...]) -> When | None:
    """Return the time that hangs on the deed itself: "the toll from a bomb in Kut on Saturday has risen to 41"."""
    sentence = parse.sentences[event.sentence]
    deeds = {t.index for t in event.triggers}
    for time in starting_in(times, sentence.start, sentence.end):
        head = head_token(parse, time.start, time.end)
        above = takewhile(lambda token: token.pos not in VERBS, () if head is None else ancestors(parse, head))
        nouns = [token.index for token in above if token.pos in NOUNS]
        own = nouns[1:] if event.main.type == "effect" else nouns  # "the toll on Sunday" is no deed's
        if deeds.intersection(own):
            return time.when
    return None


def _is_within(parse: Parse, event: Event, time: TimeExpression) -> bool:
    """Tell whether a time stands in the words of one of several events of a sentence."""
    if event.within is None:
        return False
    first, last = event.within
    return parse.tokens[first].start <= time.start < parse.tokens[last - 1].end


def _is_in_clause(parse: Parse, event: Event, time: TimeExpression) -> bool:
    """Tell whether a time stands in the very clause of an event's words."""
    head = head_token(parse, time.start, time.end)
    return head is not None and clause_of(parse, head) == clause_of(parse, event.main.index)


def _is_below(parse: Parse, event: Event, time: TimeExpression) -> bool:
    """Tell whether a time stands in a clause that hangs on an event's: "was hit by a rocket fired last night"."""
    head = head_token(parse, time.start, time.end)
    return head is not None and any(above.index == event.main.index for above in ancestors(parse, head))


def _is_above(parse: Parse, event: Event, time: TimeExpression) -> bool:
    """Tell whether an event says when a clause with a time was: "on Monday two died when a bomb went off"."""
    head = head_token(parse, time.start, time.end)
    return head is not None and is_when(parse, head, event.main.index)


def _by_then(told: list[TimeExpression]) -> When | None:
    """Return what the day of the telling says of the event: it was on that day or before."""
    ends = [t.when.end for t in told if t.when.precision == "day" and t.when.end is not None]
    return When(None, min(ends), "unknown", None) if ends else None


def is_update(parse: Parse, event: Event) -> bool:
    """Tell whether an event only corrects a number: "the toll rose to 41", "two of the hurt died, bringing it to 10".

    Parameters
    ----------
    parse, event
        The text, and an event.
    """
    corrected = {toll.effect for toll in event.tolls if toll.replaces}
    more = (toll for toll in event.tolls if not toll.replaces and toll.effect in corrected)
    return (
        event.main.type == "effect"
        and bool(corrected)
        and (are_of_the_hurt(parse, event) or all(toll.count.high == 1 for toll in more))
    )
