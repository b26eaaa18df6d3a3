"""One event of a parsed text -> its telling: what is said of it, and how it is told."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from geo.denials import others_did
from geo.incidents.claims import claim, standing
from geo.incidents.in_care import tells_of_care
from geo.incidents.own_deeds import own_doer, pronouns_named, told_before
from geo.incidents.what.conquest import without_ground
from geo.incidents.what.events import Event, points_back
from geo.incidents.what.harm import are_more, are_of_the_hurt, only_befell
from geo.incidents.what.incident_types import incident_type
from geo.incidents.what.no_news.bareness import says_nothing
from geo.incidents.what.no_news.summaries import is_summary
from geo.incidents.what.one_event.answered import is_answered
from geo.incidents.what.one_event.counted import is_nth
from geo.incidents.what.one_event.of_several import how_many_told, place_among_told
from geo.incidents.what.one_event.parting import own_placing
from geo.incidents.what.one_event.set_up import is_set_up
from geo.incidents.what.one_event.settings import is_the_same, setting_of
from geo.incidents.what.telltale import telltale
from geo.incidents.what.wreckage import is_wreckage
from geo.incidents.when.day_around import day_around, is_set_apart
from geo.incidents.when.timing import is_update, time_of
from geo.incidents.where.known_scene import has_known_scene
from geo.incidents.where.place_after import place_after
from geo.incidents.where.place_before import place_before
from geo.incidents.where.place_of_care import place_of_care
from geo.incidents.where.place_otherwise import Placing
from geo.incidents.where.placing import place, where_of
from geo.incidents.where.titles import is_title
from geo.incidents.who.around.comments import with_others
from geo.incidents.who.around.recalling import brought_up, recalled
from geo.incidents.who.around.told_before import (
    is_by_known,
    is_cabled,
    is_of_some,
    is_of_them,
    is_pointed_at,
    known_means,
)
from geo.incidents.who.captives import HowMany
from geo.incidents.who.casting import cast
from geo.incidents.who.charges.laid import Laid
from geo.incidents.who.charges.speaking import named, voice
from geo.incidents.who.nouns.kinds import kind_of
from geo.incidents.who.participants import participants, weapons
from geo.model import (
    DOERS,
    Attribution,
    Document,
    Incident,
    IncidentType,
    Modality,
    Parse,
    Span,
    Telling,
    TimeExpression,
    Toponym,
    Where,
)
from geo.syntax import ancestors, children, upward

EARLIER = frozenset({"after", "since"})
LARGER = frozenset({"initial", "ensuing", "subsequent", "follow-up", "secondary"})


@dataclass(frozen=True, slots=True)
class Text:
    """A document, parsed, with what the earlier stages found in it; `located` has places for unknown names, too."""

    document: Document
    parse: Parse
    toponyms: tuple[Toponym, ...]
    located: tuple[Toponym, ...]
    times: tuple[TimeExpression, ...]
    attributions: tuple[Attribution, ...]
    paragraphs: tuple[int, ...]
    countries: Mapping[str, str]
    how_many: HowMany


def telling_of(text: Text, event: Event) -> Telling:
    """Return the telling of an event."""
    parse, toponyms, sentence = text.parse, text.toponyms, text.parse.sentences[event.sentence]
    event, conquers = without_ground(parse, event, toponyms)
    kind = "battle" if conquers else incident_type(parse, event)
    placing = _placing(text, event)
    named = pronouns_named(parse, event, placed=placing is not None)
    event = _with_own_doer(parse, event)
    incident = _incident(text, event, kind, placing)
    inside, in_care = setting_of(parse, event), tells_of_care(parse, event)
    nth = is_nth(parse, event.main)
    counted = nth and incident.when is not None and incident.when.precision != "day"  # "in the last 12 hours"
    if counted or (inside is not None and is_the_same(parse, inside)):  # its day is when somebody died of it
        incident = replace(incident, when=None)
    return Telling(
        incident=incident,
        sentence=event.sentence,
        definite=nth or inside is not None or _is_definite(parse, event, named),
        phase=_is_phase(parse, event),
        update=is_update(parse, event) or (event.main.noun and any(t.replaces for t in event.tolls)),
        bare=not event.supported or says_nothing(parse, event, incident),
        general=(kind == "attack" and (event.main.noun or event.main.type == "effect" or not event.supported))
        or event.is_beside,
        noun=event.main.noun,
        known=any(is_pointed_at(parse, i) or is_cabled(parse, i) for i in event.arguments.patients),
        means=known_means(parse, event),
        result=only_befell(parse, event, inside=inside is not None or in_care) and not is_title(parse, sentence),
        paragraph=text.paragraphs[event.sentence],
        place_said=placing.name if placing else None,
        signs=telltale(parse, event, incident, text.document.published),
        before=_place_before(text, event),
        after=place_after(parse, event.sentence, text.located),
        around=day_around(parse, event.main.index, text.times, text.paragraphs, text.document.published),
        apart=is_set_apart(parse, sentence),
        same_doers=is_by_known(parse, event),
        inside=inside is not None,
        part=is_of_some(parse, event),
        in_care=in_care,
        wreckage=is_wreckage(parse, event),
        adds=are_of_the_hurt(parse, event),
        more=are_more(parse, event),
        answered=is_answered(parse, event.main),
        nth=nth,
        set_up=is_set_up(parse, event),
        of_own=not event.main.noun and others_did(parse, parse.tokens[event.main.index]),
        headed=any(t.until and t.when is incident.when for t in text.times),
        brought_up=brought_up(parse, sentence, text.how_many, kind),
        recalled=recalled(parse, sentence, text.how_many),
        known_scene=kind == "seizure" and has_known_scene(parse, sentence, toponyms),
        summary=is_summary(parse, sentence),
        several=how_many_told(parse, event.main),
        ordinal=place_among_told(parse, event.main),
    )


def _is_definite(parse: Parse, event: Event, named: frozenset[int]) -> bool:
    """Tell whether words point back: the event's own, or those of which they say how it came: "the attack occurred"."""
    subjects = (t for t in event.triggers if t.noun and parse.tokens[t.index].dep == "nsubj")
    own = points_back(parse, event.main, named) or is_of_them(parse, event)
    return own or any(points_back(parse, t, named) for t in subjects)


