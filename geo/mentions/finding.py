"""Parsed sentences -> the spans that name a place, and the role that each plays there."""

import re
from collections import Counter
from collections.abc import Sequence

from gazetteer import Gazetteer
from gazetteer.names import key
from geo.mentions.coordinates import coordinates
from geo.mentions.evidence import FEW, is_well_known, label_of, proof_of, weigh
from geo.mentions.naming import PLACE_LABELS, Surroundings, is_person, name_words, owner, surroundings, words_after
from geo.mentions.offsets import with_offsets
from geo.mentions.spans import SPACES, Name, Reader, is_common, names_in
from geo.mentions.usage import role_in_facility, role_of
from geo.model import Mention, Parse, Role

LARGE_KM = 600.0  # a region of this radius (Europe, the Gulf states) acts as countries do
FAIR_SHARE = 0.3
SHORTEST = 3  # letters of a name that a list alone can prove: not the "D" of "Smith, D-Ohio"
LIST_GAP = re.compile(r"\s*(?:,|,?\s+and|/)\s*(?:the )?")
NEXT_UNIT = re.compile(r",\s{1,2}$")


def find(parse: Parse, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Return the spans that name a place, in the order of the text, none overlapping another.

    A place's name inside an organisation's is returned with the role "organisation", so that it is seen and not drawn;
    a person's name is left out.

    Parameters
    ----------
    parse
        The document's parse. Its tags and entities are believed over capitals where all is in capitals.
    gazetteer
        Says which capitalised words are places at all.
    """
    reader = Reader(surroundings(parse), gazetteer)
    kept = _kept(reader.text, names_in(reader))
    named = [_mention(reader.text, name, kept[i - 1] if i else None) for i, name in enumerate(kept)]
    return _together(with_offsets(named, parse.text), coordinates(parse.text))


def _together(named: Sequence[Mention], spots: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the mentions in order, without names inside coordinates."""
    clear = [m for m in named if not any(m.start < spot.end and spot.start < m.end for spot in spots)]
    return tuple(sorted((*clear, *spots), key=lambda mention: mention.start))


def _kept(text: Surroundings, names: list[Name]) -> list[Name]:
    """Return the names that are places', the doubtful ones judged by the rest of the document."""
    parse = text.parse
    verdicts = [_judge(text, name) for name in names]
    sure = _proven(parse, names, verdicts)
    verdicts = [True if v is None and _spelt(parse, n) in sure else v for n, v in zip(names, verdicts, strict=True)]
    pairs = range(len(names) - 1)
    for one, other in [*((i, i + 1) for i in pairs), *((i + 1, i) for i in reversed(pairs))]:
        if verdicts[one] and verdicts[other] is None:
            verdicts[other] = _are_listed(text, names[one], names[other]) or None
    return [name for name, verdict in zip(names, verdicts, strict=True) if verdict]


def _proven(parse: Parse, names: list[Name], verdicts: Sequence[bool | None]) -> set[str]:
    """Return the spellings that are places' in a fair share of their uses, so that they count in the doubtful ones."""
    uses = Counter(_spelt(parse, name) for name in names)
    sure = Counter(_spelt(parse, n) for n, v in zip(names, verdicts, strict=True) if v and (n.places or n.demonym))
    return {spelling for spelling, number in sure.items() if number >= FAIR_SHARE * uses[spelling]}


def _spelt(parse: Parse, name: Name) -> str:
    return SPACES.sub(" ", parse.text[parse.tokens[name.first].start : parse.tokens[name.last].end]).lower()


def _are_listed(text: Surroundings, one: Name, other: Name) -> bool:
    """Tell whether a name stands in a list with a place's and may lie in its country: "Suba, Migori and Homa Bay"."""
    parse = text.parse
    first, second = sorted((one, other), key=lambda name: name.first)
    gap = LIST_GAP.fullmatch(parse.text, parse.tokens[first.last].end, parse.tokens[second.first].start)
    if gap is None or one.demonym:
        return False
    label = label_of(text, other)
    if first is other and gap[0].startswith(",") and _is_unit(one):  # "Attapeu, Laos"
        return label != "PERSON" or bool(other.places)
    if not other.places:
        return label in PLACE_LABELS and not other.names[0].isupper()
    if len(other.names[0]) < SHORTEST:
        return False
    countries = {place.country for place in one.places}
    if one.places and other.places[0].country == one.places[0].country and one.places[0].kind != "country":
        return label not in {"PERSON", "ORG"} or len(other.places) <= FEW
    return any(place.country in countries and key(place.name) == key(other.names[0]) for place in other.places)


def _is_unit(name: Name) -> bool:
    return bool(name.places) and name.places[0].kind in {"country", "admin1"}


def _judge(text: Surroundings, name: Name) -> bool | None:
    """Tell whether a name is a place's: True, False, or None where only the rest of the document can say."""
    if name.demonym or _is_illness(text, name):
        return name.demonym and _is_demonym(text, name)
    proof = proof_of(text, name)
    if name.first == name.last and is_common(text.parse.tokens[name.first]):
        placed = proof == "strong" and label_of(text, name) in PLACE_LABELS and not text.is_name(name.last + 1)
        return proof == "named" or placed
    owned = owner(text, name.first, name.last)
    if owned == "body":
        return bool(name.places) or label_of(text, name) in PLACE_LABELS
    country = bool(name.places) and name.places[0].kind == "country"
    if is_person(text, name.first, name.last) and not (country and name.last > name.first):
        return False
    if owned == "facility" and not country:
        return is_well_known(text, name)
    return weigh(text, name, proof, country=country)


def _is_illness(text: Surroundings, name: Name) -> bool:
    """Tell whether a name is an illness's: "West Nile virus", "Marburg haemorrhagic fever"."""
    after = text.token(name.last + 1)
    if after is not None and after.pos == "ADJ":
        after = text.token(name.last + 2)
    return after is not None and after.lemma in name_words().illnesses


def _is_demonym(text: Surroundings, name: Name) -> bool:
    """Tell whether a demonym speaks of a people, and not of their language: "in French"."""
    token = text.parse.tokens[name.last]
    before = text.token(name.first - 1)
    return not (token.dep == "pobj" and not token.text.endswith("s") and before is not None and before.lemma == "in")


def _mention(text: Surroundings, name: Name, before: Name | None) -> Mention:
    tokens = text.parse.tokens
    start, end = tokens[name.first].start, tokens[name.last].end
    return Mention(start, end, text.parse.text[start:end], _role(text, name, before), name.names)


def _role(text: Surroundings, name: Name, before: Name | None) -> Role:
    parse = text.parse
    owned = owner(text, name.first, name.last)
    if owned == "body":
        return "organisation"
    if name.demonym:
        return "demonym"
    if owned == "facility":
        elsewhere = _stands_elsewhere(text, name)
        return "organisation" if elsewhere else role_in_facility(parse, name.first, name.last)
    if before is not None and name.places and before.last == name.first - 2:
        gap = parse.text[parse.tokens[before.last].end : parse.tokens[name.first].start]
        if NEXT_UNIT.fullmatch(gap) and name.places[0].kind in {"country", "admin1"} and not _is_large(before):
            return "literal"
    return role_of(parse, name.first, name.last, large=_is_large(name))


def _stands_elsewhere(text: Surroundings, name: Name) -> bool:
    """Tell whether another name says where a facility stands: "the Khartoum Hospital in Nyala"."""
    words = words_after(text, name.last)
    after = words[-1].index + 1 if words else name.last + 1
    preposition = text.token(after)
    return preposition is not None and preposition.text in {"in", "at", "near"} and text.is_name(after + 1)


def _is_large(name: Name) -> bool:
    """Tell whether a name's likeliest place is one that acts: a country, or a region of that size."""
    place = name.places[0] if name.places else None
    return place is not None and (place.kind == "country" or (place.kind == "region" and place.radius_km >= LARGE_KM))
