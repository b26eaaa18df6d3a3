"""A name that nobody knows, where a place's may stand: "near Zelenopillia", "the village of Logo-Wandri"."""

import re

from geo.lexicon.parties import named_sides
from geo.mentions.capitals import is_acronym
from geo.mentions.known_words import demonyms
from geo.mentions.names import WELL_KNOWN, Name, Reader, spellings, with_article, written
from geo.mentions.role_words import besieges, strikes
from geo.mentions.surroundings import Surroundings
from geo.mentions.words import name_words
from geo.syntax.tags import PLACES, POSSESSIVES

LONGEST = 7  # tokens in a place's name; hyphens and apostrophes are tokens of their own
PARTING = frozenset({"of", "the", ",", "and", "&", "/", ";"})  # words after which a name of its own may begin
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
ROADS = frozenset({"highway", "interstate", "route"})


def recognised(reader: Reader, first: int) -> Name | None:
    """Return the place that the recogniser sees here and the gazetteer does not know."""
    text, tokens = reader.text, reader.text.parse.tokens
    entity = text.entity_of[first]
    if entity is None or entity.label not in PLACES or _opens_kind(text, first, entity.last):
        return _unknown(reader, first)
    last = entity.last - 1
    while last > first and (tokens[last].text in POSSESSIVES or not tokens[last].text[0].isalnum()):
        last -= 1
    if len(tokens[first].text) < 2 or _leads_up(text, first):
        return None
    names = spellings(text, first, last)
    places = next((found for spelling in names if (found := reader.gazetteer.candidates(spelling))), ())
    if places and places[0].population < WELL_KNOWN and is_acronym(text, first, last):
        places = tuple(place for place in places if place.kind in {"country", "region"})  # "EU" is not Eu in France
    return None if not places and _is_body(text, first, last) else Name(first, last, names, places)


def _leads_up(text: Surroundings, first: int) -> bool:
    """Tell whether a capital word only leads up to a name: "Greater Manchester" is known, "Town of Dell" is not."""
    words, after = name_words(), text.word(first + 1)
    of_kind = after == "of" and f"{text.word(first)} of" in words.before
    return of_kind or (text.word(first) in words.directions and text.is_name(first + 1))


def _opens_kind(text: Surroundings, first: int, last: int) -> bool:
    """Tell whether a kind's word is all that the recogniser marked of a name: the "Colonia" of "Colonia Las Brisas"."""
    return last == first + 1 and text.word(first) in name_words().before and text.is_name(last)


def _unknown(reader: Reader, first: int) -> Name | None:
    """Return a name of which nobody knows what it is, where a place's may stand: "near Zelenopillia", "Wick Drive"."""
    text, words = reader.text, name_words()
    road = text.token(first + 1)
    if text.word(first) in ROADS and road is not None and road.text[0].isdigit():
        return Name(first, first + 1, (written(text, first, first + 1),), ())
    word = text.word(first)
    if word in words.common and not (word in words.before or word in words.directions):
        return None
    last, known = first, False
    while text.is_name(last + 1) and last + 1 < first + LONGEST:
        last += 1
        known |= text.word(last) not in words.common and bool(reader.gazetteer.candidates(text.parse.tokens[last].text))
    stands = last > first and (text.word(last) in words.after or text.word(last) in words.facilities)
    kind = last > first and text.word(first) in words.before
    if known and not (stands or kind):
        return None
    last = last if stands else hyphenated(reader, last)
    first = with_article(text.parse.tokens, first)
    before = _word_before(text, first)
    leads = any(before in known_words for known_words in (PARTING, words.locatives, words.before, words.relations))
    if not (stands or leads or besieges(before) or strikes(before)) or _is_body(text, first, last):
        return None
    return Name(first, last, spellings(text, first, last), ())


def _is_body(text: Surroundings, first: int, last: int) -> bool:
    """Tell whether a name is that of men under arms: "attacked the Kostrad", "the Golden Brigade"."""
    unit = text.word(last) in name_words().bodies and names_unit(text, first)
    return unit or written(text, first, last).casefold() in named_sides()


def is_of_group(text: Surroundings, first: int, last: int) -> bool:
    """Tell whether a name is but one end of an armed group's with a hyphen: "the Mai-Mai"."""
    own = (first, last)
    while text.word(first - 1) == "-" and text.is_name(first - 2):
        first -= 2
    while text.word(last + 1) == "-" and text.is_name(last + 2):
        last += 2
    return (first, last) != own and written(text, first, last).casefold() in named_sides()


def names_unit(text: Surroundings, first: int) -> bool:
    """Tell whether a name that ends like a body's is one by its article: "the 9th Hamza Division"."""
    words = name_words()
    first -= ORDINAL.fullmatch(text.word(first - 1)) is not None
    return text.word(first - 1) == "the" and text.word(first - 2) not in words.locatives | words.relations


def hyphenated(reader: Reader, last: int) -> int:
    """Return where a name ends if a hyphen joins it to a word that names nothing known: "Logo-Wandri", no road."""
    text, end = reader.text, last
    while text.word(end + 1) == "-" and text.is_name(end + 2) and not text.stands_apart(end + 1):
        part = text.parse.tokens[end + 2].text
        people = demonyms().keys() & {part, part.removesuffix("s")}
        if people or is_acronym(text, end + 2, end + 2) or reader.gazetteer.candidates(part):
            return last
        end += 2
    return last if text.word(end + 1) in name_words().after else end


def _word_before(text: Surroundings, index: int) -> str:
    """Return the word before a name, "nearby" and other directions skipped."""
    while text.word(index - 1) in name_words().directions and index - 1 not in text.starts:
        index -= 1
    return text.word(index - 1)
