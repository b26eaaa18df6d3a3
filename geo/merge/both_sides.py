"""The dead of the one side and of the other, told apart: "31 rebels died", then "five soldiers were killed"."""

from collections.abc import Sequence

from geo.lexicon import load_words, word_class
from geo.lexicon.shared import nouns_of
from geo.model import Count, Effect, Participant, Telling


def added(tellings: Sequence[Telling], effect: Effect) -> Count | None:
    """Return the sum of what befell two sides, None unless each telling counts one of them and both are counted.

    Parameters
    ----------
    tellings
        Of one incident, in the order of the text.
    effect
        What befell them.
    """
    counted: dict[str, list[Count]] = {}
    for telling in tellings:
        count: Count | None = getattr(telling.incident, effect)
        if count is None:
            continue
        side = side_of(telling)
        if side is None:
            return None
        counted.setdefault(side, []).append(count)
    if len(counted) < 2:
        return None
    each = counted.values()
    return Count(
        sum(min(c.low for c in own) for own in each),
        sum(own[0].best for own in each),
        sum(max(c.high for c in own) for own in each),
    )


def side_of(telling: Telling) -> str | None:
    """Return whose dead are told of: a state's men, rebels, or None for others or for both.

    Parameters
    ----------
    telling
        Any.
    """
    sides = {_side_of(p) for p in telling.incident.participants if p.role in {"victim", "captive"}}
    return sides.pop() if len(sides) == 1 else None


def _side_of(participant: Participant) -> str | None:
    words = {word.removesuffix("s") for word in participant.text.casefold().replace("gunmen", "gunman").split()}
    several = {f"{word}s" for word in load_words("attackers")}  # "eleven of the assailants"; a lone one is no side
    if words & word_class("rebel") or not several.isdisjoint(participant.text.casefold().split()):
        return "rebels"
    serves = participant.kind == "state_force" or not words.isdisjoint(nouns_of("state_force"))
    return "state" if serves else None
