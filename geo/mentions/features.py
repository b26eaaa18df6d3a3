"""What speaks for and against a name being a place's: features that can be read, not numbers."""

from collections.abc import Iterator

from rapidfuzz import fuzz

from gazetteer.names import key
from gazetteer.place import Place
from gazetteer.skeleton import skeleton
from geo.mentions.beside import AFTER, BEFORE, after, before, is_on_a_way
from geo.mentions.known_words import noun_of
from geo.mentions.names import Name
from geo.mentions.owners import Owner
from geo.mentions.surroundings import Surroundings
from geo.mentions.unheard import ROADS
from geo.mentions.words import name_words
from geo.model.precision import LANDS
from geo.syntax.tags import DASHES

# What the gazetteer knows by a name, and what the recogniser takes it for.
EXTENSIVE = {"country": "country", "admin1": "unit", "admin2": "county", "section": "site", "facility": "site"}
KNOWN_AS = ("country", "unit", "county", "city", "town", "village", "region", "site", "unknown")
LABELS = {"GPE": "place", "LOC": "place", "FAC": "site", "PERSON": "person", "ORG": "body", "NORP": "people"}
LABELLED = ("place", "site", "person", "body", "people", "else", "nothing")
OWN = (
    "a byname", "its full name", "only one of its name", "many of its name", "a common word", "an everyday word",
    "written small", "a forename with a name", "a person here", "in a person's name", "in a longer name",
    "ends in a unit", "ends in a water", "ends in a road", "ends in a site", "begins in a kind", "a number in it",
    "a road", "the", "headline", "dateline", "at a site", "illness", "unknown after in", "village after in",
    "known on a way",
)  # fmt: skip
# What the document's other names make of it; `judging.companies` reckons these.
COMPANY = (
    "place elsewhere", "no place elsewhere", "beside a place", "beside a place of its country", "in a unit",
    "a unit of a place", "only of a country named", "from a place to it",
)  # fmt: skip
FEATURES = (*(f"{known} as {label}" for known in KNOWN_AS for label in LABELLED), *BEFORE, *AFTER, *OWN, *COMPANY)

SEATS = frozenset({"PPLC", "PPLA", "PPLA2"})  # GeoNames: capitals of countries, first- and second-order units
CITY, TOWN = 100_000, 15_000  # inhabitants
MANY = 4  # towns of one name
ALIKE = 82  # per cent of the letters that two transliterations of one name share
FIRST = 5  # candidates of a name that are looked at
SMALL = frozenset({"village", "unknown"})
LITTLE_KNOWN = frozenset({"village", "town", "site"})
SITS = frozenset({"after in", "after a kind of", "after a part of"})
DATELINE_MARKS = DASHES | {",", "(", ":"}


def features(text: Surroundings, name: Name, owned: Owner | None) -> tuple[str, ...]:
    """Return the features of a name where it stands, `COMPANY` left out.

    Parameters
    ----------
    text, name
        The name where it stands.
    owned
        What sort of name it stands in, as `owner` tells.
    """
    place = likeliest(name)
    found = (_of_gazetteer(name, place), _of_words(text, name), _of_shape(text, name), _of_document(text, name))
    own = (feature for features in found for feature in features)
    sited = ("at a site",) if owned == "facility" else ()
    stands = before(text, name)
    known = _known(place)
    sits = (f"{known} after in",) if known in SMALL and stands in SITS and not _has_article(text, name) else ()
    leads = ("known on a way",) if known in LITTLE_KNOWN and is_on_a_way(text, name) else ()
    return (f"{known} as {_label(text, name)}", stands, after(text, name), *own, *sited, *sits, *leads)


def _has_article(text: Surroundings, name: Name) -> bool:
    """Tell whether an article stands before a name, as before bodies: "in the Senate"."""
    return text.word(name.first - 1) == "the"


