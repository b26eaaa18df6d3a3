"""An event whose sentence gives no day -> the day that heads it: its line's, its form's, a log's or a round-up's."""

import re
from dataclasses import replace

from geo.incidents.what.events import Event
from geo.incidents.where.list_heads import day_of_line
from geo.layout.lines import line_start
from geo.model import Parse, TimeExpression, When
from geo.model.within import starting_in
from geo.syntax import children, upward

CLOCK = re.compile(r"[^\w\n]{0,4}([01]?\d|2[0-3])(?:[:.h][0-5]\d|[0-5]\d(?=[A-Z]?\b))")
NOON = 12


def day_over(parse: Parse, event: Event, times: tuple[TimeExpression, ...]) -> When | None:
    """Return the day that heads an event, None for one that its words put before that or have still to come."""
    own = day_of_line(parse, event.main.index, times)
    at = parse.tokens[event.main.index].start
    over = (t for t in reversed(times) if t.end <= at < t.until)
    heading = own or next((t.when for t in over), None)
    if heading is None or own or event.assertion.stage == "threatened" or _looks_back(parse, event):
        return own
    return None if _names_day(parse, at, times) else _of_hour(parse.text, at, heading)


def _of_hour(text: str, at: int, night: When) -> When:
    """Return the evening or the morning of a night by the hour that heads a log's line: "23:50 Turbat. Two shot"."""
    clock = CLOCK.match(text, line_start(text, at))
    if clock is None or night.start is None or night.end is None or (night.end - night.start).days != 1:
        return night
    day = night.start if int(clock[1]) >= NOON else night.end
    return replace(night, start=day, end=day)


def _names_day(parse: Parse, at: int, times: tuple[TimeExpression, ...]) -> bool:
    """Tell whether the line up to a character names a day of its own: "- Shells fell yesterday. Nine died."."""
    above = starting_in(times, line_start(parse.text, at), at)
    return any(t.when.precision == "day" and not t.until and not t.of_speech for t in above)


def _looks_back(parse: Parse, event: Event) -> bool:
    """Tell whether an event was before what its text tells of: "it had been bombed", not "said it had been bombed"."""
    main = parse.tokens[event.main.index]
    own = [t.text.lower() for t in children(parse, main.index, "aux")]
    told = any(above.dep in {"ccomp", "parataxis"} for above in upward(parse, main.index))
    return main.pos == "VERB" and "had" in own and not told
