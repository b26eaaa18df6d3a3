"""A parsed text with its places, times, numbers and speakers -> every telling of an incident in it.

Tellings of the same incident are joined afterwards, by `merge`.
"""

from bisect import bisect_left
from collections import defaultdict

from geo.incidents.items import joined_in_items
from geo.incidents.one_telling import Text, telling_of, telling_that_lays, telling_that_names
from geo.incidents.what.consequences import with_tolls
from geo.incidents.what.duds import with_duds
from geo.incidents.what.events import Event, events
from geo.incidents.what.no_news.dying import without_dying
from geo.incidents.what.no_news.figures import is_figure
from geo.incidents.what.no_news.news import News
from geo.incidents.what.one_event.parting import parted
from geo.incidents.what.one_event.results import with_their_results
from geo.incidents.what.triggers import find as find_triggers
from geo.incidents.what.voices import by_speaker
from geo.incidents.when.day_below import with_day_below
from geo.incidents.who.around.identifying import identified
from geo.incidents.who.around.unharmed import with_unharmed
from geo.incidents.who.around.who_came import with_comers
from geo.incidents.who.captives import HowMany, with_captives, with_executed
from geo.incidents.who.charges.laying import laid
from geo.incidents.who.sides import countries_named
from geo.model import (
    Attribution,
    Document,
    Parse,
    Telling,
    TimeExpression,
    Toll,
    Toponym,
)


def find(
    parse: Parse,
    *,
    toponyms: tuple[Toponym, ...],
    located: tuple[Toponym, ...],
    times: tuple[TimeExpression, ...],
    tolls: tuple[Toll, ...],
    how_many: HowMany,
    attributions: tuple[Attribution, ...],
    document: Document,
) -> tuple[Telling, ...]:
    """Return each telling of an incident, in the order of the text.

    Parameters
    ----------
    parse, toponyms, times, tolls, attributions
        The text and what the earlier stages found in it.
    located
        The toponyms again, with names that the gazetteer lacks put somewhere in the report's country.
    how_many
        Says how many people a noun speaks of.
    document
        Where the text comes from: its source speaks where nobody else is named.
    """
    triggers = with_tolls(find_triggers(parse), tolls)
    news = News(parse, times, document)
    countries = countries_named(toponyms)
    text = Text(document, parse, toponyms, located, times, attributions, news.paragraphs, countries, how_many)
    counted: dict[int, list[Toll]] = defaultdict(list)
    for toll in tolls:
        counted[parse.tokens[toll.trigger].sentence].append(toll)
    fresh: list[list[Event]] = []
    for sentence in parse.sentences:
        first, end = (bisect_left(triggers, at, key=lambda t: t.index) for at in (sentence.first, sentence.last))
        inside = triggers[first:end]
        found = events(parse, inside, tuple(counted[sentence.index]), sentence.index) if inside else []
        found = [with_executed(parse, with_captives(parse, event, how_many), how_many) for event in found]
        found = _taken_apart(parse, found, toponyms, attributions)
        fresh.append(news.fresh(sentence, found))
    fresh = joined_in_items(parse, fresh, toponyms, attributions)
    fresh = with_comers(parse, with_duds(parse, fresh, triggers), toponyms, news.paragraphs)
    fresh = without_dying(parse, with_unharmed(parse, fresh, tolls))
    told = [telling_of(text, event) for events_told in fresh for event in events_told]
    told = [with_day_below(parse, telling, times, news.paragraphs, told) for telling in told]
    begun = {t.sentence: t.incident.trigger.start for t in sorted(told, key=lambda t: -t.incident.trigger.start)}
    laying = [telling_that_lays(text, each) for each in laid(parse, begun, attributions)]
    naming = [telling_that_names(text, each) for sentence in parse.sentences for each in identified(parse, sentence)]
    stated = [t for t in (*told, *laying) if not t.is_answer]
    begun = {t.sentence: t.incident.trigger.start for t in sorted(stated, key=lambda t: -t.incident.trigger.start)}
    return tuple(sorted((*told, *laying, *naming), key=lambda t: (t.sentence, _rank(t, begun))))


def _rank(telling: Telling, begun: dict[int, int]) -> int:
    """Return how far back in its sentence a telling comes: an answer is of what was told before it, there, too."""
    if not telling.is_answer:
        return 1
    return 2 if telling.incident.trigger.start > begun.get(telling.sentence, telling.incident.trigger.start) else 0


def _taken_apart(
    parse: Parse, found: list[Event], toponyms: tuple[Toponym, ...], attributions: tuple[Attribution, ...]
) -> list[Event]:
    """Return a sentence's events, one for each speaker and place that it tells apart, results with their causes."""
    spoken = [part for event in found for part in by_speaker(parse, event, attributions)]
    real = [event for event in spoken if not is_figure(parse, event, toponyms)]
    return [
        part
        for event in with_their_results(parse, real, toponyms, attributions)
        for part in parted(parse, event, toponyms)
    ]
