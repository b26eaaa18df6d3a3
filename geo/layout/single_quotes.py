"""Quotations in single marks, as British papers print them: ‘Nonsense,’ the minister said."""

import re
from functools import lru_cache

OPENS = r"(?<![^\s(\[—–-])"  # nothing right before it but a blank, a bracket or a dash
INSIDE = r"(?=[\w“\"])(?:(?!\n[^\S\n]*\n)[^‘])"
# A mark behind a point closes. So does, where the one before is shaped, one behind a word of a few that need not be a
# possessive: no "rebels’ leader". A name may open with such a mark, too: "‘Arak".
QUOTED = re.compile(
    rf"{OPENS}‘(?:{INSIDE}{{1,600}}?(?<=[,.?!…])|[^‘.\n]{{1,80}}?(?<=[^\WsS]))’(?!\w)"
    rf"|{OPENS}'{INSIDE}{{2,600}}?(?<=[a-z\d][,.?!])'(?!\w)"
)
APOSTROPHES = str.maketrans("’", "'")


@lru_cache(maxsize=8)
def with_double_quotes(text: str) -> str:
    """Return a text with double marks for single ones around what is quoted; its length stays the same."""
    return QUOTED.sub(lambda quoted: f'"{quoted[0][1:-1]}"', text)
