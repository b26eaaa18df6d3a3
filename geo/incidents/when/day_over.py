"""An event whose sentence gives no day -> the day that heads it: its line's, its form's, a log's or a round-up's."""

from geo.incidents.what.events import Event
from geo.incidents.where.list_heads import day_of_line
from geo.model import Parse, TimeExpression, When
from geo.syntax import ancestors, children


def day_over(parse: Parse, event: Event, times: tuple[TimeExpression, ...]) -> When | None:
    """Return the day that heads an event, None for one that its words put before that or have still to come.

    Parameters
    ----------
    parse
        The text.
    event
        One of its events.
    times
        The document's.
    """
    own = day_of_line(parse, event.main.index, times)
    at = parse.tokens[event.main.index].start
    over = (t for t in reversed(times) if t.end <= at < t.until)
    heading = own or next((t.when for t in over), None)
    if heading is None or own or event.assertion.stage == "threatened" or _looks_back(parse, event):
        return own
    return heading


def _looks_back(parse: Parse, event: Event) -> bool:
    """Tell whether an event was before what its text tells of: "it had been bombed", not "said it had been bombed"."""
    main = parse.tokens[event.main.index]
    own = [t.text.lower() for t in children(parse, main.index, "aux")]
    told = any(above.dep in {"ccomp", "parataxis"} for above in (main, *ancestors(parse, main.index)))
    return main.pos == "VERB" and "had" in own and not told
