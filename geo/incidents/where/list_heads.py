"""The head of a line, of which its events are: "- Nyala, South Darfur: Artillery fire ...", "Buga – 3 May – A bomb"."""

from bisect import bisect_right
from collections.abc import Sequence

from geo.incidents.where.nesting import kind_of, nests
from geo.layout.dateline import dateline_end
from geo.layout.fields import field_of
from geo.layout.labels import LONGEST, Head, head_before
from geo.layout.lines import line_start
from geo.model import Parse, Sentence, Span, TimeExpression, Toponym, When
from geo.model.precision import TOWNS, UNITS
from geo.model.remembered import remembered
from geo.model.within import starting_in

LONGEST_ENTRY = 400  # characters
BELOW_COUNTRY = TOWNS | UNITS


@remembered
def list_head(parse: Parse, trigger: int) -> Head | None:
    """Return the head of the line in which an event is told, None where the line has none or is a dateline's."""
    number = parse.tokens[trigger].sentence
    line = line_start(parse.text, parse.sentences[number].start)
    number = min(number, bisect_right(parse.sentences, line + LONGEST, key=lambda sentence: sentence.start) - 1)
    while number >= 0 and parse.sentences[number].start > line:
        head = head_before(parse.text, parse.sentences[number].start)
        if head is not None:
            return head if head.end > dateline_end(parse.text) else None
        number -= 1
    return None


def place_of_head(parse: Parse, trigger: int, toponyms: tuple[Toponym, ...]) -> tuple[int | None, Span] | None:
    """Return the toponym that heads the line of an event and its words; None for a name that the gazetteer lacks.

    Without a head the field of a form counts; None where there is neither, or the line names another place before.

    Parameters
    ----------
    parse, trigger
        The text, and the token index of the word that tells of the event.
    toponyms
        All of the document's, in the order of the text.
    """
    head = list_head(parse, trigger)
    if head is None or not head.names:
        return _of_form(parse, trigger, toponyms) or _only_one(parse, trigger, head, toponyms)
    sentence = parse.sentences[parse.tokens[trigger].sentence]
    if any(head.end <= t.start < sentence.start and _locates(t) for t in toponyms):
        return None
    first, last = head.names[0][0], head.names[-1][1]
    inside = [n for n, t in enumerate(toponyms) if first <= t.start and t.end <= last + 1]
    fine = min((n for n in inside if _locates(toponyms[n])), key=lambda n: _is_wide(toponyms[n]), default=None)
    if fine is not None and kind_of(toponyms[fine]) == "admin1":  # "Wad Madani | Al Jazirah | A patrol"
        fine = next((n for n, t in enumerate(toponyms) if _heads(head.before, t) and nests(t, toponyms[fine])), fine)
    if fine is not None:
        return fine, Span(toponyms[fine].start, toponyms[fine].end, toponyms[fine].surface)
    start, end = head.names[0]
    text = parse.text[start:end]
    return None if inside or _is_somebody(parse, text) else (None, Span(start, end, text))


def _is_somebody(parse: Parse, name: str) -> bool:
    """Tell whether a name ends that of a person in the text, whose words then stand below it: "Yildirim: 36 dead"."""
    named = (t for t in parse.tokens if t.text == name and t.entity == "PERSON" and t.index)
    return any(parse.tokens[t.index - 1].entity == "PERSON" for t in named)


def _of_form(parse: Parse, trigger: int, toponyms: tuple[Toponym, ...]) -> tuple[int | None, Span] | None:
    """Return the place that the field of a form gives: "Location: Leer, Unity State"."""
    found = field_of(parse.text, parse.tokens[trigger].start, "place")
    if found is None:
        return None
    start, end = found
    inside = (n for n, t in enumerate(toponyms) if start <= t.start and t.end <= end and _locates(t))
    number = next(inside, None)
    text = parse.text[start:end] if number is None else toponyms[number].surface
    return number, Span(start, end, text)


def _only_one(
    parse: Parse, trigger: int, head: Head | None, toponyms: tuple[Toponym, ...]
) -> tuple[int | None, Span] | None:
    """Return the only place that an entry of a log or a headline names: "0935C: A bomb went off. Two hurt in Kut"."""
    sentence = parse.sentences[parse.tokens[trigger].sentence]
    start = head.end if head else sentence.start
    end = parse.text.find("\n", start)
    end = len(parse.text) if end < 0 else end
    if end - start > LONGEST_ENTRY or not (head or _is_headline(parse, sentence)):
        return None
    literal = [t for t in starting_in(toponyms, start, end) if t.role == "literal"]
    named = {t.place.id: t for t in literal if _locates(t) and t.place}
    if len(named) != 1 or any(t.place is None for t in literal):
        return None
    (only,) = named.values()
    return toponyms.index(only), Span(only.start, only.end, only.surface)


def _is_headline(parse: Parse, sentence: Sentence) -> bool:
    """Tell whether a sentence is a line by itself and ends without a stop: an item of a list of headlines."""
    before = parse.text[line_start(parse.text, sentence.start) : sentence.start]
    after = parse.text[sentence.end - 1 : sentence.end + 1].rstrip(" ")
    lines = parse.text.strip().count("\n")
    alone = not any(c.isalnum() for c in before) and ("\n" in after or sentence.end == len(parse.text))
    return lines > 0 and alone and parse.text[: sentence.end].rstrip()[-1:].isalnum()


def day_of_line(parse: Parse, trigger: int, times: tuple[TimeExpression, ...]) -> When | None:
    """Return the day at the head of the line of an event, or in the field of its form if that has a place, too."""
    head, at = list_head(parse, trigger), parse.tokens[trigger].start
    day = field_of(parse.text, at, "day") if field_of(parse.text, at, "place") else None
    spans = [*([(head.start, head.end)] if head else []), *([day] if day else [])]
    return next((t.when for start, end in spans for t in times if start <= t.start and t.end <= end), None)


def _is_wide(toponym: Toponym) -> bool:
    """Tell whether a place is a district or province, which a town beside it makes finer: "Gedo region, Bardera:"."""
    return toponym.place is not None and toponym.place.kind in UNITS


def _heads(spans: Sequence[tuple[int, int]], toponym: Toponym) -> bool:
    return any(first <= toponym.start and toponym.end <= last for first, last in spans) and _locates(toponym)


def _locates(toponym: Toponym) -> bool:
    return toponym.role == "literal" and toponym.place is not None and toponym.place.kind in BELOW_COUNTRY
