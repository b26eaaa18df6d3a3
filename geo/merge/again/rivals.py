"""Another's figure for what was just told, and what befell the other side of it."""

from geo.denials import OWN_POSSESSIVES
from geo.lexicon.shared import singular
from geo.merge.again.pointing import DEADLY, POINTING_BACK
from geo.merge.groups import Group
from geo.merge.sufferers import nouns, plain, words
from geo.merge.whole.both_sides import are_opposed, doers_of, side_of
from geo.merge.whole.once import CIVIL
from geo.model import DOERS, SUFFERERS, IncidentType, Telling

ACCOUNT = 3  # sentences after what was told in which a party gives its own account of it
COUNTED_AGAIN = 5  # sentences over which a bare number of dead is another's for what was told last
AT_LARGE = frozenset({"people", "persons"})
FORMERLY = frozenset({"initially", "originally", "previously", "earlier", "first"})  # of what a speaker said before
SMALL = frozenset({"the", "a", "an", "of", "in", "and", "it", "hi", "their", "her", "our", "my"})  # "it" for "its"
FOUGHT: frozenset[IncidentType] = frozenset({"attack", "battle", "raid", "shooting", "arson", "sabotage", "robbery"})
TOLD_OTHERWISE: frozenset[IncidentType] = DEADLY | FOUGHT | {"hijacking"}
ANOTHER = frozenset({
    "also", "too", "again", "another", "second", "separate", "separately", "other", "elsewhere", "meanwhile",
    "earlier", "later",
})  # fmt: skip


def is_counterclaim(group: Group, telling: Telling) -> bool:
    """Tell whether another speaker gives another number for what was just told: "but a spokesman said 20 had died".

    Where both say who did it, and to whom, and neither is the same, they are two events.
    """
    last = group.last_told
    speakers = [t.incident.claims[0].asserted_by for t in (last, telling)]
    silent = (telling.incident.where is None and telling.place_said is None) or telling.sentence == last.sentence
    silent = silent or _names_no_other_place(group, telling)
    parts = [(doers(t), nouns(t.incident.participants)) for t in (last, telling)]
    others = all(one and other and not one & other for one, other in zip(*parts, strict=True))
    bare = telling.result and not telling.incident.participants  # "hospital records list 21 dead"
    dated = has_day(telling) and last.incident.when is None and not telling.headed
    told = telling.general or telling.definite  # "said that 14 had died in the raid"
    another = speakers[0] != speakers[1] or bare or not FORMERLY.isdisjoint(words(telling.incident.claims[0].text))
    return told and silent and _is_near(last, telling) and another and not others and not dated


def _is_near(last: Telling, telling: Telling) -> bool:
    """Tell whether another number stands near enough to the one told before to be a rival of it."""
    distance = telling.sentence - last.sentence
    if telling.definite and telling.noun:  # "that the attack had killed six"
        return distance <= POINTING_BACK
    silent = telling.result and not has_day(telling) and not _is_of_others(last, telling)
    return distance <= (COUNTED_AGAIN if silent else 1)


def _is_of_others(last: Telling, telling: Telling) -> bool:
    """Tell whether two tellings count people of other kinds: soldiers, then farmers; not who are called people."""
    sufferers = ([p for p in t.incident.participants if p.role in SUFFERERS] for t in (last, telling))
    one, other = ({p.kind in CIVIL for p in each} for each in sufferers)
    named, again = (nouns(t.incident.participants) for t in (last, telling))
    at_large = again <= AT_LARGE and telling.incident.claims[0].asserted_by is not None
    return bool(one) and bool(other) and one.isdisjoint(other) and named.isdisjoint(again) and not at_large


def has_day(telling: Telling) -> bool:
    """Tell whether a telling says when it was, by words that can be counted: not by "last night" of who came to tell.

    Parameters
    ----------
    telling
        Any.
    """
    when = telling.incident.when
    return when is not None and when.precision != "unknown"


def is_own_version(last: Telling, telling: Telling) -> bool:
    """Tell whether the doers tell what was just told of them in their own way: "Ankara said its jets hit only depots".

    So a speaker may in his own words what was just told by him.

    Parameters
    ----------
    last, telling
        The last telling of an incident so far, and another.
    """
    if _is_quoted_again(last, telling):
        return True
    first, new = last.incident, telling.incident
    silent = new.where is None and telling.place_said is None and new.when is None
    told_of = first.modality != "claimed" and bool(doers(last)) and first.type == new.type
    owned = any(text.split()[0] in OWN_POSSESSIVES for text in doers(telling))
    return told_of and silent and owned and new.modality == "claimed" and telling.sentence - last.sentence <= 1


def _is_quoted_again(last: Telling, telling: Telling) -> bool:
    """Tell whether a quotation tells what its speaker was just said to tell: '"The enemy fired at Ndele," he said'."""
    first, new = last.incident, telling.incident
    claim, before = new.claims[0], first.claims[0]
    spoke = claim.asserted_by is not None and claim.asserted_by in {before.asserted_by, *before.relayed_by}
    near = 0 < telling.sentence - last.sentence <= POINTING_BACK
    another = not ANOTHER.isdisjoint(words(claim.text)) or telling.noun
    return claim.quoted and spoke and near and first.type == new.type and not another


def is_party_account(group: Group, telling: Telling) -> bool:
    """Tell whether a party says right after of what another told what it did there: "ISIS said it burned two vehicles".

    It names no other place or day, and nothing by which it would be one more deed.
    """
    last = group.last_told
    first, new = last.incident, telling.incident
    claim = new.claims[0]
    silent = new.when is None and not telling.noun and _names_no_other_place(group, telling)
    alike = first.type in TOLD_OTHERWISE and new.type in {first.type, *FOUGHT} and first.stage == new.stage
    another = not ANOTHER.isdisjoint(words(claim.text)) or claim.asserted_by == first.claims[0].asserted_by
    near = 0 < telling.sentence - last.sentence <= ACCOUNT
    mine, theirs = (frozenset(word for doer in doers(t) for word in words(doer)) for t in (last, telling))
    others = mine and theirs and mine.isdisjoint(theirs)
    return new.modality == "claimed" and silent and alike and near and not another and not others


def _names_no_other_place(group: Group, telling: Telling) -> bool:
    """Tell whether a telling names no place, or one whose words the incident's have: "at Tunuru", "Tunuru mission"."""
    told = [words(t.place_said) for t in group.remembered if t.place_said]
    said = words(telling.place_said or "")
    return any(set(said) <= set(each) for each in told) if said else telling.incident.where is None


def is_of_other_side(group: Group, telling: Telling) -> bool:
    """Tell whether a telling only says what befell the side of which nothing was told: "Four guerrillas also died.".

    Parameters
    ----------
    group, telling
        An incident so far, and one that comes right after it.
    """
    done_by = doers_of((*group.remembered, telling))
    known = {side for each in group.remembered if (side := side_of(each, done_by)) is not None}
    new = side_of(telling, done_by)
    return new is not None and new not in known and any(are_opposed(side, new) for side in known)


def side_words(text: str) -> frozenset[str]:
    """Return the words by which a speaker and a doer may be of one side, in the singular: "rebel" for "the rebels".

    Parameters
    ----------
    text
        The words for either.
    """
    return frozenset(singular(word) for word in words(text)) - SMALL


def doers(telling: Telling) -> set[str]:
    """Return the words for those who did it.

    Parameters
    ----------
    telling
        Any.
    """
    return {plain(p.text) for p in telling.incident.participants if p.role in DOERS}
