"""Whether the words of a telling point back to an incident: "the raid", "in the same hold-up", "the six men"."""

from collections.abc import Collection, Iterable, Sequence

from geo.lexicon import word_class
from geo.lexicon.shared import singular
from geo.merge.groups import Group
from geo.merge.sufferers import (
    counts_anybody,
    is_common,
    nouns,
    person_names,
    plain,
    share_a_name,
    share_a_person,
    texts,
    words,
)
from geo.merge.whole.joining import TAKINGS
from geo.model import DOERS, EFFECTS, HARMED, SUFFERERS, IncidentType, Participant, Telling

POINTING_BACK = 12  # sentences; farther up, "the attack" needs more than its article
PRONOUN_REACH = 2  # sentences over which "they" carries an event on
BRIDGES = 4  # sentences over which "the bus" is that of which a telling spoke
DEADLY: frozenset[IncidentType] = frozenset({
    "assassination", "attack", "shooting", "bombing", "execution", "battle", "raid", "shelling", "airstrike", "other",
})  # fmt: skip
ON_PEOPLE: frozenset[IncidentType] = frozenset({"assassination", "execution", "abduction"})
ANYBODY = frozenset({
    "person", "man", "men", "woman", "women", "victim", "victims", "individual", "individuals", "citizen", "citizens",
    "civilian", "civilians", "member", "members",
})  # fmt: skip
VICTIMS = frozenset({"victim", "victims", "deceased"})  # of whom was told before, whatever they were called


def points_to(group: Group, telling: Telling) -> bool:
    """Tell whether words point back as far as an incident: a noun farther than a pronoun."""
    distance = telling.sentence - group.last.sentence
    far = telling.noun or telling.inside
    near = distance <= (POINTING_BACK if far else PRONOUN_REACH)
    return telling.definite and near and not (names_another(group, telling) or is_known_by_itself(group, telling))


def is_known_by_itself(group: Group, telling: Telling) -> bool:
    """Tell whether a telling's own day and place say which deed it is, told of at no place or day in another paragraph.

    Parameters
    ----------
    group, telling
        An incident so far, and a telling that comes after it.
    """
    own = telling.place_said is not None and telling.incident.when is not None
    told = any(t.place_said or t.incident.when for t in group.remembered)
    return own and not told and telling.paragraph != group.last.paragraph and group.tellings[0].sentence > 0


def same_people(group: Group, telling: Telling) -> bool:
    """Tell whether sufferers spoken of as known are those of an incident: "six priests", then "the priests"."""
    both = {group.whole.type, telling.incident.type}
    alike = both <= DEADLY or both <= TAKINGS
    return telling.known and alike and bool(nouns(group.whole.participants) & nouns(telling.incident.participants))


def names_again(group: Group, telling: Telling) -> bool:
    """Tell whether whom or what a telling speaks of as known stood in the words before: "in their bus", "the bus"."""
    deadly = {group.whole.type, telling.incident.type} <= DEADLY
    near = (0 if deadly else 1) <= telling.sentence - group.last.sentence <= BRIDGES
    told = {word for each in group.remembered for word in words(each.incident.claims[0].text)}
    again = nouns(telling.incident.participants) if telling.known else set()
    went_off = {group.whole.type, telling.incident.type} == {"bombing"} and bool(telling.means)
    return near and (went_off or bool((again | telling.means) & told))


def recalls(group: Group, telling: Telling) -> bool:
    """Tell whether a telling speaks as of known of what one before it brought up: "armed men", then "the men"."""
    distance = telling.sentence - group.last.sentence
    near = 0 < distance <= BRIDGES
    sufferers = nouns(telling.incident.participants)
    victim = telling.known and bool(sufferers) and sufferers <= VICTIMS and bool(nouns(group.whole.participants))
    known = any(telling.recalled & each.brought_up for each in group.remembered)
    return near and (known or (victim and distance <= PRONOUN_REACH))


def sets_up(group: Group, telling: Telling) -> bool:
    """Tell whether a telling says right after another how that came about: "the men were riding home when …"."""
    return telling.set_up and 0 < telling.sentence - group.last.sentence <= PRONOUN_REACH


def counts_again(group: Group, telling: Telling) -> bool:
    """Tell whether the next sentence says, by their number, what befell all the dead or hurt: "the two were shot as".

    Parameters
    ----------
    group, telling
        An incident so far, and a telling that comes after it.
    """
    beside = telling.sentence == group.last.sentence + 1
    counts = [(getattr(group.whole, effect), getattr(telling.incident, effect)) for effect in EFFECTS]
    same = {str(b.best) for a, b in counts if a is not None and a == b and b.best > 1}
    return beside and bool(same & telling.recalled)


