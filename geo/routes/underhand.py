"""Whether the words around a movement of everyday things say that it is no everyday one.

Petrol goes from one town to another all day long. Where the paragraph speaks of smugglers, or a court hears of it, it
is worth a route, if both ends are told.
"""

from collections.abc import Iterator

from geo.model import Token
from geo.routes.cargo import Load
from geo.routes.loads import cargo_of
from geo.routes.operators import operator_in
from geo.routes.whereabouts import Scene
from geo.routes.words import DARK, has_mark
from geo.routes.worthy_cargo import worthy

BEFORE, AFTER = 2, 1  # sentences of the paragraph, besides its own, that may say so
EACH = frozenset({"every", "each", "after", "moonless"})


def underhand(scene: Scene, loads: tuple[Load, ...]) -> tuple[Load, ...]:
    """Return those of the everyday things that are worth a route for what is said around them.

    People are only if they are to be trained: a court hears of many who went from one town to another.
    """
    own = scene.parse.sentence_tokens(scene.sentence)
    if not loads or any(has_mark(token, "aid") and token.pos != "VERB" for token in own):
        return ()
    told = any(has_mark(token, "underhand") for token in _around(scene))
    trained = told and any(token.lemma in {"train", "training"} for token in own)
    if not (told or _is_nightly(scene) or _is_beside_arms(scene) or _is_worth_elsewhere(scene, loads)):
        return ()
    everyday = (load for load in loads if load.use == "ordinary")
    return tuple(load for load in everyday if load.category != "persons" or trained)


def _around(scene: Scene) -> Iterator[Token]:
    """Yield the words of the sentence and of those of its paragraph right before and after it."""
    parse, here = scene.parse, scene.sentence
    for near in parse.sentences[max(here.index - BEFORE, 0) : here.index + AFTER + 1]:
        first, last = sorted((near.start, here.start))
        if "\n\n" not in parse.text[first:last]:
            yield from parse.sentence_tokens(near)


def _is_beside_arms(scene: Scene) -> bool:
    """Tell whether the sentence speaks of arms or drugs moved, too: "take fuel there and bring rifles back"."""
    moved = (load for t in scene.found if t.frame != "find" for load in cargo_of(scene, t))
    return any(load.category in {"materiel", "drugs"} and load.use == "plain" for load in moved)


def _is_worth_elsewhere(scene: Scene, loads: tuple[Load, ...]) -> bool:
    """Tell whether another word of the sentence moves the same to someone armed, or by night."""
    same = {load.token for load in loads}
    for trigger in scene.found:
        cargo = cargo_of(scene, trigger) if trigger.frame != "find" else ()
        if same & {load.token for load in worthy(scene, trigger, cargo, operator_in(scene, trigger, cargo))}:
            return True
    return False


def _is_nightly(scene: Scene) -> bool:
    """Tell whether it is said to happen in the dark again and again: "every night", "on moonless nights"."""
    nights = (t for t in scene.parse.sentence_tokens(scene.sentence) if t.lemma in DARK)
    return any(b.text.lower() in EACH for a in nights for b in scene.parse.tokens[max(a.index - 2, 0) : a.index])
