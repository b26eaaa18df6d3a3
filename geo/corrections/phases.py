"""An incident set right -> what follows for the operation that it is a phase of, and for its own phases."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from geo.corrections.marking import count_words, day_words, mark_of, marked
from geo.corrections.said import Change, Corrections
from geo.corrections.splitting import count_of
from geo.merge.phases import spanning
from geo.model import EFFECTS, Correctable, Count, Effect, Incident

ById = Mapping[str, Incident]


def followed(before: Sequence[Incident], after: Sequence[Incident], corrections: Corrections) -> Iterator[Incident]:
    """Yield incidents after a correction, with what hangs on it.

    A phase that had the day of its whole has the new one; the numbers of a whole span those of its phases anew. What a
    reader set right itself stays as they say.

    Parameters
    ----------
    before, after
        The incidents of a report, one for one.
    corrections
        What was set right.
    """
    old, new = {i.id: i for i in before}, {i.id: i for i in after}
    phases: dict[str, list[Incident]] = {}
    for incident in after:
        if incident.part_of:
            phases.setdefault(incident.part_of, []).append(incident)
    for incident in after:
        own = corrections.incidents.get(incident.id, {})
        dated = incident if "day" in own else _dated(incident, old, new)
        yield _counted(dated, phases.get(incident.id, ()), old, {*EFFECTS} - own.keys())


def _dated(phase: Incident, old: ById, new: ById) -> Incident:
    """Return a phase with the day of its whole, if it had that and the whole's was set right."""
    whole, was = new.get(phase.part_of or ""), old.get(phase.part_of or "")
    if whole is None or was is None or whole.when == was.when or phase.when != was.when:
        return phase
    change = _change("day", whole)
    return replace(phase, when=whole.when, corrected=marked(phase.corrected, change, day_words(phase.when)))


def _counted(whole: Incident, phases: Sequence[Incident], old: ById, open_to: set[Effect]) -> Incident:
    """Return a whole whose numbers span those of its phases, if one of these was set right."""
    for effect in EFFECTS:
        moved = [phase for phase in phases if getattr(phase, effect) != getattr(old[phase.id], effect)]
        if not moved or effect not in open_to:
            continue
        is_now: Count | None = getattr(whole, effect)
        spans = spanning(_said(whole, effect), [getattr(phase, effect) for phase in phases])
        if spans != is_now:
            marks = marked(whole.corrected, _change(effect, moved[0]), count_words(is_now))
            whole = replace(whole, corrected=marks, **{effect: spans})  # type: ignore[arg-type]
    return whole


def _said(whole: Incident, effect: Effect) -> Count | None:
    """Return what the claims of a whole say itself, without its phases."""
    return count_of([getattr(claim, effect) for claim in whole.claims])


def _change(what: Correctable, of: Incident) -> Change:
    """Return what was set right in another incident as a change of this one."""
    mark = mark_of(of.corrected, what)
    assert mark is not None  # noqa: S101  # it was set right
    return Change(what, None, mark.line, mark.note)
