"""How a name lies to its sentence, by the words alone: most sentences that tell of nothing are not parsed."""

import re
from functools import cache

from geo.incidents.where.place_names import words
from geo.layout.dateline import filed_end
from geo.lexicon import load_rows, word_class
from geo.model import Parse, Toponym
from geo.model.precision import TOWNS
from geo.model.remembered import remembered
from geo.model.within import positions_in

FINE = TOWNS | {"admin2"}
OFFSET = "offset:"  # how the id of a place begins that is "12 miles off Suakin"
LACKED = "in:"  # and of one that the gazetteer lacks
FAR = re.compile(r"[\w.,]+ (?:nautical )?(?:miles?|km|kilomet\w+|nm|yards|met(?:re|er)s)\b", re.IGNORECASE)
LED = 6  # words before a name in which the one stands that says how people are to it
AT = frozenset(
    {"in", "at", "near", "outside", "inside", "through", "off", "around", "above", "over", "across", "along", "past"}
)
TO = frozenset({"to", "into"})
FROM = frozenset({"from", "toward", "towards"})
AWAY = FROM | {"between", "by", "with", "than", "for", "about", "against", "like", "via", "and", ","}
CLOSE = frozenset({"close", "next", "adjacent"})  # to a place
LEADS = AT | TO | AWAY


@remembered
def named(parse: Parse, number: int, toponyms: tuple[Toponym, ...]) -> tuple[int, ...]:
    """Return the toponyms of a sentence, by its number, that stand for the place itself; a dateline's are left out."""
    sentence = parse.sentences[number]
    inside = positions_in(toponyms, max(sentence.start, filed_end(parse.text)), sentence.end)
    return tuple(number for number in inside if toponyms[number].role == "literal")


def is_spot(toponym: Toponym) -> bool:
    """Tell whether a name is that of a town, a district or a part of them, or says how far off one.

    So is one that the gazetteer lacks, of which only the country is known.
    """
    return toponym.place is not None and (toponym.place.kind in FINE or is_lacked(toponym) or is_offset(toponym))


def is_lacked(toponym: Toponym) -> bool:
    """Tell whether a name is one that the gazetteer lacks, put somewhere in a country or beside a known place."""
    return toponym.place is not None and toponym.place.id.startswith(LACKED)


def is_offset(toponym: Toponym) -> bool:
    """Tell whether a name says how far off a place: "12 miles off Suakin"."""
    if toponym.place is None:
        return False
    return toponym.place.id.startswith(OFFSET) or (is_lacked(toponym) and FAR.match(toponym.surface) is not None)


def is_there(parse: Parse, toponym: Toponym) -> bool:
    """Tell whether what a sentence tells of is at a name of it: "near the village of Bama", "12 miles off Suakin"."""
    return is_offset(toponym) or lead(parse, toponym) in AT | word_class("befallen")


def lead(parse: Parse, toponym: Toponym) -> str:
    """Return the word that says how a name lies to its sentence: "at" in "at the small town of Bama"; "" for none.

    What opens its sentence is where that is: "Bama was calm", "The border town of Bama has seen".
    """
    name = parse.between(toponym.start, toponym.end)[0]
    first = parse.sentences[name.sentence].first
    last, settled = name.text, False
    for token in reversed(parse.tokens[max(first, name.index - LED) : name.index]):
        word = token.text.lower()
        settled = settled or (last == "of" and word in settlements())
        far = parse.tokens[token.index - 1].lemma.lower() if word in {"from", "of"} and token.index > first else ""
        close = word == "to" and parse.tokens[token.index - 1].text.lower() in CLOSE and token.index > first
        # "close to Bama", "east of Bama", "not far from Bama", "a mile out of Bama"
        if close or far in words("nearby") or far in {"far", "short", "out"}:
            return "near"
        if settled and word in {"on", "upon"}:  # "fell upon the village of Bama"
            return "in"
        if word in LEADS or word in word_class("reached") or (last == "of" and not settled):
            return word
        if word in word_class("befallen") and token.index >= name.index - 2:
            return word
        last = word
    return "in" if name.index == first or (settled and name.index - LED <= first) else ""


@cache
def settlements() -> frozenset[str]:
    """Return the nouns that stand before a place's name with "of": "town", "square"."""
    nouns = (word for word, *_ in load_rows("place_nouns", ("word", "position", "kinds")))
    return words("part") | word_class("site") | {word.removesuffix(" of").split()[-1] for word in nouns}
