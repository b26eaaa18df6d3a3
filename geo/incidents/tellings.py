"""A parsed text with its places, times, numbers and speakers -> every telling of an incident in it.

Tellings of the same incident are joined afterwards, by `merge`.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace

from geo.assertion import Assertion, assertion, is_generic, is_innocent
from geo.dateline import dateline_end
from geo.incidents.grouping import group
from geo.incidents.placing import head_token, place
from geo.incidents.roles import Arguments, arguments, implied_type, is_armed, is_weapon, kind_of
from geo.incidents.triggers import find as find_triggers
from geo.model import (
    Attribution,
    Claim,
    Count,
    Document,
    Effect,
    Incident,
    IncidentType,
    Parse,
    Participant,
    ParticipantRole,
    Span,
    Telling,
    TimeExpression,
    Toll,
    Toponym,
    Trigger,
    When,
    Where,
)
from geo.syntax import ancestors, children, name_span

# Where several words tell of one event, the type that says most wins; a word that only says "attack" says least.
SPECIFIC: tuple[IncidentType, ...] = (
    "hijacking", "abduction", "airstrike", "shelling", "bombing", "raid", "assassination", "execution", "arson",
    "robbery", "sabotage", "shooting", "battle", "riot", "protest", "seizure", "detention", "attack", "other",
)  # fmt: skip
LONGEST_EVENT = 31  # days; what is counted over more is a tally of many events
CAPTIVES = frozenset({"detention", "abduction"})
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
# What the means tell against the verb: bombs from aircraft, shots of tear gas.
OVERRULED = frozenset({("bombing", "airstrike"), ("shooting", "riot"), ("shelling", "airstrike")})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "such"})
PHASES = frozenset({"initial", "first", "second", "third", "fourth", "subsequent", "later", "earlier", "another",
                    "separate", "ensuing", "final", "follow-up", "further", "secondary", "simultaneous"})  # fmt: skip
LARGER = frozenset({"initial", "ensuing", "subsequent", "follow-up", "secondary"})


@dataclass(frozen=True, slots=True)
class _Event:
    """The triggers of one event in one sentence, with what hangs on them."""

    triggers: tuple[Trigger, ...]
    main: Trigger
    arguments: Arguments
    captives: frozenset[int]
    assertion: Assertion
    tolls: tuple[Toll, ...]
    sentence: int
    supported: bool


def find(
    parse: Parse,
    *,
    toponyms: tuple[Toponym, ...],
    times: tuple[TimeExpression, ...],
    tolls: tuple[Toll, ...],
    attributions: tuple[Attribution, ...],
    document: Document,
) -> tuple[Telling, ...]:
    """Return each telling of an incident, in the order of the text.

    Parameters
    ----------
    parse, toponyms, times, tolls, attributions
        The text and what the earlier stages found in it.
    document
        Where the text comes from: its source speaks where nobody else is named.
    """
    tellings: list[Telling] = []
    triggers = _with_tolls(find_triggers(parse), tolls)
    for sentence in parse.sentences:
        inside = tuple(t for t in triggers if sentence.first <= t.index < sentence.last)
        events = _events(parse, inside, tolls, sentence.index) if inside else []
        events = [e for e in events if not _is_tally(parse, e, times, document)]
        claims = [(event, _claim(parse, event, attributions, document)) for event in events]
        tellings += [_telling(parse, event, claim, toponyms, times) for event, claim in claims]
    return tuple(tellings)


# ---------------------------------------------------------------- events of a sentence


def _with_tolls(triggers: tuple[Trigger, ...], tolls: tuple[Toll, ...]) -> tuple[Trigger, ...]:
    """Return the triggers and, as consequences, the words of tolls that are none ("left 12 dead", "the death toll")."""
    known = {i for t in triggers for i in t.tokens}
    new = {t.trigger: t for t in tolls if t.trigger not in known and t.count.best}
    more = (
        Trigger(i, (i,), "effect", "captive" if toll.effect == "captured" else "victim", weak=False, noun=True)
        for i, toll in new.items()
    )
    return tuple(sorted((*triggers, *more), key=lambda t: t.index))


def _events(parse: Parse, triggers: tuple[Trigger, ...], tolls: tuple[Toll, ...], sentence: int) -> list[_Event]:
    events: list[_Event] = []
    for members in group(parse, tuple(t for t in triggers if not is_innocent(parse, t))):
        event = _event(parse, members, tolls, sentence)
        if event is not None:
            events.append(event)
    return [e for e in events if not any(_is_aside(parse, e, other) for other in events if other is not e)]


def _event(parse: Parse, members: tuple[Trigger, ...], tolls: tuple[Toll, ...], sentence: int) -> _Event | None:
    asserted = [(m, a) for m in members if (a := assertion(parse, m)) is not None]
    if not asserted:
        return None
    main, stated = min(
        asserted, key=lambda pair: (pair[0].type == "effect", pair[0].weak, SPECIFIC.index(_type(pair[0])))
    )
    words = {i for m in members for i in m.tokens}
    found = [arguments(parse, m) for m in members]
    joined = Arguments(
        tuple(dict.fromkeys(i for a in found for i in a.perpetrators if i not in words)),
        tuple(dict.fromkeys(i for a in found for i in a.patients if i not in words)),
        tuple(dict.fromkeys(i for a in found for i in a.weapons)),
    )
    own = tuple(t for t in tolls if t.trigger in words)
    held = [t.head for t in own if t.effect == "captured"]
    held += [i for m, a in zip(members, found, strict=True) if m.patient == "captive" for i in a.patients]
    event = _Event(members, main, joined, frozenset(held), stated, own, sentence, supported=True)
    if _is_supported(parse, event):
        return event
    # "The attack" alone may repeat an incident, though it can make none.
    return replace(event, supported=False) if _points_back(parse, main) else None


def _type(trigger: Trigger) -> IncidentType:
    return "attack" if trigger.type == "effect" else trigger.type


def _is_supported(parse: Parse, event: _Event) -> bool:
    """Tell whether what stands beside the triggers shows violence against people or things, no figure of speech."""
    harmed = any(toll.count.best > 0 for toll in event.tolls)
    if is_generic(parse, event.main) and not harmed:
        return False
    if any(not t.weak and t.type != "effect" for t in event.triggers) or harmed:
        return True
    armed = any(is_armed(parse, i) for i in event.arguments.perpetrators)
    weapons = bool(event.arguments.weapons) or any(is_weapon(parse, i) for i in event.main.tokens)
    kinds = {kind_of(parse, i) for i in event.arguments.patients}
    physical = kinds & {"person", "civilians", "state_force", "facility", "vehicle", "group"}
    doers = {kind_of(parse, i) for i in event.arguments.perpetrators}
    return armed or weapons or (bool(physical) and "government" not in doers and (not doers or doers != {"unknown"}))


def _is_tally(parse: Parse, event: _Event, times: tuple[TimeExpression, ...], document: Document) -> bool:
    """Tell whether numbers are added up over a time longer than any one event: "25 arrests since last August"."""
    when = _when(parse, event, times)
    if when is None or when.start is None or when.text is None:
        return False
    end = when.end or document.published or when.start
    sums = when.text.casefold().split(" ")[0] in {"since", "during", "over", "between", "from", "throughout"}
    return sums and (end - when.start).days > LONGEST_EVENT


def _is_aside(parse: Parse, event: _Event, other: _Event) -> bool:
    """Tell whether an event only describes someone who takes part in another ("fighters attempting an assault")."""
    if event.tolls or event.main.type == "effect":
        return False
    heads = set(other.arguments.patients) | set(other.arguments.perpetrators)
    above = [event.main.index, *(t.index for t in ancestors(parse, event.main.index))]
    reached = next((n for n, index in enumerate(above) if index in heads), None)
    return reached is not None and any(parse.tokens[i].dep in {"acl", "relcl", "amod"} for i in above[:reached])


# ---------------------------------------------------------------- one telling


def _telling(
    parse: Parse, event: _Event, claim: Claim, toponyms: tuple[Toponym, ...], times: tuple[TimeExpression, ...]
) -> Telling:
    index = event.main.index
    kind = _incident_type(parse, event)
    incident = Incident(
        id="",
        part_of=None,
        type=kind,
        stage=event.assertion.stage,
        modality=claim.modality,
        trigger=_span(parse, event.main.tokens),
        when=_when(parse, event, times),
        where=_where(parse, event, toponyms),
        participants=_participants(parse, event, kind, toponyms),
        weapons=tuple(name_span(parse, i) for i in event.arguments.weapons),
        killed=claim.killed,
        injured=claim.injured,
        captured=claim.captured,
        claims=(claim,),
    )
    modifiers = {t.lemma for t in children(parse, index, "amod", "compound")}
    said = incident.where or incident.when or event.tolls or incident.participants
    return Telling(
        incident=incident,
        sentence=event.sentence,
        definite=_points_back(parse, event.main),
        phase=event.main.noun and bool(modifiers & LARGER),
        update=_is_update(event),
        bare=not said or not event.supported,
        general=kind == "attack" and (event.main.noun or event.main.type == "effect"),
    )


def _span(parse: Parse, tokens: Iterable[int]) -> Span:
    indices = sorted(tokens)
    start, end = parse.tokens[indices[0]].start, parse.tokens[indices[-1]].end
    return Span(start, end, parse.text[start:end])


def _points_back(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether words point back to something told: "the attack", "Monday's raid", "they shot"."""
    if not trigger.noun:
        return any(t.tag == "PRP" for t in children(parse, trigger.index, "nsubj", "nsubjpass"))
    modifiers = {t.lemma for t in children(parse, trigger.index, "det", "poss", "amod")}
    return bool(modifiers & DEFINITE) or _is_dated_possessive(parse, trigger.index)


