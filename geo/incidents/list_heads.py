"""The name at the head of an item of a list, at which its events are: "- Nyala, South Darfur: Artillery fire ..."."""

import re

from geo.model import Parse, Toponym

BULLET = re.compile(r"[ \t]*(?:[-*\u2022\u2013\u2014\u00b7]|\(?\d{1,2}[.)])?[ \t]*")
JOINED = re.compile(r",\s{1,2}|\s\(")  # between a town and the unit that it lies in
CLOSED = re.compile(r"\)?(?:\s+(?:state|province|governorate|region|district|department|county))?:\s", re.IGNORECASE)
FINE = frozenset({"populated_place", "section", "facility", "admin2", "admin1"})


def list_head(parse: Parse, trigger: int, toponyms: tuple[Toponym, ...]) -> int | None:
    """Return the toponym with which the line of a trigger begins, closed by a colon; None where it begins otherwise.

    That is asked of the first sentence of the line alone.

    Parameters
    ----------
    parse
        The text.
    trigger
        Token index of the word that tells of the event.
    toponyms
        All of the document's, in the order of the text.
    """
    text, at = parse.text, parse.tokens[trigger].start
    line = text.rfind("\n", 0, at) + 1
    bullet = BULLET.match(text, line)
    start = bullet.end() if bullet else line
    first = next((n for n, t in enumerate(toponyms) if t.start == start), None)
    if first is None or not _may_head(toponyms[first]) or not line <= start < at:
        return None
    last = first
    while last + 1 < len(toponyms) and JOINED.fullmatch(text, toponyms[last].end, toponyms[last + 1].start):
        last += 1
    closed = CLOSED.match(text, toponyms[last].end)
    opens = parse.sentences[parse.tokens[trigger].sentence].start  # what follows it inherits where it was
    return first if closed and opens <= closed.end() <= at else None


def _may_head(toponym: Toponym) -> bool:
    return toponym.role == "literal" and toponym.place is not None and toponym.place.kind in FINE
