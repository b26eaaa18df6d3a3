"""What "they", "it", "the shipment" or a people's name stands for as the thing moved."""

from collections.abc import Iterator

from geo.lexicon import word_class
from geo.lexicon.cargo import EVERYDAY
from geo.model import CONTRABAND, Parse, Token
from geo.routes.moved import is_moved, moved_by
from geo.routes.triggers import GOING, POINTING, Trigger
from geo.routes.what.cargo import ATTRIBUTIVE, Load, is_illicit, load_of_kind, loads_in, measured, whole_load
from geo.routes.what.holding import is_borne, is_found
from geo.routes.what.nameless import nameless_people
from geo.routes.where.whereabouts import Scene
from geo.routes.who.parties import is_people, is_plural
from geo.routes.words import PLACING, has_mark
from geo.syntax import children, clause_of, first_of_list, is_passive, prepositional, subjects
from geo.syntax.tags import MODIFIERS, POINTERS, SUBJECTS

SINGLE = frozenset({"it"})
PLURAL = frozenset({"they", "them", "some", "many", "most", "these", "those"})
PLACES_BEFORE = PLACING | {"from"}  # before a place rather than a thing: "gold from mines"
POINTING_BACK = POINTERS | {"its", "their", "another", "such"}
ANOTHER = frozenset({
    "second", "third", "other", "further", "same", "similar", "such", "latest", "early", "earlier", "previous", "first",
    "next",
})  # fmt: skip
FURTHEST = 4  # sentences before its own in which "the shipment" may have been named
ABOARD = 3  # likewise what is in "the boat"
KINDS = frozenset({"kind", "sort", "type", "description", "make", "pattern"})
UNNAMED = frozenset({"consignment", "shipment", "cargo", "load", "batch"})
DELIVERING = frozenset({"deliver", "unload", "offload", "discharge"})
COMES = POINTING | {"come", "originate"}


def meant(scene: Scene, trigger: Trigger) -> tuple[Load, ...]:
    """Return the cargo that stands in for one named before, or the people known by their country alone."""
    parse, token = scene.parse, scene.parse.tokens[trigger.token]
    alone = trigger.frame in GOING and not is_passive(parse, token.index) and token.lemma not in COMES
    for thing in things_of(scene, trigger):
        others = (load for load in _named_before(scene, thing) if not _moves_it(parse, trigger, thing, load))
        named = (load for load in others if not (alone and load.category == "persons"))
        found = next(named, None)  # "before they return": people who go by themselves are no cargo
        if found:
            return _with_companions(parse, thing, found)
        if parse.tokens[thing].lemma in SINGLE | PLURAL and not alone and scene.carried:
            return scene.carried
    return _taken_on(scene, trigger) or _left_out(scene, trigger) or nameless_people(scene, trigger)


def _moves_it(parse: Parse, trigger: Trigger, thing: int, load: Load) -> bool:
    """Tell whether people move what a pronoun stands for: "gunmen held nurses and took them", "they took them"."""
    paid = parse.tokens[trigger.token].dep in {"xcomp", "advcl"}  # "they pay smugglers to take them"
    movers = () if paid else subjects(parse, trigger.token)
    again = any(parse.tokens[mover].lemma == "they" for mover in movers) and parse.tokens[load.token].dep == "nsubj"
    return thing not in movers and (load.token in movers or (again and load.category == "persons"))


def _left_out(scene: Scene, trigger: Trigger) -> tuple[Load, ...]:
    """Return what was taken on before by who then delivers something not named: "had loaded in Gao, to unload in"."""
    token = scene.parse.tokens[trigger.token]
    named = children(scene.parse, trigger.token, "dobj", "nsubjpass")
    if trigger.noun or token.lemma not in DELIVERING or named or is_passive(scene.parse, token.index):
        return ()
    taken = (meant(scene, t) for t in scene.found if t.frame == "load" and t.token < trigger.token)
    return next((loads for loads in taken if loads), scene.carried)


def _taken_on(scene: Scene, trigger: Trigger) -> tuple[Load, ...]:
    """Return what was found aboard those who say that they took it on somewhere: "they had loaded at Jask"."""
    parse = scene.parse
    if trigger.frame != "load" or not subjects(parse, trigger.token):
        return ()
    if children(parse, trigger.token, "dobj", "nsubjpass"):
        return ()
    return tuple(load for load in _freight(parse, trigger.token) if is_found(parse, load))[:1]


