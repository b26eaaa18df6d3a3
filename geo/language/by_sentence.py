"""The pipeline's parser, reading the sentences of a text beside one another.

spaCy's reads a text from its first word to its last, and at each step multiplies one row; of many texts it takes a step
of each at once, which costs a third less. Where sentences start is known before, so each can be a text of its own.
The vectors of the words are those of the whole text.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import accumulate, groupby, pairwise
from typing import TYPE_CHECKING, Any

from geo.language.recognising import Component

if TYPE_CHECKING:
    from spacy.tokens import Doc

AT_ONCE = 20_000
"""Words that are parsed beside one another: more than almost any text has, and less than a second's work."""


def parser(component: Any) -> Component:
    """Return what parses a text as a spaCy component does, only sooner; of an unknown kind, the component itself.

    Parameters
    ----------
    component
        A pipeline's parser.
    """
    from spacy.pipeline import DependencyParser

    if type(component) is DependencyParser and component.cfg["beam_width"] == 1:
        return partial(_parse, component)
    known: Component = component
    return known


def _parse(component: Any, doc: "Doc") -> "Doc":
    import numpy as np

    bounds = list(_bounds(doc))
    parts = list(_sentences(doc, bounds))
    for some in _batches(parts):
        component.set_annotations(some, component.predict(some))
    kinds: list[int | str] = ["HEAD", "DEP"]
    pairs = zip(parts, bounds, strict=True)
    found: Any = np.concatenate([part.to_array(kinds)[: last - first] for part, (first, last) in pairs])
    return doc.from_array(kinds, found)


def _batches(parts: "Sequence[Doc]") -> "Iterator[Sequence[Doc]]":
    """Yield sentences, so many at a time that a limit on seconds is kept: nothing interrupts a step of the parser."""
    ends = accumulate(len(part) for part in parts)
    for _, batch in groupby(zip(ends, parts, strict=True), key=lambda pair: pair[0] // AT_ONCE):
        yield [part for _, part in batch]


def _bounds(doc: "Doc") -> Iterator[tuple[int, int]]:
    import numpy as np

    starts = np.flatnonzero(doc.to_array("SENT_START") == 1).tolist()
    return pairwise([0, *(start for start in starts if start), len(doc)])


def _sentences(doc: "Doc", bounds: Iterable[tuple[int, int]]) -> "Iterator[Doc]":
    """Yield each sentence as a text of its own, with its words' vectors as they are in the whole.

    The parser looks one word ahead, so the first word of the next sentence stands behind it.
    """
    from spacy.tokens import Doc

    kinds = list[int | str](["SENT_START"])
    words: Any = doc.to_array("ORTH").tolist()  # by spaCy's numbers, which it takes as well and sooner
    marks: Any = doc.to_array(kinds)  # of words, too, that start no sentence
    for first, last in bounds:
        part = Doc(doc.vocab, words[first : last + 1]).from_array(kinds, marks[first : last + 1])
        part.tensor = doc.tensor[first : last + 1]
        yield part
