"""Those that a reader says took part -> the participants of an incident."""

from collections.abc import Iterator
from dataclasses import replace

from geo.corrections.said import Change
from geo.model import Incident, Participant, ParticipantRole, Report

ROLES: dict[str, ParticipantRole] = {
    "perpetrators": "perpetrator", "victims": "victim", "targets": "target", "captors": "captor",
    "captives": "captive",
}  # fmt: skip
People = tuple[Participant, ...]


def with_people(incident: Incident, change: Change, report: Report) -> tuple[People, People]:
    """Return those who were in a part before, and all participants with those who are said to be in it.

    Parameters
    ----------
    incident
        What happened.
    change
        The words for each that took that part; none for nobody.
    report
        Its words, and those whom it names elsewhere, are looked into for them.
    """
    role = ROLES[change.what]
    before = tuple(p for p in incident.participants if p.role == role)
    others = tuple(p for p in incident.participants if p.role != role)
    return before, (*others, *(_participant(words, role, incident, report) for words in change.value))


def _participant(words: str, role: ParticipantRole, incident: Incident, report: Report) -> Participant:
    """Return one who took part: of the kind that the report shows, where it names them; else on no character of it."""
    known = next((p for one in (incident, *report.incidents) for p in one.participants if p.text == words), None)
    if known:
        return replace(known, role=role)
    start = next((at for at in _places(words, incident, report.text) if at >= 0), None)
    if start is None:
        return Participant(role, "unknown", words, incident.trigger.start, incident.trigger.start)
    return Participant(role, "unknown", words, start, start + len(words))


def _places(words: str, incident: Incident, text: str) -> Iterator[int]:
    """Yield where words stand in an incident's sentences, then in the text; -1 where they do not."""
    for claim in incident.claims:
        yield text.find(words, claim.start, claim.end)
    yield text.find(words)
