"""Whether a cargo is worth a route: everyday goods and people are only where their movement is not."""

from dataclasses import replace

from geo.model import Parse
from geo.routes.cargo import EVERYDAY, Load, is_illicit, plain_load
from geo.routes.triggers import GOING, Trigger
from geo.routes.whereabouts import Scene
from geo.routes.words import has_mark, is_marked, marks
from geo.syntax import SUBJECTS, children


def worthy(scene: Scene, trigger: Trigger, cargo: tuple[Load, ...], operator: int | None) -> tuple[Load, ...]:
    """Return the cargo that is worth a route here: everyday goods and people only where the movement is illicit."""
    parse = scene.parse
    if trigger.frame == "take":  # a state receives arms and money; whom it receives is a guest
        cargo = tuple(load for load in cargo if load.category != "persons")
    if has_mark(parse.tokens[trigger.token], "lands"):
        cargo = tuple(load for load in cargo if not has_mark(parse.tokens[load.token], "fired"))
    illicit = trigger.covert or is_marked(parse, trigger.token, "illicit") or _armed_receiver(scene, trigger)
    dealt_in = _dealt_in(parse, trigger, operator)
    return tuple(
        replace(c, use="plain") if c.category in dealt_in and c.use == "ordinary" else c
        for c in cargo
        if illicit or c.use not in EVERYDAY or c.category in dealt_in or is_illicit(parse, c.token)
    )


def _dealt_in(parse: Parse, trigger: Trigger, operator: int | None) -> frozenset[str]:
    """Return the categories of which everyday things count too, for who moves them or what people go to do."""
    found = {"persons"} if has_mark(parse.tokens[trigger.token], "removal") else set[str]()
    if operator is not None and is_marked(parse, operator, "underworld"):
        found |= {"money", "goods"}
    if operator is not None and is_marked(parse, operator, "trafficker"):
        found.add("persons")
    if trigger.frame in GOING and any(
        t.lemma in marks("joining") for t in children(parse, trigger.token, "xcomp", "advcl")
    ):
        found.add("persons")
    return frozenset(found)


def _armed_receiver(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether armed people stand after the movement as those who receive: "cash to the rebels"."""
    after = scene.parse.tokens[trigger.token + 1 : scene.reach(trigger)]
    loads = (plain_load(scene.parse, t.index) for t in after if t.dep not in SUBJECTS)
    return any(load and load.category == "persons" for load in loads)
