"""Where in a parse a place's name may stand: what the gazetteer or a lexicon knows, and what else looks like one."""

import re
from collections.abc import Sequence
from dataclasses import replace

from gazetteer.names import key
from gazetteer.place import Place
from geo.lexicon.shared import calendar_words
from geo.mentions.capitals import is_acronym, is_in_capitals
from geo.mentions.known_words import abbreviations, demonyms, kinds_after, tells_where
from geo.mentions.names import Name, Reader, is_settled, spellings, with_article, written
from geo.mentions.surroundings import Surroundings
from geo.mentions.unheard import LONGEST, hyphenated, names_unit, recognised
from geo.mentions.words import name_words
from geo.model.precision import LANDS
from geo.syntax.tags import FIGURES, PLACES, POSSESSIVES

# "South America" is no part of "America".
HALVES = frozenset({"north", "south", "east", "west", "central", "latin", "new"})
WIDE = LANDS | {"region", "terrain"}
OF, THE = frozenset({"de", "del", "da", "do", "dos", "das"}), frozenset({"la", "las", "los"})
LABELS = frozenset({"para", "paras", "annex", "tab", "ser", "ref", "item"})
ELIDED = re.compile(r"[dl]['’][A-ZÀ-Ý]")  # "Saut-d'Eau"
SHORT = 2  # letters of a short form that may be a word
LONGEST_SITE = 3  # words: "Westgate shopping mall"
NAMELIKE = re.compile(r"[^\d$]+")


def names_in(reader: Reader) -> list[Name]:
    """Return what may be a place's name, in order: the longest that is known, else what the recogniser marked."""
    text, index = reader.text, 0
    found: list[Name] = []
    while index < len(text.named):
        name = _name_at(reader, index) if text.named[index] else None
        if name is not None:
            while found and found[-1].last >= name.first:  # it took back a word: the "Al" of "Al-Bab"
                found.pop()
            found.append(_sited(reader, name))
        index = name.last + 1 if name else index + 1
    return found


def _sited(reader: Reader, name: Name) -> Name:
    """Return a name with what it is called in full first, where words in small letters end that: "Maze prison"."""
    text, last = reader.text, name.last
    sites = name_words().after | name_words().facilities
    while last < name.last + LONGEST_SITE and text.word(last + 1).isalpha() and not text.is_name(last + 1):
        last += 1
        full = written(text, name.first, last)
        if text.word(last) in sites and reader.gazetteer.candidates(full):
            return replace(name, names=tuple(dict.fromkeys((full, *name.names))))
    return name


def _name_at(reader: Reader, first: int) -> Name | None:
    tokens = reader.text.parse.tokens
    if tokens[first].tag == "PRP":  # "TOLD US"
        return None
    if tokens[first].text in {"A", "An"} or _is_month(reader.text, first) or _is_label(reader.text, first):
        return None
    for last in _ends(reader.text, first):
        if tokens[first].text == "The" and (first == last or _is_people(reader, first + 1, last)):
            break
        found = _known(reader, first, last, written(reader.text, first, last))
        if found and not _takes_preposition(reader.text, found):
            return _whole(reader, found) if found.demonym else _settlement(reader, found) or _whole(reader, found)
    return None if tokens[first].text == "The" else recognised(reader, first)


def _is_month(text: Surroundings, index: int) -> bool:
    """Tell whether a word is the month of a date: the "Mar." of "RANGOON, Mar. 15"."""
    if text.word(index).rstrip(".") not in calendar_words("month", "month_word"):
        return False
    after = index + 2 if text.word(index + 1) == "." else index + 1
    return text.word(after)[:1].isdigit()


def _is_label(text: Surroundings, index: int) -> bool:
    """Tell whether a word is a paragraph's or an annex's, with its number: "PARA 2"."""
    return text.word(index) in LABELS and text.word(index + 1)[:1].isdigit()


