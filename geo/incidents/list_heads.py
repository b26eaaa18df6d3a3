"""The head of a line, of which its events are: "- Nyala, South Darfur: Artillery fire ...", "Buga – 3 May – A bomb"."""

from geo.dateline import dateline_end
from geo.labels import Head, head_before
from geo.model import Parse, Span, Toponym

FINE = frozenset({"populated_place", "section", "facility", "admin2", "admin1"})


def list_head(parse: Parse, trigger: int) -> Head | None:
    """Return the head of the line in which an event is told, None where the line has none or is a dateline's.

    Parameters
    ----------
    parse
        The text.
    trigger
        Token index of the word that tells of the event.
    """
    number = parse.tokens[trigger].sentence
    line = parse.text.rfind("\n", 0, parse.sentences[number].start) + 1
    while number >= 0 and parse.sentences[number].start > line:
        head = head_before(parse.text, parse.sentences[number].start)
        if head is not None:
            return head if head.end > dateline_end(parse.text) else None
        number -= 1
    return None


def place_of_head(parse: Parse, trigger: int, toponyms: tuple[Toponym, ...]) -> tuple[int | None, Span] | None:
    """Return the toponym that heads the line of an event and its words; None for a name that the gazetteer lacks.

    None for both where the line has no such head, or names another place before the event's sentence.

    Parameters
    ----------
    parse, trigger
        As for `list_head`.
    toponyms
        All of the document's, in the order of the text.
    """
    head = list_head(parse, trigger)
    if head is None or not head.names:
        return None
    sentence = parse.sentences[parse.tokens[trigger].sentence]
    if any(head.end <= t.start < sentence.start and _locates(t) for t in toponyms):
        return None
    for start, end in head.names:
        inside = [n for n, t in enumerate(toponyms) if start <= t.start and t.end <= end + 1]
        fine = next((n for n in inside if _locates(toponyms[n])), None)
        if fine is not None or inside:
            return None if fine is None else (fine, Span(start, end, toponyms[fine].surface))
    start, end = head.names[0]
    return None, Span(start, end, parse.text[start:end])


def _locates(toponym: Toponym) -> bool:
    return toponym.role == "literal" and toponym.place is not None and toponym.place.kind in FINE