def _place_before(text: Text, event: Event) -> Where | None:
    """Return the place that an event may take over from the words before it, or from who cares for the hurt."""
    found = place_before(text.parse, event.main.index, text.located, text.paragraphs)
    return found or place_of_care(text.parse, event, text.toponyms)


def _placing(text: Text, event: Event) -> Placing | None:
    """Return the place that an event's own words give it, or else the nearest of one of its verbs and nouns.

    Of "stopped a lorry at Birao and found 22 rifles" the second verb has the place of the first.
    """
    indices = (event.main.index, *(t.index for t in event.triggers), *_verbs_before(text.parse, event.main.index))
    told = (place(text.parse, index, text.toponyms) for index in indices)
    found = own_placing(text.parse, event, text.toponyms) or next(filter(None, told), None)
    return None if found is not None and _is_of_another(text, event, found) else found


def _verbs_before(parse: Parse, verb: int) -> Iterator[int]:
    """Yield the verbs before one that shares their subject."""
    while parse.tokens[verb].dep == "conj" and not children(parse, verb, "nsubj", "nsubjpass"):
        verb = parse.tokens[verb].head
        yield verb


def _is_of_another(text: Text, event: Event, placing: Placing) -> bool:
    """Tell whether a place is that of an event long before: "the raid came a week after a councillor was shot in"."""
    if placing.toponym is None or not event.main.noun or not points_back(text.parse, event.main):
        return False
    span, parse = text.toponyms[placing.toponym], text.parse
    own = {t.index for t in upward(parse, event.main.index)}
    for token in parse.between(span.start, span.end)[:1]:
        for above in (t for t in ancestors(parse, token.index) if t.index not in own):
            marks = {t.lemma for t in children(parse, above.index, "mark")} | {parse.tokens[above.head].lemma}
            if above.dep in {"advcl", "pobj", "pcomp"} and marks & EARLIER:
                return True
    return False


