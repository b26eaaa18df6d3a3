"""What a value was before a reader set it right, in words, and the mark that says so."""

from collections.abc import Iterable, Sequence

from geo.corrections.said import Change
from geo.model import Correctable, Correction, Count, Participant, RouteEnd, Toponym, When, Where

Marks = tuple[Correction, ...]


def marked(marks: Marks, change: Change, was: str | None) -> Marks:
    """Return the marks with that of a change; what the reading had stays said when a value is set right again.

    Parameters
    ----------
    marks
        Of an incident or a route.
    change
        What is set right.
    was
        The value before it.
    """
    before = mark_of(marks, change.what)
    mark = Correction(change.what, before.was if before else was, change.line, change.note)
    return tuple(mark if one is before else one for one in marks) if before else (*marks, mark)


def mark_of(marks: Marks, what: Correctable) -> Correction | None:
    """Return the mark of a value, or None."""
    return next((mark for mark in marks if mark.what == what), None)


# ---------------------------------------------------------------- values in words


def day_words(when: When | None) -> str | None:
    """Return the first and the last day, or one of them."""
    days = (day.isoformat() for day in (when.start, when.end) if day) if when else ()
    words = " – ".join(dict.fromkeys(days))
    return f"until {words}" if words and when and when.start is None else words or None


def count_words(count: Count | None) -> str | None:
    """Return the best number, and the range where there is one."""
    if count is None:
        return None
    return f"{count.best}" if count.low == count.high else f"{count.best} ({count.low}–{count.high})"


def people_words(people: Iterable[Participant]) -> str | None:
    """Return what each is called."""
    return "; ".join(dict.fromkeys(one.text for one in people)) or None


def place_words(toponyms: Sequence[Toponym], ends: Iterable[Where | RouteEnd | None]) -> str | None:
    """Return the names of places, as the gazetteer has them."""
    named = [toponyms[end.toponym] for end in ends if end]
    return "; ".join(one.place.name if one.place else one.surface for one in named) or None
