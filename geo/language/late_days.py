"""Days right behind a name, of which they are no part ("six in Goma Sunday"), and in one: "14 June Brigade"."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from geo.language.placed import BEFORE
from geo.lexicon import load_rows
from geo.lexicon.shared import calendar_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

PLACE, DAY, BODY = "GPE", "DATE", "ORG"
NEITHER = frozenset({"FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"})  # labels of no person, body or people
LATE = 2  # words before it in its sentence, at the least: the first has a capital for another reason
# Words before a weekday that a headline writes with a capital.
LEADS = frozenset({
    "on", "by", "since", "until", "till", "from", "to", "for", "of", "in", "before", "after", "last", "next", "this",
    "every", "each", "late", "early", "and", "or", "the", "a", "between", "through",
})  # fmt: skip


def late_days(words: Sequence[str]) -> Iterator[int]:
    """Yield the positions of weekdays that stand right behind a name.

    Parameters
    ----------
    words
        Of any text, as written.
    """
    for index in range(LATE, len(words)):
        if words[index].lower() in calendar_words("weekday") and _follows_name(words, index):
            yield index


def part_days(doc: "Doc", words: Sequence[str]) -> None:
    """Part days from names that the recogniser let run on to them: "at Goma Sunday". "14 June Brigade" names a body.

    Parameters
    ----------
    doc, words
        A text with its names; they are changed.
    """
    days = frozenset(late_days(words))
    if any(len(entity) > 1 and (entity.end - 1 in days or _is_body(words, entity)) for entity in doc.ents):
        doc.set_ents([part for entity in doc.ents for part in _parted(doc, words, entity, days)])


def _parted(doc: "Doc", words: Sequence[str], entity: "Span", days: frozenset[int]) -> Iterator["Span"]:
    from spacy.tokens import Span

    first, day = entity.start, entity.end - 1
    if day in days and day > first:
        placed = entity.label_ in NEITHER or words[first - 1].lower() in BEFORE
        yield Span(doc, first, day, label=PLACE if placed else entity.label_)
        yield Span(doc, day, day + 1, label=DAY)
    else:
        yield Span(doc, first, entity.end, label=BODY) if _is_body(words, entity) else entity


def _is_body(words: Sequence[str], entity: "Span") -> bool:
    """Tell whether what was taken for a day ends with a word that makes it a name."""
    last = words[entity.end - 1]
    return entity.label_ == DAY and last[0].isupper() and ("after", last.lower()) in _name_makers()


def _follows_name(words: Sequence[str], day: int) -> bool:
    name, before, after = words[day - 1], words[day - LATE], words[day + 1 : day + 2]
    begun = before[-1].isalnum() or before in {",", "'s", "’s"}
    goes_on = bool(after) and (after[0][0].isupper() or ("after", after[0].lower()) in _name_makers())
    made = name.lower() in LEADS | calendar_words("weekday").keys() or ("before", name.lower()) in _name_makers()
    return begun and name[0].isupper() and name[-1].isalpha() and not goes_on and not made


@cache
def _name_makers() -> frozenset[tuple[str, str]]:
    """Return the words that make a day beside them a name, each with its side."""
    return frozenset((side, word) for word, side in load_rows("date_names", ("word", "side")))
