"""Several tellings of one event -> one incident with all their claims."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from geo.merge.sufferers import plain, words
from geo.merge.whole.both_sides import added
from geo.merge.whole.merged_type import merged_stage, merged_type
from geo.merge.whole.once import anew, known_doers, means_anew, unique_participants, unique_spans
from geo.model import (
    DOERS,
    Claim,
    Count,
    Effect,
    Incident,
    IncidentType,
    Modality,
    Participant,
    Telling,
    When,
    Where,
)

VAGUELY = 8  # times its low end that the high one of "dozens" or "hundreds" is
NEXT = 2  # characters between two sentences of a paragraph
IN_TOWN = 2  # UCDP's precision of what is known to a town or so
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
    # Who is denied to have done it has not been said to, nor did those die whose death is denied, and no doer.
    stated = [t for t in tellings if t.incident.modality != "denied"] or tellings
    counted = [t for t in tellings if t in stated or _names_doers(t.incident)]
    return replace(
        first,
        type=merged_type(tellings),
        stage=merged_stage(stated),
        modality=_merged_modality(tellings),
        when=_finest_when(tellings),
        where=_finest_where(tellings),
        participants=unique_participants(
            _as_taken(p, t, first)
            for t in stated
            if not _is_find(t, first) and not _names_nobody(t, stated) and (not t.nth or t is stated[0])
            for p in anew(t.incident, stated)
        ),
        weapons=unique_spans(w for i in incidents for w in means_anew(i, tellings)),
        claims=_unique_claims(c for i in incidents for c in i.claims),
        killed=_merged_count(counted, "killed"),
        injured=_merged_count(counted, "injured"),
        captured=_merged_count(counted, "captured"),
    )


def _names_doers(incident: Incident) -> bool:
    return any(p.role in DOERS for p in incident.participants)


def _is_find(telling: Telling, first: Incident) -> bool:
    """Tell whether a telling only says what was found with those who fought or were held: no target of the fight."""
    return telling.incident.type == "seizure" != first.type


def _names_nobody(telling: Telling, every: Sequence[Telling]) -> bool:
    """Tell whether a telling only says of known doers that they went, where others say who they were."""
    doers = [p for p in telling.incident.participants if p.role == "perpetrator"]
    only = telling.bare and telling.definite and bool(doers)
    went = telling.incident.trigger.start  # before it they stand who "fled", behind it what they "were"
    vague = only and all(p.start < went and plain(p.text).removesuffix("s") in known_doers() for p in doers)
    return vague and any(_names_doers(t.incident) for t in every if t is not telling)


def _as_taken(participant: Participant, telling: Telling, first: Incident) -> Participant:
    """Return one whom a later sentence only names as a victim as what the victims of a taking are: captives."""
    named_only = telling.bare and telling.result and participant.role == "victim"
    return replace(participant, role="captive") if named_only and first.type in TAKINGS else participant


def _merged_count(tellings: Sequence[Telling], effect: Effect) -> Count | None:
    """Return the range over all tellings since the last update, with the first of these as the best value.

    The dead of two sides are no rival figures: they are added up.
    """
    if (both := added(tellings, effect)) is not None:
        return both
    known: list[Count] = []
    below: list[Count] = []  # without titles, which round numbers and take the dead of one side for all
    more, raised = 0, False
    for telling in tellings:
        count: Count | None = getattr(telling.incident, effect)
        if count is None:
            continue
        raised |= telling.update
        risen = telling.more and effect == "killed" and bool(below) and not raised
        some = bool(known) and count.high <= known[0].low and (telling.part or telling.adds)
        if some and not risen:  # some reports count the hurt who died since among the dead, others add them
            more += count.high if telling.adds else 0
        else:
            count = below[-1] + count if risen else count
            update = telling.update or ((risen or telling.live) and bool(known) and count.best > known[0].high)
            known = [count] if update else [*known, count]
            below = [] if update else below
            below += [] if telling.summary else [count]
    if not known or (effect == "injured" and _died_of_it(tellings, known)):
        return None
    best = (below or known)[0].best
    known = [c for c in known if not _only_says_many(c, known)]
    return Count(min(c.low for c in known), best, max(known[0].high + more, *(c.high for c in known)))


def _only_says_many(count: Count, known: Sequence[Count]) -> bool:
    """Tell whether a number is no rival of one that is told: "dozens" of nineteen."""
    vague = count.high >= VAGUELY * count.low
    return vague and any(count.low <= c.low and c.high <= count.high and c.high < VAGUELY * c.low for c in known)


def _died_of_it(tellings: Sequence[Telling], hurt: Sequence[Count]) -> bool:
    """Tell whether the one who was hurt is the one who died, as a later sentence says: "He died on Sunday"."""
    one = all(count.best == 1 for count in hurt)
    first = next((n for n, t in enumerate(tellings) if t.incident.injured is not None), 0)
    if any(t.incident.killed is not None and t.incident.killed.best for t in tellings[:first]):
        return False  # who died was told to have died before another was hurt
    dead = (t for t in tellings if t.definite and t.result and not t.inside and t.incident.injured is None)
    return one and any(t.incident.killed is not None and t.incident.killed.best == 1 for t in dead)


def _merged_modality(tellings: Sequence[Telling]) -> Modality:
    """Return fact if any telling states the event as fact, else what the first says.

    A headline that leaves out who says so makes no fact of what the doers claim below it, nor do words that only point
    to a deed that was claimed, or tell what its doers took.
    """
    if tellings[0].incident.modality in {"claimed", "possible", "denied"}:
        tellings = [t for t in tellings if not (t.bare or _is_find(t, tellings[0].incident))] or tellings
    below = [t.incident for t in tellings if not t.summary]
    incidents = below if below and _is_owned(below[0]) else [t.incident for t in tellings]
    end, first = incidents[0].claims[0].end, incidents[0].modality
    for incident in incidents:
        said = incident.claims[0]
        if incident.modality == "fact" and not (first == "claimed" and _goes_on(incident, end)):
            return "fact"
        end = said.end
    return first


def _goes_on(incident: Incident, end: int) -> bool:
    """Tell whether a telling only goes on with the one before: "its men had mined a lorry. Nine soldiers had died"."""
    said = incident.claims[0]
    return not _names_doers(incident) and said.cue is None and 0 <= said.start - end <= NEXT


def _is_owned(incident: Incident) -> bool:
    """Tell whether a doer is named in who says so: "the army said that it had killed"."""
    speaker = set(words(incident.claims[0].asserted_by or ""))
    doers = (set(words(p.text)) for p in incident.participants if p.role in DOERS)
    return incident.modality == "claimed" and any(speaker & doer for doer in doers)


def _finest_when(tellings: Sequence[Telling]) -> When | None:
    """Return the finest time, of equals that of a deed rather than of a death that came of it.

    The day at the head of a log's entry is that of no deed for which words below it give days of its own.
    """
    order = ("day", "days", "week", "month", "year", "unknown")
    known = [
        (w, t.result and t.general, t.headed)
        for n, t in enumerate(tellings)
        if (w := t.incident.when) is not None and not (n and t.bare and w.precision == "year")  # "founded in the 1990s"
    ]
    by_day = any(w.precision in order[:2] and not headed for w, _, headed in known)
    known = [each for each in known if not (by_day and each[2])]
    found = min(known, key=lambda each: (order.index(each[0].precision), _length(each[0]), each[1]), default=None)
    return None if found is None else found[0]


def _length(when: When) -> int:
    return (when.end - when.start).days if when.start and when.end else 10**6


def _finest_where(tellings: Sequence[Telling]) -> Where | None:
    """Return the finest place; of towns that of the text, whose headline names the nearest that is known abroad."""
    told = [t for n, t in enumerate(tellings) if n == 0 or not (t.is_answer or t.incident.modality == "denied")]
    known = [(w, t.summary) for t in told if (w := t.incident.where) is not None]
    ranked = ((w.inherited, w.precision > IN_TOWN, summary, w.precision, w.radius_km) for w, summary in known)
    return min(zip(ranked, known, strict=True), key=lambda each: each[0], default=(None, (None, False)))[1][0]


def _unique_claims(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return claims once each: a sentence that denies what was told is no second denial of its own.

    Of two in one sentence that differ in how fully they name who speaks, the fuller stays.
    """
    found: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        found.setdefault((claim.document, claim.start, claim.end, claim.asserted_by, claim.modality), claim)
    fuller = {(*key[:3], key[4], name[: name.find(",")]) for key in found if "," in (name := str(key[3]))}
    return tuple(claim for key, claim in found.items() if (*key[:3], key[4], key[3]) not in fuller)
