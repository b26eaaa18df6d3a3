"""The words of a date of publication -> the day, where they mean one day only."""

from collections.abc import Sequence
from datetime import date, datetime

from geo.errors import DocumentError

_NAMED_DAYS = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y")  # 05/06/2020 is two days, and none of these


def day_of(published: str | None) -> date | None:
    """Return the day of an ISO 8601 date or time, in its own zone, or of an English date with the month's name.

    Parameters
    ----------
    published
        Such as ``2031-05-06T23:00:00-11:00`` or ``6 May 2031``; None or blanks for no day.

    Raises
    ------
    DocumentError
        With two arguments: it is no such day, and what to do.
    """
    if not published or not published.strip():
        return None
    words = " ".join(published.split())
    try:
        return date.fromisoformat(words.partition("T")[0].partition(" ")[0])
    except ValueError:
        named = next((day for form in _NAMED_DAYS if (day := _parsed(words, form))), None)
    if named is None:
        raise DocumentError(f"has a published date that is no ISO day: {published}", "write it YYYY-MM-DD")
    return named


def _parsed(words: str, form: str) -> date | None:
    try:
        return datetime.strptime(words, form).date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None


def day_of_numbers(numbers: Sequence[int]) -> date | None:
    """Return the day that year, month and day name, or None where there is none such."""
    try:
        return date(*numbers[:3])
    except (TypeError, ValueError):
        return None
