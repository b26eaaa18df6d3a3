"""Parsed sentences -> the spans that name a place, and the role that each plays there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from gazetteer import Gazetteer
from gazetteer.names import key
from gazetteer.place import Place
from geo.lexicon import load_rows
from geo.model import Mention, Parse, Role, Token
from geo.naming import PLACE_LABELS, Surroundings, is_person, name_words, owner, surroundings
from geo.usage import POSSESSIVES, role_by_word, role_in_facility, role_of

LONGEST = 7  # tokens in a place's name; hyphens and apostrophes are tokens of their own
LARGE_KM = 600.0  # a region of this radius (Europe, the Gulf states) acts as countries do
FEW = 3  # places of one name; the surnames that are also places are shared by many more
DATELINE_MARKS = frozenset({",", "(", "-", "--", "\u2013", "\u2014", ":"})
WELL_KNOWN = 100_000  # inhabitants from which a bare capitalised name is taken for the town without further proof
# Small words that a place's name may hold between capitals.
INSIDE = frozenset(
    "of the and de del della di da do dos du des la le les el al ul ez es as ash ad an ar at az et sur am an der - ' \u2019".split()
)
ARTICLES = frozenset("al el ul ar as ash ad an az at ez es ed et".split())
PLACE_PREPOSITIONS = frozenset(
    "in at near into inside outside across around through throughout via toward towards from to between along beyond of off "
    "onto on within amid past over".split()
)
WEAK_PREPOSITIONS = frozenset({"of", "on", "from", "to", "between", "over", "past", "along", "off"})
DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central northeast northwest southeast southwest northeastern "
    "northwestern southeastern southwestern upper lower greater downtown outer inner nearby rural occupied".split()
)
HALVES = frozenset({"North", "South", "East", "West", "Central", "Latin", "New"})  # "South America" is no part of "America"
GOVERNED = frozenset({"admin1", "admin2", "populated_place", "section", "country"})
UNLIKELY_LABELS = frozenset({"DATE", "TIME", "MONEY", "NORP", "LANGUAGE", "EVENT", "WORK_OF_ART", "PRODUCT", "ORG"})
QUIETLY_BEFORE = DIRECTIONS | {"the", "\n"}
SPACES = re.compile(r"\s+")
LIST_GAP = re.compile(r"\s*(?:,|,?\s+and|/)\s*(?:the )?")
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
    kept = _kept(reader, list(_names(reader)))
    return tuple(_mention(reader, name, kept[i - 1] if i else None) for i, name in enumerate(kept))


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
        surface = _surface(reader.text, first, last)
        if first == last and tokens[first].text in {"The", "A"}:
            break
        found = _known(reader, first, last, surface)
        if found:
            return _whole(reader, found)
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


def _surface(text: Surroundings, first: int, last: int) -> str:
    tokens = text.parse.tokens
    return SPACES.sub(" ", text.parse.text[tokens[first].start : tokens[last].end])


def _known(reader: _Reader, first: int, last: int, surface: str) -> _Name | None:
    """Return the name in tokens ``[first, last]`` if it is a demonym, an abbreviation or in the gazetteer."""
    demonym = _demonyms().get(surface) or (_demonyms().get(surface[:-1]) if surface.endswith("s") else None)
    if demonym:
        return _Name(first, last, (demonym,), (), demonym=True)
    return _abbreviated(reader, first, last, surface) or _listed(reader, first, last, surface)


def _abbreviated(reader: _Reader, first: int, last: int, surface: str) -> _Name | None:
    """Return the unit or town that a short form stands for: "Calif.", and after a place and a comma "CA"."""
    stop, end = reader.text.token(last + 1), reader.text.parse.tokens[last].end
    full = _abbreviations().get(surface)
    if full is None and stop is not None and stop.text == "." and stop.start == end:
        full = _abbreviations().get(surface + ".")
    if full is None or not (full[1] or _follows_place(reader.text, first)):
        return None
    return _Name(first, last, (full[0],), reader.places(full[0]))


def _listed(reader: _Reader, first: int, last: int, surface: str) -> _Name | None:
    """Return the name in tokens ``[first, last]`` if the gazetteer has it, from its article to its end."""
    tokens = reader.text.parse.tokens
    if len(surface) < 2 or surface.islower() or "$" in surface or (len(surface) == 2 and not surface.isupper()):
        return None
    places = reader.places(surface)
    if not places or (_is_acronym(reader.text, first, last) and places[0].kind != "country"):
        return None
    if tokens[first].text.lower() == "the" and last > first and not places[0].name.startswith("The "):
        first += 1
    first = _with_article(tokens, first)
    return _Name(first, last, _spellings(reader.text, first, last), places)


def _is_acronym(text: Surroundings, first: int, last: int) -> bool:
    """Tell whether a name is one short word in capitals among words that are not: "FAO", not "ADEN" in a cable."""
    word = text.parse.tokens[first].text
    if first != last or len(word) > 4 or not word.isupper():
        return False
    return any(t.text[0].islower() for t in text.parse.tokens[max(0, first - 4) : last + 5])


def _with_article(tokens: tuple[Token, ...], first: int) -> int:
    """Return where a name begins if an Arabic article is joined to it: "al-Bab"."""
    if first >= 2 and tokens[first - 1].text == "-" and tokens[first - 2].text.lower() in ARTICLES:
        return first - 2
    return first


def _whole(reader: _Reader, name: _Name) -> _Name:
    """Return the longer name of which a name that was found is but a part: "Fort Hood", "South America", "Elm Street"."""
    text, words = reader.text, name_words()
    first, last = name.first, name.last
    entity, before, after = text.entity_of[first], text.token(first - 1), text.token(last + 1)
    large = name.demonym or (bool(name.places) and name.places[0].kind == "country")
    if large and before is not None and before.text in HALVES and text.is_name(first - 1):
        return _Name(first - 1, last, (_surface(text, first - 1, last),), ())
    if after is not None and after.text.lower() in words.after and text.is_name(last + 1):
        return _Name(first, last + 1, _spellings(text, first, last + 1), name.places if _tells_where(after) else ())
    if entity is None or entity.label not in PLACE_LABELS or large or entity.last - 1 <= last:
        return name
    longer = _recognised(reader, first)
    settled = bool(name.places) and (name.places[0].kind == "admin1" or name.places[0].population >= WELL_KNOWN)
    return name if longer is None or settled else longer


def _tells_where(noun: Token) -> bool:
    """Tell whether what a noun makes of a place's name lies in that place: a "district" does, a "street" or "river" not."""
    return bool(_kinds_after().get(noun.text.lower(), frozenset()) & GOVERNED)


