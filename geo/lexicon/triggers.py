"""The lexicon of triggers, each phrase with a class of words written out: "plant {bomb}" -> "plant mine", and so on."""

import re
from collections.abc import Iterator
from functools import cache
from typing import get_args

from geo.lexicon import Row, load_rows, word_classes
from geo.model import IncidentType

COLUMNS = ("phrase", "pos", "type", "patient", "strength")
PATIENTS = frozenset({"victim", "target", "captive", "goods", "none"})
STRENGTHS = frozenset({
    "strong", "weak", "armed", "goods", "crops", "people", "persons", "ground", "foes", "fighters", "aim", "works",
    "crowd", "demands", "asks", "dispersed", "boarders", "inmates", "alone", "loot", "robbers", "ships", "weapon",
    "yields", "victims", "sent",
})  # fmt: skip
CLASS = re.compile(r"\{(\w+)\}")


@cache
def trigger_rows() -> tuple[Row, ...]:
    """Return the rows of the lexicon of triggers, one for each phrase.

    Raises
    ------
    LexiconError
        A row does not fit, or names a class that word_classes.csv lacks.
    """
    return tuple(
        (phrase, *rest) for row, *rest in load_rows("triggers", COLUMNS, _check) for phrase in _written_out(row)
    )


def _written_out(phrase: str) -> Iterator[str]:
    found = CLASS.search(phrase)
    if found is None:
        yield phrase
        return
    for word in word_classes()[found[1]]:
        yield from _written_out(phrase.replace(found[0], word, 1))


def _check(row: Row) -> str | None:
    unknown = [name for name in CLASS.findall(row[0]) if name not in word_classes()]
    if unknown:
        return f"{{{unknown[0]}}} is no class of word_classes.csv"
    if row[1] not in {"verb", "noun"}:
        return f"pos is {row[1]!r}, not verb or noun"
    if row[2] not in {*get_args(IncidentType), "effect"}:
        return f"type is {row[2]!r}, not an incident type or effect"
    if row[3] not in PATIENTS:
        return f"patient is {row[3]!r}, not victim, target, captive, goods or none"
    return None if row[4] in STRENGTHS else f"strength is {row[4]!r}, not one of {', '.join(sorted(STRENGTHS))}"
