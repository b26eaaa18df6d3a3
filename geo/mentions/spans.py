"""Where in a parse a place's name may stand: what the gazetteer or a lexicon knows, and what the recogniser sees."""

import re
from dataclasses import dataclass
from functools import cache

from gazetteer import Gazetteer
from gazetteer.place import Place
from geo.lexicon import load_rows
from geo.mentions.naming import PLACE_LABELS, Surroundings, name_words
from geo.mentions.usage import POSSESSIVES
from geo.model import Token

LONGEST = 7  # tokens in a place's name; hyphens and apostrophes are tokens of their own
HALVES = frozenset(
    {"North", "South", "East", "West", "Central", "Latin", "New"}
)  # "South America" is no part of "America"
PARTING = frozenset({"of", "the", ",", "and"})  # words after which a name of its own may begin
GOVERNED = frozenset({"admin1", "admin2", "populated_place", "section", "country"})
WELL_KNOWN = 100_000  # inhabitants from which a bare capitalised name is taken for the town without further proof
NAMELIKE = re.compile(r"[^\d$]+")
SPACES = re.compile(r"\s+")


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
    while index < len(text.parse.tokens):
        name = _name_at(reader, index) if text.is_name(index) else None
        if name is not None:
            while found and found[-1].last >= name.first:  # it took back a word: the "Al" of "Al-Bab"
                found.pop()
            found.append(name)
        index = name.last + 1 if name else index + 1
    return found


def _name_at(reader: Reader, first: int) -> Name | None:
    tokens = reader.text.parse.tokens
    if tokens[first].text in {"A", "An"} and tokens[first].pos == "DET":
        return None
    for last in _ends(reader.text, first):
        surface = _surface(reader.text, first, last)
        if first == last and tokens[first].text == "The":
            break
        found = _known(reader, first, last, surface)
        if found:
            return _whole(reader, found)
    return _recognised(reader, first)


def _ends(text: Surroundings, first: int) -> list[int]:
    """Return the tokens at which a name that begins at `first` may end, the furthest first."""
    found, index, tokens, words = [first], first + 1, text.parse.tokens, name_words()
    while index < min(first + LONGEST, len(tokens)) and tokens[index].sentence == tokens[first].sentence:
        if text.is_name(index):
            found.append(index)
        elif tokens[index].text.lower() not in words.inside and tokens[index].text not in {"\n", "."}:
            break
        index += 1
    return found[::-1]


def _surface(text: Surroundings, first: int, last: int) -> str:
    tokens = text.parse.tokens
    return SPACES.sub(" ", text.parse.text[tokens[first].start : tokens[last].end])


def _known(reader: Reader, first: int, last: int, surface: str) -> Name | None:
    """Return the name in tokens ``[first, last]`` if it is a demonym, an abbreviation or in the gazetteer."""
    demonym = _demonyms().get(surface) or (_demonyms().get(surface[:-1]) if surface.endswith("s") else None)
    if demonym:
        return Name(first, last, (demonym,), (), demonym=True)
    return _abbreviated(reader, first, last, surface) or _listed(reader, first, last, surface)


def _abbreviated(reader: Reader, first: int, last: int, surface: str) -> Name | None:
    """Return the unit or town that a short form stands for: "Calif.", and after a place and a comma "CA"."""
    stop, end = reader.text.token(last + 1), reader.text.parse.tokens[last].end
    full = _abbreviations().get(surface)
    if full is None and stop is not None and stop.text == "." and stop.start == end:
        full = _abbreviations().get(surface + ".")
    if full is None or not (full[1] or _follows_place(reader.text, first)):
        return None
    return Name(first, last, (full[0],), reader.gazetteer.candidates(full[0]))


def _listed(reader: Reader, first: int, last: int, surface: str) -> Name | None:
    """Return the name in tokens ``[first, last]`` if the gazetteer has it, from its article to its end."""
    tokens = reader.text.parse.tokens
    if len(surface) < 2 or not NAMELIKE.fullmatch(surface) or (len(surface) == 2 and not surface.isupper()):
        return None
    places = reader.gazetteer.candidates(surface)
    if not places or (_is_acronym(reader.text, first, last) and places[0].kind != "country"):
        return None
    if tokens[first].text.lower() == "the" and last > first and not places[0].name.startswith("The "):
        first += 1
    first = _with_article(tokens, first)
    return Name(first, last, _spellings(reader.text, first, last), places)


def _is_acronym(text: Surroundings, first: int, last: int) -> bool:
    """Tell whether a name is one short word in capitals among words that are not: "FAO", not "ADEN" in a cable."""
    word = text.parse.tokens[first].text.replace(".", "")
    if first != last or len(word) > 4 or not word.isupper():
        return False
    return any(t.text[0].islower() for t in text.parse.tokens[max(0, first - 4) : last + 5])


def _with_article(tokens: tuple[Token, ...], first: int) -> int:
    """Return where a name begins if an Arabic article is joined to it: "al-Bab"."""
    if first >= 2 and tokens[first - 1].text == "-" and tokens[first - 2].text.lower() in name_words().articles:
        return first - 2
    return first