def _is_dated_possessive(parse: Parse, index: int) -> bool:
    """Tell whether a noun's possessor is a time: "Monday's raid" points back to what was told."""
    return any(t.entity in {"DATE", "TIME"} for t in children(parse, index, "poss"))


def _incident_type(parse: Parse, event: _Event) -> IncidentType:
    kinds = [t.type for t in event.triggers if t.type != "effect"]
    kind = min(kinds, key=SPECIFIC.index) if kinds else "attack"
    if _takes_place(parse, event):
        return "battle"
    means = (*event.arguments.weapons, *event.arguments.perpetrators, *event.main.tokens)
    implied = implied_type(parse, means)
    if (kind, implied) in OVERRULED or (kind == "attack" and implied):
        return implied  # type: ignore[return-value]
    if kinds and kind != "attack":
        return kind
    captured = [t for t in event.tolls if t.effect == "captured"]
    only_captures = all(t.type == "effect" and t.patient == "captive" for t in event.triggers)
    return "detention" if only_captures or (not kinds and captured and len(captured) == len(event.tolls)) else kind


def _takes_place(parse: Parse, event: _Event) -> bool:
    """Tell whether what was seized or captured is ground ("seized the town"), not people or goods."""
    takes = all(t.patient in {"goods", "captive"} and t.type in {"seizure", "effect"} for t in event.triggers)
    taken = [i for i in event.arguments.patients if i not in event.captives or kind_of(parse, i) == "facility"]
    return takes and any(kind_of(parse, i) == "facility" or parse.tokens[i].entity in PLACE_LABELS for i in taken)


