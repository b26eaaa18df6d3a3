"""The lexicon of cargo: what may be moved, of which category each is, and how its word is used."""

from functools import cache
from typing import get_args

from geo.lexicon import Row, load_rows
from geo.model import CargoCategory

EVERYDAY = frozenset({"ordinary", "vehicle", "carried"})  # uses of words for what is no cargo without more


@cache
def cargo_rows() -> tuple[Row, ...]:
    """Return the rows of the lexicon of cargo: word, category and use.

    Raises
    ------
    LexiconError
        A row does not fit.
    """
    return load_rows("cargo", ("word", "category", "use"), _wrong)


def _wrong(row: Row) -> str | None:
    word, category, use = row
    if use not in {"plain", "flies", "holder", *EVERYDAY, "before", "part", "gear"}:
        return f"use {use!r} is not plain, flies, holder, ordinary, carried, vehicle, before, part or gear"
    if (category == "") != (use in {"part", "gear"}) or category not in {"", *get_args(CargoCategory)}:
        return f"category {category!r} does not fit the use {use!r} of {word!r}"
    return None
