"""The dead of the one side and of the other, told apart: "31 rebels died", then "five soldiers were killed"."""

from collections.abc import Sequence

from geo.lexicon import load_words, word_class
from geo.lexicon.shared import nouns_of
from geo.merge.sufferers import nouns
from geo.model import HARMED, SUFFERERS, Count, Effect, Participant, Telling

OWN = frozenset({"our", "comrade", "martyr"})  # of the side that tells it
# Whose dead are added up; of "a state's" and "others" nobody says that they are not the same.
OPPOSED = frozenset(
    map(
        frozenset,
        (
            ("state", "rebels"), ("state", "doers"), ("rebels", "others"), ("doers", "others"),
            ("own", "state"), ("own", "rebels"), ("own", "doers"), ("own", "others"),
        ),
    )
)  # fmt: skip


def added(tellings: Sequence[Telling], effect: Effect) -> Count | None:
    """Return the sum of what befell two sides, None unless each telling counts one of them and both are counted.

    Parameters
    ----------
    tellings
        Of one incident, in the order of the text.
    effect
        What befell them.
    """
    done_by = doers_of(tellings)
    counted: dict[str, list[Count]] = {}
    speakers = set()
    for telling in tellings:
        count: Count | None = getattr(telling.incident, effect)
        if count is None or telling.part:
            continue
        side = side_of(telling, done_by)
        if side is None:
            return None
        counted.setdefault(side, []).append(count)
        claim = telling.incident.claims[0]
        speakers.add(claim.asserted_by if claim.cue else None)  # whoever is not named tells what others told him
    again = len(speakers - {None}) > 1 or len({own[0].best for own in counted.values()}) == 1
    if not are_opposed(*counted) or (again and "others" in counted):
        return None  # "the army claims 35 rebels killed; a rebel says three farmers died"
    each = counted.values()
    return Count(
        sum(min(c.low for c in own) for own in each),
        sum(own[0].best for own in each),
        sum(max(c.high for c in own) for own in each),
    )


def are_opposed(*sides: str) -> bool:
    """Tell whether sides are two of which no man is of both, so that their dead are added up."""
    return frozenset(sides) in OPPOSED


def doers_of(tellings: Sequence[Telling]) -> frozenset[str]:
    """Return the words, in the singular, for those who did what is told.

    Parameters
    ----------
    tellings
        Of one incident.
    """
    told = (p.text for t in tellings for p in t.incident.participants if p.role == "perpetrator")
    return frozenset(word for text in told for word in _words(text))


def side_of(telling: Telling, done_by: frozenset[str] = frozenset()) -> str | None:
    """Return whose dead are told of: a state's men, rebels, the speaker's own, the doers' or those of none of these.

    None where that is not said, or where they are of several sides.

    Parameters
    ----------
    telling
        Any.
    done_by
        The words for those who did it; without them nobody is known to be theirs, or not to be.
    """
    named = [p for p in telling.incident.participants if p.role in HARMED or _is_own(p) or _is_foe(p)]
    named = [p for p in named if p.role != "captive"] or named  # "killed 68 soldiers and took nine prisoners"
    sides = {_side_of(p, done_by) for p in named}
    return sides.pop() if len(sides) == 1 else None


def _side_of(participant: Participant, done_by: frozenset[str]) -> str | None:
    text = participant.text.casefold()
    words = _words(text)
    if _is_own(participant):
        return "own"
    several = {f"{word}s" for word in load_words("attackers")}  # "eleven of the assailants"; a lone one is no side
    if words & word_class("rebel") or not several.isdisjoint(text.split()):
        return "rebels"
    if done_by and _is_foe(participant):
        return "others"
    serves = participant.kind == "state_force" or not words.isdisjoint(nouns_of("state_force"))
    if serves or not done_by or participant.role != "victim":
        return "state" if serves else None
    called = {noun.removesuffix("s").replace("gunmen", "gunman") for noun in nouns([participant])}
    return "doers" if called & done_by else "others" if called else None


def _is_own(participant: Participant) -> bool:
    return participant.role in SUFFERERS and bool(_words(participant.text) & OWN)


def _is_foe(participant: Participant) -> bool:
    """Tell whether somebody is called nothing but the enemy: "six of the enemy", not "enemy soldiers"."""
    return participant.role in SUFFERERS and participant.text.casefold().split()[-1] in word_class("foe")


def _words(text: str) -> frozenset[str]:
    return frozenset(word.removesuffix("s") for word in text.casefold().replace("gunmen", "gunman").split())
