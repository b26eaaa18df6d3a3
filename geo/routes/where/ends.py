"""From where to where a movement goes: the places that its directions, its sender and its receiver lead to."""

from dataclasses import dataclass, replace

from geo.routes.moved import moves_something
from geo.routes.triggers import SOURCE, Trigger
from geo.routes.what.cargo import Load, measured
from geo.routes.where.directions import Phrase
from geo.routes.where.findspots import brought_to, found_before, hubs, stopped_at
from geo.routes.where.pointed import there, where_sent
from geo.routes.where.sources import AT, bound_for, gained
from geo.routes.where.whereabouts import Scene, followed_by_place, state_in
from geo.routes.who.parties import is_joining, supplied
from geo.routes.words import has_mark, is_find
from geo.syntax import children, conjuncts, direct_objects, is_passive, objects_of_preposition, prepositional, subjects

GIVING = frozenset({"send", "provide", "equip", "sell", "drop"})  # frames of those who give a cargo to others
STARTING = frozenset({"send", "go", "sell", "load"})  # "suppliers in Guangzhou mail", "recruiters in Osh fly"
POSTING = frozenset({"post", "mail", "courier", "ship"})  # whoever does it does so where he is
BASED = frozenset({"base", "operate", "headquarter"})
DEALING = ("trafficker", "underworld", "seller")  # marks of those who send a cargo from where they are


@dataclass(frozen=True, slots=True)
class Ends:
    """Toponym indices of the ends that a statement gives.

    `brought` is True where the destination is only where a sentence before says that the cargo came to light.
    """

    origins: tuple[int, ...] = ()
    destinations: tuple[int, ...] = ()
    via: tuple[int, ...] = ()
    brought: bool = False


def said_ends(
    scene: Scene,
    trigger: Trigger,
    cargo: tuple[Load, ...],
    operator: int | None,
    said: tuple[Phrase, ...],
    *,
    start: tuple[int, ...] = (),
) -> Ends:
    """Return the ends that direction phrases name, and those that subject, object and owner stand for.

    `start` is where a further stretch of a journey begins if its own words do not say.

    Parameters
    ----------
    scene, trigger, cargo, operator, said, start
        The sentence, with its places and its words of movement, a word of movement, the cargo that it moves, the token
        index of whoever moves it, if it is known, the direction phrases that belong to it, and the places that are
        known to be where it starts.
    """
    said = _without_holders(scene, trigger, _without_source(trigger, cargo, said, scene))
    moving = {t.token for t in scene.found if scene.parse.tokens[t.token - 1].lemma == "for"}  # "intended for delivery"
    said = tuple(p for p in said if not moving & {*p.nouns})
    named = {end: scene.places(named_nouns(trigger, said, end)) for end in ("origin", "destination", "via")}
    named["origin"] = named["origin"] or _beside(scene, named_nouns(trigger, said, "origin"))
    if not named["destination"]:
        named["destination"] = _receivers(scene, trigger, cargo, said) or bound_for(scene, trigger, cargo)
    if not named["destination"]:
        named["destination"] = there(scene, trigger) or _where_joined(scene, trigger)
    if not named["origin"]:
        own = not (trigger.noun or scene.parse.tokens[trigger.token].dep == "conj")
        before = own and all(load.token < scene.sentence.first for load in cargo)  # "He was to deliver them in"
        led = before or trigger.covert or named["destination"] or any(phrase.follows(trigger) for phrase in said)
        senders = start or _senders(scene, trigger, operator) or (gained(scene, trigger, cargo) if led else ())
        senders = senders or where_sent(scene, trigger)
        senders = senders or (_sent_from(scene, trigger, operator) if named["destination"] else ())
        named["origin"] = _elsewhere(scene, senders, named["destination"])
    if named["origin"] and not named["destination"]:
        named["destination"] = _elsewhere(scene, brought_to(scene, trigger, cargo), named["origin"])
    alone = named["origin"] and not (named["destination"] or start)
    found = _elsewhere(scene, found_before(scene, cargo), named["origin"]) if alone else ()
    named["destination"] = named["destination"] or found
    if scene.parse.tokens[trigger.token].lemma == "reach":  # "from Oran, by rail to Reggane"
        reached = scene.places(direct_objects(scene.parse, trigger.token))
        between = tuple(i for i in named["destination"] if reached and i not in reached)
        named |= {"destination": reached or named["destination"], "via": (*named["via"], *between)}
    waters = _waters(scene, trigger)
    named["destination"] = tuple(i for i in named["destination"] if i not in waters)
    ends = (*named["origin"], *named["destination"])
    stops = _elsewhere(scene, stopped_at(scene, trigger, cargo, said), ends) if named["destination"] else ()
    passed = (*named["via"], *waters, *hubs(scene, trigger), *stops)
    via = tuple(i for i in dict.fromkeys(passed) if i not in ends)  # "from across the Line"
    return Ends(named["origin"], named["destination"], via, brought=bool(found))


