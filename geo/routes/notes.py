"""Ways that no word of movement tells: "Pistols, Trieste to Bari, by smack", "two steamers cleared Odessa with shells".

Parsers make nothing of notes, most of which are not parsed at all: the words right beside a place say which end it is.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from geo.lexicon import word_class
from geo.lexicon.triggers import plain_deeds
from geo.model import Parse, Sentence, Token
from geo.routes.context import effect_of
from geo.routes.movement import Movement
from geo.routes.what.cargo import Load
from geo.routes.what.spoken_of import spoken_of
from geo.routes.where.ends import Ends
from geo.routes.where.roles import Role, places_at
from geo.routes.where.whereabouts import Scene
from geo.routes.words import has_mark, is_other_deed, movement_rows
from geo.syntax import children, clause_of
from geo.syntax.tags import FINITE, NOBODY

DENIES = NOBODY | {"no", "not", "never", "n't", "whether", "if"}
POINTING = frozenset({"it", "they", "he", "she", "both"})
BOTH = 2  # ends of a way
BACK = 2  # sentences before, notes too, in which the cargo may be named


def noted(scene: Scene, said: tuple[Role, ...]) -> Iterator[Movement]:
    """Yield what the words beside the places of a sentence say of a cargo's way: both ends, or in a note a sure one.

    Parameters
    ----------
    scene, said
        The sentence, with its places, and which ends these are.
    """
    note = _is_note(scene.parse, scene.sentence)
    if not (note or _may_tell(scene)):
        return
    origins, aimed, found, rest = (places_at(said, end) for end in ("origin", "destination", "found", "rest"))
    last = aimed[-1:] or found or rest
    sure = {role.end for role in said if role.sure} & {"origin", "destination"}
    papers = len(sure) > 1  # "the manifest gave Gao as last port, Oran as destination": whatever was named before
    cargo = _cargo(scene, said, any_before=papers) if papers or (note and sure) or (origins and last) else ()
    if cargo and not _are_several(scene.parse, cargo, said):
        passed = (*origins[1:], *aimed[:-1], *places_at(said, "via"), *(found if aimed else ()))
        yield Movement(
            said[0].word, scene.sentence, cargo, cargo[0].category, Ends(origins[:1], last, passed),
            operator=None, purpose=None, effect="seized" if found else "",
            habitual=any(has_mark(t, "habit") for t in scene.parse.sentence_tokens(scene.sentence)),
        )  # fmt: skip


def _are_several(parse: Parse, cargo: tuple[Load, ...], said: tuple[Role, ...]) -> bool:
    """Tell whether clauses tell of different cargoes, and of more places than one way has ends: nobody knows whose."""
    kinds, clauses = {c.category for c in cargo}, {clause_of(parse, c.token) for c in cargo}
    return len(said) > BOTH and len(kinds) > 1 and len(clauses) > 1


def _is_note(parse: Parse, sentence: Sentence) -> bool:
    """Tell whether a sentence has no verb in a tense, denies nothing and tells of no deed."""
    words = parse.sentence_tokens(sentence)
    words = words[1:] if _begins_with_deed(parse, words) else words
    moves = ((t.lemma, "verb") in movement_rows() and t.tag != "VBG" for t in words if t.pos == "VERB")
    acts = any(t.tag in FINITE or (t.pos == "VERB" and t.lemma in plain_deeds()) for t in words)
    return not (_denies(words) or acts or any(moves))


def _begins_with_deed(parse: Parse, words: Sequence[Token]) -> bool:
    """Tell whether a note begins with what somebody did, and does not say who: "Departed Gao 0400, pistols aboard"."""
    first = words[0]
    return (first.lemma, "verb") in movement_rows() and not children(parse, first.index, "nsubj", "nsubjpass")


def _denies(words: Sequence[Token]) -> bool:
    """Tell whether a sentence says that something is not, or may not be: "no rifles", not "no fewer than six"."""
    return any(a.text.lower() in DENIES and b.text.lower() not in {"fewer", "less"} for a, b in pairwise(words))


def _may_tell(scene: Scene) -> bool:
    """Tell whether a sentence with a verb may tell of a way: it denies nothing, wishes nothing, tells of no attack."""
    words = scene.parse.sentence_tokens(scene.sentence)
    if _denies(words) or any(effect_of(scene.parse, t) == "void" for t in scene.found):
        return False
    if any(t.frame == "drop" and _bombs(scene, t.token) for t in scene.found):
        return False
    acts = (t for t in words if t.pos == "VERB" and is_other_deed(t.lemma))
    return all(has_mark(t, "come to light") for t in acts)


def _bombs(scene: Scene, verb: int) -> bool:
    """Tell whether what a verb drops goes off where it falls: "planes from Asmara dropped napalm on Mekele"."""
    dropped = children(scene.parse, verb, "dobj", "nsubjpass")
    return any(t.lemma in word_class("airbomb") for t in dropped)


def _cargo(scene: Scene, said: tuple[Role, ...], *, any_before: bool) -> tuple[Load, ...]:
    """Return the cargo of a sentence, or of so many notes right before it, or of what its "they" may stand for."""
    parse, here = scene.parse, scene.sentence
    points = parse.tokens[here.first].text.lower() in POINTING
    back = BACK if any(role.sure for role in said) else points
    earlier = reversed(parse.sentences[max(here.index - back, 0) : here.index])
    before = (s for s in earlier if any_before or points or _is_note(parse, s))
    later = takewhile(lambda s: _is_note(parse, s), parse.sentences[here.index + 1 : here.index + 1 + back])
    after = later if _is_note(parse, here) else ()  # "From Gao, for Oran. 40 pistols."
    return next((loads for sentence in (here, *before, *after) if (loads := spoken_of(scene, sentence, said))), ())
