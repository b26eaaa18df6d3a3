"""From where to where cargo went that came to light: "found in", "seized aboard a boat from", "Serbian-made"."""

from dataclasses import replace

from geo.routes.triggers import Trigger
from geo.routes.what.cargo import Load
from geo.routes.where.directions import Phrase
from geo.routes.where.ends import Ends, named_nouns
from geo.routes.where.findspots import at_finders
from geo.routes.where.sources import bound_for, called_source, maker
from geo.routes.where.whereabouts import Scene
from geo.routes.words import PLACING, has_mark
from geo.syntax import children, prepositional

WITHIN = frozenset({"in", "inside", "within", "aboard", "on", "under", "beneath", "among", "behind"})


def found_ends(scene: Scene, trigger: Trigger, cargo: tuple[Load, ...], said: tuple[Phrase, ...]) -> tuple[Ends, bool]:
    """Return the ends of cargo that came to light, and whether its origin is only where it was made.

    Parameters
    ----------
    scene, trigger, cargo, said
        The sentence, with its places and its words of movement, a word of movement, the cargo that it moves, and the
        direction phrases that belong to it.
    """
    onward = tuple(p for p in said if p.end != "destination" or scene.parse.tokens[p.last].lemma not in PLACING)
    held_from, held_to = _of_holders(scene, trigger)
    ends = Ends(
        _of_cargo(scene, trigger, cargo, onward)
        or held_from
        or scene.places(tuple(i for load in cargo for i in called_source(scene.parse, load))),
        scene.places(named_nouns(trigger, onward, "destination")) or bound_for(scene, trigger, cargo) or held_to,
        scene.places(named_nouns(trigger, onward, "via")),
    )
    makers = tuple(dict.fromkeys(m for load in cargo if (m := maker(scene, load.token)) is not None))
    made = bool(makers) and not ends.origins
    ends = replace(ends, origins=ends.origins or makers)
    if ends.origins and not ends.destinations:
        found = scene.places(named_nouns(trigger, said, "destination")) or at_finders(scene, trigger.token)
        ends = replace(ends, destinations=found)
    return ends, made


def _of_holders(scene: Scene, trigger: Trigger) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return whence and whither what a cargo was found in goes: "in a container from", "on a bus from Gao to"."""
    parse = scene.parse
    things = (trigger.token, *(t.index for t in children(parse, trigger.token, "dobj", "nsubjpass")))
    parts = [t for thing in things for t in children(parse, thing, "advcl", "acl", "dobj", "csubjpass")]
    hiding = [t for t in parts if t.tag == "VBN"]
    joined = parse.tokens[
        parse.tokens[trigger.token].head
    ]  # "drones hidden in a lorry from Gao were found", read as two
    hiding += [joined] if parse.tokens[trigger.token].dep == "conj" and joined.tag == "VBN" else []
    above = (*things, *(t.index for t in hiding))
    inside = [noun for verb in above for noun in prepositional(parse, verb, WITHIN)]
    held = [noun for holder in inside for noun in prepositional(parse, holder, {"of"})]
    sent = [t.index for n in inside for t in children(parse, n, "acl", "relcl")]
    holders = (*inside, *held, *sent)
    begins = [i for n in holders for i in prepositional(parse, n, {"from"})]
    above = (*holders, *(parse.tokens[i].head for i in begins), *begins)  # on any of which parsers hang the "to"
    ends = [i for n in above for i in prepositional(parse, n, {"to"})]
    whence, whither = (scene.places(tuple(i for i in nouns if i in scene.where)) for nouns in (begins, ends))
    return whence, whither if whence else ()


def _of_cargo(scene: Scene, trigger: Trigger, cargo: tuple[Load, ...], said: tuple[Phrase, ...]) -> tuple[int, ...]:
    """Return the places named by a "from" beside the cargo or after "bound for": not "seized from the men"."""
    moved = children(scene.parse, trigger.token, "dobj", "nsubjpass")
    loads = {load.token for load in cargo} | {t.index for t in moved if has_mark(t, "conveyance")}  # "a truck from"
    onward = min(
        (p.first for p in said if p.end == "destination" and p.last > p.first), default=len(scene.parse.tokens)
    )
    beside = (
        p
        for p in said
        if p.end == "origin" and (p.first > onward or {p.first - 1, scene.parse.tokens[p.first].head} & loads)
    )
    return scene.places(tuple(noun for phrase in beside for noun in phrase.nouns if noun in scene.where))