@cache
def _kinds_after() -> dict[str, frozenset[str]]:
    rows = load_rows("place_nouns", ("word", "position", "kinds"))
    return {word: frozenset(kinds.split("|")) for word, position, kinds in rows if position == "after"}


def _recognised(reader: _Reader, first: int) -> _Name | None:
    """Return the place that the recogniser sees here and the gazetteer does not know."""
    text, tokens = reader.text, reader.text.parse.tokens
    entity = text.entity_of[first]
    if entity is None or entity.label not in PLACE_LABELS or tokens[first].pos not in {"PROPN", "NOUN", "ADJ"}:
        return None
    last = entity.last - 1
    while last > first and (tokens[last].text in POSSESSIVES or not tokens[last].text[0].isalnum()):
        last -= 1
    if len(tokens[first].text) < 2 or (first == last and _is_common(tokens[first])):
        return None
    spellings = _spellings(text, first, last)
    places = next((found for spelling in spellings if (found := reader.places(spelling))), ())
    return _Name(first, last, spellings, places)


def _is_common(token: Token) -> bool:
    """Tell whether a word alone is a common noun or a direction, though some hamlet bears it as a name."""
    words, word = name_words(), token.text.lower()
    return word in DIRECTIONS or any(
        word in group
        for group in (words.not_places, words.bodies, words.facilities, words.after, words.before, words.titles)
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


# ---------------------------------------------------------------- whether it is a place


def _kept(reader: _Reader, names: list[_Name]) -> list[_Name]:
    """Return the names that are places', the doubtful ones judged by the rest of the document."""
    parse = reader.text.parse
    verdicts = [_judge(reader, name) for name in names]
    sure = {_spelt(parse, name) for name, verdict in zip(names, verdicts, strict=True) if verdict}
    verdicts = [True if v is None and _spelt(parse, n) in sure else v for n, v in zip(names, verdicts, strict=True)]
    pairs = range(len(names) - 1)
    for one, other in [*((i, i + 1) for i in pairs), *((i + 1, i) for i in reversed(pairs))]:
        if verdicts[one] and verdicts[other] is None and _are_listed(parse, names[one], names[other]):
            verdicts[other] = True
    return [name for name, verdict in zip(names, verdicts, strict=True) if verdict]


def _spelt(parse: Parse, name: _Name) -> str:
    return SPACES.sub(" ", parse.text[parse.tokens[name.first].start : parse.tokens[name.last].end]).lower()


def _are_listed(parse: Parse, one: _Name, other: _Name) -> bool:
    """Tell whether two names stand in one list and may lie in one country: "Suba, Migori and Homa Bay"."""
    first, second = sorted((one, other), key=lambda name: name.first)
    gap = parse.text[parse.tokens[first.last].end : parse.tokens[second.first].start]
    countries = {place.country for place in one.places} & {place.country for place in other.places}
    return bool(countries) and LIST_GAP.fullmatch(gap) is not None


def _judge(reader: _Reader, name: _Name) -> bool | None:
    """Tell whether a name is a place's: True, False, or None where only the rest of the document can say."""
    text = reader.text
    if name.demonym:
        return _is_demonym(text, name)
    proof = _proof(text, name)
    if name.first == name.last and _is_common(text.parse.tokens[name.first]):
        return proof == "named" or (proof == "strong" and _label(text, name) in PLACE_LABELS)
    if owner(text, name.first, name.last):
        return True
    country = bool(name.places) and name.places[0].kind == "country"
    if is_person(text, name.first, name.last) and not (country and name.last > name.first):
        return False
    return _evidence(text, name, proof, country=country)


def _label(text: Surroundings, name: _Name) -> str:
    """Return the recogniser's label of a name, "" if it has none."""
    entity = text.entity_of[name.first] or text.entity_of[name.last]
    return entity.label if entity else ""


def _is_demonym(text: Surroundings, name: _Name) -> bool:
    """Tell whether a demonym speaks of a people, and not of their language: "in French"."""
    token = text.parse.tokens[name.last]
    before = text.token(name.first - 1)
    return not (token.dep == "pobj" and not token.text.endswith("s") and before is not None and before.lemma == "in")


def _evidence(text: Surroundings, name: _Name, proof: str, *, country: bool) -> bool | None:
    """Weigh the recogniser's label, the words around a name, and how well known the place is."""
    label, single = _label(text, name), name.first == name.last
    proven = proof in {"strong", "named"}
    if single and text.parse.tokens[name.first].text in text.people and not country:
        return proven
    if not name.places:
        return label in PLACE_LABELS and bool(not single or proof)
    if proven or country or label in PLACE_LABELS:
        return True
    if label == "PERSON":
        return _outranks_person(text, name, proof)
    if label in UNLIKELY_LABELS:
        return None
    return True if proof else _is_well_known(text, name)


def _outranks_person(text: Surroundings, name: _Name, proof: str) -> bool | None:
    """Tell whether a name that the recogniser takes for a person's is rather a town's: few places share it."""
    if len(name.places) > FEW or text.parse.tokens[name.last].dep in {"nsubj", "poss"}:
        return None
    known = _is_well_known(text, name, alternate=True)
    return True if known or (proof and name.places[0].population >= WELL_KNOWN / 10) else None


def _is_well_known(text: Surroundings, name: _Name, *, alternate: bool = False) -> bool | None:
    """Tell whether a name without further proof is a large place's, written as a name and not only for its position.

    With `alternate`, another spelling than the place's main one will do.
    """
    token, place = text.parse.tokens[name.first], name.places[0]
    starts = token.index == text.parse.sentences[token.sentence].first
    large = place.population >= WELL_KNOWN or place.kind in {"admin1", "water", "region"}
    own = alternate or key(place.name) == key(name.names[0]) or name.last > name.first
    return True if large and own and token.pos == "PROPN" and not (starts and name.first == name.last) else None


def _proof(text: Surroundings, name: _Name) -> str:
    """Return how strongly the words around a name show a place: "named", "strong", "weak" or ""."""
    words, after, tokens = name_words(), text.token(name.last + 1), text.parse.tokens
    if after is not None and after.text.lower() in words.after and after.text.lower() != "state":
        return "named"
    if name.last > name.first and (
        tokens[name.last].text.lower() in words.after or tokens[name.first].text.lower() in words.before
    ):
        return "strong"
    if _is_dateline(text, name):
        return "strong"
    return _proof_before(text, name.first) or _proof_by_verb(text, name) or _proof_as_modifier(text, name.last)


def _is_dateline(text: Surroundings, name: _Name) -> bool:
    """Tell whether a name in capitals opens a report: "BAGHDAD (Reuters) -", "HELENA, Mont. (AP)"."""
    token, after = text.parse.tokens[name.first], text.token(name.last + 1)
    opens = token.index == text.parse.sentences[token.sentence].first
    return opens and token.text.isupper() and after is not None and after.text in DATELINE_MARKS


def _proof_before(text: Surroundings, first: int) -> str:
    tokens, words, index = text.parse.tokens, name_words(), first - 1
    while index >= 0 and tokens[index].text.lower() in QUIETLY_BEFORE:
        index -= 1
    if index < 0:
        return ""
    before = tokens[index].text.lower()
    if before == "of" and index:
        noun = tokens[index - 1].text.lower()
        return "named" if f"{noun} of" in words.before or noun in words.after else ""
    if before in PLACE_PREPOSITIONS and tokens[index].pos in {"ADP", "SCONJ", "PART"}:
        return "weak" if before in WEAK_PREPOSITIONS else "strong"
    if before in words.before and index == first - 1:
        return "strong"
    return ""


def _proof_by_verb(text: Surroundings, name: _Name) -> str:
    """Return "weak" for the object of a verb that takes places: "retook Palmyra"."""
    token = text.parse.tokens[name.last]
    verb = text.parse.tokens[token.head]
    return "weak" if token.dep == "dobj" and role_by_word("object", verb.lemma) == "literal" else ""


def _proof_as_modifier(text: Surroundings, last: int) -> str:
    """Return "weak" where a name stands before a common noun as places do: "Winona police", "the Talavera farms"."""
    token, after = text.parse.tokens[last], text.token(last + 1)
    modifies = after is not None and after.pos == "NOUN" and after.text.islower() and token.head >= last + 1
    return "weak" if modifies and after is not None and role_by_word("modifier", after.lemma) else ""


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
    if owned == "facility":
        return role_in_facility(parse, name.first, name.last)
    if before is not None and name.places and before.last == name.first - 2:
        gap = parse.text[parse.tokens[before.last].end : parse.tokens[name.first].start]
        if NEXT_UNIT.fullmatch(gap) and name.places[0].kind in {"country", "admin1"} and not _is_large(before):
            return "literal"
    return role_of(parse, name.first, name.last, large=_is_large(name))


def _is_large(name: _Name) -> bool:
    """Tell whether a name's likeliest place is one that acts: a country, or a region of that size."""
    place = name.places[0] if name.places else None
    return place is not None and (
        place.kind == "country" or (place.kind == "region" and place.radius_km >= LARGE_KM)
    )