def _incident(text: Text, event: Event, kind: IncidentType, placing: Placing | None) -> Incident:
    """Return what an event's telling says of it; its id is not known yet."""
    parse, toponyms = text.parse, text.toponyms
    said = claim(parse, event, text.attributions, text.document, text.countries)
    parts = cast(parse, event, toponyms)
    trigger, modality = _span(parse, event.main.tokens), standing(parse, event, said)
    people = participants(parse, event, kind, parts, toponyms)
    if said.modality == "denied" != modality:  # who denies a part in it did not do it
        people = tuple(p for p in people if p.role not in DOERS or p.start > trigger.start)
    incident = Incident(
        id="",
        part_of=None,
        type=kind,
        stage=event.assertion.stage,
        modality=modality,
        trigger=trigger,
        when=time_of(parse, event, text.times),
        where=where_of(parse, placing, toponyms, text.located),
        participants=people,
        weapons=weapons(parse, parts),
        killed=said.killed,
        injured=said.injured,
        captured=said.captured,
        claims=(said,),
    )
    sentence = parse.sentences[event.sentence]
    return replace(incident, claims=with_others(incident, parse, sentence, event.main.index, text.attributions))


def telling_that_lays(text: Text, laid_on: Laid) -> Telling:
    """Return the telling of words that only say who did what was told; where they stand is not where it was."""
    plain = telling_of(text, laid_on.event)
    by = next((named(text.parse, i, text.attributions) for i in laid_on.by), plain.incident.claims[0].asserted_by)
    said = replace(plain.incident.claims[0], asserted_by=by, modality=laid_on.modality)
    modality: Modality = "denied" if laid_on.modality == "denied" else "fact"
    incident = replace(plain.incident, modality=modality, where=None, when=None, claims=(said,))
    known = replace(plain, incident=incident, definite=True, general=True, bare=True, place_said=None)
    calls = voice(text.parse, by, text.parse.sentences[plain.sentence]) if by and modality == "denied" else ""
    return replace(known, of_own=laid_on.of_own, firm=laid_on.firm, unharmed=laid_on.unharmed, voice=calls)


def telling_that_names(text: Text, event: Event) -> Telling:
    """Return the telling of words that only say who the victims were; it makes no incident and says no place or day."""
    plain = telling_of(text, event)
    incident = replace(plain.incident, where=None, when=None)
    return replace(plain, incident=incident, definite=True, bare=True, place_said=None)


def _with_own_doer(parse: Parse, event: Event) -> Event:
    """Return the event with the speaker among its doers where he tells of his own deed.

    Where a ministry's air force did it, the ministry is none.
    """
    doer = own_doer(parse, event)
    if doer is None or (event.arguments.perpetrators and kind_of(parse, doer) == "government"):
        return event
    before = {i for i in told_before(parse, event) if kind_of(parse, i) != kind_of(parse, doer)}  # no "they" of his
    doers = (doer, *(i for i in event.arguments.perpetrators if i not in before))
    return replace(event, arguments=replace(event.arguments, perpetrators=doers))


def _is_phase(parse: Parse, event: Event) -> bool:
    modifiers = {t.lemma for t in children(parse, event.main.index, "amod", "compound")}
    return event.main.noun and bool(modifiers & LARGER)


def _span(parse: Parse, tokens: Iterable[int]) -> Span:
    indices = sorted(tokens)
    start, end = parse.tokens[indices[0]].start, parse.tokens[indices[-1]].end
    return Span(start, end, parse.text[start:end])
