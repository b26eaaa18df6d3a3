"""Whose a deed or a weapon is by the words before it: "a militia raid", "an ISWAP attack", "Serbian artillery"."""

from collections.abc import Iterable, Iterator

from geo.incidents.who.nouns.arms import is_weapon
from geo.incidents.who.nouns.kinds import FIGHTERS, is_armed, kind_of, names_armed_group
from geo.incidents.who.sides import is_party
from geo.lexicon import word_class
from geo.lexicon.shared import demonyms, region_demonyms
from geo.model import Parse, Token
from geo.syntax import children, prepositional
from geo.syntax.tags import MODIFIERS

NAME_LABELS = frozenset({"NORP", "ORG", "GPE", "PERSON"})
NATIONS = frozenset({"NORP", "GPE"})
REBELS = frozenset({"group", "person"})
EXPLODES = frozenset({"explode", "detonate", "blow", "burst", "go", "tear", "rip"})
SHORTEST = 3  # letters of a name in capitals


def owners_of(parse: Parse, noun: int, *, named: bool = False) -> list[int]:
    """Return whose a deed is by the words before the noun for it, those too that stand before its weapon.

    Parameters
    ----------
    parse, noun
        The text, and the token index of the word for the deed: "raid", "drone strike".
    named
        Somebody is named as the doer, so that only names count: "a military offensive launched by the First Brigade".
    """
    found: list[int] = []
    aimed = bool(prepositional(parse, noun, ("on", "against")))
    for token in children(parse, noun, *MODIFIERS):
        if token.index < noun and is_weapon(parse, token.index) and is_weapon(parse, token.index + 1):
            continue  # "an FPV drone attack"
        if is_weapon(parse, token.index) and not token.entity:
            found += owners_of(parse, token.index, named=named)
        elif token.index < noun and (token.entity in NAME_LABELS if named else _may_own(parse, token, aimed=aimed)):
            found.append(token.index)
    return _without_parts(parse, found)


def senders(parse: Parse, weapons: Iterable[int]) -> list[int]:
    """Return whose weapons are that strike, or that were placed: "Serbian artillery shelled", "a rebel-planted mine".

    Parameters
    ----------
    parse, weapons
        The text, and the token indices of nouns for weapons.
    """
    return [i for weapon in weapons for i in (*_placers(parse, weapon), *_armies(parse, weapon))]


def _placers(parse: Parse, weapon: int) -> Iterator[int]:
    """Yield who is joined by a hyphen to a word of placing before a weapon: "a rebel-planted mine"."""
    for participle in children(parse, weapon, "amod"):
        if participle.lemma in word_class("puts_bomb") and participle.tag == "VBN":
            yield from (t.index for t in children(parse, participle.index, "npadvmod", "nmod", "compound"))


def _armies(parse: Parse, weapon: int) -> list[int]:
    """Return the nation or party before a weapon that strikes; what only explodes may be of anybody's make."""
    head = parse.tokens[parse.tokens[weapon].head]
    strikes = parse.tokens[weapon].dep == "nsubj" and head.lemma not in EXPLODES
    giver = parse.tokens[head.head]
    fires = head.lemma == "from" and (giver.lemma == "come" or giver.pos == "NOUN")  # "came under fire from"
    if not (strikes or fires or head.dep == "agent"):
        return []
    before = [t for t in children(parse, weapon, *MODIFIERS) if t.index < weapon]
    return _without_parts(parse, [t.index for t in before if _is_of_nation(t) or _is_under_arms(parse, t)])


def _is_of_nation(token: Token) -> bool:
    word = token.text.casefold()
    return token.entity in NATIONS or word in demonyms() or word in region_demonyms()


def _is_under_arms(parse: Parse, token: Token) -> bool:
    """Tell whether a word is for men under arms: "rebel", "army"; but not of a "general offensive"."""
    kind = kind_of(parse, token.index)
    armed = kind in (FIGHTERS if token.pos != "ADJ" else REBELS) and is_armed(parse, token.index)
    ruling = kind == "government" and token.pos == "NOUN"
    return token.lemma not in word_class("sort_of_deed") and (armed or ruling or is_party(parse, token.index))


def _may_own(parse: Parse, token: Token, *, aimed: bool) -> bool:
    """Tell whether a word before a deed says whose it is: a name, one in capitals, a party, or men under arms.

    Of a deed that is told to be aimed at somebody a name that nobody knows is no place's, if it has several words.
    """
    if token.entity:
        named = token.entity in NAME_LABELS or names_armed_group(parse, token.index)
        return named and token.text.lower() not in word_class("sort_of_deed")
    capitals = token.text.isupper() and token.text.isalpha() and len(token.text) >= SHORTEST
    unheard = aimed and token.pos == "PROPN" and any(t.pos == "PROPN" for t in children(parse, token.index, "compound"))
    return capitals or unheard or _is_under_arms(parse, token)


def _without_parts(parse: Parse, found: list[int]) -> list[int]:
    """Leave out what describes the next word that was found: "Mai-Mai militia raids" are of one body."""
    return [i for i in found if i + (2 if parse.tokens[i + 1].text == "-" else 1) not in found]
