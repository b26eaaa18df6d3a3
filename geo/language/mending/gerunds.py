"""Words in -ing that parsers take for another class than they are.

In "artillery shelling of Kutum" they see a clause on the weapon, which only what has an object is ("artillery shelling
the town"), and in "a dhow sailing from Aden" a sailing.
"""

from collections.abc import Sequence
from dataclasses import replace

from geo.language.mending.hanging import AS_IT_IS, Hung, Remade, as_noun, place_of, remaking
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
    return _with_ways(_with_deeds(tokens))


@remaking
def _with_deeds(tokens: Sequence[Token], deed: Token) -> Remade:
    """Return a deed where its weapon hung, and the weapon with all that hung on it as the deed's."""
    if deed.tag != "VBG" or deed.dep != "acl" or deed.text.lower() not in DEEDS:
        return AS_IT_IS
    weapon = tokens[deed.head]
    with_object = any(tokens[i].dep in OBJECTS for i in deed.children)
    if weapon.index != deed.index - 1 or weapon.text.lower() not in weapons() or with_object:
        return AS_IT_IS
    hung: Hung = {i: (tokens[i].dep, deed.index) for i in weapon.children if i != deed.index}
    return hung | {weapon.index: ("compound", deed.index), deed.index: place_of(weapon, deed)}, (as_noun(deed),)


@remaking
def _with_ways(tokens: Sequence[Token], way: Token) -> Remade:
    """Return the vehicle before a way in its place, with all that hung on it before, and the way as a clause on it."""
    if way.tag != "NN" or way.text.lower() not in WAYS:
        return AS_IT_IS
    vehicle, after = tokens[way.index - 1], tokens[min(way.index + 1, len(tokens) - 1)]
    goes = singular(vehicle.text.lower()) in nouns_of("vehicle")
    if not goes or vehicle.head != way.index or after.text.lower() not in LEADING:
        return AS_IT_IS
    own: Hung = {i: (tokens[i].dep, vehicle.index) for i in way.children if i < vehicle.index}
    goes_on = replace(way, pos="VERB", tag="VBG", lemma=WAYS[way.text.lower()])
    known = vehicle if vehicle.pos == "NOUN" else as_noun(vehicle)
    return own | {vehicle.index: place_of(way, vehicle), way.index: ("acl", vehicle.index)}, (goes_on, known)
