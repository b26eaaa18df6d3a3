"""Where in a parse a place's name may stand: what the gazetteer or a lexicon knows, and what else looks like one."""

import re
from dataclasses import dataclass

from gazetteer import Gazetteer
from gazetteer.names import key
from gazetteer.place import Place
from geo.mentions.capitals import is_acronym, is_in_capitals
from geo.mentions.known_words import abbreviations, demonyms, tells_where
from geo.mentions.role_words import besieges, strikes
from geo.mentions.surroundings import Surroundings
from geo.mentions.words import name_words
from geo.model import Token
from geo.syntax.tags import PLACES, POSSESSIVES

LONGEST = 7  # tokens in a place's name; hyphens and apostrophes are tokens of their own
# "South America" is no part of "America".
HALVES = frozenset({"North", "South", "East", "West", "Central", "Latin", "New"})
PARTING = frozenset({"of", "the", ",", "and", "&", "/", ";"})  # words after which a name of its own may begin
WELL_KNOWN = 100_000  # inhabitants from which a town is not taken for a part of what the recogniser marked
NAMELIKE = re.compile(r"[^\d$]+")
SPACES = re.compile(r"\s+")
ROADS = frozenset({"highway", "interstate", "route"})


@dataclass(frozen=True, slots=True)
class Reader:
    """What reading one document needs at every step: its parse with its surroundings, and the gazetteer."""

    text: Surroundings
    gazetteer: Gazetteer


@dataclass(frozen=True, slots=True)
class Name:
    """A span of tokens ``[first, last]`` that may name a place, with the spellings to look up and what they bring."""

    first: int
    last: int
    names: tuple[str, ...]
    places: tuple[Place, ...]
    demonym: bool = False


def names_in(reader: Reader) -> list[Name]:
    """Return what may be a place's name, in order: the longest that is known, else what the recogniser marked."""
    text, index = reader.text, 0
    found: list[Name] = []
    while index < len(text.named):
        name = _name_at(reader, index) if text.named[index] else None
        if name is not None:
            while found and found[-1].last >= name.first:  # it took back a word: the "Al" of "Al-Bab"
                found.pop()
            found.append(name)
        index = name.last + 1 if name else index + 1
    return found


def _name_at(reader: Reader, first: int) -> Name | None:
    tokens = reader.text.parse.tokens
    if tokens[first].text in {"A", "An"}:
        return None
    for last in _ends(reader.text, first):
        if first == last and tokens[first].text == "The":
            break
        found = _known(reader, first, last, _surface(reader.text, first, last))
        if found and not _takes_preposition(reader.text, found):
            return _whole(reader, found)
    return None if tokens[first].text == "The" else _recognised(reader, first)


def _ends(text: Surroundings, first: int) -> list[int]:
    """Return the tokens at which a name that begins at `first` may end, the furthest first."""
    found, index, tokens, inside = [first], first + 1, text.parse.tokens, name_words().inside
    while index < min(first + LONGEST, len(tokens)) and text.passage[index] == text.passage[first]:
        if text.named[index]:
            if not _is_state_body(text, index):
                found.append(index)
        elif tokens[index].text.lower() not in inside:
            break
        index += 1
    return found[::-1]


def _surface(text: Surroundings, first: int, last: int) -> str:
    tokens = text.parse.tokens
    return SPACES.sub(" ", text.parse.text[tokens[first].start : tokens[last].end])


def _known(reader: Reader, first: int, last: int, surface: str) -> Name | None:
    """Return the name in tokens ``[first, last]`` if it is a demonym, an abbreviation or in the gazetteer."""
    word = surface.title() if surface.isupper() else surface  # cables write IRAQIS
    demonym = demonyms().get(word) or demonyms().get(word.removesuffix("s"))
    if demonym:
        return Name(first, last, (demonym,), (), demonym=True)
    return _abbreviated(reader, first, last, surface) or _listed(reader, first, last, surface)


def _abbreviated(reader: Reader, first: int, last: int, surface: str) -> Name | None:
    """Return the unit or town that a short form stands for: "Calif.", and after a place and a comma "CA"."""
    stop, end = reader.text.token(last + 1), reader.text.parse.tokens[last].end
    full = abbreviations().get(surface)
    if full is None and stop is not None and stop.text == "." and stop.start == end:
        full = abbreviations().get(surface + ".")
    if full is None or not (full[1] or _follows_place(reader.text, first)):
        return None
    return Name(first, last, (full[0],), reader.gazetteer.candidates(full[0]))


def _listed(reader: Reader, first: int, last: int, surface: str) -> Name | None:
    """Return the name in tokens ``[first, last]`` if the gazetteer has it, from its article to its end."""
    tokens = reader.text.parse.tokens
    if len(surface) < 2 or not NAMELIKE.fullmatch(surface) or (len(surface) == 2 and not surface.isupper()):
        return None
    if first == last and _is_part(reader.text, first):
        return None
    places = reader.gazetteer.candidates(surface)
    short = is_acronym(reader.text, first, last) or (len(surface) == 2 and is_in_capitals(reader.text, first))
    if not places or (short and places[0].kind not in {"country", "region"}):
        return None
    if tokens[first].text.lower() == "the" and last > first and not places[0].name.startswith("The "):
        first += 1
    first = _with_article(tokens, first)
    return Name(first, last, _spellings(reader.text, first, last), places)


def _is_part(text: Surroundings, index: int) -> bool:
    """Tell whether a common word is but the end or the beginning of a name: "University" after one, "North" before."""
    words = name_words()
    if text.word(index) in words.directions and text.is_name(index + 1):
        return True
    return text.is_name(index - 1) and text.word(index) in words.common and index not in text.starts


