"""Whether the words around a movement of everyday things say that it is no everyday one.

Petrol goes from one town to another all day long. Where the text speaks of arms or smugglers, a court hears of it, or
somebody alleges it, it is worth a route, if both ends are told.
"""

from collections.abc import Iterator
from functools import cache
from itertools import islice

from geo.lexicon import load_rows
from geo.lexicon.triggers import plain_deeds
from geo.model import CONTRABAND, Parse, Token
from geo.routes.context import contexts
from geo.routes.moved import is_moved, moves_something
from geo.routes.triggers import Trigger
from geo.routes.what.cargo import Load, measured, plain_load
from geo.routes.what.loads import cargo_of
from geo.routes.what.worthy_cargo import worthy
from geo.routes.where.whereabouts import Scene
from geo.routes.who.operators import operator_in
from geo.routes.who.parties import is_plural
from geo.routes.words import DARK, has_mark, is_find
from geo.syntax.tags import NOUN_CLAUSES, VERBS

BEFORE, AFTER = 2, 1  # sentences of the paragraph, besides its own, that may say so
EACH = frozenset({"every", "each", "after", "moonless"})


def underhand(scene: Scene, trigger: Trigger, loads: tuple[Load, ...], *, known: bool = True) -> tuple[Load, ...]:
    """Return those of the everyday things that are worth a route for what is said around them.

    Whatever others move, if it is many people or things, counts in a text that speaks of arms, drugs or smugglers
    anywhere. Of what goes by itself, the words nearby have to say so; people who do are no cargo.

    Parameters
    ----------
    scene, trigger, loads
        The sentence, with its places and its words of movement, a word of movement, and cargo that is named.
    known
        Whether it is known to be any: otherwise only words nearby make it worth a route.
    """
    own = scene.parse.sentence_tokens(scene.sentence)
    if not loads or any(has_mark(token, "aid") and token.pos != "VERB" for token in own) or _is_aside(scene, trigger):
        return ()
    many = known and _are_moved(scene, trigger, loads) and (_speaks_of_such(scene.parse) or _is_priced(own))
    if not (is_suspect(scene) or many or _is_beside_arms(scene) or _is_worth_elsewhere(scene, loads)):
        return ()
    everyday = (load for load in loads if load.use == "ordinary")
    return tuple(load for load in everyday if load.category != "persons" or many)


def is_suspect(scene: Scene) -> bool:
    """Tell whether a sentence or the words around it speak of smugglers, of what is alleged, or of every night.

    Parameters
    ----------
    scene
        The sentence.
    """
    told = any(has_mark(token, "underhand") for token in _around(scene))
    smuggled = told or any(has_mark(token, "contraband") for token in scene.parse.tokens)
    own = scene.parse.sentence_tokens(scene.sentence)
    return smuggled or any(has_mark(token, "alleged") for token in own) or _is_nightly(scene)


def _is_aside(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a movement is only that of what something befell: "they burnt lorries carrying rice from"."""
    token = scene.parse.tokens[trigger.token]
    if token.dep not in NOUN_CLAUSES:
        return False
    above = scene.parse.tokens[token.head]
    while above.pos not in VERBS and above.head != above.index:
        above = scene.parse.tokens[above.head]
    after = (t for t in scene.parse.tokens[token.index + 1 : scene.sentence.last] if t.pos == "VERB")
    return any(_befalls(verb) for verb in (above, *islice(after, 1)))


def _befalls(verb: Token) -> bool:
    return verb.lemma in _harming() and not (is_find(verb.lemma) or verb.lemma in contexts())


@cache
def _harming() -> frozenset[str]:
    """Return the verbs for what befalls a vehicle on its way: attacks and accidents."""
    return frozenset(
        plain_deeds() | {row[0] for row in load_rows("background", ("phrase", "meaning")) if row[1] == "accident"}
    )


def _speaks_of_such(parse: Parse) -> bool:
    """Tell whether a text speaks of arms, drugs or smugglers anywhere."""
    loads = (plain_load(parse, t.index) for t in parse.tokens if t.lemma != "mine")  # nor is "a copper mine" any
    arms = any(load.category in CONTRABAND for load in loads if load)
    return arms or any(has_mark(t, "underhand") for t in parse.tokens)


def _is_priced(words: tuple[Token, ...]) -> bool:
    """Tell whether a sentence says what is taken for each of those who are moved: "at $700 a head"."""
    before = (b.text.lower() for a, b in zip(words[1:], words, strict=False) if a.lemma in {"head", "seat"})
    return any(word in {"a", "per", "each"} for word in before)


def _are_moved(scene: Scene, trigger: Trigger, loads: tuple[Load, ...]) -> bool:
    """Tell whether others move people, more than one: "takes Gambians from", "are driven"."""
    parse = scene.parse
    many = all(any(is_plural(parse.tokens[i]) for i in measured(parse, load.token)) for load in loads)
    many = many and not any(has_mark(parse.tokens[load.token], "troops") for load in loads)
    return many and (is_moved(parse, trigger) or moves_something(parse, trigger))


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
    return any(load.category in CONTRABAND and load.use == "plain" for load in moved)


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
