"""The lexicon of triggers, each phrase with a class of words written out: "plant {bomb}" -> "plant mine", and so on."""

import re
from collections.abc import Iterator
from functools import cache
from typing import get_args

from geo.lexicon import Row, load_rows, word_classes
from geo.model import IncidentType

COLUMNS = ("phrase", "pos", "type", "patient", "strength")
TYPES = (*get_args(IncidentType), "effect")
PATIENTS = frozenset({"victim", "target", "captive", "goods", "none"})
STRENGTHS = frozenset({
    "strong", "weak", "armed", "goods", "crops", "people", "persons", "ground", "foes", "fighters", "aim", "works",
    "crowd", "demands", "asks", "dispersed", "boarders", "inmates", "alone", "loot", "robbers", "ships", "weapon",
    "yields", "victims", "sent", "sunk",
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
    rows = load_rows(
        "triggers", COLUMNS, _names_no_class, pos=("verb", "noun"), type=TYPES, patient=PATIENTS, strength=STRENGTHS
    )
    return tuple((phrase, *rest) for row, *rest in rows for phrase in _written_out(row))


@cache
def plain_deeds() -> frozenset[str]:
    """Return the verbs that tell of a deed by themselves, without a particle or an object."""
    return frozenset(phrase for phrase, pos, *_ in trigger_rows() if pos == "verb" and " " not in phrase)


def _written_out(phrase: str) -> Iterator[str]:
    found = CLASS.search(phrase)
    if found is None:
        yield phrase
        return
    for word in word_classes()[found[1]]:
        yield from _written_out(phrase.replace(found[0], word, 1))


def _names_no_class(row: Row) -> str | None:
    unknown = [name for name in CLASS.findall(row[0]) if name not in word_classes()]
    return f"{{{unknown[0]}}} is no class of word_classes.csv" if unknown else None