def _count(event: _Event, effect: Effect) -> Count | None:
    """Return the number of an effect: the last total where one is given, since it covers its parts, else the sum."""
    own = [t for t in event.tolls if t.effect == effect]
    totals = [t for t in own if t.total or t.replaces]
    return _sum(totals[-1:] or own)


def _sum(tolls: list[Toll]) -> Count | None:
    if not tolls:
        return None
    counts = [t.count for t in tolls]
    return Count(sum(c.low for c in counts), sum(c.best for c in counts), sum(c.high for c in counts))


def _where(parse: Parse, event: _Event, toponyms: tuple[Toponym, ...]) -> Where | None:
    for trigger in (event.main, *event.triggers):
        found = place(parse, trigger.index, event.sentence, toponyms)
        if found is not None:
            return found
    return None


def _when(parse: Parse, event: _Event, times: tuple[TimeExpression, ...]) -> When | None:
    """Return the time that stands in the event's sentence, nearest to its words; an update's is not the event's."""
    if _is_update(event):
        return None
    sentence = parse.sentences[event.sentence]
    start = max(sentence.start, dateline_end(parse.text))
    inside = [t for t in times if start <= t.start and t.end <= sentence.end]
    at = parse.tokens[event.main.index].start
    nearest = min(inside, key=lambda t: (t.when.precision == "unknown", abs(t.start - at)), default=None)
    return nearest.when if nearest else None


