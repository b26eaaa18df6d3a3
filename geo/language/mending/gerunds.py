"""Words in -ing that parsers take for another class than they are.

In "artillery shelling of Kutum" they see a clause on the weapon, which only what has an object is ("artillery shelling
the town"), and in "a dhow sailing from Aden" a sailing.
"""

from collections.abc import Sequence
from dataclasses import replace

from geo.language.mending.hanging import Hung, as_noun, rehung, remade
from geo.lexicon.shared import nouns_of, singular, weapons
from geo.model import Token

DEEDS = frozenset({"shelling", "bombing"})
OBJECTS = frozenset({"dobj", "dative", "ccomp"})
# What vehicles do, and what follows where it is that.
WAYS = {"sailing": "sail", "crossing": "cross", "steaming": "steam", "speeding": "speed", "heading": "head"}
LEADING = frozenset({"from", "to", "toward", "towards", "into", "through", "between", "off", "across"})


def with_gerunds(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return tokens, such deeds as nouns in the place of their weapon, and ways as clauses on the vehicle.

    Parameters
    ----------
    tokens
        A document's.
    """
    return _with_ways(remade(tokens, _in_place_of_weapon, as_noun))


def _in_place_of_weapon(tokens: Sequence[Token], deed: Token) -> Hung:
    """Return a deed where its weapon hung, and the weapon with all that hung on it as the deed's."""
    if deed.tag != "VBG" or deed.dep != "acl" or deed.text.lower() not in DEEDS:
        return {}
    weapon = tokens[deed.head]
    with_object = any(tokens[i].dep in OBJECTS for i in deed.children)
    if weapon.index != deed.index - 1 or weapon.text.lower() not in weapons() or with_object:
        return {}
    hung: Hung = {i: (tokens[i].dep, deed.index) for i in weapon.children if i != deed.index}
    above = deed.index if weapon.dep == "ROOT" else weapon.head
    return hung | {weapon.index: ("compound", deed.index), deed.index: (weapon.dep, above)}


def _with_ways(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    hung: Hung = {}
    found = list(tokens)
    for way in tokens:
        if way.tag == "NN" and way.text.lower() in WAYS and (mended := _on_vehicle(tokens, way)):
            hung.update(mended)
            found[way.index] = replace(way, pos="VERB", tag="VBG", lemma=WAYS[way.text.lower()])
            vehicle = tokens[way.index - 1]
            found[vehicle.index] = vehicle if vehicle.pos == "NOUN" else as_noun(vehicle)
    return rehung(found, hung) if hung else tokens


def _on_vehicle(tokens: Sequence[Token], way: Token) -> Hung:
    """Return the vehicle before a way in its place, with all that hung on it before, and the way as a clause on it."""
    vehicle, after = tokens[way.index - 1], tokens[min(way.index + 1, len(tokens) - 1)]
    goes = singular(vehicle.text.lower()) in nouns_of("vehicle")
    if not goes or vehicle.head != way.index or after.text.lower() not in LEADING:
        return {}
    own: Hung = {i: (tokens[i].dep, vehicle.index) for i in way.children if i < vehicle.index}
    above = vehicle.index if way.dep == "ROOT" else way.head
    return own | {vehicle.index: (way.dep, above), way.index: ("acl", vehicle.index)}
