"""From where to where a movement goes: the places that its directions, its sender and its receiver lead to."""

from dataclasses import dataclass, replace

from geo.routes.cargo import Load
from geo.routes.directions import Phrase
from geo.routes.triggers import Trigger
from geo.routes.whereabouts import Scene, followed_by_place, state_in
from geo.routes.words import has_mark, marks
from geo.syntax import children, conjuncts, is_passive, objects_of_preposition, prepositional, subjects

WITHIN = frozenset({"in", "inside", "within", "aboard", "on", "under", "beneath", "among", "behind"})


@dataclass(frozen=True, slots=True)
class Ends:
    """Toponym indices of the ends that a statement gives."""

    origins: tuple[int, ...] = ()
    destinations: tuple[int, ...] = ()
    via: tuple[int, ...] = ()


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
    """
    said = _without_source(trigger, cargo, said, scene)
    named = {end: scene.places(_nouns(trigger, said, end)) for end in ("origin", "destination", "via")}
    if not named["destination"]:
        named["destination"] = _receivers(scene, trigger, cargo, said)
    if not named["origin"]:
        senders = start or _senders(scene, trigger, operator) or _gained(scene, trigger, cargo)
        named["origin"] = _elsewhere(scene, senders, named["destination"])
    via = tuple(i for i in named["via"] if i not in (*named["origin"], *named["destination"]))  # "from across the Line"
    return Ends(named["origin"], named["destination"], via)


def _without_source(
    trigger: Trigger, cargo: tuple[Load, ...], said: tuple[Phrase, ...], scene: Scene
) -> tuple[Phrase, ...]:
    """Leave out where a cargo comes from if the movement has a start of its own: "gold from Darfur is flown from"."""
    loads = {load.token for load in cargo}
    sources = {
        p for p in said
        if p.end == "origin" and p.first < trigger.token and scene.parse.tokens[p.first].head in loads
    }  # fmt: skip
    others = any(p.end == "origin" and p not in sources for p in said)
    return tuple(p for p in said if p not in sources) if others else said


def _nouns(trigger: Trigger, said: tuple[Phrase, ...], end: str) -> tuple[int, ...]:
    return tuple(noun for phrase in said if phrase.end == end and phrase.follows(trigger) for noun in phrase.nouns)


def _receivers(scene: Scene, trigger: Trigger, cargo: tuple[Load, ...], said: tuple[Phrase, ...]) -> tuple[int, ...]:
    """Return the destinations that the receiver stands for: "supplied the Chadian army with", "reached Gaza"."""
    nouns: list[int] = []
    carried = {c.token for c in cargo}
    if trigger.frame in {"send", "provide", "equip", "enter"} and not trigger.noun:
        kinds = ("dobj", "nsubjpass") if trigger.frame in {"provide", "equip"} else ("dobj", "dative")
        nouns = [t.index for t in children(scene.parse, trigger.token, *kinds) if t.index not in carried]
    if trigger.frame == "take" and not is_passive(scene.parse, trigger.token):
        nouns = list(subjects(scene.parse, trigger.token))
    if trigger.frame in {"send", "provide"}:  # "sent Angola rifles", which the parser takes for one noun phrase
        heads = children(scene.parse, trigger.token, "dobj")
        nouns.extend(
            t.index for h in heads for t in children(scene.parse, h.index, "compound", "nmod") if scene.is_name(t.index)
        )
    direct = scene.places(tuple(nouns))
    if direct:
        return direct
    receivers = (*nouns, *_nouns(trigger, said, "destination"))
    after = (followed_by_place(scene.parse, n, scene.where, scene.toponyms) for n in receivers)
    return tuple(dict.fromkeys(p for p in after if p is not None))


def _senders(scene: Scene, trigger: Trigger, operator: int | None) -> tuple[int, ...]:
    """Return the origins that the sender stands for: "France sent", "supplied by France", "French arms shipments"."""
    if trigger.frame == "leave":
        return scene.places(tuple(t.index for t in children(scene.parse, trigger.token, "dobj")))
    if trigger.frame == "move":
        return _base(scene, operator)
    if trigger.frame not in {"send", "provide", "equip"}:
        return ()
    actors = conjuncts(scene.parse, operator) if operator is not None else ()
    candidates = [state_in(scene.parse, actor, scene.where) for actor in actors]
    if trigger.noun:
        before = children(scene.parse, trigger.token, "poss", "amod", "compound", "nmod")
        candidates.extend(scene.where.get(t.index) for t in before)
    return tuple(dict.fromkeys(c for c in candidates if c is not None))


def _base(scene: Scene, operator: int | None) -> tuple[int, ...]:
    """Return the place that moves a cargo, or where those who live by it sit: "smugglers in Agadez drive"."""
    if operator is None or scene.is_name(operator):
        return () if operator is None else (scene.where[operator],)
    deals = has_mark(scene.parse.tokens[operator], "trafficker")
    return scene.places(prepositional(scene.parse, operator, {"in"})) if deals else ()


def _elsewhere(scene: Scene, senders: tuple[int, ...], destinations: tuple[int, ...]) -> tuple[int, ...]:
    """Return the senders that are not at the destination themselves."""
    reached = {scene.toponyms[i].place for i in destinations}
    return tuple(i for i in senders if scene.toponyms[i].place not in reached)


def found_ends(scene: Scene, trigger: Trigger, cargo: tuple[Load, ...], said: tuple[Phrase, ...]) -> tuple[Ends, bool]:
    """Return the ends of cargo that came to light, and whether its origin is only where it was made."""
    onward = tuple(
        p for p in said if p.end != "destination" or scene.parse.tokens[p.last].lemma not in {"in", "at", "near"}
    )
    ends = Ends(
        _of_cargo(scene, cargo, onward) or _of_holders(scene, trigger),
        scene.places(_nouns(trigger, onward, "destination")),
        scene.places(_nouns(trigger, onward, "via")),
    )
    makers = tuple(dict.fromkeys(m for load in cargo if (m := _maker(scene, load.token)) is not None))
    made = bool(makers) and not ends.origins
    ends = replace(ends, origins=ends.origins or makers)
    if ends.origins and not ends.destinations:
        finders = scene.places(tuple(subjects(scene.parse, trigger.token)))  # "officers in Antwerp found"
        ends = replace(ends, destinations=scene.places(_nouns(trigger, said, "destination")) or finders)
    return ends, made


def _of_holders(scene: Scene, trigger: Trigger) -> tuple[int, ...]:
    """Return where what a cargo was found in came from: "in a container from", "under a load of bananas from"."""
    parse = scene.parse
    hiding = (t for t in children(parse, trigger.token, "advcl", "acl", "dobj") if t.tag == "VBN")
    verbs = (trigger.token, *(t.index for t in hiding))
    inside = [noun for verb in verbs for noun in prepositional(parse, verb, WITHIN)]
    held = [noun for holder in inside for noun in prepositional(parse, holder, {"of"})]
    return scene.places(
        tuple(i for n in (*inside, *held) for i in prepositional(parse, n, {"from"}) if i in scene.where)
    )


def _of_cargo(scene: Scene, cargo: tuple[Load, ...], said: tuple[Phrase, ...]) -> tuple[int, ...]:
    """Return the places named by a "from" beside the cargo or after "bound for": not "seized from the men"."""
    loads = {load.token for load in cargo}
    onward = min(
        (p.first for p in said if p.end == "destination" and p.last > p.first), default=len(scene.parse.tokens)
    )
    beside = (
        p
        for p in said
        if p.end == "origin" and (p.first > onward or {p.first - 1, scene.parse.tokens[p.first].head} & loads)
    )
    return scene.places(tuple(noun for phrase in beside for noun in phrase.nouns if noun in scene.where))


def _gained(scene: Scene, trigger: Trigger, cargo: tuple[Load, ...]) -> tuple[int, ...]:
    """Return where the words say that a cargo was got: "guns bought in Dallas", "laden with rifles from Bulgaria"."""
    nouns = _gained_before(scene, trigger)
    for load in cargo:
        nouns.extend(i for i in prepositional(scene.parse, load.token, {"from"}) if scene.is_name(i))
        # the parser may take "looted" in "rifles looted in Homs were sold" for the sentence's verb
        ruling = scene.parse.tokens[scene.parse.tokens[load.token].head]
        bare = ruling.tag in {"VBN", "VBD"} and not children(scene.parse, ruling.index, "aux", "auxpass")
        for token in (*children(scene.parse, load.token, "acl", "amod"), *((ruling,) if bare else ())):
            if has_mark(token, "gained") or (load.category == "drugs" and has_mark(token, "made")):
                nouns.extend(prepositional(scene.parse, token.index, {"in", "at", "from", "near"}))
    return scene.places(tuple(nouns))


def _gained_before(scene: Scene, trigger: Trigger) -> list[int]:
    """Return where a cargo was got by a verb that the movement's follows: "are bought in Dallas and shipped to"."""
    verb = scene.parse.tokens[trigger.token]
    before = scene.parse.tokens[verb.head]
    follows = verb.dep == "conj" and has_mark(before, "gained") and not children(scene.parse, verb.index, "nsubj")
    return [*prepositional(scene.parse, before.index, {"in", "at", "from", "near"})] if follows else []


def _maker(scene: Scene, cargo: int) -> int | None:
    """Return the toponym of where a cargo was made: "Serbian-made rifles", "rifles made in Serbia"."""
    for token in children(scene.parse, cargo, "amod", "acl", "compound"):
        if token.lemma not in marks("made") and token.text.lower() not in marks("made"):
            continue
        makers = [t.index for t in children(scene.parse, token.index) if t.index in scene.where]
        for preposition in children(scene.parse, token.index, "prep", "agent"):
            makers.extend(i for i in objects_of_preposition(scene.parse, preposition.index) if i in scene.where)
        if makers:
            return scene.where[makers[0]]
    return None
