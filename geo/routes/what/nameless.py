"""People who are moved and have no noun of their own: "bring Eritreans from", "sixteen were deported to"."""

from geo.routes.moved import is_moved
from geo.routes.triggers import GOING, Trigger
from geo.routes.what.cargo import Load
from geo.routes.where.whereabouts import Scene
from geo.routes.who.parties import are_recruited, is_plural
from geo.syntax import children, subjects


def nameless_people(scene: Scene, trigger: Trigger) -> tuple[Load, ...]:
    """Return those who are moved and are known by their country alone: "bring Eritreans from"."""
    moved = children(scene.parse, trigger.token, "dobj", "nsubjpass", *(("nsubj",) if trigger.frame in GOING else ()))
    if is_moved(scene.parse, trigger):  # "were put on a bus and deported to"
        moved = moved or tuple(scene.parse.tokens[i] for i in subjects(scene.parse, trigger.token))
    named = (t.index for t in moved if is_plural(t) and t.index in scene.where)
    return tuple(Load(i, "persons", "ordinary") for i in named if not scene.is_name(i)) or _those(scene, trigger)


def _those(scene: Scene, trigger: Trigger) -> tuple[Load, ...]:
    """Return those whom others move and whom only a pronoun or a number stands for: "he was recruited and taken to"."""
    parse = scene.parse
    if not is_moved(parse, trigger):
        return ()
    who = [parse.tokens[i] for i in subjects(parse, trigger.token)]
    several = (t for t in who if t.tag == "CD" or t.lemma in {"they", "we", "other", "rest"})
    alone = (t for t in who if t.lemma in {"he", "she", "i"} and are_recruited(parse, t.index, trigger.token))
    return tuple(Load(t.index, "persons", "ordinary") for t in (*several, *alone))
