"""Several tellings of one event -> one incident with all their claims."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from geo.merge.sufferers import is_within, plain, words
from geo.model import (
    Claim,
    Count,
    Effect,
    Incident,
    IncidentType,
    Modality,
    Participant,
    Span,
    Telling,
    When,
    Where,
)

TAKINGS: frozenset[IncidentType] = frozenset({"abduction", "detention"})


def joined(tellings: Sequence[Telling]) -> Incident:
    """Return the incident that several tellings of it make: the finest place and day, every claim, counts as a range.

    Parameters
    ----------
    tellings
        At least one, in the order of the text.
    """
    incidents = [t.incident for t in tellings]
    first = incidents[0]
    if len(incidents) == 1:
        return first
    # Who is denied to have done it has not been said to.
    stated = [t for t in tellings if t.incident.modality != "denied"] or tellings
    return replace(
        first,
        type=_merged_type(tellings),
        modality=_merged_modality(incidents),
        when=_finest_when([i.when for i in incidents]),
        where=_finest_where([i.where for i in incidents]),
        participants=_unique(_as_taken(p, t, first) for t in stated for p in t.incident.participants),
        weapons=_unique_spans(w for i in incidents for w in i.weapons),
        claims=_unique_claims(c for i in incidents for c in i.claims),
        killed=_merged_count(tellings, "killed"),
        injured=_merged_count(tellings, "injured"),
        captured=_merged_count(tellings, "captured"),
    )


def _as_taken(participant: Participant, telling: Telling, first: Incident) -> Participant:
    """Return one whom a later sentence only names as a victim as what the victims of a taking are: captives."""
    named_only = telling.bare and telling.result and participant.role == "victim"
    return replace(participant, role="captive") if named_only and first.type in TAKINGS else participant


def _merged_count(tellings: Sequence[Telling], effect: Effect) -> Count | None:
    """Return the range over all tellings since the last update, with the first of these as the best value."""
    known: list[Count] = []
    for telling in tellings:
        count: Count | None = getattr(telling.incident, effect)
        if count is not None:
            known = [count] if telling.update else [*known, count]
    if not known:
        return None
    return Count(min(c.low for c in known), known[0].best, max(c.high for c in known))


def _merged_type(tellings: Sequence[Telling]) -> IncidentType:
    """Return the first type that says more than "attack"; bombs or shells become an airstrike once one is named."""
    kinds = [t.incident.type for t in tellings if not t.general] or [tellings[0].incident.type]
    return "airstrike" if "airstrike" in kinds and kinds[0] in {"bombing", "shelling"} else kinds[0]


def _merged_modality(incidents: Sequence[Incident]) -> Modality:
    """Return fact if any telling states the event as fact, else what the first says."""
    return "fact" if any(i.modality == "fact" for i in incidents) else incidents[0].modality


def _finest_when(whens: Sequence[When | None]) -> When | None:
    order = ("day", "days", "week", "month", "year", "unknown")
    known = [w for w in whens if w is not None]
    return min(known, key=lambda w: (order.index(w.precision), _length(w)), default=None)


def _length(when: When) -> int:
    return (when.end - when.start).days if when.start and when.end else 10**6


def _finest_where(wheres: Sequence[Where | None]) -> Where | None:
    known = [w for w in wheres if w is not None]
    return min(known, key=lambda w: (w.inherited, w.precision, w.radius_km), default=None)


def _unique(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    """Return the participants once each: of "MP Ana Ruiz" and "Ruiz", "two judges" and "judges" the fuller words."""
    found: dict[tuple[str, str], Participant] = {}
    for participant in participants:
        found.setdefault((participant.role, plain(participant.text)), participant)
    fuller: dict[tuple[str, str], list[Participant]] = {}
    for participant in found.values():
        for word in set(words(participant.text)):
            fuller.setdefault((participant.role, word), []).append(participant)
    return tuple(
        p for p in found.values() if not any(p is not q and is_within(p.text, q.text) for q in _near(p, fuller))
    )


def _near(participant: Participant, by_word: Mapping[tuple[str, str], list[Participant]]) -> list[Participant]:
    """Return those in the same role that share the rarest of a participant's words."""
    shared = (by_word[participant.role, word] for word in words(participant.text))
    return min(shared, key=len, default=[])


def _unique_claims(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return claims once each: a sentence that denies what was told is no second denial of its own."""
    found: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        found.setdefault((claim.document, claim.start, claim.end, claim.asserted_by, claim.modality), claim)
    return tuple(found.values())


def _unique_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    found: dict[str, Span] = {}
    for span in spans:
        found.setdefault(plain(span.text), span)
    return tuple(found.values())