def what_is_meant(scene: Scene, loads: tuple[Load, ...]) -> tuple[Load, ...]:
    """Return a cargo, or where its word says next to nothing what it stands for: "the contraband", "the drug".

    Parameters
    ----------
    scene, loads
        The sentence, with its places and its words of movement, and cargo that is named.
    """
    if len(loads) != 1:
        return loads
    (load,) = loads
    word = scene.parse.tokens[load.token]
    if not (load.use == "vehicle" or word.lemma in word_class("any_cargo", "kind_of_cargo")):
        return (_first_named(scene.parse, load),)
    kind = word.lemma in word_class("kind_of_cargo")
    found = next((n for n in _named_before(scene, load.token) if not kind or n.category == load.category), None)
    return _with_companions(scene.parse, load.token, found) if found else loads


def _first_named(parse: Parse, load: Load) -> Load:
    """Return a cargo as it was first spoken of: "the rifles" after "40 rifles"."""
    word = parse.tokens[load.token]
    top = measured(parse, load.token)[-1]
    if load.category == "persons" or not any(t.lemma in POINTERS for t in children(parse, top, "det")):
        return load
    first = parse.sentences[word.sentence].first
    before = (i for i in _before(parse, word.index, ABOARD) if i < first and parse.tokens[i].lemma == word.lemma)
    return next((named for i in before if (named := _bearer(parse, i))), load)


def _with_companions(parse: Parse, word: int, load: Load) -> tuple[Load, ...]:
    """Return a cargo with those beside it in a list if "the load" stands for it: "heroin, two rifles and a radio"."""
    if parse.tokens[word].lemma not in word_class("any_cargo") or load.use in EVERYDAY:
        return (load,)
    listed = loads_in(parse, first_of_list(parse, measured(parse, load.token)[-1]))
    return tuple(each for each in listed if each.use not in EVERYDAY) or (load,)


def things_of(scene: Scene, trigger: Trigger) -> tuple[int, ...]:
    """Return the words for what is moved, or for what a "come", "travels" or "were bound for" speaks of."""
    parse = scene.parse
    token = parse.tokens[trigger.token]
    if trigger.noun:
        preposition = parse.tokens[token.head]
        under_way = token.dep == "pobj" and preposition.lemma in {"on", "en", "for"}  # "was intended for delivery to"
        return (token.index, *(subjects(parse, clause_of(parse, preposition.head)) if under_way else ()))
    passive = tuple(t.index for t in children(parse, trigger.token, "nsubjpass"))
    moved = passive if trigger.frame in {"enter", "leave"} else moved_by(parse, trigger.token)
    goes = is_moved(parse, trigger) or token.lemma in COMES or trigger.frame in GOING
    return moved or (subjects(parse, trigger.token) if goes else ())


def _named_before(scene: Scene, thing: int) -> Iterator[Load]:
    """Yield the cargoes that a word may stand for, the nearest first, everyday ones after all others."""
    parse, word = scene.parse, scene.parse.tokens[thing]
    back = _how_far(parse, word)
    if back is None:
        return
    named = _meant_by(parse, word, back)
    first = parse.sentences[word.sentence].first
    yield from sorted(named, key=lambda load: (load.token < first, load.use == "ordinary"))
    if named:
        return
    for i in _before(parse, thing, back):  # "it", "they", "the boat", where only "the load" or "bales" was spoken of
        stands = parse.tokens[i].lemma in word_class("any_cargo") and word.lemma not in SINGLE | PLURAL
        if stands or _is_general(parse, i):
            yield from _freight(parse, i)


def _before(parse: Parse, word: int, back: int) -> range:
    """Return the tokens before a word in its sentence and so many before it, the last first."""
    sentence = parse.sentences[parse.tokens[word].sentence]
    return range(word - 1, parse.sentences[max(sentence.index - back, 0)].first - 1, -1)


def _meant_by(parse: Parse, word: Token, back: int) -> list[Load]:
    """Return the cargoes of the last sentences that a word may stand for."""
    if back == FURTHEST:
        return _freight(parse, word.index)
    before = _before(parse, word.index, back)
    named = [load for i in before if (load := _bearer(parse, i))]
    if word.lemma in PLURAL:
        people = (i for i in before if is_people(parse.tokens[i]) and is_plural(parse.tokens[i]))
        acting = (i for i in people if parse.tokens[i].dep in SUBJECTS)
        since = next(acting, 0) if word.text.lower() == "they" else 0  # "soldiers combed the hills until they reached"
        return [load for load in named if load.token >= since and _is_plural(parse, load)]
    first = parse.sentences[word.sentence].first
    if word.lemma not in SINGLE:  # "the container", in which it was found, or beside which it is told of
        found = [load for load in named if is_found(parse, load)]
        beside = (load for load in named if load.token >= first and load.use == "plain")
        return found or [load for load in beside if not has_mark(parse.tokens[load.token], "fired")]
    # "it" is too often something else unless what it stands for was the subject
    things = [load for load in named if load.category != "persons"]
    spoken = [load for load in things if load.token >= first or _is_spoken_of(parse, load)]
    aboard = any(has_mark(parse.tokens[i], "conveyance") for i in before)
    return spoken or [load for load in things if aboard and is_found(parse, load)]