def _is_update(event: _Event) -> bool:
    return event.main.type == "effect" and bool(event.tolls) and all(toll.replaces for toll in event.tolls)


# ---------------------------------------------------------------- who


def _participants(
    parse: Parse, event: _Event, kind: IncidentType, toponyms: tuple[Toponym, ...]
) -> tuple[Participant, ...]:
    doer: ParticipantRole = "captor" if kind in CAPTIVES else "perpetrator"
    located = _located(parse, event.sentence, toponyms)
    harmed = [t.head for t in event.tolls if t.count.best]
    harmed += [i for i in event.arguments.patients if i not in located]
    found = [_participant(parse, i, _suffers_as(parse, event, i)) for i in harmed if _is_named(parse, i)]
    found += [_participant(parse, i, doer) for i in event.arguments.perpetrators if i not in located]
    unique: dict[tuple[int, int], Participant] = {}
    for participant in found:
        unique.setdefault((participant.start, participant.end), participant)
    return tuple(sorted(unique.values(), key=lambda p: (p.start, p.end)))


def _located(parse: Parse, sentence: int, toponyms: tuple[Toponym, ...]) -> set[int | None]:
    """Return the tokens of a sentence that say where, and so are neither doers nor sufferers."""
    span = parse.sentences[sentence]
    first = bisect_left(toponyms, span.start, key=lambda toponym: toponym.start)
    last = bisect_left(toponyms, span.end, lo=first, key=lambda toponym: toponym.start)
    return {head_token(parse, t.start, t.end) for t in toponyms[first:last] if t.role == "literal"}


def _is_named(parse: Parse, index: int) -> bool:
    """Tell whether a noun says who it was: "12 captured" and "the dead" do not."""
    token = parse.tokens[index]
    return (
        token.pos in {"NOUN", "PROPN"}
        and not token.text[0].isdigit()
        and token.lemma not in {"dead", "wounded", "injured"}
    )


def _participant(parse: Parse, index: int, role: ParticipantRole) -> Participant:
    span = name_span(parse, index)
    return Participant(role, kind_of(parse, index), span.text, span.start, span.end)


def _suffers_as(parse: Parse, event: _Event, index: int) -> ParticipantRole:
    goods = all(t.patient == "goods" for t in event.triggers)
    if goods or kind_of(parse, index) in {"facility", "vehicle"}:
        return "target"
    return "captive" if index in event.captives else "victim"


# ---------------------------------------------------------------- who says so


def _claim(parse: Parse, event: _Event, attributions: tuple[Attribution, ...], document: Document) -> Claim:
    at = parse.tokens[event.main.index].start
    over = sorted((a for a in attributions if a.start <= at < a.end), key=lambda a: a.end - a.start)
    speaker = next((a for a in over if a.asserted_by), None)
    cue = next((a for a in over if a.modality), speaker)
    modality = event.assertion.modality
    if modality == "fact" and cue is not None and cue.modality:
        modality = cue.modality
    sentence = _trimmed(parse, event.sentence)
    return Claim(
        start=sentence.start,
        end=sentence.end,
        text=sentence.text,
        asserted_by=speaker.asserted_by if speaker else document.source,
        relayed_by=speaker.relayed_by if speaker else (),
        cue=cue.cue if cue else None,
        quoted=any(a.quoted for a in over),
        modality=modality,
        killed=_count(event, "killed"),
        injured=_count(event, "injured"),
        captured=_count(event, "captured"),
    )


def _trimmed(parse: Parse, sentence: int) -> Span:
    """Return a sentence without the white space around it."""
    whole = parse.sentences[sentence]
    text = parse.text[whole.start : whole.end].strip()
    start = parse.text.index(text, whole.start)
    return Span(start, start + len(text), text)
