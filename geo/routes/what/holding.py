"""What is in or aboard what moves, and what a pronoun or a participle before a verb of movement stands for."""

from collections.abc import Collection, Iterator

from geo.lexicon import word_class
from geo.model import Parse, Token
from geo.routes.triggers import Trigger
from geo.routes.what.cargo import Load, loads_in, measured, plain_load
from geo.routes.where.whereabouts import Scene
from geo.routes.who.operators import behind_relative
from geo.routes.words import has_mark, is_find
from geo.syntax import children, direct_objects, objects_of_preposition, prepositional, subjects
from geo.syntax.tags import NOMINALS, PAST, RELATIVES, VERBS

ABOARD = frozenset({"aboard", "on", "in", "inside", "within"})
ARMED = frozenset({"arm", "armed"})


def under_way(parse: Parse, preposition: Token) -> Iterator[tuple[int, ...]]:
    """Yield what may be "on its way": what the words hang on, what the verb is done to, what was last named."""
    above = parse.tokens[preposition.head]
    if above.pos in NOMINALS:
        yield (above.index,)
        yield tuple(i for p in aboard(parse, above) for i in p)
    else:
        done_to = tuple(t.index for t in children(parse, above.index, "dobj", "nsubjpass"))
        yield done_to
        yield prepositional(parse, above.index, {"with"})
        for vehicle in () if done_to else subjects(parse, above.index):  # not "rebels attacked a lorry on its way to"
            yield from ((vehicle,), *aboard(parse, parse.tokens[vehicle]))
    for token in reversed(parse.tokens[parse.sentences[preposition.sentence].first : preposition.index]):
        if token.pos in VERBS or token.text == ",":
            return
        if plain_load(parse, token.index) and parse.tokens[token.head].dep != "agent":  # no "by a mine on their way to"
            yield (token.index,)


def aboard(parse: Parse, vehicle: Token) -> Iterator[tuple[int, ...]]:
    """Yield what the words before a vehicle put into it: the cocaine of "seized cocaine aboard a light aircraft"."""
    preposition = parse.tokens[vehicle.head]
    if vehicle.dep == "nsubj" and preposition.lemma in word_class("holds_cargo"):
        # "the launch, which had left Bluefields, held cocaine"
        yield direct_objects(parse, preposition.index)
    while vehicle.dep == "pobj" and preposition.lemma == "of":  # "in a container of bananas that came from"
        vehicle = parse.tokens[preposition.head]
        preposition = parse.tokens[vehicle.head]
    holder = parse.tokens[preposition.head]
    taken_off = preposition.lemma == "from" and is_find(holder.lemma)  # "seized rifles from a boat that was sailing to"
    if vehicle.dep != "pobj" or not (preposition.lemma in ABOARD or taken_off):
        return
    if holder.pos in NOMINALS or holder.dep == "acl":
        yield (holder.index if holder.pos in NOMINALS else holder.head,)  # "tusks hidden in a container that came from"
    else:
        yield tuple(t.index for t in children(parse, holder.index, "dobj", "nsubjpass", "nsubj"))


def held_later(scene: Scene, trigger: Trigger) -> tuple[int, ...]:
    """Return what the words after a verb of going say is carried: "carrying rifles", "loaded with rifles", "with"."""
    parse = scene.parse
    for token in parse.tokens[trigger.token + 1 : scene.sentence.last]:
        if token.tag in {"VBG", "VBN"} and token.lemma in word_class("holds_cargo"):
            held = direct_objects(parse, token.index)
            return held if token.tag == "VBG" else prepositional(parse, token.index, {"with"})
        if token.pos == "VERB":
            break
        if token.lemma == "with" and token.dep == "prep":  # "left on moonless nights with rifles"
            torn = (t for verb in children(parse, token.index, "pcomp") for t in children(parse, verb.index, "nsubj"))
            named = (
                *objects_of_preposition(parse, token.index),
                *(t.index for t in torn),
            )  # "with rifles slung beneath"
            return tuple(i for i in named if not children(parse, i, "poss"))  # "marched with their rifles"
    return ()


def found_aboard(scene: Scene, vehicles: Collection[int]) -> tuple[int, ...]:
    """Return what the same sentence says came to light in what goes: "stopped a dhow sailing from … and found rifles".

    Parameters
    ----------
    scene, vehicles
        The sentence, with its places and its words of movement, and the nouns of what goes.
    """
    parse = scene.parse
    if not vehicles or not all(has_mark(parse.tokens[i], "conveyance") for i in vehicles):
        return ()
    finds = (t.token for t in scene.found if t.frame == "find" and t.token > max(vehicles))
    return tuple(t.index for verb in finds for t in children(parse, verb, "dobj") if plain_load(parse, t.index))


def behind_pronoun(parse: Parse, noun: int) -> int:
    """Return what a relative pronoun stands for: the "rifles" of "rifles that were shipped"."""
    token = parse.tokens[noun]
    named = behind_relative(parse, token) if token.lemma in RELATIVES else None
    if named is None or loads_in(parse, named) or parse.tokens[named].dep != "pobj":
        return noun if named is None else named
    holder = parse.tokens[parse.tokens[parse.tokens[named].head].head]  # "rifles from Homs, which were taken to"
    held = [holder, *children(parse, holder.index, "dobj", "nsubjpass")]
    held.extend(parse.tokens[i] for i in prepositional(parse, holder.index, {"of"}))
    return next((t.index for t in held if t.pos in NOMINALS and t.index < named and loads_in(parse, t.index)), named)


def doer_of_participle(parse: Parse, subject: int) -> int:
    """Return the noun of a participle that was read as the subject: "cannabis grown in Tirana is trucked to"."""
    torn = children(parse, subject, "nsubj", "nsubjpass") if parse.tokens[subject].tag in PAST else ()
    return torn[0].index if torn else subject


def is_found(parse: Parse, load: Load) -> bool:
    """Tell whether a cargo's sentence says that it came to light or was aboard something; drugs are nowhere else."""
    words = parse.sentence_tokens(parse.sentences[parse.tokens[load.token].sentence])
    found = load.category == "drugs" or any(is_find(t.lemma) or has_mark(t, "aboard") for t in words)
    sacks = load.use == "ordinary" and load.category == "goods" and len(measured(parse, load.token)) > 1
    thing = load.use in {"plain", "flies"} or sacks  # "sacks of charcoal", not "put rounds into the outboards"
    return thing and found


def is_held(parse: Parse, noun: int) -> bool:
    """Tell whether a noun hangs on a word for carrying: the rockets of "lorries carrying rockets"."""
    return parse.tokens[parse.tokens[noun].head].lemma in word_class("holds_cargo")


def is_borne(parse: Parse, noun: int) -> bool:
    """Tell whether a noun says with what somebody is armed: "pirates armed with rifles"."""
    return parse.tokens[parse.tokens[parse.tokens[noun].head].head].lemma in ARMED
