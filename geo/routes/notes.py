"""Notes without a verb: "Pistols, Trieste to Bari, by smack", "hashish, 3 kg, ex Ketama", "Destination: Aden".

Parsers make nothing of them, and most are not parsed at all: the word right before a place says which end it is.
"""

from collections.abc import Iterator

from geo.lexicon import word_class
from geo.model import Parse, Sentence
from geo.routes.cargo import Load, is_toy, plain_load
from geo.routes.ends import Ends
from geo.routes.movement import Movement
from geo.routes.unnamed import deeds
from geo.routes.whereabouts import Scene
from geo.routes.words import has_mark, movement_rows
from geo.syntax.tags import DASHES, FINITE, NOBODY

ENDS = {"origin": "noted_origin", "destination": "noted_destination", "via": "noted_via"}  # and classes of their words
DENIES = NOBODY | {"no", "not", "never"}
JOINS = DASHES | {"to", "→", ">"}
BACK = 2  # sentences before, notes too, in which the cargo may be named
NOISE = frozenset({"the", "port", "town", "city", "of", ":", "about", "near"})  # between the word and the place
ROADS = frozenset({"road", "highway", "railway", "line", "train", "bus", "flight", "pipeline", "border", "match"})
PLAIN = frozenset({"from", "to", "into", "via", "through"})  # words that may tell of anything


def noted(scene: Scene) -> Iterator[Movement]:
    """Yield what a sentence without a verb says of a cargo's way.

    Parameters
    ----------
    scene
        The sentence, with its places.
    """
    signs = [(i, end, word) for i in _firsts(scene) for end, word in _signs(scene, i)]
    if not signs or not _is_note(scene.parse, scene.sentence):
        return
    by_end = {each: tuple(dict.fromkeys(scene.where[i] for i, end, _ in signs if end == each)) for each in ENDS}
    ends = Ends(by_end["origin"], by_end["destination"], by_end["via"])
    sure = any(word not in PLAIN for _, end, word in signs if end != "via")
    cargo = _cargo(scene, BACK if sure else 0) if sure or (ends.origins and ends.destinations) else ()
    if cargo:
        habitual = any(has_mark(t, "habit") for t in scene.parse.sentence_tokens(scene.sentence))
        yield Movement(
            signs[0][0], scene.sentence, cargo, cargo[0].category, ends, operator=None, purpose=None,
            habitual=habitual, effect="",
        )  # fmt: skip


def _is_note(parse: Parse, sentence: Sentence) -> bool:
    """Tell whether a sentence has no verb in a tense, denies nothing and tells of no deed."""
    words = parse.sentence_tokens(sentence)
    denies = any(t.text.lower() in DENIES for t in words)
    moves = ((t.lemma, "verb") in movement_rows() and t.tag != "VBG" for t in words if t.pos == "VERB")
    acts = any(t.tag in FINITE or (t.pos == "VERB" and t.lemma in deeds()) for t in words)
    return not (denies or acts or any(moves))


def _firsts(scene: Scene) -> list[int]:
    """Return the first word of each place that is named."""
    named = (i for i in range(scene.sentence.first, scene.sentence.last) if scene.is_name(i))
    return [i for i in named if scene.where.get(i - 1) != scene.where[i]]


def _signs(scene: Scene, first: int) -> Iterator[tuple[str, str]]:
    """Yield the end that a place is by the word before it, or by that which joins it to another, and that word."""
    words = [token.text.lower() for token in scene.parse.tokens[scene.sentence.first : scene.sentence.last]]
    place = last = first - scene.sentence.first
    while scene.where.get(scene.sentence.first + last + 1) == scene.where[first]:
        last += 1
    before = next((w for w in reversed(words[:place]) if w not in NOISE), "")
    goes_on = "".join(words[last + 1 : last + 2])
    if goes_on in ROADS:
        return  # "mortars on the Gao to Kidal road"
    yield from ((end, before) for end, kind in ENDS.items() if before in word_class(kind))
    if goes_on in JOINS and scene.is_name(first + last - place + 2):
        yield "origin", "to"
    elif before in JOINS - {"to"} and scene.is_name(first - 2):
        yield "destination", "to"


def _cargo(scene: Scene, back: int) -> tuple[Load, ...]:
    """Return the arms or drugs of a note, or of so many notes right before it: people might have a verb."""
    parse = scene.parse
    for sentence in reversed(parse.sentences[max(scene.sentence.index - back, 0) : scene.sentence.index + 1]):
        if not _is_note(parse, sentence):
            continue
        loads = (plain_load(parse, i) for i in range(sentence.first, sentence.last))
        things = (load for load in loads if load and load.category in {"materiel", "drugs"})
        if named := tuple(load for load in things if not is_toy(parse, load.token)):
            return named
    return ()
