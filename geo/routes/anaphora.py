"""What "they", "it", "the shipment" or a people's name stands for as the thing moved."""

from collections.abc import Iterator

from geo.model import Parse
from geo.routes.cargo import Load, is_illicit, load_at, plain_load
from geo.routes.triggers import GOING, POINTING, Trigger
from geo.routes.whereabouts import Scene
from geo.syntax import SUBJECTS, children, is_passive, subjects
from geo.tags import POINTERS

SINGLE = frozenset({"it"})  # too often something else to be sought further off than in its own sentence
PLURAL = frozenset({"they", "them", "some", "many", "most", "these", "those"})
GENERAL = frozenset({"cargo", "shipment", "consignment", "load", "haul", "batch", "delivery"})
DEFINITE = POINTERS | {"its", "their"}
FURTHEST = 2  # sentences before its own in which "the shipment" may have been named
COMING = POINTING | {"come", "originate"}


def meant(scene: Scene, trigger: Trigger) -> tuple[Load, ...]:
    """Return the cargo that stands in for one named before, or the people known by their country alone."""
    for thing in _things(scene, trigger):
        found = next(_named_before(scene, thing), None)
        if found:
            return (found,)
    return _people(scene, trigger)


def _things(scene: Scene, trigger: Trigger) -> tuple[int, ...]:
    """Return the words for what is moved, or for what a "come" or "were bound for" speaks of."""
    parse = scene.parse
    if trigger.noun:
        return (trigger.token,)
    moved = tuple(t.index for t in children(parse, trigger.token, "dobj", "nsubjpass"))
    goes = is_passive(parse, trigger.token) or parse.tokens[trigger.token].lemma in COMING
    return moved or (subjects(parse, trigger.token) if goes else ())


def _named_before(scene: Scene, thing: int) -> Iterator[Load]:
    """Yield the cargoes that a word may stand for, the last one named before it first."""
    parse, word = scene.parse, scene.parse.tokens[thing]
    back = 0 if word.lemma in SINGLE else 1 if word.lemma in PLURAL else FURTHEST if _is_general(parse, thing) else None
    if back is None:
        return
    start = parse.sentences[max(scene.sentence.index - back, 0)].first
    for token in reversed(parse.tokens[start:thing]):
        load = _bearer(parse, token.index)
        if load and (back < FURTHEST or _is_freight(parse, load)):
            yield load


def _is_general(parse: Parse, noun: int) -> bool:
    """Tell whether a noun is a cargo that the text has named: "the shipment", not "the wheat shipment"."""
    below = children(parse, noun, "det", "poss")
    bare = not children(parse, noun, "amod", "compound", "nmod") and not any(
        t.lemma == "of" for t in children(parse, noun)
    )
    return parse.tokens[noun].lemma in GENERAL and bare and any(t.text.lower() in DEFINITE for t in below)


def _is_freight(parse: Parse, load: Load) -> bool:
    """Tell whether a cargo was named as a thing, and not as what flew or did something itself."""
    return load.category != "persons" and load.use != "flies" and parse.tokens[load.token].dep not in SUBJECTS


def _bearer(parse: Parse, index: int) -> Load | None:
    """Return the cargo that a noun names, if a pronoun may stand for it; recruits are cargo by any name."""
    token = parse.tokens[index]
    if token.dep == "pobj" and parse.tokens[token.head].lemma in {"from", "in", "near", "at"}:
        return None  # a place rather than a thing: "gold from mines"
    load = load_at(token)
    return plain_load(parse, index) or (load if load and (load.use == "carried" or is_illicit(parse, index)) else None)


def _people(scene: Scene, trigger: Trigger) -> tuple[Load, ...]:
    """Return those who are moved and are known by their country alone: "bring Eritreans from"."""
    moved = children(scene.parse, trigger.token, "dobj", "nsubjpass", *(("nsubj",) if trigger.frame in GOING else ()))
    named = (t.index for t in moved if t.tag in {"NNS", "NNPS"} and t.index in scene.where)
    return tuple(Load(i, "persons", "ordinary") for i in named if not scene.is_name(i))