def likeliest(name: Name) -> Place | None:
    """Return the place that a name most likely means: a country or unit, else the first that is itself called so."""
    if not name.places or name.places[0].kind in LANDS:
        return name.places[0] if name.places else None
    called = (place for place in name.places[:FIRST] if is_called(place, name))
    return next(called, name.places[0])


def is_called(place: Place, name: Name) -> bool:
    """Tell whether a name is the place's own, transliterated one way or another, or a unit's without "Province of".

    Parameters
    ----------
    place, name
        A name and one of its places.
    """
    own, called = key(place.name), [key(spelling) for spelling in name.names]
    if place.kind == "admin2" and any(own.endswith(each) for each in called):
        return True
    if any(own == each or fuzz.ratio(own, each) >= ALIKE for each in called):
        return True
    bones = skeleton(place.name)
    return bones != "" and any(bones == skeleton(spelling) for spelling in name.names)


def _known(place: Place | None) -> str:
    """Return how much of a place the gazetteer knows, one of `KNOWN_AS`."""
    if place is None:
        return "unknown"
    if place.kind != "populated_place":
        return EXTENSIVE.get(place.kind, "region")
    if place.population >= CITY:
        return "city"
    return "town" if place.population >= TOWN or place.feature in SEATS else "village"


def _label(text: Surroundings, name: Name) -> str:
    """Return what the recogniser takes a name for, one of `LABELLED`."""
    entity = text.entity_of[name.first] or text.entity_of[name.last]
    return LABELS.get(entity.label, "else") if entity else "nothing"


def _of_gazetteer(name: Name, place: Place | None) -> Iterator[str]:
    if place is None:
        return
    if place.kind != "country" and not is_called(place, name):
        yield "a byname"
    elif name.last > name.first:
        yield "its full name"
    if len(name.places) == 1:
        yield "only one of its name"
    elif sum(place.kind == "populated_place" for place in name.places) >= MANY:
        yield "many of its name"


def _of_words(text: Surroundings, name: Name) -> Iterator[str]:
    """Yield what a name's words are otherwise."""
    words, first, last = name_words(), text.word(name.first), text.word(name.last)
    if name.first == name.last:
        yield from _of_word(text, name)
        return
    if last in words.after:
        yield f"ends in a {noun_of(last)}"
    elif last in words.facilities:
        yield "ends in a site"
    if first in words.before:
        yield "begins in a kind"


def _of_word(text: Surroundings, name: Name) -> Iterator[str]:
    words, word = name_words(), text.word(name.first)
    if word in words.common:
        yield "a common word"
    elif word in words.everyday:
        yield "an everyday word"
    if word in words.given and text.is_name(name.last + 1):
        yield "a forename with a name"
    if word in text.small:
        yield "written small"


def _of_shape(text: Surroundings, name: Name) -> Iterator[str]:
    words, token = name_words(), text.parse.tokens[name.first]
    if any(c.isdigit() for c in text.parse.text[token.start : text.parse.tokens[name.last].end]):
        yield "a road" if text.word(name.first) in ROADS else "a number in it"
    if _has_article(text, name):
        yield "the"
    if text.in_headline(name.first):
        yield "headline"
    opens = name.first in text.starts and token.text.isupper() and text.word(name.first) not in words.common
    if opens and text.word(name.last + 1) in DATELINE_MARKS:
        yield "dateline"
    if not words.illnesses.isdisjoint((text.word(name.last + 1), text.word(name.last + 2))):
        yield "illness"


def _of_document(text: Surroundings, name: Name) -> Iterator[str]:
    """Yield what a name's own words are a part of, here or elsewhere in the document."""
    tokens = text.parse.tokens
    if name.first == name.last and tokens[name.first].text in text.people and _label(text, name) != "place":
        yield "a person here"
    entity = text.entity_of[name.first] or text.entity_of[name.last]
    if entity is None:
        return
    others = (*tokens[entity.first : name.first], *tokens[name.last + 1 : entity.last])
    if any(token.text[0].isupper() for token in others):
        yield "in a person's name" if entity.label == "PERSON" else "in a longer name"