def _without_holders(scene: Scene, trigger: Trigger, said: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Leave out in whose hands a cargo was seized: "a shipment of heroin from traffickers in Lagos" was found there."""
    token = scene.parse.tokens[trigger.token]
    if not (trigger.noun and token.dep == "dobj" and is_find(scene.parse.tokens[token.head].lemma)):
        return said
    return tuple(p for p in said if p.end != "origin" or any(scene.is_name(noun) for noun in p.nouns))


def _without_source(
    trigger: Trigger, cargo: tuple[Load, ...], said: tuple[Phrase, ...], scene: Scene
) -> tuple[Phrase, ...]:
    """Leave out where a cargo comes from if the movement has a start of its own: "gold from Darfur is flown from".

    Where only the vehicle comes from is on the way: "from Misisi to Bujumbura on the night boats out of Uvira".
    """
    loads = {load.token for load in cargo}
    parse = scene.parse
    doers = {i for t in children(parse, trigger.token, "agent") for i in objects_of_preposition(parse, t.index)}
    sources = {
        p for p in said
        if p.end == "origin"
        and ((p.first < trigger.token and parse.tokens[p.first].head in loads) or parse.tokens[p.first].head in doers)
    }  # fmt: skip
    others = [p for p in said if p.end == "origin" and p not in sources]
    kept = tuple(p for p in said if p not in sources) if others else said
    boats = {p for p in others[1:] if has_mark(scene.parse.tokens[scene.parse.tokens[p.first].head], "conveyance")}
    return tuple(replace(p, end="via") if p in boats else p for p in kept)


def named_nouns(trigger: Trigger, said: tuple[Phrase, ...], end: str) -> tuple[int, ...]:
    """Return the nouns that the direction phrases of a movement name for one of its ends.

    Parameters
    ----------
    trigger, said, end
        A word of movement, its direction phrases, and "origin", "destination" or "via".
    """
    return tuple(noun for phrase in said if phrase.end == end and phrase.follows(trigger) for noun in phrase.nouns)


def _waters(scene: Scene, trigger: Trigger) -> tuple[int, ...]:
    """Return the river, lake or mountains that are crossed, and no end: "crossed Lake Albert in canoes"."""
    if scene.parse.tokens[trigger.token].lemma != "cross":
        return ()
    crossed = scene.places(direct_objects(scene.parse, trigger.token))
    return tuple(i for i in crossed if (place := scene.toponyms[i].place) and place.kind in {"water", "terrain"})


def _receivers(scene: Scene, trigger: Trigger, cargo: tuple[Load, ...], said: tuple[Phrase, ...]) -> tuple[int, ...]:
    """Return the destinations that the receiver stands for: "supplied the Chadian army with", "reached Gaza"."""
    nouns: list[int] = []
    carried = {i for c in cargo for i in measured(scene.parse, c.token)}
    if trigger.frame in GIVING | {"enter"} and not trigger.noun:
        given = tuple(t.index for t in children(scene.parse, trigger.token, "dobj", "dative"))
        nouns = [i for i in supplied(scene.parse, trigger) or given if i not in carried]
    if trigger.frame == "take" and not is_passive(scene.parse, trigger.token):
        people = subjects(scene.parse, trigger.token)
        nouns = [i for i in people if not scene.is_name(i) or _seats(scene, (i,))]
    if trigger.frame in {"send", "provide"}:  # "sent Angola rifles", which the parser takes for one noun phrase
        heads = children(scene.parse, trigger.token, "dobj")
        nouns.extend(
            t.index for h in heads for t in children(scene.parse, h.index, "compound", "nmod") if scene.is_name(t.index)
        )
    direct = scene.places(tuple(nouns))
    if direct:
        return direct
    return _beside(scene, (*nouns, *named_nouns(trigger, said, "destination")))


def _where_joined(scene: Scene, trigger: Trigger) -> tuple[int, ...]:
    """Return where people go to be fighters: "left Copenhagen to fight in Syria", "to join the militia in Goma"."""
    parse = scene.parse
    joining = (t for t in children(parse, trigger.token, "xcomp", "advcl") if is_joining(parse, t))
    what = (i for verb in joining for i in (verb.index, *direct_objects(parse, verb.index)))
    return scene.places(tuple(i for noun in what for i in prepositional(parse, noun, AT)))


def _beside(scene: Scene, nouns: tuple[int, ...]) -> tuple[int, ...]:
    """Return the places right after nouns, wherever the parser hung them: "out of the arsenal at Kindu"."""
    after = (followed_by_place(scene.parse, noun, scene.where, scene.toponyms) for noun in nouns)
    return tuple(dict.fromkeys(place for place in after if place is not None))


def _senders(scene: Scene, trigger: Trigger, operator: int | None) -> tuple[int, ...]:
    """Return the origins that the sender stands for: "France sent", "supplied by France", "French arms shipments"."""
    if trigger.frame == "leave":
        return scene.places(direct_objects(scene.parse, trigger.token))
    gives = trigger.frame in GIVING or _is_sending(scene, trigger)
    if operator is None and not trigger.noun and gives:
        return _town(scene, trigger)
    if trigger.frame == "move":
        return _base(scene, trigger, operator, "trafficker")
    based = () if trigger.noun or operator in scene.where else _base(scene, trigger, operator, *DEALING)
    if based and trigger.frame in STARTING:
        return based
    if not gives:
        return ()
    actors = conjuncts(scene.parse, operator) if operator is not None else ()
    candidates = [state_in(scene.parse, actor, scene.where) for actor in actors]
    if trigger.noun:
        before = children(scene.parse, trigger.token, "poss", "amod", "compound", "nmod")
        candidates.extend(scene.where.get(t.index) for t in before)
        token = scene.parse.tokens[trigger.token]
        if token.lemma in SOURCE:  # "Iran is the main supplier of rockets to"
            candidates.extend(scene.places(subjects(scene.parse, token.head)))
    return tuple(dict.fromkeys(c for c in candidates if c is not None))


def _is_sending(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a verb of going says that its subject sends its object: "Damascus is pouring weapons into"."""
    return trigger.frame in {"go", "enter"} and not trigger.noun and moves_something(scene.parse, trigger)


def _town(scene: Scene, trigger: Trigger) -> tuple[int, ...]:
    """Return the town that is said to send a cargo, though towns are no party: "Ankara rushed drones to"."""
    if is_passive(scene.parse, trigger.token):
        return ()
    return _seats(scene, subjects(scene.parse, trigger.token))


def _seats(scene: Scene, nouns: tuple[int, ...]) -> tuple[int, ...]:
    """Return the places that nouns lead to, of towns capitals alone: another as a doer is often a person."""
    found = {i: scene.toponyms[i].place for i in scene.places(nouns)}
    return tuple(i for i, p in found.items() if p and (p.kind != "populated_place" or p.feature == "PPLC"))


def _base(scene: Scene, trigger: Trigger, operator: int | None, *marks: str) -> tuple[int, ...]:
    """Return the place that moves a cargo, or where those who live by it sit: "smugglers in Agadez drive"."""
    if operator is None or scene.is_name(operator):
        return () if operator is None else (scene.where[operator],)
    posts = scene.parse.tokens[trigger.token].lemma in POSTING
    deals = posts or any(has_mark(scene.parse.tokens[operator], mark) for mark in marks)
    based = [t.index for t in children(scene.parse, operator, "acl") if t.lemma in BASED]
    seats = (i for noun in (operator, *based) for i in prepositional(scene.parse, noun, {"in", "at"}))
    before = (t.index for t in children(scene.parse, operator, "compound", "nmod") if scene.is_name(t.index))
    return scene.places((*seats, *before)) if deals else ()  # "Miami exiles ship"


def _sent_from(scene: Scene, trigger: Trigger, operator: int | None) -> tuple[int, ...]:
    """Return where those are who send something somewhere, whoever they are: "a commander at Shindand sent"."""
    sends = trigger.frame in {"send", "provide"} and not trigger.noun
    return scene.places(prepositional(scene.parse, operator, AT)) if sends and operator is not None else ()


def _elsewhere(scene: Scene, senders: tuple[int, ...], destinations: tuple[int, ...]) -> tuple[int, ...]:
    """Return the senders that are not at the destination themselves."""
    reached = {scene.toponyms[i].place for i in destinations}
    return tuple(i for i in senders if scene.toponyms[i].place not in reached)