def _ends(text: Surroundings, first: int) -> list[int]:
    """Return the tokens at which a name that begins at `first` may end, the furthest first."""
    found, index, tokens, inside = [first], first + 1, text.parse.tokens, name_words().inside
    while index < min(first + LONGEST, len(tokens)) and text.passage[index] == text.passage[first]:
        if text.named[index] or ELIDED.match(tokens[index].text) or _is_joined(text, index):
            if not _is_state_body(text, index):
                found.append(index)
        elif tokens[index].text.lower() not in inside and tokens[index].text not in POSSESSIVES:  # "Cox's Bazar"
            break
        index += 1
    return found[::-1]


def _is_joined(text: Surroundings, index: int) -> bool:
    """Tell whether a hyphen joins a small word to what stands before it, as in "Hpa-an"."""
    before, token = text.parse.tokens[index - 1], text.parse.tokens[index]
    return before.text == "-" and before.end == token.start and token.text.isalpha()


def _known(reader: Reader, first: int, last: int, surface: str) -> Name | None:
    """Return the name in tokens ``[first, last]`` if it is a demonym, an abbreviation or in the gazetteer."""
    word = surface.title() if surface.isupper() or surface.islower() else surface  # cables write IRAQIS
    demonym = demonyms().get(word) or demonyms().get(word.removesuffix("s"))
    if demonym and (word in demonyms() or not _is_country(reader, surface)):  # Laos is no more than one Lao
        return Name(first, last, (demonym,), (), demonym=True)
    return _abbreviated(reader, first, last, surface) or _listed(reader, first, last, surface)


def _is_people(reader: Reader, first: int, last: int) -> bool:
    return written(reader.text, first, last).title() in demonyms()


def _is_country(reader: Reader, surface: str) -> bool:
    return any(place.kind == "country" for place in reader.gazetteer.candidates(surface)[:1])


def _abbreviated(reader: Reader, first: int, last: int, surface: str) -> Name | None:
    """Return the unit or town that a short form stands for: "Calif.", and after a place and a comma "CA"."""
    stop, end = reader.text.token(last + 1), reader.text.parse.tokens[last].end
    full = abbreviations().get(surface)
    if full is None and stop is not None and stop.text == "." and stop.start == end:
        full = abbreviations().get(surface + ".")
    if full is None or not (full[1] or _follows_place(reader.text, first) or _is_stated(reader.text, first, last)):
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
    if (
        not places
        or (short and places[0].kind not in {"country", "region"})
        or _is_bearing(reader, first, last, places)
    ):
        return None
    if tokens[first].text.lower() == "the" and last > first and not places[0].name.startswith("The "):
        first += 1
    first = with_article(tokens, first)
    if _is_holder(reader.text, last, places[0]):
        return Name(first, last, (written(reader.text, first, last),), places)
    return Name(first, last, spellings(reader.text, first, last), places)


def _is_holder(text: Surroundings, last: int, place: Place) -> bool:
    """Tell whether the noun after a name is that of what lies there: "the Kosovo village of", "a Luzon province of"."""
    kinds = kinds_after().get(text.word(last + 1), frozenset())
    return text.word(last + 2) == "of" and bool(kinds) and place.kind in WIDE - kinds


def _is_part(text: Surroundings, index: int) -> bool:
    """Tell whether a common word is but the end or the beginning of a name: "University" after one, "North" before."""
    words = name_words()
    if text.word(index) in words.directions | words.before and text.is_name(index + 1):
        return True
    return text.is_name(index - 1) and text.word(index) in words.common and index not in text.starts


def _is_bearing(reader: Reader, first: int, last: int, places: Sequence[Place]) -> bool:
    """Tell whether compass words only say which part of a country is meant: "North Central Nigeria"."""
    text = reader.text
    if not text.is_name(last + 1) or any(text.word(i) not in HALVES for i in range(first, last + 1)):
        return False
    land = reader.gazetteer.candidates(text.parse.tokens[last + 1].text)[:1]
    return any(one.kind in LANDS and all(place.country != one.country for place in places) for one in land)