def _whole(reader: Reader, name: Name) -> Name:
    """Return the longer name of which what was found is but a part: "Fort Hood", "South America", "Elm Street"."""
    text, words = reader.text, name_words()
    first, last = name.first, name.last
    entity, before, after = text.entity_of[first], text.token(first - 1), text.token(last + 1)
    large = name.demonym or (bool(name.places) and name.places[0].kind == "country")
    if large and before is not None and before.text in HALVES and text.is_name(first - 1):
        return Name(first - 1, last, (_surface(text, first - 1, last),), ())
    if after is not None and after.text.lower() in words.after and text.is_name(last + 1):
        return Name(first, last + 1, _spellings(text, first, last + 1), name.places if _tells_where(after) else ())
    if entity is None or entity.label not in PLACE_LABELS or large or entity.last - 1 <= last:
        return name
    longer = _recognised(reader, first)
    settled = bool(name.places) and (name.places[0].kind == "admin1" or name.places[0].population >= WELL_KNOWN)
    return name if longer is None or settled else longer


def _tells_where(noun: Token) -> bool:
    """Tell whether what a noun makes of a place's name lies there: a "district" does, a "street" or "river" not."""
    return bool(_kinds_after().get(noun.text.lower(), frozenset()) & GOVERNED)


@cache
def _kinds_after() -> dict[str, frozenset[str]]:
    rows = load_rows("place_nouns", ("word", "position", "kinds"))
    return {word: frozenset(kinds.split("|")) for word, position, kinds in rows if position == "after"}


def _recognised(reader: Reader, first: int) -> Name | None:
    """Return the place that the recogniser sees here and the gazetteer does not know."""
    text, tokens = reader.text, reader.text.parse.tokens
    entity = text.entity_of[first]
    if entity is None or entity.label not in PLACE_LABELS:
        return _unknown(reader, first)
    if tokens[first].pos not in {"PROPN", "NOUN", "ADJ"}:
        return None
    last = entity.last - 1
    while last > first and (tokens[last].text in POSSESSIVES or not tokens[last].text[0].isalnum()):
        last -= 1
    if len(tokens[first].text) < 2 or (first == last and is_common(tokens[first])):
        return None
    spellings = _spellings(text, first, last)
    places = next((found for spelling in spellings if (found := reader.gazetteer.candidates(spelling))), ())
    return Name(first, last, spellings, places)


def _unknown(reader: Reader, first: int) -> Name | None:
    """Return a name of which nobody knows what it is, where a place's may stand: "near Zelenopillia"."""
    text, tokens = reader.text, reader.text.parse.tokens
    before = text.token(first - 1)
    if tokens[first].pos != "PROPN" or before is None or is_common(tokens[first]):
        return None
    parting = PARTING | name_words().locatives | name_words().before
    if before.text.lower() not in parting and tokens[first].dep not in {"dobj", "nsubjpass"}:
        return None
    last = first
    while text.is_name(last + 1) and tokens[last + 1].pos == "PROPN" and last + 1 < first + LONGEST:
        last += 1
        if reader.gazetteer.candidates(tokens[last].text):
            return None
    return Name(first, last, _spellings(text, first, last), ())


def is_common(token: Token) -> bool:
    """Tell whether a word alone is a common noun or a direction, though some hamlet bears it as a name."""
    words, word = name_words(), token.text.lower()
    return any(
        word in group
        for group in (
            words.not_places,
            words.directions,
            words.bodies,
            words.facilities,
            words.after,
            words.before,
            words.titles,
        )
    )


def _spellings(text: Surroundings, first: int, last: int) -> tuple[str, ...]:
    """Return the spellings to look up: with the common word beside the name, as it stands, and without that word."""
    tokens, words = text.parse.tokens, name_words()
    surface = _surface(text, first, last)
    after = text.token(last + 1)
    spellings = [f"{surface} {after.text}"] if after is not None and after.text.lower() in words.after else []
    spellings.append(surface)
    if last > first and _tells_where(tokens[last]):
        spellings.append(_surface(text, first, last - 1))
    return tuple(dict.fromkeys(spellings))


@cache
def _demonyms() -> dict[str, str]:
    """Return {word for the people and things of a place: the spelling to look up}; of a country, the word itself."""
    of_countries = {demonym: demonym for demonym, _, _ in load_rows("demonyms", ("demonym", "country", "kind"))}
    return dict(load_rows("region_demonyms", ("demonym", "place"))) | of_countries  # type: ignore[arg-type]


@cache
def _abbreviations() -> dict[str, tuple[str, bool]]:
    """Return {abbreviation: (name to look up, whether it needs no place before it)}."""
    rows = load_rows("place_abbreviations", ("abbreviation", "name", "country", "where"))
    return {short: (name, where == "anywhere") for short, name, _, where in rows}


def _follows_place(text: Surroundings, first: int) -> bool:
    """Tell whether a name and a comma stand before the token."""
    comma, before = text.token(first - 1), text.token(first - 2)
    return comma is not None and comma.text == "," and before is not None and text.is_name(first - 2)
