"""Whether a place's name stands inside the name of an organisation, or of something that stands somewhere."""

from typing import Literal

from geo.mentions.surroundings import Surroundings
from geo.mentions.words import name_words
from geo.model import Entity, Token
from geo.syntax.tags import DASHES, POSSESSIVES

Owner = Literal["body", "facility"]

JOINERS = frozenset({"of", "for", "and", "the", "&", "-", "\u2013"})
CLOSE_JOINERS = frozenset({"of", "the", "&", "-", "\u2013", "'s", "\u2019s"})
LONGEST_NAME = 7  # words on one side of a place that its organisation's name may add: "Army of the Republic of …"


def owner(text: Surroundings, first: int, last: int) -> Owner | None:
    """Tell whether tokens ``[first, last]`` name a place inside the name of an organisation, and of which sort.

    "body" for what is nowhere in particular (an army, a newspaper, a ministry), "facility" for what stands somewhere
    (an airport, a university).
    """
    start = text.parse.tokens[first].start
    if name_words().branches.search(text.parse.text, max(0, start - 48), start):
        return "body"
    return _named_after(text, last) or _named_before(text, first) or _recognised(text, first, last)


def words_after(text: Surroundings, last: int) -> list[Token]:
    """Return the further words of the name in which a place's name ends at token `last`."""
    found: list[Token] = []
    index = last + 1
    while len(found) < LONGEST_NAME and (token := text.token(index)) is not None:
        joined = token.text in {"-", "&"} and text.is_name(index + 1) and not text.stands_apart(index)
        if not joined and not text.is_name(index):
            break
        if not joined:
            found.append(token)
        index += 1
    return found


def words_before(text: Surroundings, first: int) -> list[Token]:
    """Return the words, nearest first, of a name that runs on to a place's name at token `first`, small ones too."""
    found: list[Token] = []
    index = first - 1
    while len(found) < LONGEST_NAME and (token := text.token(index)) is not None:
        if not (text.is_name(index) or token.text in JOINERS) or text.stands_apart(index):
            break
        found.append(token)
        index -= 1
    return found


def _named_after(text: Surroundings, last: int) -> Owner | None:
    """Judge by the words that follow: "Washington Post", "Basra Airport"."""
    words = name_words()
    following = words_after(text, last)
    entity = text.entity_of[following[0].index] if following else None
    if following and text.in_headline(following[0].index) and (entity is None or entity.label != "ORG"):
        return None
    found: Owner | None = None
    for token in following:  # the last word says what it is: "County Commission Building" is one
        word = token.text.rstrip(".").lower()
        if word in words.titles:
            break
        if word in words.facilities or word in words.bodies:
            found = "facility" if word in words.facilities else "body"
    return found


def _named_before(text: Surroundings, first: int) -> Owner | None:
    """Judge by the words that lead up to the place: "Bank of Syria", "Multinational Forces Iraq"."""
    words = name_words()
    before = words_before(text, first)
    if not before:
        return None
    if before[0].text.lower() in words.bodies and not text.in_headline(before[0].index):
        return "body"
    small = [token.text for token in before[:4]]
    if before[0].text not in JOINERS or not {"of", "for"} & set(small):
        return None
    for token in before:
        word = token.text.lower()
        if token.text[0].isupper() and (word in words.bodies or word in words.facilities):
            return "body" if word in words.bodies else "facility"
    return None


def _recognised(text: Surroundings, first: int, last: int) -> Owner | None:
    """Judge by the recogniser: an organisation's name that holds the place and other capitalised words."""
    entity = text.entity_of[first]
    if entity is None or entity.label not in {"ORG", "PRODUCT", "WORK_OF_ART", "LAW"}:
        return None
    words = name_words()
    parting = DASHES | POSSESSIVES
    if text.word(entity.last) in words.after and any(text.word(n) in parting for n in range(entity.first, entity.last)):
        return None  # "the Kano-Zaria road", "Kano's Sabon Gari neighbourhood"
    others = [token.text.rstrip(".").lower() for token in _joined_to(text, entity, first, last)]
    others = [w for w in others if w not in words.after | words.before | words.titles | {"the", "north", "south"}]
    if not others:
        return None
    sited = words.facilities.intersection(others) or text.word(last) in words.facilities
    return "facility" if sited else "body"


def _joined_to(text: Surroundings, entity: Entity, first: int, last: int) -> list[Token]:
    """Return an entity's capitalised words that no comma or other preposition than "of" parts from the place's."""
    before = reversed(text.parse.tokens[entity.first : first])
    found: list[Token] = []
    owns = text.word(last + 1) in POSSESSIVES  # what "Iraq's Basij Force" names begins after the possessive
    for side in (before, () if owns else text.parse.tokens[last + 1 : entity.last]):
        for token in side:
            if token.text[0].isupper():
                found.append(token)
            elif token.text not in CLOSE_JOINERS:
                break
    return found
