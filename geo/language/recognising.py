"""The pipeline's recogniser of names, deciding on all the words of a text at once.

spaCy's goes from word to word: its model scores what may be done there (BILUO: a name begins, goes on, ends, is this
word alone, or there is none), the best that is allowed is done, and the model is asked about the next. All that it sees
of what was done before is where the name that a word stands in began. So one product scores all words as words outside
names, one more the second words of all names that may begin, and so on: the answers are the same.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial, reduce
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from spacy.tokens import Doc
    from thinc.api import Model

    Array = np.ndarray[Any, Any]

SEEN = 3  # by the model: the word, the first of its name, the one before it in the name
WORD, FIRST, BEFORE = range(SEEN)
PIECES = 2  # of a hidden unit, of which the greatest counts; units of one piece are of another kind
TOGETHER = 8  # words of names that are read together; a longer name is read to its end if it does begin
Component = Callable[["Doc"], "Doc"]


@dataclass(frozen=True, slots=True)
class Moves:
    """What may be done at a word, by the number under which the model scores it.

    Parameters
    ----------
    labels
        Each move's; "" for "no name".
    begins, units, others
        Which moves begin a name, make one of the word alone, and are not to be made outside names.
    inside, last
        The moves by which the name that a move begins goes on and ends; -1 for moves that begin none.
    """

    labels: list[str]
    begins: "Array"
    units: "Array"
    others: "Array"
    inside: "Array"
    last: "Array"


def recogniser(component: Any) -> Component:
    """Return what marks names as a spaCy component does, only sooner; of an unknown kind, the component itself.

    Parameters
    ----------
    component
        A pipeline's recogniser.
    """
    from spacy.pipeline import EntityRecognizer

    if type(component) is EntityRecognizer and component.cfg["beam_width"] == 1:
        lower, kind = component.model.get_ref("lower"), component.model.attrs
        fits = lower.get_dim("nF") == SEEN and lower.get_dim("nP") >= PIECES
        if fits and kind["has_upper"] and not kind["unseen_classes"]:
            return partial(_recognise, component.model, _moves(component.moves))
    known: Component = component
    return known


def _moves(system: Any) -> Moves:
    import numpy as np

    names = [system.get_class_name(number).partition("-")[::2] for number in range(system.n_moves)]
    numbers = {name: number for number, name in enumerate(names)}
    begins, units = (np.array([kind == wanted and label != "" for kind, label in names]) for wanted in "BU")
    none = np.array([kind == "O" for kind, _ in names])
    inside, last = (np.array([numbers.get((wanted, label), -1) for _, label in names]) for wanted in "IL")
    return Moves([label for _, label in names], begins, units, ~(begins | units | none), inside, last)


def _recognise(model: "Model[Any, Any]", moves: Moves, doc: "Doc") -> "Doc":
    from spacy.tokens import Span

    found = _names(model, moves, doc) if len(doc) else ()
    doc.set_ents([Span(doc, first, end, label=label) for first, end, label in found], default="outside")
    return doc


def _names(model: "Model[Any, Any]", moves: Moves, doc: "Doc") -> Iterator[tuple[int, int, str]]:
    """Yield the first token, the token after the last, and the label of each name."""
    import numpy as np

    words, lower, upper = model.layers
    bias: Any = lower.get_param("b")
    seen = lower.predict(words.predict([doc]))  # its first row stands for a word that there is not

    def scores(word: "Array", first: "Array", before: "Array") -> "Array":
        parts: Array = seen[word + 1, WORD] + seen[first + 1, FIRST] + seen[before + 1, BEFORE]
        parts += bias
        scored: Array = upper.predict(reduce(np.maximum, np.moveaxis(parts, 2, 0)))
        return scored

    def goes_on(word: "Array", first: "Array") -> "Array":
        each, move, scored = np.arange(len(word)), best[first], scores(word, first, word - 1)
        further: Array = ~closed[word] & (scored[each, moves.inside[move]] >= scored[each, moves.last[move]])
        return further

    blank, starts = doc.to_array(["IS_SPACE", "SENT_START"]).T == 1
    closed = np.append(starts[1:], [True])  # after this word no name goes on
    none = np.full(1, -1)
    best = _outside(moves, scores(np.arange(len(doc)), none, none), blank, closed)
    end, begun = np.arange(1, len(doc) + 1), np.flatnonzero(moves.begins[best])
    end[begun] = _ends(goes_on, begun, TOGETHER)
    reached = 0
    for word in np.flatnonzero(moves.begins[best] | moves.units[best]).tolist():
        if word >= reached:
            reached = int(end[word] or _ends(goes_on, np.array([word]), len(doc))[0])
            yield word, reached, moves.labels[best[word]]


def _outside(moves: Moves, scores: "Array", blank: "Array", closed: "Array") -> "Array":
    """Return the best move at each word if no name has begun before it."""
    import numpy as np

    barred = np.zeros(scores.shape, dtype=bool)
    barred[:, moves.others] = True
    barred |= np.outer(closed | blank, moves.begins) | np.outer(blank, moves.units)
    best: Array = np.where(barred, -np.inf, scores).argmax(axis=1)
    return best


def _ends(goes_on: Callable[["Array", "Array"], "Array"], first: "Array", most: int) -> "Array":
    """Return the token after the last of each name that begins somewhere; 0 if that is a longer one than `most`."""
    import numpy as np

    end, open_ = np.zeros_like(first), np.arange(len(first))
    for length in range(1, most + 1):
        further = goes_on(first[open_] + length, first[open_])
        end[open_[~further]] = first[open_[~further]] + length + 1
        open_ = open_[further]
        if not len(open_):
            break
    return end
