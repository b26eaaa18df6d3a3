"""A denial that names nothing ("the army rejected the accusation") -> which of the incidents before it it is of."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from geo.lexicon import word_class
from geo.lexicon.parties import words_of_side
from geo.lexicon.shared import armed_nouns, cues_of, singular
from geo.merge.again.doers_side import (
    accused_words,
    are_of_a_side,
    doers_words,
    is_by_arms_of_states,
    is_doer,
    is_of_doers_side,
    state_words,
)
from geo.merge.again.pointing import DEADLY, is_of_no_dead
from geo.merge.again.rivals import side_words
from geo.merge.groups import Group, latest
from geo.merge.sufferers import nouns
from geo.merge.whole.joining import TAKINGS
from geo.model import Telling, Toponym

NEAR = 4  # sentences between what is told and an answer to it
FAR = 12  # the same where it is the doers who answer
VOICES = frozenset({"spokesman", "spokeswoman", "spokesperson", "official", "source", "statement", "communique"})
AHEAD = 2  # sentences from an answer to what is told after it
DEEDS = DEADLY - {"attack"}  # types of deeds of which a noun says that there was none: "no beheadings"


def answered(
    groups: Sequence[Group], telling: Telling, toponyms: Sequence[Toponym], ways: Sequence[int] = ()
) -> tuple[int, ...]:
    """Return the positions of the incidents that an answer denies: that whose place it names, or what its speaker did.

    Else it denies what was told last. Where that is at nobody's door it is what its speaker did farther back, or those
    of whom he speaks. Where one sentence told of several, it is of all.

    Parameters
    ----------
    groups
        The incidents so far.
    telling
        An answer to one of them.
    toponyms
        The document's.
    ways
        The sentences, in order, that tell of a movement: who denies something after one denies that.
    """
    speaker = telling.incident.claims[0].asserted_by or ""
    way = ways[bisect_right(ways, telling.sentence) - 1] if ways and ways[0] <= telling.sentence else -1
    can_be = (n for n in latest(groups) if _can_be_of(groups[n], telling, toponyms))
    reach = {n: far for n in can_be if (far := telling.sentence - _last_sentence(groups[n], speaker)) <= FAR}
    deadly = {n: far for n, far in reach.items() if not is_of_no_dead(groups[n], telling)}
    reach = deadly or reach
    named = [n for n in reach if _is_named(groups[n], telling)]
    own = [n for n in reach if is_doer(groups[n], telling.voice or speaker)]
    last = telling.sentence - way  # what is farther back has a movement between
    near = _near(groups, reach, last)
    latest_far = min((reach[n] for n in near), default=0)
    charged = [n for n in near if reach[n] == latest_far and groups[n].whole.modality == "accused"]
    said = telling.incident.claims[0].text
    meant = [n for n in reach if is_doer(groups[n], said.replace(speaker, ""))]
    opens = said.lower().removeprefix("the ").startswith(speaker.lower())  # else it answers what its sentence says
    afar = (own or meant) if opens and not any(_is_charged(groups[n]) for n in near) else []
    known = (n for n in near if not is_by_arms_of_states(groups[n]))
    theirs = [n for n in known if _is_by_side(groups[n], telling, toponyms)]
    found = named or charged or [n for n in near if n in own] or afar or theirs or near or own
    nearest = min((reach[n] for n in found), default=0)
    return tuple(n for n in found if reach[n] == nearest)


def foretold(groups: Sequence[Group], telling: Telling, toponyms: Sequence[Toponym]) -> tuple[int, ...]:
    """Return the position of the incident that an answer denies before it is told: "The army denies it. Soldiers …".

    It is the first one of the text, told right after it, that its speaker's side is said to have done, or whose place
    it names.

    Parameters
    ----------
    groups, telling, toponyms
        As for `answered`; all the incidents of the text.
    """
    after = [n for n, t in enumerate(groups) if t.tellings[0].incident.trigger.start > telling.incident.trigger.start]
    near = [n for n in after if groups[n].tellings[0].sentence - telling.sentence <= AHEAD]
    if len(after) < len(groups) or not near or not _can_be_of(groups[near[0]], telling, toponyms):
        return ()
    theirs = _is_named(groups[near[0]], telling) or _is_by_side(groups[near[0]], telling, toponyms)
    return (near[0],) if theirs else ()


def _is_by_side(group: Group, telling: Telling, toponyms: Sequence[Toponym]) -> bool:
    """Tell whether who denies is of the side that did it, by his name or by all the words for him."""
    speaker = telling.incident.claims[0].asserted_by or ""
    accused = side_words(telling.voice) & accused_words(group) & (armed_nouns() | words_of_side("group", "name"))
    return bool(accused) or any(is_of_doers_side(group, by, toponyms) for by in {speaker, telling.voice})


def _last_sentence(group: Group, speaker: str) -> int:
    """Return the sentence in which an incident was last told, or last answered by one who answers again."""
    goes_on = group.last.incident.claims[0].asserted_by == speaker
    return (group.last if goes_on else group.last_told).sentence


def _near(groups: Sequence[Group], reach: Mapping[int, int], last: int) -> list[int]:
    """Return which incidents were told right before an answer; before a protest, which nobody need deny, one more."""
    near = [n for n, far in reach.items() if far <= min(last, NEAR if len(groups) > 1 else FAR)]
    grave = [n for n in near if groups[n].whole.type != "protest"]
    if grave or not near:
        return grave
    farther = [n for n, far in reach.items() if far <= min(last, FAR) and n not in near]
    return farther[:1] or near


def _is_charged(group: Group) -> bool:
    """Tell whether somebody is said to have done it."""
    return bool(doers_words(group.whole)) or any(c.modality == "accused" for c in group.whole.claims)


def _can_be_of(group: Group, telling: Telling, toponyms: Sequence[Toponym]) -> bool:
    """Tell whether an incident has captives, where it is denied that there are any: "says it is not holding him".

    What does not deny it in so many words ("said the boy was never in its hands") has to be said by the doers' side of
    what others told.
    """
    if telling.of_own:
        side = _is_by_side(group, telling, toponyms) or (telling.firm and _may_be_theirs(group, telling, toponyms))
        side = side or bool(doers_words(telling.incident) & doers_words(group.whole))  # "no tanks fired"
        side = _is_kin(group, telling) and (side or _is_named(group, telling) or telling.incident.type in DEEDS)
        if telling.unharmed:
            side = not telling.unharmed.isdisjoint(map(singular, nouns(group.whole.participants)))
        if not side or not _is_told_by_others(group, telling):
            return False
    return telling.incident.type not in TAKINGS or group.whole.type in TAKINGS


def _is_kin(group: Group, telling: Telling) -> bool:
    """Tell whether what is said not to have been, if it is said by its noun, can be what was told: "no clash"."""
    kind = telling.incident.type
    return kind not in DEEDS or kind == group.whole.type


def _may_be_theirs(group: Group, telling: Telling, toponyms: Sequence[Toponym]) -> bool:
    """Tell whether doers whose side nobody names may be a speaker's: no state's that tells of them, no onlooker's.

    Who says "our aircraft" speaks for those who have some.
    """
    if is_by_arms_of_states(group) and not word_class("state_arms").isdisjoint(
        side_words(telling.incident.claims[0].text)
    ):
        return True
    return not are_of_a_side(group, toponyms) and not _speaker(telling) & (state_words() | words_of_side("outside"))


def _is_named(group: Group, telling: Telling) -> bool:
    """Tell whether an answer names an incident's place: "denied a part in the events at Birao"."""
    said = telling.incident.claims[0]
    called = f"{said.asserted_by} {telling.voice}"
    return any(f" {place}" in said.text and place not in called for place in group.place_names)


def _is_told_by_others(group: Group, telling: Telling) -> bool:
    """Tell whether all that was told of an incident was told by others, and none of it by both in a state's name."""
    own, state = _speaker(telling), words_of_side("state", "force")
    others = (t for t in group.tellings if not t.is_answer and t.incident.claims[0].modality != "accused")
    # not "whoever shot those men"
    back = (t for t in others if t.sentence < telling.sentence or not (t.definite or t.known))
    told = [_speaker(t) for t in back]
    return all(not by & own and not (by & state and own & state_words()) for by in told)


def _speaker(telling: Telling) -> frozenset[str]:
    """Return the words for who speaks without those that any side's voice may have: of "rebel radio" the rebel."""
    return side_words(telling.incident.claims[0].asserted_by or "") - cues_of("outlet") - VOICES
