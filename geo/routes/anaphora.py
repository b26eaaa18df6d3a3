"""What "they", "it", "the shipment" or a people's name stands for as the thing moved."""

from collections.abc import Iterator

from geo.lexicon import word_class
from geo.model import Parse, Token
from geo.routes.cargo import ATTRIBUTIVE, Load, is_illicit, load_at, plain_load
from geo.routes.triggers import GOING, POINTING, Trigger
from geo.routes.whereabouts import Scene
from geo.routes.words import PLACING, has_mark, is_find
from geo.syntax import SUBJECTS, children, clause_of, is_passive, subjects
from geo.tags import POINTERS

SINGLE = frozenset({"it"})
PLURAL = frozenset({"they", "them", "some", "many", "most", "these", "those"})
PLACES_BEFORE = PLACING | {"from"}  # before a place rather than a thing: "gold from mines"
DEFINITE = POINTERS | {"its", "their"}
FURTHEST = 4  # sentences before its own in which "the shipment" may have been named
COMING = POINTING | {"come", "originate"}


def meant(scene: Scene, trigger: Trigger) -> tuple[Load, ...]:
    """Return the cargo that stands in for one named before, or the people known by their country alone."""
    parse, token = scene.parse, scene.parse.tokens[trigger.token]
    alone = trigger.frame in GOING and not is_passive(parse, token.index) and token.lemma not in COMING
    for thing in _things(scene, trigger):
        named = (load for load in _named_before(scene, thing) if not (alone and load.category == "persons"))
        found = next(named, None)  # "before they return": people who go by themselves are no cargo
        if found:
            return (found,)
    return _people(scene, trigger)


def what_is_meant(scene: Scene, loads: tuple[Load, ...]) -> tuple[Load, ...]:
    """Return a cargo, or where its word says next to nothing what it stands for: "the contraband", "the drug"."""
    if len(loads) != 1 or scene.parse.tokens[loads[0].token].lemma not in {"contraband", *word_class("kind_of_cargo")}:
        return loads
    (load,) = loads
    kind = scene.parse.tokens[load.token].lemma in word_class("kind_of_cargo")
    named = (n for n in _named_before(scene, load.token) if not kind or n.category == load.category)
    return (next(named, load),)


def _things(scene: Scene, trigger: Trigger) -> tuple[int, ...]:
    """Return the words for what is moved, or for what a "come", "travels" or "were bound for" speaks of."""
    parse = scene.parse
    token = parse.tokens[trigger.token]
    if trigger.noun:
        preposition = parse.tokens[token.head]
        under_way = token.dep == "pobj" and preposition.lemma in {"on", "en"}
        return (token.index, *(subjects(parse, clause_of(parse, preposition.head)) if under_way else ()))
    kinds = ("nsubjpass",) if trigger.frame in {"enter", "leave"} else ("dobj", "nsubjpass")
    moved = tuple(t.index for t in children(parse, trigger.token, *kinds))
    goes = is_passive(parse, trigger.token) or token.lemma in COMING or trigger.frame in GOING
    return moved or (subjects(parse, trigger.token) if goes else ())


def _named_before(scene: Scene, thing: int) -> Iterator[Load]:
    """Yield the cargoes that a word may stand for, the nearest first, everyday ones after all others."""
    parse, word = scene.parse, scene.parse.tokens[thing]
    back = _how_far(parse, word)
    if back is None:
        return
    sentence = parse.sentences[word.sentence]
    before = range(thing - 1, parse.sentences[max(sentence.index - back, 0)].first - 1, -1)
    named = [load for i in before if (load := _bearer(parse, i))]
    if back == FURTHEST:
        named = [load for load in named if _is_freight(parse, load)]
    elif word.lemma in SINGLE:  # "it" is too often something else unless what it stands for was the subject
        things = (load for load in named if load.category != "persons")
        named = [load for load in things if load.token >= sentence.first or _is_spoken_of(parse, load)]
    elif word.lemma not in PLURAL:  # "the container", in which it was found
        named = [load for load in named if _is_found(parse, load)]
    yield from sorted(named, key=lambda load: load.use == "ordinary")
    if not named and word.lemma in SINGLE:
        yield from (load for i in before if _is_general(parse, i) for load in _named_before(scene, i))


def _how_far(parse: Parse, word: Token) -> int | None:
    """Return how many sentences back a word may point, None if it does not point to a cargo."""
    if word.lemma in SINGLE | PLURAL:
        return 1
    if _is_general(parse, word.index):
        return FURTHEST
    return 1 if has_mark(word, "conveyance") and _is_definite(parse, word.index) else None


def _is_found(parse: Parse, load: Load) -> bool:
    """Tell whether a cargo's sentence says that something came to light."""
    sentence = parse.sentences[parse.tokens[load.token].sentence]
    return load.use == "plain" and any(is_find(t.lemma) for t in parse.sentence_tokens(sentence))


def _is_spoken_of(parse: Parse, load: Load) -> bool:
    """Tell whether a sentence is about a cargo: its subject, or what "it is" or "there is"."""
    return parse.tokens[load.token].dep in {*SUBJECTS, "attr", "ROOT", ""}


def _is_general(parse: Parse, noun: int) -> bool:
    """Tell whether a noun is a cargo that the text has named: "the shipment", not "the wheat shipment"."""
    return parse.tokens[noun].lemma in word_class("any_cargo", "kind_of_cargo") and _is_definite(parse, noun)


def _is_definite(parse: Parse, noun: int) -> bool:
    """Tell whether a noun is one that was named: "the lorry", not "the supply lorry" or "the lorry of rice"."""
    bare = not children(parse, noun, "amod", "compound", "nmod") and not any(
        t.lemma == "of" for t in children(parse, noun)
    )
    return bare and any(t.text.lower() in DEFINITE for t in children(parse, noun, "det", "poss"))


def _is_freight(parse: Parse, load: Load) -> bool:
    """Tell whether a cargo was named as a thing, and not as what flew or did something itself."""
    acts = load.category == "materiel" and parse.tokens[load.token].dep in SUBJECTS
    return load.category != "persons" and load.use != "flies" and not acts


def _bearer(parse: Parse, index: int) -> Load | None:
    """Return the cargo that a noun names, if a pronoun may stand for it; recruits are cargo by any name."""
    token = parse.tokens[index]
    if token.dep == "pobj" and parse.tokens[token.head].lemma in PLACES_BEFORE:
        return None
    load = load_at(token)
    if load is None or token.lemma in word_class("any_cargo") or token.dep in ATTRIBUTIVE:
        return None
    thing = load.use == "ordinary" and load.category != "persons"
    return plain_load(parse, index) or (load if thing or load.use == "carried" or is_illicit(parse, index) else None)


def _people(scene: Scene, trigger: Trigger) -> tuple[Load, ...]:
    """Return those who are moved and are known by their country alone: "bring Eritreans from"."""
    moved = children(scene.parse, trigger.token, "dobj", "nsubjpass", *(("nsubj",) if trigger.frame in GOING else ()))
    named = (t.index for t in moved if t.tag in {"NNS", "NNPS"} and t.index in scene.where)
    return tuple(Load(i, "persons", "ordinary") for i in named if not scene.is_name(i))
