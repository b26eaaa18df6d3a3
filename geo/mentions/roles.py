"""The role of a name where it stands: what it is a part of, else how it is used."""

import re

from geo.mentions.adjacency import by_what_follows, role_beside
from geo.mentions.names import Name
from geo.mentions.owners import Owner, words_after
from geo.mentions.surroundings import Surroundings
from geo.mentions.usage import by_possessive, role_of
from geo.mentions.words import name_words
from geo.model import Role
from geo.model.precision import LANDS
from geo.syntax.tags import DASHES

LARGE_KM = 600.0  # a region of this radius (Europe, the Gulf states) acts as countries do
POSTS = frozenset({"embassy", "consulate", "legation", "commission", "mission"})  # of a state in another
NEXT_UNIT = re.compile(r",\s{1,2}$")


def role_of_name(text: Surroundings, name: Name, owned: Owner | None, before: Name | None) -> Role:
    """Return the role of a name.

    Parameters
    ----------
    text, name
        The name where it stands.
    owned
        What sort of name it stands in.
    before
        The name before it in the document.
    """
    if owned == "body":
        return "organisation"
    if name.demonym:
        return "demonym"
    if owned == "facility":
        return "literal" if _is_sited(text, name) and not _is_sender(text, name) else "organisation"
    if before is not None and name.places and before.last == name.first - 2:
        gap = text.parse.text[text.parse.tokens[before.last].end : text.parse.tokens[name.first].start]
        if NEXT_UNIT.fullmatch(gap) and name.places[0].kind in LANDS and not _is_large(before):
            return _as_unit(text, name)
    reads = role_of if text.parse.tokens[name.last].dep else role_beside
    return reads(text.parse, name.first, name.last, large=_is_large(name))


def _as_unit(text: Surroundings, name: Name) -> Role:
    """Return the role of a country or province after a comma: "Mosul, Iraq", not "in Mosul, U.S. officials said"."""
    speaks = by_what_follows(text.parse, name.last, "country") if _is_large(name) else None
    return by_possessive(text.parse, name.last) or speaks or "literal"


def _is_sited(text: Surroundings, name: Name) -> bool:
    """Tell whether something happens at what is named after a place: "at Basra Airport", not "Oxford University said".

    Not where another name says where it stands: "the Khartoum Hospital in Nyala".
    """
    words = name_words()
    following = words_after(text, name.last)
    after = following[-1].index + 1 if following else name.last + 1
    if text.word(after) in {"in", "at", "near"} and text.is_name(after + 1):
        return False
    first = name.first
    while text.is_name(first - 1) or text.word(first - 1) in words.directions | DASHES | {"the", "of"}:
        first -= 1
    return text.word(first - 1) in words.locatives | words.relations or not text.word(after).isalpha()


def _is_sender(text: Surroundings, name: Name) -> bool:
    """Tell whether a country is whose embassy something is, wherever that stands: "at the United States Embassy"."""
    posts = (t.text.lower() for t in (*words_after(text, name.last), text.token(name.last + 1)) if t is not None)
    return _is_large(name) and not POSTS.isdisjoint(posts)


def names_site(text: Surroundings, name: Name, after: Name | None) -> bool:
    """Tell whether a name is a hotel's or the like, said to stand elsewhere: "the Pearl Beach hotel in Mogadishu".

    Parameters
    ----------
    text, name
        The name where it stands.
    after
        The next name, which has no place in a country in which this name has one.
    """
    last = name.last
    if after is None or name.demonym or text.word(last + 1) not in name_words().facilities:
        return False
    said = text.word(last + 2) in {"in", "at", "near"} and after.first in range(last + 3, last + 5)
    elsewhere = {place.country for place in after.places} - {None}
    return said and bool(elsewhere) and not elsewhere & {place.country for place in name.places}


def _is_large(name: Name) -> bool:
    """Tell whether a name's likeliest place is one that acts: a country, or a region of that size."""
    place = name.places[0] if name.places else None
    return place is not None and (place.kind == "country" or (place.kind == "region" and place.radius_km >= LARGE_KM))
