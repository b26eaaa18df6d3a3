"""Names that a form gives as its place: what stands between commas is one name, "Ban To Deng, Sungai Padi district"."""

from collections.abc import Iterator, Sequence

from geo.layout.fields import place_fields
from geo.mentions.names import SPACES, WELL_KNOWN, Name
from geo.mentions.surroundings import Surroundings
from geo.mentions.words import name_words

UNITS = frozenset({"country", "admin1", "admin2", "region", "water"})
PARTING = frozenset({",", "(", ")", "/", ";"})


def with_whole_fields(text: Surroundings, names: Sequence[Name]) -> list[Name]:
    """Return the names in order, those in a form's field that are only a part of one made whole.

    What is well known stays as it is: "Kabul Old City".

    Parameters
    ----------
    text, names
        The names where they stand, in order.
    """
    kept = list(names)
    for first, last in _segments(text):
        touching = [name for name in kept if name.first <= last and first <= name.last]
        inside = [name for name in touching if first <= name.first and name.last <= last]
        whole = len(inside) < len(touching) or any(name.first == first and name.last == last for name in inside)
        if not whole and not any(_is_well_known(name) for name in inside):
            tokens = text.parse.tokens
            surface = SPACES.sub(" ", text.parse.text[tokens[first].start : tokens[last].end])
            kept = [name for name in kept if name not in inside] + [Name(first, last, (surface,), ())]
    return sorted(kept, key=lambda name: name.first)


def _segments(text: Surroundings) -> Iterator[tuple[int, int]]:
    """Yield the first and last token of each name of two words and more in the place fields of a text."""
    for start, end in place_fields(text.parse.text):
        first: int | None = None
        for token in text.parse.between(start, end):
            if token.text in PARTING:
                first = None
            elif first is None:
                first = token.index
            elif not _is_named(text, token.index + 1) and all(
                _is_named(text, n) for n in range(first, token.index + 1)
            ):
                yield first, token.index


def _is_named(text: Surroundings, index: int) -> bool:
    """Tell whether a word is a name's and no noun for what has one: "Deng", not "Airport" or "Northern"."""
    words = name_words()
    plain = text.word(index) not in words.directions | words.facilities | words.bodies | words.after
    return text.is_name(index) and plain


def _is_well_known(name: Name) -> bool:
    return any(place.kind in UNITS or place.population >= WELL_KNOWN for place in name.places[:1])
