"""A document -> its tellings of incidents, before any are joined or left out: what weights are fitted on."""

from dataclasses import replace
from functools import partial

from gazetteer.index import Gazetteer
from geo import attribution, counts, dates, incidents, mentions, resolve
from geo.language import Language
from geo.model import Document, Parse, Telling, Toponym
from geo.pipeline import is_notable


def told(
    document: Document, gazetteer: Gazetteer, pipeline: Language
) -> tuple[Parse, tuple[Toponym, ...], tuple[Telling, ...]]:
    """Return the parse of a document, its toponyms, and what it tells of incidents.

    Parameters
    ----------
    document
        What to read; all of its sentences are parsed.
    gazetteer
        The places to know.
    pipeline
        The language pipeline.
    """
    parse = pipeline.parse(document.text, lambda words: is_notable(words, gazetteer))
    toponyms = resolve.resolve(mentions.find(parse, gazetteer), document, gazetteer)
    anchor = dates.anchor(document, parse)
    headed = replace(document, source=attribution.outlet(document, parse), published=anchor)
    return (
        parse,
        toponyms,
        incidents.find(
            parse,
            toponyms=toponyms,
            located=toponyms,
            times=dates.find(parse, anchor),
            tolls=counts.find(parse),
            how_many=partial(counts.how_many, parse),
            attributions=attribution.find(parse, headed),
            document=headed,
        ),
    )