def _whole(reader: Reader, name: Name) -> Name:
    """Return the longer name of which what was found is but a part: "Fort Hood", "South America", "Elm Street"."""
    text, words = reader.text, name_words()
    first, last = name.first, name.last
    entity = text.entity_of[first]
    large = name.demonym or (bool(name.places) and name.places[0].kind == "country")
    joined = _joined(text, last) if large or is_settled(name) else max(hyphenated(reader, last), _joined(text, last))
    if joined > last:
        return Name(first, joined, spellings(text, first, joined), ())
    if large and text.word(first - 1) in HALVES and (half := written(text, first - 1, last))[0].isupper():
        places = reader.gazetteer.candidates(half)
        return Name(first - 1, last, (half,), places) if places or name.demonym else name  # "North Central Nigeria"
    noun = text.is_name(last + 1) and text.word(last + 1) in words.after
    held = name.demonym or (bool(name.places) and _is_holder(text, last, name.places[0]))
    described = held and text.word(last + 2) == "of"  # "THE PERUVIAN PORT OF CALLAO"
    if noun and not described and not _is_of_body(text, first, last + 1, large=large):
        places = name.places if tells_where(text.word(last + 1)) else ()
        return Name(first, last + 1, spellings(text, first, last + 1), places)
    if entity is None or entity.label not in PLACES or large or entity.last - 1 <= last:
        return name
    beyond = {text.word(index) for index in range(last + 1, entity.last)}
    if not beyond.isdisjoint(words.bodies | words.facilities | words.titles):
        return name
    longer = recognised(reader, first)
    settled = is_settled(name) and not tells_where(text.word(entity.last))  # "Mon Hla village" is no part of Mon
    return name if longer is None or settled else longer


def _settlement(reader: Reader, name: Name) -> Name | None:
    """Return the longer name that stands after a kind of place: "the hamlet of San Lorencito", no San elsewhere."""
    text, first, last = reader.text, name.first, name.last
    tokens = text.parse.tokens
    if f"{text.word(first - 2)} {text.word(first - 1)}" not in name_words().before:
        return None
    while tokens[last].dep == "compound" and text.is_name(last + 1) and tokens[last + 1].entity not in FIGURES:
        last += 1
    names = spellings(text, first, last)
    places = next(filter(None, map(reader.gazetteer.candidates, names)), ())
    return Name(first, last, names, places) if last > name.last else None


def _joined(text: Surroundings, last: int) -> int:
    """Return where a name ends that runs on as Spanish and Portuguese ones do: "San Miguel de Mercedes"."""
    index = last + 1
    if text.parse.tokens[last].text.islower() or text.word(index) not in OF:
        return last
    index += text.word(index + 1) in THE
    return index + 1 if text.is_name(index + 1) and text.passage[index + 1] == text.passage[last] else last


def _is_state_body(text: Surroundings, index: int) -> bool:
    """Tell whether a word is the "State" of "Ohio State University"."""
    return text.word(index) == "state" and text.is_name(index + 1)


def _is_of_body(text: Surroundings, first: int, index: int, *, large: bool) -> bool:
    """Tell whether a noun is a body's: that of "the California Department of Health", not of "Santander Department"."""
    of_body = large or text.word(index + 1) in {"of", "for"} or names_unit(text, first)
    return (of_body and text.word(index) in name_words().bodies) or _is_state_body(text, index)


def _takes_preposition(text: Surroundings, name: Name) -> bool:
    """Tell whether a spelling begins with the preposition of its sentence: "At Cali" is Atcali's, "In Amenas" none."""
    word = text.word(name.first)
    opens = name.first in text.starts and name.last > name.first and word in name_words().locatives
    whole = (p.name for p in name.places if key(p.name) == key(name.names[0]))
    return opens and all(called[len(word) : len(word) + 1].isalpha() for called in whole)


def _follows_place(text: Surroundings, first: int) -> bool:
    """Tell whether a name and a comma stand before the token, or a party and a dash: "Gary, IN", "D-Calif."."""
    return text.word(first - 1) in {",", "-"} and text.is_name(first - 2)


def _is_stated(text: Surroundings, first: int, last: int) -> bool:
    """Tell whether three capitals stand for a land by the words before them: "in northwestern CAR", no "CAR bomb"."""
    before, words = first - 1, name_words()
    while text.word(before) in words.directions | {"the"}:
        before -= 1
    long = last == first and len(text.parse.tokens[first].text) > SHORT
    return long and is_acronym(text, first, last) and text.word(before) in words.locatives
