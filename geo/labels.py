"""What heads a message or an item of a live blog: a time of day or a word such as "BREAKING:", and where it ends."""

import re
from functools import cache

from geo.lexicon import load_rows

CLOCK = r"\d{1,2}[:.h]\d{2}|\d{4}[ \t]?(?:hrs|hours)\b"
ZONE = r"(?:[ \t]?(?:GMT|UTC|hrs|hours|[ap]\.?m\.?|local(?:[ \t]time)?))?"
LONGEST = 60  # characters


@cache
def _label() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for (word,) in load_rows("message_labels", ("word",)))
    return re.compile(
        rf"[ \t]*(?:[-*•][ \t]*)?(?:(?:(?:{CLOCK}){ZONE}[ \t]*[-–—:|]?|(?:{words})[ \t]*:)[ \t]+)+(?=\S)", re.IGNORECASE
    )


def label_ends(text: str) -> list[int]:
    """Return where the labels at the heads of lines end, in the order of the text.

    Parameters
    ----------
    text
        The document's.
    """
    starts = [0, *(m.end() for m in re.finditer("\n", text))]
    found = (_label().match(text, start, start + LONGEST) for start in starts)
    return [match.end() for match in found if match]


def is_labelled(text: str, start: int) -> bool:
    """Tell whether a label stands before a character, on its line and with nothing between.

    Parameters
    ----------
    text
        The document's.
    start
        Of a sentence, as a character.
    """
    line = text.rfind("\n", 0, start) + 1
    match = _label().match(text, line, line + LONGEST)
    return match is not None and match.end() == start