def names_only(group: Group, telling: Telling) -> bool:
    """Tell whether a noun says nothing but what was told, and where: "the minister said nothing of fighting at Palma".

    Parameters
    ----------
    group, telling
        An incident so far, and a telling that comes after it.
    """
    new = telling.incident
    there = {plain(t.place_said) for t in group.remembered if t.place_said}
    silent = not counts_anybody(new) and not new.participants and not new.weapons
    return telling.noun and silent and telling.place_said is not None and plain(telling.place_said) in there


def names_another(group: Group, telling: Telling) -> bool:
    """Tell whether a noun is known by whom it befell, "the murder of Mayor Ana Ruiz", and others suffered before."""
    first, new = group.whole.participants, telling.incident.participants
    one, other = ([p for p in each if p.role in HARMED] for each in (first, new))
    if not telling.noun or not other or share_a_name(one, other):
        return False
    kinds = {t.incident.type for t in group.remembered}
    if telling.incident.type in kinds:
        both = bool(person_names(one)) and bool(person_names(other))
        return (
            not share_a_person(one, other)
            if both
            else telling.incident.type in ON_PEOPLE and _are_others(group, telling)
        )
    told = bool(one) or (not telling.known and (bool(texts(first)) or kinds <= {"battle"}))
    called = telling.incident.type in ON_PEOPLE and told and not _share_a_noun(one, other)
    return called or (bool(person_names(other)) and bool(texts(first)))


def _are_others(group: Group, telling: Telling) -> bool:
    """Tell whether people who are not spoken of as known are called otherwise than those told of, who had no name.

    One who has a name may be among them, unless he suffered at a time and place of his own.
    """
    one, other = ([p for p in i.participants if p.role in HARMED] for i in (group.whole, telling.incident))
    kinds = (nouns(one), nouns(other))
    when = telling.incident.when  # "the sixth murder of a reporter since January"
    counted = when is not None and when.precision not in {"day", "days"}
    anybody = not all(kinds) or bool((kinds[0] | kinds[1]) & ANYBODY)
    if anybody or counted or telling.known or _share_a_noun(one, other):
        return False
    elsewhere = telling.place_said is not None and telling.incident.when is not None
    elsewhere = elsewhere and all(t.place_said is None and t.incident.when is None for t in group.remembered)
    return not person_names(one) and (elsewhere or not person_names(other))


def is_of_no_dead(group: Group, telling: Telling) -> bool:
    """Tell whether a noun is for a killing, and nobody is known to have died in an incident."""
    killing = telling.noun and telling.incident.trigger.text.casefold() in word_class("a_killing")
    return killing and group.whole.killed is None


def is_another_deed(group: Group, telling: Telling) -> bool:
    """Tell whether words make it another deed: one of years ago beside news, or what the deed of its sentence answered.

    So does the count of those whom it befell where it befell nobody in what was told.
    """
    if "years ago" in telling.signs and telling.incident.when is not None:
        return any(_is_news(t) for t in group.remembered)
    if telling.nth:  # he was told of by the same role
        roles = {p.role for p in telling.incident.participants} & HARMED
        return roles.isdisjoint(p.role for p in group.whole.participants)
    if strikes_back(group, telling):
        return True
    other = telling.answered or "reacted to" in telling.signs  # "blocked the road to protest the killing of"
    here = [t for t in group.remembered if t.sentence == telling.sentence and not t.is_answer] if other else []
    return bool(here) and (len(here) == len(group.tellings) or any(t.incident.type not in TAKINGS for t in here))


def strikes_back(group: Group, telling: Telling) -> bool:
    """Tell whether a deed brought up anew befell by name those who did what was told: "an ambush on Front men"."""
    anew = telling.noun and not telling.definite
    did, bore = (_named(group.whole.participants, roles) for roles in (DOERS, SUFFERERS))
    did_too, bore_too = (_named(telling.incident.participants, roles) for roles in (DOERS, SUFFERERS))
    return anew and not did & did_too and bool(did & bore_too or did_too & bore)


def _named(participants: Iterable[Participant], roles: Collection[str]) -> set[frozenset[str]]:
    names = (frozenset(w for w in words(p.text) if not is_common(w)) for p in participants if p.role in roles)
    return {each for each in names if each}


def _is_news(telling: Telling) -> bool:
    main = "main clause" in telling.signs and "years ago" not in telling.signs
    return main and not telling.signs.isdisjoint({"did", "has done", "as subject"})


def _share_a_noun(one: Sequence[Participant], other: Sequence[Participant]) -> bool:
    """Tell whether people are called what others are, whatever else they are called: "the mayor", "Mayor Ana Ruiz"."""
    first, second = ({singular(word) for p in each for word in words(p.text)} for each in (one, other))
    kind, other_kind = ({singular(word) for word in nouns(each)} for each in (one, other))
    return bool(kind & second or other_kind & first)