def _with_article(tokens: tuple[Token, ...], first: int) -> int:
    """Return where a name begins if an Arabic article is joined to it: "al-Bab"."""
    if first >= 2 and tokens[first - 1].text == "-" and tokens[first - 2].text.lower() in name_words().articles:
        return first - 2
    return first


def _whole(reader: Reader, name: Name) -> Name:
    """Return the longer name of which what was found is but a part: "Fort Hood", "South America", "Elm Street"."""
    text, words = reader.text, name_words()
    first, last = name.first, name.last
    entity = text.entity_of[first]
    large = name.demonym or (bool(name.places) and name.places[0].kind == "country")
    if large and text.is_name(first - 1) and text.parse.tokens[first - 1].text in HALVES:
        return Name(first - 1, last, (_surface(text, first - 1, last),), ())
    if text.is_name(last + 1) and text.word(last + 1) in words.after and not _is_of_body(text, last + 1, large=large):
        places = name.places if tells_where(text.word(last + 1)) else ()
        return Name(first, last + 1, _spellings(text, first, last + 1), places)
    if entity is None or entity.label not in PLACES or large or entity.last - 1 <= last:
        return name
    beyond = {text.word(index) for index in range(last + 1, entity.last)}
    if not beyond.isdisjoint(words.bodies | words.facilities | words.titles):
        return name
    longer = _recognised(reader, first)
    settled = bool(name.places) and (name.places[0].kind == "admin1" or name.places[0].population >= WELL_KNOWN)
    return name if longer is None or settled else longer


def _is_state_body(text: Surroundings, index: int) -> bool:
    """Tell whether a word is the "State" of "Ohio State University"."""
    return text.word(index) == "state" and text.is_name(index + 1)


def _is_of_body(text: Surroundings, index: int, *, large: bool) -> bool:
    """Tell whether a noun is a body's: that of "the California Department of Health", not of "Santander Department"."""
    of_body = text.word(index) in name_words().bodies and (large or text.word(index + 1) in {"of", "for"})
    return of_body or _is_state_body(text, index)


def _recognised(reader: Reader, first: int) -> Name | None:
    """Return the place that the recogniser sees here and the gazetteer does not know."""
    text, tokens = reader.text, reader.text.parse.tokens
    entity = text.entity_of[first]
    if entity is None or entity.label not in PLACES:
        return _unknown(reader, first)
    last = entity.last - 1
    while last > first and (tokens[last].text in POSSESSIVES or not tokens[last].text[0].isalnum()):
        last -= 1
    if len(tokens[first].text) < 2 or _leads_up(text, first):
        return None
    spellings = _spellings(text, first, last)
    places = next((found for spelling in spellings if (found := reader.gazetteer.candidates(spelling))), ())
    if places and places[0].population < WELL_KNOWN and is_acronym(text, first, last):
        places = tuple(place for place in places if place.kind in {"country", "region"})  # "EU" is not Eu in France
    return Name(first, last, spellings, places)


def _takes_preposition(text: Surroundings, name: Name) -> bool:
    """Tell whether a spelling begins with the preposition of its sentence: "In Gori" is Ingoré's, "In Amenas" none."""
    opens = name.first in text.starts and name.last > name.first and text.word(name.first) in name_words().locatives
    return opens and all(key(place.name) != key(name.names[0]) for place in name.places)


def _leads_up(text: Surroundings, first: int) -> bool:
    """Tell whether a capital word only leads up to a name: "Greater Manchester" is known, "Town of Dell" is not."""
    words, after = name_words(), text.word(first + 1)
    of_kind = after == "of" and f"{text.word(first)} of" in words.before
    return of_kind or (text.word(first) in words.directions and text.is_name(first + 1))


def _unknown(reader: Reader, first: int) -> Name | None:
    """Return a name of which nobody knows what it is, where a place's may stand: "near Zelenopillia", "Wick Drive"."""
    text, words = reader.text, name_words()
    road = text.token(first + 1)
    if text.word(first) in ROADS and road is not None and road.text[0].isdigit():
        return Name(first, first + 1, (_surface(text, first, first + 1),), ())
    if text.word(first) in words.common and text.word(first) not in words.before | words.directions:
        return None
    last, known = first, False
    while text.is_name(last + 1) and last + 1 < first + LONGEST:
        last += 1
        known |= text.word(last) not in words.common and bool(reader.gazetteer.candidates(text.parse.tokens[last].text))
    stands = last > first and (text.word(last) in words.after or text.word(last) in words.facilities)
    if known and not stands:
        return None
    first = _with_article(text.parse.tokens, first)
    before, leads = _word_before(text, first), PARTING | words.locatives | words.before | words.relations
    if not (stands or before in leads or besieges(before) or strikes(before)):
        return None
    return Name(first, last, _spellings(text, first, last), ())


def _word_before(text: Surroundings, index: int) -> str:
    """Return the word before a name, "nearby" and other directions skipped."""
    while text.word(index - 1) in name_words().directions and index - 1 not in text.starts:
        index -= 1
    return text.word(index - 1)


def _spellings(text: Surroundings, first: int, last: int) -> tuple[str, ...]:
    """Return the spellings to look up: with the common word beside the name, as it stands, and without that word."""
    tokens = text.parse.tokens
    surface = _surface(text, first, last)
    spellings = [f"{surface} {tokens[last + 1].text}"] if text.word(last + 1) in name_words().after else []
    spellings.append(surface)
    if last > first and tells_where(text.word(last)):
        spellings.append(_surface(text, first, last - 1))
    return tuple(dict.fromkeys(spellings))


def _follows_place(text: Surroundings, first: int) -> bool:
    """Tell whether a name and a comma stand before the token, or a party and a dash: "Gary, IN", "D-Calif."."""
    return text.word(first - 1) in {",", "-"} and text.is_name(first - 2)
