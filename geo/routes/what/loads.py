"""Which of the things named in a sentence a movement moves."""

from collections.abc import Iterator

from geo.lexicon import word_class
from geo.model import Parse
from geo.routes.moved import is_moved, moved_by
from geo.routes.triggers import GOING, Trigger
from geo.routes.what.anaphora import meant, what_is_meant
from geo.routes.what.cargo import Load, attributes, load_at, loads_in, plain_load
from geo.routes.what.holding import aboard, behind_pronoun, doer_of_participle, found_aboard, held_later, under_way
from geo.routes.where.directions import Phrase
from geo.routes.where.whereabouts import Scene
from geo.routes.who.parties import is_armed, supplied
from geo.routes.words import has_mark
from geo.syntax import children, clause_of, first_of_list, is_passive, objects_of_preposition, prepositional, subjects
from geo.syntax.tags import PAST, VERBS


def legs(scene: Scene, trigger: Trigger, said: list[Phrase]) -> Iterator[tuple[tuple[Load, ...], tuple[Phrase, ...]]]:
    """Yield each cargo with its own directions: "rifles from A to B and cocaine from C to D" has two legs.

    Parameters
    ----------
    scene, trigger, said
        The sentence, with its places and its words of movement, a word of movement, and the direction phrases that
        belong to it.
    """
    cargo, leg = cargo_of(scene, trigger), list[Phrase]()
    for phrase in said:
        fresh = _cargo_between(scene.parse, leg[-1].nouns[0], phrase.first) if leg else None
        if fresh:
            yield cargo, tuple(leg)
            cargo, leg = loads_in(scene.parse, fresh.token), []
        leg.append(phrase)
    yield cargo, tuple(leg)


def with_list(scene: Scene, loads: tuple[Load, ...], said: tuple[Phrase, ...]) -> tuple[Load, ...]:
    """Return the cargo with the list members before the first direction that the parser hung elsewhere.

    Parameters
    ----------
    scene, loads, said
        The sentence, with its places and its words of movement, cargo that is named, and the direction phrases that
        belong to it.
    """
    if not loads or not said or not scene.sentence.first <= loads[0].token < said[0].first:
        return loads  # what a word stands for may have been named sentences before
    between = scene.parse.tokens[loads[-1].token + 1 : said[0].first]
    later = (plain_load(scene.parse, t.index) for t in between if t.dep == "conj")
    return loads + tuple(load for load in later if load and load not in loads)


def _cargo_between(parse: Parse, first: int, last: int) -> Load | None:
    """Return a further cargo, joined by "and" or a comma, that stands between two directions."""
    joined = (t.index for t in parse.tokens[first + 1 : last] if t.dep == "conj")
    return next((load for i in joined if (load := plain_load(parse, i))), None)


def cargo_of(scene: Scene, trigger: Trigger) -> tuple[Load, ...]:
    """Return the cargo of a movement, from the first place in the sentence that can name one and does."""
    armed = {i for i in supplied(scene.parse, trigger) if is_armed(scene.parse, i)}  # "the rebels are supplied from"
    sources = _noun_sources(scene, trigger) if trigger.noun else _verb_sources(scene, trigger)
    empty: tuple[Load, ...] = ()  # "drove nine lorries from Beirut, always on dark nights, with rifles under lemons"
    for source in sources:
        loads = tuple(load for noun in source if noun not in armed for load in loads_in(scene.parse, noun))
        if loads and any(load.use != "vehicle" for load in loads):
            return what_is_meant(scene, tuple(dict.fromkeys(loads)))
        empty = empty or loads
    if empty:
        return what_is_meant(scene, tuple(dict.fromkeys(empty)))
    return meant(scene, trigger)


