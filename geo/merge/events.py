"""Tellings of incidents -> incidents: one event told several times becomes one, phases of an operation get a parent.

`agreement` says which tellings are of one event, `phases` which incident is a step of another, `retellings` which
incident most likely is one told before; here they are put together. `inheriting` gives a place and a day to what has
none of its own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, compress
from math import inf
from types import MappingProxyType

from geo.merge.again.answers import answered, foretold
from geo.merge.again.counter_charges import as_denial, is_counter_charge
from geo.merge.again.nearest import nearest
from geo.merge.again.of_several import meant_of_several, of_each
from geo.merge.again.pointing import DEADLY, is_of_no_dead
from geo.merge.again.results import is_one_of_them
from geo.merge.again.same import is_same
from geo.merge.groups import Group, group, latest, with_all
from geo.merge.in_turn import in_turn
from geo.merge.looking_back import at_its_time
from geo.merge.phases import operation, with_phases, without_lone_phases
from geo.merge.retellings import once
from geo.merge.sufferers import nouns, share_a_name
from geo.merge.summaries import with_summaries, without_lone_titles
from geo.merge.totals import are_totals
from geo.merge.whole.inheriting import with_days, with_places
from geo.merge.whole.joining import TAKINGS
from geo.merge.whole.merged_type import BY_LAW
from geo.merge.worth import told
from geo.model import Claim, Incident, Telling, Toponym, Where


@dataclass(frozen=True, slots=True)
class Merged:
    """The incidents of a text, and the claims of what it only speaks of in passing or as background."""

    incidents: tuple[Incident, ...]
    left_out: tuple[Claim, ...]


def merge(
    tellings: Sequence[Telling],
    toponyms: Sequence[Toponym],
    document_id: str,
    setting: Sequence[Where] = (),
    unheard: Mapping[str, Where] = MappingProxyType({}),
    *,
    ways: Sequence[int] = (),
    turns: Sequence[int] = (),
) -> Merged:
    """Join the tellings of a document to incidents, numbered in the order in which they are first told.

    Parameters
    ----------
    tellings
        In the order of the text.
    toponyms
        The document's.
    document_id
        The incidents' ids begin with it: ``report-7#i1``.
    setting
        Where the document is set, the finer place first: the last resort for an incident that it puts nowhere.
    unheard
        {name that the gazetteer lacks: somewhere in the document's country}.
    ways
        The sentences, in order, that tell of a movement: who denies something after one denies that.
    turns
        Where each sentence stands in the order of time, if that is not the text's: of a live blog, the newest first.
    """
    ways = sorted(turns[way] for way in ways) if turns else ways
    groups = once(grouped(in_turn(tellings, turns), toponyms, ways))
    news = without_lone_titles(groups, told(groups), toponyms)
    news = tuple(is_news and not total for is_news, total in zip(news, are_totals(groups, news), strict=True))
    ids = [f"{document_id}#i{number}" for number in accumulate(map(int, news))]
    named = [
        replace(each.whole, id=own, part_of=None if each.parent is None else ids[each.parent])
        for own, each in zip(ids, groups, strict=True)
    ]
    placed = with_places(with_days(with_phases(named), groups), groups, toponyms, setting, unheard, news=news)
    left_out = (each.whole.claims[0] for each, is_news in zip(groups, news, strict=True) if not is_news)
    # Placed before it is sorted out: what is spoken of in passing may still say where the next event was.
    return Merged(tuple(compress(placed, news)), tuple(left_out))


def grouped(tellings: Sequence[Telling], toponyms: Sequence[Toponym], ways: Sequence[int] = ()) -> list[Group]:
    """Join the tellings of a document to incidents, those that are only spoken of in passing among them.

    Parameters
    ----------
    tellings, toponyms, ways
        As for `merge`.
    """
    groups: list[Group] = []
    lone = [telling for telling in at_its_time(tellings) if not _place_in(groups, telling, toponyms, ways)]
    for telling in lone:
        for number in foretold(groups, telling, toponyms) if telling.is_answer and not ways else ():
            groups[number] = group((*groups[number].tellings, telling), groups[number].parent)
    return with_summaries([with_all(each) for each in without_lone_phases(groups)], toponyms)


def _place_in(groups: list[Group], telling: Telling, toponyms: Sequence[Toponym], ways: Sequence[int]) -> bool:
    """Add a telling to the incidents that it tells again, or as a new one unless it is bare; tell whether it was."""
    joins: Sequence[int] = meant_of_several(groups, telling, toponyms)
    telling = of_each(telling) if len(joins) > 1 else telling
    if not joins:
        joins = answered(groups, telling, toponyms, ways) if telling.is_answer else _same(groups, telling, toponyms)
    disowned = telling.bare and telling.definite and telling.incident.claims[0].modality == "denied"
    if disowned and not joins and not telling.is_answer:
        near = answered(groups, telling, toponyms, ways)  # "the attack, in which it denied a part"
        joins = [n for n in near if {groups[n].whole.type, telling.incident.type} <= DEADLY]
    if not joins and telling.incident.modality == "denied" and not telling.is_answer:
        joins = [n for n in latest(groups) if _names_denied(groups[n], telling)][:1]
        telling = replace(telling, incident=replace(telling.incident, where=None)) if joins else telling
    for number in joins:
        again = as_denial(groups[number], telling, toponyms)
        if again.died_elsewhere:
            again = replace(again, incident=replace(again.incident, where=None), place_said=None)
        again = replace(again, part=True) if is_one_of_them(groups[number], again) else again
        groups[number] = group((*groups[number].tellings, again), groups[number].parent)
    if not joins and not telling.bare:
        groups.append(group((telling,), operation(groups, telling, toponyms)))
    return bool(joins) or not telling.bare


def _names_denied(group: Group, telling: Telling) -> bool:
    """Tell whether a denial, wherever it puts the deed, names whom it befell: "denied that its men killed Ana Ruiz"."""
    both = {group.whole.type, telling.incident.type} <= DEADLY and group.whole.modality != "denied"
    return both and share_a_name(group.whole.participants, telling.incident.participants)


def _same(groups: list[Group], telling: Telling, toponyms: Sequence[Toponym]) -> Sequence[int]:
    """Return the position of the incident that a telling tells again, if any.

    Of several it is the nearest, but for a denial, a noun, a taking of people or a known bomb rather one of its kind
    ("the bombing"), for a toll at a place rather one that is known to be there, and for what came of it rather the deed
    than what that answered.
    """
    near = nearest(groups, telling)
    same = (n for n in near if is_same(groups[n], telling, toponyms) or is_counter_charge(groups[n], telling, toponyms))
    kind = telling.incident.type
    like = telling.noun or kind in TAKINGS or (telling.means and kind == "bombing")
    if telling.incident.modality == "denied" or like:
        return sorted(same, key=lambda n: _is_less_like(groups[n], telling))[:1]
    if telling.update and telling.incident.killed is not None:
        return sorted(same, key=lambda n: _has_risen_by(groups[n], telling))[:1]
    first = next(same, None)
    # "fired at X in answer to a strike on Y", "clashes broke out after police held a chief": the dead are the first's.
    if first is not None and telling.result and (groups[first].last.answered or groups[first].whole.type in BY_LAW):
        beside = (n for n in same if groups[n].last.sentence == groups[first].last.sentence)
        first = next((n for n in beside if not groups[n].last.answered and groups[n].whole.type not in BY_LAW), first)
    return () if first is None else (first,)


def _has_risen_by(group: Group, telling: Telling) -> float:
    """Return by how much an incident's dead would have risen to a toll, which is that of the nearest one below it.

    A title only says beforehand what they came to.
    """
    dead, new = group.whole.killed, telling.incident.killed
    return new.best - dead.best if dead and new and dead.best <= new.best and not group.last.summary else inf


def _is_less_like(group: Group, telling: Telling) -> tuple[bool, bool, bool, bool]:
    kinds = {t.incident.type for t in group.remembered}
    there = telling.place_said is None or any(t.place_said == telling.place_said for t in group.remembered)
    placed = telling.place_said is not None and any(t.place_said for t in group.remembered)
    other = is_of_no_dead(group, telling) or (not telling.general and telling.incident.type not in kinds)
    struck = nouns(telling.incident.participants)  # "the shelling of the church"
    others = telling.noun and not telling.result and bool(struck) and struck.isdisjoint(nouns(group.whole.participants))
    return other, telling.noun and not there, others, telling.update and not placed
