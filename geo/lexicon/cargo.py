"""The lexicon of cargo: what may be moved, of which category each is, and how its word is used."""

from functools import cache
from typing import get_args

from geo.lexicon import Row, load_rows
from geo.model import CargoCategory

EVERYDAY = frozenset({"ordinary", "vehicle", "carried"})  # uses of words for what is no cargo without more
USES = EVERYDAY | {"plain", "flies", "holder", "before", "part", "gear"}
CATEGORIES = ("", *get_args(CargoCategory))


@cache
def cargo_rows() -> tuple[Row, ...]:
    """Return the rows of the lexicon of cargo: word, category and use.

    Raises
    ------
    LexiconError
        A row does not fit.
    """
    return load_rows("cargo", ("word", "category", "use"), _wrong, category=CATEGORIES, use=USES)


def _wrong(row: Row) -> str | None:
    word, category, use = row
    fits = (category == "") == (use in {"part", "gear"})
    return None if fits else f"category {category!r} does not fit the use {use!r} of {word!r}"