def _noun_sources(scene: Scene, trigger: Trigger) -> Iterator[tuple[int, ...]]:
    parse, token = scene.parse, scene.parse.tokens[trigger.token]
    yield from ((load.token,) for load in attributes(parse, token.index)[:1])
    inner = [
        t
        for p in children(parse, token.index, "prep")
        if p.lemma == "of"
        for t in objects_of_preposition(parse, p.index)
    ]
    yield tuple(inner)
    # "a pipeline of arms runs from", read as one noun
    runs = (i for i in inner if parse.tokens[i].lemma in word_class("leads_somewhere"))
    yield tuple(load.token for i in runs for load in attributes(parse, i))
    yield (token.index,)
    head = parse.tokens[token.head]
    on_way = token.dep == "pobj" and head.lemma in {"on", "en", "along"}
    if on_way:
        yield from under_way(parse, head)
    if has_mark(token, "channel"):  # "a land bridge to Lebanon to supply them with missiles"
        verbs = (t for t in scene.found if not t.noun and parse.tokens[t.token].tag != "VBG")
        yield from ((load.token,) for t in verbs for load in cargo_of(scene, t))
    if token.dep == "pobj" and head.lemma in {"for", "in"}:  # "rifles for shipment to", "drugs in transit to"
        yield (head.head, head.index - 1)
        if parse.tokens[head.head].pos in VERBS:  # "the heroin was intended for delivery to"
            yield subjects(parse, head.head)
    if token.dep in {"compound", "conj"}:
        yield tuple(load.token for load in attributes(parse, head.index)[:1])
        yield prepositional(parse, head.index, {"of"})  # "the production and shipment of heroin"
    whom = children(parse, clause_of(parse, token.index), "dobj") if on_way else ()  # "shot a judge on his way to"
    if trigger.frame in GOING and not any(t.pos == "NOUN" for t in whom):  # "rifles made their way to"
        yield tuple(behind_pronoun(parse, i) for i in subjects(parse, clause_of(parse, token.index)))
    yield _next_plain(scene, trigger)
    if trigger.frame == "go":  # "made trips from Tangier to Marseille with hashish"
        yield held_later(scene, trigger)


def _next_plain(scene: Scene, trigger: Trigger) -> tuple[int, ...]:
    """Return the first plain cargo noun after the trigger, before the next clause or direction."""
    for token in scene.parse.tokens[trigger.token + 1 : scene.reach(trigger)]:
        if plain_load(scene.parse, token.index):
            return (token.index,)
        if token.pos in VERBS or scene.is_name(token.index) or token.text == ",":
            return ()
    return ()


def _verb_sources(scene: Scene, trigger: Trigger) -> Iterator[tuple[int, ...]]:
    parse, verb = scene.parse, trigger.token
    given = (t.index for t in children(parse, verb, "dative") if t.pos != "ADP")
    objects = (*moved_by(parse, verb), *given)
    with_ = prepositional(parse, verb, {"with"})
    if trigger.frame in {"equip", "provide"}:  # the parser may hang "with" on the receiver
        named = (
            t.index for t in parse.tokens[verb + 1 : scene.reach(trigger)] if t.dep == "prep" and t.lemma == "with"
        )
        yield with_ + tuple(i for preposition in named for i in objects_of_preposition(parse, preposition))
    if trigger.frame == "equip":
        return
    if trigger.frame in {"enter", "leave"}:
        objects = tuple(t.index for t in children(parse, verb, "nsubjpass"))
    if parse.tokens[verb].pos != "VERB" or parse.tokens[verb].dep in {"amod", "compound"}:
        yield (parse.tokens[verb].head,)
    clauses = children(parse, verb, "advcl") if trigger.frame in GOING else ()
    aboard = [t.index for t in clauses if t.lemma in word_class("holds_cargo")]
    yield tuple(t.index for clause in aboard for t in children(parse, clause, "dobj"))
    moved = tuple(behind_pronoun(parse, doer_of_participle(parse, i)) for i in objects)
    yield moved
    yield tuple(first_of_list(parse, i) for i in moved)
    yield with_
    if any(has_mark(parse.tokens[i], "conveyance") for i in moved):
        yield held_later(scene, trigger)
    if (
        is_moved(parse, trigger)
        or trigger.frame == "go"  # "rockets travelled overland from", where "overland" is read as its object
        or (trigger.frame in GOING and not objects)
        or (trigger.frame in {"move", "send", "provide", "take", "load", "sell", "drop"} and not objects)
        or _is_torn_passive(parse, verb, objects)
    ):
        yield from _of_subject(scene, trigger)
    if trigger.frame in {"move", "send"} and not objects:  # "moves fentanyl from", where it is read as an adverb
        yield _next_plain(scene, trigger)


def _is_torn_passive(parse: Parse, verb: int, objects: tuple[int, ...]) -> bool:
    """Tell whether what was read as an object is the way or the vehicle: "is driven here and put on boats to"."""
    token = parse.tokens[verb]
    ways = all(parse.tokens[i].lemma in word_class("gate") or has_mark(parse.tokens[i], "conveyance") for i in objects)
    return token.dep == "conj" and token.tag in PAST and ways and is_passive(parse, token.head)


