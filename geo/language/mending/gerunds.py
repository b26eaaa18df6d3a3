"""Deeds in -ing that parsers take for a clause on the weapon before them: "artillery shelling of Kutum".

What has an object is one: "artillery shelling the town".
"""

from collections.abc import Sequence

from geo.language.mending.hanging import Hung, as_noun, remade
from geo.lexicon.shared import weapons
from geo.model import Token

DEEDS = frozenset({"shelling", "bombing"})
OBJECTS = frozenset({"dobj", "dative", "ccomp"})


def with_gerunds(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return tokens, such deeds as nouns in the place of their weapon, and it as theirs.

    Parameters
    ----------
    tokens
        A document's.
    """
    return remade(tokens, _in_place_of_weapon, as_noun)


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
