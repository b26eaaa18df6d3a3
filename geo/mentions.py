"""Parsed sentences -> the spans that name a place, and the role that each plays there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from gazetteer import Gazetteer
from gazetteer.place import Place
from geo.lexicon import load_rows
from geo.model import Mention, Parse, Role, Token
from geo.naming import PLACE_LABELS, Surroundings, is_person, name_words, owner, surroundings
from geo.usage import POSSESSIVES, role_of

LONGEST = 7  # tokens in a place's name; hyphens and apostrophes are tokens of their own
LARGE_KM = 600.0  # a region of this radius (Europe, the Gulf states) acts as countries do
WELL_KNOWN = 100_000  # inhabitants from which a bare capitalised name is taken for the town without further proof
# Small words that a place's name may hold between capitals.
INSIDE = frozenset(
    "of the and de del della di da do dos du des la le les el al ul ez es as ash ad an ar at az et sur am an der - ' \u2019".split()
)
ARTICLES = frozenset("al el ul ar as ash ad an az at ez es ed et".split())
PLACE_PREPOSITIONS = frozenset(
    "in at near into inside outside across around through throughout via toward towards from to between along beyond of off "
    "onto within amid past over".split()
)
WEAK_PREPOSITIONS = frozenset({"of", "from", "to", "between", "over", "past", "along", "off"})
DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central northeast northwest southeast southwest northeastern "
    "northwestern southeastern southwestern upper lower greater downtown outer inner nearby rural occupied".split()
)
QUIETLY_BEFORE = DIRECTIONS | {"the", "\n"}
SPACES = re.compile(r"\s+")
NEXT_UNIT = re.compile(r",\s{1,2}$")


@dataclass(slots=True)
class _Reader:
    """What reading one document needs at every step: its parse, the gazetteer, and answers already given."""

    text: Surroundings
    gazetteer: Gazetteer
    answers: dict[str, tuple[Place, ...]] = field(default_factory=dict)

    def places(self, name: str) -> tuple[Place, ...]:
        """Return the gazetteer's candidates for a name, asked once a document."""
        if name not in self.answers:
            self.answers[name] = self.gazetteer.candidates(name)
        return self.answers[name]


@dataclass(frozen=True, slots=True)
class _Name:
    """A span of tokens ``[first, last]`` that may name a place, with the spellings to look up and what they bring."""

    first: int
    last: int
    names: tuple[str, ...]
    places: tuple[Place, ...]
    demonym: bool = False