def _is_plural(parse: Parse, load: Load) -> bool:
    """Tell whether "they" may mean a cargo: "rifles", "tonnes of heroin" and what was not parsed, but not "heroin"."""
    nouns = [parse.tokens[i] for i in measured(parse, load.token)]
    return any(is_plural(t) or t.tag == "" or t.dep == "conj" or children(parse, t.index, "conj") for t in nouns)


def _freight(parse: Parse, word: int) -> list[Load]:
    """Return the cargoes that "the load" may stand for."""
    named = (load for i in _before(parse, word, FURTHEST) if (load := _bearer(parse, i)))
    told = _is_definite(parse, word) or children(parse, word) == ()
    return [load for load in named if _is_freight(parse, load) and (told or load.category in CONTRABAND)]


def _how_far(parse: Parse, word: Token) -> int | None:
    """Return how many sentences back a word may point, None if it does not point to a cargo."""
    if word.lemma in SINGLE | PLURAL:
        return 1
    if _is_general(parse, word.index):
        return FURTHEST
    named = has_mark(word, "conveyance") and (_is_definite(parse, word.index) or _is_known(parse, word))
    return ABOARD if named else None


def _is_known(parse: Parse, vehicle: Token) -> bool:
    """Tell whether a vehicle is one that was named: "the pump boat", where a boat was spoken of before."""
    pointed = any(t.text.lower() in POINTING_BACK for t in children(parse, vehicle.index, "det"))
    first = parse.sentences[vehicle.sentence].first
    before = (parse.tokens[i] for i in _before(parse, vehicle.index, ABOARD) if i < first)
    return pointed and any(t.lemma == vehicle.lemma for t in before)


def _is_spoken_of(parse: Parse, load: Load) -> bool:
    """Tell whether a sentence is about a cargo: its subject, or what "it is" or "there is"."""
    return parse.tokens[load.token].dep in {*SUBJECTS, "attr", "ROOT", ""}


def _is_general(parse: Parse, noun: int) -> bool:
    """Tell whether a noun is a cargo that the text has named: "the shipment", not "the wheat shipment"."""
    token = parse.tokens[noun]
    below = children(parse, noun)
    if token.lemma in UNNAMED and len(below) == 1 and below[0].lemma in {"a", "one", "each", "every"}:
        return True  # "a consignment leaves"
    some = token.tag == "NNS" and token.lemma in word_class("any_cargo") and not children(parse, noun)  # "crates go to"
    return token.lemma in word_class("any_cargo", "kind_of_cargo") and (some or _is_definite(parse, noun))


def _is_definite(parse: Parse, noun: int) -> bool:
    """Tell whether a noun is one that was named: "the lorry", not "the supply lorry" or "the lorry of rice"."""
    below = children(parse, noun)
    kinds = (i for i in prepositional(parse, noun, {"of"}) if parse.tokens[i].lemma in KINDS)
    if any(t.lemma in POINTING_BACK | ANOTHER for i in kinds for t in children(parse, i)):
        return True  # "crates of the same kind"
    more = {t.lemma for t in below if t.dep in MODIFIERS or t.lemma == "of"}
    pointed = any(t.text.lower() in POINTING_BACK for t in below if t.dep in {"det", "poss", "amod"})
    return more <= ANOTHER and (pointed or bool(more))


def _is_freight(parse: Parse, load: Load) -> bool:
    """Tell whether a cargo was named as a thing, and not as what flew or did something itself."""
    acts = load.category == "materiel" and parse.tokens[load.token].dep == "nsubj"
    return load.category != "persons" and (load.use != "flies" or is_found(parse, load)) and not acts


def _bearer(parse: Parse, index: int) -> Load | None:
    """Return the cargo that a noun names, if a pronoun may stand for it; recruits are cargo by any name."""
    token = parse.tokens[index]
    behind = parse.tokens[token.head].lemma in PLACES_BEFORE or is_borne(parse, index)
    if token.dep in ATTRIBUTIVE or (token.dep == "pobj" and behind):
        return None
    own = whole_load(parse, index)
    of_kind = next(iter(load_of_kind(parse, index)), None)
    load = (of_kind or own) if own is None or own.use in EVERYDAY else own  # "amphetamine tablets" are no mere tablets
    if load is None:
        return None
    thing = load.use == "ordinary" and load.category != "persons"
    known = load.use not in EVERYDAY or thing or load.use == "carried" or is_illicit(parse, index)
    return load if known else None
