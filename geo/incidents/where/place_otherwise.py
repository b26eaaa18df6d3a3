"""Where a sentence without a known place puts an event: beside one, at its line's head, where those are who tell it."""

from dataclasses import dataclass

from geo.incidents.where.list_heads import place_of_head
from geo.incidents.where.nesting import kind_of
from geo.incidents.where.place_beside import known_beside
from geo.incidents.where.place_names import Candidate, words
from geo.incidents.where.pointing import holds_office_in, spoken_at
from geo.incidents.where.titles import place_of_title
from geo.model import Parse, Span, Toponym
from geo.model.precision import UNITS
from geo.syntax.tags import OBJECTS


@dataclass(frozen=True, slots=True)
class Placing:
    """What a sentence says of an event's place: `toponym`, or only `name` where the gazetteer does not know it.

    `inherited` is True where the sentence only points to a name elsewhere: "in the capital"; `near` where it puts the
    event near the toponym, at a place that the gazetteer lacks.
    """

    toponym: int | None
    name: str | None
    inherited: bool = False
    near: bool = False


def span_of(parse: Parse, name: Candidate) -> Span:
    """Return the span of a name."""
    start, end = parse.tokens[name.first].start, parse.tokens[name.last - 1].end
    return Span(start, end, parse.text[start:end])


def text_of(parse: Parse, name: Candidate) -> str:
    """Return a name as the text writes it."""
    return span_of(parse, name).text


def of_unknown(parse: Parse, trigger: int, name: Candidate, toponyms: tuple[Toponym, ...]) -> Placing | None:
    """Return what a name that the gazetteer lacks says of a place: the known one in or near which it lies, if any."""
    known = known_beside(parse, trigger, name, toponyms)
    if known is not None:
        return Placing(known.toponym, text_of(parse, name), inherited=known.pointed, near=known.near)
    head, part = of_head(parse, trigger, toponyms), is_part(parse, name)
    around = head is not None and head.toponym is not None and kind_of(toponyms[head.toponym]) in UNITS
    if head is not None and head.toponym is not None and name.toponym is not None and not part:
        within_unit = parse.text.startswith(",", toponyms[head.toponym].end)  # "Nyala, South Darfur: … in Hriphi"
        if not within_unit:
            return Placing(head.toponym, text_of(parse, name), near=True)  # "Thantlang. On Friday guns shelled Hriphi."
    taken = part or (head and (around or _is_object(parse, name)))
    return head if taken else Placing(None, text_of(parse, name))


def _is_object(parse: Parse, name: Candidate) -> bool:
    """Tell whether a name is that of what was struck: "stormed the National Penitentiary"."""
    return parse.tokens[name.head].dep in OBJECTS


def of_head(parse: Parse, trigger: int, toponyms: tuple[Toponym, ...]) -> Placing | None:
    """Return the place at the head of a line or in a title, None where the text puts the event nowhere by itself."""
    found = place_of_head(parse, trigger, toponyms) or place_of_title(parse, trigger, toponyms)
    return None if found is None else Placing(found[0], found[1].text, inherited=True)


def of_people(parse: Parse, trigger: int, toponyms: tuple[Toponym, ...]) -> Placing | None:
    """Return the town of the locals who tell of an event, or near that of whom it befell in his office; else None."""
    told, held = spoken_at(parse, trigger, toponyms), holds_office_in(parse, trigger, toponyms)
    number = held if told is None else told
    if number is None:
        return None
    known = None if toponyms[number].place is None else number
    return Placing(known, toponyms[number].surface, inherited=True, near=told is None)


def is_part(parse: Parse, name: Candidate) -> bool:
    """Tell whether a name is called a part of a town: "in the Al Jabal neighbourhood"."""
    beside = parse.tokens[name.last - 1 : name.last + 1]
    return any(token.lemma in words("part") for token in beside)
