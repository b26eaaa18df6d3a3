"""The fields of a form: "Location: Leer. Date: 25 March 2017. Casualties: 2", in a line or in lines of their own."""

import re
from collections.abc import Iterator
from functools import cache

from geo.lexicon import load_rows

KINDS = frozenset({"place", "day", "doer", "victim", "type"})
LONGEST = 80  # characters of what a field says
BLOCK = 1000  # characters before and after a word in which the fields of its form are looked for


@cache
def _labels(kind: str) -> re.Pattern[str]:
    rows = load_rows("field_labels", ("label", "kind"), kind=KINDS)
    words = "|".join(re.escape(label) for label, of in rows if of == kind)
    return re.compile(
        rf"(?<![\w/])(?:{words})[ \t]*:[ \t]*(?P<value>(?:(?![.;|](?:\s|$))[^\n]){{0,{LONGEST}}})", re.IGNORECASE
    )


def field_of(text: str, at: int, kind: str) -> tuple[int, int] | None:
    """Return the characters that a form gives as its place, day, doer, victim or type, None outside of forms.

    The field may stand in the same line, or in one right above or below it, no blank line between; of several the
    nearest in the line counts, or the last one above.

    Parameters
    ----------
    text
        The document's.
    at
        A character of what the form tells.
    kind
        "place", "day", "doer", "victim" or "type".
    """
    first, last = _block(text, at)
    if text.find(":", first, last) < 0:  # most text is no form, and a search for each label is slow
        return None
    line = text.rfind("\n", max(0, at - BLOCK), at) + 1 or max(0, at - BLOCK)  # a line may be a whole book
    end = text.find("\n", at, at + BLOCK)
    own = [m.span("value") for m in _labels(kind).finditer(text, line, end if end >= 0 else at + BLOCK)]
    if own:
        return min(own, key=lambda span: abs(span[0] - at))
    inside = _labels(kind).finditer(text, first, last)
    beside = [m.span("value") for m in inside]
    return max((span for span in beside if span[0] < at), default=None) or next(iter(beside), None)


def _block(text: str, at: int) -> tuple[int, int]:
    """Return where the lines around a character begin and end between which no blank line is."""
    first = text.rfind("\n\n", max(0, at - BLOCK), at)
    last = text.find("\n\n", at, at + BLOCK)
    return max(first, 0, at - BLOCK), last if last >= 0 else at + BLOCK


def form_around(text: str, at: int) -> int | None:
    """Return where the form begins in which a character stands: lines with fields for a place and a day, None outside.

    Parameters
    ----------
    text
        The document's.
    at
        A character.
    """
    block = _block(text, at)
    whole = all(_labels(kind).search(text, *block) for kind in ("place", "day"))
    return block[0] if whole and "\n" in text[block[0] : block[1]].strip() else None


def place_fields(text: str) -> Iterator[tuple[int, int]]:
    """Yield the characters of what each form of a text gives as its place."""
    return (found.span("value") for found in _labels("place").finditer(text))


def place_field(before: str) -> bool:
    """Tell whether a line so far is the label of a place and, if more, words that end in a comma: "Location: Leer, ".

    Parameters
    ----------
    before
        What stands before a name in its line.
    """
    label = _labels("place").search(f"{before}.")
    return label is not None and (before[label.start("value") :].rstrip() or ",")[-1] in {",", "(", "/"}