def find(parse: Parse, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Return the spans that name a place, in the order of the text, none overlapping another.

    A place's name inside an organisation's is returned with the role "organisation", so that it is seen and not drawn;
    a person's name is left out.

    Parameters
    ----------
    parse
        The document's parse. Words are judged by its tags and entities, not by capitals alone, where all is in capitals.
    gazetteer
        Says which capitalised words are places at all.
    """
    reader = _Reader(surroundings(parse), gazetteer)
    names = list(_names(reader))
    judged = [(name, _judge(reader, name)) for name in names]
    sure = {_spelt(parse, name) for name, verdict in judged if verdict is True}
    kept = [n for n, verdict in judged if verdict is True or (verdict is None and _spelt(parse, n) in sure)]
    return tuple(_mention(reader, name, kept[i - 1] if i else None) for i, name in enumerate(kept))


def _spelt(parse: Parse, name: _Name) -> str:
    return SPACES.sub(" ", parse.text[parse.tokens[name.first].start : parse.tokens[name.last].end]).lower()


# ---------------------------------------------------------------- where a name may stand


def _names(reader: _Reader) -> Iterator[_Name]:
    """Yield what may be a place's name: the longest that the gazetteer or a lexicon knows, else the recogniser's."""
    text, index = reader.text, 0
    while index < len(text.parse.tokens):
        name = _name_at(reader, index) if text.is_name(index) else None
        if name is not None:
            yield name
        index = name.last + 1 if name else index + 1


def _name_at(reader: _Reader, first: int) -> _Name | None:
    tokens = reader.text.parse.tokens
    for last in _ends(reader.text, first):
        surface = SPACES.sub(" ", reader.text.parse.text[tokens[first].start : tokens[last].end])
        if first == last and tokens[first].text in {"The", "A"}:
            break
        found = _known(reader, first, last, surface)
        if found:
            return found
    return _recognised(reader, first)


def _ends(text: Surroundings, first: int) -> list[int]:
    """Return the tokens at which a name that begins at `first` may end, the furthest first."""
    found, index, tokens = [first], first + 1, text.parse.tokens
    while index < min(first + LONGEST, len(tokens)) and tokens[index].sentence == tokens[first].sentence:
        if text.is_name(index):
            found.append(index)
        elif tokens[index].text.lower() not in INSIDE and tokens[index].text not in {"\n", "."}:
            break
        index += 1
    return found[::-1]


def _known(reader: _Reader, first: int, last: int, surface: str) -> _Name | None:
    """Return the name in tokens ``[first, last]`` if it is a demonym, an abbreviation or in the gazetteer."""
    tokens = reader.text.parse.tokens
    if surface in _demonyms() or (surface.endswith("s") and surface[:-1] in _demonyms()):
        return _Name(first, last, (surface,), (), demonym=True)
    stop = last + 1 < len(tokens) and tokens[last + 1].text == "." and tokens[last + 1].start == tokens[last].end
    full = _abbreviations().get(surface) or (_abbreviations().get(surface + ".") if stop else None)
    if full and (full[1] or _follows_place(reader.text, first)):
        return _Name(first, last, (full[0],), reader.places(full[0]))
    if len(surface) < 2 or (len(surface) == 2 and not surface.isupper()):
        return None
    places = reader.places(surface)
    if not places:
        return None
    if tokens[first].text.lower() == "the" and last > first and not places[0].name.startswith("The "):
        first += 1
    first = _with_article(tokens, first)
    return _Name(first, last, _spellings(reader.text, first, last), places)


def _with_article(tokens: tuple[Token, ...], first: int) -> int:
    """Return where a name begins if an Arabic article is joined to it: "al-Bab"."""
    if first >= 2 and tokens[first - 1].text == "-" and tokens[first - 2].text.lower() in ARTICLES:
        return first - 2
    return first


def _recognised(reader: _Reader, first: int) -> _Name | None:
    """Return the place that the recogniser sees here and the gazetteer does not know."""
    text, tokens = reader.text, reader.text.parse.tokens
    entity = text.entity_of[first]
    if entity is None or entity.label not in PLACE_LABELS or tokens[first].pos not in {"PROPN", "NOUN", "ADJ"}:
        return None
    last = entity.last - 1
    while last > first and (tokens[last].text in POSSESSIVES or not tokens[last].text[0].isalnum()):
        last -= 1
    if len(tokens[first].text) < 2 or tokens[first].text.lower() in DIRECTIONS | name_words().not_places:
        return None
    return _Name(first, last, _spellings(text, first, last), ())


def _spellings(text: Surroundings, first: int, last: int) -> tuple[str, ...]:
    """Return the spellings to look up: with the common word beside the name, as it stands, and without that word."""
    tokens, words = text.parse.tokens, name_words()
    surface = SPACES.sub(" ", text.parse.text[tokens[first].start : tokens[last].end])
    after = text.token(last + 1)
    spellings = [f"{surface} {after.text}"] if after is not None and after.text.lower() in words.after else []
    spellings.append(surface)
    if last > first and tokens[last].text.lower() in words.after:
        spellings.append(SPACES.sub(" ", text.parse.text[tokens[first].start : tokens[last - 1].end]))
    return tuple(dict.fromkeys(spellings))


@cache
def _demonyms() -> frozenset[str]:
    """Return the words for a country's people and things, with the plurals that have no row."""
    return frozenset(demonym for demonym, _, _ in load_rows("demonyms", ("demonym", "country", "kind")))


@cache
def _abbreviations() -> dict[str, tuple[str, bool]]:
    """Return {abbreviation: (name to look up, whether it needs no place before it)}."""
    rows = load_rows("place_abbreviations", ("abbreviation", "name", "country", "where"))
    return {short: (name, where == "anywhere") for short, name, _, where in rows}


def _follows_place(text: Surroundings, first: int) -> bool:
    """Tell whether a name and a comma stand before the token."""
    comma, before = text.token(first - 1), text.token(first - 2)
    return comma is not None and comma.text == "," and before is not None and text.is_name(first - 2)


# ---------------------------------------------------------------- whether it is a place


def _judge(reader: _Reader, name: _Name) -> bool | None:
    """Tell whether a name is a place's: True, False, or None where only the rest of the document can say."""
    text = reader.text
    if name.demonym:
        return _is_demonym(text, name)
    if owner(text, name.first, name.last):
        return True
    country = bool(name.places) and name.places[0].kind == "country"
    if is_person(text, name.first, name.last) and not (country and name.last > name.first):
        return False
    return _evidence(reader, name, country=country)


def _is_demonym(text: Surroundings, name: _Name) -> bool:
    """Tell whether a demonym speaks of a people, and not of their language: "in French"."""
    token = text.parse.tokens[name.last]
    before = text.token(name.first - 1)
    return not (token.dep == "pobj" and not token.text.endswith("s") and before is not None and before.lemma == "in")


def _evidence(reader: _Reader, name: _Name, *, country: bool) -> bool | None:
    text, tokens = reader.text, reader.text.parse.tokens
    token, entity = tokens[name.first], text.entity_of[name.first]
    label = entity.label if entity else ""
    single = name.first == name.last
    proof = _proof(text, name)
    if single and token.text.lower() in name_words().not_places:
        return proof == "strong" and label in PLACE_LABELS
    if label == "PERSON" or (single and token.text in text.people and not country):
        return True if proof == "strong" else None
    if not name.places or label in PLACE_LABELS or country:
        return True
    if proof:
        return True
    if label in {"DATE", "TIME", "MONEY", "NORP", "LANGUAGE", "EVENT", "WORK_OF_ART", "PRODUCT"}:
        return None
    return _is_well_known(text, name)


def _is_well_known(text: Surroundings, name: _Name) -> bool | None:
    """Tell whether a name without further proof is a large place's, written as a name and not only for its position."""
    token = text.parse.tokens[name.first]
    starts = token.index == text.parse.sentences[token.sentence].first
    large = any(p.population >= WELL_KNOWN or p.kind in {"admin1", "water", "region"} for p in name.places[:1])
    return True if large and token.pos == "PROPN" and not (starts and name.first == name.last) else None


def _proof(text: Surroundings, name: _Name) -> str:
    """Return "strong" or "weak" where the words around a name show a place, else ""."""
    tokens, words = text.parse.tokens, name_words()
    after = text.token(name.last + 1)
    if after is not None and after.text.lower() in words.after and after.text.lower() != "state":
        return "strong"
    index = name.first - 1
    while index >= 0 and (tokens[index].text.lower() in QUIETLY_BEFORE):
        index -= 1
    if index < 0:
        return ""
    before = tokens[index].text.lower()
    if before == "of":
        return "strong" if f"{tokens[index - 1].text.lower()} of" in words.before or tokens[index - 1].lemma in words.after else ""
    if before in PLACE_PREPOSITIONS and tokens[index].pos in {"ADP", "SCONJ", "PART"}:
        return "weak" if before in WEAK_PREPOSITIONS else "strong"
    if before in words.before and index == name.first - 1:
        return "strong"
    return "weak" if before == "," and _follows_place(text, name.first) and text.token(index - 1) is not None else ""


# ---------------------------------------------------------------- what role it plays


def _mention(reader: _Reader, name: _Name, before: _Name | None) -> Mention:
    tokens = reader.text.parse.tokens
    start, end = tokens[name.first].start, tokens[name.last].end
    return Mention(start, end, reader.text.parse.text[start:end], _role(reader, name, before), name.names)


def _role(reader: _Reader, name: _Name, before: _Name | None) -> Role:
    text, parse = reader.text, reader.text.parse
    owned = owner(text, name.first, name.last)
    if owned == "body":
        return "organisation"
    if name.demonym:
        return "demonym"
    if before is not None and name.places and before.last == name.first - 2:
        gap = parse.text[parse.tokens[before.last].end : parse.tokens[name.first].start]
        if NEXT_UNIT.fullmatch(gap) and name.places[0].kind in {"country", "admin1"} and not _is_large(before):
            return "literal"
    return role_of(parse, name.first, name.last, large=_is_large(name))


def _is_large(name: _Name) -> bool:
    """Tell whether a name's likeliest place is one that acts: a country, or a region of that size."""
    return bool(name.places) and (name.places[0].kind == "country" or name.places[0].radius_km >= LARGE_KM)
