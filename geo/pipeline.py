"""A document -> its report: the only file that knows the order in which a text is read."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from textwrap import shorten

from gazetteer import Gazetteer
from gazetteer.names import key
from geo import attribution, counts, dates, incidents, language, mentions, merge, resolve, routes, worth_parsing
from geo.corrections import NONE, Corrections, corrected, corrected_names
from geo.language import Language, Worth
from geo.lexicon import load_words
from geo.model import Claim, Document, Incident, Parse, Report, Route, Toponym, When
from geo.model.precision import LANDS

NOTABLE = 50_000  # inhabitants above which a name in capitals is taken for a name rather than a word
WIDE = frozenset({"water", "terrain", "region"})
LONGEST, MOST = 90, 5  # characters, and sentences, that a warning quotes
UNDATED = "no date is known for this report"
LEFT_OUT = "taken for background, a total or a passing word, and left out"
PLACES_ONLY = "read for place names only: incidents and routes were not looked for"


def read_one(
    document: Document,
    gazetteer: Gazetteer,
    pipeline: Language,
    corrections: Corrections = NONE,
    today: date | None = None,
) -> Report:
    """Read one document.

    Parameters
    ----------
    document
        What to read.
    gazetteer
        The places to know.
    pipeline
        The language pipeline.
    corrections
        What a reader says of names; `geo.corrections.corrected_incidents` makes those of incidents.
    today
        The day on which it was published if neither it nor the head of its text says so: it anchors "Wednesday".
    """
    parse = _parsed(document, gazetteer, pipeline, worth_parsing.worth)
    document = _dated(document, parse, today)
    toponyms = _toponyms(parse, document, gazetteer, corrections)
    anchor = dates.anchor(document, parse)
    times = dates.find(parse, anchor)
    anchor = document.published or dates.newest(times, anchor)
    headed = replace(document, source=attribution.outlet(document, parse), published=anchor)  # what its head says, too
    said = attribution.find(parse, headed)
    known = incidents.with_country(parse, toponyms, gazetteer)
    named, unheard = incidents.lacking(parse, known, gazetteer)
    tellings = incidents.find(
        parse,
        toponyms=toponyms,
        located=named[: len(toponyms)],
        times=times,
        tolls=counts.find(parse),
        how_many=partial(counts.how_many, parse),
        attributions=said,
        document=headed,
    )
    shown = incidents.with_said(parse, tellings, known)
    tellings, shown = incidents.as_named(tellings, shown)
    if shown != known:
        known, (named, unheard) = shown, incidents.lacking(parse, shown, gazetteer)
    deeds = frozenset(t.sentence for t in tellings if not t.is_answer)
    moved = routes.find(parse, toponyms, times, said, headed, told=deeds)
    ways = sorted({parse.at(claim.start).sentence for route in moved for claim in route.claims})
    scene, turns = incidents.setting(parse, known), incidents.turns(parse)
    merged = merge.merge(tellings, known, document.id, scene, unheard, ways=ways, turns=turns)
    told = tuple(_bounded(incident, anchor) for incident in merged.incidents)
    report = _report(document, _located(told, toponyms, named))
    whole = replace(
        report,
        incidents=told,
        routes=tuple(_over(route, anchor) for route in moved),
        warnings=(*_undated(anchor, told), *_left_out(merged.left_out)),
    )
    return corrected(whole, corrections)


def read_places(
    document: Document,
    gazetteer: Gazetteer,
    pipeline: Language,
    corrections: Corrections = NONE,
    today: date | None = None,
) -> Report:
    """Read the place names of one document and nothing else: its sentences are not parsed.

    Parameters
    ----------
    document
        What to read.
    gazetteer
        The places to know.
    pipeline
        The language pipeline.
    corrections
        What a reader says of names.
    today
        As for `read_one`.
    """
    parse = _parsed(document, gazetteer, pipeline, language.never)
    document = _dated(document, parse, today)
    toponyms = _toponyms(parse, document, gazetteer, corrections)
    return corrected(replace(_report(document, toponyms), warnings=(PLACES_ONLY,)), corrections)


def _parsed(document: Document, gazetteer: Gazetteer, pipeline: Language, worth: Worth) -> Parse:
    return pipeline.parse(
        document.text,
        lambda words: is_notable(words, gazetteer),
        worth,
        lambda words: bool(gazetteer.candidates(words)) and mentions.may_name(words),
        gazetteer.may_begin,
    )


def _dated(document: Document, parse: Parse, today: date | None) -> Document:
    """Return the document, published on `today` if neither it nor the head of its text says when."""
    return document if today is None or dates.anchor(document, parse) else replace(document, published=today)


def _toponyms(parse: Parse, document: Document, gazetteer: Gazetteer, corrections: Corrections) -> tuple[Toponym, ...]:
    found = resolve.resolve(mentions.find(parse, gazetteer), document, gazetteer)
    return corrected_names(found, document.text, document.id, document.source, corrections)


def _report(document: Document, toponyms: tuple[Toponym, ...]) -> Report:
    """Return the report of a document in which nothing but places has been found so far."""
    return Report(
        id=document.id,
        title=document.title,
        source=document.source,
        published=document.published,
        language="en",
        text=document.text,
        toponyms=toponyms,
        incidents=(),
        routes=(),
        warnings=(),
    )


def _located(told: Sequence[Incident], toponyms: Sequence[Toponym], named: Sequence[Toponym]) -> tuple[Toponym, ...]:
    """Return the toponyms, with those places that were only worked out for the incidents that are put there."""
    used = {incident.where.toponym for incident in told if incident.where}
    last = len(named) if max(used, default=0) >= len(toponyms) else len(toponyms)
    return tuple(named[n] if n in used or n >= len(toponyms) else toponyms[n] for n in range(last))


def _bounded(incident: Incident, anchor: date | None) -> Incident:
    """Let an incident without a day end with the day of its report: what is told as done was not done later.

    A day still to come is that of something else ("will speak on Friday about the attack"); one more may be time zones.
    """
    when = incident.when
    if anchor is None or incident.stage == "threatened":
        return incident
    to_come = when is not None and when.start is not None and (when.start - anchor).days > 1
    if when and (when.start or when.end) and not to_come:
        return incident
    return replace(incident, when=When(None, anchor, "unknown", when.text if when else None))


def _over(route: Route, anchor: date | None) -> Route:
    """Let a movement without a day end with the day of its report, too; what is habitual may go on."""
    if anchor is None or route.when or route.habitual:
        return route
    return replace(route, when=When(None, anchor, "unknown", None))


def is_notable(words: str, gazetteer: Gazetteer) -> bool:
    """Tell whether lower-case words are the name of a country, a first-order unit or a large town.

    So are several words for a sea, a range or a region. A single word counts for a unit or town that is called so
    first: Rasht is also spelt Rest, and regions are called Capital. An everyday word never counts: the town of Date is
    known by what stands beside it. Nor does an article that is none of the name's.

    Parameters
    ----------
    words
        One to three words.
    gazetteer
        The places to know.
    """
    candidates = gazetteer.candidates(words)  # which remembers its answers; most words are sifted out here
    if not candidates:
        return False
    place = candidates[0]
    kinds = LANDS | WIDE if " " in words else LANDS
    large = place.kind in kinds or place.population >= NOTABLE
    if not large or words in load_words("everyday_words"):
        return False
    if words.startswith("the "):
        return place.name.startswith("The ")  # The Hague, but the Congo
    return place.kind == "country" or " " in words or (key(place.name) == key(words) and place.name[:4] != "The ")


def _undated(anchor: date | None, told: Sequence[Incident]) -> Iterator[str]:
    """Yield a warning of the days that incidents are told with and that nobody can count."""
    texts = [i.when.text for i in told if i.when is not None and i.when.precision == "unknown"]
    if anchor is None and any(texts):
        words = ", ".join(dict.fromkeys(f"“{text}”" for text in texts if text))
        yield f"{UNDATED}, so these days stay unresolved: {words}"


def _left_out(claims: Sequence[Claim]) -> Iterator[str]:
    """Yield a warning of what was read and makes no incident, so that nobody misses it without a word."""
    texts = list(dict.fromkeys(shorten(claim.text, LONGEST, placeholder="…") for claim in claims))
    if texts:
        more = f" and {len(texts) - MOST} more" if len(texts) > MOST else ""
        quoted = ", ".join(f"“{text}”" for text in texts[:MOST])
        yield f"{LEFT_OUT}: {quoted}{more}"
