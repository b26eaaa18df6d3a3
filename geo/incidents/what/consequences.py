"""The words that tell only what befell people, beside those for deeds."""

from dataclasses import replace

from geo.model import Toll, Trigger


def with_tolls(triggers: tuple[Trigger, ...], tolls: tuple[Toll, ...]) -> tuple[Trigger, ...]:
    """Return the triggers and, as consequences, the words of tolls that are none ("left 12 dead", "the death toll").

    Who burns people sets fire to nothing: "three burned" is a consequence, too, as is "two were hit by shrapnel".

    Parameters
    ----------
    triggers, tolls
        Those of the whole text.
    """
    known = {i for t in triggers for i in t.tokens}
    new = {t.trigger: t for t in tolls if t.trigger not in known and t.count.best}
    more = (
        Trigger(i, (i,), "effect", "captive" if toll.effect == "captured" else "victim", weak=False, noun=True)
        for i, toll in new.items()
    )
    hurt = {t.trigger for t in tolls if t.effect == "injured"}
    own = (
        replace(t, type="effect", patient="victim") if t.index in hurt and _may_only_hurt(t) else t for t in triggers
    )
    return tuple(sorted((*own, *more), key=lambda t: t.index))


def _may_only_hurt(trigger: Trigger) -> bool:
    return trigger.type == "arson" or (trigger.type == "attack" and trigger.weak)