def _of_subject(scene: Scene, trigger: Trigger) -> Iterator[tuple[int, ...]]:
    """Yield what a verb's subject is or holds: rifles that go, or the vehicle that goes with them aboard."""
    parse, verb = scene.parse, _ruling_verb(scene.parse, trigger)
    above = parse.tokens[verb]
    goes = trigger.frame in GOING or is_passive(parse, verb)
    named = children(parse, verb, "nsubj", "nsubjpass")
    if above.dep == "pcomp" and goes and not named:  # "shipped here before being driven there", "before reaching"
        verb = clause_of(parse, parse.tokens[above.head].head)
    own = tuple(t.index for t in children(parse, verb, "nsubj", "nsubjpass", "csubjpass"))  # "which, they say, go"
    if not own and above.dep == "ccomp" and is_passive(parse, verb) and parse.tokens[above.head].tag in PAST:
        own = tuple(t.index for t in children(parse, above.head, "nsubj"))  # "rifles meant for Homs are carried to"
    moved = tuple(behind_pronoun(parse, doer_of_participle(parse, i)) for i in subjects(parse, verb) or own)
    drives = trigger.frame == "move" and any(has_mark(parse.tokens[i], "conveyance") for i in moved)
    if trigger.frame in GOING or drives:  # "heroin hidden on a lorry that drove from"
        for vehicle in moved:
            yield from aboard(parse, parse.tokens[vehicle])
        yield held_later(scene, trigger)
    if trigger.frame in GOING and moved and all(has_mark(parse.tokens[i], "conveyance") for i in moved):
        # "planes took off from Sharjah and landed in Nyala with rifles"
        yield from (held_later(scene, t) for t in scene.found if t.frame in GOING and _is_joined_to(parse, t, verb))
    yield moved
    # "recruits, most of them boys, crossed"
    yield tuple(t.index for t in children(parse, verb, "dep") if t.index < verb)
    yield _right_before(scene, trigger)
    yield _before_torn(scene, trigger)
    if trigger.frame in GOING:  # "took off from Sharjah and landed in Nyala with rifles"
        after = [t for t in scene.found if _is_joined_to(parse, t, verb)]
        yield from (held_later(scene, t) for t in after if t.frame in GOING)
        things = (t.index for later in after for t in children(parse, later.token, "dobj"))
        yield from ((i,) for i in things if plain_load(parse, i))  # "took off from Gao to drop rifles at"
        yield found_aboard(scene, moved)
    if above.dep in {"conj", "dep"} and not own:  # "camels leave Agadez with rifles and reach Kidal"
        before = next((t for t in reversed(scene.found) if not t.noun and _is_joined_to(parse, trigger, t.token)), None)
        yield from ((load.token,) for load in (cargo_of(scene, before) if before else ()))


def _is_joined_to(parse: Parse, later: Trigger, verb: int) -> bool:
    """Tell whether a verb is one of those joined to an earlier one: "took off, refuelled and landed"."""
    token = parse.tokens[later.token]
    while token.dep in {"conj", "dep", "advcl", "xcomp"} and token.index != verb:
        token = parse.tokens[token.head]
    return token.index == verb != later.token


def _right_before(scene: Scene, trigger: Trigger) -> tuple[int, ...]:
    """Return the cargo right before a verb for which the parser found no subject."""
    parse, verb = scene.parse, _ruling_verb(scene.parse, trigger)
    if children(parse, verb, "nsubj", "nsubjpass"):
        return ()
    before = reversed(parse.tokens[scene.sentence.first : trigger.token])
    noun = next((t for t in before if t.pos not in {"AUX", "ADV", "PART"}), None)
    named = noun is not None and load_at(noun) and (noun.dep != "pobj" or parse.tokens[noun.head].lemma == "of")
    return (noun.index,) if noun and named else ()


def _before_torn(scene: Scene, trigger: Trigger) -> tuple[int, ...]:
    """Return the nearest cargo before a finite verb that lost its subject to words put in: "arms, he said, go to"."""
    parse, verb = scene.parse, _ruling_verb(scene.parse, trigger)
    token = parse.tokens[verb]
    finite = token.tag not in {"VB", "VBG"} or bool(children(parse, verb, "aux"))
    whole = bool(children(parse, verb, "nsubj", "nsubjpass", "dobj") or subjects(parse, verb))
    if whole or not finite or token.dep in {"acl", "xcomp", "pcomp", "advcl"}:
        return ()
    before = reversed(parse.tokens[scene.sentence.first : verb])
    return next(((t.index,) for t in before if plain_load(parse, t.index)), ())


def _ruling_verb(parse: Parse, trigger: Trigger) -> int:
    """Return the verb that has the trigger's subject: itself, or the "be" of "were bound for"."""
    token = parse.tokens[trigger.token]
    return token.head if token.dep == "acomp" else token.index
