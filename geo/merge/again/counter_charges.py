"""Those who are said to have done it and say that others did: their claim denies what was told.

"UNITA rebels attacked a bus, the agency said. A UNITA spokesman said government troops had attacked it themselves."
"""

from collections.abc import Sequence
from dataclasses import replace

from geo.merge.again.doers_side import doers_words, is_of_doers_side
from geo.merge.again.pointing import DEADLY, names_again
from geo.merge.again.rivals import side_words
from geo.merge.groups import Group
from geo.model import DOERS, STATE, Incident, Telling, Toponym

CHARGEABLE = DEADLY | {"arson", "sabotage", "hijacking", "robbery", "abduction"}


def is_counter_charge(group: Group, telling: Telling, toponyms: Sequence[Toponym]) -> bool:
    """Tell whether a telling says of what an incident befell, as known, that others did it than its speaker's side."""
    again = telling.incident.when is None and (telling.of_own or names_again(group, telling))
    return again and _turns_it_round(group, telling, toponyms)


def as_denial(group: Group, telling: Telling, toponyms: Sequence[Toponym]) -> Telling:
    """Return a telling of an incident, if it is a counter-charge with its claim as a denial and without a place."""
    if not _turns_it_round(group, telling, toponyms):
        return telling
    said = telling.incident.claims
    claims = (replace(said[0], modality="denied"), *said[1:])
    return replace(telling, incident=replace(telling.incident, claims=claims, where=None), place_said=None)


def _turns_it_round(group: Group, telling: Telling, toponyms: Sequence[Toponym]) -> bool:
    """Tell whether somebody of the side that did it says only of others that they did."""
    if not {group.whole.type, telling.incident.type} <= CHARGEABLE:
        return False
    said = telling.incident.claims[0]
    speaker = side_words(said.asserted_by or "")
    first, new = doers_words(group.whole), doers_words(telling.incident)
    owned = any(c.asserted_by == said.asserted_by and c.modality != "denied" for c in group.whole.claims)
    others = bool(new) and not new & (first | speaker) and not _are_of_one_state(group.whole, telling.incident)
    if not others or owned or said.modality in {"denied", "claimed"}:
        return False
    answered = any(c.asserted_by == said.asserted_by and c.modality == "denied" for c in group.whole.claims)
    alike = telling.of_own or group.whole.type == telling.incident.type
    return answered or bool(speaker & first) or (alike and is_of_doers_side(group, said.asserted_by or "", toponyms))


def _are_of_one_state(first: Incident, new: Incident) -> bool:
    """Tell whether a state's men or arms did it in both, under no other name: "Kenyan warplanes", then "the jets"."""
    doers, again = ([p for p in i.participants if p.role in DOERS] for i in (first, new))
    return any(p.kind in STATE for p in doers) and all(p.kind in STATE and p.text.islower() for p in again)
